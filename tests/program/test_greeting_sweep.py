"""What is said on every holiday of every country, for a client of whom nothing is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import country_codes, zone_for
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.greetings import Greeting, GreetingTone
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
FEASTS = feasts(NO_CACHE)


@dataclass(frozen=True, kw_only=True)
class Said:
    """A day, and what is said on it."""

    row: DayRow
    greeting: Greeting
    say: str

    @property
    def names(self) -> list[str]:
        return [reason.name for reason in self.row.reasons]


def days_of(country: str) -> PartyCalendar:
    schedule = Schedule(place=Place(country), zone=ZoneInfo(zone_for(country, None) or "UTC"))
    calendar = calendar_for(Place(country), TODAY - MARGIN, YEAR.last + MARGIN, NO_CACHE)
    return PartyCalendar(schedule=schedule, calendars={schedule.place: calendar})


def rows(days: PartyCalendar, country: str) -> tuple[DayRow, ...]:
    asked = Subject(schedule=days.schedule, name=country, in_one_zone=zone_for(country, None) is not None)
    wish = ReportOptions(days=YEAR, today=TODAY)
    return holiday_report([asked], days.calendars, wish, FEASTS).days


@pytest.mark.parametrize("country", country_codes())
def test_what_is_said_there_is_right(country: str) -> None:
    days = days_of(country)
    said = [
        Said(row=row, greeting=row.greeting, say=row.greeting.say)
        for row in rows(days, country)
        if row.greeting is not None and row.greeting.say is not None
    ]
    assert [(one.row.date, one.names, one.say) for one in said if is_cheerful_on_a_day_of_the_dead(one)] == []
    not_sent_before = [one.row.date for one in said if not is_sent_on_a_worked_day_before(one, days)]
    assert not_sent_before == []
    has_one_zone = zone_for(country, None) is not None
    assert has_one_zone or [one.row.date for one in said if one.greeting.send_at is not None] == []
    assert [feast for feast, wishes in wishes_by_feast(said).items() if len(wishes) > 1] == []
    assert [one.row.date for one in said if "long weekend" in one.say and not is_in_a_long_weekend(one)] == []


def is_cheerful_on_a_day_of_the_dead(said: Said) -> bool:
    is_solemn = any(word in name.casefold() for name in said.names for word in SOLEMN_WORDS)
    return is_solemn and any(cheer in said.say.casefold() for cheer in CHEER)


def is_sent_on_a_worked_day_before(said: Said, days: PartyCalendar) -> bool:
    greeting = said.greeting
    if greeting.tone is GreetingTone.SOLEMN:
        return True
    if greeting.send_on is None or greeting.first is None:
        return False
    is_worked = days.day(greeting.send_on).status is not DayStatus.CLOSED
    return TODAY <= greeting.send_on < greeting.first and is_worked


def wishes_by_feast(said: Iterable[Said]) -> Mapping[object, set[tuple[str, date | None]]]:
    """One wish and one day to send it on all days of a feast, its eve included.

    Only a long weekend may be worded by its day.
    """
    sent: dict[object, set[tuple[str, date | None]]] = {}
    for one in said:
        if "long weekend" not in one.say and "day off" not in one.say:
            feast = one.greeting.feast, one.greeting.first
            sent.setdefault(feast, set()).add((one.say, one.greeting.send_on))
    return sent


def is_in_a_long_weekend(said: Said) -> bool:
    around = said.row.break_
    return around is not None and around.to - around.from_ >= timedelta(days=2)
