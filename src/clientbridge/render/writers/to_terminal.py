"""Write a page for a terminal: aligned, wrapped to the width, coloured only where the screen allows it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import beside, columns, wrapped
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
    References,
    Table,
    TextRun,
    Title,
    offered,
    phrase,
    quiet,
    strong,
    words,
)
from clientbridge.render.safe_text import safe
from clientbridge.render.writers.terminal_colours import painted
from clientbridge.render.writers.terminal_table import is_side_by_side, table_lines

_LABEL_GAP = 2
"""Columns between a label and its value."""
_MIN_TEXT_WIDTH = 10
_ADDRESS_INDENT = 2


def to_terminal(page: Page, look: Look) -> str:
    """Return lines of at most `look.width` columns, without trailing spaces; wide characters count as two."""
    return "".join(
        f"{line.rstrip()}\n" for block in _with_next_apart(page.blocks) for line in _lines(block, look)
    )


def _with_next_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """What may be typed next stands below an empty line, on every page; no page makes one for it."""
    for before, block in pairwise((BlankLine(), *blocks)):
        if isinstance(block, Next) and not isinstance(before, Next | BlankLine):
            yield BlankLine()
        yield block


def _lines(block: Block, look: Look) -> Iterator[str]:
    match block:
        case Title():
            aside = block.aside and f"  {block.aside}"
            yield from _wrapped(phrase(strong(block.text), quiet(aside)), look)
        case Line():
            yield from _wrapped(block.phrase, look, indent=block.indent)
        case Facts():
            yield from _facts(block, look)
        case Table():
            yield from _table(block, look)
        case Picture():
            yield from _picture(block, look)
        case References():
            yield from _references(block, look)
        case Next():
            why = block.why and f"  {block.why}"
            yield from _wrapped(phrase(quiet("Next: "), offered(block.command, Emphasis.STRONG), why), look)
        case BlankLine():
            yield ""


def _wrapped(text: Phrase, look: Look, *, indent: int = 0) -> Iterator[str]:
    for line in wrapped(text, max(look.width - indent, _MIN_TEXT_WIDTH)):
        yield painted(beside(" " * indent, line), look)


def _references(references: References, look: Look) -> Iterator[str]:
    for entry in references.entries:
        yield from _wrapped(entry.about, look)
        # Never broken: a terminal shows the rest of a long address below, and still opens the whole of it.
        yield " " * _ADDRESS_INDENT + painted(phrase(quiet(safe(entry.address))), look)


def _facts(facts: Facts, look: Look) -> Iterator[str]:
    labels = [safe(label) for label, _ in facts.rows]
    start = max((columns(label) for label in labels), default=0) + _LABEL_GAP
    for label, (_, value) in zip(labels, facts.rows, strict=True):
        head = phrase(quiet(label), " " * (start - columns(label)))
        for number, line in enumerate(wrapped(value, max(look.width - start, _MIN_TEXT_WIDTH))):
            yield painted((*head, *line) if number == 0 else beside(" " * start, line), look)


def _table(table: Table, look: Look) -> Iterator[str]:
    if table.narrow and not is_side_by_side(table, look):
        for block in table.narrow:
            yield from _lines(block, look)
        return
    yield from table_lines(table, look)


def _fits(picture: Picture, look: Look) -> bool:
    return all(columns(safe(words(line)).rstrip()) <= look.width for line in picture.lines)


def _picture(picture: Picture, look: Look) -> Iterator[str]:
    """As it is, else in parts, else its sentences: a picture that is cut would mislead."""
    if _fits(picture, look):
        for line in picture.lines:
            yield painted(tuple(TextRun(safe(piece.text), piece.emphasis) for piece in line), look)
        return
    if picture.parts and all(_fits(part, look) for part in picture.parts):
        for number, part in enumerate(picture.parts):
            yield from ("",) * (number > 0)
            yield from _picture(part, look)
        return
    for sentence in picture.spoken:
        yield from _wrapped(phrase(sentence), look)
