from datetime import date

import pytest

from clientbridge.adapters.culture.movable_days import told_days
from clientbridge.core.culture.country import MOVABLE_DAYS, SeasonEffect, SlowSeason, YearDay
from clientbridge.core.culture.movable_days import covers, date_of, easter, orthodox_easter, season_around
from clientbridge.core.workspace.profiles import DateRange

TOLD = told_days()


@pytest.mark.parametrize(
    ("anchor", "offset", "expected"),
    [
        ("easter", 0, date(2027, 3, 28)),
        ("orthodox_easter", 0, date(2027, 5, 2)),
        ("carnival", 0, date(2027, 2, 9)),
        ("whitsun", 0, date(2027, 5, 16)),
        ("midsummer", -1, date(2027, 6, 25)),
        ("thanksgiving", 1, date(2027, 11, 26)),
        ("lunar_new_year", -1, date(2027, 2, 5)),
        ("ramadan", 0, date(2027, 2, 8)),
        ("07-15", 0, date(2027, 7, 15)),
        ("02-29", 0, date(2027, 2, 28)),
    ],
)
def test_days_of_2027(anchor: str, offset: int, expected: date) -> None:
    assert date_of(YearDay(anchor, offset), 2027, TOLD) == expected


def test_every_movable_day_is_known_for_the_coming_years() -> None:
    days = [(name, year) for name in MOVABLE_DAYS for year in range(2026, 2035)]
    assert [day for day in days if date_of(YearDay(day[0]), day[1], TOLD) is None] == []


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(1961, (4, 2), (4, 9)), (2000, (4, 23), (4, 30)), (2025, (4, 20), (4, 20)), (2038, (4, 25), (4, 25))],
)
def test_easter_of_known_years(year: int, western: tuple[int, int], eastern: tuple[int, int]) -> None:
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *eastern)


def season(first: str, last: str) -> SlowSeason:
    start, end = YearDay(first), YearDay(last)
    return SlowSeason(id="s", first=start, last=end, effect=SeasonEffect.THIN, say="Thin.", sources=("a",))


def test_a_season_over_new_year_is_running_in_january() -> None:
    days = season_around(season("12-20", "01-06"), date(2027, 1, 3), TOLD)
    assert days == DateRange(date(2026, 12, 20), date(2027, 1, 6))


def test_a_season_that_has_passed_comes_again_next_year() -> None:
    days = season_around(season("07-15", "08-20"), date(2026, 11, 24), TOLD)
    assert days == DateRange(date(2027, 7, 15), date(2027, 8, 20))


def test_an_unknown_movable_day_gives_no_season() -> None:
    assert season_around(season("ramadan", "ramadan"), date(2026, 11, 24), {}) is None


def test_a_greeting_over_new_year_is_said_on_both_sides() -> None:
    first, last = YearDay("12-26"), YearDay("01-10")
    assert covers(first, last, date(2026, 12, 27), TOLD)
    assert covers(first, last, date(2027, 1, 10), TOLD)
    assert not covers(first, last, date(2027, 1, 11), TOLD)
