from datetime import date

import pytest

from clientbridge.adapters.days.places import parts_of, region_codes
from clientbridge.adapters.days.regions.local_days import LocalDay, local_days
from clientbridge.adapters.days.regions.population import share_of_region
from clientbridge.core.days.day import DayStatus
from clientbridge.core.time.date_rules import is_date_rule


def day_named(name: str, city: str | None, on: str | None = None) -> LocalDay:
    found = (day for day in local_days() if (day.name, day.city) == (name, city) and on in {None, day.on})
    return next(found)


@pytest.mark.parametrize("day", local_days(), ids=lambda day: f"{day.region}-{day.city}-{day.on}")
def test_a_row_has_a_place_a_rule_and_a_page_that_proves_it(day: LocalDay) -> None:
    country, _, bare = day.region.partition("-")
    assert day.region in region_codes(country)
    assert is_date_rule(day.on)
    assert day.source.partition("://")[2].strip("/").count("/") >= 1, "a front page proves nothing"
    assert (day.cut is not None) is (day.status is DayStatus.REDUCED)
    if day.city is not None:
        assert parts_of(country).within[day.city] == bare, "or nobody can have it as a region"
        assert 0 <= share_of_region(day.region, day.city) < 1, "none where its people are not counted"


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        # the third Monday of April, but for Easter; the Monday after the second Saturday
        ("Sechseläuten", ["2026-04-20", "2027-04-19", "2028-04-24"]),
        ("Knabenschiessen", ["2026-09-14", "2027-09-13", "2028-09-11"]),
    ],
)
def test_the_two_afternoons_of_zurich(name: str, dates: list[str]) -> None:
    rows = [day for day in local_days() if day.name == name]
    found = [on for year in (2026, 2027, 2028) for row in rows for on in row.dates_in(year, {})]
    assert [on.isoformat() for on in found] == dates


@pytest.mark.parametrize(("year", "estimated"), [(2025, False), (2026, False), (2027, True), (2028, True)])
def test_a_city_that_sets_its_days_each_year_has_estimates_after_the_last(
    year: int, *, estimated: bool
) -> None:
    assert day_named("Saint Isidore's Day", "Madrid").is_estimated_in(year) is estimated
    assert not day_named("Augsburg Peace Festival", "Augsburg").is_estimated_in(year), "a law"


def test_the_second_monday_after_easter_in_valencia() -> None:
    ferrer = day_named("Saint Vincent Ferrer", "Valencia")
    assert list(ferrer.dates_in(2026, {})) == [date(2026, 4, 13)]
    assert list(ferrer.dates_in(2025, {})) == [date(2025, 4, 28)]
