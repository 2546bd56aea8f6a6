"""``docs/commands.md``, written from the program itself: its help, and one JSON answer of each kind.

``make docs`` writes it; a test says when it is stale.
"""

import json
import re
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
from command_words import WORDS, command_words
from word_table import DATES, with_word_table

from clientbridge.adapters.workspace.profiles.format_page import key_tables
from clientbridge.cli import main
from clientbridge.cli.app import make_app
from clientbridge.cli.context import Surroundings
from clientbridge.cli.options import HELP

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
FORMATS = Path(__file__).parents[2] / "docs" / "file-formats.md"
WIDTH = 100
NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)

ANSWERS: Mapping[str, str] = {
    "client list": "cb --demo client list --json",
    "client show": "cb --demo client show hikari --json",
    "data check": "cb --demo data check --json",
}
"""For each command with a JSON answer, the call whose answer is shown."""

_INTRODUCTION = """\
# Commands

Written from the program by `make docs`; do not edit.

The answer is on stdout, everything else on stderr. Exit codes: 0 answered; 1 the answer is "none"; 2 usage;
3 unknown client, person, country, region or zone; 4 a file is wrong; 5 an outside source failed;
130 interrupted.

Dates: `2026-12-03`, `4 dec`, `fri`, `+3d`, `in 2 weeks`, `end of month` and [more](dates.md).
Spans of time: `45m`, `1h30`, `2w`, `30d`, `3mo`.
A time with an offset or `Z` is that instant; without one it is a time in your zone.

Options of every command, before or after its name:
"""


def commands_page() -> str:
    """The whole page."""
    options = "\n".join(f"- `{option}`: {meaning}" for option, meaning in HELP)
    parts = [_INTRODUCTION, options, ""]
    for words in commands(make_app(width=WIDTH)):
        name = " ".join(words)
        parts += [f"## cb {name}", "", "```text", _said(*words, "--help").rstrip(), "```", ""]
        if name in ANSWERS:
            call = ANSWERS[name]
            shape = json.dumps(
                _shortened(json.loads(_said(*shlex.split(call)[1:]))), ensure_ascii=False, indent=1
            )
            parts += [f"`{call}` (lists cut to their first entry):", "", "```json", shape, "```", ""]
    return "\n".join(parts)


def commands(app: typer.Typer) -> Iterator[tuple[str, ...]]:
    for command in app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        if not command.hidden:
            yield (name.replace("_", "-"),)
    for group in app.registered_groups:
        if group.typer_instance is not None and group.name:
            for words in commands(group.typer_instance):
                yield (group.name, *words)


def _said(*words: str) -> str:
    with TemporaryDirectory() as folder:
        out = StringIO()
        around = Surroundings(
            environment={"HOME": folder, "COLUMNS": str(WIDTH)},
            folder=Path(folder),
            input=StringIO(),
            output=out,
            talk=StringIO(),
            clock=NOW,
        )
        main(words, around)
        return out.getvalue()


Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def _shortened(value: Json) -> Json:
    if isinstance(value, Mapping):
        return {key: _shortened(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_shortened(item) for item in value[:1]]
    return value


_KEYS = re.compile(r"(<!-- keys: .*? -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def with_key_tables(page: str) -> str:
    """The page of file formats with the tables of keys as the program has them."""
    return _KEYS.sub(lambda match: f"{match[1]}\n{key_tables()}{match[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
    FORMATS.write_text(with_key_tables(FORMATS.read_text(encoding="utf-8")), encoding="utf-8")
    WORDS.write_text(command_words(), encoding="utf-8")
    DATES.write_text(with_word_table(DATES.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"wrote {PAGE.name}, {FORMATS.name}, {WORDS.name} and {DATES.name}\n")
