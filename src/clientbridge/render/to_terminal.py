"""A page for a terminal: aligned, wrapped to the width, calm; colour only where the screen has it."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from clientbridge.render.formats import Look
from clientbridge.render.page import Block, Facts, Gap, Line, Next, Page, Phrase, Picture, Table, Title, Tone
from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.GOOD: "green",
    Tone.CAREFUL: "yellow",
    Tone.BAD: "bold red",
}


def to_terminal(page: Page, look: Look) -> str:
    """Lines of at most `look.width` columns, a wide character counted as two; no trailing spaces."""
    console = _console(look)
    for block in page.blocks:
        for renderable in _renderables(block):
            console.print(renderable, soft_wrap=False)
    if not isinstance(console.file, StringIO):
        raise TypeError("the page is written to memory, never to a screen")
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


def _console(look: Look) -> "Console":
    from rich.console import Console

    return Console(
        file=StringIO(),
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


def _renderables(block: Block) -> Iterator["RenderableType"]:
    from rich.padding import Padding

    match block:
        case Title():
            yield _title(block)
        case Line():
            yield Padding(_text(block.phrase), (0, 0, 0, block.indent))
        case Facts():
            yield _facts(block)
        case Table():
            yield _table(block)
        case Picture():
            for line in block.lines:
                text = _text(line)
                text.no_wrap = True
                text.overflow = "crop"
                yield text
        case Next():
            yield _next(block)
        case Gap():
            yield ""


def _text(phrase: Phrase) -> "Text":
    from rich.text import Text

    text = Text()
    for piece in phrase:
        text.append(safe(piece.text), style=_STYLES[piece.tone])
    return text


def _title(title: Title) -> "Text":
    from rich.text import Text

    text = Text(safe(title.text), style="bold")
    if title.aside:
        text.append(f"  {safe(title.aside)}", style="not bold dim")
    return text


def _next(block: Next) -> "Text":
    from rich.text import Text

    text = Text("Next: ", style="dim")
    text.append(safe(block.command), style="not dim bold")
    if block.why:
        text.append(f"  {safe(block.why)}")
    return text


def _facts(facts: Facts) -> "RenderableType":
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, said in facts.rows:
        grid.add_row(safe(label), _text(said))
    return grid


def _table(table: Table) -> "RenderableType":
    from rich.table import Table as Grid

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
    return grid
