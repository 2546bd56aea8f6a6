"""Break phrases into lines of a screen, measured in columns rather than characters; emphasis is preserved."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from clientbridge.render.page import Emphasis, Phrase, TextRun
from clientbridge.render.safe_text import safe

_Cells = list[tuple[str, Emphasis]]
"""Characters, each with its emphasis."""


def columns(text: str) -> int:
    """Return the width of a text in columns; wide characters take two, combining marks none."""
    return len(text) if text.isascii() else sum(_column(char) for char in text)


def wrapped(phrase: Phrase, width: int) -> list[Phrase]:
    """Return lines of at most `width` columns, broken at spaces, or within words wider than a line.

    There is at least one line; lines have no trailing spaces, and their text is safe to print.
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


def line_count(text: str, width: int) -> int:
    """Return the number of lines that `wrapped` would return for a text, without building them."""
    lines, used = 1, 0
    for word in safe(text).split(" "):
        size = columns(word)
        if used and used + 1 + size <= width:
            used += 1 + size
        elif size <= width:
            lines += bool(used)
            used = size
        else:
            broken = len(wrapped((TextRun(word),), width))
            lines += bool(used) + broken - 1
            used = sum(columns(piece.text) for piece in wrapped((TextRun(word),), width)[-1])
    return lines


def _words(phrase: Phrase) -> Iterator[_Cells]:
    word: _Cells = []
    for piece in phrase:
        for char in safe(piece.text):
            if char == " ":
                yield word
                word = []
            else:
                word.append((char, piece.emphasis))
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
