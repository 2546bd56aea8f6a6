"""``docs/man/cb.1``: the man page, written from the program; ``man cb`` shows it once installed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from command_parts import CommandParts, OptionPart, all_commands

from clientbridge import __version__
from clientbridge.cli.guide import ENVIRONMENT, EXAMPLES, EXIT_CODES, FILES, PURPOSES, TOPICS
from clientbridge.cli.options import HELP

MAN_PAGE = Path(__file__).parents[2] / "docs" / "man" / "cb.1"


def man_page() -> str:
    """The whole page, in the macros of man(7)."""
    lines = [
        '.\\" Written from the program by `make docs`; do not edit.',
        f'.TH CB 1 "" "clientbridge {__version__}" "clientbridge"',
        ".SH NAME",
        r"cb \- what time, what day and what custom it is where your clients are",
        ".SH SYNOPSIS",
        ".B cb",
        ".RI [ OPTIONS ]",
        ".RI [ COMMAND ]",
        ".RI [ ARGUMENTS ]",
        ".SH DESCRIPTION",
        *_text(
            "cb reads small YAML files that you keep about yourself and your clients, answers at once,"
            " explains every answer, and never sends anything. Without a command it is cb today."
            " The answer goes to standard output, everything said about it to standard error."
        ),
        ".SH COMMANDS",
        *_commands(),
        ".SH GLOBAL OPTIONS",
        "Accepted before and after the command.",
        *_rows([*HELP, ("-h, --help", "what a command does, with examples")]),
        ".SH DATES AND LENGTHS",
        *_rows(TOPICS["dates"][1]),
        ".SH COMPLETION",
        *_rows(TOPICS["completion"][1]),
        ".SH ENVIRONMENT",
        *_rows(ENVIRONMENT),
        ".SH FILES",
        *_text(
            "Looked for in the folder that --home or CB_HOME names, else above the one you stand in,"
            " else in your data folder."
        ),
        *_rows(FILES),
        ".SH EXIT STATUS",
        *_rows(EXIT_CODES),
        ".SH SEE ALSO",
        *_text("cb help, cb help COMMAND, cb help TOPIC"),
    ]
    return "\n".join([*lines, ""])


def _commands() -> Iterator[str]:
    by_name = {parts.name: parts for parts in all_commands()}
    for title, rows in PURPOSES:
        yield f".SS {_escaped(title.capitalize())}"
        for name, _ in rows:
            for parts in _meant(name, by_name):
                yield from _command(parts)


def _meant(name: str, by_name: "dict[str, CommandParts]") -> Iterator[CommandParts]:
    """The command of that name, or every one below it."""
    if name in by_name:
        yield by_name[name]
    else:
        yield from (parts for known, parts in by_name.items() if known.startswith(f"{name} "))


def _command(parts: CommandParts) -> Iterator[str]:
    written = " ".join(argument.written for argument in parts.arguments)
    yield ".TP"
    yield f"\\fBcb {_escaped(parts.name)}\\fR {_escaped(written)}".rstrip()
    yield from _text(parts.say)
    if parts.arguments or parts.options:
        yield ".RS"
        for one in (*parts.arguments, *parts.options):
            yield from _option(one)
        yield ".RE"
    if parts.name in EXAMPLES:
        yield ".RS"
        yield ".PP"
        yield "Examples:"
        yield from _rows(EXAMPLES[parts.name])
        yield ".RE"


def _option(one: OptionPart) -> Iterator[str]:
    value = f" \\fI{_escaped(one.value)}\\fR" if one.value else ""
    yield ".TP"
    yield f"\\fB{_escaped(one.written)}\\fR{value}"
    yield from _text(one.say)


def _rows(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, say in rows:
        yield ".TP"
        yield f"\\fB{_escaped(name)}\\fR"
        yield from _text(say)


def _text(say: str) -> list[str]:
    """Sentences, each on a line of its own, so that a difference shows one sentence."""
    return [_escaped(sentence) for sentence in re.split(r"(?<=[.;:]) ", say)]


def _escaped(text: str) -> str:
    """The text as roff prints it: a hyphen that can be copied, and no line that begins like a command."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
