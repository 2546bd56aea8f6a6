"""Days of Indian states by their own lists: announced for one year, by rule in the others."""

from datetime import date

import pytest

from clientbridge.adapters.data_files import data_folder, read_mapping
from clientbridge.adapters.days.regions.lists import (
    LIST_TABLE,
    LISTING_COUNTRIES,
    ListedDay,
    RegionList,
    missing_list,
    region_list,
)
from clientbridge.adapters.days.regions.regional_days import named_days
from clientbridge.core.time.date_rules import dates_of

STATES = tuple(read_mapping(LIST_TABLE).fields)


def test_a_region_without_a_list_of_its_own() -> None:
    assert region_list(None) is None
    assert region_list("IN-DL") is None
    assert region_list("DE-BY") is None


@pytest.mark.parametrize(
    ("region", "year", "said"),
    [
        ("IN-KA", 2026, None),
        ("IN-KA", 2027, "the state's list of 2027 is not known here; its days follow the list of 2026"),
        ("IN-GJ", 2026, "the state's own list of 2026 is not known here in full"),
        ("IN-MZ", 2027, "the state's own list of 2027 is not known here in full"),
        # elsewhere a region has the country's days and those the holidays package gives to it
        ("DE-BY", 2027, None),
        (None, 2027, None),
    ],
)
def test_a_list_that_is_not_known_is_said(region: str | None, year: int, said: str | None) -> None:
    assert missing_list(region, year) == said


def test_the_countries_of_lists_are_those_of_the_table() -> None:
    assert {state.partition("-")[0] for state in STATES} == LISTING_COUNTRIES


OWN = RegionList(
    year=2026,
    source="https://example.com/list",
    days=(
        ListedDay(name="Announced", on=date(2026, 1, 15), rule="day:Sankranti"),
        ListedDay(name="Fixed", on=date(2026, 5, 1), rule="05-01"),
        ListedDay(name="On a Sunday", on=None, rule="11-01"),
        ListedDay(name="Once", on=date(2026, 4, 9), rule=None),
    ),
)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # the list is the truth of its year, whatever the rules say, and nothing in it is an estimate
        (2026, [("Announced", "01-15", False), ("Fixed", "05-01", False), ("Once", "04-09", False)]),
        # what follows an almanac is an estimate in another year; what happened once does not come again
        (2027, [("Announced", "01-16", True), ("Fixed", "05-01", False), ("On a Sunday", "11-01", False)]),
        (2028, [("Fixed", "05-01", False), ("On a Sunday", "11-01", False)]),
    ],
)
def test_the_dates_of_a_year(year: int, expected: list[tuple[str, str, bool]]) -> None:
    feasts = {"day:Sankranti": (date(2026, 1, 14), date(2027, 1, 16))}
    found = [(day.name, f"{on:%m-%d}", estimated) for on, day, estimated in OWN.dates_in(year, feasts)]
    assert found == expected


@pytest.mark.parametrize("state", STATES)
def test_every_rule_of_a_list_has_a_date_near_the_announced_one(state: str) -> None:
    """A moon sighting, or another almanac, is a day or two; a misspelt feast would be none at all."""
    known = region_list(state)
    assert known is not None
    feasts = named_days("IN", state.removeprefix("IN-"), known.year)
    for day in known.days:
        if day.rule is None:
            assert day.on is not None, day
            continue
        dates = dates_of(day.rule, known.year, feasts)
        assert len(dates) == 1, day
        assert day.on is None or abs((dates[0] - day.on).days) <= MOST_APART, (day, dates)


MOST_APART = 7
"""Varalakshmi Vratam is the Friday before the full moon or the one on it."""


@pytest.mark.parametrize("state", STATES)
def test_a_list_names_its_year_and_the_page_that_has_it(state: str) -> None:
    known = region_list(state)
    assert known is not None
    assert known.source.startswith("https://")
    assert known.source.removeprefix("https://").strip("/").count("/") >= 1, "a front page proves nothing"
    assert all(day.on is None or day.on.year == known.year for day in known.days)
    assert len({(day.on, day.name) for day in known.days}) == len(known.days) > 15


def test_the_table_says_when_it_was_read() -> None:
    text = (data_folder() / LIST_TABLE).read_text(encoding="utf-8")
    assert text.count("source:") == text.count("checked:") == len(STATES)
