"""Days and moments as people type them: ``2026-12-03``, ``today``, ``fri``, ``+3d``, ``fri 15:00``.

A date is a day on the calendar of whoever types it; a time of day is read on the clock of where they are
that day; a time with an offset or ``Z`` is that instant whatever the zone. ``03/04`` is refused: it could be
two different days. A weekday is the next such day after today, never today. A local time that does not exist,
or exists twice, is refused and never guessed.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from clientbridge.core.errors import UsageError
from clientbridge.core.time.durations import TimeSpanError, parse_time_span
from clientbridge.core.time.formatting import city
from clientbridge.core.time.hours import HoursError, Weekday, clock, parse_clock
from clientbridge.core.time.intervals import at_minute
from clientbridge.core.time.offsets import (
    ClockFold,
    ClockGap,
    instants_of,
    local_time,
    offset_at,
    utc_offset,
)

_DATE_HINT = "write it like 2026-12-03, today, tomorrow, fri or +3d"
_MOMENT_HINT = 'write it like "2026-12-03 15:00", "fri 9:30" or 2026-12-03T15:00Z'
_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DAYS_PER_WEEK = 7
YEARS = range(1973, 2200)
"""Years for which zone rules and calendars are usable."""


def read_date(text: str, *, today: date) -> date:
    """Parse a day whose year is in `YEARS`; raises UsageError."""
    day = _read_any_date(text, today=today)
    if day.year not in YEARS:
        raise UsageError(
            f"the year of '{text}' is out of reach", hint=f"{YEARS[0]} to {YEARS[-1]} can be asked"
        )
    return day


def _read_any_date(text: str, *, today: date) -> date:
    word = text.strip().casefold()
    if word in _WORDS:
        return today + timedelta(days=_WORDS[word])
    if word[:1] in {"+", "-"}:
        return _shifted_day(text, word, today)
    try:
        ahead = (Weekday.named(word) - today.weekday() - 1) % _DAYS_PER_WEEK + 1
    except KeyError:
        return _iso_day(text)
    return today + timedelta(days=ahead)


def _shifted_day(text: str, word: str, today: date) -> date:
    try:
        span = parse_time_span(word[1:])
        day = span.after(today) if word[0] == "+" else span.before(today)
    except (TimeSpanError, ValueError, OverflowError):
        raise UsageError(f"'{text}' is not a day", hint=_DATE_HINT) from None
    if not span.whole_days:
        raise UsageError(f"'{text}' is not a whole number of days", hint=_DATE_HINT)
    return day


def _iso_day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), flags=re.ASCII):
            return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"there is no day {text.strip()}", hint=_DATE_HINT) from None
    if re.fullmatch(r"\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?", text.strip()):
        raise UsageError(f"'{text}' could be two different days", hint=_DATE_HINT)
    raise UsageError(f"'{text}' is not a day", hint=_DATE_HINT)


ZoneOn: TypeAlias = Callable[[date], ZoneInfo]
"""The zone on whose clock a typed time is read, by date: a traveller's changes with the day."""


def read_moment(text: str, *, today: date, zone_on: ZoneOn) -> datetime:
    """The UTC instant of a day and time on the clock of that day's zone, or of a time with an offset.

    A time without a day is today's. Raises UsageError, also for a local time that does not exist or exists
    twice.
    """
    instant = _offset_instant(text)
    if instant is not None:
        return instant
    day_text, clock_text = _halves(text)
    day = read_date(day_text, today=today) if day_text else today
    try:
        minute = parse_clock(clock_text)
    except HoursError as error:
        raise UsageError(str(error), hint=_MOMENT_HINT) from None
    return local_instant(day, minute, zone_on(day))


def read_day_or_moment(text: str, *, today: date, zone_on: ZoneOn) -> date | datetime:
    """Parse a day into a date, or a day and time into a UTC instant; raises UsageError."""
    if _offset_instant(text) is not None or ":" in text:
        return read_moment(text, today=today, zone_on=zone_on)
    return read_date(text, today=today)


def _halves(text: str) -> tuple[str, str]:
    stripped = text.strip()
    iso = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T(.+)", stripped)
    if iso:
        return iso[1], iso[2]
    day_text, _, clock_text = stripped.rpartition(" ")
    if ":" not in clock_text:
        raise UsageError(f"'{text}' has no time of day", hint=_MOMENT_HINT)
    return day_text.strip(), clock_text


_OFFSET = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})", re.ASCII)


def _offset_instant(text: str) -> datetime | None:
    if not _OFFSET.fullmatch(text.strip()):
        return None
    try:
        instant = datetime.fromisoformat(text.strip().upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        instant = None
    if instant is None or instant.year not in YEARS:
        raise UsageError(f"there is no moment {text.strip()}", hint=_MOMENT_HINT)
    return instant


def local_instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the zone's clock reads that minute of the day.

    Raises UsageError naming both real instants when there is none or when there are two.
    """
    match instants_of(day, minute, zone):
        case ClockGap(before=first, after=second):
            why = "does not exist: the clocks skip it"
        case ClockFold(first=first, second=second):
            why = "exists twice: the clocks go back over it"
        case instant:
            return at_minute(instant)
    raise UsageError(
        f"{day} {clock(minute)} in {city(zone.key)} {why}",
        hint=f"say {_exact(first, zone)} or {_exact(second, zone)}",
    )


def _exact(minute: int, zone: ZoneInfo) -> str:
    local = local_time(minute, zone)
    return f"{at_minute(minute):%Y-%m-%dT%H:%MZ} ({local:%H:%M}, {utc_offset(offset_at(zone, minute))})"
