"""Break phrases into lines of a screen, measured in columns rather than characters; emphasis is preserved.

A command stays on one line where it can; else it is broken so that a shell runs it as it is pasted.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from clientbridge.core.time.formatting import MONTH_NAMES
from clientbridge.core.time.hours import WEEKDAY_NAMES
from clientbridge.render.command_text import OFFERED
from clientbridge.render.page import Emphasis, Phrase, TextRun, offered, words
from clientbridge.render.safe_text import safe
from clientbridge.render.shell_words import GOES_ON, divided, options_with_values, shell_words

_Cells = list[tuple[str, Emphasis, bool]]
"""Characters, each with its emphasis and whether it is part of a command."""
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES)
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAY_NAMES)
_KEPT_TOGETHER = re.compile(
    rf"\b(?:(?:{_WEEKDAY}) )?\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b|\b\d+ h(?: \d{{2}})?\b"
)
"""Nobody reads ``Tue 24`` or ``in 5`` at the end of a line, ``Nov`` or ``h 55`` at the start of the next."""
_ROOM_TO_ANSWER = 20
_INDENT = "  "
"""Of all lines of a broken command but the first."""
_MORE = f" {GOES_ON}"
_JOINED = "\0"
"""Instead of a space where no line is broken; no text has it once it is safe."""


def columns(text: str) -> int:
    """Return the width of a text in columns; wide characters take two, combining marks none."""
    return len(text) if text.isascii() else sum(_column(char) for char in text)


def widest_word(phrase: Phrase) -> int:
    """Return the width of the widest part of a phrase that no line break need divide."""
    in_commands = [
        columns(word) + len(_INDENT) + len(_MORE)
        for run in phrase
        if run.is_command
        for word in shell_words(safe(run.text))
    ]
    said = "".join(safe(run.text) for run in phrase if not run.is_command)
    return max(*in_commands, *map(columns, _kept_together(said).split(" ")), 0)


def wrapped(phrase: Phrase, width: int) -> list[Phrase]:
    """Return lines of at most `width` columns, broken at spaces, or within words wider than a line.

    There is at least one line; lines have no trailing spaces, and their text is safe to print. Dates stay
    whole, and so do commands that are no wider than a line; nothing follows a broken one on its line.
    """
    lines: list[_Cells] = [[]]
    used = 0
    for number, word in enumerate(_words(phrase)):
        size = sum(_column(char) for char, _, _ in word)
        if number and lines[-1]:
            if used + 1 + size <= width:
                lines[-1].append((" ", Emphasis.PLAIN, False))
                used += 1
            else:
                lines.append([])
                used = 0
        if size > width and word[0][2]:
            lines[-1:] = _broken_command(word, width)
            used = width
        else:
            used = _add(word, lines, used, width)
    return [_joined(line) for line in lines]


def _add(word: _Cells, lines: list[_Cells], used: int, width: int) -> int:
    """Put a word at the end, on more lines where one has no room; return the columns used of the last."""
    for cell in word:
        if used + _column(cell[0]) > width:
            lines.append([])
            used = 0
        lines[-1].append(cell)
        used += _column(cell[0])
    return used


def beside(margin: str, line: Phrase) -> Phrase:
    """A line of `wrapped` after a margin; without one where it starts within a word of a command."""
    goes_on = bool(line) and line[0].is_command and not line[0].text.startswith((" ", "cb "))
    return line if goes_on or not margin else (TextRun(margin), *line)


def as_prompt(question: str, width: int) -> str:
    """Return a question broken between words, with room for the answer after it, else below."""
    lines = ["".join(run.text for run in line) for line in wrapped((TextRun(question),), width - 1)]
    has_room = columns(lines[-1]) <= width - _ROOM_TO_ANSWER
    return "\n".join(lines) + (" " if has_room else "\n> ")


def as_talk(say: str, width: int) -> str:
    """Return safe talk broken between words, a command as on a page; a path or an address stays whole."""
    from textwrap import wrap

    whole = OFFERED.sub(lambda found: found[0].replace(" ", _JOINED), say)
    lines = wrap(whole, width, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False)
    return "\n".join(
        _indented_command(line.strip(), width) if _JOINED in line and columns(line) > width else line
        for line in lines
    ).replace(_JOINED, " ")


def _indented_command(line: str, width: int) -> str:
    command = offered(line.replace(_JOINED, " "))
    return "\n".join(words(beside(_INDENT, part)) for part in wrapped((command,), width - len(_INDENT)))


def line_count(phrase: Phrase, width: int) -> int:
    """Return the number of lines that `wrapped` would return, built only where a command is offered."""
    if any(run.is_command for run in phrase):
        return len(wrapped(phrase, width))
    lines, used = 1, 0
    for word in _kept_together("".join(safe(run.text) for run in phrase)).split(" "):
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
    """What stands between blanks; a command is one word."""
    runs = [(safe(piece.text), piece) for piece in phrase]
    cells = [(char, piece.emphasis, piece.is_command) for text, piece in runs for char in text]
    word: _Cells = []
    for divided_at, cell in zip(_kept_together("".join(text for text, _ in runs)), cells, strict=True):
        if divided_at == " " and not cell[2]:
            yield word
            word = []
        else:
            word.append(cell)
    yield word


def _broken_command(word: _Cells, width: int) -> list[_Cells]:
    text = "".join(char for char, _, _ in word)
    return [[(char, word[0][1], True) for char in line] for line in command_lines(text, width)]


def command_lines(command: str, width: int) -> list[str]:
    """A command too wide for a line, broken between the words of a shell, all but the first line indented.

    Only a word that is wider than a line is broken itself, and goes on at the very start of the next one.
    """
    *pieces, last = _pieces(command, width)
    rooms = [*((piece, width - len(_MORE)) for piece in pieces), (last, width)]
    lines: list[str] = []
    for piece, room in rooms:
        if lines and columns(f"{lines[-1]} {piece}") <= room:
            lines[-1] += f" {piece}"
            continue
        lines[-1:] = [f"{line}{_MORE}" for line in lines[-1:]]
        margin, left = (_INDENT if lines else ""), piece
        while columns(margin + left) > room:
            part, left = divided(left, width - len(margin) - len(GOES_ON), columns)
            lines.append(f"{margin}{part}{GOES_ON}")
            margin = ""
        lines.append(margin + left)
    return lines


def _pieces(command: str, width: int) -> list[str]:
    """The words of a command, an option with its value where both fit on a line."""
    room = width - len(_INDENT) - len(_MORE)
    together = options_with_values(shell_words(command))
    return [piece for one in together for piece in ([one] if columns(one) <= room else shell_words(one))]


def _joined(line: _Cells) -> Phrase:
    while line and line[-1][0] == " ":
        line.pop()
    runs = groupby(line, key=lambda cell: cell[1:])
    return tuple(TextRun("".join(cell[0] for cell in run), *style) for style, run in runs)


def _column(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
