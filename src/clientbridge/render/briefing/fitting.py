"""Rows that must fit on one screen: the least needed ones give way until they do."""

from collections.abc import Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.render.line_wrapping import columns, line_count
from clientbridge.render.page import Facts, Phrase, phrase, words

SCREEN_LINES, SCREEN_COLUMNS = 24, 80
_BETWEEN = 2
"""Columns between a label and its text."""


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """A labelled row; of two that do not both fit, the one with the higher `dispensable` goes."""

    label: str
    said: Phrase
    dispensable: int = 0
    """0: stays whatever happens."""


SEPARATOR = ScreenRow("", phrase(""), 9)


def fitted(rows: Sequence[ScreenRow], lines: int) -> tuple[ScreenRow, ...]:
    """The rows that take at most so many lines of the screen, in their order."""
    shown = _tidy(rows)
    while lines_of(shown) > lines:
        worst = max(row.dispensable for row in shown)
        if not worst:
            break
        last = max(index for index, row in enumerate(shown) if row.dispensable == worst)
        shown = _tidy([*shown[:last], *shown[last + 1 :]])
    return tuple(shown)


def as_facts(rows: Sequence[ScreenRow]) -> Facts:
    """The rows as one block, so that all texts start in the same column."""
    return Facts(tuple((row.label, row.said) for row in rows))


def lines_of(rows: Sequence[ScreenRow]) -> int:
    """How many lines of the screen the rows take."""
    width = SCREEN_COLUMNS - max((columns(row.label) for row in rows), default=0) - _BETWEEN
    return sum(line_count(words(row.said), width) for row in rows)


def _tidy(rows: Sequence[ScreenRow]) -> list[ScreenRow]:
    """Without separators that separate nothing."""
    tidy: list[ScreenRow] = []
    for row in rows:
        if row is not SEPARATOR or (tidy and tidy[-1] is not SEPARATOR):
            tidy.append(row)
    return tidy[:-1] if tidy and tidy[-1] is SEPARATOR else tidy
