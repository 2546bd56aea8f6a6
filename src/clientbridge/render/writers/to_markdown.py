"""Write a page as Markdown, to paste into a note or a ticket."""

import re
from collections.abc import Iterator
from urllib.parse import quote

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
    words,
)
from clientbridge.render.safe_text import safe

_MARK = "<!-- clientbridge -->"
"""At the end, where no reader shows it: text of a page cannot hold it, for its signs are escaped."""
_BACKTICKS = re.compile("`+")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~])|^(\s*)([#+-]|\d+[.)])(?=\s)")


def to_markdown(page: Page) -> str:
    """Return headings, lists and tables; text that looks like markup is escaped."""
    parts = ["\n".join(_lines(block)) for block in page.blocks]
    return "\n\n".join([*(part for part in parts if part), _MARK]) + "\n"


def is_own_markdown(text: str) -> bool:
    """Whether a text is as `to_markdown` wrote it, with nothing added at its end."""
    return text.endswith(f"\n\n{_MARK}\n")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"{'#' * block.level} {_title(block)}"
        case Line():
            yield _phrase(block.phrase)
        case Facts():
            yield from (_fact(label.strip(), value) for label, value in block.rows)
        case Table():
            yield from _table(block)
        case Picture():
            lines = [safe(words(line)).rstrip() for line in block.lines]
            runs = [len(run) for line in lines for run in _BACKTICKS.findall(line)]
            fence = "`" * max(3, 1 + max(runs, default=0))
            yield from (fence, *lines, fence)
        case References():
            yield from (f"- {_phrase(entry.about)} <{_address(entry.address)}>" for entry in block.entries)
        case Next():
            yield f"Next: {_code(block.command)}" + (f" {_escape(block.why)}" if block.why else "")
        case BlankLine():
            return


def _fact(label: str, value: Phrase) -> str:
    return f"- **{_escape(label)}** {_phrase(value)}" if label else f"  {_phrase(value)}"


def _title(title: Title) -> str:
    return f"{_escape(title.text)} ({_escape(title.aside)})" if title.aside else _escape(title.text)


def _table(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(_escape(column.name) for column in table.columns) + " |"
    yield "|" + "|".join("---:" if column.right else "---" for column in table.columns) + "|"
    for row in table.rows:
        yield "| " + " | ".join(_phrase(cell, in_table=True) for cell in row) + " |"


def _phrase(phrase: Phrase, *, in_table: bool = False) -> str:
    return "".join(_piece(piece, in_table=in_table) for piece in phrase).strip()


def _piece(piece: TextRun, *, in_table: bool) -> str:
    if piece.is_command:
        code = _code(piece.text)
        return code.replace("|", "\\|") if in_table else code
    text = _escape(piece.text)
    return f"**{text}**" if piece.emphasis is Emphasis.STRONG and piece.text.strip() else text


def _code(command: str) -> str:
    """Between more backticks than stand in it; a reader takes away a blank on both sides."""
    text = safe(command)
    runs = [len(run) for run in _BACKTICKS.findall(text)]
    fence = "`" * (1 + max(runs, default=0))
    blank = " " * bool(runs)
    return f"{fence}{blank}{text}{blank}{fence}"


def _address(text: str) -> str:
    """As Markdown links it between angle brackets: without brackets and blanks of its own."""
    return quote(safe(text), safe="/:?#[]@!$&'()*+,;=%~")


def _escape(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", safe(text))
