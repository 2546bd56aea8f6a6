"""What about this one time? Who is where in their day, what speaks against it, and the nearest better one."""

from collections.abc import Iterable

from clientbridge.core.meeting.blockers import reasons
from clientbridge.core.meeting.cost import OUTSIDE, SOFT_DAY, cost_sums
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.plan import party_facts, request_facts
from clientbridge.core.meeting.result import MeetingTime
from clientbridge.core.meeting.search import Found
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.zone_changes import ZoneChange, cautions

WITHIN_DAYS = 7
"""So far on either side a better time is looked for."""


def judge(found: Found, at: int, changes: Iterable[ZoneChange] = ()) -> MeetingTime:
    """The judgement of a start; `found` is the search of the days around it."""
    views = PartyViews(found)
    slot = views.slot(at)
    span = (at, at + found.request.duration)
    against = tuple(
        blocker
        for party, attendance in zip(found.request.parties, found.attendances, strict=True)
        if party.id in slot.missing
        for blocker in reasons(found, (party, attendance), (span,))
    )
    required = {party.id for party in found.request.parties if party.required}
    better = _nearest_better(found, at, slot, possible=not required & set(slot.missing))
    return MeetingTime(
        request=request_facts(found.request),
        parties=party_facts(found),
        slot=slot,
        possible=not required & set(slot.missing),
        against=against,
        better=None if better is None else views.slot(better),
        warnings=cautions(found.request, found.attendances, changes),
    )


def _nearest_better(found: Found, at: int, slot: Slot, *, possible: bool) -> int | None:
    """The possible start closest in time that costs less; of two equally close the earlier."""
    sums = cost_sums(found.request, found.almanac, found.attendances)
    worst = _order(slot)
    better = [
        start for start in found.grid if start != at and (not possible or sums.order(start)[:3] < worst)
    ]
    return min(better, key=lambda start: (abs(start - at), start), default=None)


def _order(slot: Slot) -> tuple[int, int, int]:
    """The same three sums that put slots in order, from the parts of one slot."""
    me, *clients = slot.parties
    outside = sum(part.cost for time in clients for part in time.parts if part.code in OUTSIDE)
    mine = sum(part.cost for part in me.parts if part.code not in SOFT_DAY)
    return outside, mine, slot.cost - outside - mine
