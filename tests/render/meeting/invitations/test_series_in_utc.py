"""A rule in UTC with exceptions gives every occurrence once, as other programs read it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from invitations import WEEKLY, a_series, invited, read, slot_at, spans
from vobjects import spans_by_vobject
from zones import zone

from clientbridge.core.time.durations import TimeSpan
from clientbridge.render.meeting.invitations.series_in_utc import series_in_utc

MONTHLY = TimeSpan(months=1)


@pytest.mark.parametrize(
    ("name", "first", "every", "times"),
    [
        ("Europe/Brussels", "2027-03-23T09:00", WEEKLY, 4),
        ("America/New_York", "2027-10-20T17:30", WEEKLY, 6),
        ("Asia/Kolkata", "2027-01-05T09:15", WEEKLY, 5),
        ("Australia/Lord_Howe", "2027-03-30T08:00", WEEKLY, 4),
        ("Pacific/Chatham", "2027-03-30T08:00", TimeSpan(days=1), 9),
        ("Africa/Cairo", "2027-04-20T10:00", WEEKLY, 30),
        ("Asia/Gaza", "2027-02-02T10:00", WEEKLY, 40),
        ("America/Santiago", "2027-03-30T10:00", TimeSpan(days=14), 14),
        ("Europe/Brussels", "2027-03-21T02:30", WEEKLY, 3),
        ("Europe/Brussels", "2027-10-24T02:30", WEEKLY, 3),
        ("Europe/Brussels", "2027-01-29T09:00", MONTHLY, 14),
        ("Asia/Tokyo", "2027-01-31T00:30", MONTHLY, 14),
        ("America/Los_Angeles", "2027-12-31T23:30", MONTHLY, 4),
        ("Europe/London", "2027-01-30T09:00", TimeSpan(months=1, days=1), 6),
    ],
)
@pytest.mark.parametrize("on_clock", ["of the zone", "in UTC"])
def test_two_programs_read_every_occurrence_once(
    name: str, first: str, every: TimeSpan, times: int, on_clock: str
) -> None:
    here = zone(name)
    slots = a_series(datetime.fromisoformat(first).replace(tzinfo=here), here, every, times)
    held = tuple(slot for at, slot in enumerate(slots) if at not in {1, 2})
    text = invited(held, here, every=every, left_out=slots[1:3], is_relied_on=on_clock == "of the zone")
    expected = [(slot.start, slot.end) for slot in held]
    assert spans(read(text)) == expected
    assert spans_by_vobject(text) == expected


def test_turns_take_the_week_they_are_in_and_a_week_without_one_is_left_out() -> None:
    """Thursday, the Friday after, the Monday after that, no meeting for a week, then a Wednesday."""
    days = ("2027-01-07", "2027-01-15", "2027-01-18", "2027-02-03")
    slots = [slot_at(datetime.fromisoformat(f"{day}T09:00+00:00"), ZoneInfo("UTC")) for day in days]
    series = series_in_utc(slots, WEEKLY)
    assert series.rule == {"freq": "weekly", "interval": 1, "count": 5}
    assert [f"{date:%m-%d}" for date in series.of_slots] == ["01-07", "01-14", "01-21", "02-04"]
    assert [f"{date:%m-%d}" for date in series.unused] == ["01-28"]


def test_without_a_rhythm_each_slot_is_moved_from_a_rule_of_days() -> None:
    starts = [datetime(2027, 1, 4, 9, tzinfo=UTC) + timedelta(days=days) for days in (0, 3, 4)]
    series = series_in_utc([slot_at(start, ZoneInfo("UTC")) for start in starts], None)
    assert series.rule == {"freq": "daily", "interval": 3, "count": 3}
    assert series.unused == ()
