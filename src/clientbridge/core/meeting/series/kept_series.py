"""A series that is remembered: when its dates are, and the search that judges them again."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.request import DEFAULT_STEP, WHOLE, MeetingRequest, Party, RequestWords
from clientbridge.core.meeting.series.occurrences import occurrences
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.time.durations import parse_minutes, parse_time_span
from clientbridge.core.time.hours import DayHours, parse_hours
from clientbridge.core.time.intervals import Span, minute_of

_OF_ONE_CALL = ("--next", "--from", "--to", "--on", "--count", "--notice")
"""Options that said where the series was searched for: another date is searched for elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSeries:
    """What ``cb meet … --every 1w --keep`` remembers."""

    id: str
    parties: tuple[str, ...]
    """The ids of all but you, those that may be missing included."""
    optional: tuple[str, ...] = ()
    start: datetime
    """The first occurrence."""
    duration_minutes: int
    every: str
    """As it was typed."""
    times: int
    anchor: str
    """The key of the zone on whose clock the time stays the same."""
    starts: tuple[datetime, ...] = ()
    """Every occurrence of a series in turns; empty for one at a fixed time."""
    options: tuple[tuple[str, str], ...] = ()
    """Of the search, as they were typed."""
    uid: str
    """Of its invitation: what a calendar holds under it is the series itself."""
    made: datetime

    @property
    def in_turns(self) -> bool:
        """Whether its times differ on purpose."""
        return bool(self.starts)

    @property
    def words(self) -> RequestWords:
        """The search for another date, as it is typed."""
        required = tuple(party for party in self.parties if party not in self.optional)
        return RequestWords(parties=required, options=self.options).without(*_OF_ONE_CALL)

    def is_like(self, other: "KeptSeries") -> bool:
        """Whether the other is the same meeting, planned anew: who meets, and how often."""
        return (set(self.parties), self.every, self.in_turns) == (
            set(other.parties),
            other.every,
            other.in_turns,
        )


def starts_of(series: KeptSeries, anchor: ZoneInfo) -> tuple[int, ...]:
    """The UTC minutes of its occurrences; raises TimeSpanError for a wrong rhythm."""
    if series.starts:
        return tuple(map(minute_of, series.starts))
    every = parse_time_span(series.every)
    recurrence = Recurrence(every=every, word=series.every, times=series.times, anchor=anchor)
    return occurrences(minute_of(series.start), recurrence)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRules:
    """What the options of a series asked for."""

    step: int
    buffer: int
    quorum: int
    strict: bool
    between: DayHours
    stretch: DayHours
    asked: Mapping[str | None, int]
    """Minutes beyond their hours, by party; of all clients under None."""


def rules_of(series: KeptSeries) -> SearchRules:
    """Its options, read; raises ValueError for what they cannot say."""
    given = dict(series.options)
    return SearchRules(
        step=parse_minutes(given["--step"]) if "--step" in given else DEFAULT_STEP,
        buffer=parse_minutes(given["--buffer"]) if "--buffer" in given else 0,
        quorum=_percent(given.get("--quorum", f"{WHOLE}")),
        strict="--strict" in given,
        between=parse_hours(given["--between"]) if "--between" in given else (),
        stretch=parse_hours(given["--stretch"]) if "--stretch" in given else (),
        asked=dict(map(_asked, (value for name, value in series.options if name == "--client-stretch"))),
    )


def _asked(value: str) -> tuple[str | None, int]:
    party, equals, minutes = value.rpartition("=")
    return party.strip() if equals else None, parse_minutes(minutes)


def _percent(text: str) -> int:
    digits = text.strip().removesuffix("%")
    if not (digits.isascii() and digits.isdecimal() and 1 <= int(digits[:4]) <= WHOLE):
        raise ValueError(f"'{text}' is not a percentage")
    return int(digits)


def request_for(series: KeptSeries, parties: tuple[Party, ...], within: Span, now: int) -> MeetingRequest:
    """The search that its options asked for, over another range; raises as `rules_of`."""
    rules = rules_of(series)
    return MeetingRequest(
        within=within,
        now=now,
        parties=parties,
        duration=series.duration_minutes,
        step=rules.step,
        between=rules.between,
        stretch=rules.stretch or parties[0].schedule.stretch,
        client_stretch=rules.asked.get(None, 0),
        buffer=rules.buffer,
        quorum=rules.quorum,
        strict=rules.strict,
        words=series.words,
    )
