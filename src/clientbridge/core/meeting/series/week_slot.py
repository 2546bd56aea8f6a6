"""Which fixed time of the week serves a whole series best?

Every start that is possible in any of the periods stands for its place in the period, on the anchor's
clock. The best place is possible in most periods, and then costs least over all of them.
"""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.sums import CostSums, cost_sums
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.series.occurrences import clock_instant
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import local_date
from clientbridge.core.time.offsets import offset_at, offset_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSlot:
    """One time of the period, as minutes after the period's start on the anchor's clock."""

    minutes: int
    missed: int
    """Periods in which not everyone required can be there."""
    costs: tuple[int, int, int]


def best_week_slots(result: SearchResult, recurrence: Recurrence) -> list[WeekSlot]:
    """All week slots that are possible at least once, best first."""
    sums = cost_sums(result.request, result.almanac, result.attendances)
    anchor, times = recurrence.anchor, recurrence.times
    period = recurrence.every.days * MINUTES_PER_DAY
    begin = result.request.within[0]
    local_begin = begin + offset_at(anchor, begin)
    by_place: dict[int, dict[int, int]] = {}
    for start, local in _with_local(result.grid, anchor, result.request.within):
        turn, minutes = divmod(local - local_begin, period)
        if turn < times:
            # Of a clock time that comes twice in a period, the first.
            by_place.setdefault(minutes, {}).setdefault(turn, start)
    places = [_place(minutes, [*starts.values()], sums, times) for minutes, starts in by_place.items()]
    return sorted(places, key=lambda place: (place.missed, place.costs, place.minutes))


def _with_local(
    starts: Iterable[int], anchor: ZoneInfo, within: tuple[int, int]
) -> Iterable[tuple[int, int]]:
    parts = iter(offset_pieces(anchor, within))
    part = next(parts)
    for start in starts:
        while start >= part.end:
            part = next(parts)
        yield start, start + part.offset


def _place(minutes: int, starts: list[int], sums: CostSums, times: int) -> WeekSlot:
    orders = [sums.order(start) for start in starts]
    costs = (
        sum(order[0] for order in orders),
        sum(order[1] for order in orders),
        sum(order[2] for order in orders),
    )
    return WeekSlot(minutes=minutes, missed=times - len(starts), costs=costs)


def first_start(result: SearchResult, anchor: ZoneInfo, place: WeekSlot) -> int:
    """The UTC minute of a place in the first period; where the clock skips it, the jump's length later."""
    begin = result.request.within[0]
    local = begin + offset_at(anchor, begin) + place.minutes
    return clock_instant(local_date(local), local % MINUTES_PER_DAY, anchor)
