"""A table on the terminal, in the form that `table_form` finds for its width."""

from collections.abc import Iterator, Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import beside, columns, widest_word, wrapped
from clientbridge.render.page import Column, Phrase, Table, TextRun, quiet, words
from clientbridge.render.safe_text import safe
from clientbridge.render.writers.table_layout import GAP, INDENT, ColumnSize, TableForm, table_form
from clientbridge.render.writers.terminal_colours import painted


def table_lines(table: Table, look: Look) -> Iterator[str]:
    """Yield the lines of a table, none wider than `look.width`."""
    form = _form(table, look)
    drawing = _Drawing(table.columns, form, look)
    if form.widths and any(table.columns[at].name for at, _ in form.widths):
        yield from drawing.beside([(quiet(column.name),) for column in table.columns])
    for row in table.rows:
        yield from drawing.row(row)


def is_side_by_side(table: Table, look: Look) -> bool:
    """Whether every column of a table stands beside the others."""
    form = _form(table, look)
    return len(form.widths) == len(table.columns)


def _form(table: Table, look: Look) -> TableForm:
    rows = [row for row in table.rows if _lone_command(row) is None]
    sizes = [_size(column, [row[at] for row in rows]) for at, column in enumerate(table.columns)]
    return table_form(sizes, look.width)


def _size(column: Column, cells: Sequence[Phrase]) -> ColumnSize:
    texts = [(quiet(column.name),), *cells]
    return ColumnSize(
        longest_word=max(map(widest_word, texts)),
        full=max(column.wanted, *(columns(safe(words(text))) for text in texts)),
        is_whole=not column.fold,
        is_below=column.below,
    )


def _lone_command(row: Sequence[Phrase]) -> int | None:
    """The column of a command that has its row for itself."""
    filled = [at for at, cell in enumerate(row) if words(cell)]
    return filled[0] if len(filled) == 1 and all(run.is_command for run in row[filled[0]]) else None


@dataclass(frozen=True, slots=True)
class _Drawing:
    columns: tuple[Column, ...]
    form: TableForm
    look: Look

    def row(self, row: Sequence[Phrase]) -> Iterator[str]:
        lone = _lone_command(row)
        if lone is not None:
            yield from self._command(row[lone], lone)
            return
        if not self.form.widths:
            yield from self._cells(row)
            return
        if self.form.is_headed:
            yield from self._lines(row[0], 0)
        yield from self.beside(row)
        for at in self.form.below:
            if words(row[at]):
                yield from self._lines(self._named(at, row[at]), INDENT)

    def beside(self, row: Sequence[Phrase]) -> Iterator[str]:
        """The cells that stand side by side, as many lines as the highest needs."""
        cells = [wrapped(row[at], width) for at, width in self.form.widths]
        for number in range(max(map(len, cells))):
            parts = [
                self._padded(at, width, cell[number] if number < len(cell) else ())
                for (at, width), cell in zip(self.form.widths, cells, strict=True)
            ]
            yield " " * (INDENT if self.form.is_headed else 0) + (" " * GAP).join(parts)

    def _padded(self, at: int, width: int, line: Phrase) -> str:
        space = " " * (width - columns(words(line)))
        text = painted(line, self.look)
        return space + text if self.columns[at].right else text + space

    def _command(self, command: Phrase, at: int) -> Iterator[str]:
        """Under its column, with all the room to the right; from the left where only that keeps it whole."""
        start = INDENT
        if at in dict(self.form.widths):
            before = [width + GAP for column, width in self.form.widths if column < at]
            start = sum(before) + (INDENT if self.form.is_headed else 0)
        room = self.look.width - columns(safe(words(command)))
        yield from self._lines(command, INDENT if INDENT <= room < start else start)

    def _cells(self, row: Sequence[Phrase]) -> Iterator[str]:
        """The first cell of a row above the others, of which as many stand on a line as fit."""
        head, *others = [self._named(at, cell) for at, cell in enumerate(row) if words(cell)] or [()]
        yield from self._lines(head, 0)
        line: Phrase = ()
        for cell in others:
            if line and INDENT + columns(safe(words((*line, *cell)))) + GAP <= self.look.width:
                line = (*line, TextRun(" " * GAP), *cell)
                continue
            yield from self._lines(line, INDENT)
            line = cell
        yield from self._lines(line, INDENT)

    def _lines(self, text: Phrase, indent: int) -> Iterator[str]:
        if text:
            for line in wrapped(text, self.look.width - indent):
                yield painted(beside(" " * indent, line), self.look)

    def _named(self, at: int, cell: Phrase) -> Phrase:
        """A cell that does not stand under the name of its column."""
        column = self.columns[at]
        name = column.name if column.spoken is None else column.spoken
        return (quiet(f"{name} "), *cell) if name else cell
