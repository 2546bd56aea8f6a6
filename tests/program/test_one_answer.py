"""Every command gives one answer about a day: its status, its name and its hours.

Each command is asked through the functions that it uses itself; no answer is computed once for all of them.
"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TypedDict
from zoneinfo import ZoneInfo

import pytest
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.adapters.culture.country_loader import culture_data_for
from clientbridge.adapters.days.day_tables import season_ids, seasons_in
from clientbridge.adapters.days.feast_dates import feast_dates_for
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import country_codes, zone_for, zones
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.briefing.prepare import BriefInput, PlaceNames, prepare
from clientbridge.core.culture.country import SeasonEffect
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.seasons import SeasonOfYear, seasons_of
from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.holiday_report import MARGIN, ReportOptions, Subject, holiday_report
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.relationship.client_clock import day_at_client
from clientbridge.core.time.date_rules import FeastDates
from clientbridge.core.time.intervals import local_midnight
from clientbridge.core.workspace.profiles import Client, DateRange, Me, Schedule
from conftest import IS_LONG, Run

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
DAYS = [FIRST + timedelta(days=ahead) for ahead in range((LAST - FIRST).days + 1)]
NOTED = codes_with_files(DATA / "countries")
PLACES = country_codes() if IS_LONG else (*NOTED, "QA", "MA", "MV", "JO", "AF", "MR")
DRAWN = 3
"""Dates of each place besides its seasons, in the short profile."""

WHOLE_DAY = (local_midnight(FIRST), local_midnight(FIRST + timedelta(days=1)))

Said = tuple[DayStatus, frozenset[str], str | None]
"""Status, names of the reasons but those of weekends, and hours as profiles write them."""


@cache
def calendar(country: str) -> PlaceCalendar:
    return calendar_for(Place(country), FIRST - 2 * MARGIN, LAST + 2 * MARGIN, NO_CACHE)


@cache
def culture_data(country: str) -> CultureData:
    return culture_data_for(you=None, them=country)


@cache
def feasts(country: str) -> FeastDates:
    notes = culture_data(country).theirs
    return feast_dates_for(() if notes is None else notes.date_rules, country)


def schedule(country: str) -> Schedule:
    return Schedule(place=Place(country), zone=ZoneInfo(zone_for(country, None) or "UTC"))


def dates(country: str) -> list[date]:
    """All dates; in the short profile the ends of every season, what is beside them, and some others."""
    if IS_LONG:
        return DAYS
    seasons = calendar(country).seasons
    edges = {
        day + timedelta(days=by)
        for one in seasons
        for day in (one.days.first, one.days.last)
        for by in (-1, 0, 1)
    }
    drawn = DAYS[sum(map(ord, country)) % 97 :: len(DAYS) // DRAWN]
    return sorted(day for day in {*edges, *drawn} if FIRST <= day <= LAST)


def in_brief(country: str, on: date) -> Said:
    """As `cb brief` says it at noon of that day."""
    them = schedule(country)
    now = datetime.combine(on, time(12), them.zone).astimezone(UTC)
    call = BriefInput(
        now=now,
        me=Me(name="Lea", schedule=replace(them, zone=ZoneInfo("UTC"))),
        client=Client(id="acme", name="Acme", schedule=them, file="clients/acme.yaml"),
        person=None,
        days=PartyCalendar(schedule=them, calendars={them.place: calendar(country)}),
        names=PlaceNames(country=country),
        culture_data=culture_data(country),
        feast_dates=feasts(country),
    )
    day = prepare(call).day
    named = (reason.name for reason in day.reasons if reason.kind is not ReasonKind.WEEKEND)
    return day.status, frozenset(named), day.hours


def in_holidays(country: str, within: DateRange) -> dict[date, Said]:
    """As `cb holidays --on` says it."""
    them = schedule(country)
    wish = ReportOptions(days=within, today=within.first, every_day=True)
    report = holiday_report([Subject(schedule=them, name=country)], {them.place: calendar(country)}, wish)
    return {
        row.date: (
            row.status,
            frozenset(reason.name for reason in row.reasons if reason.kind is not ReasonKind.WEEKEND),
            row.hours,
        )
        for row in report.days
    }


def in_meet(country: str, within: DateRange) -> dict[date, Said]:
    """As the search of `cb meet` lays it on the clock."""
    them = schedule(country)
    range_ = (local_midnight(within.first), local_midnight(within.last + timedelta(days=1)))
    days = Almanac({them.place: calendar(country)}, range_).days(them)
    found = {}
    for ahead in range(within.days):
        on = within.first + timedelta(days=ahead)
        meaning = days.meaning_on(on)
        named = (reason.name for reason in meaning.reasons if reason.kind is not ReasonKind.WEEKEND)
        found[on] = (meaning.status, frozenset(named), ", ".join(map(str, meaning.hours)) or None)
    return found


def in_today(country: str, on: date) -> tuple[DayStatus, frozenset[str]]:
    """As the clock of `cb today` says it."""
    them = schedule(country)
    now = datetime.combine(on, time(12), them.zone).astimezone(UTC)
    days = PartyCalendar(schedule=them, calendars={them.place: calendar(country)})
    said = day_at_client("acme", "Acme", days, now)
    return said.day, frozenset(said.reasons) - {"Weekend"}


def in_culture(country: str, on: date) -> tuple[SeasonOfYear, ...]:
    """The seasons that `cb culture` shows on that day."""
    return seasons_of(culture_data(country).theirs, on, feasts(country))


@pytest.mark.parametrize("country", PLACES)
def test_brief_holidays_meet_and_today_agree_on_every_day(country: str) -> None:
    asked = dates(country)
    within = DateRange(FIRST, LAST)
    holidays, meet = in_holidays(country, within), in_meet(country, within)
    different = []
    for on in asked:
        brief, today = in_brief(country, on), in_today(country, on)
        status, names, hours = holidays[on]
        # `cb holidays` shows hours only where they are not the usual ones, `cb today` none at all.
        answers = {brief, meet[on], (status, names, hours or brief[2])}
        if len(answers) > 1 or today != (status, names):
            different.append((on, brief, meet[on], holidays[on], today))
    assert different == []


@pytest.mark.parametrize("country", NOTED)
def test_a_season_that_culture_shows_does_to_a_day_what_every_command_says(country: str) -> None:
    """Many offices close: then no day of it is an ordinary one; and no season has an effect unseen."""
    notes = culture_data(country).theirs
    assert notes is not None
    by_id = {season.id: season for season in notes.slow_seasons}
    meet = in_meet(country, DateRange(FIRST, LAST))
    wrong = []
    for on in dates(country):
        running = [
            one for one in in_culture(country, on) if one.first and one.last and one.first <= on <= one.last
        ]
        expected = {by_id[one.id].name for one in running if by_id[one.id].day is not None}
        named = {one.name for one in calendar(country).seasons_on(on) if one.status is not None}
        status, names, _ = meet[on]
        closing = any(one.effect is SeasonEffect.CLOSED for one in running)
        if named != expected or not expected <= names or (closing and not names):
            wrong.append((on, sorted(map(str, expected)), sorted(named), status, sorted(names)))
    assert wrong == []


@pytest.mark.parametrize("country", NOTED)
def test_the_office_hours_that_culture_shows_are_those_of_an_ordinary_day(country: str) -> None:
    notes = culture_data(country).theirs
    assert notes is not None
    meet = in_meet(country, DateRange(FIRST, FIRST + timedelta(days=60)))
    ordinary = [hours for status, names, hours in meet.values() if status is DayStatus.WORKING and not names]
    assert set(ordinary) == {notes.office_hours or "09:00-17:00"}


@pytest.mark.parametrize("country", NOTED)
def test_the_lunch_that_culture_shows_is_the_one_that_costs_a_meeting(country: str) -> None:
    notes = culture_data(country).theirs
    assert notes is not None
    days = Almanac({Place(country): calendar(country)}, WHOLE_DAY).days(schedule(country))
    assert str(days.meaning_on(FIRST).lunch) == (notes.lunch_hours or "12:00-13:00")


def test_a_country_with_notes_has_no_season_of_its_own_in_the_table() -> None:
    twice = {
        (code, row.id)
        for code in NOTED
        for row in seasons_in(code)
        if not row.everywhere and row.status is not None
    }
    assert twice == set()
    assert {"ramadan", "year_end", "easter_week"} <= season_ids()


def _season_days() -> list[tuple[str, date]]:
    """A day in the middle of every season that changes days, from December 2026 to December 2027."""
    days = []
    for country in NOTED:
        for season in calendar(country).seasons:
            middle = season.days.first + (season.days.last - season.days.first) // 2
            if season.status is not None and date(2026, 12, 1) <= middle <= date(2027, 12, 31):
                days.append((country, middle))
    return days


ROWS = _season_days()


class SaidReason(TypedDict):
    kind: str
    name: str


class SaidDay(TypedDict):
    status: str
    reasons: list[SaidReason]
    hours: str | None


class Brief(TypedDict):
    day: SaidDay


class Holidays(TypedDict):
    days: list[SaidDay]


class SaidClock(TypedDict):
    day: str
    reasons: list[str]


class Today(TypedDict):
    clocks: list[SaidClock]


class SaidSeason(TypedDict):
    id: str
    first: str
    last: str


class Culture(TypedDict):
    seasons: list[SaidSeason]
    office_hours: str | None


class SaidParty(TypedDict):
    notes: list[str]


class SaidSlot(TypedDict):
    parties: list[SaidParty]


class Meeting(TypedDict):
    slot: SaidSlot


@pytest.mark.parametrize(("country", "on"), ROWS, ids=[f"{country}-{on}" for country, on in ROWS])
def test_the_commands_print_the_same_day_of_every_season(
    run: Run, tmp_path: Path, country: str, on: date
) -> None:
    zone = zone_for(country, None) or zones(country)[0]
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text('name: Lea\ncountry: BE\nhours: "00:00-24:00"\n', encoding="utf-8")
    (tmp_path / "clients" / "acme.yaml").write_text(
        f'name: Acme\ncountry: "{country}"\ntimezone: {zone}\n', encoding="utf-8"
    )
    noon = datetime.combine(on, time(12), ZoneInfo(zone)).astimezone(UTC)

    def said(*words: str) -> str:
        return run(*words, "--json", folder=tmp_path, now=noon).out

    brief: Brief = json.loads(said("brief", "acme"))
    holidays: Holidays = json.loads(said("holidays", "acme", "--on", on.isoformat()))
    today: Today = json.loads(said("today"))
    culture: Culture = json.loads(said("culture", country))
    meeting: Meeting = json.loads(
        said("meet", "acme", "--at", f"{on} 13:00", "--zone", zone, "--duration", "15m")
    )

    day, row, clock = brief["day"], holidays["days"][0], today["clocks"][0]
    assert (row["status"], row["reasons"]) == (day["status"], day["reasons"])
    assert row["hours"] in {None, day["hours"]}
    named = [reason["name"] for reason in day["reasons"] if reason["kind"] != ReasonKind.WEEKEND]
    assert (clock["day"], clock["reasons"]) == (day["status"], named)
    if day["status"] == DayStatus.LIKELY_CLOSED:
        assert any(
            note.startswith("likely closed: ") and named[0] in note
            for note in meeting["slot"]["parties"][1]["notes"]
        )
    if day["status"] == DayStatus.WORKING:
        assert day["hours"] == (culture["office_hours"] or "09:00-17:00")
    expected = {one.id for one in calendar(country).seasons_on(on) if one.name in named}
    assert expected
    assert expected <= {
        one["id"]
        for one in culture["seasons"]
        if date.fromisoformat(one["first"]) <= on <= date.fromisoformat(one["last"])
    }


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2027-07-09", "in office hours there: write or call (Constitutionalist Revolution in some parts)"),
        ("2027-08-11", "in office hours there: write or call"),  # the day of Santa Catarina alone
    ],
)
def test_today_tells_the_feast_of_some_regions_as_theirs(
    run: Run, tmp_path: Path, on: str, said: str
) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    zone = "America/Sao_Paulo"
    (tmp_path / "clients" / "rio.yaml").write_text(
        f"name: Rio\ncountry: BR\ntimezone: {zone}\n", encoding="utf-8"
    )
    noon = datetime.combine(date.fromisoformat(on), time(11), ZoneInfo(zone)).astimezone(UTC)
    shown = run("today", "--plain", folder=tmp_path, now=noon).out
    assert f"rio, São Paulo, {noon:%a} 11:00, {said}\n" in shown
