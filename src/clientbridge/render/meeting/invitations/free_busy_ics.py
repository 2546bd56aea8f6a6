"""When you are busy, as a calendar file for others: spans of time in UTC, and nothing else."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from clientbridge.core.meeting.offers.published_times import PublishedTimes
from clientbridge.core.time.intervals import at_minute
from clientbridge.render.calendar_file import calendar_file, ics

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import FreeBusy

    from clientbridge.core.time.intervals import Span

FREE_BUSY = "cb offer --free-busy"
"""The kind of file."""
_LETTERS_OF_UID = 24


def free_busy_ics(times: PublishedTimes, email: str | None, stamp: datetime) -> str:
    """The whole file; its UID follows from the address, so a later one replaces it."""
    from icalendar import FreeBusy, vCalAddress

    start, end = map(at_minute, times.within)
    told = FreeBusy()
    made_of = sha256(f"free-busy {email or ''}".encode()).hexdigest()
    told.add("uid", f"{made_of[:_LETTERS_OF_UID]}@clientbridge")
    told.add("dtstamp", stamp.astimezone(UTC))
    told.add("dtstart", start)
    told.add("dtend", end)
    if email is not None:
        told.add("organizer", vCalAddress(f"mailto:{email}"))
    _add(told, "BUSY", times.busy)
    _add(told, "BUSY-TENTATIVE", times.tentative)
    calendar = calendar_file(FREE_BUSY)
    calendar.add("method", "PUBLISH")
    calendar.add_component(told)
    return ics(calendar)


def _add(told: "FreeBusy", kind: str, spans: "Iterable[Span]") -> None:
    from icalendar import vPeriod

    for first, last in spans:
        period = vPeriod((at_minute(first), at_minute(last)))
        period.params.pop("VALUE", None)
        period.params["FBTYPE"] = kind
        told.add("freebusy", period)
