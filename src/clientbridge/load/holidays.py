"""Whose days are asked for, and the calendars that tell them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.adapters.days.places import country_code, country_name, place_of, region_name, zone_for
from clientbridge.adapters.days.regions.only_place import only_place
from clientbridge.core.days.greetings import Feast
from clientbridge.core.days.holiday_report import COUNTED_AHEAD, MARGIN, ReportOptions, Subject
from clientbridge.core.days.location import places_of
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import check_days_told
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.profiles import Schedule
from clientbridge.load.clients import readable_clients

if TYPE_CHECKING:
    from clientbridge.load.session import Session

_CODE_AND_REGION = re.compile(r"([A-Za-z]{2})-(.+)")


def clients_asked(session: "Session", names: Sequence[str]) -> tuple[Subject, ...]:
    """The clients of these names, all of them where none is named; raises as `readable_clients`."""
    return tuple(
        Subject(schedule=client.schedule, client=client.id, name=client.name, observes=client.observes)
        for client in readable_clients(session, names)
    )


def places_asked(countries: Iterable[str], region_typed: str | None = None) -> tuple[Subject, ...]:
    """The places of ``JP``, ``DE-BY``, ``Brazil`` or ``Scotland``, each once; needs no workspace.

    Raises UnknownNameError.
    """
    places = dict.fromkeys(_place(text, region_typed) for text in countries)
    return tuple(_place_asked(place) for place in places)


def _place_asked(place: Place) -> Subject:
    zone = zone_for(place.country, place.region)
    return Subject(
        schedule=Schedule(place=place, zone=ZoneInfo(zone or "UTC")),
        name=_name(place),
        in_one_zone=zone is not None,
    )


def _name(place: Place) -> str:
    if place.region is None:
        return country_name(place.country)
    part = region_name(place.region)
    return part if place.city is None or fold(place.city) == fold(part) else f"{place.city}, {part}"


def _place(text: str, region_typed: str | None) -> Place:
    match = _CODE_AND_REGION.fullmatch(text.strip())
    if match is not None:
        return place_of(country_code(match[1]), match[2] if region_typed is None else region_typed)
    place = only_place(text)
    return place if region_typed is None else place_of(place.country, region_typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayFacts:
    """What decides the days of everyone asked."""

    calendars: Mapping[Place, PlaceCalendar]
    feasts: tuple[Feast, ...]


def facts_for(session: "Session", asked: Sequence[Subject], wish: ReportOptions) -> HolidayFacts:
    """The calendars around the days that `wish` is about, and the feasts."""
    places = [place for who in asked for place in places_of(who.schedule)]
    check_days_told(len(asked), len(set(places)), wish.days.days)
    far = wish.days.first > wish.today + COUNTED_AHEAD
    first = wish.days.first if far else min(wish.today, wish.days.first)
    cache = session.cache
    return HolidayFacts(
        calendars=calendars_for(places, first - MARGIN, wish.days.last + MARGIN, cache),
        feasts=feasts(cache),
    )
