"""What a day of only some regions, or of one city, makes of a place: by the share of people who have it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from clientbridge.adapters.days.holiday_library import subdivisions
from clientbridge.adapters.days.known_days import known_days
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import country_codes, place_of
from clientbridge.adapters.days.regions.regional_days import HARDLY_REGIONAL, has_regional_days
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.day import Day, DayStatus, ReasonKind
from clientbridge.core.days.day_status import assess_day, hours_on
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import Schedule

REGIONAL = ReasonKind.REGION_DEPENDENT


def assessed(place: Place, on: str) -> Day:
    day = date.fromisoformat(on)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    return assess_day(calendar_for(place, day, day, NO_CACHE), schedule, day)


@pytest.mark.parametrize(
    ("country", "on", "status", "why"),
    [
        ("BR", "2026-08-11", "working", "Santa Catarina has a twenty-fifth of the people"),
        ("BR", "2027-04-23", "working", "Rio de Janeiro has a twelfth"),
        ("BR", "2027-07-09", "likely_closed", "São Paulo has a fifth"),
        ("DE", "2027-03-08", "working", "Berlin and Mecklenburg-Vorpommern"),
        ("DE", "2027-01-06", "likely_closed", "a third of Germany"),
        ("DE", "2027-11-01", "likely_closed", "more than half of Germany"),
        ("GB", "2026-11-30", "working", "Scotland"),
        ("GB", "2027-07-12", "working", "Northern Ireland"),
        ("GB", "2027-03-29", "likely_closed", "all but Scotland"),
        ("GB", "2027-12-27", "closed", "all four nations"),
        ("CH", "2027-03-19", "working", "St Joseph: a few cantons"),
        ("CH", "2027-03-26", "likely_closed", "all but Ticino and Valais"),
        ("ES", "2027-03-25", "likely_closed", "most communities, not Catalonia"),
        ("AU", "2027-06-14", "likely_closed", "the King's birthday in most states"),
        ("IN", "2026-11-27", "working", "Kanakadasa Jayanti in Karnataka alone"),
        ("IN", "2026-12-25", "closed", "the central list"),
        ("IN", "2027-06-30", "working", "Mizoram"),
        ("MY", "2027-06-08", "likely_closed", "a substitute where Sunday is the day of rest"),
        ("FR", "2027-03-26", "working", "Alsace and Moselle"),
        ("AD", "2027-03-14", "closed", "Constitution Day, on a Sunday"),
    ],
)
def test_a_day_of_only_some_regions_is_weighed(country: str, on: str, status: str, why: str) -> None:
    assert assessed(Place(country), on).status.value == status, why


@pytest.mark.parametrize(
    ("country", "region", "on", "status"),
    [
        # their own city's day; the region, of which the city is not known; another city of it
        ("CH", "Zurich", "2026-09-14", "reduced"),
        ("CH", "CH-ZH", "2026-09-14", "likely_closed"),
        ("CH", "Winterthur", "2026-09-14", "working"),
        ("CH", "Zurich", "2027-04-19", "reduced"),
        ("ES", "Madrid", "2026-05-15", "closed"),
        ("ES", "ES-MD", "2026-05-15", "likely_closed"),
        ("ES", "Madrid", "2026-11-09", "closed"),
        ("ES", "Barcelona", "2026-09-24", "closed"),
        ("ES", "Barcelona", "2026-05-25", "closed"),
        ("ES", "ES-CT", "2026-09-24", "likely_closed"),
        ("ES", "Girona", "2026-09-24", "working"),
        ("ES", "Valencia", "2026-01-22", "closed"),
        ("ES", "Sevilla", "2026-04-22", "closed"),
        ("ES", "Málaga", "2026-04-22", "working"),
        ("BR", "Rio de Janeiro", "2026-01-20", "closed"),
        ("BR", "BR-RJ", "2026-01-20", "likely_closed"),
        ("BR", "Niterói", "2026-01-20", "working"),
        ("BR", "São Paulo", "2027-01-25", "closed"),
        ("BR", "Campinas", "2027-01-25", "working"),
        ("DE", "Augsburg", "2028-08-08", "closed"),
        ("DE", "Munich", "2028-08-08", "working"),
        ("DE", "DE-BY", "2028-08-08", "working"),  # one Bavarian in fifty
        ("PH", "Manila", "2026-06-24", "closed"),
        ("PH", "Makati", "2026-06-24", "working"),
        # a region's own days that the package does not know, or has wrong
        ("US", "Hawaii", "2027-03-26", "likely_closed"),
        ("US", "Honolulu", "2026-04-03", "likely_closed"),
        ("IN", "IN-MP", "2026-03-03", "closed"),
        ("IN", "IN-MP", "2026-03-26", "working"),
        ("IN", "IN-KL", "2026-04-09", "closed"),
        # cities of the package itself
        ("NZ", "South Canterbury", "2027-09-27", "closed"),
        ("NZ", "NZ-CAN", "2027-09-27", "working"),
    ],
)
def test_the_days_of_a_city_are_those_of_who_is_there(
    country: str, region: str, on: str, status: str
) -> None:
    assert assessed(place_of(country, region), on).status.value == status


def test_an_afternoon_off_cuts_the_hours_of_the_city_alone() -> None:
    schedule = Schedule(place=Place("CH"), zone=ZoneInfo("UTC"))
    city, canton = (assessed(place_of("CH", name), "2026-09-14") for name in ("Zurich", "CH-ZH"))
    assert hours_on(city, schedule)[-1].end == 12 * 60
    assert hours_on(canton, schedule)[-1].end > 12 * 60
    (reason,) = canton.reasons
    assert (reason.kind, reason.regions) == (REGIONAL, ("Zurich",))


def test_a_list_of_a_state_says_what_is_an_estimate() -> None:
    calendar = calendar_for(Place("IN", "IN-KA"), date(2026, 1, 1), date(2027, 12, 31), NO_CACHE)
    assert list(calendar.notes) == [2027]
    ugadi, statehood = calendar.facts[date(2027, 4, 7)], calendar.facts[date(2027, 11, 1)]
    assert [fact.reason.estimated for fact in (*ugadi, *statehood)] == [True, False]
    assert not any(fact.reason.estimated for fact in calendar.facts[date(2026, 3, 19)])


WITH_REGIONS = tuple(code for code in country_codes() if subdivisions(code))
FIRST, LAST = date(2026, 12, 1), date(2027, 12, 31)


@pytest.mark.parametrize("country", WITH_REGIONS)
def test_what_only_some_regions_keep_counts_for_nobody_as_a_day_off(country: str) -> None:
    """Over a year, in every country with regions: neither counted, nor a reason to be back later."""
    place = Place(country)
    margin = timedelta(days=45)
    calendars = {place: calendar_for(place, FIRST - margin, LAST + margin, NO_CACHE)}
    days = PartyCalendar(schedule=Schedule(place=place, zone=ZoneInfo("UTC")), calendars=calendars)
    for ahead in range((LAST - FIRST).days + 1):
        day = days.day(FIRST + timedelta(days=ahead))
        if {reason.kind for reason in day.reasons} == {REGIONAL}:
            assert days.is_worked(day.date), day
        back = days.worked_after(day.date)
        assert back is not None
        between = range(1, (back - day.date).days)
        for shift in between:
            off = days.day(day.date + timedelta(days=shift))
            assert {reason.kind for reason in off.reasons} - {REGIONAL}, (day.date, off)


def test_working_days_of_india_to_the_end_of_june() -> None:
    """154 weekdays from 26 November 2026 on, less ten of the central list and two kept widely."""
    place = Place("IN")
    calendars = {place: calendar_for(place, date(2026, 11, 1), date(2027, 7, 31), NO_CACHE)}
    days = PartyCalendar(schedule=Schedule(place=place, zone=ZoneInfo("UTC")), calendars=calendars)
    assert days.worked_between(date(2026, 11, 25), date(2027, 6, 29)) == 142


def test_a_day_is_called_what_most_regions_call_it() -> None:
    (reason,) = (one for one in assessed(Place("IN"), "2026-03-03").reasons if one.kind is REGIONAL)
    assert reason.name.startswith("Holi")
    assert reason.name.count(" / ") <= 2
    assert "IN-MH" in reason.regions


def test_the_whole_country_is_closed_where_every_region_is() -> None:
    day = assessed(Place("AU"), "2026-12-28")
    assert (day.status, day.reasons[0].regions) == (DayStatus.CLOSED, ())


def test_where_a_region_is_asked_for_many_regions_have_days_of_their_own() -> None:
    for country in sorted(HARDLY_REGIONAL):
        days = [closing(country, code) for code in (None, *subdivisions(country))]
        assert sum(each != days[0] for each in days) <= 2, country
    regional = [country for country in country_codes() if has_regional_days(country)]
    assert {"AU", "BR", "CA", "CH", "DE", "ES", "GB", "IN"} <= set(regional)
    assert not {"US", "IT", "NL", "JP", *HARDLY_REGIONAL} & set(regional)


def closing(country: str, code: str | None) -> frozenset[date]:
    days = known_days(country, code, 2026, with_local_names=False).days
    return frozenset(day.on for day in days if day.category == "public")
