"""What time it is at a client, and whether this is a moment to write or call."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.status import DayStatus, ReasonKind
from clientbridge.core.values import dataclass

_LOOK_AHEAD_DAYS = 60
_GOOD_DAYS = frozenset({DayStatus.WORKING, DayStatus.REDUCED, DayStatus.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAtClient:
    """What holds at a client from one moment until its next midnight, whatever the minute."""

    client: str
    name: str
    timezone: ZoneInfo
    day: DayStatus
    reasons: tuple[str, ...]
    """Why the day is not an ordinary one."""
    working: tuple[tuple[datetime, datetime], ...]
    """Times, half-open, at which they can be written to or called: up to the first ones of a later day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One client's moment."""

    client: str
    name: str
    timezone: ZoneInfo
    local_time: datetime
    """Now, with the client's offset."""
    day: DayStatus
    reasons: tuple[str, ...]
    may_write: bool
    next_there: datetime | None
    """When not: the start of their next working time, with their offset."""
    next_here: datetime | None
    """The same moment with yours."""


def day_at_client(client: str, name: str, days: PartyCalendar, now: datetime) -> DayAtClient:
    """The client's day that is running at `now`."""
    on = now.astimezone(days.schedule.zone).date()
    on = now.astimezone(days.zone(on)).date()
    today = days.day(on)
    named = tuple(reason.name for reason in today.reasons if reason.kind is not ReasonKind.WEEKEND)
    return DayAtClient(
        client=client,
        name=name,
        timezone=days.zone(on),
        day=today.status,
        reasons=named or (("Weekend",) if today.status is DayStatus.CLOSED else ()),
        working=tuple(_working(days, on)),
    )


def clock_at(known: DayAtClient, now: datetime, here: ZoneInfo) -> Clock:
    """The clock at a minute of that day; `here` is your zone."""
    may_write = any(start <= now < end for start, end in known.working)
    coming = None if may_write else min((start for start, _ in known.working if start > now), default=None)
    return Clock(
        client=known.client,
        name=known.name,
        timezone=known.timezone,
        local_time=now.astimezone(known.timezone),
        day=known.day,
        reasons=known.reasons,
        may_write=may_write,
        next_there=None if coming is None else coming.astimezone(known.timezone),
        next_here=None if coming is None else coming.astimezone(here),
    )


def _working(days: PartyCalendar, today: date) -> list[tuple[datetime, datetime]]:
    """From the hours of yesterday that may run overnight to those of the next good day after today."""
    found: list[tuple[datetime, datetime]] = []
    for ahead in range(-1, _LOOK_AHEAD_DAYS):
        on = today + timedelta(days=ahead)
        if days.day(on).status in _GOOD_DAYS:
            hours = days.hours(on)
            found += [(days.instant(on, part.start), days.instant(on, part.end)) for part in hours]
            if hours and ahead > 0:
                break
    return found
