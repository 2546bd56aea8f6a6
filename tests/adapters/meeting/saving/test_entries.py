"""Appointments put into a calendar's text and taken out of it: what was there before stays byte for byte."""

import pytest
from caldav_server import event
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.meeting.saving.entries import (
    CalendarEntry,
    entries_of,
    holds,
    with_entry,
    without_entry,
)

INVITATION = """\
BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:STANDARD
DTSTART:19701025T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@x
ORGANIZER;CN=Lea:mailto:lea@example.com
ATTENDEE;CN=Ana Souza;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:
 ana@example.com
DTSTART;TZID=Europe/Brussels:20261124T100000
BEGIN:VALARM
UID:inner
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:b@x
DTSTART:20261125T100000Z
END:VEVENT
BEGIN:VEVENT
UID:a@x
RECURRENCE-ID:20261201T090000Z
END:VEVENT
END:VCALENDAR
"""


def test_each_appointment_is_a_calendar_of_its_own_that_invites_nobody() -> None:
    first, second = entries_of(INVITATION)
    assert (first.uid, second.uid) == ("a@x", "b@x")
    assert (first.text.count("BEGIN:VEVENT"), second.text.count("BEGIN:VEVENT")) == (2, 1)
    for entry in (first, second):
        assert entry.text.startswith("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\n")
        assert entry.text.endswith("END:VEVENT\nEND:VCALENDAR\n")
        assert not any(word in entry.text for word in ("METHOD", "ORGANIZER", "ATTENDEE", "ana@", "lea@"))


NEW = entries_of(INVITATION)[0]
OTHER = event("other", "DTSTART:20261201T100000Z", "X-ODD;a=b:  é\\,\r\n\tgoes on")
BEFORE = [
    OTHER,
    OTHER.replace("\r\n", "\n"),
    f"\ufeff{OTHER}\r\n\r\n",
    OTHER.rstrip(),
    OTHER + OTHER,
    "begin:vcalendar\nend:vcalendar",
    OTHER.replace("BEGIN:VEVENT", "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"),
]


@pytest.mark.parametrize("before", BEFORE)
def test_what_was_there_stays_and_the_new_stands_before_its_end(before: str) -> None:
    after = with_entry(before, NEW)
    end = before.upper().rindex("END:VCALENDAR")
    assert after.startswith(before[:end])
    assert after.endswith(before[end:])
    assert holds(after, "a@x")
    assert not holds(before, "a@x")
    assert after.count("TZID:Europe/Brussels") == 1
    assert ("\r\n" in before) == ("\nBEGIN:VEVENT\r\nUID:a@x\r\n" in after)
    assert with_entry(after, NEW).count("BEGIN:VEVENT") == after.count("BEGIN:VEVENT")
    zone = "".join(f"{line}\n" for line in INVITATION.splitlines()[3:9])
    left = without_entry(after, "a@x").replace("\r\n", "\n").replace(zone, "")
    assert left == before.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "before", ["", "no calendar\n", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDARS"]
)
def test_what_is_no_calendar_takes_none(before: str) -> None:
    with pytest.raises(ValueError, match="it does not end as a calendar does"):
        with_entry(before, NEW)


KINDS = ("VCALENDAR", "VEVENT", "VTODO")
LINES = st.sampled_from(
    (*(f"{word}:{kind}" for word in ("BEGIN", "END") for kind in KINDS), "UID:a@x", "UID:c", " on", "x", "")
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_nothing_but_the_appointment_is_ever_touched(lines: list[str], newline: str) -> None:
    text = newline.join([*lines, "END:VCALENDAR"])
    assert without_entry(text, "none of them") == text
    added = with_entry(text, CalendarEntry("z", event("z", "DTSTART:20261201T100000Z")))
    event_alone = "".join(event("z", "DTSTART:20261201T100000Z").partition("BEGIN:VEVENT")[1:]).split(
        "END:VCAL"
    )[0]
    inserted = (
        event_alone
        if newline in text[: len(text) - 13] and newline == "\r\n"
        else event_alone.replace("\r\n", "\n")
    )
    assert added.replace(inserted, "", 1) == text
