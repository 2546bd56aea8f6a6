"""When each party is available: working time plus accepted stretch, minus busy times."""

from clientbridge.core.days.day import DayStatus
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.request import MeetingRequest, Party
from clientbridge.core.meeting.working_time import Almanac, DayMeaning, PartyDays
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours
from clientbridge.core.time.intervals import Spans, clip, subtraction, union


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One schedule and its busy times over the range of a search; all spans are UTC minutes."""

    days: PartyDays
    hours: Spans
    """Working hours of the days worked, busy or not."""
    hours_around: Spans
    """The same from the day before the range to the day after it."""
    busy: Spans
    """Busy times, each widened by the buffer."""
    likely: Spans = ()
    """Times that may turn out to be taken, widened likewise, where they are not busy."""
    working: Spans
    """Working hours minus busy times."""
    allowed: Spans
    """Working time plus the stretch this search may use, minus busy times."""


def attendances(request: MeetingRequest, almanac: Almanac) -> tuple[Attendance, ...]:
    """The availability of every party, in the order of the parties; identical parties share one value."""
    alike: dict[tuple[int, Spans, Spans, bool, int], Attendance] = {}
    everyone: list[Attendance] = []
    for party in request.parties:
        days = almanac.days(party.schedule)
        key = (id(days), party.busy, party.likely, party.is_me, request.asked_of(party))
        if key not in alike:
            alike[key] = _attendance(request, party, days, almanac)
        everyone.append(alike[key])
    return tuple(everyone)


def _stretched(request: MeetingRequest, party: Party, hours: DayHours) -> DayHours:
    """What a party accepts on a day with these hours: fixed times of day, of a client also minutes around."""
    if party.is_me:
        return request.stretch
    return (*party.schedule.stretch, *widened(hours, request.asked_of(party)))


def _attendance(request: MeetingRequest, party: Party, days: PartyDays, almanac: Almanac) -> Attendance:
    def worked(meaning: DayMeaning) -> DayHours:
        left_out = request.strict and meaning.status is DayStatus.LIKELY_CLOSED
        return () if left_out else meaning.hours

    def accepted(meaning: DayMeaning) -> DayHours:
        hours = worked(meaning)
        return _stretched(request, party, hours) if hours else ()

    hours_around = almanac.lay_around(days, worked)
    hours = clip(hours_around, almanac.within)
    busy, likely = _appointments(request, party, almanac)
    reach = union((*hours, *almanac.lay(days, accepted))) if request.stretches(party) else hours
    working = subtraction(hours, busy) if busy else hours
    return Attendance(
        days=days,
        hours=hours,
        hours_around=hours_around,
        busy=busy,
        likely=likely,
        working=working,
        allowed=subtraction(reach, busy) if busy else reach,
    )


def _appointments(request: MeetingRequest, party: Party, almanac: Almanac) -> tuple[Spans, Spans]:
    """What blocks and what costs, with the buffer; a strict search takes what is likely for certain."""
    if not party.likely:
        return _with_buffer(party.busy, request, almanac), ()
    likely = _with_buffer(party.likely, request, almanac)
    if request.strict:
        return _with_buffer((*party.busy, *party.likely), request, almanac), ()
    busy = _with_buffer(party.busy, request, almanac)
    return busy, subtraction(likely, busy)


def _with_buffer(taken: Spans, request: MeetingRequest, almanac: Almanac) -> Spans:
    return clip(union((start - request.buffer, end + request.buffer) for start, end in taken), almanac.within)


def widened(hours: DayHours, minutes: int) -> DayHours:
    """The hours of a day, each range `minutes` longer on both sides, never reaching into the day before.

    Hours that end by midnight are not carried past it either: the next day may be off. Hours that run over
    midnight belong to the day they start on, and so do the minutes after them.
    """
    parts: list[ClockRange] = []
    for part in hours:
        start = max(0, part.start - minutes)
        latest = start + MINUTES_PER_DAY if part.end > MINUTES_PER_DAY else MINUTES_PER_DAY
        end = min(max(part.end, min(part.end + minutes, latest)), start + MINUTES_PER_DAY)
        if parts and start <= parts[-1].end:
            start, end = parts[-1].start, min(max(end, parts[-1].end), parts[-1].start + MINUTES_PER_DAY)
            parts.pop()
        parts.append(ClockRange(start, end))
    return tuple(parts)
