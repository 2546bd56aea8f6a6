"""Days off as all-day events of an iCalendar file (RFC 5545), to be imported into any calendar."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.report.spells import Spell
from clientbridge.render.calendar_file import add_text, calendar_file, ics
from clientbridge.render.days.month_pictures import SAID
from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Event

DAYS = "days"
"""The kind of file."""


def days_to_ics(found: Sequence[Spell], *, title: str, now: datetime) -> str:
    """One event a break or run of days, marked as free time.

    Its identifier follows from whose it is and its first day, so that importing a later answer updates.
    """
    calendar = calendar_file(DAYS)
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what calendars read that do not know it
        add_text(calendar, name, title)
    for spell in found:
        calendar.add_component(_event(spell, now))
    return ics(calendar)


def _event(spell: Spell, now: datetime) -> "Event":
    from icalendar import Event

    whose = f"client {spell.client}" if spell.client else f"place {spell.place}"
    identity = sha256(safe(f"{whose} {spell.first}").encode()).hexdigest()[:32]
    event = Event()
    event.add("uid", f"{identity}@clientbridge")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", spell.first)
    event.add("dtend", spell.last + timedelta(days=1))
    add_text(event, "summary", _summary(spell))
    add_text(event, "description", "; ".join(_details(spell)))
    event.add("categories", [spell.status.value.upper()])
    event.add("transp", "TRANSPARENT")
    return event


def _summary(spell: Spell) -> str:
    names = "; ".join(spell.names)
    if spell.status is DayStatus.CLOSED:
        return f"{spell.name}: {names}"
    if spell.status is DayStatus.WORKING:
        return f"{spell.name}: {names} (at work)"
    return f"{spell.name}: {names} ({SAID[spell.status]})"


def _details(spell: Spell) -> list[str]:
    return [
        SAID[spell.status],
        *spell.local_names,
        *([f"work {spell.hours}"] if spell.hours else []),
        *([spell.around.say] if spell.around is not None else []),
        *spell.notes,
    ]
