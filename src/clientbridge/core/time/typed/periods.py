"""Weeks, months, quarters and years, and their ends: ``next week``, ``end of month``, ``eoq``."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from clientbridge.core.time.durations import MONTHS_PER_YEAR, TimeSpan
from clientbridge.core.time.formatting import long_day
from clientbridge.core.time.typed.calendar_week import DAYS_PER_WEEK
from clientbridge.core.time.typed.day_words import DIRECTIONS, MONTHS, PERIOD_ENDS, UNITS
from clientbridge.core.time.typed.numeric_dates import numeric_day
from clientbridge.core.time.typed.reading import Period, TypedDay, TypingDay

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_YEAR = r"(?a)[12]\d{3}"
_ONE_DAY = timedelta(days=1)


def period_or_its_edge(words: Sequence[str], now: TypingDay) -> TypedDay | Period | None:
    """The period, or the day on which it begins or ends; None where the words are none of these."""
    match words:
        case [end] if end in PERIOD_ENDS:
            return _end([PERIOD_ENDS[end]], now)
        case [unit, "end"] if unit in UNITS:
            return _end([unit], now)
        case ["last", "day", *rest] | ["end", *rest] if rest:
            return _end(rest, now)
        case ["first", "day", *rest] | ["start" | "beginning", *rest] if rest:
            period = _period(rest, now)
            return None if period is None else TypedDay(period.first)
        case [unit] if unit in UNITS:
            return None  # "by the week" is no day
    return _period(words, now)


def _end(words: Sequence[str], now: TypingDay) -> TypedDay | None:
    if tuple(words) in {("week",), ("this", "week")}:
        return _end_of_this_week(now)
    period = _period(words, now)
    if period is None and len(words) == 1 and re.fullmatch(_YEAR, words[0]):
        return TypedDay(date(int(words[0]), MONTHS_PER_YEAR, 31))
    return None if period is None else period.end


def _end_of_this_week(now: TypingDay) -> TypedDay:
    """The next day on which a week's work ends, today included."""
    weekday = now.week().last_worked
    day = now.today + timedelta(days=(weekday - now.today.weekday()) % DAYS_PER_WEEK)
    if now.week().start(day) == now.week().start(now.today):
        return TypedDay(day)
    return TypedDay(day, f"this week's work has ended: read as {long_day(day)}")


def _period(words: Sequence[str], now: TypingDay) -> Period | None:
    match words:
        case [unit] if unit in UNITS:
            return _around(now, unit, 0)
        case [which, unit] if which in DIRECTIONS and unit in UNITS:
            return _around(now, unit, DIRECTIONS[which])
        case [month] if month in MONTHS:
            number = MONTHS[month]
            return _months(date(now.today.year + (number < now.today.month), number, 1), "month")
        case [month, year] if month in MONTHS and re.fullmatch(_YEAR, year):
            return _months(date(int(year), MONTHS[month], 1), "month")
        case [figures]:
            named = numeric_day(figures, now.today) if figures[:4].isdecimal() else None
            return named if isinstance(named, Period) else None
    return None


def _around(now: TypingDay, unit: str, ahead: int) -> Period:
    """The period of that length in which today lies, or the one before or after it."""
    if unit == "week":
        week = now.week()
        first = week.start(now.today) + timedelta(days=DAYS_PER_WEEK * ahead)
        end = TypedDay(week.day(week.last_worked, first))
        return Period(first=first, last=first + timedelta(days=DAYS_PER_WEEK - 1), unit=unit, end=end)
    months = _MONTHS_OF[unit]
    start = now.today.replace(month=(now.today.month - 1) // months * months + 1, day=1)
    span = TimeSpan(months=months * abs(ahead))
    return _months(span.before(start) if ahead < 0 else span.after(start), unit)


def _months(first: date, unit: str) -> Period:
    last = TimeSpan(months=_MONTHS_OF[unit]).after(first) - _ONE_DAY
    return Period(first=first, last=last, unit=unit, end=TypedDay(last))
