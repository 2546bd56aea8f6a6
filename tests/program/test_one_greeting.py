"""The words of `cb brief` and the greeting of `cb holidays` speak of one feast on every day of a year.

Where one of them is silent, the test says which of a few reasons it has; it reads the two tables itself.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.adapters.culture.country_loader import culture_data_for
from clientbridge.adapters.days.feast_dates import feast_dates_for
from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import zone_for
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.briefing.prepare import BriefInput, PlaceNames, prepare
from clientbridge.core.culture.country import CountryNotes, OccasionGreeting
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.days.greetings import Feast, Feasts, Greeting, GreetingTone
from clientbridge.core.days.holiday_report import (
    MARGIN,
    DayRow,
    ReportOptions,
    Subject,
    holiday_report,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.time.date_rules import FeastDates, span_around
from clientbridge.core.workspace.profiles import Client, DateRange, Me, Schedule
from conftest import IS_LONG

YEAR = DateRange(date(2027, 1, 1), date(2027, 12, 31))
TABLE = feasts(NO_CACHE)
FEASTS = Feasts(TABLE)
BY_ID = {feast.id: feast for feast in TABLE}
OBSERVED = ((), ("christmas", "eid_al_fitr", "diwali", "lunar_new_year"))
NO_FEAST = {"year_end"}
CLIENTS = [
    pytest.param(country, observes, id=f"{country} {'known to keep some' if observes else 'nobody knows'}")
    for number, country in enumerate(codes_with_files(DATA / "countries"))
    for which, observes in enumerate(OBSERVED)
    if IS_LONG or which == number % len(OBSERVED)
]
"""Each country once in the short profile, with and without feasts that the client keeps in turn."""


@cache
def calendar(country: str) -> PlaceCalendar:
    return calendar_for(Place(country), YEAR.first - 2 * MARGIN, YEAR.last + 2 * MARGIN, NO_CACHE)


@cache
def culture_data(country: str) -> CultureData:
    return culture_data_for(you=None, them=country)


def notes_of(country: str) -> CountryNotes:
    notes = culture_data(country).theirs
    assert notes is not None
    return notes


@cache
def dates_of(country: str) -> FeastDates:
    return feast_dates_for(notes_of(country).date_rules, country)


def client_in(country: str, observes: tuple[str, ...]) -> Client:
    schedule = Schedule(place=Place(country), zone=ZoneInfo(zone_for(country, None) or "UTC"))
    return Client(id="acme", name="Acme", schedule=schedule, file="clients/acme.yaml", observes=observes)


def in_holidays(country: str, observes: tuple[str, ...]) -> tuple[DayRow, ...]:
    """Every day of the year, as `cb holidays` says it."""
    schedule = client_in(country, observes).schedule
    asked = Subject(schedule=schedule, client="acme", name="Acme", observes=observes)
    wish = ReportOptions(days=YEAR, today=YEAR.first, every_day=True)
    return holiday_report([asked], {schedule.place: calendar(country)}, wish, TABLE).days


def in_brief(country: str, on: date, observes: tuple[str, ...]) -> tuple[SpokenWords | None, DayRow]:
    """As `cb brief` says it at noon of that day: the words, and the day."""
    client = client_in(country, observes)
    them = client.schedule
    brief = prepare(
        BriefInput(
            now=datetime.combine(on, time(12), them.zone).astimezone(UTC),
            me=Me(name="Lea", schedule=them),
            client=client,
            person=None,
            days=PartyCalendar(schedule=them, calendars={them.place: calendar(country)}),
            names=PlaceNames(country=country),
            culture_data=culture_data(country),
            feast_dates=dates_of(country),
            feasts=FEASTS,
        )
    )
    return brief.greeting, brief.day


def running(country: str, on: date) -> list[OccasionGreeting]:
    """The greetings of the country file whose days include this one."""
    spans = (
        (one, span_around(one.first, one.last, on, dates_of(country))) for one in notes_of(country).greetings
    )
    return [one for one, span in spans if span is not None and span[0] <= on <= span[1]]


def of_day(row: DayRow) -> list[Feast]:
    """The feasts among the reasons of a day, whoever keeps them."""
    named = (FEASTS.named(reason.name, row.country) for reason in row.reasons)
    return [feast for feast in named if feast is not None]


def greeted(row: DayRow, greeting: Greeting) -> Feast:
    """The feast whose line `cb holidays` shows."""
    return next(
        feast
        for feast in of_day(row)
        if (feast.greeted_as, feast.tone, feast.never) == (greeting.feast, greeting.tone, greeting.never)
    )


def said(row: DayRow) -> object:
    """What is said on a day; when it is sent depends on the day on which one asks."""
    return row.greeting and (row.greeting.feast, row.greeting.tone, row.greeting.say, row.greeting.never)


def keeps(feast: Feast, country: str, observes: Sequence[str]) -> bool:
    return feast.id in observes or country in feast.nations


def wrong(country: str, row: DayRow, words: SpokenWords | None, observes: tuple[str, ...]) -> str | None:
    """Why the two answers about a day do not agree; None where they do."""
    feast = None if row.greeting is None else greeted(row, row.greeting)
    solemn = any(one.tone is GreetingTone.SOLEMN for one in of_day(row))
    if words is not None and words.occasion not in NO_FEAST:
        spoken = BY_ID[words.occasion or ""]
        if feast is not None and spoken.id not in {feast.id, feast.eve_of}:
            return f"holidays speaks of {feast.id}, brief of {spoken.id}"
        if spoken.of_one_faith and not keeps(spoken, country, observes):
            return f"neither nation nor client keeps {spoken.id}"
    if solemn and (words is not None or (feast is not None and feast.tone is not GreetingTone.SOLEMN)):
        return "a cheerful word on a solemn day"
    if words is None and feast is not None and not solemn:
        # The brief may be silent: the country has no words for that feast on that day, or not for all.
        lines = [one for one in running(country, row.date) if feast.has_words_of(one.words.occasion)]
        if any(not one.only_to_keepers or feast.id in observes for one in lines):
            return f"brief has words for {feast.id} and does not say them"
    return None


@pytest.mark.parametrize(("country", "observes"), CLIENTS)
def test_brief_and_holidays_speak_of_one_feast(country: str, observes: tuple[str, ...]) -> None:
    different = []
    for row in in_holidays(country, observes):
        if not row.reasons and not running(country, row.date):
            continue
        words, day = in_brief(country, row.date, observes)
        why = wrong(country, row, words, observes)
        if why is not None or said(day) != said(row):
            different.append((row.date, why, words and words.native, day.greeting, row.greeting))
    assert different == []


def test_the_eve_of_a_feast_is_the_eve_of_one_in_the_table() -> None:
    eves = {feast.id: feast.eve_of for feast in TABLE if feast.eve_of is not None}
    assert eves == {
        "christmas_eve": "christmas",
        "new_years_eve": "new_year",
        "seol_eve": "lunar_new_year",
    }
    assert set(eves.values()) <= set(BY_ID)


def test_every_greeting_is_said_on_some_day_of_the_year() -> None:
    """To a client known to keep its feast; a row that no day can reach would be a mistake of ours."""
    unheard = []
    for country in codes_with_files(DATA / "countries"):
        on: dict[OccasionGreeting, list[date]] = {greeting: [] for greeting in notes_of(country).greetings}
        for ahead in range(YEAR.days):
            day = YEAR.first + timedelta(days=ahead)
            for greeting in running(country, day):
                on[greeting].append(day)
        for greeting, days in on.items():
            observes = (greeting.words.occasion or "",)
            if not any(in_brief(country, day, observes)[0] is not None for day in days):
                unheard.append((country, greeting.words.en))
    assert unheard == []
