"""Which starts are possible, and which of them are best?

The windows are complete and chronological; the slots are the best starts on your clock's grid, spread over
days.
"""

from collections.abc import Iterator, Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance, attendances
from clientbridge.core.meeting.cost.sums import Order, cost_sums
from clientbridge.core.meeting.request import WHOLE, MeetingRequest
from clientbridge.core.meeting.working_time import Almanac, PartyDays
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours
from clientbridge.core.time.intervals import Span, Spans, at_least, intersection

_WHOLE_DAY = (ClockRange(0, MINUTES_PER_DAY),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """A search result, before formatting."""

    request: MeetingRequest
    almanac: Almanac
    attendances: tuple[Attendance, ...]
    frame: Spans
    """The range clipped to the earliest start, ``--on`` and ``--between``."""
    starts: Spans
    """Every minute at which the meeting can start, as half-open spans."""
    grid: tuple[int, ...]
    """The starts at which your clock shows a multiple of the step."""

    @property
    def windows(self) -> Spans:
        """The maximal spans in which the meeting fits, in order."""
        return tuple((start, end - 1 + self.request.duration) for start, end in self.starts)


def search(request: MeetingRequest, almanac: Almanac) -> SearchResult:
    """Find every possible start and the slots of the grid."""
    everyone = attendances(request, almanac)
    frame = framed(request, almanac, everyone[0].days)
    starts = possible_starts(request, everyone, frame)
    return SearchResult(
        request=request,
        almanac=almanac,
        attendances=everyone,
        frame=frame,
        starts=starts,
        grid=tuple(grid_starts(request, everyone[0].days, starts)),
    )


def framed(request: MeetingRequest, almanac: Almanac, mine: PartyDays) -> Spans:
    """The spans that the request itself allows."""
    start, end = max(request.within[0], request.earliest), request.within[1]
    frame: Spans = ((start, end),) if start < end else ()
    if request.weekdays or request.between:
        first = mine.first.weekday()
        hours: list[DayHours] = [
            (request.between or _WHOLE_DAY)
            if not request.weekdays or (first + ahead) % 7 in request.weekdays
            else ()
            for ahead in range(len(mine.meanings))
        ]
        frame = intersection(frame, almanac.lay_by_date(mine, hours))
    return frame


def possible_starts(request: MeetingRequest, everyone: Sequence[Attendance], frame: Spans) -> Spans:
    """The minutes at which a meeting can start with enough required parties available to its end."""
    free = intersection(frame, everyone[0].allowed)
    required = [
        attendance for party, attendance in zip(request.others, everyone[1:], strict=True) if party.required
    ]
    if request.quorum < WHOLE:
        return _starts_with_quorum(request, required, free)
    for attendance in {id(attendance): attendance for attendance in required}.values():
        free = intersection(free, attendance.allowed)
    return _starts_in(free, request.duration)


def _starts_in(free: Spans, duration: int) -> Spans:
    return tuple((start, end - duration + 1) for start, end in at_least(free, duration))


def _starts_with_quorum(request: MeetingRequest, required: list[Attendance], free: Spans) -> Spans:
    """Sweep over the ends of each party's possible starts."""
    needed = -(-(len(required) + 1) * request.quorum // WHOLE) - 1
    changes: dict[int, int] = {}
    for attendance in required:
        for start, end in _starts_in(intersection(free, attendance.allowed), request.duration):
            changes[start] = changes.get(start, 0) + 1
            changes[end] = changes.get(end, 0) - 1
    enough: list[Span] = []
    if needed <= 0:
        return _starts_in(free, request.duration)
    present, since = 0, 0
    for minute, change in sorted(changes.items()):
        before, present = present, present + change
        if before < needed <= present:
            since = minute
        elif present < needed <= before:
            enough.append((since, minute))
    return tuple(enough)


def grid_starts(request: MeetingRequest, mine: PartyDays, starts: Spans) -> list[int]:
    """The possible starts at which your clock shows a multiple of the step after midnight."""
    starts_on_grid: list[int] = []
    pieces = iter(mine.clock)
    piece = next(pieces)
    for start, end in starts:
        while piece.end <= start:
            piece = next(pieces)
        at = start
        while at < end:
            part_end = min(end, piece.end)
            starts_on_grid.extend(
                local - piece.offset
                for local in _multiples(at + piece.offset, part_end + piece.offset, request.step)
            )
            at = part_end
            if at < end:
                piece = next(pieces)
    return starts_on_grid


def _multiples(start: int, end: int, step: int) -> Iterator[int]:
    """Local minutes in ``[start, end)`` that are a multiple of the step after their midnight."""
    midnight = start // MINUTES_PER_DAY * MINUTES_PER_DAY
    while midnight < end:
        first = max(midnight, midnight + -(-(start - midnight) // step) * step)
        yield from range(first, min(end, midnight + MINUTES_PER_DAY), step)
        midnight += MINUTES_PER_DAY


def ranked_starts(result: SearchResult) -> list[tuple[Order, int]]:
    """The starts on the grid, best first, each with the index of your day."""
    sums = cost_sums(result.request, result.almanac, result.attendances)
    mine = result.attendances[0].days
    return sorted((sums.order(start), mine.date_at(start).toordinal()) for start in result.grid)


def best_starts(result: SearchResult) -> tuple[int, ...]:
    """The best of every day first, then the next best that do not overlap, then whatever is left.

    Starts with a client outside working time are looked at only after all the others, and the slots are shown
    in the order of what they cost.
    """
    request, ranked = result.request, ranked_starts(result)
    chosen: list[Order] = []
    for outside in (False, True):
        of_tier = [(order, day) for order, day in ranked if (order[0] > 0) is outside]
        chosen.extend(_spread_tier(of_tier, request.count - len(chosen), request.duration))
    return tuple(order[-1] for order in sorted(chosen))


def _spread_tier(ranked: list[tuple[Order, int]], count: int, duration: int) -> list[Order]:
    chosen: dict[int, Order] = {}
    by_day: dict[int, int] = {}
    for most in (1, 2, 3, MINUTES_PER_DAY):
        for order, day in ranked:
            if len(chosen) >= count:
                return list(chosen.values())
            start = order[-1]
            if start in chosen or by_day.get(day, 0) >= most:
                continue
            if most < MINUTES_PER_DAY and any(abs(start - other) < duration for other in chosen):
                continue
            chosen[start] = order
            by_day[day] = by_day.get(day, 0) + 1
    return list(chosen.values())
