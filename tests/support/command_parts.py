"""The commands as help has them, part by part: for the man page."""

from collections.abc import Iterator
from dataclasses import dataclass

from command_words import loaded_command
from typer.core import TyperArgument, TyperOption

from clientbridge.cli.app import COMMANDS, GROUPS


@dataclass(frozen=True)
class OptionPart:
    """An option or an argument: how it is typed, and what it is."""

    written: str
    value: str
    say: str


@dataclass(frozen=True)
class CommandParts:
    """One command."""

    name: str
    say: str
    arguments: tuple[OptionPart, ...]
    options: tuple[OptionPart, ...]


def all_commands() -> Iterator[CommandParts]:
    """Every command, in the order of help."""
    for name in COMMANDS:
        yield _parts(name)
    for group, commands in GROUPS.items():
        for below in commands.commands:
            yield _parts(f"{group} {below}")


def _parts(name: str) -> CommandParts:
    command = loaded_command(name.split())
    options, arguments = [], []
    for one in command.params:
        if isinstance(one, TyperArgument):
            shown = one.metavar or (one.name or "").upper()
            required = f"{shown}{'...' if one.nargs == -1 else ''}"
            arguments.append(OptionPart(required if one.required else f"[{required}]", "", one.help or ""))
        elif isinstance(one, TyperOption) and "--help" not in one.opts:
            written = ", ".join((*one.opts, *one.secondary_opts))
            value = "" if one.is_flag else one.metavar or _VALUES.get(one.type.name, one.type.name).upper()
            options.append(OptionPart(written, value, one.help or ""))
    return CommandParts(name, command.help or "", tuple(arguments), tuple(options))


_VALUES = {"str": "text", "int": "number", "int range": "number", "path": "file"}
