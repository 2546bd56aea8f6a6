"""``cb --install-completion`` and ``--show-completion``: how a shell learns to ask (`tab_key.py` answers).

Each shell has a script in ``data/completion``. It is put where the shell looks by itself, or read by one
line at the end of the shell's own file of settings, which is added once.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.own_folders import base_folder
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError

if TYPE_CHECKING:
    from clientbridge.cli.context import Context

INSTALL = "--install-completion"
SHOW = "--show-completion"
_SCRIPTS: Mapping[str, str] = {
    "bash": "cb.bash",
    "zsh": "cb.zsh",
    "fish": "cb.fish",
    "powershell": "cb.ps1",
    "pwsh": "cb.ps1",
}
_KNOWN = "bash, zsh, fish or powershell"


def set_up(context: "Context", words: Sequence[str]) -> None:
    """Show the script of a shell, or put it where that shell finds it; raises UsageError, FileFailedError."""
    from clientbridge.load.completion.scripts import script

    shell = _shell(context.environment, words[1:])
    if words[0] == SHOW:
        context.surroundings.answer(script(_SCRIPTS[shell]))
        return
    if _SCRIPTS[shell] == "cb.ps1":
        raise UsageError(
            "PowerShell keeps its settings where only PowerShell knows",
            hint=f"type there: cb {SHOW} powershell >> $PROFILE",
        )
    _install(context, shell)


def _shell(environment: Mapping[str, str], named: Sequence[str]) -> str:
    if len(named) > 1:
        raise UsageError("name one shell", hint=_KNOWN)
    name = named[0] if named else Path(environment.get("SHELL", "")).name
    if name.casefold() in _SCRIPTS:
        return name.casefold()
    if named:
        raise UsageError(f"there is no completion for '{name}'", hint=f"it has for {_KNOWN}")
    raise UsageError("which shell do you use?", hint=f"name it: cb {INSTALL} bash   ({_KNOWN})")


def _install(context: "Context", shell: str) -> None:
    from clientbridge.load.completion.scripts import add_line, put_script

    name = _SCRIPTS[shell]
    if shell == "fish":
        path = _base(context, "XDG_CONFIG_HOME") / "fish" / "completions" / name
        put_script(name, path)
        context.surroundings.answer(f"wrote {path}\n")
    else:
        path = _base(context, "XDG_CONFIG_HOME") / "clientbridge" / name
        put_script(name, path)
        settings = _settings(context, shell)
        added = add_line(
            settings, f"[ -r {quoted(str(path))} ] && . {quoted(str(path))}  # the Tab key for cb"
        )
        reads = "now reads it" if added else "reads it already"
        context.surroundings.answer(f"wrote {path}\n{settings} {reads}\n")
    context.note(f"open a new {shell}, then type cb brief and press the Tab key")


def _settings(context: "Context", shell: str) -> Path:
    home = Path(context.environment.get("HOME", ""))
    if shell == "bash":
        return home / ".bashrc"
    return Path(context.environment.get("ZDOTDIR") or home) / ".zshrc"


def _base(context: "Context", variable: str) -> Path:
    folder = base_folder(context.environment, variable)
    if folder is None:
        raise UsageError("nothing says where your home folder is", hint="set the variable HOME")
    return Path(folder)
