"""Which starts would open if some accepted a little more, and how little each of them would have to.

Every start on your grid that is possible with everyone stretched as far as anyone may be asked is worked out
once; nothing is tried step by step, so that what is found is the smallest to the minute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance, attendances
from clientbridge.core.meeting.cost.prices import outside_rates
from clientbridge.core.meeting.cost.sums import CostSum
from clientbridge.core.meeting.no_slot.extra_time import ExtraTime, extra_of_client, extra_of_you
from clientbridge.core.meeting.request import WHOLE, MeetingRequest, Party
from clientbridge.core.meeting.search import SearchResult, framed, grid_starts, possible_starts
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours
from clientbridge.core.time.intervals import clip, length, local_midnight

MOST_STRETCH = 6 * 60
"""The longest stretch proposed, in minutes: nobody would accept more."""
_ANY_HOUR = (ClockRange(0, MINUTES_PER_DAY),)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One start, and what it would take."""

    start: int
    extras: tuple[tuple[Party, ExtraTime], ...]
    """Who would have to accept more, you first."""
    cost: int
    """Of everyone's minutes outside working time (docs/meeting-cost.md)."""
    at_night: bool
    """Whether anyone would be outside working time at night."""

    @property
    def minutes(self) -> int:
        """All that is asked, together."""
        return sum(extra.minutes for _, extra in self.extras)


def openings(result: SearchResult) -> Iterator[Opening]:
    """Every start that would be possible if nobody accepted more than `MOST_STRETCH` beyond what they do."""
    request = result.request
    wide = _widest(request)
    reach = attendances(wide, result.almanac)
    frame = framed(wide, result.almanac, reach[0].days)
    seats = [
        _Seat(party=party, now=now, reach=far, request=request, result=result)
        for party, now, far in zip(request.parties, result.attendances, reach, strict=True)
        if party.required
    ]
    for start in grid_starts(wide, reach[0].days, possible_starts(wide, reach, frame)):
        opening = _opening(seats, start, request)
        if opening is not None:
            yield opening


def _widest(request: MeetingRequest) -> MeetingRequest:
    def asked(party: Party) -> Party:
        return replace(party, asked=max(request.asked_of(party), MOST_STRETCH))

    return replace(request, stretch=_ANY_HOUR, parties=(request.me, *map(asked, request.others)))


def _opening(seats: "Sequence[_Seat]", start: int, request: MeetingRequest) -> Opening | None:
    there = _enough(seats, start, request.quorum)
    extras = tuple((seat.party, extra) for seat, extra in there if extra.minutes)
    if not extras:
        return None
    return Opening(
        start=start,
        extras=extras,
        cost=sum(seat.cost(start) for seat, _ in there),
        at_night=any(seat.at_night(start) for seat, _ in there),
    )


def _enough(seats: "Sequence[_Seat]", start: int, quorum: int) -> "list[tuple[_Seat, ExtraTime]]":
    """You and as many of the others as are needed, those first who would have to do least; or nobody."""
    able = [(seat, extra) for seat in seats if (extra := seat.beyond(start)) is not None]
    needed = -(-len(seats) * quorum // WHOLE)
    if len(able) < needed or able[0][0] is not seats[0]:
        return []
    me, *others = able
    if needed < len(seats):
        others.sort(key=lambda one: (one[1].minutes > 0, one[0].cost(start), one[0].party.id))
    return [me, *others[: needed - 1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seat:
    """One party, with what it accepts now and could be asked for."""

    party: Party
    now: Attendance
    reach: Attendance
    request: MeetingRequest
    result: SearchResult
    _extras: dict[tuple[int, tuple[DayHours, ...]], ExtraTime | None] = field(
        default_factory=dict, init=False
    )
    _sums: list[CostSum] = field(default_factory=list, init=False)

    def beyond(self, start: int) -> ExtraTime | None:
        """What the party would have to accept besides; None where that is too much, or does not help."""
        end = start + self.request.duration
        if length(clip(self.now.allowed, (start, end))) == self.request.duration:
            return ExtraTime()
        piece = self.now.days.piece_at(start)
        if length(clip(self.reach.allowed, (start, end))) < self.request.duration or piece.end < end:
            return None
        day = self.now.days.date_at(start)
        minute = start + piece.offset - local_midnight(day)
        hours = tuple(self.now.days.meaning_on(day + ahead * _ONE_DAY).hours for ahead in (-1, 0, 1))
        key = (minute, hours)
        if key not in self._extras:
            extra = self._extra(hours, minute)
            self._extras[key] = extra if extra is not None and extra.minutes <= MOST_STRETCH else None
        return self._extras[key]

    def _extra(self, hours: tuple[DayHours, ...], minute: int) -> ExtraTime | None:
        wanted = (minute, minute + self.request.duration)
        if self.party.is_me:
            return extra_of_you(hours, self.request.stretch, wanted)
        return extra_of_client(hours, self.party.schedule.stretch, wanted)

    def cost(self, start: int) -> int:
        """What the start costs the party outside working time."""
        return self._of(0, start)

    def at_night(self, start: int) -> bool:
        """Whether the party would be outside working time at night."""
        return self._of(1, start) > 0

    def _of(self, which: int, start: int) -> int:
        if not self._sums:
            rates = list(outside_rates(self.now, self.result.almanac))
            self._sums.extend((CostSum(rates), CostSum(rates[-1:])))
        return self._sums[which].of(start, start + self.request.duration)
