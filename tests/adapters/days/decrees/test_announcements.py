"""data/announcements.yaml as the calendars use it: moved holidays and what no decree has decided yet."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from clientbridge.adapters.days.decrees.announcements import announcements
from clientbridge.adapters.days.holiday_library import library_year
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import country_codes
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.day import Day, DayStatus, ReasonKind
from clientbridge.core.days.day_status import assess_day
from clientbridge.core.days.decrees.moved_holidays import MoveRow
from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import Schedule


def day(country: str, on: str) -> Day:
    place, then = Place(country), date.fromisoformat(on)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    return assess_day(calendar_for(place, then, then, NO_CACHE), schedule, then)


@pytest.mark.parametrize("row", announcements().moves, ids=lambda row: f"{row.country}-{row.first}")
def test_every_name_that_moves_is_one_of_the_library(row: MoveRow) -> None:
    names = {
        one.name
        for year in range(2025, 2031)
        for one in library_year(row.country, None, year, with_local_names=False).days
    }
    assert row.names - names == frozenset()


def test_every_country_with_a_decree_is_known_and_says_what_is_missing() -> None:
    decrees = announcements().decrees
    assert set(decrees) <= set(country_codes())
    assert all("not announced yet" in row.say for row in decrees.values())


@pytest.mark.parametrize(
    ("country", "on", "why"),
    [
        ("CN", "2027-02-11", "the Thursday after six days off at the Spring Festival"),
        ("CN", "2027-10-07", "the National Day week has seven days"),
        ("VN", "2027-02-12", "the Friday after a week of Tet"),
        ("HU", "2029-03-16", "a Friday after a Thursday"),
        ("LV", "2027-05-03", "a Monday before Tuesday 4 May"),
        ("UZ", "2027-09-02", "two days after Wednesday, freed in 2021"),
        ("BY", "2027-05-10", "the Monday before Radunitsa"),
        ("BG", "2027-05-05", "between Tuesday and Thursday"),
        ("AR", "2027-05-24", "a Monday before Tuesday 25 May"),
        ("TH", "2027-04-05", "a Monday before Tuesday 6 April"),
        ("GE", "2027-01-05", "between New Year and Christmas"),
        ("AM", "2027-09-20", "the Monday before Tuesday 21 September, moved in 2021"),
        ("MD", "2027-08-30", "the Monday before Tuesday 31 August"),
        ("KG", "2027-08-30", "the Monday before Independence Day"),
        ("MM", "2027-03-01", "the Monday before Peasants' Day"),
        ("AR", "2027-11-19", "Saturday 20 November moves to Friday or Monday"),
        ("BD", "2027-03-09", "between the Night of Power and Eid al-Fitr"),
        ("GH", "2027-01-08", "the Friday on which Thursday 7 January is likely kept"),
    ],
)
def test_a_bridge_without_a_decree_is_unknown(country: str, on: str, why: str) -> None:
    found = day(country, on)
    said = announcements().decrees[country].say
    assert said in {reason.name for reason in found.reasons}, why
    assert found.status in {DayStatus.UNKNOWN, DayStatus.LIKELY_CLOSED}, why


def test_a_weekend_that_may_be_worked_stays_off_and_says_so() -> None:
    saturday = day("CN", "2027-02-20")
    assert saturday.status is DayStatus.CLOSED
    assert {reason.kind for reason in saturday.reasons} == {ReasonKind.WEEKEND, ReasonKind.NO_DATA}


@pytest.mark.parametrize(
    ("on", "names"),
    [
        pytest.param("2026-01-09", ("Constitution Day (moved from 2026-01-07)",), id="a Wednesday"),
        pytest.param("2026-07-03", ("Republic Day (moved from 2026-07-01)",), id="another"),
        pytest.param("2025-07-04", ("Republic Day (moved from 2025-07-01)",), id="the first under the law"),
        pytest.param("2025-03-31", ("Public Holiday",), id="one that stands for no moved holiday"),
        pytest.param("2026-01-07", (), id="the old day is worked"),
    ],
)
def test_a_day_that_the_library_adds_has_the_name_of_the_holiday_it_stands_for(
    on: str, names: tuple[str, ...]
) -> None:
    assert tuple(reason.name for reason in day("GH", on).reasons) == names


@pytest.mark.parametrize(
    ("country", "on"), [("CN", "2026-05-08"), ("CN", "2027-03-10"), ("AR", "2027-05-26")]
)
def test_a_year_with_its_decree_and_a_day_that_none_moves_are_plain(country: str, on: str) -> None:
    assert (day(country, on).status, day(country, on).reasons) == (DayStatus.WORKING, ())
