"""The file is read back with other code: its own zone definitions, without looking a zone up by name."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from recurring_ical_events import of
from zones import zone

from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.slots import Fit, PartyTime, Slot
from clientbridge.core.time.durations import TimeSpan
from clientbridge.render.meeting.invitation_ics import Invitation, invitation_ics

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
WEEKLY = TimeSpan(days=7)
WEEKS = 60


def slot_at(start: datetime, here: ZoneInfo) -> Slot:
    local = start.astimezone(here)
    mine = PartyTime(
        id="me",
        start=local,
        end=(start + HOUR).astimezone(here),
        timezone=here,
        day_shift=0,
        fit=Fit.WORKING,
        minutes_outside=0,
        cost=0,
        parts=(),
        notes=(),
    )
    return Slot(rank=1, start=start, end=start + HOUR, cost=0, reasons=(), parties=(mine,))


def nine_each_week(here: ZoneInfo, weeks: int = WEEKS) -> tuple[Slot, ...]:
    mornings = (datetime(2026, 11, 24, 9, tzinfo=here) + week * timedelta(days=7) for week in range(weeks))
    return tuple(slot_at(morning.astimezone(UTC), here) for morning in mornings)


def invited(
    slots: tuple[Slot, ...],
    here: ZoneInfo,
    *,
    every: TimeSpan | None = None,
    names: tuple[str, ...] = ("Lea Peeters",),
    emails: tuple[str | None, ...] = (None,),
) -> str:
    parties = tuple(
        PartyFacts(id=f"p{at}", name=name, timezone=here, required=at < 2, known=True)
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
            every=every,
            anchor=here if every is not None else None,
        )
    )


def read(text: str) -> Calendar:
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return calendar


def instants(calendar: Calendar) -> list[datetime]:
    return sorted(
        event["DTSTART"].dt.astimezone(UTC)
        for event in of(calendar).between(date(2026, 1, 1), date(2029, 1, 1))
    )


@pytest.mark.parametrize(
    ("name", "observances"),
    [
        ("America/New_York", 2),
        ("Europe/London", 2),
        ("Europe/Dublin", 2),
        ("Australia/Lord_Howe", 2),
        ("Pacific/Chatham", 2),
        ("Asia/Kolkata", 1),
        ("UTC", 1),
    ],
)
def test_the_rules_of_a_zone_give_its_offset_throughout_a_series(name: str, observances: int) -> None:
    here = zone(name)
    slots = nine_each_week(here)
    calendar = read(invited(slots, here, every=WEEKLY))
    (event,), (defined,) = calendar.events, calendar.timezones
    assert instants(calendar) == [slot.start for slot in slots]
    assert len(defined.subcomponents) == observances
    by_rule = defined.to_tz(lookup_tzid=False)
    for hours in range(0, WEEKS * 7 * 24, 5):
        local = (slots[0].start + hours * HOUR).astimezone(here).replace(tzinfo=None)
        if here.utcoffset(local) == here.utcoffset(local.replace(fold=1)):
            assert by_rule.utcoffset(local) == here.utcoffset(local), local
    assert event.rrules[0]["COUNT"] == [WEEKS]


@pytest.mark.parametrize("name", ["Africa/Casablanca", "America/Santiago"])
def test_a_zone_without_a_yearly_rule_gets_an_event_a_week_in_utc(name: str) -> None:
    here = zone(name)
    slots = nine_each_week(here)
    calendar = read(invited(slots, here, every=WEEKLY))
    assert not calendar.walk("VTIMEZONE")
    assert [str(event["UID"]) for event in calendar.events[:2]] == [
        "1.abc@clientbridge",
        "2.abc@clientbridge",
    ]
    assert instants(calendar) == [slot.start for slot in slots]


@pytest.mark.parametrize(
    ("every", "rule"),
    [
        (TimeSpan(days=1), "FREQ=DAILY;COUNT=2;INTERVAL=1"),
        (TimeSpan(days=14), "FREQ=WEEKLY;COUNT=2;INTERVAL=2"),
        (TimeSpan(months=3), "FREQ=MONTHLY;COUNT=2;INTERVAL=3"),
    ],
)
def test_how_often_it_comes(every: TimeSpan, rule: str) -> None:
    here = zone("Europe/Brussels")
    (event,) = read(invited(nine_each_week(here, 2), here, every=every)).events
    assert event.rrules[0].to_ical().decode() == rule


def test_one_meeting_is_in_utc_with_its_version_and_its_moment_of_writing() -> None:
    here = zone("Asia/Kolkata")
    text = invited(nine_each_week(here, 1), here, every=WEEKLY)
    (event,) = read(text).events
    lines = text.split("\r\n")
    assert {"UID:abc@clientbridge", "SEQUENCE:2", "DTSTAMP:20261123T070500Z"} <= set(lines)
    assert {"DTSTART:20261124T033000Z", "DTEND:20261124T043000Z"} <= set(lines)
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Tue 24 Nov 2026",
        "09:00-10:00 Kolkata (UTC+05:30): Lea Peeters",
    ]


def test_names_of_any_script_and_with_any_sign_come_back_and_no_line_is_long() -> None:
    here = zone("Asia/Tokyo")
    names = ('Lea "Lee" Peeters; \\ & Co', "佐藤 健一" * 9, "Ana,\x1b[31m\nSouza\u202e")
    emails = ("lea@example.com", "sato@example.com", "ana@example.com")
    text = invited(nine_each_week(here, 1)[:1], here, names=names[:1], emails=emails[:1])
    assert str(read(text).events[0]["SUMMARY"]) == f"Meeting: {names[0]}"
    slot = nine_each_week(here, 1)[0]
    together = slot_at(slot.start, here)
    three = Slot(
        rank=1, start=slot.start, end=slot.end, cost=0, reasons=(), parties=together.parties * len(names)
    )
    text = invited((three,), here, names=names, emails=emails)
    (event,) = read(text).events
    assert str(event["SUMMARY"]) == f"Meeting: {names[0]}, {names[1]}, Ana,[31m Souza"
    assert str(event.organizer) == "mailto:lea@example.com"
    assert event.organizer.params["CN"] == "Lea Lee Peeters; \\ & Co"
    assert [(who.params["CN"], who.params["ROLE"]) for who in event.attendees] == [
        (names[1], "REQ-PARTICIPANT"),
        ("Ana,[31m Souza", "OPT-PARTICIPANT"),
    ]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\x1b" not in text


def test_without_your_address_nobody_is_invited() -> None:
    here = zone("Asia/Tokyo")
    (event,) = read(invited(nine_each_week(here, 1), here)).events
    assert "ORGANIZER" not in event
    assert "ATTENDEE" not in event
