"""Meetings as calendar files, and what another reader makes of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from recurring_ical_events import of

from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.series.occurrences import occurrences
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.slots import Fit, PartyTime, Slot
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.formatting import city
from clientbridge.core.time.intervals import at_minute, minute_of
from clientbridge.render.meeting.invitations.invitation_ics import Invitation, invitation_ics

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
WEEKLY = TimeSpan(days=7)
WEEKS = 60


def slot_at(start: datetime, here: ZoneInfo, length: timedelta = HOUR) -> Slot:
    """A slot of yours alone."""
    local = start.astimezone(here)
    mine = PartyTime(
        id="me",
        start=local,
        end=(start + length).astimezone(here),
        timezone=here,
        where=city(here.key),
        day_shift=0,
        fit=Fit.WORKING,
        minutes_outside=0,
        cost=0,
        parts=(),
        notes=(),
    )
    return Slot(rank=1, start=start, end=start + length, cost=0, reasons=(), parties=(mine,))


def pair_at(start: datetime, here: ZoneInfo, length: timedelta = HOUR) -> Slot:
    """A slot of two parties."""
    alone = slot_at(start, here, length)
    return replace(alone, parties=alone.parties * 2)


def nine_each_week(here: ZoneInfo, weeks: int = WEEKS) -> tuple[Slot, ...]:
    """Tuesdays at nine."""
    mornings = (datetime(2026, 11, 24, 9, tzinfo=here) + week * timedelta(days=7) for week in range(weeks))
    return tuple(slot_at(morning.astimezone(UTC), here) for morning in mornings)


def a_series(
    first: datetime, here: ZoneInfo, every: TimeSpan, times: int, length: timedelta = HOUR
) -> tuple[Slot, ...]:
    """As `cb meet` plans it."""
    recurrence = Recurrence(every=every, word="", times=times, anchor=here)
    starts = occurrences(minute_of(first), recurrence)
    return tuple(slot_at(at_minute(start), here, length) for start in starts)


def invited(
    slots: tuple[Slot, ...],
    here: ZoneInfo,
    *,
    every: TimeSpan | None = None,
    left_out: tuple[Slot, ...] = (),
    names: tuple[str, ...] = ("Lea Peeters",),
    emails: tuple[str | None, ...] = (None,),
    cancelled: bool = False,
    is_relied_on: bool = True,
) -> str:
    """The file of these slots."""
    parties = tuple(
        PartyFacts(id=f"p{at}", name=name, timezone=here, where=city(here.key), required=at < 2, known=True)
        for at, name in enumerate(names)
    )
    return invitation_ics(
        Invitation(
            uid="abc@clientbridge",
            sequence=2,
            stamp=NOW,
            parties=parties,
            emails=emails,
            slots=slots,
            left_out=left_out,
            every=every,
            anchor=here if every is not None and is_relied_on else None,
            is_cancelled=cancelled,
        )
    )


def read(text: str) -> Calendar:
    """The file as another program reads it."""
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return calendar


def instants(calendar: Calendar) -> list[datetime]:
    """The starts of all its events, in order."""
    return [start for start, _ in spans(calendar)]


def spans(calendar: Calendar) -> list[tuple[datetime, datetime]]:
    """The starts and ends of all its events, in order."""
    return sorted(
        (event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC))
        for event in of(calendar).between(date(2020, 1, 1), date(2060, 1, 1))
    )
