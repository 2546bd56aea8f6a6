"""Days of the week: ``fri``, ``this friday``, ``fri next week``, ``Fri 4 Dec``.

A weekday is the next such day after today, never today. "next friday" and "last friday" are read where both
customs agree on the day, else refused with both days.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from clientbridge.core.errors import UsageError
from clientbridge.core.time.formatting import long_day
from clientbridge.core.time.hours import WEEKDAY_NAMES, Weekday
from clientbridge.core.time.typed.calendar_week import DAYS_PER_WEEK
from clientbridge.core.time.typed.day_words import DIRECTIONS, weekday_named
from clientbridge.core.time.typed.reading import TwoDaysError, TypedDay, TypingDay
from clientbridge.core.time.typed.shifts import DayOf, is_amount

_WEEK = timedelta(days=DAYS_PER_WEEK)


def weekday_day(words: Sequence[str], now: TypingDay, day_of: DayOf) -> TypedDay | None:
    """The day of a weekday; None where the words are none.

    Raises UsageError for two possible days, and for a date that is another weekday.
    """
    match words:
        case [word] if (weekday := weekday_named(word)) is not None:
            return _next(weekday, now)
        case ["coming", word] | ["this", "coming", word] if (weekday := weekday_named(word)) is not None:
            return _next(weekday, now)
        case [which, word] if which in DIRECTIONS and (weekday := weekday_named(word)) is not None:
            return _of_direction(" ".join(words), which, weekday, now)
        case [word, which, "week"] | [which, "week", word] if which in DIRECTIONS:
            weekday = weekday_named(word)
            return None if weekday is None else TypedDay(_in_week(weekday, DIRECTIONS[which], now))
    return _beside_a_date(words, day_of)


def _beside_a_date(words: Sequence[str], day_of: DayOf) -> TypedDay | None:
    """``Fri 4 Dec`` and ``4 Dec, Fri``; "a week on friday" is no date with its weekday."""
    for word, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        weekday = weekday_named(word)
        if weekday is not None and not is_amount(rest):
            return _checked(weekday, day_of(rest), " ".join(words))
    return None


def _next(weekday: Weekday, now: TypingDay) -> TypedDay:
    ahead = (weekday - now.today.weekday() - 1) % DAYS_PER_WEEK + 1
    day = now.today + timedelta(days=ahead)
    if ahead < DAYS_PER_WEEK:
        return TypedDay(day)
    name = WEEKDAY_NAMES[weekday]
    return TypedDay(day, f"today is a {name}: read as {long_day(day)}; for today say today")


def _in_week(weekday: Weekday, ahead: int, now: TypingDay) -> date:
    week = now.week()
    return week.day(weekday, week.start(now.today) + ahead * _WEEK)


def _of_direction(typed: str, which: str, weekday: Weekday, now: TypingDay) -> TypedDay:
    """``this`` lies in this week; ``next`` is the coming one and next week's, where they are one day."""
    coming = _next(weekday, now).day
    match DIRECTIONS[which]:
        case 0:
            day, other = _in_week(weekday, 0, now), coming
            if day >= now.today:
                return TypedDay(day)
        case 1:
            day, other = coming, _in_week(weekday, 1, now)
        case _:
            before = coming - _WEEK
            day, other = _in_week(weekday, -1, now), before if before < now.today else before - _WEEK
    if day != other:
        raise TwoDaysError(typed, min(day, other), max(day, other))
    return TypedDay(day)


def _checked(weekday: Weekday, date_: object, typed: str) -> TypedDay | None:
    if not isinstance(date_, TypedDay):
        return None
    if date_.day.weekday() != weekday:
        raise UsageError(
            f"'{typed}': {long_day(date_.day)} is no {WEEKDAY_NAMES[weekday]}",
            hint=f"write {date_.day}, or the weekday alone",
        )
    return date_
