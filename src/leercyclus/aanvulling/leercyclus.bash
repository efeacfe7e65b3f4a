# Aanvulling voor bash, gemaakt met: leercyclus aanvulling bash
# leercyclus zelf zegt wat past bij de regel tot aan de cursor: op elke regel een woord, een tab en wat het is.

_leercyclus() {
    local regel waarde woord=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r regel; do
        case $regel in
            $'\tbestanden') compopt -o default; return ;; # bash zoekt ze op en schrijft ze veilig
            $'\tmappen') compopt -o dirnames; return ;;
        esac
        waarde=${regel%%$'\t'*}
        # bash knipt een woord bij = in tweeën en vraagt alleen om wat erachter komt
        [[ $waarde == --*=* && $COMP_WORDBREAKS == *=* ]] && waarde=${waarde#*=}
        [[ $woord == [\"\']* ]] || printf -v waarde %q "$waarde"
        COMPREPLY+=("$waarde")
    done < <(_LEERCYCLUS_AANVULLING=${COMP_LINE:0:COMP_POINT} "${1/#\~\//$HOME/}")
} 2>/dev/null

complete -F _leercyclus leercyclus
