"""Whether an invitation has the clock of a city as it goes there: what it defines for itself may be wrong."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from clientbridge.adapters.meeting.calendars.events import CalendarEvent
from clientbridge.adapters.meeting.calendars.values import shifted
from clientbridge.adapters.meeting.calendars.zones.file_zones import FileZone
from clientbridge.adapters.meeting.calendars.zones.zone_names import zone_called
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.limits import YEARS
from clientbridge.core.time.formatting import short_day
from clientbridge.core.time.offsets import utc_offset

_WEEKS_OF_A_YEAR = 53


def zone_doubts(events: Sequence[CalendarEvent], zones: ZoneDatabase, now: datetime) -> Iterator[str]:
    """A sentence for each zone whose definition in the file contradicts the zone of that name.

    Raises UnreadValueError where the definition cannot be followed.
    """
    told: set[str] = set()
    for event in events:
        zone = event.start.zone
        known = known_clock(zone, zones)
        if known is None or known is zone:
            continue
        name = zone.tzname(None) or ""
        differs = _first_other(zone, known, _readings(event, now))
        if differs is not None and name not in told:
            told.add(name)
            yield (
                f"on {short_day(differs)} {differs.year} the file has {name} at {_offset(zone, differs)}, "
                f"where clocks show {_offset(known, differs)}: the time here is by the file"
            )


def known_clock(zone: tzinfo, zones: ZoneDatabase) -> ZoneInfo | None:
    """The clock of the zone database that a time is written on, by the name that it has in the file."""
    if isinstance(zone, ZoneInfo):
        return zone
    known = zone_called(zone.tzname(None) or "", zones) if isinstance(zone, FileZone) else None
    if zone is UTC or known is UTC:
        return zones.exact("UTC")
    return known if isinstance(known, ZoneInfo) else None


def _readings(event: CalendarEvent, now: datetime) -> Iterator[datetime]:
    """Its start, and of a series that hour of each week of a year."""
    first = event.start.local
    weeks = max((now.replace(tzinfo=None) - first) // timedelta(weeks=1), 0) if event.rules else 0
    for week in range(weeks, weeks + (_WEEKS_OF_A_YEAR if event.rules else 1)):
        at = shifted(first, week * timedelta(weeks=1))
        if at.year in YEARS:
            yield at


def _first_other(one: tzinfo, other: tzinfo, readings: Iterator[datetime]) -> datetime | None:
    """The first reading at which the two clocks are apart."""
    return next((at for at in readings if one.utcoffset(at) != at.replace(tzinfo=other).utcoffset()), None)


def _offset(zone: tzinfo, at: datetime) -> str:
    offset = at.replace(tzinfo=zone).utcoffset() or timedelta()
    return utc_offset(int(offset.total_seconds()) // 60)
