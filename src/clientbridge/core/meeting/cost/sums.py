"""The cost of any start of a search from prefix sums: clients outside their hours, you, soft times."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.cost.prices import CostLayer, comfort_layers, outside_layers, soft_day_layers
from clientbridge.core.meeting.request import WHOLE, MeetingRequest, Party
from clientbridge.core.meeting.working_time import Almanac

if TYPE_CHECKING:
    from clientbridge.core.meeting.cost.customs import MeetingCustom


class CostSum:
    """The cost of any span by prefix sums: the total up to its end minus the total up to its start."""

    def __init__(self, layers: Iterable[tuple[CostLayer, int]]) -> None:
        """Take cost layers, each with the number of parties it counts for."""
        changes: dict[int, int] = {}
        for layer, times in layers:
            rate = layer.rate * times
            for start, end in layer.spans:
                changes[start] = changes.get(start, 0) + rate
                changes[end] = changes.get(end, 0) - rate
        self._minutes: list[int] = []
        self._rates: list[int] = []
        self._sums: list[int] = []
        rate = total = last = 0
        for minute in sorted(changes):
            total += rate * (minute - last)
            rate += changes[minute]
            last = minute
            self._minutes.append(minute)
            self._rates.append(rate)
            self._sums.append(total)

    def _until(self, minute: int) -> int:
        at = bisect_right(self._minutes, minute) - 1
        return 0 if at < 0 else self._sums[at] + self._rates[at] * (minute - self._minutes[at])

    def of(self, start: int, end: int) -> int:
        """The cost of the minutes in [`start`, `end`)."""
        return self._until(end) - self._until(start) if self._minutes else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSums:
    """The three sums that put slots in order."""

    duration: int
    clients_outside: CostSum
    mine: CostSum
    soft: CostSum

    def order(self, start: int) -> tuple[int, int, int, int]:
        """Sort key, smaller is better: clients outside working time, you, soft times, the start."""
        end = start + self.duration
        return self.clients_outside.of(start, end), self.mine.of(start, end), self.soft.of(start, end), start


def cost_sums(request: MeetingRequest, almanac: Almanac, everyone: Sequence[Attendance]) -> CostSums:
    """The sums of a search; identical parties are computed once and counted by their number."""
    me, mine = request.me, everyone[0]
    clients = list(zip(request.others, everyone[1:], strict=True))
    own = [*comfort_layers(me.customs, mine, almanac)]
    if request.stretch:
        own.extend(outside_layers(mine, almanac))
    soft = [(layer, 1) for layer in soft_day_layers(mine, almanac)]
    for party, attendance, times in _alike(clients):
        soft.extend((layer, times) for layer in comfort_layers(party.customs, attendance, almanac))
        soft.extend((layer, times) for layer in soft_day_layers(attendance, almanac))
    return CostSums(
        duration=request.duration,
        clients_outside=CostSum(_clients_outside(request, clients, almanac)),
        mine=CostSum((layer, 1) for layer in own),
        soft=CostSum(soft),
    )


def _clients_outside(
    request: MeetingRequest, clients: Sequence[tuple[Party, Attendance]], almanac: Almanac
) -> Iterator[tuple[CostLayer, int]]:
    """Only clients whom the request allows outside their working time can cost anything there."""
    anyone = request.client_stretch > 0 or request.quorum < WHOLE
    outside = [attendance for party, attendance in clients if anyone or not party.required]
    for attendance, times in _counted(outside):
        yield from ((layer, times) for layer in outside_layers(attendance, almanac))


def _counted(attendances: Iterable[Attendance]) -> list[tuple[Attendance, int]]:
    by_identity: dict[int, list[Attendance]] = {}
    for attendance in attendances:
        by_identity.setdefault(id(attendance), []).append(attendance)
    return [(alike[0], len(alike)) for alike in by_identity.values()]


def _alike(clients: list[tuple[Party, Attendance]]) -> list[tuple[Party, Attendance, int]]:
    by_key: dict[tuple[int, tuple[MeetingCustom, ...]], list[tuple[Party, Attendance]]] = {}
    for party, attendance in clients:
        by_key.setdefault((id(attendance), party.customs), []).append((party, attendance))
    return [(*alike[0], len(alike)) for alike in by_key.values()]
