"""Write a page as a self-contained HTML file, readable on a phone and printable.

On a narrow screen a row of a table becomes a block, each cell after its column's name, and a picture shrinks
until its longest line fits. On paper the next command and the list of sources are left out.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

from clientbridge.core.time.formatting import long_day
from clientbridge.render.line_wrapping import columns
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
    Reference,
    References,
    Table,
    TextRun,
    Title,
    words,
)
from clientbridge.render.safe_text import safe
from clientbridge.render.writers.html_style import STYLE

_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="generator" content="clientbridge">\n'
)
_LINKED = ("https://", "http://")
"""What a page may lead to; any other address is shown and not linked."""
_PHONE_COLUMNS = 60
"""Characters a line that can still be read across a phone (html_style.py); wider pictures go in parts."""


def to_html(page: Page, *, made_on: date | None = None) -> str:
    """Return one document with embedded style, without scripts or external resources."""
    title = next((block.text for block in page.blocks if isinstance(block, Title)), "clientbridge")
    body = "\n".join(line for block in page.blocks for line in _lines(block))
    made = "" if made_on is None else f"\n<footer>Made on {long_day(made_on)} with cb</footer>"
    return (
        f'{_HEAD}<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}{made}\n"
        "</body>\n</html>\n"
    )


def is_own_html(text: str) -> bool:
    """Whether a text is a document of `to_html`."""
    return text.startswith(_HEAD)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            aside = f" <small>{_text(block.aside)}</small>" if block.aside else ""
            yield f"<h{block.level}>{_text(block.text)}{aside}</h{block.level}>"
        case Line():
            yield f"<p>{_phrase(block.phrase)}</p>"
        case Facts():
            rows = (
                f"<tr><th>{_text(label)}</th><td>{_phrase(value)}</td></tr>" for label, value in block.rows
            )
            yield f'<table class="facts">{"".join(rows)}</table>'
        case Table():
            yield from _table(block)
        case Picture():
            yield from _picture(block)
        case References():
            items = "".join(f"<li>{_reference(entry)}</li>" for entry in block.entries)
            yield f'<ul class="references">{items}</ul>'
        case Next():
            yield f'<p class="next">Next: <code>{_text(block.command)}</code> {_text(block.why)}</p>'
        case BlankLine():
            return


def _table(table: Table) -> Iterator[str]:
    heads = "".join(f"<th>{_text(column.name)}</th>" for column in table.columns)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        cells = []
        for column, cell in zip(table.columns, row, strict=True):
            right = ' class="right"' if column.right else ""
            cells.append(f'<td{right} data-column="{_text(column.name)}">{_phrase(cell)}</td>')
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _picture(picture: Picture) -> Iterator[str]:
    widest = max((columns(safe(words(line)).rstrip()) for line in picture.lines), default=1)
    if widest > _PHONE_COLUMNS and picture.parts:
        for part in picture.parts:
            yield from _picture(part)
        return
    lines = "\n".join("".join(_text(piece.text) for piece in line) for line in picture.lines)
    spoken = _text("; ".join(picture.spoken))
    yield f'<pre role="img" style="--columns: {widest}" aria-label="{spoken}">{lines}</pre>'


def _reference(reference: Reference) -> str:
    about = _phrase(reference.about)
    if reference.address.startswith(_LINKED):
        return f'<a href="{_text(reference.address)}">{about}</a>'
    return f"{about} {_text(reference.address)}"


def _phrase(phrase: Phrase) -> str:
    return "".join(map(_piece, phrase))


def _piece(piece: TextRun) -> str:
    text = f"<code>{_text(piece.text)}</code>" if piece.is_command else _text(piece.text)
    return text if piece.emphasis is Emphasis.PLAIN else f'<span class="{piece.emphasis}">{text}</span>'


def _text(text: str) -> str:
    return escape(safe(text), quote=True)
