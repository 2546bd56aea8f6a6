"""Days and moments as people type them, the same words for every command (docs/dates.md).

A date is a day on the calendar of whoever types it; a time of day is read on the clock of where they are
that day; a time with an offset or ``Z`` is that instant whatever the zone. What could mean two different days
is refused with both, and a local time that does not exist, or exists twice, with both instants.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from clientbridge.core.errors import TwoMomentsError, UsageError
from clientbridge.core.limits import YEARS
from clientbridge.core.time.formatting import city
from clientbridge.core.time.hours import clock
from clientbridge.core.time.intervals import at_minute
from clientbridge.core.time.offsets import (
    ClockFold,
    ClockGap,
    instants_of,
    local_time,
    offset_at,
    utc_offset,
)
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.time.typed.clock_times import MOMENT_HINT
from clientbridge.core.time.typed.near_misses import not_a_day
from clientbridge.core.time.typed.phrases import read_phrase
from clientbridge.core.time.typed.reading import Edge, Period, PeriodNotDayError, Phrase, TypedDay, TypingDay

__all__ = ["Edge"]

WeekOf: TypeAlias = Callable[[], CalendarWeek]
"""The week of whoever types, for words like ``eow``; Monday to Friday where nothing is known."""


def read_date(text: str, *, today: date, week: WeekOf = CalendarWeek, edge: Edge | None = None) -> date:
    """Parse a day whose year is in `YEARS`; raises UsageError.

    A week, month, quarter or year is its first or last day where `edge` says which, else refused.
    """
    return read_typed_day(text, today=today, week=week, edge=edge).day


def read_typed_day(
    text: str, *, today: date, week: WeekOf = CalendarWeek, edge: Edge | None = None
) -> TypedDay:
    """As `read_date`, with what the reader should be told about the day."""
    phrase = _phrase(text, TypingDay(today, week))
    if phrase.minute is not None or phrase.part is not None:
        raise UsageError(
            f"'{text.strip()}' has a time of day; a day is asked", hint="leave the time out: fri, 2026-12-03"
        )
    return _one_day(text, phrase, today, edge)


def note_on_day(text: str, *, today: date, week: WeekOf = CalendarWeek) -> str | None:
    """What to tell about a day that `read_date` or `read_moment` reads; None for nothing, and for no day."""
    try:
        phrase = None if offset_instant(text) is not None else read_phrase(text, TypingDay(today, week))
    except (UsageError, OverflowError):
        return None
    return phrase.when.note if phrase is not None and isinstance(phrase.when, TypedDay) else None


def _phrase(text: str, now: TypingDay) -> Phrase:
    try:
        phrase = read_phrase(text, now)
    except OverflowError:
        phrase = None
    if phrase is None:
        raise not_a_day(text)
    return phrase


def _one_day(text: str, phrase: Phrase, today: date, edge: Edge | None) -> TypedDay:
    when = phrase.when
    if isinstance(when, Period):
        if edge is None:
            raise PeriodNotDayError(text, when)
        when = when.edge(edge)
    when = when or TypedDay(today)
    if when.day.year not in YEARS:
        raise UsageError(
            f"the year of '{text}' is out of reach", hint=f"{YEARS[0]} to {YEARS[-1]} can be asked"
        )
    return when


ZoneOn: TypeAlias = Callable[[date], ZoneInfo]
"""The zone on whose clock a typed time is read, by date: a traveller's changes with the day."""


def read_moment(text: str, *, today: date, zone_on: ZoneOn, week: WeekOf = CalendarWeek) -> datetime:
    """The UTC instant of a day and time on the clock of that day's zone, or of a time with an offset.

    A time without a day is today's. Raises UsageError, also for a local time that does not exist or exists
    twice.
    """
    moment = read_day_or_moment(text, today=today, zone_on=zone_on, week=week)
    if not isinstance(moment, datetime):
        raise UsageError(f"'{text}' has no time of day", hint=MOMENT_HINT)
    return moment


def read_day_or_moment(
    text: str, *, today: date, zone_on: ZoneOn, week: WeekOf = CalendarWeek, edge: Edge | None = None
) -> date | datetime:
    """Parse a day into a date, or a day and time into a UTC instant; raises UsageError."""
    instant = offset_instant(text)
    if instant is not None:
        return instant
    day_text, clock_text = _halves(text)
    phrase = _phrase(f"{day_text} {clock_text}", TypingDay(today, week))
    if phrase.part is not None:
        raise UsageError(f"'{text.strip()}' has no time of day", hint=MOMENT_HINT)
    day = _one_day(text, phrase, today, None if phrase.minute is not None else edge).day
    if phrase.minute is None:
        return day
    return local_instant(day, phrase.minute, zone_on(day)) + timedelta(seconds=phrase.second)


_LOCAL = r"(?a)(\d{4}-\d{2}-\d{2}|\d{4}-?W\d{2}-?\d)[Tt](.+)"


def _halves(text: str) -> tuple[str, str]:
    """The day and the time that a ``T`` joins; all of it and nothing where there is none."""
    local = re.fullmatch(_LOCAL, text.strip())
    return (local[1], local[2]) if local else (text, "")


_OFFSET = (
    r"(?ai)(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}(?::?\d{2})?)"
    r"|\d{8}T\d{4}(?:\d{2})?(?:Z|[+-]\d{4})"
)


def offset_instant(text: str) -> datetime | None:
    """The instant of a time with an offset or ``Z``; None for any other text; raises UsageError."""
    if not re.fullmatch(_OFFSET, text.strip()):
        return None
    try:
        instant = datetime.fromisoformat(text.strip().upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        instant = None
    if instant is None or instant.year not in YEARS:
        raise UsageError(f"there is no moment {text.strip()}", hint=MOMENT_HINT)
    return instant


def local_instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the zone's clock reads that minute of the day.

    Raises UsageError naming both real instants when there is none or when there are two.
    """
    match instants_of(day, minute, zone):
        case ClockGap(before=first, after=second):
            why, is_skipped = "does not exist: the clocks skip it", True
        case ClockFold(first=first, second=second):
            why, is_skipped = "exists twice: the clocks go back over it", False
        case instant:
            return at_minute(instant)
    raise TwoMomentsError(
        f"{day} {clock(minute)} in {city(zone.key)} {why}",
        hint=f"say {_exact(first, zone)} or {_exact(second, zone)}",
        first=at_minute(first),
        second=at_minute(second),
        is_skipped=is_skipped,
    )


def _exact(minute: int, zone: ZoneInfo) -> str:
    local = local_time(minute, zone)
    return f"{at_minute(minute):%Y-%m-%dT%H:%MZ} ({local:%H:%M}, {utc_offset(offset_at(zone, minute))})"
