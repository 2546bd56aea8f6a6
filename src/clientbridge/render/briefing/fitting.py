"""Rows that must fit on one screen: the least needed ones give way until they do."""

from collections.abc import Sequence
from dataclasses import replace

from clientbridge.core.culture.gaps import CultureGap
from clientbridge.core.culture.statements import Statement
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.render.line_wrapping import columns, line_count
from clientbridge.render.page import Facts, Phrase, Title, phrase

SCREEN_LINES, SCREEN_COLUMNS = 24, 80
_REASON = 4
"""A reason goes after a third difference and small talk: rather few lines with why than many without."""
_BETWEEN = 2
"""Columns between a label and its text."""

Backing = CultureGap | Statement


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """A labelled row; of two that do not both fit, the one with the higher `dispensable` goes."""

    label: str
    said: Phrase
    dispensable: int = 0
    """0: stays whatever happens."""
    reason: str = ""
    """Why, in a sentence after it; it goes before the row does."""
    backing: Backing | None = None
    """Who says so, of what is said of how they tend to work."""

    @property
    def whole(self) -> Phrase:
        """What is said, with its reason."""
        return (*self.said, *phrase(f" {self.reason}")) if self.reason else self.said

    @property
    def next_loss(self) -> int:
        """How dispensable the part is that goes first."""
        return max(self.dispensable, _REASON) if self.reason else self.dispensable

    @property
    def after_loss(self) -> "ScreenRow | None":
        """The row without that part; None where nothing is left."""
        return replace(self, reason="") if self.reason else None


SEPARATOR = ScreenRow("", phrase(""), 9)


def fitted(rows: Sequence[ScreenRow], lines: int) -> tuple[ScreenRow, ...]:
    """The rows that take at most so many lines of the screen, in their order."""
    shown = _tidy(rows)
    while lines_of(shown) > lines:
        worst = max(row.next_loss for row in shown)
        if not worst:
            break
        last = max(index for index, row in enumerate(shown) if row.next_loss == worst)
        left = shown[last].after_loss
        shown = _tidy([*shown[:last], *((left,) if left else ()), *shown[last + 1 :]])
    return tuple(shown)


def title_lines(title: Title) -> int:
    """How many lines of the screen a title takes."""
    return line_count(phrase(f"{title.text}  {title.aside}".rstrip()), SCREEN_COLUMNS)


def as_facts(rows: Sequence[ScreenRow]) -> Facts:
    """The rows as one block, so that all texts start in the same column."""
    return Facts(tuple((row.label, row.whole) for row in rows))


def lines_of(rows: Sequence[ScreenRow]) -> int:
    """How many lines of the screen the rows take."""
    width = SCREEN_COLUMNS - max((columns(row.label) for row in rows), default=0) - _BETWEEN
    return sum(line_count(row.whole, width) for row in rows)


def _tidy(rows: Sequence[ScreenRow]) -> list[ScreenRow]:
    """Without separators that separate nothing."""
    tidy: list[ScreenRow] = []
    for row in rows:
        if row is not SEPARATOR or (tidy and tidy[-1] is not SEPARATOR):
            tidy.append(row)
    return tidy[:-1] if tidy and tidy[-1] is SEPARATOR else tidy
