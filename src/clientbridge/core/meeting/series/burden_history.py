"""The burden that each party already bore in the calls and meetings of the last months."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clientbridge.core.meeting.availability import attendances
from clientbridge.core.meeting.cost.prices import outside_rates
from clientbridge.core.meeting.cost.sums import CostSum
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span

PAST_WEEKS = 13
"""Look-back window in weeks: a quarter."""


def past_range(request: MeetingRequest) -> Span:
    """The look-back window as UTC minutes, half-open."""
    return request.now - PAST_WEEKS * 7 * MINUTES_PER_DAY, request.now


def past_burdens(
    request: MeetingRequest, almanac: Almanac, starts_with: Mapping[str, Iterable[int]]
) -> Mapping[str, int]:
    """Burdens by party; `starts_with` has the UTC minutes at which you met each client, by its id.

    A meeting is taken as long as the one that is asked for, since a journal does not say. `almanac` covers
    `past_range`. Starts outside it are left out.
    """
    first, last = past_range(request)
    everyone = attendances(replace(request, within=(first, last)), almanac)
    mine = {start for starts in starts_with.values() for start in starts}
    burdens: dict[str, int] = {}
    for party, attendance in zip(request.parties, everyone, strict=True):
        sums = CostSum(outside_rates(replace(attendance, busy=()), almanac))
        starts = mine if party.is_me else set(starts_with.get(party.id, ()))
        burdens[party.id] = sum(
            sums.of(start, start + request.duration) for start in starts if first <= start < last
        )
    return burdens
