"""Write a page as a self-contained HTML file, readable on a phone and printable."""

from collections.abc import Iterator
from html import escape

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
    Title,
)
from clientbridge.render.safe_text import safe

_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="generator" content="clientbridge">\n'
)
_CELL, _RIGHT_CELL = "<td>{}</td>", '<td class="right">{}</td>'
_STYLE = """\
body { font: 11pt/1.4 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 48rem;
       margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .75rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
h1 small, h2 small { font-weight: normal; color: #555; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .15rem .75rem .15rem 0; }
.facts th { font-weight: normal; color: #555; white-space: nowrap; width: 1%; }
.strong { font-weight: 600; } .quiet { color: #555; } .good { color: #14612f; }
.careful { color: #7a4a00; } .bad { color: #9b1c1c; font-weight: 600; }
pre { font-size: .85rem; overflow-x: auto; } .right { text-align: right; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } h2 { break-after: avoid; }
               tr, pre { break-inside: avoid; } .next { display: none; } }
"""


def to_html(page: Page) -> str:
    """Return one document with embedded style, without scripts or external resources."""
    title = next((block.text for block in page.blocks if isinstance(block, Title)), "clientbridge")
    body = "\n".join(line for block in page.blocks for line in _lines(block))
    return (
        f'{_HEAD}<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
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
            lines = "\n".join("".join(_text(piece.text) for piece in line) for line in block.lines)
            spoken = _text("; ".join(block.spoken))
            yield f'<pre role="img" aria-label="{spoken}">{lines}</pre>'
        case Next():
            yield f'<p class="next">Next: <code>{_text(block.command)}</code> {_text(block.why)}</p>'
        case BlankLine():
            return


def _table(table: Table) -> Iterator[str]:
    heads = "".join(f"<th>{_text(column.name)}</th>" for column in table.columns)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        cells = (
            _RIGHT_CELL.format(_phrase(cell)) if column.right else _CELL.format(_phrase(cell))
            for column, cell in zip(table.columns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _phrase(phrase: Phrase) -> str:
    return "".join(
        _text(piece.text)
        if piece.emphasis is Emphasis.PLAIN
        else f'<span class="{piece.emphasis}">{_text(piece.text)}</span>'
        for piece in phrase
    )


def _text(text: str) -> str:
    return escape(safe(text), quote=True)
