from datetime import date

import pytest

from clientbridge.adapters.days.holiday_library import library_year
from clientbridge.adapters.days.known_days import known_days, rest_day_rules


@pytest.mark.parametrize(
    ("region", "year", "rest_day"),
    [
        ("10", 2027, 6),
        (None, 2027, 6),
        ("02", 2027, 4),
        ("03", 2027, 5),
        ("11", 2027, 5),
        # Johor had its weekend on Friday and Saturday from 2014 to 2024
        ("01", 2013, 6),
        ("01", 2014, 4),
        ("01", 2024, 4),
        ("01", 2025, 6),
    ],
)
def test_the_day_of_rest_that_is_made_up_for(region: str | None, year: int, rest_day: int) -> None:
    assert next(rule.rest_day for rule in rest_day_rules() if rule.fits("MY", region, year)) == rest_day


@pytest.mark.parametrize(
    ("region", "on", "name"),
    [
        # Awal Muharram on Sunday 6 June 2027, the King's birthday on Monday
        ("10", date(2027, 6, 8), "Islamic New Year"),
        ("14", date(2027, 6, 8), "Islamic New Year"),
        ("03", date(2027, 6, 8), None),  # a Sunday is worked in Kelantan
    ],
)
def test_a_substitute_that_the_package_leaves_out(region: str, on: date, name: str | None) -> None:
    found = {day.on: day.name for day in known_days("MY", region, 2027).days}
    assert found.get(on) == name


def test_no_other_country_gets_a_day_more() -> None:
    assert known_days("GB", "ENG", 2027) == library_year("GB", "ENG", 2027)
