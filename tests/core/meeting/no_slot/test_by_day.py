"""Which starts of a search ask nobody for the night, 23:00 to 06:00."""

from dataclasses import replace

import pytest
from meetings import EVERY_DAY, meeting, searched, someone, when
from minute_oracle import SlowParty

from clientbridge.core.meeting.no_slot.by_day import grid_by_day
from clientbridge.core.time.hours import parse_hours

LATE = someone("09:00-21:00", EVERY_DAY)
NIGHT_SHIFT = someone("20:00-24:00", EVERY_DAY)


@pytest.mark.parametrize(
    ("parties", "quorum", "last"),
    [
        # you accept to stay until midnight: the last start by day ends at 23:00
        ((LATE, NIGHT_SHIFT), 100, "tue 22:00"),
        # whoever works at night is not asked for it
        ((NIGHT_SHIFT, NIGHT_SHIFT), 100, "tue 23:00"),
        # a client that is asked counts as you do
        ((NIGHT_SHIFT, LATE), 100, "tue 22:00"),
        # an optional one does not, nor does one that is not needed
        ((NIGHT_SHIFT, NIGHT_SHIFT, replace(LATE, required=False)), 100, "tue 23:00"),
        ((NIGHT_SHIFT, NIGHT_SHIFT, LATE), 66, "tue 23:00"),
        ((NIGHT_SHIFT, NIGHT_SHIFT, LATE), 67, "tue 22:00"),
    ],
)
def test_the_last_start_of_a_day_that_asks_nobody_for_the_night(
    parties: tuple[SlowParty, ...], quorum: int, last: str
) -> None:
    scene = meeting(*parties, first="tue 20:00", last="wed 00:00")
    asked = replace(scene.request, stretch=parse_hours("09:00-24:00"), client_stretch=180, quorum=quorum)
    found = searched(scene, asked)
    by_day = grid_by_day(found)
    assert set(by_day) <= set(found.grid)
    assert when(by_day[-1]) == last
    assert when(found.grid[-1]) == "tue 23:00"


def test_a_search_without_starts_has_none_by_day() -> None:
    assert not grid_by_day(searched(meeting(LATE, someone("22:00-23:00", EVERY_DAY))))
