"""A series in turns: every period has its own time, so that the burden is shared.

Any hour of a day that a party works may be a turn, unless the call or your profile says how far that party
stretches; what lies far from the hours or at night is
dear (docs/meeting-cost.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.cost.prices import outside_rates
from clientbridge.core.meeting.cost.sums import CostSum, Rate
from clientbridge.core.meeting.request import MeetingRequest, Party
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.series.fixed_series import drift, kept, slots_at
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.result import Burden, Series
from clientbridge.core.meeting.series.rotation import TurnCandidate, fair_turns
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange
from clientbridge.core.time.intervals import at_minute, clip
from clientbridge.core.time.offsets import offset_at
from clientbridge.core.workspace.profiles import DateRange

_OFTEN_ENOUGH = 0.8
"""Share of the best availability of any fixed time that a fixed time must reach."""
_ANY_HOUR = (ClockRange(0, MINUTES_PER_DAY),)

Period = tuple[int, int, list[int]]
"""Begin, end and the possible starts in between, in UTC minutes."""


def widest(result: SearchResult) -> SearchResult:
    """The request with every hour of a worked day allowed to parties that state no stretch."""
    request = replace(
        result.request,
        stretch=result.request.stretch or _ANY_HOUR,
        parties=tuple(_any_hour(result.request, party) for party in result.request.parties),
    )
    wide = search(request, result.almanac)
    if wide.grid or not result.request.stretch:
        return wide
    return search(replace(request, stretch=_ANY_HOUR), result.almanac)


def _any_hour(request: MeetingRequest, party: Party) -> Party:
    return party if request.stretches(party) else replace(party, asked=MINUTES_PER_DAY)


class Burdens:
    """The burden of starts for each required party; identical parties and periods are computed once."""

    def __init__(self, result: SearchResult) -> None:
        self._duration = result.request.duration
        self._parties = [
            attendance
            for party, attendance in zip(result.request.parties, result.attendances, strict=True)
            if party.required
        ]
        alike = {id(attendance): attendance for attendance in self._parties}
        self._rates: dict[int, tuple[Rate, ...]] = {
            key: tuple(outside_rates(attendance, result.almanac)) for key, attendance in alike.items()
        }
        self._known: dict[tuple[object, ...], dict[int, int]] = {}

    def of_period(self, begin: int, end: int, starts: Sequence[int]) -> list[TurnCandidate]:
        """The starts of a period, given in UTC minutes, with everyone's burdens."""
        columns: dict[int, Mapping[int, int]] = {}
        for attendance in self._parties:
            if id(attendance) not in columns:
                columns[id(attendance)] = self._column(attendance, begin, end, starts)
        order = [columns[id(attendance)] for attendance in self._parties]
        return [TurnCandidate(start, tuple(column[start - begin] for column in order)) for start in starts]

    def _column(
        self, attendance: Attendance, begin: int, end: int, starts: Sequence[int]
    ) -> Mapping[int, int]:
        """Burdens by minutes after the period's begin; a week like another has the same."""
        inside = (begin, end + self._duration)
        rates = tuple(
            (rate, tuple((first - begin, last - begin) for first, last in clip(spans, inside)))
            for rate, spans in self._rates[id(attendance)]
        )
        known = self._known.setdefault(rates, {})
        missing = [start - begin for start in starts if start - begin not in known]
        if missing:
            cost = CostSum(rates)
            known.update({minute: cost.of(minute, minute + self._duration) for minute in missing})
        return known


def turns(wide: SearchResult, recurrence: Recurrence, past: Mapping[str, int]) -> Series:
    """The fairest turns, one for each period in which there is any start; `wide` is what `widest` gave."""
    burdens = Burdens(wide)
    asked = _periods(wide, recurrence)
    periods = [period for period in asked if period[2]]
    candidates = [burdens.of_period(*period) for period in periods]
    parties = _required(wide)
    before = [past.get(party.id, 0) for party in parties]
    fixed = _best_fixed(candidates, periods, before)
    chosen = fair_turns(candidates, before, fixed) if candidates else ()
    slots = slots_at(wide, [turn.start for turn in chosen])
    return Series(
        every=recurrence.word,
        times=recurrence.times,
        anchor=recurrence.anchor,
        occurrences=slots,
        kept=kept(wide, slots),
        missed=(),
        drift=drift(slots) if slots else (),
        rotation=_rotation(parties, chosen, fixed, before),
        left_out=tuple(_without_start(asked, recurrence.anchor)),
    )


def _without_start(periods: Sequence[Period], anchor: ZoneInfo) -> Iterator[DateRange]:
    return (_days(period, anchor) for period in periods if not period[2])


def _days(period: Period, anchor: ZoneInfo) -> DateRange:
    """From the day on which a period begins to the day before the next one."""
    first, last = (at_minute(edge).astimezone(anchor).date() for edge in period[:2])
    return DateRange(first, last - timedelta(days=1))


def _required(wide: SearchResult) -> list[Party]:
    return [party for party in wide.request.parties if party.required]


def _rotation(
    parties: Sequence[Party],
    chosen: Sequence[TurnCandidate],
    fixed: Sequence[TurnCandidate],
    before: Sequence[int],
) -> tuple[Burden, ...]:
    """The burden of each party in turns and at the best fixed time."""
    return tuple(
        Burden(
            party=party.id,
            minutes=_carried(chosen, at),
            fixed_minutes=_carried(fixed, at),
            before=before[at],
        )
        for at, party in enumerate(parties)
    )


def _carried(turns: Sequence[TurnCandidate], at: int) -> int:
    return sum(turn.burdens[at] for turn in turns)


def _periods(wide: SearchResult, recurrence: Recurrence) -> list[Period]:
    """Begin, end and possible starts of each period, which begins at the same time on the anchor's clock."""
    begin, anchor = wide.request.within[0], recurrence.anchor
    local = begin + offset_at(anchor, begin)
    edges = [begin]
    for turn in range(1, recurrence.times + 1):
        edge = local + turn * recurrence.every.days * MINUTES_PER_DAY
        edges.append(edge - offset_at(anchor, edge - offset_at(anchor, edges[-1])))
    starts = iter(wide.grid)
    periods: list[Period] = []
    start = next(starts, None)
    for first, last in pairwise(edges):
        inside: list[int] = []
        while start is not None and start < last:
            inside.append(start)
            start = next(starts, None)
        periods.append((first, last, inside))
    return periods


def _best_fixed(
    candidates: Sequence[Sequence[TurnCandidate]], periods: Sequence[Period], past: Sequence[int]
) -> list[TurnCandidate]:
    """The one time for all periods with the smallest heaviest burden.

    It is possible in nearly all of them; where it is not, the least heavy start stands in.
    """
    by_place: dict[int, list[TurnCandidate]] = {}
    for (begin, _, _), starts in zip(periods, candidates, strict=True):
        for one in starts:
            by_place.setdefault(one.start - begin, []).append(one)
    if not by_place:
        return []
    most = max(map(len, by_place.values()))
    usual = (place for place, starts in by_place.items() if len(starts) >= _OFTEN_ENOUGH * most)
    lightest = min(usual, key=lambda place: (_weight(by_place[place], past), place))
    fixed = {one.start: one for one in by_place[lightest]}
    return [_one_of(fixed, period) for period in candidates]


def _one_of(fixed: Mapping[int, TurnCandidate], period: Sequence[TurnCandidate]) -> TurnCandidate:
    same = (fixed[one.start] for one in period if one.start in fixed)
    lightest = min(period, key=lambda one: (sorted(one.burdens, reverse=True), one.start))
    return next(same, lightest)


def _weight(turns: Sequence[TurnCandidate], past: Sequence[int]) -> list[float]:
    """Burdens per occurrence, heaviest first; a total would make a time lighter for missing a period."""
    totals = list(past)
    for turn in turns:
        totals = [total + burden for total, burden in zip(totals, turn.burdens, strict=True)]
    return sorted((total / len(turns) for total in totals), reverse=True)
