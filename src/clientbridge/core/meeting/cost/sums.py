"""The cost of any start of a search from prefix sums: clients outside their hours, you, soft times."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.cost.prices import CostLayer, comfort_layers, outside_rates, soft_layers
from clientbridge.core.meeting.request import WHOLE, MeetingRequest, Party
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.intervals import Spans, at_least

if TYPE_CHECKING:
    from clientbridge.core.meeting.cost.customs import MeetingCustom


Rate = tuple[int, Spans]
"""What a minute costs, and at which times."""


class CostSum:
    """The cost of any span by prefix sums: the total up to its end minus the total up to its start."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        """Take rates a minute, each with the times at which it holds; where several hold they add up."""
        changes: dict[int, int] = {}
        for rate, spans in rates:
            for start, end in spans:
                changes[start] = changes.get(start, 0) + rate
                changes[end] = changes.get(end, 0) - rate
        self._minutes: list[int] = []
        self._rates: list[int] = []
        self._sums: list[int] = []
        together = total = last = 0
        for minute in sorted(changes):
            total += together * (minute - last)
            together += changes[minute]
            last = minute
            self._minutes.append(minute)
            self._rates.append(together)
            self._sums.append(total)

    def _until(self, minute: int) -> int:
        at = bisect_right(self._minutes, minute) - 1
        return 0 if at < 0 else self._sums[at] + self._rates[at] * (minute - self._minutes[at])

    def of(self, start: int, end: int) -> int:
        """The cost of the minutes in [`start`, `end`)."""
        return self._until(end) - self._until(start) if self._minutes else 0


Order = tuple[int, int, int, int, int]
"""What everyone pays outside working time where a client does, your other cost, soft times, optional parties
away, the start; the first three are together what the start costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalCost:
    """What optional parties that are alike cost: nothing where they are away."""

    times: int
    """How many there are."""
    starts: Spans
    """At which they can be there to the end."""
    outside: CostSum
    soft: CostSum

    def is_there(self, start: int) -> bool:
        """Whether they can be there."""
        at = bisect_right(self.starts, (start + 1,)) - 1
        return at >= 0 and start < self.starts[at][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSums:
    """The sums that put slots in order."""

    duration: int
    clients_outside: CostSum
    my_outside: CostSum
    my_comfort: CostSum
    soft: CostSum
    optional: tuple[OptionalCost, ...] = ()

    def order(self, start: int) -> Order:
        """Sort key, smaller is better; among equals those with more of the optional parties come first.

        Where a client is outside working time, your time outside it counts as much as theirs: your night is
        not spent to spare a client a quarter of an hour.
        """
        end = start + self.duration
        outside, soft = self.clients_outside.of(start, end), self.soft.of(start, end)
        away = 0
        for party in self.optional:
            if party.is_there(start):
                outside += party.outside.of(start, end)
                soft += party.soft.of(start, end)
            else:
                away += party.times
        mine, comfort = self.my_outside.of(start, end), self.my_comfort.of(start, end)
        if outside:
            return outside + mine, comfort, soft, away, start
        return 0, mine + comfort, soft, away, start


def cost_sums(request: MeetingRequest, almanac: Almanac, everyone: Sequence[Attendance]) -> CostSums:
    """The sums of a search; identical parties are computed once and counted by their number."""
    me, mine = request.me, everyone[0]
    clients = _alike(list(zip(request.others, everyone[1:], strict=True)))
    soft = [*_rates(soft_layers(mine, almanac))]
    optional: list[OptionalCost] = []
    for party, attendance, times in clients:
        theirs = [*_soft(party, attendance, almanac, times)]
        if party.required:
            soft.extend(theirs)
        else:
            optional.append(
                OptionalCost(
                    times=times,
                    starts=_starts(attendance.allowed, request.duration),
                    outside=CostSum(_times(outside_rates(attendance, almanac), times)),
                    soft=CostSum(theirs),
                )
            )
    return CostSums(
        duration=request.duration,
        clients_outside=CostSum(_clients_outside(request, clients, almanac)),
        my_outside=CostSum(outside_rates(mine, almanac) if request.stretch else ()),
        my_comfort=CostSum(_rates(comfort_layers(me.customs, mine, almanac))),
        soft=CostSum(soft),
        optional=tuple(optional),
    )


def _starts(free: Spans, duration: int) -> Spans:
    return tuple((start, end - duration + 1) for start, end in at_least(free, duration))


def _soft(party: Party, attendance: Attendance, almanac: Almanac, times: int) -> Iterator[Rate]:
    yield from _times(_rates(comfort_layers(party.customs, attendance, almanac)), times)
    yield from _times(_rates(soft_layers(attendance, almanac)), times)


def _rates(layers: Iterable[CostLayer]) -> Iterator[Rate]:
    return ((layer.rate, layer.spans) for layer in layers)


def _times(rates: Iterable[Rate], times: int) -> Iterator[Rate]:
    return ((rate * times, spans) for rate, spans in rates)


def _clients_outside(
    request: MeetingRequest, clients: Sequence[tuple[Party, Attendance, int]], almanac: Almanac
) -> Iterator[Rate]:
    """Only clients whom the request allows outside their working time can cost anything there."""
    outside = [one for one in clients if request.quorum < WHOLE or request.stretches(one[0])]
    for attendance, times in _counted(outside):
        yield from _times(outside_rates(attendance, almanac), times)


def _counted(clients: Sequence[tuple[Party, Attendance, int]]) -> list[tuple[Attendance, int]]:
    """The attendances of the required clients, whatever their customs."""
    by_identity: dict[int, list[tuple[Attendance, int]]] = {}
    for party, attendance, times in clients:
        if party.required:
            by_identity.setdefault(id(attendance), []).append((attendance, times))
    return [(alike[0][0], sum(times for _, times in alike)) for alike in by_identity.values()]


def _alike(clients: list[tuple[Party, Attendance]]) -> list[tuple[Party, Attendance, int]]:
    by_key: dict[tuple[int, tuple[MeetingCustom, ...], bool], list[tuple[Party, Attendance]]] = {}
    for party, attendance in clients:
        key = (id(attendance), party.customs, party.required)
        by_key.setdefault(key, []).append((party, attendance))
    return [(*alike[0], len(alike)) for alike in by_key.values()]
