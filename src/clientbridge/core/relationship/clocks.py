"""What time it is at a client, and whether this is a moment to write or call."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.status import DayStatus, ReasonKind

_LOOK_AHEAD_DAYS = 60
_GOOD_DAYS = frozenset({DayStatus.WORKING, DayStatus.REDUCED, DayStatus.UNKNOWN})


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
    """Why the day is not an ordinary one."""
    may_write: bool
    next_there: datetime | None
    """When not: the start of their next working time, with their offset."""
    next_here: datetime | None
    """The same moment with yours."""


def clock_of(client: str, name: str, days: PartyCalendar, now: datetime, here: ZoneInfo) -> Clock:
    """The client's clock at `now`; `here` is your zone."""
    local = now.astimezone(days.zone(now.astimezone(days.schedule.zone).date()))
    today = days.day(local.date())
    may_write = today.status in _GOOD_DAYS and _works_at(days, now, local.date())
    next_start = None if may_write else _next_start(days, now, local.date())
    return Clock(
        client=client,
        name=name,
        timezone=days.zone(local.date()),
        local_time=local,
        day=today.status,
        reasons=tuple(reason.name for reason in today.reasons if reason.kind is not ReasonKind.WEEKEND)
        or (("Weekend",) if today.status is DayStatus.CLOSED else ()),
        may_write=may_write,
        next_there=None if next_start is None else next_start.astimezone(days.zone(local.date())),
        next_here=None if next_start is None else next_start.astimezone(here),
    )


def _works_at(days: PartyCalendar, now: datetime, today: date) -> bool:
    """Whether `now` lies in the hours of today, or of yesterday when those run overnight."""
    for on in (today - timedelta(days=1), today):
        if days.day(on).status in _GOOD_DAYS:
            for hours in days.hours(on):
                if days.instant(on, hours.start) <= now < days.instant(on, hours.end):
                    return True
    return False


def _next_start(days: PartyCalendar, now: datetime, today: date) -> datetime | None:
    for ahead in range(_LOOK_AHEAD_DAYS):
        on = today + timedelta(days=ahead)
        if days.day(on).status in _GOOD_DAYS:
            starts = (days.instant(on, hours.start) for hours in days.hours(on))
            coming = [start for start in starts if start > now]
            if coming:
                return min(coming)
    return None
