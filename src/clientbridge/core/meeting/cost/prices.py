"""What a meeting costs each party: minutes, weighted, that anyone can add up by hand.

Every cost is a number of minutes of the meeting times the rate of their kind (docs/meeting-cost.md):

    outside working time      1 a minute in the first hour from it, 4 in the second, 9 in the third, the
                              square of the hour up to the twelfth: early, late, in a break, on a day off
    at night                  144 more, from 23:00 to 06:00 local, outside working time
    in another appointment    1
    over lunch                1, when the place has lunch, for hours that leave no break then
    at the edge of days off   1, in the first hour of the day after them, the last two of the day before
    on a likely closed day    2
    on a day without data     1
    in a likely appointment   2, one that is not firm, where the profile says so
    against a custom          1, or what the custom's row says
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import chain

from clientbridge.core.days.day import DayStatus
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.cost.customs import MeetingCustom, WeekEdge
from clientbridge.core.meeting.working_time import Almanac, DayMeaning, PartyDays
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours
from clientbridge.core.time.intervals import Spans, clip, intersection, length, subtraction, union


class CostCode(StrEnum):
    """What a cost is for; the values are part of the JSON contract."""

    EARLY = "early"
    LATE = "late"
    BREAK = "break"
    DAY_OFF = "day_off"
    BUSY = "busy"
    NIGHT = "night"
    LUNCH = "lunch"
    AFTER_DAYS_OFF = "after_days_off"
    BEFORE_DAYS_OFF = "before_days_off"
    LIKELY_CLOSED = "likely_closed"
    UNKNOWN_DAY = "unknown_day"
    LIKELY_BUSY = "likely_busy"
    CUSTOM = "custom"


OUTSIDE = frozenset(
    {CostCode.EARLY, CostCode.LATE, CostCode.BREAK, CostCode.DAY_OFF, CostCode.BUSY, CostCode.NIGHT}
)
SOFT = frozenset({CostCode.LIKELY_CLOSED, CostCode.UNKNOWN_DAY, CostCode.LIKELY_BUSY})

FARTHEST_HOUR = 12
"""Every minute from here on costs the same, as on days off: nobody who works each day is farther away."""
NIGHT_RATE = FARTHEST_HOUR**2
"""As much as the farthest minute by day: so the night is dearer than any minute by day."""
LIKELY_CLOSED_RATE = 2
LIKELY_BUSY_RATE = 2
ORDINARY_RATE = 1

NIGHT: DayHours = (ClockRange(0, 6 * 60), ClockRange(23 * 60, MINUTES_PER_DAY))
"""On the party's own clock."""
_HOUR = 60
_FIRST_MINUTES = 60
_LAST_MINUTES = 120


@dataclass(frozen=True, slots=True)
class CostLayer:
    """Times at which each minute of a meeting costs `rate`."""

    code: CostCode
    rate: int
    spans: Spans
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPart:
    """One line of the sum: `minutes` times `rate`."""

    code: CostCode
    minutes: int
    rate: int
    cost: int
    detail: str


def cost_parts(layers: Iterable[CostLayer], start: int, end: int) -> tuple[CostPart, ...]:
    """The cost of the minutes in [`start`, `end`), one part per kind that costs anything."""
    parts: list[CostPart] = []
    for layer in layers:
        minutes = length(clip(layer.spans, (start, end)))
        if minutes:
            parts.append(
                CostPart(
                    code=layer.code,
                    minutes=minutes,
                    rate=layer.rate,
                    cost=minutes * layer.rate,
                    detail=layer.detail,
                )
            )
    return tuple(parts)


def outside_rates(attendance: Attendance, almanac: Almanac) -> Iterator[tuple[int, Spans]]:
    """Time outside working hours and other appointments, the night last: rates a minute with their times."""
    outside = subtraction((almanac.within,), attendance.hours)
    yield from _rates_by_distance(attendance, outside)
    yield ORDINARY_RATE, intersection(attendance.busy, attendance.hours)
    yield NIGHT_RATE, nights_outside(attendance, almanac)


def is_night(local: datetime) -> bool:
    """Whether a local time lies in the night."""
    minute = local.hour * 60 + local.minute
    return any(part.start <= minute < part.end for part in NIGHT)


def nights_outside(attendance: Attendance, almanac: Almanac) -> Spans:
    """The night, but for hours that are worked at night."""
    return subtraction(almanac.lay(attendance.days, lambda _: NIGHT), attendance.hours)


def _rates_by_distance(attendance: Attendance, outside: Spans) -> Iterator[tuple[int, Spans]]:
    """The square of the hour in which a minute lies, counted from the nearest one in working hours.

    A square, so that two parties an hour away each cost less than one that is two hours away.
    """
    rest = outside
    for hour in range(1, FARTHEST_HOUR):
        near = union((start - hour * _HOUR, end + hour * _HOUR) for start, end in attendance.hours_around)
        yield hour**2, intersection(rest, near)
        rest = subtraction(rest, near)
        if not rest:
            return
    yield FARTHEST_HOUR**2, rest


def outside_layers(attendance: Attendance, almanac: Almanac) -> tuple[CostLayer, ...]:
    """What `outside_rates` gives, split by where in the day it lies."""
    days = attendance.days
    kinds = {
        CostCode.EARLY: almanac.lay(days, _before_hours),
        CostCode.LATE: almanac.lay(days, _after_hours),
        CostCode.DAY_OFF: almanac.lay(days, lambda meaning: () if meaning.hours else _ALL_DAY),
    }
    *distances, (busy_rate, busy), (night_rate, night) = outside_rates(attendance, almanac)
    layers: dict[CostCode, list[CostLayer]] = {}
    for rate, spans in distances:
        rest = spans
        for code, where in kinds.items():
            layers.setdefault(code, []).append(CostLayer(code, rate, intersection(rest, where)))
            rest = subtraction(rest, where)
        layers.setdefault(CostCode.BREAK, []).append(CostLayer(CostCode.BREAK, rate, rest))
    return (
        *chain.from_iterable(layers.values()),
        CostLayer(CostCode.BUSY, busy_rate, busy),
        CostLayer(CostCode.NIGHT, night_rate, night),
    )


_ALL_DAY = (ClockRange(0, MINUTES_PER_DAY),)


def _before_hours(meaning: DayMeaning) -> DayHours:
    return (ClockRange(0, meaning.hours[0].start),) if meaning.hours and meaning.hours[0].start else ()


def _after_hours(meaning: DayMeaning) -> DayHours:
    if not meaning.hours or meaning.hours[-1].end >= MINUTES_PER_DAY:
        return ()
    return (ClockRange(meaning.hours[-1].end, MINUTES_PER_DAY),)


def soft_layers(attendance: Attendance, almanac: Almanac) -> tuple[CostLayer, ...]:
    """Days that may turn out to be off, and times that may turn out to be taken."""
    layers: list[CostLayer] = []
    for status, code, rate in (
        (DayStatus.LIKELY_CLOSED, CostCode.LIKELY_CLOSED, LIKELY_CLOSED_RATE),
        (DayStatus.UNKNOWN, CostCode.UNKNOWN_DAY, ORDINARY_RATE),
    ):
        if any(meaning.status is status for meaning in attendance.days.meanings):
            whole = [_ALL_DAY if meaning.status is status else () for meaning in attendance.days.meanings]
            layers.append(CostLayer(code, rate, almanac.lay_by_date(attendance.days, whole)))
    if attendance.likely:
        layers.append(CostLayer(CostCode.LIKELY_BUSY, LIKELY_BUSY_RATE, attendance.likely))
    return tuple(layers)


def comfort_layers(
    customs: Sequence[MeetingCustom], attendance: Attendance, almanac: Almanac
) -> Iterator[CostLayer]:
    """Working time that people prefer to keep free: lunch, the hours next to days off, customs."""
    days = attendance.days
    yield CostLayer(CostCode.LUNCH, ORDINARY_RATE, almanac.lay(days, _unbroken_lunch))
    after, before = _edges(days)
    firsts = [
        _first_minutes(meaning.hours) if edge else ()
        for meaning, edge in zip(days.meanings, after, strict=True)
    ]
    lasts = [
        _last_minutes(meaning.hours) if edge else ()
        for meaning, edge in zip(days.meanings, before, strict=True)
    ]
    yield CostLayer(CostCode.AFTER_DAYS_OFF, ORDINARY_RATE, almanac.lay_by_date(days, firsts))
    yield CostLayer(CostCode.BEFORE_DAYS_OFF, ORDINARY_RATE, almanac.lay_by_date(days, lasts))
    for custom in customs:
        edges = {None: None, WeekEdge.FIRST_DAY: after, WeekEdge.LAST_DAY: before}[custom.edge]
        hours = [
            custom.hours if meaning.hours and _falls_on(custom, days, at, edges) else ()
            for at, meaning in enumerate(days.meanings)
        ]
        yield CostLayer(CostCode.CUSTOM, custom.rate, almanac.lay_by_date(days, hours), custom.say)


def _falls_on(custom: MeetingCustom, days: PartyDays, at: int, edges: Sequence[bool] | None) -> bool:
    weekday = (days.first.weekday() + at) % 7
    return (not custom.weekdays or weekday in custom.weekdays) and (edges is None or edges[at])


def _unbroken_lunch(meaning: DayMeaning) -> DayHours:
    lunch = meaning.lunch
    covered = any(part.start <= lunch.start and part.end >= lunch.end for part in meaning.hours)
    return (lunch,) if covered else ()


def _edges(days: PartyDays) -> tuple[list[bool], list[bool]]:
    """For each day, whether it is worked while the day before (or after) is not."""
    worked = [bool(meaning.hours) for meaning in days.meanings]
    after = [here and not earlier for here, earlier in zip(worked, [True, *worked], strict=False)]
    before = [here and not later for here, later in zip(worked, [*worked[1:], True], strict=True)]
    return after, before


def _first_minutes(hours: DayHours) -> DayHours:
    first = hours[0]
    return (ClockRange(first.start, min(first.end, first.start + _FIRST_MINUTES)),)


def _last_minutes(hours: DayHours) -> DayHours:
    last = hours[-1]
    if last.end > MINUTES_PER_DAY:
        return ()
    return (ClockRange(max(last.start, last.end - _LAST_MINUTES), last.end),)
