"""What calls a meeting off says nothing else of it than the invitation did."""

from datetime import UTC, datetime

import pytest
from invitations import WEEKLY, invited, nine_each_week, pair_at, read
from zones import zone

from clientbridge.render.calendar_file import is_calendar_of
from clientbridge.render.meeting.invitations.cancellation import cancellation, is_cancelled
from clientbridge.render.meeting.invitations.invitation_ics import MEETING

LATER = datetime(2026, 12, 1, 10, tzinfo=UTC)
BOTH = ("lea@example.com", "ana.long.address.that.folds.the.line@mail.department.example.com")


@pytest.mark.parametrize(
    ("emails", "method", "invited_are"), [(BOTH, "CANCEL", BOTH[1:]), ((None, None), "PUBLISH", ())]
)
@pytest.mark.parametrize("name", ["Europe/Brussels", "America/Santiago"])
def test_all_of_a_series_is_cancelled_in_the_next_version(
    name: str, emails: tuple[str | None, ...], method: str, invited_are: tuple[str, ...]
) -> None:
    here = zone(name)
    slots = tuple(pair_at(slot.start, here) for slot in nine_each_week(here, 40))
    before = invited(slots, here, every=WEEKLY, names=("Lea", "Ana\u2028STATUS:x"), emails=emails)
    made = cancellation(before, LATER)
    was, calendar = read(before), read(made.text)
    assert (str(calendar["METHOD"]), made.sequence, made.uid) == (method, 3, "abc@clientbridge")
    assert made.invited == invited_are
    assert [is_cancelled(before), is_cancelled(made.text)] == [False, True]
    assert is_calendar_of(MEETING, made.text)
    assert len(calendar.events) == len(was.events)
    for old, event in zip(was.events, calendar.events, strict=True):
        changed = {"SEQUENCE", "STATUS", "DTSTAMP"}
        assert str(event["STATUS"]) == "CANCELLED"
        assert (event.sequence, event.DTSTAMP) == (3, LATER)
        kept = [(key, value) for key, value in old.property_items() if key not in changed]
        assert [(key, value) for key, value in event.property_items() if key not in changed] == kept


def test_a_file_of_an_earlier_version_of_the_program_is_cancelled_too() -> None:
    old = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a@clientbridge\nSEQUENCE:0\nDTSTART:20261124T090000Z\n"
        "ORGANIZER:mailto:lea@example.com\nATTENDEE:MAILTO:ana@example.com\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    made = cancellation(old, LATER)
    (event,) = read(made.text).events
    assert made.text.startswith("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n")
    assert (str(event["STATUS"]), event.sequence, made.invited) == ("CANCELLED", 1, ("ana@example.com",))
    assert "DTSTART:20261124T090000Z\r\n" in made.text
