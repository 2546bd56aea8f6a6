"""One moment on everyone's clock, and everyone's hours over one day of yours."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import UTC, date, datetime, timedelta
from itertools import chain, pairwise
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import DayStatus, Reason
from clientbridge.core.days.location import where_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance, attendances
from clientbridge.core.meeting.cost.prices import is_night
from clientbridge.core.meeting.day_bars import DayBars, bars_over
from clientbridge.core.meeting.party_view import fit_of
from clientbridge.core.meeting.request import MeetingRequest, Party
from clientbridge.core.meeting.slots import Fit
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.time.clock_changes import clock_changes
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, at_minute, minute_of
from clientbridge.core.time.offsets import utc_offset

_CHANGES_AHEAD = 366 * MINUTES_PER_DAY
"""How far ahead the next change of a clock is looked for: every clock that changes does so within a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentAsked:
    """The moment that is asked for; two where the clock skips the time that was typed, or shows it twice."""

    at: datetime
    other: datetime | None = None
    is_skipped: bool = False
    """Of two: whether the clock never shows the time."""
    typed: str = ""
    """What was typed, where there are two."""
    is_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HourFit:
    """``[start, end)`` during which a party is at work, or is not, in the same way."""

    start: datetime
    end: datetime
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetChange:
    """The next change of a clock; offsets are written ``+09:00``."""

    at: datetime
    from_: str
    to: str
    shift: int = field(metadata={"json": False})
    """Minutes by which the clock goes forward; negative: back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayThere:
    """A party's civil day at the moment asked for."""

    status: DayStatus
    reasons: tuple[Reason, ...]
    named_by: tuple[Reason, ...] = field(metadata={"json": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRow:
    """One party at the moment asked for, and over your day."""

    party: str
    name: str
    place: str
    where: str = field(metadata={"json": False})
    """The place of its clock, as pages call it."""
    timezone: ZoneInfo
    local: datetime
    """With the party's offset, as the next one."""
    other_local: datetime | None
    """Where the time typed is two moments: the second of them."""
    day_shift: int
    """How many days the party's date is ahead of yours."""
    day: DayThere
    fit: Fit
    hours_known: bool
    """False where office hours of the place are assumed."""
    is_night: bool = field(metadata={"json": False})
    next_change: OffsetChange | None
    hours: tuple[HourFit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldClock(AlwaysAnswered):
    """The answer of ``cb clock``."""

    kind: ClassVar[str] = "clock"

    at: datetime
    other_at: datetime | None
    """The second moment, where a clock skips the time that was typed (`is_skipped`) or shows it twice."""
    is_skipped: bool
    date: date
    """The day of yours that `hours` are of."""
    rows: tuple[ClockRow, ...]
    """You first."""
    typed: str = field(metadata={"json": False})
    is_now: bool = field(metadata={"json": False})
    day: DayBars = field(metadata={"json": False})


def day_around(parties: tuple[Party, ...], moment: MomentAsked, span: Span) -> MeetingRequest:
    """What must be known for the clock: your day in UTC minutes, and the moment, which may lie beside it."""
    moments = [minute_of(one) for one in (moment.at, moment.other) if one is not None]
    within = (min(span[0], *moments), max(span[1], *(minute + 1 for minute in moments)))
    return MeetingRequest(within=within, now=within[0], parties=parties, stretch=parties[0].schedule.stretch)


def world_clock(
    request: MeetingRequest, almanac: Almanac, moment: MomentAsked, on: date, places: Mapping[str, str]
) -> WorldClock:
    """The clock of every party of the request at a moment, with its hours over your day `on`.

    `places` has the name of each party's place, by party.
    """
    everyone = attendances(request, almanac)
    mine = everyone[0].days
    asked = _MomentAndDay(
        moment=moment,
        my_date=mine.date_at(minute_of(moment.at)),
        almanac=almanac,
        day=almanac.span_of(mine, on),
    )
    return WorldClock(
        at=moment.at.astimezone(UTC),
        other_at=None if moment.other is None else moment.other.astimezone(UTC),
        is_skipped=moment.is_skipped,
        date=on,
        rows=tuple(
            _row(party, attendance, asked, places[party.id])
            for party, attendance in zip(request.parties, everyone, strict=True)
        ),
        typed=moment.typed,
        is_now=moment.is_now,
        day=bars_over(request, everyone, on, asked.day),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _MomentAndDay:
    moment: MomentAsked
    my_date: date
    almanac: Almanac
    day: Span


def _row(party: Party, attendance: Attendance, asked: _MomentAndDay, place: str) -> ClockRow:
    moment = asked.moment
    minute = minute_of(moment.at)
    local = _local(attendance, moment.at)
    meaning = attendance.days.meaning_on(local.date())
    zone = attendance.days.piece_at(minute).zone
    return ClockRow(
        party=party.id,
        name=party.name,
        place=place,
        where=where_at(party.schedule, moment.at),
        timezone=zone,
        local=local,
        other_local=None if moment.other is None else _local(attendance, moment.other),
        day_shift=(local.date() - asked.my_date) // timedelta(days=1),
        day=DayThere(status=meaning.status, reasons=meaning.reasons, named_by=meaning.named_by),
        fit=fit_of(party, attendance, minute, minute + 1),
        hours_known=party.known,
        is_night=is_night(local),
        next_change=_next_change(zone, minute),
        hours=tuple(_hours(party, attendance, asked)),
    )


def _local(attendance: Attendance, moment: datetime) -> datetime:
    return moment.astimezone(attendance.days.piece_at(minute_of(moment)).zone)


def _next_change(zone: ZoneInfo, minute: int) -> OffsetChange | None:
    change = next(iter(clock_changes(zone, (minute + 1, minute + _CHANGES_AHEAD))), None)
    if change is None:
        return None
    return OffsetChange(
        at=at_minute(change.at), from_=_offset(change.before), to=_offset(change.after), shift=change.shift
    )


def _offset(minutes: int) -> str:
    return utc_offset(minutes).removeprefix("UTC")


def _hours(party: Party, attendance: Attendance, asked: _MomentAndDay) -> Iterator[HourFit]:
    """Your day in pieces of one fit, in order and touching."""
    cuts = _cuts(attendance, asked)
    fits = [(start, fit_of(party, attendance, start, start + 1)) for start in cuts]
    kept = [fits[0], *(later for before, later in pairwise(fits) if before[1] is not later[1])]
    ends = [*(start for start, _ in kept[1:]), asked.day[1]]
    for (start, fit), end in zip(kept, ends, strict=True):
        yield HourFit(start=at_minute(start), end=at_minute(end), fit=fit)


def _cuts(attendance: Attendance, asked: _MomentAndDay) -> list[int]:
    """The minutes of your day at which a fit can change, its first included."""
    first, last = asked.day
    midnights = (start for _, (start, _) in asked.almanac.civil_days(attendance.days))
    edges = chain.from_iterable((*attendance.working, *attendance.allowed))
    return sorted({first, *(cut for cut in chain(midnights, edges) if first < cut < last)})
