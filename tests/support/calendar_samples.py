"""The samples of tests/samples/calendars/: what programs write, and when someone is busy by it.

Run as a program it reads them all with the zones of its own process, and prints as JSON those that come out
wrong.
"""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.adapters.meeting.busy_cache import busy_times
from clientbridge.adapters.meeting.calendar_sources import CalendarReader, NamedCalendar
from clientbridge.adapters.time.zone_database import ZoneDatabase, open_zone_database
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.meeting.busy_times import CalendarOwner
from clientbridge.core.time.intervals import (
    Span,
    Spans,
    at_minute,
    clip,
    minute_from,
    minute_of,
    subtraction,
    union,
)

SAMPLES = Path(__file__).parents[1] / "samples" / "calendars"
NOW = datetime(2026, 11, 27, tzinfo=UTC)


@dataclass(frozen=True)
class CalendarSample:
    """A file or a folder of files, and what is right."""

    id: str
    source_program: str
    """Which program writes such files, or is likely to."""
    peculiarity: str
    within: Span
    kind: str
    """busy, not_busy: just so. told: what is wrong is told, and `busy` is busy. busy_or_told: one of both."""
    busy: Spans
    why: str


@dataclass(frozen=True)
class SampleAnswer:
    """What we say of a sample."""

    busy: Spans
    told: tuple[str, ...]

    def is_right_for(self, sample: CalendarSample) -> bool:
        match sample.kind:
            case "busy" | "not_busy":
                return self.busy == sample.busy
            case "told":
                return bool(self.told) and not subtraction(sample.busy, self.busy)
        return bool(self.told) or self.busy == sample.busy


def calendar_samples() -> list[CalendarSample]:
    with (SAMPLES / "expected.csv").open(encoding="utf-8", newline="") as file:
        return [
            CalendarSample(
                id=row["id"],
                source_program=row["source_program"],
                peculiarity=row["peculiarity"],
                within=written_spans([row["window"]])[0],
                kind=row["kind"],
                busy=written_spans(row["busy"].split(";")),
                why=row["why"],
            )
            for row in csv.DictReader(file)
        ]


def written_spans(texts: Sequence[str]) -> Spans:
    """Spans such as ``2026-12-01T10:00Z/2026-12-01T11:00Z``, rounded outwards to minutes."""
    ends = [
        [datetime.fromisoformat(end.strip()) for end in text.split("/")] for text in texts if text.strip()
    ]
    return union((minute_of(first), minute_from(last)) for first, last in ends)


def shown_spans(spans: Sequence[Span]) -> list[str]:
    return [f"{at_minute(first):%Y-%m-%dT%H:%MZ}/{at_minute(last):%Y-%m-%dT%H:%MZ}" for first, last in spans]


def sample_answer(sample: CalendarSample, zones: ZoneDatabase) -> SampleAnswer:
    owner = CalendarOwner(home=zones.find("Europe/Brussels"), emails=("tess@example.com",))
    name = sample.id if (SAMPLES / sample.id).is_dir() else f"{sample.id}.ics"
    try:
        calendar = NamedCalendar(name, sample.id)
        found = CalendarReader(folder=SAMPLES, copies=NO_CACHE, now=NOW).texts(calendar)
        read = busy_times(calendar, found, sample.within, owner=owner, zones=zones, cache=NO_CACHE)
    except ClientbridgeError as error:
        return SampleAnswer((), (error.say,))
    told = tuple(f"{problem.file}:{problem.line}: {problem.say}" for problem in read.unread)
    return SampleAnswer(clip(read.busy, sample.within), told)


def wrong_samples() -> list[str]:
    zones = open_zone_database()
    return [
        sample.id for sample in calendar_samples() if not sample_answer(sample, zones).is_right_for(sample)
    ]


if __name__ == "__main__":
    print(json.dumps(wrong_samples()))  # noqa: T201
