"""The local time at a client, and whether now is a good moment to write or call."""

from dataclasses import field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import Day, DayStatus, ReasonKind
from clientbridge.core.days.day_status import hours_are_assumed
from clientbridge.core.days.location import local_at, where_at
from clientbridge.core.days.party_calendar import LONGEST_BREAK_DAYS, PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import WEEKDAY_NAMES
from clientbridge.core.time.intervals import at_minute
from clientbridge.core.workspace.profiles import Schedule

_GOOD_DAYS = frozenset({DayStatus.WORKING, DayStatus.REDUCED, DayStatus.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAtClient:
    """A client's current day: everything about its clock that stays the same until its next midnight."""

    client: str
    name: str
    timezone: ZoneInfo
    where: str
    """The name of their place now, for people to read."""
    day: DayStatus
    reasons: tuple[str, ...]
    """Everything that bears on the day but its weekday; "Weekend" on one that is off for nothing else."""
    names: tuple[str, ...]
    """What the day is called: why it is not an ordinary working day; empty when it is."""
    working: tuple[tuple[datetime, datetime], ...]
    """Half-open spans of working time, up to and including those of the next working day."""
    perhaps: tuple[tuple[datetime, datetime], ...] = ()
    """The same of today and yesterday where many are off, so that one has to ask."""
    many_off: bool = False
    """Work is likely to rest on that day, and not in some regions alone."""
    office_hours: bool = False
    """Their hours are those of offices there, not known of this client."""
    worked_through: tuple[str, ...] = ()
    """The holidays of that day on which they work, as their profile says."""
    ends_early: datetime | None = None
    """The end of work on a short day; None on any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The clock of one client at a moment."""

    client: str
    name: str
    timezone: ZoneInfo
    where: str = field(metadata={"json": False})
    local_time: datetime
    """Now, with the client's offset."""
    day: DayStatus
    reasons: tuple[str, ...]
    names: tuple[str, ...] = field(metadata={"json": False})
    perhaps: bool = field(metadata={"json": False})
    """Work goes on, and many are off: ask first."""
    many_off: bool = field(metadata={"json": False})
    office_hours: bool = field(metadata={"json": False})
    worked_through: tuple[str, ...] = field(metadata={"json": False})
    ends_early: datetime | None = field(metadata={"json": False})
    """The end of work on a short day, with their offset."""
    may_write: bool
    next_there: datetime | None
    """Start of their next working time, with their offset; None when `may_write` or none is near."""
    next_here: datetime | None
    """The same moment with your offset, where you are then."""


def day_at_client(client: str, name: str, days: PartyCalendar, now: datetime) -> DayAtClient:
    """Return the client's day that contains `now`."""
    on = days.date_at(now)
    today = days.day(on)
    through = tuple(dict.fromkeys(reason.name for reason in today.worked_through))
    return DayAtClient(
        client=client,
        name=name,
        timezone=days.zone_at(now),
        where=where_at(days.schedule, now),
        day=today.status,
        reasons=_bearing_on(today, through),
        names=_why(today),
        working=tuple(_working(days, on)),
        perhaps=tuple(
            span
            for one in (on - timedelta(days=1), on)
            if days.day(one).many_are_off
            for span in _spans(days, one)
        ),
        many_off=today.many_are_off,
        office_hours=hours_are_assumed(today, days.schedule),
        worked_through=through,
        ends_early=_early_end(days, on),
    )


def _bearing_on(day: Day, through: tuple[str, ...]) -> tuple[str, ...]:
    """Everything that bears on a day but its weekday; "Weekend" on one that is off for nothing else."""
    named = [reason.name for reason in day.reasons if reason.kind is not ReasonKind.WEEKEND]
    named += [f"works through {name}" for name in through]
    return tuple(named) or (("Weekend",) if day.status is DayStatus.CLOSED else ())


def _early_end(days: PartyCalendar, on: date) -> datetime | None:
    return days.end_of_work(on) if days.is_short(on) else None


def _why(day: Day) -> tuple[str, ...]:
    """The names of a day; of one that is short or unsure each week, what is known of it."""
    names = day.names
    if not day.is_mere_weekend:
        return names
    unsure = tuple(name for name in names if name not in WEEKDAY_NAMES)
    return ("Weekend",) if day.status is DayStatus.CLOSED else unsure


def clock_at(day: DayAtClient, now: datetime, you: Schedule) -> Clock:
    """Return the client's clock at `now`, a moment of that day; `you` says where you will be when."""
    may_write = any(start <= now < end for start, end in day.working)
    next_start = None if may_write else min((start for start, _ in day.working if start > now), default=None)
    return Clock(
        client=day.client,
        name=day.name,
        timezone=day.timezone,
        where=day.where,
        local_time=now.astimezone(day.timezone),
        day=day.day,
        reasons=day.reasons,
        names=day.names,
        perhaps=any(start <= now < end for start, end in day.perhaps),
        many_off=day.many_off,
        office_hours=day.office_hours,
        worked_through=day.worked_through,
        ends_early=None if day.ends_early is None else day.ends_early.astimezone(day.timezone),
        may_write=may_write,
        next_there=None if next_start is None else next_start.astimezone(day.timezone),
        next_here=None if next_start is None else local_at(you, next_start),
    )


def _working(days: PartyCalendar, today: date) -> list[tuple[datetime, datetime]]:
    """Return the working spans of yesterday (they may run past midnight) to the next good day after today.

    After a day off that is the day of return, which every command gives, though many may still be away on it.
    """
    spans: list[tuple[datetime, datetime]] = []
    is_off = not days.is_worked(today)
    for ahead in range(-1, LONGEST_BREAK_DAYS):
        on = today + timedelta(days=ahead)
        if _is_good(days.day(on)) or (is_off and ahead > 0 and days.is_worked(on)):
            added = _spans(days, on)
            spans += added
            if added and ahead > 0:
                break
    return spans


def _is_good(day: Day) -> bool:
    """Whether work is expected on that day, be it off in some regions."""
    return day.status in _GOOD_DAYS or day.is_off_in_regions_alone


def _spans(days: PartyCalendar, on: date) -> list[tuple[datetime, datetime]]:
    return [(at_minute(start), at_minute(end)) for start, end in days.working_spans(on)]
