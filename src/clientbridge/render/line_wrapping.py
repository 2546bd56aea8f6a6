"""Break phrases into lines of a screen, measured in columns rather than characters; emphasis is preserved."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from clientbridge.core.time.formatting import MONTH_NAMES
from clientbridge.core.time.hours import WEEKDAY_NAMES
from clientbridge.render.page import Emphasis, Phrase, TextRun
from clientbridge.render.safe_text import safe

_Cells = list[tuple[str, Emphasis]]
"""Characters, each with its emphasis."""
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES)
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAY_NAMES)
_KEPT_TOGETHER = re.compile(
    rf"\b(?:(?:{_WEEKDAY}) )?\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b|\b\d+ h(?: \d{{2}})?\b"
)
"""Nobody reads ``Tue 24`` or ``in 5`` at the end of a line, ``Nov`` or ``h 55`` at the start of the next."""
_ROOM_TO_ANSWER = 20
_JOINED = "\0"
"""Instead of a space where no line is broken; no text has it once it is safe."""


def columns(text: str) -> int:
    """Return the width of a text in columns; wide characters take two, combining marks none."""
    return len(text) if text.isascii() else sum(_column(char) for char in text)


def widest_word(text: str) -> int:
    """Return the width of the widest part of a text that no line break divides."""
    return max(map(columns, _kept_together(safe(text)).split(" ")))


def wrapped(phrase: Phrase, width: int) -> list[Phrase]:
    """Return lines of at most `width` columns, broken at spaces, or within words wider than a line.

    There is at least one line; lines have no trailing spaces, and their text is safe to print. Dates stay
    whole.
    """
    lines: list[_Cells] = [[]]
    used = 0
    for number, word in enumerate(_words(phrase)):
        size = sum(_column(char) for char, _ in word)
        if number and lines[-1]:
            if used + 1 + size <= width:
                lines[-1].append((" ", Emphasis.PLAIN))
                used += 1
            else:
                lines.append([])
                used = 0
        for char, emphasis in word:
            if used + _column(char) > width:
                lines.append([])
                used = 0
            lines[-1].append((char, emphasis))
            used += _column(char)
    return [_joined(line) for line in lines]


def as_prompt(question: str, width: int) -> str:
    """Return a question broken between words, with room for the answer after it, else below."""
    lines = ["".join(run.text for run in line) for line in wrapped((TextRun(question),), width - 1)]
    has_room = columns(lines[-1]) <= width - _ROOM_TO_ANSWER
    return "\n".join(lines) + (" " if has_room else "\n> ")


def line_count(text: str, width: int) -> int:
    """Return the number of lines that `wrapped` would return for a text, without building them."""
    lines, used = 1, 0
    for word in _kept_together(safe(text)).split(" "):
        size = columns(word)
        if used and used + 1 + size <= width:
            used += 1 + size
        elif size <= width:
            lines += bool(used)
            used = size
        else:
            broken = wrapped((TextRun(word.replace(_JOINED, "-")),), width)
            lines += bool(used) + len(broken) - 1
            used = sum(columns(piece.text) for piece in broken[-1])
    return lines


def _kept_together(text: str) -> str:
    return _KEPT_TOGETHER.sub(lambda found: found[0].replace(" ", _JOINED), text)


def _words(phrase: Phrase) -> Iterator[_Cells]:
    runs = [(safe(piece.text), piece.emphasis) for piece in phrase]
    characters = [(char, emphasis) for text, emphasis in runs for char in text]
    word: _Cells = []
    for divided, (char, emphasis) in zip(
        _kept_together("".join(text for text, _ in runs)), characters, strict=True
    ):
        if divided == " ":
            yield word
            word = []
        else:
            word.append((char, emphasis))
    yield word


def _joined(line: _Cells) -> Phrase:
    while line and line[-1][0] == " ":
        line.pop()
    runs = groupby(line, key=lambda cell: cell[1])
    return tuple(TextRun("".join(char for char, _ in run), emphasis) for emphasis, run in runs)


def _column(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
