"""Lines that git leaves in a file it could not merge: told once for each conflict, and one side read on."""

from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass

OURS, BASE, THEIRS, END = "<" * 7, "|" * 7, "=" * 7, ">" * 7
_HINT = f"keep the lines of one side, and delete those that start with {OURS}, {THEIRS} and {END}"


@dataclass(frozen=True, slots=True)
class ReadAround:
    """A text without its conflicts; its lines keep their numbers."""

    text: str
    problems: tuple[Problem, ...] = ()
    lines: frozenset[int] = frozenset()
    """Those of the conflicts, from which nothing may be concluded."""


def is_marker(line: str) -> bool:
    """Whether git wrote the line between the two sides of a conflict."""
    word = line.rstrip("\r\n").partition(" ")[0]
    return word in {OURS, BASE, THEIRS, END}


def without_conflicts(text: str, *, file: str) -> ReadAround:
    """The text with the first side of each conflict alone."""
    if OURS not in text:
        return ReadAround(text)
    lines = text.split("\n")
    problems: list[Problem] = []
    apart: set[int] = set()
    for first, last in _conflicts(lines):
        say = f"git could not merge lines {first + 1} to {last + 1}: two versions stand here"
        problems.append(Problem(file=file, line=first + 1, column=1, say=say, suggestion=_HINT))
        apart.update(range(first, last + 1))
        end_of_side = next(at for at in range(first + 1, last + 1) if is_marker(lines[at]))
        for at in (first, *range(end_of_side, last + 1)):
            lines[at] = ""
    return ReadAround("\n".join(lines), tuple(problems), frozenset(at + 1 for at in apart))


def _conflicts(lines: list[str]) -> list[tuple[int, int]]:
    """The first and the last line of each conflict, counted from 0."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for at, line in enumerate(lines):
        word = line.rstrip("\r").partition(" ")[0]
        if word == OURS:
            first = at
        elif word == END and first is not None:
            found.append((first, at))
            first = None
    return found
