"""Values that an invitation has besides its times: texts, people, the definition of a zone."""

import re
from collections.abc import Iterator

from clientbridge.adapters.meeting.calendars.components import CalendarComponent
from clientbridge.adapters.meeting.calendars.content_lines import (
    ContentLine,
    name_of,
    unescaped,
    unfolded_lines,
)
from clientbridge.core.meeting.received.invitation import Guest, Participation

_MOST_TEXT = 2_000
_MOST_ADDRESS = 320
_MOST_ZONE_LINES = 400
_IN_PARAMETER = re.compile(r"\^([n^'])")
_ENCODED = {"n": "\n", "^": "^", "'": '"'}
_OF_ZONES = frozenset(
    {"BEGIN", "END", "TZID", "TZNAME", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"}
)


def text_of(part: CalendarComponent, name: str) -> str:
    """A text as it is read: its escapes undone, and cut where nobody would read on."""
    line = part.first(name)
    value = "" if line is None else line.value[:_MOST_TEXT]
    return unescaped(value).strip()


def guest_of(line: ContentLine) -> Guest:
    """Whom an ATTENDEE or ORGANIZER names."""
    address = line.value.strip("<> ")[:_MOST_ADDRESS]
    scheme, colon, rest = address.partition(":")
    bare = (rest if colon and scheme.casefold() == "mailto" else address).strip("<> ").casefold()
    beside = line.parameters.get("EMAIL", "").strip().casefold()[:_MOST_ADDRESS]
    said = line.parameters.get("PARTSTAT", "").strip().upper()
    return Guest(
        address=address,
        emails=tuple(dict.fromkeys((bare, beside or bare) if "@" in bare else (beside or bare, bare))),
        name=_parameter(line, "CN") or None,
        answered=Participation(said) if said in {*Participation} else Participation.NEEDS_ACTION,
        required=line.parameters.get("ROLE", "").upper() != "OPT-PARTICIPANT",
    )


def _parameter(line: ContentLine, name: str) -> str:
    value = line.parameters.get(name, "")[:_MOST_TEXT]
    return _IN_PARAMETER.sub(lambda found: _ENCODED[found[1]], value).strip()


def zone_text(text: str, name: str) -> str:
    """The definition of a zone as it was written; nothing where there is none, or more than one needs."""
    lines: list[str] = []
    for line in _zone_lines(text):
        lines = [line] if line.upper() == "BEGIN:VTIMEZONE" else [*lines, line]
        if line.upper() == "END:VTIMEZONE" and f"TZID:{name}" in lines:
            return "".join(f"{one}\r\n" for one in lines)
    return ""


def _zone_lines(text: str) -> Iterator[str]:
    is_within = False
    left = _MOST_ZONE_LINES
    for _, raw in unfolded_lines(text):
        line = raw.strip()
        is_within = is_within or line.upper() == "BEGIN:VTIMEZONE"
        if is_within and name_of(line) in _OF_ZONES and left:
            left -= 1
            yield line
        is_within = is_within and line.upper() != "END:VTIMEZONE"
