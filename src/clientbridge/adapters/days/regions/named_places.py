"""Which place on earth a newcomer means: ``Tokyo``, ``Fargo, North Dakota``, ``Chatham Islands``, ``Norway``.

Other readers ask for a region of a known country; here the country is what is to be found: in the table of
regions, of which only the countries that have such a name are parsed, and among the cities of the world.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NoReturn

from clientbridge.adapters.days import places
from clientbridge.adapters.days.regions.city_table import cities_named, names_near
from clientbridge.adapters.days.regions.likeliest import city_within, in_words, likeliest
from clientbridge.adapters.days.regions.region_names import every_name, names_like
from clientbridge.core.days.place import NamedPlace
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.spelling import fold, nearest, other_spellings
from clientbridge.core.time.formatting import city

_CODE = re.compile(r"[A-Z]{2,3}")
_REGION_CODE = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")
_WITH_STATES_BY_CODE = ("US", "CA", "AU")
"""Countries whose states people write by their codes: ``Fargo, ND``."""
_COUNTRIES_THAT_ARE_REGIONS_TOO = frozenset({"georgia"})
"""Names that mean the country or, as likely, a region of another one; of all others the country is meant."""
_THE_COUNTRY = "the country"
"""What tells such a country from the region: ``Georgia, the country``."""
_NAMES_OF_SEVERAL_COUNTRIES = {
    "congo": ("DR Congo", "Congo-Brazzaville"),
    "virgin islands": ("U.S. Virgin Islands", "British Virgin Islands"),
}
_MOST_PARTS = 4
_MOST_NEAR = 3


def place_within(country: str, text: str) -> NamedPlace:
    """The region or big city of that name in a country; raises UnknownNameError."""
    found = _within(country, text) or _known_inside(text.partition(",")[0], _state_or_place(text))
    found = found or _cities_within(text, NamedPlace(country=country, name=country))
    own = [place for place in found if place.country == country]
    if own:
        return own[0]
    code = places.region(country, text)  # raises, with the nearest names there
    return NamedPlace(country=country, region=text, zone=places.zone_for(country, code, text), name=text)


def named_places(text: str) -> tuple[NamedPlace, ...]:
    """Every place that may be meant, the likeliest first; raises UnknownNameError with the nearest names.

    The name in words of each of them means that one alone.
    """
    found = _named(text) or _unknown(text)
    by_name = {fold(one.name): one for one in reversed(found)}
    whole = by_name.get(fold(text))
    return (whole,) if whole is not None else tuple(reversed(by_name.values()))


def _named(text: str) -> tuple[NamedPlace, ...]:
    name, _, added = text.rpartition(",")
    if added.strip().casefold() == _THE_COUNTRY:
        return _country(name) or _unknown(text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if 1 < len(parts) <= _MOST_PARTS:
        return _inside(parts)
    found = (
        _of_one_name(spelling) or _of_words(spelling.split()) for spelling in (text, *other_spellings(text))
    )
    return next(filter(None, found), ())


def _country(text: str) -> tuple[NamedPlace, ...]:
    country = places.known_country(text)
    if country is None:
        return ()
    zone, name = places.zone_for(country), places.country_name(country)
    return (NamedPlace(country=country, zone=zone, name=name),)


def _unknown(text: str) -> NoReturn:
    close = _near(text)
    smaller = "smaller town goes with its country or state: Giverny, France"
    hint = f"did you mean {', '.join(close)}? A {smaller}" if close else f"a {smaller}"
    raise UnknownNameError("place", text, nearest=close, hint=hint)


def _of_one_name(text: str) -> tuple[NamedPlace, ...]:
    listed = _listed(text)
    is_country = places.known_country(text) is not None or fold(text) in _NAMES_OF_SEVERAL_COUNTRIES
    is_whole = is_country and bool(listed) and listed[0].region is None
    return listed if is_whole or "/" in text else likeliest(listed, cities_named(text))


def _listed(text: str) -> tuple[NamedPlace, ...]:
    """The places of that name that the table of regions knows, or the database of zones."""
    countries = _countries(text)
    if countries:
        return countries
    by_code = _REGION_CODE.fullmatch(text.strip().upper())
    if by_code is not None and places.known_country(by_code[1]) is not None:
        return _within(by_code[1], text)
    return _regions_of_name(text) or _places_of_zone(fold(text))


def _countries(text: str) -> tuple[NamedPlace, ...]:
    """The country of that name, or the several, with the regions that are as likely meant."""
    wanted = fold(text)
    if wanted in _COUNTRIES_THAT_ARE_REGIONS_TOO:
        told_apart = (replace(one, name=f"{one.name}, {_THE_COUNTRY}") for one in _country(text))
        return (*told_apart, *_regions_of_name(text))
    called = _NAMES_OF_SEVERAL_COUNTRIES.get(wanted, ())
    return tuple(replace(one, name=name) for name in called for one in _country(name)) or _country(text)


def _regions_of_name(text: str) -> tuple[NamedPlace, ...]:
    wanted = fold(text)
    countries = dict.fromkeys(country for country, _ in names_like(wanted))
    return tuple(dict.fromkeys(place for country in countries for place in _within(country, text)))


def _places_of_zone(wanted: str) -> tuple[NamedPlace, ...]:
    """The places of zones called so, ``Kiritimati``, ``Easter Island`` or ``Asia/Tokyo``."""
    island = wanted.removesuffix(" island")
    named = ((code, zone) for code in places.country_codes() for zone in places.zones(code))
    return tuple(
        _of_zone(code, zone)
        for code, zone in named
        if fold(city(zone)) in {wanted, island} or wanted == zone.casefold()
    )


def _of_zone(country: str, zone: str) -> NamedPlace:
    """The region is the only one with that zone, where there is just one."""
    parts = places.parts_of(country)
    of_zone = [code for code in parts.names if zone in places.zones_of_region(f"{country}-{code}")]
    region = places.region_name(f"{country}-{of_zone[0]}") if len(of_zone) == 1 else None
    return NamedPlace(country=country, region=region, zone=zone, name=in_words(city(zone), region, country))


def _within(country: str, text: str) -> tuple[NamedPlace, ...]:
    """The region or city of that name in a country, in a tuple; nothing where there is none."""
    try:
        code = places.region(country, text)
    except UnknownNameError:
        return tuple(one for one in _places_of_zone(fold(text)) if one.country == country)
    shown = next((name for _, name in names_like(fold(text))), places.region_name(code))
    zone = places.zone_for(country, code, text)
    name = in_words(shown, places.region_name(code), country)
    return (NamedPlace(country=country, region=shown, zone=zone, name=name),)


def _inside(parts: list[str]) -> tuple[NamedPlace, ...]:
    """The first part as a place inside what the others name: ``Fargo, North Dakota``, ``Bergen, Norway``."""
    first, *rest = parts
    around = _around(", ".join(rest))
    spelled = (_known_inside(one, around) for one in (first, *other_spellings(first)))
    known = next(filter(None, spelled), ())
    if known:
        return known
    unknown_town = [one for one in around if one.region is not None or one.zone is not None]
    if not unknown_town:
        country = around[0].country
        places.region(country, first)  # raises, with the nearest names there
    return tuple(
        NamedPlace(country=one.country, region=one.region, zone=one.zone, name=f"{first}, {one.name}")
        for one in unknown_town
    )


def _around(text: str) -> tuple[NamedPlace, ...]:
    code = text.upper()
    if not _CODE.fullmatch(code):
        return _areas(text)
    states = [place for country in _WITH_STATES_BY_CODE for place in _state(country, code)]
    found = (*states, *_listed(text))
    return found or _areas(text)


def _areas(text: str) -> tuple[NamedPlace, ...]:
    """What may hold other places: countries and regions, and the big cities that stand for one."""
    parts = [part.strip() for part in text.split(",")]
    return _inside(parts) if len(parts) > 1 else _listed(text) or _of_words(text.split()) or _unknown(text)


def _state(country: str, code: str) -> Iterator[NamedPlace]:
    if code in places.parts_of(country).names:
        yield from _within(country, places.region_name(f"{country}-{code}"))


def _agree(place: NamedPlace, around: NamedPlace) -> bool:
    """Whether a place lies in the region around it, where that is known."""
    if place.region is None or around.region is None:
        return True
    country = place.country
    return places.region(country, place.region) == places.region(country, around.region)


def _of_words(words: list[str]) -> tuple[NamedPlace, ...]:
    """``Fargo ND`` as ``Fargo, ND``: where both halves are known."""
    for cut in range(1, min(len(words), _MOST_PARTS)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        found = _known_inside(head, _state_or_place(tail))
        if found:
            return found
    return ()


def _known_inside(name: str, around: Iterable[NamedPlace]) -> tuple[NamedPlace, ...]:
    return tuple(dict.fromkeys(place for one in around for place in _inside_one(name, one)))


def _inside_one(name: str, around: NamedPlace) -> tuple[NamedPlace, ...]:
    listed = tuple(
        replace(place, region=place.region or around.region)
        for place in _within(around.country, name)
        if _agree(place, around)
    )
    return likeliest(listed, city_within(cities_named(name), around))


def _cities_within(name: str, around: NamedPlace) -> tuple[NamedPlace, ...]:
    return likeliest((), city_within(cities_named(name), around))


def _state_or_place(text: str) -> tuple[NamedPlace, ...]:
    try:
        return _around(text)
    except UnknownNameError:
        return ()


def _near(text: str) -> tuple[str, ...]:
    """A city that is a letter away, else the closest two of all names, and the closest country.

    A word in another language is often the name of a country.
    """
    countries = [places.country_name(code) for code in places.country_codes()]
    parts = (name for _, name in every_name() if _is_no_code(name))
    of_all = nearest(text, (*countries, *parts), most=2)
    close = dict.fromkeys([*names_near(text), *of_all, *nearest(text, countries, most=1)])
    return tuple(name for name in close if _named(name))[:_MOST_NEAR]


def _is_no_code(name: str) -> bool:
    return not (name.isupper() or name.islower())
