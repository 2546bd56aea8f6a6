"""What would help the clients of a list without a slot: hours of yours for many, else a change for each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from clientbridge.core.meeting.cost.prices import CostCode
from clientbridge.core.meeting.next_slots import ClientSlot, ListRelaxation, NextSlots, next_slot
from clientbridge.core.meeting.no_slot.blockers import longest_gap
from clientbridge.core.meeting.no_slot.openings import Opening, openings
from clientbridge.core.meeting.no_slot.relaxations import relaxations
from clientbridge.core.meeting.request import MeetingRequest, RequestWords
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import ClockRange

_MOST_HELPED = 8
"""How many clients without a slot are helped in one call."""
_MOST_FOR_ONE = 2
"""How many of them are helped by a change of their own."""
_MOST_ALONE = 4 * 60
"""Minutes a day that you alone may be asked for before the others are."""


def with_relaxations(
    answer: NextSlots, results: Sequence[SearchResult], almanac_of: Callable[[MeetingRequest], Almanac]
) -> NextSlots:
    """The answer with what would help; `almanac_of` gives the calendars for a search over another range."""
    of = {result.request.others[0].id: result for result in results}
    without = [of[client.id] for client in answer.clients if client.slot is None][:_MOST_HELPED]
    for_many = _for_many(without)
    helped = {client.id for change in for_many for client in change.clients}
    rest = [result for result in without if result.request.others[0].id not in helped]
    for_one = chain.from_iterable(_for_one(result, almanac_of) for result in rest)
    return replace(answer, relaxations=(*for_many, *islice(for_one, _MOST_FOR_ONE)))


def _your_hours(result: SearchResult) -> Opening | None:
    """The least that you alone would have to accept besides, by day."""
    alone = (
        one
        for one in openings(result)
        if len(one.extras) == 1 and one.extras[0][0].is_me and not one.at_night and one.minutes <= _MOST_ALONE
    )
    return min(alone, key=lambda one: (one.minutes, one.cost, one.start), default=None)


def _for_many(results: Sequence[SearchResult]) -> tuple[ListRelaxation, ...]:
    """All hours that would help one of them, as one range: what it opens is what was wanted, or more."""
    wanted = {at: opening for at, result in enumerate(results) if (opening := _your_hours(result))}
    if not wanted:
        return ()
    stretch = _one_range(results[0].request, wanted.values())
    found = [_with(results[at], stretch) for at in wanted]
    opened = tuple(client for client in found if client.slot is not None)
    words = _named(results[0].request.words, opened).with_option("--stretch", str(stretch))
    return (ListRelaxation(say=f"if you accept {stretch}", args=words.args, clients=opened),)


def _one_range(request: MeetingRequest, wanted: Iterable[Opening]) -> ClockRange:
    """From the first to the last of what you accept already and of what is wanted."""
    asked = (part for opening in wanted for _, extra in opening.extras for part in extra.hours)
    parts = [*request.stretch, *asked]
    return ClockRange(min(part.start for part in parts), max(part.end for part in parts))


def _with(result: SearchResult, stretch: ClockRange) -> ClientSlot:
    return next_slot(search(replace(result.request, stretch=(stretch,)), result.almanac))


def _named(words: RequestWords, opened: Sequence[ClientSlot]) -> RequestWords:
    """For one client the call about it, for several the list."""
    return replace(words, parties=(opened[0].id,)) if len(opened) == 1 else words


def _for_one(
    result: SearchResult, almanac_of: Callable[[MeetingRequest], Almanac]
) -> Iterator[ListRelaxation]:
    """The first change that the call about this client would propose."""
    request = result.request
    me, them = request.parties
    words = replace(request.words, parties=(them.id,))
    request = replace(request, words=words, parties=(me, replace(them, name="them")))
    found = replace(result, request=request)
    for change in relaxations(found, longest_gap(result), almanac_of)[:1]:
        if not _asks_for_night(change.slot):
            opened = replace(next_slot(result), slot=change.slot, why=())
            yield ListRelaxation(say=change.change, args=change.args, clients=(opened,))


def _asks_for_night(slot: Slot) -> bool:
    return any(part.code is CostCode.NIGHT for time in slot.parties for part in time.parts)
