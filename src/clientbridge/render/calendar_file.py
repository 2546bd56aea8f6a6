"""The parts common to all iCalendar files; the `icalendar` package escapes, folds and orders the lines."""

from typing import TYPE_CHECKING

from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Calendar, Component


def calendar_file(command: str) -> "Calendar":
    """Return an empty calendar whose PRODID names the command that writes it."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//clientbridge//{command}//EN")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def add_text(component: "Component", name: str, *lines: str) -> None:
    """Add one text property of several lines, stripped of control characters since it may come from files."""
    component.add(name, "\n".join(map(safe, lines)))


def ics(calendar: "Calendar") -> str:
    """Return the file's text: CRLF line ends, lines of at most 75 bytes, deterministic."""
    written: bytes = calendar.to_ical()
    return written.decode()
