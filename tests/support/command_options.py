"""Every command with its arguments and options, taken from the program, and words that are hard on them."""

from collections.abc import Iterator
from dataclasses import dataclass

import typer

from clientbridge.cli.app import COMMANDS, GROUPS, make_app
from clientbridge.cli.options import WITH_VALUE


@dataclass(frozen=True)
class CommandOptions:
    """One command: what must be given, and what takes a value."""

    words: tuple[str, ...]
    arguments: tuple[str, ...]
    """Names of the arguments, in order."""
    needed: tuple[str, ...]
    options: tuple[str, ...]
    flags: tuple[str, ...]


def every_command() -> Iterator[CommandOptions]:
    """The commands of the program as it is."""
    names = [(name,) for name in COMMANDS]
    below = [(group, name) for group, commands in GROUPS.items() for name in commands.commands]
    return map(_options_of, [*names, *below])


def _options_of(words: tuple[str, ...]) -> CommandOptions:
    # Typer keeps Click to itself, so that nothing here has a type.
    command = typer.main.get_command(make_app(80, words))
    for word in words:
        command = command.commands[word]  # type: ignore[attr-defined]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    flags = [one for one in options if getattr(one, "is_flag", False)]
    return CommandOptions(
        words=words,
        arguments=tuple(str(one.name) for one in arguments),
        needed=tuple(str(one.name) for one in arguments if one.required),
        options=(*(one.opts[0] for one in options if one not in flags), *WITH_VALUE),
        flags=tuple(one.opts[0] for one in flags),
    )


HARD_WORDS = (
    *("", "   ", "0", "-0", "-1", "1", "1000000000", "1" + "0" * 30, "٣", "１００", "½", "²", "1e3", "NaN"),
    *("inf", "1.5", "1,5", "0x10", "1_000", "-5%", "0%", "1%", "100%", "101%", "1000%"),
    *("9999-12", "0000-00", "1900-01", "2026-13", "2199-12", "1973-01", "9999-11", "0001-01"),
    *("9999-12-31", "0001-01-01", "0000-00-00", "2026-02-30", "1973-01-01", "2199-12-31", "2026-W53-7"),
    *("today", "fri", "+99999d", "-99999d", "+100y", "-100y", "+99999999999d", "1/1", "31/12", "Feb 30"),
    *("25:00", "24:00", "00:00-24:00", "23:59-23:58", "09:00-05:00", "09:00-", "-", "--", "="),
    *("0m", "1m", "45m", "1h30", "1d", "1w", "0w", "3mo", "3y", "100y", "500y", "99999d", "99999h"),
    *("9999999999m", "1 w", "1W", "mon", "mon-", "mon-sun", "sun,sun"),
    *("2026-11-24T08:00Z", "0001-01-01T00:00Z", "9999-12-31T23:59Z", "2026-11-24T08:00+99:00", "Z", "+00:00"),
    *("2026-12-03 15:00", "2026-03-29 02:30", "2199-12-31 23:59", "2199-12-31T23:59Z", "1973-01-01T00:00Z"),
    *("x" * 300, "x" * 10_000, "\0", "a\nb", "\u202e", "🚀", "e\u0301", "a/b"),
    *("a/", "me", "hikari", "hikari/sato", "NO", "US", "JP-13", "@tokyo", "acme=1h", "=1h", "{0}", "%s", "*"),
    *("[bold]", "'", '"', "\\", "?", "xx", "ja", "pt_BR", "jpn", "arn"),
)
