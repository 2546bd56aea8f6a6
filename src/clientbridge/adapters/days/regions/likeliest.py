"""Which of several places of one name may be meant (docs/decisions.md, "A city of a common name").

A place that the table of regions names is always meant: alone, where it has twice the people of any other
city of that name. Of all others those are left out beside which one has eight times as many.
"""

from collections.abc import Iterable, Sequence

from clientbridge.adapters.days import places
from clientbridge.adapters.days.regions.city_table import TableCity
from clientbridge.core.days.place import NamedPlace
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold

TWICE = 2
OVERWHELMING = 8
OTHER_NAME_COUNTS = 20
"""A city by another name than its own counts a twentieth of its people: many a town was called so once."""
REGION_COUNTS = 1_000_000
"""People of a region without a city of its name."""
_LEAST_PEOPLE = 1000
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    place: NamedPlace
    people: int
    city: TableCity | None
    is_listed: bool


def likeliest(listed: Sequence[NamedPlace], cities: Sequence[TableCity]) -> tuple[NamedPlace, ...]:
    """The places that may be meant by a name, those that the table of regions names (`listed`) first."""
    known = [_listed(place, cities) for place in listed]
    of_known = {one.city for one in known}
    everyone = [*known, *(_of_table(city) for city in cities if city not in of_known)]
    if len(known) == 1 and _left(everyone, TWICE) == known:
        return (known[0].place,)
    told = _left(everyone, OVERWHELMING)
    return tuple(dict.fromkeys(one.place for one in told))[:_MOST_TOLD]


def city_within(cities: Iterable[TableCity], around: NamedPlace) -> tuple[TableCity, ...]:
    """The cities inside a country or a region of it."""
    code = _region_code(around)
    own = (city for city in cities if city.country == around.country)
    return tuple(city for city in own if code is None or city.region == code)


def in_words(name: str, region: str | None, country: str) -> str:
    """``Fargo, North Dakota, United States``; nothing is said twice."""
    words = (name, region or name, places.country_name(country))
    return ", ".join({fold(word): word for word in words}.values())


def _left(everyone: list[_Candidate], of_listed: int) -> list[_Candidate]:
    return [one for one in everyone if not _is_left_out(one, everyone, of_listed)]


def _is_left_out(one: _Candidate, everyone: Iterable[_Candidate], of_listed: int) -> bool:
    if one.is_listed:
        return False
    return any(
        other.people >= one.people * (of_listed if other.is_listed else OVERWHELMING) for other in everyone
    )


def _listed(place: NamedPlace, cities: Iterable[TableCity]) -> _Candidate:
    """With the people of the city that it is, where the table has that."""
    city = _city_of(place, [city for city in cities if city.country == place.country])
    people = REGION_COUNTS if city is None else _counted(city)
    return _Candidate(place=place, people=people, city=city, is_listed=True)


def _city_of(place: NamedPlace, cities: Sequence[TableCity]) -> TableCity | None:
    """The city of that name in the same region, else the largest in the country on the same clock.

    Both tables cut some countries differently: Naples lies in its province here, in Campania there.
    """
    code = _region_code(place)
    same_clock = (city for city in cities if place.zone in {None, city.zone})
    return next((city for city in cities if code == city.region), None) or next(same_clock, None)


def _of_table(city: TableCity) -> _Candidate:
    region = None if city.region is None else places.region_name(city.region)
    place = NamedPlace(
        country=city.country,
        region=region,
        zone=city.zone,
        name=in_words(city.name, region, city.country),
    )
    return _Candidate(place=place, people=_counted(city), city=city, is_listed=False)


def _counted(city: TableCity) -> int:
    people = max(city.people, _LEAST_PEOPLE)
    return people // OTHER_NAME_COUNTS if city.is_other_name else people


def _region_code(place: NamedPlace) -> str | None:
    if place.region is None:
        return None
    try:
        return places.region(place.country, place.region)
    except UnknownNameError:
        return None
