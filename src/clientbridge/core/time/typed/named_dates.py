"""Days with the name of their month: ``4 dec``, ``December 4th, 2026``, ``the 4th``.

Without a year the next such day from today on is meant, today included.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.formatting import day_month_year, long_day
from clientbridge.core.time.typed.day_words import MONTHS
from clientbridge.core.time.typed.reading import NoSuchDayError, TypedDay

_DAY = r"(?a)(\d{1,2})(?:st|nd|rd|th)?"
_ORDINAL = r"(?a)(\d{1,2})(?:st|nd|rd|th)"
_GLUED = r"(?a)(\d{1,2})([a-z]{3,9})(\d{4})?"
_YEAR = r"(?a)[12]\d{3}"
_JUST_PASSED = timedelta(days=92)
_MONTHS_AHEAD = 3


def named_day(words: Sequence[str], today: date) -> TypedDay | None:
    """The day of ``4 dec``, ``dec 4 2026`` or ``4th``; None where it is none; raises UsageError."""
    if len(words) == 1:
        return _one_word(words[0], today)
    match words:
        case [first, second, *year] if len(year) <= 1 and all(re.fullmatch(_YEAR, one) for one in year):
            for month_word, day_word in ((second, first), (first, second)):
                month, day = MONTHS.get(month_word), re.fullmatch(_DAY, day_word)
                if month is not None and day is not None:
                    return _day(" ".join(words), int(day[1]), month, *year, today=today)
    return None


def _one_word(word: str, today: date) -> TypedDay | None:
    ordinal, glued = re.fullmatch(_ORDINAL, word), re.fullmatch(_GLUED, word)
    if ordinal is not None:
        return _day_of_a_month(word, int(ordinal[1]), today)
    if glued is not None and glued[2] in MONTHS:
        return _day(word, int(glued[1]), MONTHS[glued[2]], *filter(None, [glued[3]]), today=today)
    return None


def _day(typed: str, day: int, month: int, year: str | None = None, *, today: date) -> TypedDay:
    if year is None:
        return coming_day(typed, month, day, today)
    try:
        return TypedDay(date(int(year), month, day))
    except ValueError:
        raise NoSuchDayError.of(typed, int(year), month, day) from None


def coming_day(typed: str, month: int, day: int, today: date) -> TypedDay:
    """The next such day, today included, with a note where one has just passed; raises NoSuchDayError."""
    year = today.year + ((month, day) < (today.month, today.day))
    try:
        coming = date(year, month, day)
    except ValueError:
        raise NoSuchDayError.of(typed, year, month, day) from None
    try:
        before = date(year - 1, month, day)
    except ValueError:
        before = None
    if before is None or coming == today or today - before > _JUST_PASSED:
        return TypedDay(coming)
    return TypedDay(coming, f"{day_month_year(before)} has passed: read as {long_day(coming)}")


def _day_of_a_month(typed: str, day: int, today: date) -> TypedDay:
    """The next such day of this month or a later one."""
    for ahead in range(_MONTHS_AHEAD):
        month = TimeSpan(months=ahead).after(today.replace(day=1))
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found >= today:
            return TypedDay(found)
    raise NoSuchDayError(typed)
