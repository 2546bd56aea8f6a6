"""From calendar text to the spans in which someone is busy. Titles, places and people are never looked at.

An event counts as busy unless it says that it does not: cancelled, transparent, or marked as free. Whatever
cannot be understood ends in an error that names the calendar; a broken calendar must not make anyone look
free.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.adapters.meeting.event_blocks import Blocks, blocks_of
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import ClientbridgeError, SourceFailedError
from clientbridge.core.time.intervals import Span, Spans, at_minute, clip, minute_from, minute_of, union
from clientbridge.core.time.offsets import start_of_day

if TYPE_CHECKING:
    from icalendar import Component

MOST_OCCURRENCES = 100_000
_TOO_OFTEN = re.compile(r"^RRULE[^\n]*\bFREQ=(SECONDLY|MINUTELY)", re.MULTILINE)
_HOURLY = re.compile(r"^RRULE[^\n]*\bFREQ=HOURLY", re.MULTILINE)
_TIMES_OF_DAY = re.compile(r"\bBY(?:HOUR|MINUTE|SECOND)=([\d,]+)")
_MOST_TIMES_A_DAY = 48
_OLDEST_HOURLY = timedelta(days=5 * 366)
_YEAR = re.compile(r"^DTSTART[^:\n]*:(\d{4})(\d{2})(\d{2})", re.MULTILINE)
_TZID = re.compile(r';TZID=(?:"([^"\n]+)"|([^:;,"\n]+))')
_MATTER = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "EXRULE"})
_NOT_BUSY = (("STATUS", "CANCELLED"), ("TRANSP", "TRANSPARENT"), ("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"))
_LASTS = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_FREE_TYPES = re.compile(r"FBTYPE=FREE\b", re.IGNORECASE)


def busy_spans(
    texts: Iterable[str], within: Span, *, home: ZoneInfo, zones: ZoneDatabase, name: str
) -> Spans:
    """The busy times in the range; floating times and whole days are read on the clock of `home`.

    Raises SourceFailedError naming the calendar.
    """
    first, last = at_minute(within[0]).date(), at_minute(within[1]).date()
    blocks = blocks_of(texts, first, last, name)
    _refuse_endless(blocks, last, name)
    # The libraries raise whatever their own code trips over in a calendar that no program should have
    # written.
    try:
        spans = [*_event_spans(blocks, within, home, zones, name), *_free_busy_spans(blocks)]
    except ClientbridgeError:
        raise
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise SourceFailedError(
            f"the calendar {name} cannot be understood: {type(error).__name__}", hint="export it again"
        ) from None
    return clip(union(spans), within)


def _refuse_endless(blocks: Blocks, last: date, name: str) -> None:
    for event in blocks.events:
        times = [part.count(",") + 1 for part in _TIMES_OF_DAY.findall(event)]
        a_day = 1
        for count in times:
            a_day *= count
        year = _YEAR.search(event)
        started = date.min if year is None else _date_of(year, name)
        hourly = _HOURLY.search(event) is not None and last - started > _OLDEST_HOURLY
        if _TOO_OFTEN.search(event) or a_day > _MOST_TIMES_A_DAY or hourly:
            raise SourceFailedError(
                f"the calendar {name} has an event that repeats too often to be read",
                hint="take out the event that repeats by the hour, minute or second",
            )


def _date_of(match: re.Match[str], name: str) -> date:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise SourceFailedError(f"the calendar {name} has an event on a day that does not exist") from None


def _event_spans(
    blocks: Blocks, within: Span, home: ZoneInfo, zones: ZoneDatabase, name: str
) -> Iterator[Span]:
    if not blocks.events:
        return
    import recurring_ical_events
    from icalendar import Calendar

    calendar = Calendar.from_ical(_calendar_text(blocks, zones, name))
    for event in calendar.walk("VEVENT"):
        _check_event(event, name)
    start, end = (at_minute(minute).replace(tzinfo=None) for minute in within)
    margin = timedelta(days=2)
    occurrences = recurring_ical_events.of(calendar).between(start - margin, end + margin)
    if len(occurrences) > MOST_OCCURRENCES:
        raise SourceFailedError(f"the calendar {name} has more than {MOST_OCCURRENCES} events in the range")
    for event in occurrences:
        if not any(str(event.get(key, "")).upper() == value for key, value in _NOT_BUSY):
            first, last = (
                _minute(event.start, home, zones, up=False),
                _minute(event.end, home, zones, up=True),
            )
            yield min(first, last), max(first, last)


def _calendar_text(blocks: Blocks, zones: ZoneDatabase, name: str) -> str:
    own = {
        match
        for timezone in blocks.timezones
        for match in re.findall(r"^TZID[^:\n]*:(\S[^\r\n]*)", timezone, re.MULTILINE)
    }
    header = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clientbridge//busy//EN"]
    if blocks.default_zone:
        header.append(f"X-WR-TIMEZONE:{blocks.default_zone}")
    known: dict[str, str] = {}
    events = [_with_known_zones(event, own, zones, known, name) for event in blocks.events]
    return "\r\n".join([*header, *blocks.timezones, *events, "END:VCALENDAR", ""])


def _with_known_zones(
    event: str, own: set[str], zones: ZoneDatabase, known: dict[str, str], name: str
) -> str:
    """Names of zones as the database has them, so that no time is taken as floating by mistake."""

    def replaced(match: re.Match[str]) -> str:
        said = (match[1] or match[2]).strip()
        if said not in known:
            known[said] = said if said in own else _zone_key(said, zones, name)
        return f';TZID="{known[said]}"'

    return _TZID.sub(replaced, event)


def _zone_key(said: str, zones: ZoneDatabase, name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    for candidate in (
        said,
        WINDOWS_TO_OLSON.get(said),
        "/".join(said.split("/")[-2:]),
        "/".join(said.split("/")[-3:]),
    ):
        if candidate in zones.names() or candidate == "UTC":
            return str(candidate)
    raise SourceFailedError(f"the calendar {name} has times in '{said}', a time zone that is not known")


def _check_event(event: "Component", name: str) -> None:
    broken = [key for key, _ in event.errors if key is None or str(key).upper() in _MATTER]
    if broken or "DTSTART" not in event:
        what = f"a wrong {broken[0] or 'line'}" if broken else "no start"
        raise SourceFailedError(
            f"the calendar {name} has an event with {what}",
            hint="correct or delete it in your calendar program",
        )


def _minute(moment: date, home: ZoneInfo, zones: ZoneDatabase, *, up: bool) -> int:
    """A moment of an event as a UTC minute, by the newest zone rules whatever zone object it carries."""
    if not isinstance(moment, datetime):
        return start_of_day(moment, home)
    key = getattr(moment.tzinfo, "key", None)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=home)
    elif isinstance(key, str) and key in zones.names() and "/" in key:
        moment = moment.replace(tzinfo=zones.find(key))
    instant = moment.astimezone(UTC)
    return minute_from(instant) if up else minute_of(instant)


def _free_busy_spans(blocks: Blocks) -> Iterator[Span]:
    """The periods of ``VFREEBUSY``: always in UTC, with an end or a duration."""
    for block in blocks.free_busy:
        for parameters, value in re.findall(r"^FREEBUSY([^:\n]*):([^\r\n]*)", block, re.MULTILINE):
            if not _FREE_TYPES.search(parameters):
                yield from (_period(part) for part in value.split(","))


def _period(text: str) -> Span:
    start_text, _, end_text = text.strip().partition("/")
    start = datetime.strptime(start_text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if not end_text.startswith("P"):
        end = datetime.strptime(end_text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return minute_of(start), minute_from(end)
    lasts = _LASTS.fullmatch(end_text)
    if lasts is None:
        raise ValueError(end_text)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in lasts.groups())
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return minute_of(start), minute_from(start + length)
