"""What every iCalendar file has in common; the `icalendar` package escapes, folds and orders the lines."""

from typing import TYPE_CHECKING

from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Calendar, Component


def calendar_file(command: str) -> "Calendar":
    """An empty calendar written by that command."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//clientbridge//{command}//EN")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def add_text(component: "Component", name: str, *lines: str) -> None:
    """Add text that may come from files: one property of several lines, without control characters."""
    component.add(name, "\n".join(map(safe, lines)))


def ics(calendar: "Calendar") -> str:
    """The whole file: CRLF line ends, no line over 75 bytes, the same bytes for the same calendar."""
    written: bytes = calendar.to_ical()
    return written.decode()
