import pytest

from clientbridge.core.meeting.availability import widened
from clientbridge.core.time.hours import ClockRange, parse_hours


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("09:00-17:00", [(480, 1080)]),
        ("09:00-12:00, 13:00-17:00", [(480, 1080)]),
        ("06:00-07:00, 12:00-13:00, 14:00-15:00", [(300, 480), (660, 960)]),
        ("06:00-07:00, 09:00-10:00", [(300, 660)]),
        ("06:00-07:00, 09:01-10:00", [(300, 480), (481, 660)]),
        ("00:30-08:00", [(0, 540)]),
        ("16:00-23:30", [(900, 1440)]),
        ("10:00-12:00, 20:00-08:00", [(540, 780), (1140, 1980)]),
        ("16:00-24:00", [(900, 1440)]),
        ("00:00-08:00", [(0, 540)]),
        ("22:00-06:00", [(1260, 1860)]),
        ("09:00-09:00", [(480, 1920)]),
        ("00:00-24:00", [(0, 1440)]),
    ],
)
def test_hours_with_an_hour_on_both_sides(hours: str, expected: list[tuple[int, int]]) -> None:
    assert widened(parse_hours(hours), 60) == tuple(ClockRange(start, end) for start, end in expected)
