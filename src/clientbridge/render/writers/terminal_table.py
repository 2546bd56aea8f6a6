"""A table on the terminal: columns aligned and wrapped by Rich, which only pages with a table load."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from clientbridge.render.formats import Look
from clientbridge.render.page import Emphasis, Phrase, Table
from clientbridge.render.safe_text import safe

_STYLES = {
    Emphasis.PLAIN: "",
    Emphasis.STRONG: "bold",
    Emphasis.QUIET: "dim",
    Emphasis.GOOD: "green",
    Emphasis.CAREFUL: "yellow",
    Emphasis.BAD: "bold red",
}


def table_lines(table: Table, look: Look) -> Iterator[str]:
    """Yield the lines of a table within `look.width` columns; folding cells are wrapped in theirs."""
    written = StringIO()
    console = Console(
        file=written,
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    named = any(column.name for column in table.columns)
    grid = Grid(box=None, show_header=named, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in table.columns:
        grid.add_column(
            safe(column.name),
            justify="right" if column.right else "left",
            no_wrap=not column.fold,
            overflow="fold",
        )
    for row in table.rows:
        grid.add_row(*(_text(cell) for cell in row))
    console.print(grid, soft_wrap=False)
    yield from written.getvalue().splitlines()


def _text(cell: Phrase) -> Text:
    text = Text()
    for piece in cell:
        text.append(safe(piece.text), style=_STYLES[piece.emphasis])
    return text
