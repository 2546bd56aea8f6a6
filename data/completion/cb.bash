# The Tab key for cb in bash (3.2 and newer). Written by: cb --install-completion bash
_cb_tab() {
    local kind= line IFS=$' \t\n'
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
    done < <(command cb --tab bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    if [ "$kind" = files ] || [ "$kind" = folders ]; then
        if type compopt >/dev/null 2>&1; then
            compopt -o filenames
            [ "$kind" = files ] && compopt -o default || compopt -o dirnames
        elif [ "$kind" = files ]; then
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
        else
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$2")
        fi
    fi
}
complete -F _cb_tab cb clientbridge
