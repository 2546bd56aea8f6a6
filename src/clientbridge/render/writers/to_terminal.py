"""Write a page for a terminal: aligned, wrapped to the width, coloured only where the screen allows it.

Only tables need the terminal library, so a page without one does not load it (docs/decisions.md).
"""

from collections.abc import Iterator

from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import columns, wrapped
from clientbridge.render.page import (
    BlankLine,
    Block,
    Emphasis,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Picture,
    Table,
    TextRun,
    Title,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.safe_text import safe

_CODES = {
    Emphasis.PLAIN: "",
    Emphasis.STRONG: "1",
    Emphasis.QUIET: "2",
    Emphasis.GOOD: "32",
    Emphasis.CAREFUL: "33",
    Emphasis.BAD: "1;31",
}
"""Emphasis as Select Graphic Rendition parameters, ECMA-48 8.3.117."""
_LABEL_GAP = 2
"""Columns between a label and its value."""
_MIN_TEXT_WIDTH = 10


def to_terminal(page: Page, look: Look) -> str:
    """Return lines of at most `look.width` columns, without trailing spaces; wide characters count as two."""
    return "".join(f"{line.rstrip()}\n" for block in page.blocks for line in _lines(block, look))


def _lines(block: Block, look: Look) -> Iterator[str]:
    match block:
        case Title():
            aside = f"  {block.aside}" if block.aside else ""
            yield from _wrapped(phrase(strong(block.text), quiet(aside)), look)
        case Line():
            yield from _wrapped(block.phrase, look, indent=block.indent)
        case Facts():
            yield from _facts(block, look)
        case Table():
            from clientbridge.render.writers.terminal_table import table_lines

            yield from table_lines(block, look)
        case Picture():
            yield from (_painted(_cropped(line, look.width), look) for line in block.lines)
        case Next():
            why = f"  {block.why}" if block.why else ""
            yield from _wrapped(phrase(quiet("Next: "), strong(block.command), why), look)
        case BlankLine():
            yield ""


def _wrapped(text: Phrase, look: Look, *, indent: int = 0) -> Iterator[str]:
    for line in wrapped(text, max(look.width - indent, _MIN_TEXT_WIDTH)):
        yield " " * indent + _painted(line, look)


def _facts(facts: Facts, look: Look) -> Iterator[str]:
    labels = [safe(label) for label, _ in facts.rows]
    start = max((columns(label) for label in labels), default=0) + _LABEL_GAP
    for label, (_, value) in zip(labels, facts.rows, strict=True):
        head = _painted((quiet(label),), look) + " " * (start - columns(label))
        for number, line in enumerate(wrapped(value, max(look.width - start, _MIN_TEXT_WIDTH))):
            yield (head if number == 0 else " " * start) + _painted(line, look)


def _cropped(line: Phrase, width: int) -> Phrase:
    pieces, used = [], 0
    for piece in line:
        text = ""
        for char in safe(piece.text):
            used += columns(char)
            text += char if used <= width else ""
        pieces.append(TextRun(text, piece.emphasis))
    return tuple(pieces)


def _painted(line: Phrase, look: Look) -> str:
    """Return the line with colour codes around its non-empty pieces."""
    return "".join(
        f"\x1b[{_CODES[piece.emphasis]}m{piece.text}\x1b[0m"
        if look.colour and _CODES[piece.emphasis] and piece.text
        else piece.text
        for piece in line
    )
