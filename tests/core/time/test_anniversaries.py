from datetime import date

import pytest

from clientbridge.core.time.anniversaries import MonthDay, in_year, nearest_to, next_on

LEAP_DAY = (2, 29)


@pytest.mark.parametrize(
    ("month_day", "year", "on"),
    [
        ((5, 17), 2026, date(2026, 5, 17)),
        (LEAP_DAY, 2028, date(2028, 2, 29)),
        (LEAP_DAY, 2027, date(2027, 2, 28)),
        (LEAP_DAY, 2100, date(2100, 2, 28)),
    ],
)
def test_the_date_in_a_year(month_day: MonthDay, year: int, on: date) -> None:
    assert in_year(month_day, year) == on


@pytest.mark.parametrize(
    ("today", "on"),
    [
        (date(2026, 5, 16), date(2026, 5, 17)),
        (date(2026, 5, 17), date(2026, 5, 17)),
        (date(2026, 5, 18), date(2027, 5, 17)),
    ],
)
def test_the_next_one_may_be_today(today: date, on: date) -> None:
    assert next_on((5, 17), today) == on


def test_the_next_leap_day_of_a_common_year_is_the_28th() -> None:
    assert next_on(LEAP_DAY, date(2027, 2, 28)) == date(2027, 2, 28)
    assert next_on(LEAP_DAY, date(2027, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("month_day", "today", "on"),
    [
        ((12, 30), date(2027, 1, 2), date(2026, 12, 30)),
        ((1, 2), date(2026, 12, 30), date(2027, 1, 2)),
        ((6, 1), date(2026, 6, 1), date(2026, 6, 1)),
        ((1, 1), date(2026, 7, 2), date(2026, 1, 1)),
        ((1, 1), date(2026, 7, 3), date(2027, 1, 1)),
    ],
)
def test_the_nearest_one_may_be_past(month_day: MonthDay, today: date, on: date) -> None:
    assert nearest_to(month_day, today) == on
