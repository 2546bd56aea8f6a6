"""What typed words mean, and the sentences that refuse them."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import Enum

from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.durations import MONTHS_PER_YEAR
from clientbridge.core.time.formatting import MONTH_NAMES, long_day
from clientbridge.core.time.typed.calendar_week import CalendarWeek

DATE_HINT = "write it like 2026-12-03, 4 dec, fri, tomorrow, +3d, in 2 weeks or end of month"


class Edge(Enum):
    """Which day of a week, month, quarter or year is meant where a range begins or ends."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class TypingDay:
    """The day on which something is typed, and the week of whoever typed it."""

    today: date
    week: Callable[[], CalendarWeek] = CalendarWeek
    """Asked for only by words that need it."""


@dataclass(frozen=True, slots=True)
class TypedDay:
    """One day, and what the reader should be told about it."""

    day: date
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A week, month, quarter or year: from its first to its last day."""

    first: date
    last: date
    unit: str
    end: TypedDay
    """What its end means as a deadline: of a week, the last day that is worked."""

    def edge(self, edge: Edge) -> TypedDay:
        """Its first or its last day."""
        return TypedDay(self.first if edge is Edge.FIRST else self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """All that was typed: a day or a period, perhaps with a time or a part of that day."""

    when: TypedDay | Period | None = None
    """None where only a time is named: it is today's."""
    minute: int | None = None
    """After midnight on the clock."""
    second: int = 0
    part: str | None = None
    """``morning``: no time of day."""


class NoSuchDayError(UsageError):
    """A date that no calendar has; with why, and the day that was perhaps meant."""

    def __init__(self, text: str, why: str | None = None, meant: date | None = None) -> None:
        because = "" if why is None else f": {why}"
        hint = DATE_HINT if meant is None else f"did you mean {meant}? Else {DATE_HINT}"
        super().__init__(f"there is no day {text.strip()}{because}", hint=hint)

    @classmethod
    def of(cls, text: str, year: int, month: int, day: int) -> "NoSuchDayError":
        """The error for a day of figures."""
        if not year:
            return cls(text, "there is no year 0")
        if not 1 <= month <= MONTHS_PER_YEAR:
            swapped = 1 <= day <= MONTHS_PER_YEAR and 1 <= month <= monthrange(year, day)[1]
            return cls(text, f"there is no month {month}", date(year, day, month) if swapped else None)
        return cls(text, f"{MONTH_NAMES[month - 1]} {year} has {monthrange(year, month)[1]} days")


class TwoDaysError(UsageError):
    """Words that could mean two different days; both are named."""

    def __init__(self, text: str, first: date, second: date) -> None:
        super().__init__(
            f"'{text.strip()}' could be two different days: {long_day(first)} or {long_day(second)}",
            hint=f"write {first} or {second}",
        )


class PeriodNotDayError(UsageError):
    """A week, month, quarter or year where one day is asked."""

    def __init__(self, text: str, period: Period) -> None:
        super().__init__(
            f"'{text.strip()}' is no day but a {period.unit}:"
            f" {long_day(period.first)} to {long_day(period.last)}",
            hint=f"write {period.end.day} for its end, {period.first} for its start, or name a day like fri",
        )
