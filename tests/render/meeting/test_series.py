"""A series on the page: everyone's times with their signs, what moves and why, dates that are left out."""

import pytest

from clientbridge.render.line_wrapping import columns
from conftest import Run

CLOCKS = ("meet", "bayside", "solaris", "--at", "2027-03-01 15:30", "--every", "1w")
NOW = ("--now", "2027-02-22T08:00:00Z")


def shown(run: Run, *words: str, width: int = 80) -> str:
    return run("--demo", *words, terminal=True, width=width, NO_COLOR="1").out


def test_clock_changes_are_told_by_the_number_of_the_date(run: Run) -> None:
    page = shown(run, *CLOCKS, *NOW)
    told = page.partition("Clocks that change on the way\n")[2].partition("\n\n")[0].splitlines()
    assert told == [
        "3  bayside 10:30 instead of 09:30",
        "5  bayside 09:30 instead of 10:30, solaris 10:30 instead of 11:30",
    ]
    assert "1-4  without solaris: works 09:00-12:00, 13:00-18:00\n5    without you: Easter Monday\n" in page
    assert "everyone can on 1 of 6 dates" in page


def test_travel_is_no_clock_change(run: Run) -> None:
    """You are in Dubai from 1 to 9 December."""
    page = shown(run, "meet", "almadar", "--at", "2026-11-24 11:00", "--every", "1w", "--times", "4")
    assert "3  Tue 8 Dec   14:00 Dubai    14:00\n" in page
    assert "Clocks that change" not in page
    assert "moved" not in page


@pytest.mark.parametrize("width", [40, 60, 80])
def test_every_date_has_everyones_time_at_every_width(width: int, run: Run) -> None:
    page = " ".join(shown(run, *CLOCKS, *NOW, width=width).split())
    for number, times in ((1, ("15:30", "09:30", "11:30")), (3, ("15:30", "10:30 moved", "11:30"))):
        here = page.partition(f" {number} Mon")[2].partition(f" {number + 1} Mon")[0]
        assert [here.count(time) for time in times] == [1, 1, 1]
    lines = shown(run, *CLOCKS, *NOW, width=width).splitlines()
    assert all(columns(line) <= width for line in lines)


def test_a_time_that_somebody_only_accepts_has_a_sign(run: Run) -> None:
    page = shown(run, "meet", "hikari", "--at", "2026-11-24 08:30", "--every", "1w", "--times", "2")
    assert "08:30 ~" in page
    assert "~ outside working hours, but accepted" in page


def test_a_series_in_turns_says_which_week_has_no_time_and_that_nobody_pays(run: Run) -> None:
    """You are on your winter break until 3 January."""
    turns = ("--every", "1w", "--times", "6", "--rotate", "--stretch", "07:00-22:00")
    page = shown(run, "meet", "nordlys", "bayside", *turns, "--now", "2026-11-26T07:05:00Z")
    assert "everyone can on 5 of 6 dates" in page
    assert "No time for everyone: Thu 24 Dec to Wed 30 Dec.\n" in page
    assert page.endswith("Nobody is asked for time outside working hours.\n")
