"""Days in figures: ``2026-12-03``, ``31/12``, ``04.12.2026``, ``2026-W49-5``.

What could be two different days is refused with both. Dots with the year last are read day first: of the
366 such patterns in Babel 2.18, 364 are, two of one language of Cameroon are not.
Without a year Korea and Hungary write dots month first, so those are read only where one day can be meant.
"""

import re
from calendar import monthrange
from datetime import date

from clientbridge.core.errors import UsageError
from clientbridge.core.time.formatting import long_day
from clientbridge.core.time.typed.clock_times import dotted_clock
from clientbridge.core.time.typed.named_dates import coming_day
from clientbridge.core.time.typed.reading import NoSuchDayError, Period, TwoDaysError, TypedDay

_YEAR_FIRST = r"(?a)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
_YEAR_LAST = r"(?a)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})"
_SHORT_YEAR = r"(?a)\d{1,2}([/.])\d{1,2}\1\d{2}|\d{2}-\d{2}-\d{2}"
_NO_YEAR = r"(?a)(\d{1,2})([/.])(\d{1,2})"
_MONTH = r"(?a)(\d{4})[-/](\d{1,2})"
_LONGEST_MONTH = 31
_ISO_WEEK = r"(?a)(\d{4})-?w(\d{2})-?(\d)"


def numeric_day(word: str, today: date) -> TypedDay | Period | None:
    """The day, or the month, of one word of figures; None where it is none.

    Raises UsageError for a day that does not exist and for figures that could be two days.
    """
    if match := re.fullmatch(_YEAR_FIRST, word):
        return TypedDay(_day(word, int(match[1]), int(match[3]), int(match[4])))
    if match := re.fullmatch(_ISO_WEEK, word):
        try:
            return TypedDay(date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            raise NoSuchDayError(word) from None
    if match := re.fullmatch(_YEAR_LAST, word):
        return _year_last(word, int(match[1]), int(match[3]), int(match[4]), dots=match[2] == ".")
    if re.fullmatch(_SHORT_YEAR, word):
        raise UsageError(
            f"'{word}' could be two different days: its year has two figures",
            hint="write it like 2026-12-03 or 3 dec 2026",
        )
    if match := re.fullmatch(_MONTH, word):
        return _month(word, int(match[1]), int(match[2]))
    match = re.fullmatch(_NO_YEAR, word)
    return None if match is None else _without_year(word, int(match[1]), int(match[3]), today)


def _day(word: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDayError.of(word, year, month, day) from None


def _month(word: str, year: int, month: int) -> Period:
    first = _day(word, year, month, 1)
    last = first.replace(day=monthrange(year, month)[1])
    return Period(first=first, last=last, unit="month", end=TypedDay(last))


def _year_last(word: str, first: int, second: int, year: int, *, dots: bool) -> TypedDay:
    if dots:
        return TypedDay(_day(word, year, second, first))
    days = []
    for month, day in ((second, first), (first, second)):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return _only(word, [TypedDay(day) for day in days])


def _without_year(word: str, first: int, second: int, today: date) -> TypedDay | None:
    if max(first, second) > _LONGEST_MONTH:
        return None
    days: list[TypedDay] = []
    for month, day in ((second, first), (first, second)):
        try:
            days.append(coming_day(word, month, day, today))
        except NoSuchDayError:
            continue
    if not days and "." in word:
        return None  # a time, the number of a version, an amount
    only = _only(word, days)
    if dotted_clock(word) is not None:
        raise UsageError(
            f"'{word}' could be {long_day(only.day)} or a time of day",
            hint=f"write {only.day} or {word.replace('.', ':')}",
        )
    return only


def _only(word: str, days: list[TypedDay]) -> TypedDay:
    if not days:
        raise NoSuchDayError(word)
    if days[0].day != days[-1].day:
        raise TwoDaysError(word, days[0].day, days[-1].day)
    return days[0]
