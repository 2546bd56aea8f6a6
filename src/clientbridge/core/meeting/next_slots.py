"""When you can next meet each client: one search per client, and the reason where there is no slot.

An ordinary slot, in everyone's working time on days that are surely worked, is preferred for some days to a
sooner one at a price, which is then told beside it.
"""

from collections.abc import Sequence
from dataclasses import field
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.days.location import local_at, where_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.prices import soft_layers
from clientbridge.core.meeting.no_slot.blockers import blockers
from clientbridge.core.meeting.no_slot.result import Blocker, BlockerCode
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.plan import party_facts, request_facts
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import Caution, PartyFacts, RequestFacts
from clientbridge.core.meeting.search import SearchResult, ranked_starts
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import short_day
from clientbridge.core.time.intervals import Spans, at_minute, clip, intersection, length, subtraction

if TYPE_CHECKING:
    from clientbridge.core.meeting.cost.sums import Order

SOON = 5
"""Working days of yours within which an ordinary slot comes before a sooner one at a price."""
NOTICE = 30
"""Minutes from now in which the overview proposes nothing, unless the call says otherwise."""
_REASONS_TOLD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSlot:
    """When you can next meet one client, or why you cannot."""

    id: str
    name: str
    timezone: ZoneInfo
    where: str = field(metadata={"json": False})
    """The name of their place, for people to read."""
    slot: Slot | None
    """The next ordinary one within `SOON` of your working days, else the next at any price."""
    why: tuple[str, ...]
    sooner: Slot | None = None
    """One before it, at a price: outside someone's working time, or on a day that may turn out to be off."""
    is_by_hours: bool = field(default=False, metadata={"json": False})
    """Whether there is none because your hours and theirs never meet, and for no other reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRelaxation:
    """A tried change that opens a slot with clients that have none: running `args` as given finds it."""

    say: str
    args: tuple[str, ...]
    clients: tuple[ClientSlot, ...]
    """As they are with the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSlots:
    """The answer of ``cb meet`` without a party: every client, in the order of the next slot."""

    kind: ClassVar[str] = "next_slots"

    request: RequestFacts
    me: PartyFacts
    clients: tuple[ClientSlot, ...]
    relaxations: tuple[ListRelaxation, ...] = ()
    """What would help those without a slot, each change tried."""
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when no client has a slot."""
        return any(client.slot is not None for client in self.clients)


def next_slot(result: SearchResult) -> ClientSlot:
    """The next slot with the one client of a search, and what is to be had sooner."""
    client = result.request.others[0]
    start, sooner = _next_starts(result)
    views = PartyViews(result)
    why = () if start is not None else _why(result)
    return ClientSlot(
        id=client.id,
        name=client.name,
        timezone=result.attendances[1].days.piece_at(result.request.within[0]).zone,
        where=where_at(client.schedule, at_minute(result.request.within[0])),
        slot=None if start is None else views.slot(start),
        why=why,
        sooner=None if sooner is None else views.slot(sooner),
        is_by_hours=why == (_no_time(result),),
    )


def _next_starts(result: SearchResult) -> tuple[int | None, int | None]:
    """The start to propose, and the one before it at a price.

    At any price it is the best start of the first day with the client in its working time, else of the
    first day.
    """
    ranked = ranked_starts(result)
    if not ranked:
        return None, None
    good = [one for one in ranked if not one[0][0]]
    soonest = _first(good or ranked)
    ordinary = _soon_and_ordinary(result, ranked)
    if not ordinary:
        return soonest, None
    start = _first(ordinary)
    return start, soonest if soonest < start else None


def _soon_and_ordinary(
    result: SearchResult, ranked: "Sequence[tuple[Order, int]]"
) -> "list[tuple[Order, int]]":
    time, last, long = _ordinary_time(result), _last_soon_day(result), result.request.duration
    soon = ((order, day) for order, day in ranked if day <= last)
    return [(order, day) for order, day in soon if length(clip(time, (order[-1], order[-1] + long))) == long]


def _first(ranked: "Sequence[tuple[Order, int]]") -> int:
    """The best start of the first day."""
    order, _ = min(ranked, key=lambda one: (one[1], one[0]))
    return order[-1]


def _ordinary_time(result: SearchResult) -> Spans:
    """The minutes in everyone's working time, on days that are surely worked."""
    ordinary: Spans = (result.almanac.within,)
    for attendance in result.attendances:
        ordinary = intersection(ordinary, attendance.working)
        for layer in soft_layers(attendance, result.almanac):
            ordinary = subtraction(ordinary, layer.spans)
    return ordinary


def _last_soon_day(result: SearchResult) -> int:
    """The last of your next working days that are waited for, today being none of them."""
    mine = result.attendances[0].days
    today = mine.date_at(max(result.request.within[0], result.request.now))
    worked = (
        day
        for ahead in range(1, len(mine.meanings) - (today - mine.first).days)
        if mine.meaning_on(day := today + timedelta(days=ahead)).hours
    )
    return max(islice(worked, SOON), default=today).toordinal()


def _why(result: SearchResult) -> tuple[str, ...]:
    """What blocks on most days, and what does on at least half as many."""
    found = blockers(result)
    telling = [one for one in found if one.code is not BlockerCode.WEEKEND] or found
    days: dict[tuple[str, bool], set[date]] = {}
    for blocker in telling:
        day = local_at(result.request.me.schedule, blocker.from_).date()
        days.setdefault(_reason(result, blocker), set()).add(day)
    longest = sorted(days.items(), key=lambda one: -len(one[1]))[:_REASONS_TOLD]
    often = [one for one in longest if 2 * len(one[1]) >= len(longest[0][1])]
    return tuple(f"{say} ({_first_to_last(on)})" if dated else say for (say, dated), on in often)


def _reason(result: SearchResult, blocker: Blocker) -> tuple[str, bool]:
    """A reason in words, and whether it is one of certain days."""
    if blocker.code is BlockerCode.REQUEST:
        return blocker.detail, False
    if blocker.code is BlockerCode.OUTSIDE_HOURS:
        return _no_time(result), False
    whose = "you: " if blocker.party == result.request.me.id else ""
    return f"{whose}{'weekend' if blocker.code is BlockerCode.WEEKEND else blocker.detail}", True


def _no_time(result: SearchResult) -> str:
    return f"no {show_minutes(result.request.duration)} within your hours and theirs"


def _first_to_last(days: "set[date]") -> str:
    first, last = short_day(min(days)), short_day(max(days))
    return first if first == last else f"{first} to {last}"


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
