"""Where and when a party works, from what its file gives and what it inherits."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.adapters.days import places
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.reading import Given, Key
from clientbridge.core.days.place import Place
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.spelling import listed
from clientbridge.core.workspace.profiles import DaysOff, Schedule, SeasonHours, Travel, Weight

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from clientbridge.adapters.workspace.profiles.kinds.calendars import WrittenCalendar


def schedule_of(
    given: Given,
    *,
    whose: str,
    inherited: Schedule | None = None,
    calendars: "Key[tuple[WrittenCalendar, ...]]" = schema.CALENDAR_KEY,
) -> Schedule | None:
    """The schedule of you, a client or a person; None, with the problems reported, without place or zone.

    A person takes over what the file does not say of them; in another country or region than the client's the
    zone is that place's own.
    """
    place = _place(given, inherited)
    days_off = (*_days_off(given, schema.DAYS_OFF), *_days_off(given, schema.AWAY, away=True))
    seasons = _seasons(given)
    works_holidays = given.get(schema.PUBLIC_HOLIDAYS)
    hours, stretch = given.get(schema.HOURS_KEY), given.get(schema.STRETCH)
    tentative = _tentative(given, inherited)
    sources = tuple(one.source(tentative) for one in given.get(calendars) or ())
    travel = _stays(given)
    zone = _zone(given, place, whose=whose, inherited=inherited)
    if place is None or zone is None:
        return None
    own = Schedule(
        place=place,
        zone=zone,
        hours=hours,
        days_off=days_off,
        works_public_holidays=works_holidays is False,
        seasons=seasons,
        travel=travel,
        stretch=stretch or (),
        calendars=sources,
        tentative=tentative,
        where=_where(given, place, zone, inherited),
    )
    return own if inherited is None else _completed(own, inherited)


def _tentative(given: Given, inherited: Schedule | None) -> Weight:
    usual = Weight.BUSY if inherited is None else inherited.tentative
    return given.get(schema.TENTATIVE) or usual


def _completed(own: Schedule, inherited: Schedule) -> Schedule:
    """A person's schedule with what holds for the whole client.

    What the client accepts beyond its hours says nothing of someone with other hours or on another clock.
    """
    works_alike = own.hours is None and own.zone == inherited.zone
    return replace(
        own,
        hours=own.hours or inherited.hours,
        stretch=own.stretch or (inherited.stretch if works_alike else ()),
        days_off=(*inherited.days_off, *own.days_off),
        works_public_holidays=inherited.works_public_holidays,
        seasons=inherited.seasons,
    )


def _place(given: Given, inherited: Schedule | None) -> Place | None:
    inherited_place = None if inherited is None else inherited.place
    if not given.has(schema.COUNTRY_KEY) and not given.has(schema.REGION_KEY):
        return inherited_place
    country = given.get(schema.COUNTRY_KEY)
    if country is None and not given.has(schema.COUNTRY_KEY) and inherited_place is not None:
        country = inherited_place.country
    return None if country is None else _part(given, schema.REGION_KEY, country)


def _part(given: Given, key: Key[str], country: str) -> Place:
    """The region that is named, else the country; a name that is none is reported."""
    name = given.get(key)
    if name is None:
        return Place(country)
    try:
        return places.place_of(country, name)
    except UnknownNameError as error:
        known = [f"{places.region_name(code)} ({code})" for code in places.region_codes(country)]
        given.reading.wrong(given.spot(key), error.say, error.hint or f"known: {listed(known)}")
        return Place(country)


def _zone(given: Given, place: Place | None, *, whose: str, inherited: Schedule | None) -> "ZoneInfo | None":
    if given.has(schema.TIMEZONE):
        zone = given.get(schema.TIMEZONE)
        say = None if zone is None or place is None else _zone_elsewhere(given, zone, place, whose)
        if say is not None:
            given.reading.note(given.spot(schema.TIMEZONE), say)
        return zone
    if inherited is not None and place == inherited.place:
        return inherited.zone
    return _zone_of_place(given, place)


def _zone_of_place(given: Given, place: Place | None) -> "ZoneInfo | None":
    """The zone that a country or region leaves no doubt about; reported where there are several."""
    if place is None:
        return None
    name = places.zone_for(place.country, place.region, given.get(schema.REGION_KEY))
    if name is not None:
        return given.reading.zones.find(name)
    _tell_missing_zone(given, place)
    return None


def _tell_missing_zone(given: Given, place: Place) -> None:
    zones = places.zones_to_choose(place.country, place.region)
    name = places.zones_belong_to(place.country, place.region)
    say = f"{name} has {len(zones)} time zones, and 'timezone' is not given"
    if not zones:
        say = f"the time zone of {name} is not known, and 'timezone' is not given"
    hint = f"add one of: timezone: {listed(zones)}" if zones else "add 'timezone: Area/City'"
    given.reading.missing(given.spot(schema.COUNTRY_KEY), say, hint)


def _where(given: Given, place: Place, zone: "ZoneInfo", inherited: Schedule | None) -> str | None:
    """What is named as their place beside the time there, where the clock is that of the place."""
    name = given.get(schema.REGION_KEY)
    if name is not None:
        known = place.region is not None and _zone_elsewhere(given, zone, place, whose="") is None
        return places.spelled(place.country, name) if known else None
    is_theirs = inherited is not None and place == inherited.place and zone == inherited.zone
    return inherited.where if inherited is not None and is_theirs else None


def _zone_elsewhere(given: Given, zone: "ZoneInfo", place: Place, whose: str) -> str | None:
    """People work abroad; but a forgotten country or region gives them the wrong holidays."""
    database = given.reading.zones
    of_country, of_region = places.zones(place.country), places.zones_of_region(place.region)
    if of_country and database.canonical(zone.key) not in map(database.canonical, (*of_country, *of_region)):
        country = places.country_name(place.country)
        say = f"{zone.key} is not a zone of {country}, whose holidays hold for {whose}"
        if not given.has(schema.COUNTRY_KEY):
            say += "; add 'country:' to give other ones"
        return say
    if (
        given.has(schema.REGION_KEY)
        and of_region
        and not any(database.same_clock(zone, name) for name in of_region)
    ):
        region = places.zones_belong_to(place.country, place.region)
        return f"{zone.key} is not a zone of {region}, whose holidays hold for {whose}: {listed(of_region)}"
    return None


def _days_off(given: Given, key: "Key[tuple[Given, ...]]", *, away: bool = False) -> tuple[DaysOff, ...]:
    found = []
    for one in given.get(key) or ():
        days, name = one.get(schema.OFF_DAYS), one.get(schema.OFF_NAME)
        if days is not None:
            found.append(DaysOff(days=days, name=name, away=away))
    return tuple(found)


def _seasons(given: Given) -> tuple[SeasonHours, ...]:
    found = []
    for one in given.get(schema.SEASONS) or ():
        days, hours = one.get(schema.SEASON_DAYS), one.get(schema.SEASON_HOURS)
        if days is not None and hours is not None:
            found.append(SeasonHours(days=days, hours=hours.every_worked_day, by_weekday=hours.by_weekday))
    return tuple(found)


def _stays(given: Given) -> tuple[Travel, ...]:
    stays = (_stay(one) for one in given.get(schema.TRAVEL) or ())
    return tuple(stay for stay in stays if stay is not None)


def _stay(given: Given) -> Travel | None:
    days, country = given.get(schema.STAY_DAYS), given.get(schema.STAY_COUNTRY)
    place = None if country is None else _part(given, schema.STAY_REGION, country)
    if not given.has(schema.STAY_ZONE) and not given.has(schema.STAY_COUNTRY):
        say = "travel needs 'timezone' or 'country'"
        given.reading.missing(given.fields.spot, say, "add 'timezone: Asia/Dubai'")
    zone = given.get(schema.STAY_ZONE) if given.has(schema.STAY_ZONE) else _zone_of_place(given, place)
    return None if days is None or zone is None else Travel(days=days, zone=zone, place=place)
