"""The yearly rules of some zones, as their governments publish them, and dates counted on a calendar."""

from calendar import monthcalendar
from datetime import date

import pytest
from zones import zone

from clientbridge.core.time.dst_rules import YearlyChange, yearly_changes


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        # month, week (-1 for the last), weekday, minute on the clock as it is before the change:
        # last Sundays of March and October at 01:00Z (Directive 2000/84/EC)
        ("Europe/Brussels", [(3, -1, 6, 2 * 60), (10, -1, 6, 3 * 60)]),
        ("Europe/London", [(3, -1, 6, 60), (10, -1, 6, 2 * 60)]),
        # Energy Policy Act of 2005: second Sunday of March, first of November, at 02:00
        ("America/New_York", [(3, 2, 6, 2 * 60), (11, 1, 6, 2 * 60)]),
        # first Sundays of April and October
        ("Australia/Sydney", [(4, 1, 6, 3 * 60), (10, 1, 6, 2 * 60)]),
        # by half an hour
        ("Australia/Lord_Howe", [(4, 1, 6, 2 * 60), (10, 1, 6, 2 * 60)]),
        # last Sunday of September
        ("Pacific/Auckland", [(4, 1, 6, 3 * 60), (9, -1, 6, 2 * 60)]),
        ("Asia/Tokyo", []),
        ("Asia/Kolkata", []),
    ],
)
def test_rules_of_zones(name: str, rules: list[tuple[int, int, int, int]]) -> None:
    found = yearly_changes(zone(name), 2026, 2030)
    assert found is not None
    assert [(one.month, one.week, one.weekday, one.clock_minute) for one in found] == rules


def test_offsets_and_the_first_date_of_a_rule() -> None:
    summer, winter = yearly_changes(zone("America/New_York"), 2027, 2028) or ()
    assert (summer.offset_before, summer.offset_after, summer.first) == (-300, -240, date(2027, 3, 14))
    assert (winter.offset_before, winter.offset_after, winter.first) == (-240, -300, date(2027, 11, 7))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        # Morocco goes by Ramadan; its changes fall on other dates each year
        ("Africa/Casablanca", 2026, 2029),
        # Chile changes on the first Sundays from the 2nd on: the second Sunday in April 2029
        ("America/Santiago", 2026, 2029),
        # Brazil had rules up to 2019: one change in that year, none after
        ("America/Sao_Paulo", 2018, 2019),
        # Mexico stopped in 2022
        ("America/Mexico_City", 2021, 2023),
        # the United States moved both dates in 2007
        ("America/New_York", 2006, 2007),
    ],
)
def test_no_rule_where_the_years_differ(name: str, first: int, last: int) -> None:
    assert yearly_changes(zone(name), first, last) is None


def test_a_single_year_has_a_rule_of_its_own() -> None:
    assert yearly_changes(zone("America/New_York"), 2006, 2006) != yearly_changes(
        zone("America/New_York"), 2007, 2007
    )
    assert yearly_changes(zone("America/Sao_Paulo"), 2020, 2026) == ()


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("weekday", [0, 3, 6])
@pytest.mark.parametrize("week", [1, 2, 4, -1])
def test_the_date_in_a_year_is_what_a_printed_calendar_shows(month: int, weekday: int, week: int) -> None:
    rule = YearlyChange(
        month=month,
        week=week,
        weekday=weekday,
        clock_minute=120,
        offset_before=0,
        offset_after=60,
        first=date(2026, 1, 1),
    )
    for year in (2026, 2027, 2028):
        days = [row[weekday] for row in monthcalendar(year, month) if row[weekday]]
        assert rule.date_in(year) == date(year, month, days[week if week < 0 else week - 1])
