"""Busy times by `recurring-ical-events` and `icalendar`, in a process that knows the newest zones only.

The libraries ask the system for zones; with an empty PYTHONTZPATH there is the `tzdata` package alone. The
zones that `icalendar` keeps from one file are dropped before the next. Broken files can keep the library busy
for ever (``INTERVAL=0``): what takes it longer than some seconds, or more memory than this machine can spare,
counts as refused.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from icalendar import Event
from icalendar.timezone import tzp

Seconds = tuple[float, float]
"""Since 1970."""
_MOST_SECONDS = 3.0
_MOST_BYTES = 1_500_000_000


@dataclass(frozen=True)
class LibraryRequest:
    """A text as plain as generated_calendars.py makes it."""

    text: str
    first: str
    last: str
    home: str
    floating: str


@dataclass(frozen=True)
class LibraryAnswer:
    """When something takes time, or why the library does not say."""

    busy: tuple[Seconds, ...] = ()
    refused: str = ""


def library_answers(requests: Sequence[LibraryRequest]) -> list[LibraryAnswer]:
    """All in one process of their own."""
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps([asdict(request) for request in requests]),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONTZPATH": "", "PYTHONPATH": str(Path(__file__).parent)},
    )
    read = json.loads(done.stdout)
    return [LibraryAnswer(tuple((a, b) for a, b in one["busy"]), one["refused"]) for one in read]


def _answer(request: LibraryRequest) -> LibraryAnswer:
    tzp.use_zoneinfo()  # forgets the zones of the file before
    first, last = datetime.fromisoformat(request.first), datetime.fromisoformat(request.last)
    margin = timedelta(days=20)
    signal.setitimer(signal.ITIMER_REAL, _MOST_SECONDS)
    try:
        calendar = icalendar.Calendar.from_ical(request.text)
        events = recurring_ical_events.of(calendar).between(first - margin, last + margin)
        return LibraryAnswer(tuple(_spans(events, request.home, request.floating)))
    except Exception as error:  # noqa: BLE001  (what a library raises at a broken file is its own business)
        return LibraryAnswer(refused=f"{type(error).__name__}: {error}"[:200])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _take_too_long(signal_number: int, frame: object) -> None:
    raise TimeoutError(f"{signal_number} {frame}")


def _spans(events: Iterable[object], home: str, floating: str) -> Iterable[Seconds]:
    for event in events:
        assert isinstance(event, Event)
        if event.get("STATUS") == "CANCELLED" or event.get("TRANSP") == "TRANSPARENT":
            continue
        start = _moment(event.start, home, floating)
        if "X-LENGTH" in event:
            days, seconds = map(int, str(event["X-LENGTH"]).split())
            later = (start.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=start.tzinfo)
            end = later.astimezone(UTC) + timedelta(seconds=seconds)
        else:
            end = _moment(event.end, home, floating)
        yield start.astimezone(UTC).timestamp(), end.timestamp()


def _moment(at: date, home: str, floating: str) -> datetime:
    if not isinstance(at, datetime):
        return datetime.combine(at, time(), ZoneInfo(home))
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(floating))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    signal.signal(signal.SIGALRM, _take_too_long)
    asked = [LibraryRequest(**one) for one in json.load(sys.stdin)]
    json.dump([asdict(_answer(request)) for request in asked], sys.stdout)
