"""What each party carried in the last quarter."""

from dataclasses import replace

import pytest
from meetings import EVERY_DAY, at, meeting, someone, taken

from clientbridge.core.meeting.series.burden_history import past_burdens, past_range
from clientbridge.core.meeting.working_time import Almanac

QUARTER = 13 * 7 * 24 * 60
NOW = at("mon2 20:00")
"""Eight in the evening: three hours after everyone's work."""


def carried(starts_with: dict[str, list[int]], duration: int = 60) -> dict[str, int]:
    mine = replace(
        someone("09:00-17:00", EVERY_DAY), busy=taken("sun 10:00-sun 11:00", "sun 18:00-sun 20:00")
    )
    scene = meeting(mine, someone("09:00-17:00", EVERY_DAY), someone("15:00-23:00", EVERY_DAY))
    request = replace(scene.request, now=NOW, duration=duration)
    return dict(past_burdens(request, Almanac(scene.calendars, past_range(request)), starts_with))


def test_the_range_is_thirteen_weeks_up_to_now() -> None:
    scene = meeting(someone(), someone())
    assert past_range(replace(scene.request, now=NOW)) == (NOW - QUARTER, NOW)


@pytest.mark.parametrize(
    ("start", "burden"),
    [
        (NOW - QUARTER, 60 * 16),
        (NOW - QUARTER - 1, 0),
        (NOW - 60, 60 * 9),
        (NOW, 0),
        (NOW + 1, 0),
        (at("sun 16:30"), 30),
        # what the calendar says of that time is the meeting itself
        (at("sun 10:00"), 0),
        (at("sun 18:30"), 30 * 4 + 30 * 9),
        # the sixth hour after work, and the seventh at night
        (at("sun 22:00"), 60 * 36),
        (at("sun 22:30"), 30 * 36 + 30 * 49 + 30 * 144),
    ],
)
def test_an_earlier_meeting_costs_what_it_would_today(start: int, burden: int) -> None:
    assert carried({"client1": [start]}) == {"me": burden, "client1": burden, "client2": 0}


def test_you_carry_each_meeting_once_and_a_client_its_own() -> None:
    late, later = at("sat 18:00"), at("sun 18:00")
    both = carried({"client1": [late, late], "client2": [late, later, at("sun 14:00")]})
    assert both == {"me": 2 * 240, "client1": 240, "client2": 60}
    assert carried({}) == {"me": 0, "client1": 0, "client2": 0}
    assert carried({"client1": [late]}, duration=90) == {
        "me": 60 * 4 + 30 * 9,
        "client1": 60 * 4 + 30 * 9,
        "client2": 0,
    }
