#compdef leercyclus
# Aanvulling voor zsh, gemaakt met: leercyclus aanvulling zsh
# leercyclus zelf zegt wat past bij de regel tot aan de cursor: op elke regel een woord, een tab en wat het is.

_leercyclus() {
    local regel waarde uitleg
    local -a keuzes
    while IFS= read -r regel; do
        case $regel in
            $'\tbestanden') compset -P '--*='; _files; return ;;
            $'\tmappen') compset -P '--*='; _files -/; return ;;
        esac
        waarde=${regel%%$'\t'*} uitleg=${regel#*$'\t'}
        keuzes+=("${waarde//:/\\:}${uitleg:+:$uitleg}")
    done < <(_LEERCYCLUS_AANVULLING="${(j: :)words[1,CURRENT-1]} $QIPREFIX$IPREFIX$PREFIX" \
        "${${(Q)words[1]}/#\~\//$HOME/}" 2>/dev/null)
    (( $#keuzes )) && _describe -V 'leercyclus' keuzes
}

if [[ $funcstack[1] == _leercyclus ]]; then
    _leercyclus "$@" # zsh vond dit bestand zelf, in fpath
else
    compdef _leercyclus leercyclus
fi
