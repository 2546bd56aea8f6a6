"""How much a calendar holds, for whoever has just named it: counted, not understood."""

import re
from collections.abc import Iterable

from clientbridge.adapters.meeting.calendar_sources import CalendarText

_BEGINS = re.compile(
    r"^[ \t]*BEGIN[ \t]*:[ \t]*(VCALENDAR|VEVENT|VFREEBUSY)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)


def counted(texts: Iterable[CalendarText]) -> tuple[int, int]:
    """The calendars in these texts, and the events and blocks of busy times in them."""
    calendars = entries = 0
    for text in texts:
        found = [name.upper() for name in _BEGINS.findall(text.text)]
        calendars += found.count("VCALENDAR")
        entries += len(found) - found.count("VCALENDAR")
    return calendars, entries
