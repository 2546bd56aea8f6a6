"""Which place on earth a newcomer means: ``Tokyo``, ``Fargo, North Dakota``, ``Chatham Islands``, ``Norway``.

Other readers ask for a region of a known country; here the country is what is to be found. The table of
regions is scanned as text for the countries that have such a name, and only these are parsed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days import places
from clientbridge.core.days.place import NamedPlace
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.spelling import fold, nearest
from clientbridge.core.time.formatting import city

_CODE = re.compile(r"[A-Z]{2,3}")
_REGION_CODE = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")
_WITH_STATES_BY_CODE = ("US", "CA", "AU")
"""Countries whose states people write by their codes: ``Fargo, ND``."""
_COUNTRIES_THAT_ARE_REGIONS_TOO = frozenset({"georgia"})
"""Names that mean the country or, as likely, a region of another one; of all others the country is meant."""
_SIGNS = re.compile(r'["{};:,]')
_MOST_PARTS = 4


def place_within(country: str, text: str) -> NamedPlace:
    """The region or big city of that name in a country; raises UnknownNameError."""
    found = _within(country, text) or _known_inside(text.partition(",")[0], _state_or_place(text))
    own = [place for place in found if place.country == country]
    if own:
        return own[0]
    code = places.region(country, text)  # raises, with the nearest names there
    return NamedPlace(country=country, region=text, zone=places.zone_for(country, code, text), name=text)


def named_places(text: str) -> tuple[NamedPlace, ...]:
    """Every place that may be meant, the likeliest first; raises UnknownNameError with the nearest names."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if 1 < len(parts) <= _MOST_PARTS:
        return _inside(parts)
    found = _of_one_name(text) or _of_words(text.split())
    if found:
        return found
    close = _near(text)
    meant = f"did you mean {', '.join(close)}? " if close else ""
    hint = f"{meant}A smaller town goes with its country or state: Minot, North Dakota"
    raise UnknownNameError("place", text, nearest=close, hint=hint)


def _of_one_name(text: str) -> tuple[NamedPlace, ...]:
    wanted = fold(text)
    country = _country(text)
    if country is not None:
        own = NamedPlace(country=country, zone=places.zone_for(country), name=places.country_name(country))
        others = _regions_of_name(text) if wanted in _COUNTRIES_THAT_ARE_REGIONS_TOO else ()
        return (own, *others)
    by_code = _REGION_CODE.fullmatch(text.strip().upper())
    if by_code is not None and _country(by_code[1]) is not None:
        return _within(by_code[1], text)
    return _regions_of_name(text) or _places_of_zone(wanted)


def _regions_of_name(text: str) -> tuple[NamedPlace, ...]:
    wanted = fold(text)
    if not _may_be_name(wanted):
        return ()
    found = [place for country in _index().get(wanted, ()) for place in _within(country, text)]
    return tuple(dict.fromkeys(found))


def _places_of_zone(wanted: str) -> tuple[NamedPlace, ...]:
    """The places of zones called so, ``Kiritimati`` or ``Asia/Tokyo``."""
    named = ((code, zone) for code in places.country_codes() for zone in places.zones(code))
    return tuple(
        _of_zone(code, zone) for code, zone in named if wanted in {fold(city(zone)), zone.casefold()}
    )


def _of_zone(country: str, zone: str) -> NamedPlace:
    """The region is the only one with that zone, where there is just one."""
    parts = places.parts_of(country)
    of_zone = [code for code in parts.names if zone in places.zones_of_region(f"{country}-{code}")]
    region = places.region_name(f"{country}-{of_zone[0]}") if len(of_zone) == 1 else None
    return NamedPlace(country=country, region=region, zone=zone, name=_in_words(city(zone), region, country))


def _within(country: str, text: str) -> tuple[NamedPlace, ...]:
    """The region or city of that name in a country, in a tuple; nothing where there is none."""
    try:
        code = places.region(country, text)
    except UnknownNameError:
        return tuple(one for one in _places_of_zone(fold(text)) if one.country == country)
    shown = _spelling(fold(text)) if fold(text) in _index() else places.region_name(code)
    zone = places.zone_for(country, code, text)
    name = _in_words(shown, places.region_name(code), country)
    return (NamedPlace(country=country, region=shown, zone=zone, name=name),)


def _in_words(name: str, region: str | None, country: str) -> str:
    """``Fargo, North Dakota, United States``; nothing is said twice."""
    words = (name, region or name, places.country_name(country))
    return ", ".join({fold(word): word for word in words}.values())


def _inside(parts: list[str]) -> tuple[NamedPlace, ...]:
    """The first part as a place inside what the others name: ``Fargo, North Dakota``, ``Bergen, Norway``."""
    first, *rest = parts
    around = _around(", ".join(rest))
    known = _known_inside(first, around)
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
        return named_places(text)
    states = [place for country in _WITH_STATES_BY_CODE for place in _state(country, code)]
    found = (*states, *_of_one_name(text))
    return found or named_places(text)


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
    found = (
        replace(place, region=place.region or one.region)
        for one in around
        for place in _within(one.country, name)
        if _agree(place, one)
    )
    return tuple(dict.fromkeys(found))


def _state_or_place(text: str) -> tuple[NamedPlace, ...]:
    try:
        return _around(text)
    except UnknownNameError:
        return ()


def _country(text: str) -> str | None:
    try:
        return places.country_code(text)
    except UnknownNameError:
        return None


def _near(text: str) -> tuple[str, ...]:
    """The closest two of all names, and the closest country: a word in another language is often its name."""
    countries = [places.country_name(code) for code in places.country_codes()]
    parts = filter(_is_no_code, map(_spelling, _index()))
    close = (*nearest(text, (*countries, *parts), most=2), *nearest(text, countries, most=1))
    return tuple(dict.fromkeys(close))


def _is_no_code(name: str) -> bool:
    return not (name.isupper() or name.islower())


@cache
def _index() -> Mapping[str, tuple[str, ...]]:
    """Folded name of a region or city -> the countries that have one. The table never changes meanwhile."""
    countries: dict[str, tuple[str, ...]] = {}
    for country, name in _names():
        key = fold(name)
        if country not in countries.get(key, ()):
            countries[key] = (*countries.get(key, ()), country)
    return countries


@cache
def _spellings() -> Mapping[str, str]:
    return {fold(name): name for _, name in reversed(list(_names()))}


def _spelling(folded: str) -> str:
    """The name as the table writes it."""
    return _spellings()[folded]


def _names() -> Iterable[tuple[str, str]]:
    """Country and name, for all that may be a name in the table: codes and headings too, which fit nobody."""
    country = ""
    for line in (data_folder() / "regions.yaml").read_text(encoding="utf-8").splitlines():
        if not line.startswith((" ", "#")):
            country = line.rstrip(":")
        elif country and not line.startswith(("  source:", "  checked:")):
            yield from ((country, word.strip()) for word in _SIGNS.split(line) if _may_be_name(word))


def _may_be_name(word: str) -> bool:
    """Longer than a code, or in a script that no code is written in."""
    name = word.strip()
    return len(name) >= len("NYC") or not name.isascii()
