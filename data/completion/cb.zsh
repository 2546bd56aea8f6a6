#compdef cb clientbridge
# The Tab key for cb in zsh. Written by: cb --install-completion zsh
_cb_tab() {
    local kind line word
    local -a answer words_found shown
    answer=("${(@f)$(command cb --tab zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    kind=$answer[1]
    if [[ $kind == files || $kind == folders ]]; then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        if [[ $kind == files ]]; then _files; else _files -/; fi
        return
    fi
    for line in "${(@)answer[2,-1]}"; do
        word=${line%%$'\t'*}
        [[ -n $word ]] || continue
        words_found+=("$word")
        if [[ $line == *$'\t'?* ]]; then shown+=("$word  ${line#*$'\t'}"); else shown+=("$word"); fi
    done
    (( $#words_found )) && compadd -U -l -d shown -a words_found
}
if (( ! $+functions[compdef] )); then
    autoload -Uz compinit && compinit
fi
compdef _cb_tab cb clientbridge
