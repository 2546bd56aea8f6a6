from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.time.hours import ClockRange, parse_hours
from clientbridge.core.workspace.far_offices import far_offices, proposed_stretch

NOVEMBER = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
JULY = datetime(2026, 7, 1, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "zone", "open_", "minutes"),
    [
        (NOVEMBER, "Asia/Tokyo", "01:00-09:00", 120),
        (JULY, "Asia/Tokyo", "02:00-10:00", 180),
        (NOVEMBER, "America/New_York", "15:00-23:00", 420),
        (NOVEMBER, "Australia/Sydney", "23:00-07:00", 0),
        (NOVEMBER, "Pacific/Auckland", "21:00-05:00", 60),
        (NOVEMBER, "Pacific/Chatham", "20:15-04:15", 105),
        (NOVEMBER, "Asia/Kolkata", "04:30-12:30", 330),
        (NOVEMBER, "Europe/Brussels", "09:00-17:00", 480),
    ],
)
def test_an_office_on_your_clock(at: datetime, zone: str, open_: str, minutes: int) -> None:
    (office,) = far_offices(at, ZoneInfo("Europe/Brussels"), [ZoneInfo(zone)])
    assert str(office.open) == open_
    assert office.minutes_within(parse_hours("07:00-22:00")) == minutes


@pytest.mark.parametrize(
    ("accepted", "minutes"), [("22:00-02:00", 180), ("00:00-24:00", 480), ("06:00-07:00, 23:00-24:00", 120)]
)
def test_hours_over_midnight_count_on_both_sides(accepted: str, minutes: int) -> None:
    (office,) = far_offices(NOVEMBER, ZoneInfo("Europe/Brussels"), [ZoneInfo("Australia/Sydney")])
    assert office.minutes_within(parse_hours(accepted)) == minutes


@pytest.mark.parametrize(
    ("hours", "proposed"),
    [
        ("09:00-12:30, 13:30-18:00", "07:00-22:00"),
        ("05:30-13:00", "05:30-22:00"),
        ("14:00-23:30", "07:00-23:30"),
        ("22:00-06:00", "07:00-06:00"),
    ],
)
def test_what_is_proposed_holds_your_own_hours(hours: str, proposed: str) -> None:
    assert str(proposed_stretch(parse_hours(hours))) == proposed


def test_a_proposal_is_a_day_at_most() -> None:
    assert proposed_stretch((ClockRange(6 * 60, 30 * 60),)) == ClockRange(6 * 60, 30 * 60)
