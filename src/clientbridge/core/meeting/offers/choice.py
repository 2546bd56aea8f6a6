"""Which of the possible starts are offered: good ones that leave the client a real choice.

On different days, in the mornings and in the afternoons, where there are enough good ones for that; never two
that overlap.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.sums import Order
from clientbridge.core.meeting.offers.offer import OfferedSlot
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.search import SearchResult, ranked_starts
from clientbridge.core.time.hours import MINUTES_PER_DAY

DEFAULT_OFFERED = 3
TIME_TO_READ = MINUTES_PER_DAY
"""A start sooner than this is offered only where there are not enough others: the client has to answer."""
_NOON = MINUTES_PER_DAY // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfferableStart:
    """A possible start, as it matters for the choice."""

    order: Order
    day: int
    """Of yours."""
    half: int
    """0 for the morning of whoever chooses, 1 for the afternoon."""
    in_hours: bool
    """Whether no client is outside working time."""
    good: bool
    """Also hardly dearer than the best, and with time to answer."""

    @property
    def start(self) -> int:
        return self.order[-1]


@dataclass(frozen=True, slots=True)
class _ChosenStarts:
    """What is chosen so far."""

    duration: int
    taken: list[_OfferableStart] = field(default_factory=list)

    def is_free(self, one: _OfferableStart) -> bool:
        return all(abs(one.start - other.start) >= self.duration for other in self.taken)

    def on_new_day(self, one: _OfferableStart) -> bool:
        return all(one.day != other.day for other in self.taken)

    def in_new_half(self, one: _OfferableStart) -> bool:
        return all((one.day, one.half) != (other.day, other.half) for other in self.taken)

    def in_rarer_half(self, one: _OfferableStart) -> bool:
        same = sum(one.half == other.half for other in self.taken)
        return 2 * same < len(self.taken) or not self.taken

    def better(self) -> Iterator[Callable[[_OfferableStart], bool]]:
        """What a start may be, the most wanted first."""
        yield lambda one: one.good and self.on_new_day(one) and self.in_rarer_half(one)
        yield lambda one: one.good and self.on_new_day(one)
        yield lambda one: one.in_hours and self.on_new_day(one)
        yield lambda one: one.in_hours and self.in_new_half(one)
        yield lambda one: one.in_hours
        yield self.on_new_day
        yield self.in_new_half
        yield lambda _one: True


def offered_slots(result: SearchResult, count: int = DEFAULT_OFFERED) -> tuple[OfferedSlot, ...]:
    """The chosen slots in the order of time, numbered from 1, as everyone sees them."""
    views = PartyViews(result)
    slots = (views.slot(start) for start in offered_starts(result, count))
    return tuple(
        OfferedSlot(n=number, start=slot.start, end=slot.end, parties=slot.parties)
        for number, slot in enumerate(slots, start=1)
    )


def offered_starts(result: SearchResult, count: int = DEFAULT_OFFERED) -> tuple[int, ...]:
    """At most `count` starts in the order of time, UTC minutes; fewer where no others are left.

    The first is the best of the search. Then come, each time the cheapest that is left: a good one on another
    day in the half of the day that is rarer so far, on the clock of the first client; any good one on another
    day; one on another day, in another half day, or at all without a client outside working time; and only
    then those with one. Good is what no client has outside working time, costs at most a minute more for each
    minute of the meeting than the best, and leaves a day to answer.
    """
    candidates = _candidates(result)
    chosen = _ChosenStarts(result.request.duration)
    while len(chosen.taken) < count:
        free = [one for one in candidates if chosen.is_free(one)]
        if not free:
            break
        chosen.taken.append(_next(chosen, free))
    return tuple(sorted(one.start for one in chosen.taken))


def _next(chosen: _ChosenStarts, free: Sequence[_OfferableStart]) -> _OfferableStart:
    wanted = (next(filter(is_wanted, free), None) for is_wanted in chosen.better())
    return next(one for one in wanted if one is not None)


def _candidates(result: SearchResult) -> list[_OfferableStart]:
    """Best first."""
    ranked = ranked_starts(result)
    if not ranked:
        return []
    chooses = result.attendances[min(1, len(result.attendances) - 1)].days
    cheapest = min(_price(order) for order, _ in ranked)
    return [
        _OfferableStart(
            order=order,
            day=day,
            half=int((order[-1] + chooses.piece_at(order[-1]).offset) % MINUTES_PER_DAY >= _NOON),
            in_hours=order[0] == 0,
            good=order[0] == 0
            and _price(order) <= cheapest + result.request.duration
            and order[-1] >= result.request.now + TIME_TO_READ,
        )
        for order, day in ranked
    ]


def _price(order: Order) -> int:
    return sum(order[:3])
