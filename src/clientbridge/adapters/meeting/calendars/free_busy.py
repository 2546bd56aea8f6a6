"""The periods of VFREEBUSY (RFC 5545 section 3.6.4): all that a server tells of someone's time."""

from collections.abc import Iterator

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus
from clientbridge.adapters.meeting.calendars.components import CalendarComponent, CalendarFault
from clientbridge.adapters.meeting.calendars.content_lines import ContentLine
from clientbridge.adapters.meeting.calendars.series import EventSpan
from clientbridge.adapters.meeting.calendars.values import (
    FileClocks,
    UnreadValueError,
    event_length,
    event_time,
)

_STATUS = {"FREE": BusyStatus.FREE, "BUSY-TENTATIVE": BusyStatus.TENTATIVE}
"""Any other word counts as busy (section 3.2.9)."""


def free_busy_spans(part: CalendarComponent, clocks: FileClocks) -> Iterator[EventSpan | CalendarFault]:
    """Each period, or what is wrong with it."""
    for line, text, status in _periods(part):
        try:
            yield _period(line, text, status, clocks)
        except UnreadValueError as error:
            yield CalendarFault(error.line, error.say)


def _periods(part: CalendarComponent) -> Iterator[tuple[ContentLine, str, BusyStatus]]:
    """The periods as written, each with its type; some servers write one part for each, from start to end."""
    for line in part.all("FREEBUSY"):
        for text in line.value.split(","):
            yield line, text, _status(line.parameters.get("FBTYPE", "BUSY"))
    start, end, status = (part.first(name) for name in ("DTSTART", "DTEND", "FBTYPE"))
    if start and end and status and not part.all("FREEBUSY"):
        yield start, f"{start.value}/{end.value}", _status(status.value)


def _status(word: str) -> BusyStatus:
    return _STATUS.get(word.strip().upper(), BusyStatus.BUSY)


def _period(line: ContentLine, text: str, status: BusyStatus, clocks: FileClocks) -> EventSpan:
    begins, _, rest = text.partition("/")
    start = event_time(line, clocks, text=begins)
    if rest.strip().upper().startswith(("P", "+P")):
        return EventSpan(start.instant, event_length(rest, line.line).after(start), status)
    end = event_time(line, clocks, beside=start, text=rest)
    if end.instant < start.instant:
        raise UnreadValueError("a busy time ends before it begins", line.line)
    return EventSpan(start.instant, end.instant, status)
