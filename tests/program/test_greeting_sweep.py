"""What is said on every holiday of every country, for a client of whom nothing is known."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import country_codes, zone_for
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.greetings import GreetingTone
from clientbridge.core.days.holiday_report import MARGIN, DayRow, ReportOptions, Subject, holiday_report
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import DateRange, Schedule

YEAR = DateRange(date(2026, 12, 1), date(2027, 12, 31))
TODAY = date(2026, 11, 23)
SOLEMN_WORDS = (
    *("remembrance", "memorial", "martyr", "mourning", "genocide", "death"),
    *("assassination", "fallen", "victims", "execution", "tragedy"),
)
CHEER = ("happy", "merry", "enjoy", "mubarak", "good holiday")
COUNTRIES = country_codes()


def days_of(country: str) -> PartyCalendar:
    schedule = Schedule(place=Place(country), zone=ZoneInfo(zone_for(country, None) or "UTC"))
    calendar = calendar_for(Place(country), TODAY - MARGIN, YEAR.last + MARGIN, NO_CACHE)
    return PartyCalendar(schedule=schedule, calendars={schedule.place: calendar})


@cache
def rows(country: str) -> tuple[DayRow, ...]:
    days = days_of(country)
    asked = Subject(schedule=days.schedule, name=country, in_one_zone=zone_for(country, None) is not None)
    wish = ReportOptions(days=YEAR, today=TODAY)
    return holiday_report([asked], days.calendars, wish, feasts(NO_CACHE)).days


def greeted(country: str) -> Iterator[tuple[DayRow, str]]:
    for row in rows(country):
        if row.greeting is not None and row.greeting.say is not None:
            yield row, row.greeting.say


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_cheerful_word_on_a_day_of_the_dead(country: str) -> None:
    wrong = [
        (row.date, [reason.name for reason in row.reasons], say)
        for row, say in greeted(country)
        if any(word in reason.name.casefold() for reason in row.reasons for word in SOLEMN_WORDS)
        and any(cheer in say.casefold() for cheer in CHEER)
    ]
    assert wrong == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_greeting_is_sent_on_a_worked_day_before_its_feast(country: str) -> None:
    days = days_of(country)
    wrong = [
        (row.date, row.greeting.name, row.greeting.send_on)
        for row, _ in greeted(country)
        if row.greeting is not None
        and row.greeting.tone is not GreetingTone.SOLEMN
        and (
            row.greeting.send_on is None
            or row.greeting.first is None
            or not TODAY <= row.greeting.send_on < row.greeting.first
            or days.day(row.greeting.send_on).status is DayStatus.CLOSED
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_of_several_zones_has_no_one_instant(country: str) -> None:
    one_zone = zone_for(country, None) is not None
    for row, _ in greeted(country):
        assert row.greeting is not None
        assert one_zone or row.greeting.send_at is None, row.date


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_feast_has_one_wish_and_one_day_to_send_it(country: str) -> None:
    """On all of its days, its eve included; only a long weekend may be worded by its day."""
    sent: dict[tuple[str, date | None], set[tuple[str, date | None]]] = {}
    for row, say in greeted(country):
        greeting = row.greeting
        if greeting is not None and "long weekend" not in say and "day off" not in say:
            sent.setdefault((greeting.feast, greeting.first), set()).add((say, greeting.send_on))
    assert {feast: wishes for feast, wishes in sent.items() if len(wishes) > 1} == {}


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_long_weekend_is_one(country: str) -> None:
    wrong = [
        row.date
        for row, say in greeted(country)
        if "long weekend" in say
        and (row.break_ is None or row.break_.to - row.break_.from_ < timedelta(days=2))
    ]
    assert wrong == []
