"""Judge one time: where each party is in its day, what speaks against it, which time near it is better."""

from collections.abc import Iterable
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.prices import OUTSIDE, SOFT
from clientbridge.core.meeting.cost.sums import cost_sums
from clientbridge.core.meeting.no_slot.blockers import reasons
from clientbridge.core.meeting.no_slot.result import Blocker
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.plan import party_facts, request_facts
from clientbridge.core.meeting.result import Caution, PartyFacts, RequestFacts
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTime:
    """The answer of ``cb meet PARTY… --at WHEN``: one time, judged."""

    kind: ClassVar[str] = "meeting_time"

    request: RequestFacts
    parties: tuple[PartyFacts, ...]
    possible: bool
    """Whether every required party is available."""
    slot: Slot
    against: tuple[Blocker, ...]
    """Why the missing parties are unavailable."""
    better: Slot | None
    """The nearest time that works and costs less; None when there is none within a week on either side."""
    nearest: Slot | None = None
    """Where this time does not work, the nearest one that does, whatever it costs."""
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when someone required cannot be there."""
        return self.possible


def judge(result: SearchResult, at: int, warnings: tuple[Caution, ...] = ()) -> MeetingTime:
    """Judge a start, given the search of the days around it."""
    views = PartyViews(result)
    slot = views.slot(at)
    span = (at, at + result.request.duration)
    against = tuple(
        blocker
        for party, attendance in zip(result.request.parties, result.attendances, strict=True)
        if party.id in slot.missing
        for blocker in reasons(result, (party, attendance), (span,))
    )
    required = {party.id for party in result.request.parties if party.required}
    possible = not required & set(slot.missing)
    better, nearest = _nearest_better(result, at, slot), None if possible else _nearest(result.grid, at)
    return MeetingTime(
        request=request_facts(result.request),
        parties=party_facts(result),
        slot=slot,
        possible=possible,
        against=against,
        better=None if better is None else views.slot(better),
        nearest=None if nearest is None else views.slot(nearest),
        warnings=warnings,
    )


def _nearest(starts: Iterable[int], at: int) -> int | None:
    """The start closest in time; of two equally close the earlier."""
    return min(starts, key=lambda start: (abs(start - at), start), default=None)


def _nearest_better(result: SearchResult, at: int, slot: Slot) -> int | None:
    """The closest possible start that costs less, and that comes before this one in the order of slots."""
    sums = cost_sums(result.request, result.almanac, result.attendances)
    worst = _order(slot)
    orders = (sums.order(start) for start in result.grid)
    return _nearest((order[-1] for order in orders if sum(order[:3]) < slot.cost and order[:3] < worst), at)


def _order(slot: Slot) -> tuple[int, int, int]:
    """The sort key of `CostSums.order`, from the parts of one slot."""
    me, *clients = slot.parties
    outside = sum(part.cost for time in clients for part in time.parts if part.code in OUTSIDE)
    mine = sum(part.cost for part in me.parts if part.code not in SOFT)
    soft = slot.cost - outside - mine
    if not outside:
        return 0, mine, soft
    my_outside = sum(part.cost for part in me.parts if part.code in OUTSIDE)
    return outside + my_outside, mine - my_outside, soft
