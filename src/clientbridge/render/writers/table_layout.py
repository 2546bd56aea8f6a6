"""How a table fits a screen: columns side by side, long texts on lines of their own, or cell after cell.

Nothing is cut and nothing left out. What is whole (a time, a date, an id) stays on one line; a text keeps
room for its longest word and for as much as can be read with pleasure, else it goes below its row.
"""

from collections.abc import Iterable, Sequence

from clientbridge.core.frozen_dataclass import dataclass

GAP = 2
"""Columns between two cells."""
INDENT = 2
"""Of what belongs to the line above."""
_LEAST_BESIDE = 2
"""Columns that are worth a name above them."""
_LEAST_TEXT = 12
_LEAST_SENTENCE = 24
"""A sentence in less is a pile of words."""


@dataclass(frozen=True, slots=True)
class ColumnSize:
    """What a column of cells needs, in columns of the screen."""

    longest_word: int
    full: int
    """The widest cell on one line."""
    is_whole: bool
    """Whether no cell of it may be broken."""
    is_below: bool = False
    """Whether it never stands beside others."""

    @property
    def least(self) -> int:
        """The narrowest in which it is shown beside others."""
        if self.is_whole:
            return self.full
        pleasant = _LEAST_TEXT if self.full <= _LEAST_SENTENCE else _LEAST_SENTENCE
        return max(self.longest_word, min(self.full, pleasant))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """Which columns stand side by side, how wide, and which on lines of their own."""

    widths: tuple[tuple[int, int], ...] = ()
    """Columns by number, each with its width; none where cell follows cell."""
    is_headed: bool = False
    """Whether the first cell of a row stands above the others, which are indented."""
    below: tuple[int, ...] = ()


CELL_AFTER_CELL = TableForm()


def table_form(sizes: Sequence[ColumnSize], width: int) -> TableForm:
    """The form in which all of a table is shown in `width`: side by side as long as that is pleasant to read.

    Texts go below their row from the last one on, the first one at last above it. Where what is whole has no
    room then, there are no columns at all.
    """
    beside, below = list(range(len(sizes))), list[int]()
    for at in filter(lambda at: sizes[at].is_below, range(len(sizes))):
        beside.remove(at)
        below.append(at)
    while _total(sizes[at].least for at in beside) > width:
        movable = [at for at in beside[1:] if not sizes[at].is_whole]
        if not movable:
            return _headed(sizes, beside[1:], below, width)
        below.insert(0, movable[-1])
        beside.remove(movable[-1])
    widths = _widths({at: sizes[at] for at in beside}, width)
    return TableForm(widths=tuple(widths.items()), below=tuple(below))


def _headed(
    sizes: Sequence[ColumnSize], beside: Sequence[int], below: Sequence[int], width: int
) -> TableForm:
    left = width - INDENT
    if len(beside) < _LEAST_BESIDE or _total(sizes[at].least for at in beside) > left:
        return CELL_AFTER_CELL
    widths = _widths({at: sizes[at] for at in beside}, left)
    return TableForm(widths=tuple(widths.items()), is_headed=True, below=tuple(below))


def _widths(sizes: dict[int, ColumnSize], width: int) -> dict[int, int]:
    """What is left over goes to the texts that are nearest to their full width."""
    widths = {at: size.least for at, size in sizes.items()}
    left = width - _total(widths.values())
    for at in sorted(sizes, key=lambda at: sizes[at].full - sizes[at].least):
        more = min(left, sizes[at].full - widths[at])
        widths[at] += more
        left -= more
    return widths


def _total(widths: Iterable[int]) -> int:
    each = list(widths)
    return sum(each) + GAP * max(len(each) - 1, 0)
