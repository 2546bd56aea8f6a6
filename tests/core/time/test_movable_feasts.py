"""Feasts as almanacs and laws give them."""

from datetime import date

import pytest

from clientbridge.core.time.hours import Weekday
from clientbridge.core.time.movable_feasts import RULED_DAYS, easter, orthodox_easter, weekday_from


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(1961, (4, 2), (4, 9)), (2000, (4, 23), (4, 30)), (2025, (4, 20), (4, 20)), (2038, (4, 25), (4, 25))],
)
def test_easter_of_known_years(year: int, western: tuple[int, int], eastern: tuple[int, int]) -> None:
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *eastern)


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("carnival", "2027-02-09"),  # Shrove Tuesday: Easter is 28 March
        ("ascension", "2027-05-06"),
        ("whitsun", "2027-05-16"),
        ("midsummer", "2026-06-20"),  # the Saturday from 20 to 26 June
        ("midsummer", "2027-06-26"),
        ("thanksgiving", "2028-11-23"),  # the fourth Thursday of November, 22 at the earliest
        ("thanksgiving", "2029-11-22"),
        ("thanksgiving", "2030-11-28"),
    ],
)
def test_feasts_of_a_year(name: str, on: str) -> None:
    day = date.fromisoformat(on)
    assert RULED_DAYS[name](day.year) == day


def test_a_weekday_may_be_the_day_itself() -> None:
    assert weekday_from(date(2026, 11, 27), Weekday.FRI) == date(2026, 11, 27)
    assert weekday_from(date(2026, 11, 27), Weekday.THU) == date(2026, 12, 3)
