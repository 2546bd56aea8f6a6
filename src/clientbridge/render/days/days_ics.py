"""Days off as all-day events of an iCalendar file (RFC 5545), to be imported into any calendar."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.core.days.status import ReasonKind
from clientbridge.render.days.month_pictures import SAID
from clientbridge.render.safe_text import safe

_LINE_OCTETS = 75


def days_to_ics(answer: HolidayReport, *, now: datetime) -> str:
    """One event a row, marked as free time; the same rows give the same identifiers, so imports update."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clientbridge//days//EN", "CALSCALE:GREGORIAN"]
    for row in answer.days:
        lines += _event(row, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(row: DayRow, stamp: str) -> list[str]:
    who = row.client or row.name
    what = "; ".join(reason.name for reason in row.reasons if reason.kind is not ReasonKind.WEEKEND)
    said = "; ".join(
        [
            SAID[row.status],
            *(reason.local_name for reason in row.reasons if reason.local_name),
            *([row.hours] if row.hours else []),
            *row.notes,
        ]
    )
    place = row.region or row.country
    identity = sha256(f"{who} {place} {row.date} {what}".encode()).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{identity}@clientbridge",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(row.date)}",
        f"DTEND;VALUE=DATE:{_day(row.date + timedelta(days=1))}",
        f"SUMMARY:{_escaped(f'{who}: {what or SAID[row.status]}')}",
        f"DESCRIPTION:{_escaped(said)}",
        f"CATEGORIES:{row.status.value.upper()}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


def _escaped(text: str) -> str:
    clean = safe(text)
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; what follows starts with a space, and no character is cut in two."""
    parts: list[str] = []
    part = ""
    for char in line:
        if len((part + char).encode()) > _LINE_OCTETS - (1 if parts else 0):
            parts.append(part)
            part = ""
        part += char
    return "\r\n ".join([*parts, part])
