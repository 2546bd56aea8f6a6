"""Dates, times and lengths as calendars write them, RFC 5545 sections 3.3.4 to 3.3.6 and a little beyond."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from clientbridge.adapters.meeting.calendars.content_lines import ContentLine
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import shortened

_TIME = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE | re.ASCII,
)
_LENGTH = re.compile(
    r"([+-])?P(?:(\d{1,12})W)?(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12})S)?)?",
    re.IGNORECASE | re.ASCII,
)
_MOST_DAYS = 9998 * 366
_MIDDLE_YEAR = 5000
_MOST_TOLD = 40
_LAST_INSTANT = datetime(9999, 12, 30, tzinfo=UTC)
_FIRST_READING = datetime.combine(date.min, time())
_LAST_READING = datetime.combine(date.max, time())
_FIRST_INSTANT = datetime(1, 1, 3, tzinfo=UTC)


class UnreadValueError(Exception):
    """A value that cannot be understood, with a sentence about it; caught where its event is told."""

    def __init__(self, say: str, line: int) -> None:
        super().__init__(say)
        self.say = say
        self.line = line


@dataclass(frozen=True, slots=True)
class FileClocks:
    """On which clocks the times of one file are read."""

    home: tzinfo
    """For whole days: those of whoever keeps the calendar."""
    floating: tzinfo
    """For times without a zone."""
    named: Callable[[str], "tzinfo | None"]
    """What the file means by a name; None where it is not known."""


class EventTime(NamedTuple):
    """A moment as the file has it: the reading of a clock, or a whole day."""

    local: datetime
    """Without a zone; midnight for a whole day."""
    zone: tzinfo
    whole_day: bool = False
    floating: bool = False
    """Whether the text names no zone, so that the clock of whatever it is compared with may be meant."""

    @property
    def instant(self) -> datetime:
        """In UTC; a reading that a clock skips counts on from before, one shown twice is the first."""
        return instant_of(self.local, self.zone)


class EventLength(NamedTuple):
    """Days as the calendar counts them, and real time besides (RFC 5545 section 3.3.6)."""

    days: int
    exact: timedelta

    def after(self, start: EventTime) -> datetime:
        """The instant at which something ends that begins then; at latest the end of time."""
        local = shifted(start.local, timedelta(days=self.days)) if self.days else start.local
        days_later = instant_of(local, start.zone)
        return days_later + min(self.exact, _LAST_INSTANT - days_later)


def instant_of(local: datetime, zone: tzinfo) -> datetime:
    """The instant in UTC at which a clock reads so; the ends of time for readings beyond them."""
    try:
        instant = local.replace(tzinfo=zone).astimezone(UTC)
    except (OverflowError, ValueError):
        return _FIRST_INSTANT if local.year < _MIDDLE_YEAR else _LAST_INSTANT
    return min(max(instant, _FIRST_INSTANT), _LAST_INSTANT)


class WrittenTime(NamedTuple):
    """A time as it stands in the text: on no clock yet."""

    local: datetime
    offset: str | None
    """``Z`` or ``+0100`` where the text has one."""
    whole_day: bool


def written_time(text: str, line: int) -> WrittenTime:
    """Parse a date or a time of any form that calendars hold; raises UnreadValueError."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise UnreadValueError(f"'{as_told(text)}' is no time", line)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise UnreadValueError(f"there is no day {as_told(text)}", line) from None
    midnight = datetime.combine(day, time())
    if match[4] is None:
        return WrittenTime(midnight, None, whole_day=True)
    return WrittenTime(shifted(midnight, _time_of_day(match, line)), match[7], whole_day=False)


def event_time(
    value: ContentLine, clocks: FileClocks, *, beside: EventTime | None = None, text: str | None = None
) -> EventTime:
    """The time of a property, or of one `text` of its list.

    A time without a zone is read on the clock of the time `beside` it, the start of its event: many programs
    name the zone once. Raises UnreadValueError.
    """
    written = written_time(value.value if text is None else text, value.line)
    if written.whole_day or value.parameters.get("VALUE", "").upper() == "DATE":
        return EventTime(datetime.combine(written.local, time()), clocks.home, whole_day=True)
    if written.offset:
        return EventTime(written.local, _offset_zone(written.offset))
    default = clocks.floating if beside is None or beside.whole_day else beside.zone
    is_floating = not value.parameters.get("TZID")
    return EventTime(written.local, _zone(value, default, clocks), floating=is_floating)


def _time_of_day(match: re.Match[str], line: int) -> timedelta:
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    since_midnight = timedelta(hours=hour, minutes=minute, seconds=second)
    if minute > 59 or second > 60 or since_midnight > timedelta(days=1):  # noqa: PLR2004 - a clock's last, and a leap second
        raise UnreadValueError(f"there is no time of day '{as_told(match[0])}'", line)
    return since_midnight


def _zone(value: ContentLine, default: tzinfo, clocks: FileClocks) -> tzinfo:
    name = value.parameters.get("TZID", "")
    if not name:
        return default
    zone = clocks.named(name)
    if zone is None:
        raise UnreadValueError(f"the time zone '{as_told(name)}' is not known", value.line)
    return zone


def _offset_zone(offset: str) -> tzinfo:
    if offset in "Zz":
        return UTC
    distance = timedelta(hours=int(offset[1:3]) % 24, minutes=int(offset[-2:]))
    return timezone(-distance if offset[0] == "-" else distance)


def utc_offset_value(line: ContentLine) -> timedelta:
    """An offset such as ``-0500`` or ``+001730``; raises UnreadValueError."""
    match = re.fullmatch(r"([+-]?)(\d{2}):?(\d{2}):?(\d{2})?", line.value, re.ASCII)
    distance = timedelta()
    if match is not None:
        distance = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    if match is None or distance >= timedelta(days=1):
        raise UnreadValueError(f"'{as_told(line.value)}' is no offset from UTC", line.line)
    return -distance if match[1] == "-" else distance


def event_length(text: str, line: int) -> EventLength:
    """A length such as ``PT1H30M`` or ``P1W``; raises UnreadValueError, also for a negative one."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        raise UnreadValueError(f"'{as_told(text)}' is no length of time", line)
    weeks, days, hours, minutes, seconds = (min(int(part or 0), 10**9) for part in match.groups()[1:])
    length = EventLength(
        min(weeks * 7 + days, _MOST_DAYS),
        min(timedelta(hours=hours, minutes=minutes, seconds=seconds), timedelta(days=_MOST_DAYS)),
    )
    if match[1] == "-" and (length.days or length.exact):
        raise UnreadValueError(f"a length of '{as_told(text)}' is less than nothing", line)
    return length


def shifted(local: datetime, by: timedelta) -> datetime:
    """A reading of the clock that much later; the ends of time for readings beyond them."""
    try:
        return local + by
    except OverflowError:
        return _FIRST_READING if by < timedelta() else _LAST_READING


def as_told(text: str) -> str:
    """A text of the file as a message shows it."""
    return shortened("".join(char if char.isprintable() else "?" for char in text.strip()), _MOST_TOLD)
