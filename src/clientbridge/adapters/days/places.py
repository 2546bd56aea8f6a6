"""Countries, regions and cities as people write them, and their time zones.

Names come from our tables, zones from the `tzdata` package; neither `babel` nor `holidays` is loaded.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from clientbridge.adapters.data_files import TableRow, data_folder, read_section
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.library_versions import installed_folder
from clientbridge.core.days.place import Place
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold, nearest
from clientbridge.core.time.formatting import city

KOSOVO = "XK"
"""Not in ISO 3166-1 nor in ``zone.tab``; the code is the one in common use, the zone that of Belgrade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A big city that stands for its region."""

    name: str
    region: str
    zone: str | None = None
    """Where the region has several zones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The regions of one country; codes are without the country (``BY``), names folded."""

    names: Mapping[str, tuple[str, ...]]
    """Code -> English name first, then local names and older codes."""
    library: Mapping[str, str]
    """Code -> the code the holidays library uses, where it is another one."""
    within: Mapping[str, str]
    """A city inside a region with days of its own, by its first name -> that region's code."""
    names_within: Mapping[str, str]
    """Every name of such a city, folded -> its first name."""
    zone: str | None
    zones: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]
    """The zones of a region that has more than one, the most peopled first."""
    cities: tuple[City, ...]


def country_code(text: str) -> str:
    """The ISO 3166-1 code of a code or a name in any case and accents; raises UnknownNameError."""
    names, by_name = _names_by_code(), _codes_by_name()
    code = known_country(text)
    if code is None:
        proposals = [
            f"{names[by_name[fold(name)]][0]} ({by_name[fold(name)]})" for name in _closest(text, names)
        ]
        close = tuple(dict.fromkeys(proposals or _close_codes(text)))
        raise UnknownNameError(
            "country",
            text,
            nearest=close,
            hint=None if close else "write a code or an English name: JP, Japan",
        )
    return code


def known_country(text: str) -> str | None:
    """As `country_code`, None where no country is called so; looks for no near names, which takes long."""
    code = text.strip().upper()
    return code if code in _names_by_code() else _codes_by_name().get(fold(text).removeprefix("the "))


def country_name(code: str) -> str:
    """The English name of a country code; the code itself when it is not known."""
    return _names_by_code().get(code, (code,))[0]


def country_codes() -> tuple[str, ...]:
    """Every country code, sorted."""
    return tuple(_names_by_code())


def place_of(country: str, text: str) -> Place:
    """The region of ``JP-13``, ``Tokyo`` or a big city, and the city itself where its days may differ.

    A name that a region shares with its city, such as ``Madrid``, is the city's. Raises UnknownNameError.
    """
    code = region(country, text)
    parts = parts_of(country)
    if code.partition("-")[2] not in parts.within.values():
        return Place(country, code)
    wanted = fold(text)
    others = (one.name for one in parts.cities if fold(one.name) == wanted)
    return Place(country, code, parts.names_within.get(wanted) or next(others, None))


def region(country: str, text: str) -> str:
    """The ISO 3166-2 code of ``JP-13``, ``13``, ``Tokyo`` or a big city; raises UnknownNameError."""
    parts = parts_of(country)
    wanted = fold(text).removeprefix(f"{fold(country)}-")
    own = (code for code, names in parts.names.items() if wanted in map(fold, (code, *names)))
    of_cities = (one.region for one in parts.cities if fold(one.name) == wanted)
    inside = (parts.within[name] for one, name in parts.names_within.items() if one == wanted)
    code = next(chain(own, of_cities, inside), None)
    if code is not None:
        return f"{country}-{code}"
    close = _nearest_regions(country, wanted)
    raise UnknownNameError(
        f"region of {country_name(country)}",
        text,
        nearest=close,
        hint=None if close else _known_regions(country),
    )


def region_name(code: str, cache: JsonCache = NO_CACHE) -> str:
    """The English name of an ISO 3166-2 code (``DE-BY`` -> ``Bavaria``); the code when it has none."""
    country, _, part = code.partition("-")
    return next(iter(parts_of(country, cache).names.get(part, ())), code)


def spelled(country: str, text: str) -> str:
    """``fargo`` -> ``Fargo``, ``US-ND`` -> ``North Dakota``: a city or region as it is called in English.

    Raises UnknownNameError.
    """
    parts, wanted = parts_of(country), fold(text)
    named = (one.name for one in parts.cities if fold(one.name) == wanted)
    return parts.names_within.get(wanted) or next(named, None) or region_name(region(country, text))


def place_name(place: Place, cache: JsonCache = NO_CACHE) -> str:
    """The English name of the region, else of the country."""
    return country_name(place.country) if place.region is None else region_name(place.region, cache)


def region_codes(country: str) -> tuple[str, ...]:
    """Every ISO 3166-2 code of a country."""
    return tuple(f"{country}-{code}" for code in parts_of(country).names)


def cities(country: str) -> tuple[City, ...]:
    """The big cities that stand for a region."""
    return parts_of(country).cities


def zones(country: str) -> tuple[str, ...]:
    """The zones of a country, in the order of the tz database: the most peopled first, as a rule."""
    return _code_of_name().get(country, ())


def zones_of_region(region: str | None) -> tuple[str, ...]:
    """The zones of a region as far as they are known, the most peopled first."""
    country, _, code = (region or "").partition("-")
    parts = parts_of(country)
    only = parts.zones.get(code)
    return tuple(dict.fromkeys([*((only,) if only else ()), *parts.several.get(code, ())]))


def zones_to_choose(country: str, region: str | None = None) -> tuple[str, ...]:
    """The zones of a region that has several, else those of the country, those of its big cities first."""
    own = zones_of_region(region)
    if own:
        return own
    of_cities = (_zone_of_city(country, city.name) for city in cities(country))
    return tuple(dict.fromkeys([*filter(None, of_cities), *zones(country)]))


def zones_belong_to(country: str, region: str | None) -> str:
    """The name of the place whose zones `zones_to_choose` gives."""
    return region_name(region) if region and zones_of_region(region) else country_name(country)


def zone_for(country: str, region: str | None = None, city: str | None = None) -> str | None:
    """The zone of a place where it is beyond doubt; None where it must be asked for."""
    known = zones(country)
    if len(known) == 1:
        return known[0]
    if city is not None and (zone := _zone_of_city(country, city)) is not None:
        return zone
    parts = parts_of(country)
    own = None if region is None else parts.zones.get(region.partition("-")[2])
    return own or parts.zone


def _zone_of_city(country: str, name: str) -> str | None:
    wanted = fold(name)
    parts = parts_of(country)
    for known in parts.cities:
        if fold(known.name) == wanted:
            return known.zone or zone_for(country, f"{country}-{known.region}")
    named = (zone for zone in zones(country) if fold(city(zone)) == wanted)
    return next(named, None)


_MOST_REGIONS = 20
"""Limit on codes shown: as many as two lines of the screen hold."""


@cache
def parts_of(country: str, cache: JsonCache = NO_CACHE) -> Parts:
    """The regions and cities of a country; empty for one that has no section in the table."""
    row = read_section("regions.yaml", country, cache=cache) or TableRow({})
    within = [(names.split("; "), code) for names, code in _texts(row.row("within"))]
    return Parts(
        names={code: tuple(names.split("; ")) for code, names in _texts(row.row("names"))},
        library=dict(_texts(row.row("library"))),
        within={names[0]: code for names, code in within},
        names_within={fold(name): names[0] for names, _ in within for name in names},
        zone=row.maybe("zone"),
        zones=dict(_texts(row.row("zones"))),
        several={code: tuple(names.split("; ")) for code, names in _texts(row.row("several"))},
        cities=tuple(_city(name, place) for name, place in _texts(row.row("cities"))),
    )


def _city(name: str, place: str) -> City:
    code, _, zone = place.partition(" ")
    return City(name=name, region=code, zone=zone or None)


def _texts(row: TableRow) -> Iterable[tuple[str, str]]:
    return ((key, row.text(key)) for key in row.fields)


def _nearest_regions(country: str, wanted: str) -> tuple[str, ...]:
    parts = parts_of(country)
    by_name = {name: code for code, names in parts.names.items() for name in names}
    by_name |= {city.name: city.region for city in parts.cities}
    return tuple(f"{name} ({country}-{by_name[name]})" for name in nearest(wanted, by_name))


def _known_regions(country: str) -> str:
    """All regions where they are few, else a few examples."""
    codes = region_codes(country)
    if not codes:
        return f"no regions are known for {country_name(country)}; leave it out"
    if len(codes) <= _MOST_REGIONS:
        return f"known: {', '.join(codes)}"
    return f"write a code such as {codes[0]}, a name such as {region_name(codes[0])}, or a big city"


def _close_codes(text: str) -> list[str]:
    """Countries whose code shares a letter, for a code that nobody has; none for longer words."""
    names, wanted = _names_by_code(), text.strip().upper()
    if len(wanted) != len("JP"):
        return []
    same = [code for code in names if code[0] == wanted[0] or code[1] == wanted[1]]
    return [f"{names[code][0]} ({code})" for code in sorted(same, key=lambda code: code[0] != wanted[0])][:3]


def _closest(text: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return nearest(text, (name for known in names.values() for name in known))


@cache
def _names_by_code() -> Mapping[str, tuple[str, ...]]:
    """Code -> its names, the usual English one first. The table never changes while the program runs."""
    table: dict[str, tuple[str, ...]] = {}
    for line in (data_folder() / "country_names.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, name, *more = line.split("\t")
            table[code] = (name, *(more[0].split("; ") if more else ()))
    return table


@cache
def _codes_by_name() -> Mapping[str, str]:
    return {fold(name): code for code, names in _names_by_code().items() for name in names}


@cache
def _code_of_name() -> Mapping[str, tuple[str, ...]]:
    code_of_name: dict[str, tuple[str, ...]] = {KOSOVO: ("Europe/Belgrade",)}
    folder = installed_folder("tzdata")
    table = "" if folder is None else (folder / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            code_of_name[country] = (*code_of_name.get(country, ()), zone)
    return code_of_name
