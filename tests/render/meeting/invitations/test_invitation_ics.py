"""The file is read back with other code: its own zone definitions, without looking a zone up by name."""

from datetime import datetime

import pytest
from invitations import (
    HOUR,
    WEEKLY,
    WEEKS,
    a_series,
    instants,
    invited,
    nine_each_week,
    pair_at,
    read,
    slot_at,
    spans,
)
from zones import zone

from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import TimeSpan


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
def test_a_zone_without_a_yearly_rule_gets_a_rule_in_utc_and_exceptions(name: str) -> None:
    here = zone(name)
    slots = nine_each_week(here)
    calendar = read(invited(slots, here, every=WEEKLY))
    assert not calendar.walk("VTIMEZONE")
    series, *moved = calendar.events
    assert series.rrules[0].to_ical().decode() == f"FREQ=WEEKLY;COUNT={WEEKS};INTERVAL=1"
    assert {str(event["UID"]) for event in calendar.events} == {"abc@clientbridge"}
    clock = [slot.start.time() for slot in slots]
    assert len(moved) == len([at for at in clock if at != clock[0]])
    assert instants(calendar) == [slot.start for slot in slots]


@pytest.mark.parametrize(
    ("first", "every", "times", "rule"),
    [
        ("2026-11-24", TimeSpan(days=1), 3, "FREQ=DAILY;COUNT=3;INTERVAL=1"),
        ("2026-11-24", TimeSpan(days=14), 3, "FREQ=WEEKLY;COUNT=3;INTERVAL=2"),
        ("2026-11-28", TimeSpan(months=3), 3, "FREQ=MONTHLY;COUNT=3;INTERVAL=3"),
        ("2027-03-30", TimeSpan(months=1), 10, "FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYMONTHDAY=30"),
        ("2027-12-29", TimeSpan(months=1), 4, "FREQ=MONTHLY;COUNT=4;INTERVAL=1;BYMONTHDAY=29"),
        ("2027-01-31", TimeSpan(months=2), 4, "FREQ=MONTHLY;COUNT=4;INTERVAL=2;BYMONTHDAY=31"),
        ("2027-01-31", TimeSpan(months=1), 3, "FREQ=MONTHLY;COUNT=3;INTERVAL=1;BYMONTHDAY=-1"),
        ("2028-02-29", TimeSpan(months=12), 3, "FREQ=MONTHLY;COUNT=3;INTERVAL=12;BYMONTHDAY=-1"),
        ("2027-01-29", TimeSpan(months=1), 3, None),
        ("2027-01-30", TimeSpan(months=1), 3, None),
        ("2027-01-30", TimeSpan(months=1, days=1), 3, None),
    ],
)
def test_the_rule_of_a_series(first: str, every: TimeSpan, times: int, rule: str | None) -> None:
    """29 and 30 January are followed by 28 February: no rule says it that Outlook reads."""
    here = zone("Europe/Brussels")
    slots = a_series(datetime.fromisoformat(f"{first}T09:00").replace(tzinfo=here), here, every, times)
    calendar = read(invited(slots, here, every=every))
    rules = [event.rrules[0].to_ical().decode() for event in calendar.events if event.rrules]
    assert rules[1:] == []
    assert rules[0].startswith("FREQ=MONTHLY;") if rule is None else rules == [rule]
    assert (len(calendar.events) > 1) is (rule is None)
    assert instants(calendar) == [slot.start for slot in slots]


@pytest.mark.parametrize(
    "start",
    [
        "2027-03-21T02:30+01:00",  # a week later the clocks skip it
        "2027-10-24T02:30+02:00",  # a week later they show it twice
        "2027-10-31T02:30+01:00",  # the second of the two
        "2027-03-28T01:30+01:00",  # ends after the change, an hour later on the clock than the others
    ],
)
def test_a_series_at_a_clock_time_that_a_change_touches_is_in_utc(start: str) -> None:
    here = zone("Europe/Brussels")
    slots = a_series(datetime.fromisoformat(start), here, WEEKLY, 3)
    calendar = read(invited(slots, here, every=WEEKLY))
    assert not calendar.walk("VTIMEZONE")
    assert spans(calendar) == [(slot.start, slot.end) for slot in slots]


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
    assert event.organizer.params["CN"] == "Lea Lee Peeters;  & Co"
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


@pytest.mark.parametrize(
    ("emails", "status", "method"),
    [
        (("lea@example.com", "ana@example.com"), "CONFIRMED", "REQUEST"),
        (("lea@example.com", "ana@example.com"), "CANCELLED", "CANCEL"),
        ((None, "ana@example.com"), "CONFIRMED", "PUBLISH"),
        (("lea@example.com", None), "CONFIRMED", "PUBLISH"),
        (("lea@example.com", None), "CANCELLED", "PUBLISH"),
    ],
)
def test_the_method_says_what_is_asked_of_the_reader(
    emails: tuple[str | None, ...], status: str, method: str
) -> None:
    """RFC 5546: what is published names nobody; what invites names the organiser and one guest at least."""
    here = zone("Asia/Tokyo")
    slots = (pair_at(nine_each_week(here, 1)[0].start, here),)
    text = invited(slots, here, names=("Lea", "Ana"), emails=emails, cancelled=status == "CANCELLED")
    calendar = read(text)
    (event,) = calendar.events
    assert str(calendar["METHOD"]) == method
    assert ("ORGANIZER" in event) is ("ATTENDEE" in event) is (method != "PUBLISH")
    assert str(event["STATUS"]) == status
    assert str(event["TRANSP"]) == "OPAQUE"
    if method != "PUBLISH":
        (guest,) = event.attendees
        expected = {"CN": "Ana", "CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT"}
        assert dict(guest.params) == {**expected, "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
