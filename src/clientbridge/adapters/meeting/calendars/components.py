"""The parts of a calendar text: what stands between BEGIN and END, however carelessly it is closed.

One pass without recursion, so that no nesting can exhaust the machine. A part that is not closed is closed by
what follows it and told: it may lack lines.
"""

import re
from collections.abc import Iterator
from dataclasses import field

from clientbridge.adapters.meeting.calendars.content_lines import (
    ContentLine,
    content_line,
    name_of,
    unfolded_lines,
)
from clientbridge.core.frozen_dataclass import dataclass

CALENDAR = "VCALENDAR"
EVENT = "VEVENT"
ZONE = "VTIMEZONE"
FREE_BUSY = "VFREEBUSY"
AVAILABILITY = "VAVAILABILITY"
TRAVEL = "X-APPLE-TRAVEL-DURATION"
_ALONE = frozenset({EVENT, ZONE, FREE_BUSY, AVAILABILITY, "VTODO", "VJOURNAL"})
"""What stands in a calendar, and never in one another."""
_ZONE_RULE = frozenset({"DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"})
_READ = {
    EVENT: frozenset(
        {"UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE"}
        | {"RECURRENCE-ID", "STATUS", "TRANSP", "ATTENDEE", "X-MICROSOFT-CDO-BUSYSTATUS", TRAVEL}
    ),
    ZONE: frozenset({"TZID"}),
    FREE_BUSY: frozenset({"FREEBUSY", "FBTYPE", "DTSTART", "DTEND"}),
    CALENDAR: frozenset({"X-WR-TIMEZONE", "METHOD"}),
    "STANDARD": _ZONE_RULE,
    "DAYLIGHT": _ZONE_RULE,
}
"""The properties that say when someone is busy; all others are passed over unread."""
_ANYWHERE = frozenset({"BEGIN", "END"}).union(*_READ.values())
SAYS_WHEN = frozenset({"DTEND", "DURATION", "RRULE", "RDATE", "RECURRENCE-ID"})
"""Without their values an event takes less time than it should, or other time."""
_LISTS_TIMES = frozenset({"RRULE", "RDATE", "FREEBUSY"})
"""What may be so long that a program breaks it over lines without the blank that folds them."""
_FIRST_WORD = re.compile(r"\s*([A-Za-z-]+)")
_BUSY_WITHOUT = frozenset(
    {"ATTENDEE", "METHOD", "SEQUENCE", "STATUS", "TRANSP", "UID", "X-MICROSOFT-CDO-BUSYSTATUS"}
)
"""Those without which an entry counts as busy: one that cannot be read loses nothing."""
_DEEPEST = 20
_MOST_FAULTS = 200
"""Told of one file; whatever is wrong with more is wrong everywhere."""
_CALLED = {CALENDAR: "calendar", EVENT: "event", ZONE: "time zone", FREE_BUSY: "list of busy times"}
_SHOWN_LETTERS = 20


@dataclass(frozen=True, slots=True)
class CalendarFault:
    """What is wrong in a file, and the line where it begins."""

    line: int
    say: str


@dataclass(frozen=True, slots=True)
class CalendarComponent:
    """One part, with the properties that matter and the parts within it."""

    name: str
    line: int
    properties: list[ContentLine] = field(default_factory=list)
    parts: "list[CalendarComponent]" = field(default_factory=list)

    def all(self, name: str) -> list[ContentLine]:
        """Every property of that name that says something, in order."""
        return [line for line in self.properties if line.name == name and line.value]

    def first(self, name: str) -> ContentLine | None:
        """The first property of that name that says something."""
        return next((line for line in self.properties if line.name == name and line.value), None)

    def within(self, name: str) -> Iterator["CalendarComponent"]:
        """The parts of that name directly within it."""
        return (part for part in self.parts if part.name == name)


def without_words(text: str) -> str:
    """A text from which the same is read, without what its events are about."""
    lines = (_without_words(line) for _, line in unfolded_lines(text))
    return "".join(f"{line}\n" for line in lines if line)


def _without_words(line: str) -> str:
    name = name_of(line)
    if name:
        return line if name in _ANYWHERE else ""
    word = _FIRST_WORD.match(line)
    return word[1] if word and word[1].upper() in SAYS_WHEN | _LISTS_TIMES else "?"


def component_tree(
    text: str, besides: frozenset[str] = frozenset()
) -> tuple[CalendarComponent, tuple[CalendarFault, ...]]:
    """A nameless part that holds all others of the text, and what is wrong with how they begin and end.

    Of events the properties `besides` are read too, where they are asked for.
    """
    builder = _TreeBuilder(besides)
    for number, line in unfolded_lines(text):
        builder.take(number, line)
    return builder.root, builder.finished()


class _TreeBuilder:
    """The parts that are open at a line of the text."""

    def __init__(self, besides: frozenset[str]) -> None:
        self.root = CalendarComponent("", 1)
        self._besides = besides
        self._open = [self.root]
        self._too_deep = 0
        self._listed = ""
        """The list of times that the line before held, if it did."""
        self._faults: list[CalendarFault] = []

    def take(self, number: int, line: str) -> None:
        name = name_of(line)
        listed, self._listed = self._listed, ""
        if name == "BEGIN":
            self._begin(number, _part_named(line))
        elif name == "END":
            self._end(number, _part_named(line))
        elif self._is_read(name) and not self._too_deep:
            self._read(number, line, name)
        elif not name and not self._too_deep:
            self._stray(number, line, listed)

    def finished(self) -> tuple[CalendarFault, ...]:
        self._close(1)
        return tuple(self._faults)

    def _is_read(self, name: str) -> bool:
        part = self._open[-1].name
        return name in _READ.get(part, ()) or (part == EVENT and name in self._besides)

    def _read(self, number: int, line: str, name: str) -> None:
        read = content_line(line, number)
        if read is None and name in _BUSY_WITHOUT | self._besides:
            return
        if read is None:
            self._valueless(number, name)
        else:
            self._open[-1].properties.append(read)
            self._listed = name if name in _LISTS_TIMES else ""

    def _valueless(self, number: int, name: str) -> None:
        if self._open[-1].name == EVENT and name in SAYS_WHEN:
            self._open[-1].properties.append(ContentLine(name, {}, "", number))  # told with its event
        else:
            self._fault(number, f"the line {name} has no value")

    def _stray(self, number: int, line: str, listed: str) -> None:
        """A line that is no property: one without its colon, or the rest of a list broken over lines.

        All others are texts of several lines, which say nothing of time.
        """
        word = _FIRST_WORD.match(line)
        name = word[1].upper() if word else ""
        if name in SAYS_WHEN | _LISTS_TIMES and name in _READ.get(self._open[-1].name, ()):
            self._valueless(number, name)
        elif listed:
            self._fault(number, f"the line {listed} goes on in one that cannot be read")

    def _begin(self, number: int, name: str) -> None:
        if name in _ALONE or name == CALENDAR:
            # Whatever stands around it and has not ended would hide it.
            self._too_deep = 0
            is_within = name != CALENDAR and len(self._open) > 1 and self._open[1].name == CALENDAR
            self._close(2 if is_within else 1)
        if len(self._open) > _DEEPEST:
            self._too_deep += 1
            return
        part = CalendarComponent(name, number)
        self._open[-1].parts.append(part)
        self._open.append(part)

    def _end(self, number: int, name: str) -> None:
        if self._too_deep and name not in _ALONE and name != CALENDAR:
            self._too_deep -= 1
            return
        self._too_deep = 0
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].name == name), None)
        if at is not None:
            self._close(at + 1)
            self._open.pop()
        else:
            self._fault(number, f"{_called(name)} that ends here has no beginning")

    def _close(self, first: int) -> None:
        """Close the parts from that one on, which have no end of their own."""
        for part in self._open[first:]:
            self._fault(part.line, f"{_called(part.name)} that begins here has no end")
        del self._open[first:]

    def _fault(self, number: int, say: str) -> None:
        if len(self._faults) < _MOST_FAULTS:
            self._faults.append(CalendarFault(number, say))


def _called(name: str) -> str:
    letters = "".join(char for char in name[:_SHOWN_LETTERS] if char.isprintable())
    return f"the {_CALLED[name]}" if name in _CALLED else f"the part '{letters}'"


def _part_named(line: str) -> str:
    return line.partition(":")[2].strip().upper()
