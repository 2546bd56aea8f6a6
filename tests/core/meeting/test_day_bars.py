"""Half hours of one day: what most of each is, for each party."""

from dataclasses import replace
from datetime import date

import pytest
from meetings import EVERY_DAY, at, meeting, searched, someone, taken, when
from minute_oracle import SlowParty
from scenes import Scene

from clientbridge.core.meeting.day_bars import DayBars, day_bars
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import minute_of

LETTERS = {"working": "w", "stretch": "s", "busy": "b", "closed": "c", "free": ".", "night": "n", "past": "-"}


def drawn(bars: DayBars, party: int) -> str:
    """The cells as runs: ``14n 4. 16w`` is 14 half hours at night, 4 free ones and 16 of work."""
    cells = [LETTERS[cell.value] for cell in bars.bars[party].cells]
    runs: list[tuple[int, str]] = []
    for cell in cells:
        if runs and runs[-1][1] == cell:
            runs[-1] = (runs[-1][0] + 1, cell)
        else:
            runs.append((1, cell))
    return " ".join(f"{count}{cell}" for count, cell in runs)


def tuesday(*parties: SlowParty) -> Scene:
    return meeting(*parties)


def bars(scene: Scene, request: MeetingRequest | None = None, start: str = "tue 10:00") -> DayBars:
    return day_bars(searched(scene, request), at(start))


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (someone(), "12n 6. 16w 12. 2n"),
        # half of a cell is most of it
        (someone("09:15-16:45"), "12n 6. 16w 12. 2n"),
        (someone("09:16-16:44"), "12n 7. 14w 13. 2n"),
        # the night is 23:00 to 06:00 outside the hours; inside them it is work
        (someone("06:00-23:00"), "12n 34w 2n"),
        (someone("07:00-22:00"), "12n 2. 30w 2. 2n"),
        (someone("00:00-24:00"), "48w"),
        # appointments, in the hours and outside of them
        (
            replace(someone(), busy=taken("tue 10:00-tue 11:00", "tue 18:00-tue 18:30")),
            "12n 6. 2w 2b 12w 2. 1b 9. 2n",
        ),
        (replace(someone(), busy=taken("tue 10:15-tue 10:45")), "12n 6. 16w 12. 2n"),
        (
            replace(someone(), busy=taken("tue 10:14-tue 10:46")),
            "12n 6. 2w 2b 12w 12. 2n",
        ),
        # a day off is closed by day; at night it is night
        (replace(someone(), off=frozenset({date(2026, 11, 24)})), "12n 34c 2n"),
        (someone(days=[2]), "12n 34c 2n"),
        # in another zone the same half hours are other times: Tokyo's night ends at 21:00 UTC
        (someone(where="Asia/Tokyo"), "16w 12. 14n 6."),
    ],
)
def test_each_half_hour_of_your_day(party: SlowParty, expected: str) -> None:
    assert drawn(bars(tuesday(someone(), party)), 1) == expected


def test_stretches_are_what_the_search_may_use() -> None:
    scene = tuesday(someone(), someone())
    asked = replace(scene.request, stretch=parse_hours("08:00-17:45"), client_stretch=30)
    both = bars(scene, asked)
    assert drawn(both, 0) == "12n 4. 2s 16w 2s 10. 2n"
    assert drawn(both, 1) == "12n 5. 1s 16w 1s 11. 2n"


@pytest.mark.parametrize(
    ("now", "first", "last", "expected"),
    [
        ("mon 00:00", "tue 10:00", "wed 00:00", "20- 14w 12. 2n"),
        ("mon 00:00", "tue 10:29", "wed 00:00", "20- 1. 13w 12. 2n"),
        ("mon 00:00", "tue 10:30", "wed 00:00", "21- 13w 12. 2n"),
        ("tue 10:00", "mon 00:00", "wed 00:00", "20- 14w 12. 2n"),
        ("mon 00:00", "mon 00:00", "tue 15:00", "12n 6. 12w 18-"),
        ("mon 00:00", "mon 00:00", "tue 15:01", "12n 6. 12w 1. 17-"),
        ("mon 00:00", "mon 00:00", "tue 15:15", "12n 6. 13w 17-"),
    ],
)
def test_what_lies_before_or_after_the_search_is_past(now: str, first: str, last: str, expected: str) -> None:
    scene = meeting(someone(), first=first, last=last)
    cut = bars(scene, replace(scene.request, now=at(now)), "tue 10:45")
    assert drawn(cut, 0) == expected


@pytest.mark.parametrize(
    ("where", "start", "day", "begins", "cells"),
    [
        ("UTC", "tue 00:00", 24, "tue 00:00", 48),
        ("UTC", "mon 23:59", 23, "mon 00:00", 48),
        ("Asia/Tokyo", "tue 15:00", 25, "tue 15:00", 48),
        ("Asia/Kathmandu", "tue 10:00", 24, "mon 18:15", 48),
    ],
)
def test_the_day_is_yours(where: str, start: str, day: int, begins: str, cells: int) -> None:
    found = bars(tuesday(someone(days=EVERY_DAY, where=where), someone()), start=start)
    assert (found.date, when(minute_of(found.start)), found.cell_minutes) == (date(2026, 11, day), begins, 30)
    assert [len(bar.cells) for bar in found.bars] == [cells, cells]
    assert [bar.party for bar in found.bars] == ["me", "client1"]
