"""``data/completion/words.tsv``: what the Tab key knows of commands and options, written from the program."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command
from typer.models import TyperPath

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.field_types import MappingOf
from clientbridge.adapters.workspace.setting.key_names import keys_of
from clientbridge.cli.app import COMMANDS, GROUPS, IMPLIED, make_app
from clientbridge.cli.completion.typed_line import FLAG
from clientbridge.cli.options import HELP
from clientbridge.core.culture.country import Topic
from clientbridge.core.relationship.journal.kinds import EventKind

WORDS = Path(__file__).parents[2] / "data" / "completion" / "words.tsv"
_HEAD = (
    "# For the Tab key: command, word, kind, meaning. Made by `make docs`; do not edit.",
    "# source: the program itself",
)
_DAYS = "=today|tomorrow|yesterday|mon|tue|wed|thu|fri|sat|sun|next week|end of week|end of month"

_CLIENT_KEYS = "=" + "|".join(
    one.name for one in keys_of(schema.CLIENT) if not isinstance(one.key.kind, MappingOf)
)

KINDS: Mapping[str, str] = {
    "party": "parties",
    "client": "clients",
    "--optional": "parties",
    "--person": "people",
    "--with": "people",
    "--by": "people",
    "--country": "countries",
    "--client-country": "countries",
    "--you": "countries",
    "place": "countries,clients",
    "beside": "countries",
    "--region": "regions",
    "--timezone": "zones",
    "--client-timezone": "zones",
    "--zone": "zones",
    "--language": "languages",
    "--lang": "languages",
    "--closes": "entries",
    "--answers": "entries",
    "--amend": "entries",
    "--retract": "entries",
    "--kind": f"={'|'.join(EventKind)}",
    "--topic": f"={'|'.join(Topic)}",
    "--at": _DAYS,
    "--from": _DAYS,
    "--to": _DAYS,
    "--on": _DAYS,
    "--day": _DAYS,
    "--due": _DAYS,
    "when": _DAYS,
    "--home": "folders",
    "folder": "folders",
}
"""What stands where, by the name of an option or argument; one with a path is a file."""

OF_COMMAND: Mapping[tuple[str, str], str] = {
    ("config", "act"): "=show|set|unset",
    ("config", "key"): "=duration|notice|language|stretch",
    ("client set", "key"): _CLIENT_KEYS,
    ("meet", "--on"): "=mon|tue|wed|thu|fri|sat|sun|mon-fri",
    ("offer", "--on"): "=mon|tue|wed|thu|fri|sat|sun|mon-fri",
    ("offer make", "--on"): "=mon|tue|wed|thu|fri|sat|sun|mon-fri",
    ("promise done", "promise"): "promises",
    ("promise move", "promise"): "promises",
    ("promise drop", "promise"): "promises",
    ("brief", "client"): "parties",
    ("holidays", "--country"): "places",
    ("client set", "client"): "parties",
    ("init", "--client"): "",
}
"""Where the name alone does not say it."""


def command_words() -> str:
    """The whole table."""
    return "\n".join([*_HEAD, *("\t".join(row) for row in _rows()), ""])


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for option, meaning in HELP:
        name, _, value = option.partition(" ")
        yield "", name, KINDS.get(name, "") if value else FLAG, meaning
    yield "", "--help", FLAG, "what a command does"
    for name in COMMANDS:
        yield from _of_command((name,), name)
    for name, group in GROUPS.items():
        yield name, "", "", group.help
        if name in IMPLIED:
            yield from (row for row in _of_command((name, IMPLIED[name]), name) if row[1])
        for below in group.commands:
            yield from _of_command((name, below), f"{name} {below}")


def _of_command(words: Sequence[str], name: str) -> Iterator[tuple[str, str, str, str]]:
    command = loaded_command(words)
    yield name, "", "", command.help or ""
    number = 0
    for one in command.params:
        if isinstance(one, TyperArgument):
            more = "+" if one.nargs == -1 else ""
            yield name, f"{number}{more}", _kind(name, str(one.name), one.type), one.help or ""
            number += 1
        elif isinstance(one, TyperOption):
            for word in (*one.opts, *one.secondary_opts):
                if word.startswith("--") and word != "--help":
                    yield name, word, FLAG if one.is_flag else _kind(name, word, one.type), one.help or ""


def loaded_command(words: Sequence[str]) -> TyperCommand:
    """The command of these words with its options, as Typer makes it."""
    command = get_command(make_app(width=80, words=words))
    for word in words:
        assert isinstance(command, TyperGroup)
        command = command.commands[word]
    assert isinstance(command, TyperCommand)
    return command


def _kind(command: str, word: str, type_: object) -> str:
    if (command, word) in OF_COMMAND:
        return OF_COMMAND[command, word]
    return KINDS.get(word, "files" if isinstance(type_, TyperPath) else "")
