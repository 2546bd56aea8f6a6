"""Which starts of a search ask nobody for the night."""

from collections.abc import Sequence
from dataclasses import replace

from clientbridge.core.meeting.cost.prices import nights_outside
from clientbridge.core.meeting.search import SearchResult, grid_starts, possible_starts
from clientbridge.core.time.intervals import subtraction


def grid_by_day(found: SearchResult) -> Sequence[int]:
    """The starts on the grid that need no required party at night outside its working time."""
    if not found.grid:
        return ()
    awake = {
        id(one): replace(one, allowed=subtraction(one.allowed, nights_outside(one, found.almanac)))
        for one in found.attendances
    }
    everyone = [awake[id(one)] for one in found.attendances]
    starts = possible_starts(found.request, everyone, found.frame)
    return grid_starts(found.request, everyone[0].days, starts)
