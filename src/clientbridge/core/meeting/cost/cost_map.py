"""What each start of a search costs: a row for every day of yours, a cell for every half hour."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.sums import cost_sums
from clientbridge.core.time.intervals import local_midnight

if TYPE_CHECKING:
    from clientbridge.core.meeting.search import SearchResult

CELL_MINUTES = 30
_CELLS = 24 * 60 // CELL_MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDay:
    """One day on your calendar."""

    date: date
    costs: tuple[int | None, ...]
    """The 48 half hours from your midnight: what the cheapest start in each costs, None where there is none.

    Where your clock shows an hour twice, both are in the same cells; an hour that it skips has none.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class CostMap:
    """The whole range of a search, day by day."""

    cell_minutes: int = CELL_MINUTES
    days: tuple[MapDay, ...]


def cost_map(result: "SearchResult") -> CostMap:
    """The costs of the starts on the grid; days without a start are among the days."""
    first, last = _range_of(result)
    cheapest = _cheapest(result)
    dates = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return CostMap(days=tuple(_day(day, cheapest) for day in dates))


def _range_of(result: "SearchResult") -> tuple[date, date]:
    """Your first and last day of the range, as far as it is not past."""
    request, mine = result.request, result.attendances[0].days
    start, end = request.within
    last = max(start, end - 1)
    return mine.date_at(min(max(start, request.earliest), last)), mine.date_at(last)


def _cheapest(result: "SearchResult") -> Mapping[int, int]:
    """What the cheapest start of each half hour costs, by the local minute at which the half hour begins."""
    sums = cost_sums(result.request, result.almanac, result.attendances)
    costs = dict[int, int]()
    for start, local in _on_your_clock(result):
        cell = local - local % CELL_MINUTES
        outside, comfort, soft, _, _ = sums.order(start)
        cost = outside + comfort + soft
        costs[cell] = min(cost, costs.get(cell, cost))
    return costs


def _on_your_clock(result: "SearchResult") -> Iterator[tuple[int, int]]:
    """Each start of the grid with the local minute that your clock shows then."""
    pieces = iter(result.attendances[0].days.clock)
    piece = next(pieces)
    for start in result.grid:
        while piece.end <= start:
            piece = next(pieces)
        yield start, start + piece.offset


def _day(day: date, cheapest: Mapping[int, int]) -> MapDay:
    midnight = local_midnight(day)
    return MapDay(
        date=day,
        costs=tuple(cheapest.get(midnight + cell * CELL_MINUTES) for cell in range(_CELLS)),
    )
