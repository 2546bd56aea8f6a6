"""Lengths of time as people type them: ``45m``, ``1h30``, ``2w``, ``30d``, ``3mo``, ``1y``, ``2 weeks``.

Days, weeks and months are steps on a calendar (a day of 25 hours is one day); hours and minutes are real
time.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from clientbridge.core.frozen_dataclass import dataclass

MINUTES_PER_HOUR = 60
MONTHS_PER_YEAR = 12
_LONGEST_NUMBER = 5
_LONGEST_YEARS = 100


class TimeSpanError(ValueError):
    """A length of time that cannot be parsed; the message says what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """A length of time: months and days on the calendar, minutes of real time."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    @property
    def whole_days(self) -> bool:
        """Whether it can be added to a date."""
        return self.minutes == 0

    def after(self, day: date) -> date:
        """`day` plus this span; a month after 31 January is the last day of February."""
        return _months_later(day, self.months) + timedelta(days=self.days)

    def before(self, day: date) -> date:
        """`day` minus this span; a month before 31 March is the last day of February."""
        return _months_later(day, -self.months) - timedelta(days=self.days)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS_PER_YEAR + day.month - 1 + months, MONTHS_PER_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_UNITS = {
    form: span
    for span, forms in {
        (0, 1): ("d", "day", "days"),
        (0, 7): ("w", "wk", "wks", "week", "weeks"),
        (0, 14): ("fortnight", "fortnights"),
        (1, 0): ("mo", "month", "months"),
        (3, 0): ("quarter", "quarters"),
        (MONTHS_PER_YEAR, 0): ("y", "yr", "yrs", "year", "years"),
    }.items()
    for form in forms
}
"""Months and days of each unit of the calendar."""
_CLOCK = r"(?a)(?:(\d+)(?:h|hrs?|hours?))?(?:(\d+)(?:m|mins?|minutes?)?)?"
_CALENDAR = rf"(?a)(\d+)({'|'.join(_UNITS)})"


def parse_time_span(text: str) -> TimeSpan:
    """The length of ``1h30`` or ``2w``; raises TimeSpanError. A bare number has no unit and is refused."""
    word = text.strip().casefold().replace(" ", "")
    if any(len(number) > _LONGEST_NUMBER for number in re.findall(r"\d+", word)):
        raise TimeSpanError(f"'{text.strip()}' is too long a time")
    calendar = re.fullmatch(_CALENDAR, word)
    if calendar is not None:
        span = _calendar_span(int(calendar[1]), calendar[2])
        if span.months > _LONGEST_YEARS * MONTHS_PER_YEAR or span.days > _LONGEST_YEARS * 366:
            raise TimeSpanError(f"'{text.strip()}' is longer than {_LONGEST_YEARS} years")
        return span
    return _clock_span(text, word)


def _clock_span(text: str, word: str) -> TimeSpan:
    clock = re.fullmatch(_CLOCK, word)
    if not word or clock is None or word.isdecimal():
        raise TimeSpanError(
            f"'{text.strip()}' is not a length of time; write it like 45m, 1h30, 30d, 2w or 3mo"
        )
    return TimeSpan(minutes=int(clock[1] or 0) * MINUTES_PER_HOUR + int(clock[2] or 0))


def _calendar_span(number: int, unit: str) -> TimeSpan:
    months, days = _UNITS[unit]
    return TimeSpan(months=months * number, days=days * number)


def parse_minutes(text: str) -> int:
    """The minutes of ``45m``, ``1h30`` or a bare ``45``; raises TimeSpanError, also for days and longer."""
    word = text.strip()
    span = TimeSpan(minutes=int(word)) if _is_number(word) else parse_time_span(word)
    if span.months or span.days:
        raise TimeSpanError(f"'{word}' is not in hours and minutes; write it like 45m or 1h30")
    return span.minutes


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= _LONGEST_NUMBER


def show_minutes(minutes: int) -> str:
    """``90`` -> ``1h30``, ``45`` -> ``45m``, ``120`` -> ``2h``; `parse_minutes` is the inverse."""
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02d}" if rest else f"{hours}h"
