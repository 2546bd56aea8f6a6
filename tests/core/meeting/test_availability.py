import pytest

from clientbridge.core.meeting.availability import widened
from clientbridge.core.time.hours import ClockRange, parse_hours


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("09:00-17:00", [(480, 1080)]),
        ("09:00-12:00, 13:00-17:00", [(480, 1080)]),
        ("16:00-24:00", [(900, 1440)]),
        ("00:00-08:00", [(0, 540)]),
        ("22:00-06:00", [(1260, 1860)]),
        ("09:00-09:00", [(480, 1920)]),
        ("00:00-24:00", [(0, 1440)]),
    ],
)
def test_hours_with_an_hour_on_both_sides(hours: str, expected: list[tuple[int, int]]) -> None:
    assert widened(parse_hours(hours), 60) == tuple(ClockRange(start, end) for start, end in expected)
