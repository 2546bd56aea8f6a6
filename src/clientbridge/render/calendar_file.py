"""The parts common to all iCalendar files; the `icalendar` package escapes, folds and orders the lines."""

from typing import TYPE_CHECKING

from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Calendar, Component


_UID_HOST = "@clientbridge"


def calendar_file(kind: str) -> "Calendar":
    """Return an empty calendar whose PRODID names this program and the kind of file."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", product(kind))
    calendar.add("calscale", "GREGORIAN")
    return calendar


def is_calendar_of(kind: str, text: str) -> bool:
    """Whether a text is one calendar of that kind of ours, without an event of anyone else.

    Another program that saves the file puts its own name there, and perhaps other events beside ours.
    """
    lines = text.splitlines()
    head = lines[: lines.index("BEGIN:VEVENT")] if "BEGIN:VEVENT" in lines else lines
    return (
        lines[:1] == ["BEGIN:VCALENDAR"]
        and lines.count("BEGIN:VCALENDAR") == 1
        and f"PRODID:{product(kind)}" in head
        and all(line.endswith(_UID_HOST) for line in lines if line.startswith(("UID:", "UID;")))
    )


def product(kind: str) -> str:
    """What a file of that kind names as its maker."""
    return f"-//clientbridge//{kind}//EN"


def add_text(component: "Component", name: str, *lines: str) -> None:
    """Add one text property of several lines, stripped of control characters since it may come from files."""
    component.add(name, "\n".join(map(safe, lines)))


def ics(calendar: "Calendar") -> str:
    """Return the file's text: CRLF line ends, lines of at most 75 bytes, deterministic."""
    written: bytes = calendar.to_ical()
    return written.decode()
