# Aanvulling voor fish, gemaakt met: leercyclus aanvulling fish
# leercyclus zelf zegt wat past bij de regel tot aan de cursor: op elke regel een woord, een tab en wat het is.

function __leercyclus
    set -l programma (string replace -r '^~/' "$HOME/" -- (commandline -opc)[1])
    set -l woord (commandline -ct)
    # fish zoekt een pad alleen als er niets voor staat, zoals --lees=
    set -l staat (string match -r -- '^--[a-z-]+=' "$woord"); or set staat ''
    set -l deel (string replace -- "$staat" '' "$woord")
    for regel in (env _LEERCYCLUS_AANVULLING=(commandline -cp | string collect) $programma 2>/dev/null)
        switch $regel
            case \tbestanden
                printf '%s\n' $staat(__fish_complete_path $deel)
            case \tmappen
                printf '%s\n' $staat(__fish_complete_directories $deel '')
            case '*'
                printf '%s\n' $regel
        end
    end
end

complete --command leercyclus --no-files --keep-order --arguments '(__leercyclus)'
