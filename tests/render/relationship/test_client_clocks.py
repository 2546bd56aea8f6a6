"""What the line of a client's clock says at each kind of moment. You are in Brussels, they in Dubai."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.days.day import DayStatus
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.render.page import words
from clientbridge.render.relationship.client_clocks import clock_table

HERE, DUBAI = ZoneInfo("Europe/Brussels"), ZoneInfo("Asia/Dubai")


def at(text: str, zone: ZoneInfo = DUBAI) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=zone)


AT_WORK = Clock(
    client="almadar",
    name="Al Madar",
    timezone=DUBAI,
    where="Dubai",
    local_time=at("11-27 11:05"),
    day=DayStatus.WORKING,
    reasons=(),
    names=(),
    perhaps=False,
    many_off=False,
    office_hours=False,
    ends_early=None,
    worked_through=(),
    may_write=True,
    next_there=None,
    next_here=None,
)
NOON = at("11-27 12:00")


def closed(there: str) -> Clock:
    """Nobody there until that time."""
    start = at(there)
    return replace(AT_WORK, may_write=False, next_there=start, next_here=start.astimezone(HERE))


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (AT_WORK, "at work: write or call"),
        (replace(AT_WORK, office_hours=True), "in office hours there: write or call"),
        (replace(AT_WORK, ends_early=NOON), "at work until 12:00: write or call"),
        (
            replace(AT_WORK, day=DayStatus.REDUCED, names=("Eve",), ends_early=NOON),
            "at work until 12:00: write or call (Eve)",
        ),
        (
            replace(AT_WORK, worked_through=("Thanksgiving Day",)),
            "at work on Thanksgiving Day: write or call",
        ),
        # a night shift from the day before ended early, and goes on now
        (replace(AT_WORK, ends_early=at("11-27 03:00")), "at work: write or call"),
        (
            replace(AT_WORK, day=DayStatus.UNKNOWN, names=("no data",)),
            "not known whether it is worked (no data): ask",
        ),
        (
            replace(AT_WORK, day=DayStatus.LIKELY_CLOSED, names=("Fair",)),
            "at work: write or call (Fair in some parts)",
        ),
        (closed("11-27 14:00"), "wait until 14:00 there, 11:00 here"),
        (
            replace(closed("11-27 14:00"), ends_early=at("11-27 16:00")),
            "wait until 14:00 there, 11:00 here, to 16:00 only",
        ),
        (closed("11-30 08:30"), "wait until Mon 05:30 here"),
        (
            replace(closed("11-30 08:30"), local_time=at("11-27 12:05"), ends_early=NOON),
            "closed since 12:00, until Mon 05:30 here",
        ),
        (replace(closed("11-30 08:30"), names=("Weekend",)), "Weekend: until Mon 05:30 here"),
        (replace(closed("11-30 02:30"), names=("Weekend",)), "Weekend: until Sun 23:30 here"),
        (
            replace(closed("11-30 08:30"), names=("Eve",), many_off=True, perhaps=True),
            "many are off (Eve): ask before you call, or wait until Mon 05:30 here",
        ),
        (
            replace(closed("11-30 08:30"), names=("Eve",), many_off=True),
            "many are off (Eve): until Mon 05:30 here",
        ),
        (closed("12-02 08:30"), "wait until Wed 05:30 here"),  # five days ahead
        (closed("12-03 08:30"), "wait until Thu 3 Dec 05:30 here"),
        (
            replace(AT_WORK, may_write=False, names=("Closure",)),
            "Closure: no working time in sight",
        ),
        (
            replace(closed("11-30 08:30"), next_here=at("11-30 13:30", ZoneInfo("Asia/Tokyo"))),
            "wait until Mon 13:30 in Tokyo",
        ),
    ],
)
def test_the_line_says_whether_now_is_a_good_moment(clock: Clock, expected: str) -> None:
    (row,) = clock_table([clock], HERE).rows
    assert words(row[3]) == expected
    assert [words(cell) for cell in row[:2]] == ["almadar", "Dubai"]


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("11-27 23:00", "wait until 23:00 there, 20:00 here"),
        ("11-27 02:00", "wait until 02:00 there, Thu 23:00 here"),  # the day before on your calendar
    ],
)
def test_another_day_on_your_calendar_is_said(there: str, expected: str) -> None:
    (row,) = clock_table([replace(closed(there), local_time=at("11-27 00:05"))], HERE).rows
    assert words(row[3]) == expected
