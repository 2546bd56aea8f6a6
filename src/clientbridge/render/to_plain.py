"""A page as plain lines: no colour, no boxes, no control characters, in an order to read aloud."""

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
    Table,
    Title,
    words,
)
from clientbridge.render.safe_text import safe


def to_plain(page: Page) -> str:
    """One thing a line; tables are read row by row with the name of each column."""
    lines = (safe(line).rstrip() for block in page.blocks for line in _lines(block))
    return "".join(f"{line}\n" for line in lines if line)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"{block.text}: {block.aside}" if block.aside else block.text
        case Line():
            yield words(block.phrase).strip()
        case Facts():
            for label, said in block.rows:
                yield f"{label}: {words(said)}" if label.strip() else words(said).strip()
        case Table():
            yield from (_row(block, row) for row in block.rows)
        case Picture():
            yield from block.spoken
        case Next():
            yield f"Next: {block.command} ({block.why})" if block.why else f"Next: {block.command}"
        case BlankLine():
            return


def _row(table: Table, row: tuple[Phrase, ...]) -> str:
    said = []
    for column, cell in zip(table.columns, row, strict=True):
        text = words(cell).strip()
        name = column.name if column.spoken is None else column.spoken
        if text:
            said.append(f"{name} {text}" if name else text)
    return ", ".join(said)
