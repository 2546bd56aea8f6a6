"""Select the parts of calendar text that can matter for a range, without parsing the rest.

Parsing an event costs a tenth of a millisecond or more; a calendar may hold a hundred thousand. Only
what certainly lies outside the range is dropped; whatever is unclear goes to the parser.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

MOST_EVENTS = 5_000
"""Limit on events that can touch the range: a person has fewer, a text made to stall the program more."""

_FOLD = re.compile(r"\r?\n[ \t]")
_BLOCK = re.compile(r"^BEGIN:(VEVENT|VTIMEZONE|VFREEBUSY)\s*?$.*?^END:\1\s*?$", re.MULTILINE | re.DOTALL)
_DAY = r"(\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
_START = re.compile(rf"^DTSTART[^:\n]*:{_DAY}", re.MULTILINE)
_END = re.compile(rf"^DTEND[^:\n]*:{_DAY}", re.MULTILINE)
_REPEATS = re.compile(r"^(?:RRULE|RDATE|RECURRENCE-ID|EXRULE|DURATION)\b", re.MULTILINE)
_UNTIL = re.compile(r"^RRULE[^\n]*\bUNTIL=(\d{8})", re.MULTILINE)
_UID = re.compile(r"^UID[^:\n]*:([^\r\n]*)", re.MULTILINE)
_MARGIN = timedelta(days=3)
"""More than any two zones are apart, and a day for an event without an end."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Unfolded text of calendar parts."""

    events: tuple[str, ...]
    timezones: tuple[str, ...]
    free_busy: tuple[str, ...]
    default_zone: str | None = None
    """What ``X-WR-TIMEZONE`` says, where exactly one calendar says it."""


def blocks_of(texts: Iterable[str], first: date, last: date, name: str) -> Blocks:
    """The parts that can matter between two dates; raises SourceFailedError for what is no calendar."""
    by_kind: dict[str, list[str]] = {"VEVENT": [], "VTIMEZONE": [], "VFREEBUSY": []}
    defaults: set[str] = set()
    for text in texts:
        unfolded = _FOLD.sub("", text)
        _check_whole(unfolded, name)
        for match in _BLOCK.finditer(unfolded):
            by_kind[match[1]].append(match[0])
        defaults.update(re.findall(r"^X-WR-TIMEZONE[^:\n]*:([^\r\n]+)", unfolded, re.MULTILINE))
    events = tuple(_near(by_kind["VEVENT"], first - _MARGIN, last + _MARGIN))
    if len(events) > MOST_EVENTS:
        raise SourceFailedError(
            f"the calendar {name} has {len(events)} events that may lie in the range, over {MOST_EVENTS}",
            hint="leave out what is not yours, for example calendars of rooms",
        )
    return Blocks(
        events,
        tuple(by_kind["VTIMEZONE"]),
        tuple(by_kind["VFREEBUSY"]),
        defaults.pop() if len(defaults) == 1 else None,
    )


def _check_whole(text: str, name: str) -> None:
    """A text that is cut off would look as if the rest of the time were free."""
    if not re.search(r"^\s*BEGIN:VCALENDAR\s*$", text, re.MULTILINE | re.IGNORECASE):
        raise SourceFailedError(f"{name} is not a calendar", hint="it has to begin with BEGIN:VCALENDAR")
    for part in ("VCALENDAR", "VEVENT", "VFREEBUSY"):
        begins = len(re.findall(rf"^BEGIN:{part}\s*?$", text, re.MULTILINE))
        ends = len(re.findall(rf"^END:{part}\s*?$", text, re.MULTILINE))
        if begins != ends:
            raise SourceFailedError(
                f"the calendar {name} is broken: {begins} x BEGIN:{part}, {ends} x END:{part}",
                hint="it may be cut off; export it again",
            )


def _near(events: list[str], first: date, last: date) -> Iterator[str]:
    changed = {_uid(event) for event in events if "\nRECURRENCE-ID" in event}
    earliest, latest = f"{first:%Y%m%d}", f"{last:%Y%m%d}"
    for event in events:
        start = _START.search(event)
        if start is None:
            yield event
            continue
        is_later = start[1] > latest and _uid(event) not in changed
        if not is_later and not _is_over(event, start[1], earliest, changed):
            yield event


def _is_over(event: str, start: str, earliest: str, changed: set[str]) -> bool:
    """Whether an event lies before the range for certain."""
    if _REPEATS.search(event) is None:
        end = _END.search(event)
        return max(start, end[1] if end else start) < earliest
    until = _UNTIL.search(event)
    single = "\nRDATE" not in event and "\nDURATION" not in event and _uid(event) not in changed
    return until is not None and single and until[1] < earliest and _is_short(event, start)


def _is_short(event: str, start: str) -> bool:
    """Whether it ends on the day it starts, or the day after."""
    end = _END.search(event)
    return end is None or int(end[1]) - int(start) <= 1


def _uid(event: str) -> str:
    match = _UID.search(event)
    return match[1] if match else ""
