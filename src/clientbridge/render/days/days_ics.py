"""Days off as all-day events of an iCalendar file (RFC 5545), to be imported into any calendar."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.render.calendar_file import add_text, calendar_file, ics
from clientbridge.render.days.month_pictures import SAID
from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Event

DAYS = "days"
"""The kind of file."""


def days_to_ics(answer: HolidayReport, *, now: datetime) -> str:
    """One event a row, marked as free time; the same rows give the same identifiers, so imports update."""
    calendar = calendar_file(DAYS)
    for row in answer.days:
        calendar.add_component(_event(row, now))
    return ics(calendar)


def _event(row: DayRow, now: datetime) -> "Event":
    from icalendar import Event

    who = row.client or row.name
    what = "; ".join(reason.name for reason in row.named_by if reason.kind is not ReasonKind.WEEKEND)
    notes = [
        SAID[row.status],
        *(reason.local_name for reason in row.reasons if reason.local_name),
        *([row.hours] if row.hours else []),
        *row.notes,
    ]
    row_id = safe(f"{who} {row.region or row.country} {row.date} {what}")
    identity = sha256(row_id.encode()).hexdigest()[:32]
    event = Event()
    event.add("uid", f"{identity}@clientbridge")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", row.date)
    event.add("dtend", row.date + timedelta(days=1))
    add_text(event, "summary", f"{who}: {what or SAID[row.status]}")
    add_text(event, "description", "; ".join(notes))
    event.add("categories", [row.status.value.upper()])
    event.add("transp", "TRANSPARENT")
    return event
