"""Holidays that the law of a country moves to another weekday: rows of a table."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import Weekday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """On which day one country keeps holidays that fall on certain weekdays.

    A date on a weekday is then worked; one on a weekend stays a day off, as it would be anyway.
    """

    country: str
    names: frozenset[str]
    """English names of the holidays that move."""
    first: date = date.min
    last: date = date.max
    """The holidays from the first to the last date move, both included."""
    shifts: Mapping[Weekday, int]
    """Weekday of the holiday -> days until it is kept; 0: the library adds that day, and the old one goes."""
    likely: bool = False
    """Whether the new day is not certain: a decree must carry out each move, or employers choose."""

    def moves(self, on: date, name: str) -> bool:
        """Whether the holiday of that name on `on` is kept on another day."""
        holds = self.first <= on <= self.last and Weekday(on.weekday()) in self.shifts
        return holds and name in self.names

    def is_added_by_the_library(self, on: date) -> bool:
        """Whether the library has the new day of a moved holiday of `on` already."""
        return self.shifts[Weekday(on.weekday())] == 0

    def kept_on(self, on: date, taken: Collection[date]) -> date | None:
        """The day on which a moved holiday of `on` is kept; None where the library adds it.

        A day that goes ahead and meets a weekend or another holiday, which is one of `taken`, goes on to the
        next working day.
        """
        if self.is_added_by_the_library(on):
            return None
        days = self.shifts[Weekday(on.weekday())]
        kept = on + days * _DAY
        while days > 0 and (kept in taken or kept.weekday() >= Weekday.SAT):
            kept += _DAY
        return kept


def stays_off(on: date) -> bool:
    """Whether the old date of a moved holiday is off all the same."""
    return on.weekday() >= Weekday.SAT
