"""The options that every command has, accepted before and after its name.

They are taken out of the words before Typer sees them, so no command declares them; `cb --help` shows them
from `HELP`.
"""

from collections.abc import Sequence

from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass

FLAGS = ("--demo", "--json", "--plain", "--no-color", "--no-input", "--quiet", "--version")
WITH_VALUE = ("--home", "--now")

HELP = (
    ("--home DIR", "your workspace: the folder with me.yaml and clients/"),
    ("--demo", "use the bundled sample workspace; writes nothing"),
    ("--now WHEN", "answer as if it were then: 2026-11-24T08:00Z, tomorrow 9am"),
    ("--json", "one JSON document, for scripts"),
    ("--plain", "no colour, no boxes, one thing a line"),
    ("--no-color", "no colour"),
    ("--no-input", "never ask"),
    ("--quiet", "no notes besides the answer"),
    ("--version", "versions of the program and of its data"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalOptions:
    """The global options of one call, as typed."""

    flags: frozenset[str] = frozenset()
    home: str | None = None
    now: str | None = None

    def has(self, flag: str) -> bool:
        """Whether a flag such as ``--json`` was given."""
        return flag in self.flags


def split_global_options(words: Sequence[str]) -> tuple[GlobalOptions, tuple[str, ...]]:
    """The global options and the words that are left; after ``--`` nothing is an option any more.

    Raises:
        UsageError: an option that needs a word after it has none.
    """
    flags: set[str] = set()
    values: dict[str, str] = {}
    left: list[str] = []
    waiting = iter(words)
    for word in waiting:
        name, equals, value = word.partition("=")
        if word == "--":
            left.extend([word, *waiting])
        elif word in FLAGS:
            flags.add(word)
        elif name in WITH_VALUE:
            values[name] = _needed(name, value if equals else next(waiting, None))
        else:
            left.append(word)
    options = GlobalOptions(flags=frozenset(flags), home=values.get("--home"), now=values.get("--now"))
    return options, tuple(left)


def _needed(name: str, value: str | None) -> str:
    if not value or value.startswith("--"):
        meaning = next(meaning for option, meaning in HELP if option.startswith(name))
        raise UsageError(f"{name} needs a word after it", hint=f"{meaning}; see: cb --help")
    return value
