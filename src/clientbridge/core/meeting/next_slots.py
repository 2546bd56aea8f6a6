"""When you can next meet each client: one search per client, and the reason where there is no slot."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.no_slot.blockers import blockers
from clientbridge.core.meeting.no_slot.result import Blocker
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.plan import party_facts, request_facts
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import Caution, PartyFacts, RequestFacts
from clientbridge.core.meeting.search import SearchResult, ranked_starts
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.formatting import short_day
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.time.offsets import local_time

if TYPE_CHECKING:
    from clientbridge.core.meeting.cost.sums import Order

_REASONS_TOLD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSlot:
    """When you can next meet one client, or why you cannot."""

    id: str
    name: str
    timezone: ZoneInfo
    slot: Slot | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSlots:
    """The answer of ``cb meet`` without a party: every client, in the order of the next slot."""

    kind: ClassVar[str] = "next_slots"

    request: RequestFacts
    me: PartyFacts
    clients: tuple[ClientSlot, ...]
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when no client has a slot."""
        return any(client.slot is not None for client in self.clients)


def next_slot(result: SearchResult) -> ClientSlot:
    """The best start on the first day with one in the client's working time, else on the first with any."""
    client = result.request.others[0]
    start = _next_start(result)
    return ClientSlot(
        id=client.id,
        name=client.name,
        timezone=result.attendances[1].days.piece_at(result.request.within[0]).zone,
        slot=None if start is None else PartyViews(result).slot(start),
        why=() if start is not None else _why(result),
    )


def _next_start(result: SearchResult) -> int | None:
    by_day: dict[int, Order] = {}
    for order, day in ranked_starts(result):
        by_day.setdefault(day, order)
    days = sorted(by_day)
    good = [day for day in days if by_day[day][0] == 0]
    return by_day[(good or days)[0]][-1] if days else None


def _why(result: SearchResult) -> tuple[str, ...]:
    """Each distinct reason once, with the first day it applies to."""
    sentences: dict[str, str] = {}
    for blocker in blockers(result):
        sentences.setdefault(blocker.detail, _sentence(result, blocker))
    return tuple(sentences.values())[:_REASONS_TOLD]


def _sentence(result: SearchResult, blocker: Blocker) -> str:
    zone = result.request.me.schedule.zone
    name = next(party.name for party in result.request.parties if party.id == blocker.party)
    start = local_time(minute_of(blocker.from_), zone)
    return f"{name}: {blocker.detail} ({short_day(start)})"


def next_slots(
    request: MeetingRequest, results: Sequence[SearchResult], warnings: tuple[Caution, ...] = ()
) -> NextSlots:
    """The answer for all clients, from one search with each."""
    clients = sorted((next_slot(one) for one in results), key=_soonest_first)
    return NextSlots(
        request=request_facts(request),
        me=party_facts(results[0])[0],
        clients=tuple(clients),
        warnings=warnings,
    )


def _soonest_first(client: ClientSlot) -> tuple[bool, float, str]:
    return client.slot is None, client.slot.start.timestamp() if client.slot else 0.0, client.id
