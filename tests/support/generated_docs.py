"""``docs/commands.md``, written from the program itself: its help, and JSON answers of every command.

``make docs`` writes it; a test says when it is stale.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import printed_sentences
import screens_page
import typer
from answer_shapes import CALLS, NO_ANSWER, call_on_sample, shape
from command_words import WORDS, command_words
from man_page import MAN_PAGE, man_page
from word_table import DATES, with_word_table

from clientbridge.adapters.workspace.profiles.format_page import key_tables
from clientbridge.cli.app import make_app
from clientbridge.cli.guide import ENVIRONMENT, EXAMPLES, PURPOSES
from clientbridge.cli.options import HELP

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
FORMATS = Path(__file__).parents[2] / "docs" / "file-formats.md"
WIDTH = 100

_INTRODUCTION = """\
# Commands

Written from the program by `make docs`; do not edit.

The answer is on stdout, everything else on stderr. Exit codes: 0 answered; 1 the answer is "none"; 2 usage;
3 unknown client, person, country, region or zone; 4 a file is wrong; 5 an outside source failed;
130 interrupted.

Dates: `2026-12-03`, `4 dec`, `fri`, `+3d`, `in 2 weeks`, `end of month` and [more](dates.md).
Spans of time: `45m`, `1h30`, `2w`, `30d`, `3mo`.
A time with an offset or `Z` is that instant; without one it is a time in your zone.

Below the help of each command stand answers of it with `--json`, as it gave them on the sample of
23 November 2026: lists are cut to their first entry, long texts to "…". Before what is shown, each has
`"schema": 1`, `"now"` (an instant) and `"versions"` (of the program and its data, by name).

Options of every command, before or after its name:
"""


def commands_page() -> str:
    """The whole page."""
    options = [f"- `{option}`: {meaning}" for option, meaning in HELP]
    variables = [f"- `{name}`: {meaning}" for name, meaning in ENVIRONMENT]
    purposes = [
        f"- {title}: {', '.join(f'[{name}](#{_anchor(name)})' for name, _ in rows)}"
        for title, rows in PURPOSES
    ]
    parts = [_INTRODUCTION, *options, "", "What a command is for (`cb help`):", "", *purposes, ""]
    parts += ["## Environment", "", *variables, ""]
    with TemporaryDirectory() as cache:
        for words in commands(make_app(width=WIDTH)):
            parts += _section(" ".join(words), Path(cache))
    return "\n".join(parts)


def _anchor(name: str) -> str:
    return f"cb-{'promise-list' if name == 'promise' else name.replace(' ', '-')}"


def _section(name: str, cache: Path) -> list[str]:
    assert name in {*CALLS, *NO_ANSWER}, f"give tests/support/answer_shapes.py a call of cb {name}"
    assert name in EXAMPLES, f"give src/clientbridge/cli/guide.py an example of cb {name}, and a purpose"
    help_text = call_on_sample(f"cb {name} --help", cache, width=WIDTH).out.rstrip()
    parts = [f"## cb {name}", "", "```text", help_text, "```", ""]
    for call in CALLS.get(name, ()):
        parts += [f"`{call} --json`:", "", "```json", shape(call, cache), "```", ""]
    if name in NO_ANSWER:
        parts += [NO_ANSWER[name], ""]
    return parts


def commands(app: typer.Typer) -> Iterator[tuple[str, ...]]:
    for command in app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        if not command.hidden:
            yield (name.replace("_", "-"),)
    for group in app.registered_groups:
        if group.typer_instance is not None and group.name:
            for words in commands(group.typer_instance):
                yield (group.name, *words)


_KEYS = re.compile(r"(<!-- keys: .*? -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def with_key_tables(page: str) -> str:
    """The page of file formats with the tables of keys as the program has them."""
    return _KEYS.sub(lambda match: f"{match[1]}\n{key_tables()}{match[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
    FORMATS.write_text(with_key_tables(FORMATS.read_text(encoding="utf-8")), encoding="utf-8")
    MAN_PAGE.write_text(man_page(), encoding="utf-8")
    WORDS.write_text(command_words(), encoding="utf-8")
    DATES.write_text(with_word_table(DATES.read_text(encoding="utf-8")), encoding="utf-8")
    screens_page.PAGE.write_text(screens_page.screens_page(), encoding="utf-8")
    printed_sentences.PAGE.write_text(printed_sentences.sentences_page(), encoding="utf-8")
    written = (PAGE, FORMATS, WORDS, MAN_PAGE, DATES, screens_page.PAGE, printed_sentences.PAGE)
    sys.stdout.write(f"wrote {', '.join(page.name for page in written)}\n")
