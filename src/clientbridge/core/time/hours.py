"""Hours on a local clock, such as ``09:00-12:30, 13:30-18:00``, for every worked day or by weekday.

Everything here is in minutes after local midnight of the day the hours belong to. Hours that end at or
before their start run overnight and belong to the day they start on (docs/time-rules.md, rule 2).
"""

import re
from collections.abc import Mapping
from enum import IntEnum
from itertools import pairwise

from clientbridge.core.frozen_dataclass import dataclass

MINUTES_PER_DAY = 24 * 60


class Weekday(IntEnum):
    """Numbered as `datetime.date.weekday` numbers them."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6

    @classmethod
    def named(cls, word: str) -> "Weekday":
        """The weekday of ``mon``, ``thurs`` or ``Monday``; raises KeyError."""
        folded = word.strip().casefold()
        for weekday, name in zip(cls, WEEKDAY_NAMES, strict=True):
            if folded in {name[:3].casefold(), name.casefold()}:
                return weekday
        return cls[_LONGER_SHORT_FORMS[folded]]

    @classmethod
    def run(cls, words: str) -> "tuple[Weekday, ...]":
        """The weekdays of ``thu`` or ``fri-mon``, both ends included; raises KeyError with the wrong word."""
        first, dash, last = words.replace("–", "-").partition("-")
        start, end = cls.named(first), cls.named(last if dash else first)
        return tuple(cls((start + ahead) % len(cls)) for ahead in range((end - start) % len(cls) + 1))


WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGER_SHORT_FORMS = {"tues": "TUE", "weds": "WED", "thur": "THU", "thurs": "THU"}


class HoursError(ValueError):
    """Hours that cannot be parsed; the message says what was expected."""


@dataclass(frozen=True, slots=True, order=True)
class ClockRange:
    """Half-open ``[start, end)``: 0 <= start < 1440 and start < end <= start + 1440."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < MINUTES_PER_DAY and self.start < self.end <= self.start + MINUTES_PER_DAY):
            raise HoursError(f"{self.start}..{self.end} is not a range of minutes in a day")

    def __str__(self) -> str:
        end = self.end if self.end <= MINUTES_PER_DAY else self.end - MINUTES_PER_DAY
        return f"{clock(self.start)}-{clock(end)}"

    @property
    def doubt(self) -> str | None:
        """What to ask of a night longer than half a day: ``9:00-5:00`` often means the afternoon."""
        length = self.end - self.start
        if self.end <= MINUTES_PER_DAY or not MINUTES_PER_DAY // 2 < length < MINUTES_PER_DAY:
            return None
        question = "is that meant?" if self.likely_meant is None else f"did you mean {self.likely_meant}?"
        return f"runs over night, {length // 60} hours long; {question}"

    @property
    def likely_meant(self) -> "ClockRange | None":
        """Of hours in doubt, the same with their end in the afternoon; None where that is night too."""
        end = self.end - MINUTES_PER_DAY // 2
        return ClockRange(self.start, end) if self.start < end <= MINUTES_PER_DAY else None


DayHours = tuple[ClockRange, ...]
"""The hours of one day, in order and not overlapping; empty for a day without work."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The same hours on every working day of the place, or hours by weekday in place of its work week."""

    every_working_day: DayHours = ()
    by_weekday: tuple[DayHours, ...] | None = None
    """Seven entries, Monday first; None for the work week of the place."""

    @property
    def replaces_work_week(self) -> bool:
        """Whether these hours, and not the place, decide which weekdays are worked."""
        return self.by_weekday is not None

    def on(self, weekday: int) -> DayHours:
        """The hours of a worked day, Monday being 0."""
        return self.every_working_day if self.by_weekday is None else self.by_weekday[weekday]


USUAL_LUNCH = ClockRange(12 * 60, 13 * 60)
"""Where nothing is known of a place."""
OFFICE_HOURS = WorkingHours(every_working_day=(ClockRange(9 * 60, 17 * 60),))
"""Assumed, and marked as unknown, for a party whose profile gives no hours."""


def by_weekday_in_words(hours: Mapping[int, str]) -> str:
    """``10:00-15:00, on Fri 10:00-12:00``: the hours of most weekdays (Monday is 0), then those of others."""
    by_hours: dict[str, list[str]] = {}
    for weekday, written in sorted(hours.items()):
        by_hours.setdefault(written, []).append(WEEKDAY_NAMES[weekday][:3])
    usual, *others = sorted(by_hours.items(), key=lambda one: -len(one[1]))
    return ", ".join((usual[0], *(f"on {' and '.join(days)} {written}" for written, days in others)))


def minutes_worked(hours: DayHours) -> int:
    """How long the hours of a day are together."""
    return sum(part.end - part.start for part in hours)


def clock(minute: int) -> str:
    """``540`` -> ``09:00``; ``1440`` -> ``24:00``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


_HALF_DAY = 12
_SAID = r"(?ai)(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?"
_BETWEEN = r"(?i)\s*(?:\bto\b|\btill\b|\buntil\b|—|–)\s*"
_AND = r"(?i)\s*(?:\band\b|;|&)\s*"
_CLOCK = r"(?ai)(\d{1,2})[:.hu](\d{2})|(\d{1,2})[hu]?"
"""Also as it is written in French, ``9h30``, and in Dutch, ``9u``."""


def parse_clock(text: str) -> int:
    """Minutes after midnight of ``9:00`` or ``24:00``; raises HoursError."""
    match = re.fullmatch(_CLOCK, text.strip())
    if match is None:
        raise HoursError(f"'{text.strip()}' is not a time of day; write it like 09:00")
    hour, minute = int(match[1] or match[3]), int(match[2] or 0)
    total = hour * 60 + minute
    if minute > 59 or total > MINUTES_PER_DAY:  # noqa: PLR2004 - a clock's last
        raise HoursError(f"'{text.strip()}' is not a time of day; the last one is 24:00")
    return total


def parse_hours(text: str) -> DayHours:
    """``09:00-12:30, 13:30-18:00`` as ordered ranges; raises HoursError, also for overlaps."""
    ranges = sorted(_parse_range(part) for part in text.split(","))
    for earlier, later in pairwise(ranges):
        if later.start < earlier.end:
            raise HoursError(f"{earlier} and {later} overlap")
    return tuple(ranges)


def usual_form(typed: str) -> str:
    """Hours as people say them, ``9am to 5.30pm and 19-20``, in the form that is parsed; else as typed."""
    return re.sub(_SAID, _twenty_four, re.sub(_BETWEEN, "-", re.sub(_AND, ",", typed)))


def _twenty_four(said: re.Match[str]) -> str:
    hour = int(said[1]) % _HALF_DAY + (_HALF_DAY if said[3].casefold() == "p" else 0)
    return f"{hour:02d}:{said[2] or '00'}" if 1 <= int(said[1]) <= _HALF_DAY else said[0]


def _parse_range(text: str) -> ClockRange:
    start_text, dash, end_text = text.strip().replace("–", "-").partition("-")
    if not any(char.isdigit() for char in text):
        raise HoursError(f"'{text.strip()}' has no time of day; write hours like 09:00-17:00")
    if not start_text.strip():
        raise HoursError(f"'{text.strip()}' has no start; write hours like 09:00-17:00")
    if not dash or not end_text.strip():
        raise HoursError(f"'{text.strip()}' has no end; write hours like 09:00-17:00")
    start, end = parse_clock(start_text), parse_clock(end_text)
    if start == MINUTES_PER_DAY:
        raise HoursError("hours cannot start at 24:00; write 00:00 of the next day")
    return ClockRange(start, end if end > start else end + MINUTES_PER_DAY)
