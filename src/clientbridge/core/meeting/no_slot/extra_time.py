"""How much more than now a party would have to accept, for one time on its own clock."""

from enum import Enum, auto
from itertools import product

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours
from clientbridge.core.time.intervals import Span, Spans, clip, subtraction, union

_DAYS = (-MINUTES_PER_DAY, 0, MINUTES_PER_DAY)
"""Where the days before, of and after a time begin, in minutes from its own midnight."""


class ExtraSide(Enum):
    """On which side of what you accept now the rest lies."""

    EARLIER = auto()
    LATER = auto()
    BETWEEN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraTime:
    """How far beyond the hours a party is asked to go, in minutes; for you also which hours these are."""

    minutes: int = 0
    hours: DayHours = ()
    sides: tuple[ExtraSide, ...] = ()


def extra_of_you(hours: tuple[DayHours, ...], stretch: DayHours, wanted: Span) -> ExtraTime | None:
    """The hours that you would have to accept on the day of a time; None where none of that day would do.

    `hours` are those of the day before, the day itself and the day after; `wanted` is in minutes from its
    midnight. On either side the rest reaches from what you accept now to the end of the meeting.
    """
    now = _accepted(hours, stretch)
    missing = subtraction((wanted,), now)
    if not hours[1] or missing[-1][1] > MINUTES_PER_DAY:
        return None
    found = [_part(now, one) for one in missing]
    return ExtraTime(
        minutes=sum(part.end - part.start for _, part in found),
        hours=tuple(part for _, part in found),
        sides=tuple(side for side, _ in found),
    )


def _accepted(hours: tuple[DayHours, ...], stretch: DayHours) -> Spans:
    """The hours of three days, and the stretch of those that are worked."""
    return union(
        (begin + part.start, begin + part.end)
        for begin, worked in zip(_DAYS, hours, strict=True)
        for part in ((*worked, *stretch) if worked else ())
    )


def _part(now: Spans, missing: Span) -> tuple[ExtraSide, ClockRange]:
    """One run of minutes that you do not accept now, up to what you accept of that day on its one side."""
    today = clip(now, (0, MINUTES_PER_DAY))
    before = [end for _, end in today if end <= missing[0]]
    after = [start for start, _ in today if start >= missing[1]]
    if before and after:
        return ExtraSide.BETWEEN, ClockRange(*missing)
    if after:
        return ExtraSide.EARLIER, ClockRange(missing[0], after[0])
    return ExtraSide.LATER, ClockRange(before[-1], missing[1])


def extra_of_client(hours: tuple[DayHours, ...], stretch: DayHours, wanted: Span) -> ExtraTime | None:
    """By how many minutes each part of a client's hours must be widened; None where that never does.

    As `widened` of `core.meeting.availability` has it: no part reaches out of its own day, but for one that
    runs over midnight and is widened past its end.
    """
    parts = [
        (begin, part.start, part.end) for begin, worked in zip(_DAYS, hours, strict=True) for part in worked
    ]
    now = _accepted(hours, stretch)
    far = 0
    for missing in subtraction((wanted,), now):
        for minute in _turning_points(parts, missing):
            nearest = min((_away(part, minute) for part in parts if _reaches(part, minute)), default=None)
            if nearest is None:
                return None
            far = max(far, nearest)
    return ExtraTime(minutes=far)


Part = tuple[int, int, int]
"""The midnight of a day, and the start and end of a part of its hours after it."""


def _reaches(part: Part, minute: int) -> bool:
    begin, start, end = part
    last = MINUTES_PER_DAY if end <= MINUTES_PER_DAY else start + MINUTES_PER_DAY
    return begin <= minute < begin + last


def _away(part: Part, minute: int) -> int:
    """By how much the part must be widened to hold the minute."""
    begin, start, end = part
    return max(begin + start - minute, minute + 1 - (begin + end), 0)


def _turning_points(parts: list[Part], missing: Span) -> set[int]:
    """The minutes of a run at which it can be farthest from the parts: its ends, and where two parts meet."""
    edges = {missing[0], missing[1] - 1}
    for begin, start, end in parts:
        last = MINUTES_PER_DAY if end <= MINUTES_PER_DAY else start + MINUTES_PER_DAY
        edges |= {begin - 1, begin, begin + last - 1, begin + last}
    for (one, _, end), (other, start, _) in product(parts, parts):
        middle = (one + end + other + start) // 2
        edges |= {middle - 1, middle}
    return {minute for minute in edges if missing[0] <= minute < missing[1]}
