# The Tab key for cb in fish. Written by: cb --install-completion fish
function __cb_tab
    set -l words (commandline -opc)
    set -e words[1]
    set -l typed (commandline -ct)
    set -l current (string unescape -- $typed)
    or set current (string trim --left --chars '"\'' -- $typed)
    test (count $current) -eq 0; and set current ''
    set -l answer (command cb --tab fish $words "$current" 2>/dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    switch "$kind"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current" ''
        case '*'
            test (count $answer) -gt 0; and printf '%s\n' $answer
    end
end
complete -e -c cb
complete -c cb -f -k -a '(__cb_tab)'
complete -c clientbridge -w cb
