"""Whose days are asked for, and what decides them."""

from datetime import date
from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.core.days.holiday_report import MARGIN, ReportOptions, holiday_report
from clientbridge.core.days.place import Place
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.workspace.profiles import DateRange
from clientbridge.load.holidays import clients_asked, facts_for, places_asked

MONDAY = date(2026, 11, 23)
WEEK = ReportOptions(days=DateRange(MONDAY, date(2026, 11, 29)), today=MONDAY)


def test_the_clients_of_a_call_with_what_they_observe(tmp_path: Path) -> None:
    acme = "name: Acme KK\ncountry: JP\nobserves: [christmas]\n"
    call = session(make_workspace(tmp_path / "mine", acme=acme, bolt="name: Bolt\ncountry: NO\n"))
    assert [(who.client, who.name, who.observes) for who in clients_asked(call, [])] == [
        ("acme", "Acme KK", ("christmas",)),
        ("bolt", "Bolt", ()),
    ]
    assert [who.client for who in clients_asked(call, ["bolt"])] == ["bolt"]


@pytest.mark.parametrize(
    ("typed", "region", "place", "name", "zone"),
    [
        ("JP", None, Place("JP"), "Japan", "Asia/Tokyo"),
        ("Brazil", None, Place("BR"), "Brazil", "UTC"),
        ("DE-BY", None, Place("DE", "DE-BY"), "Bavaria", "Europe/Berlin"),
        ("DE", "Munich", Place("DE", "DE-BY", "Munich"), "Munich, Bavaria", "Europe/Berlin"),
        ("CH", "zurich", Place("CH", "CH-ZH", "Zurich"), "Zürich", "Europe/Zurich"),
        ("DE-BE", "Bavaria", Place("DE", "DE-BY"), "Bavaria", "Europe/Berlin"),
    ],
)
def test_a_place_as_it_is_typed(typed: str, region: str | None, place: Place, name: str, zone: str) -> None:
    (who,) = places_asked([typed, typed], region)
    assert (who.schedule.place, who.client, who.schedule.zone.key) == (place, None, zone)
    assert who.name.startswith(name) or name in who.name


@pytest.mark.parametrize(
    ("typed", "one"),
    [("JP", True), ("DE", True), ("US", False), ("BR", False), ("US-NY", True), ("AU", False), ("RU", False)],
)
def test_a_country_of_several_zones_is_in_none(typed: str, *, one: bool) -> None:
    assert places_asked([typed])[0].in_one_zone is one


def test_a_place_that_nobody_knows() -> None:
    with pytest.raises(UnknownNameError):
        places_asked(["Nowheria"])


def test_the_calendars_reach_beyond_the_days_that_are_shown(tmp_path: Path, shared_cache: Path) -> None:
    call = session(tmp_path, cache=shared_cache)
    asked = places_asked(["JP"])
    facts = facts_for(call, asked, WEEK)
    known = facts.calendars[Place("JP")].days
    assert known.first <= MONDAY - MARGIN
    assert known.last >= WEEK.days.last + MARGIN
    report = holiday_report(asked, facts.calendars, WEEK, facts.feasts)
    assert [(row.date, row.reasons[0].name) for row in report.days] == [(MONDAY, "Labor Thanksgiving Day")]


def test_days_far_ahead_need_no_calendar_of_today(tmp_path: Path, shared_cache: Path) -> None:
    far = ReportOptions(days=DateRange(date(2035, 6, 1), date(2035, 6, 7)), today=MONDAY)
    facts = facts_for(session(tmp_path, cache=shared_cache), places_asked(["JP"]), far)
    assert facts.calendars[Place("JP")].days.first.year == 2035
