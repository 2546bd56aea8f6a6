"""Write a page as plain lines for screen readers: no colour, no boxes, no control characters."""

from collections.abc import Iterator

from clientbridge.render.page import (
    BlankLine,
    Block,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Picture,
    References,
    Table,
    Title,
    words,
)
from clientbridge.render.safe_text import safe


def to_plain(page: Page) -> str:
    """Return one item per line; each table row is one line with its column names."""
    lines = (safe(line).rstrip() for block in page.blocks for line in _lines(block))
    return "".join(f"{line}\n" for line in lines if line)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield ": ".join(filter(None, (block.text, block.aside)))
        case Line():
            yield words(block.phrase).strip()
        case Facts():
            yield from (_fact(label, value) for label, value in block.rows)
        case Table():
            yield from (_row(block, row) for row in block.rows)
        case Picture():
            yield from block.spoken
        case References():
            yield from (f"{words(entry.about)}: {entry.address}" for entry in block.entries)
        case Next():
            yield f"Next: {block.command} ({block.why})" if block.why else f"Next: {block.command}"
        case BlankLine():
            return


def _fact(label: str, value: Phrase) -> str:
    return f"{label}: {words(value)}" if label.strip() else words(value).strip()


def _row(table: Table, row: tuple[Phrase, ...]) -> str:
    cells = []
    for column, cell in zip(table.columns, row, strict=True):
        text = words(cell).strip()
        name = column.name if column.spoken is None else column.spoken
        if text:
            cells.append(f"{name} {text}" if name else text)
    return ", ".join(cells)
