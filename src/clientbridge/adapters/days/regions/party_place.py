"""The one place and clock that a name means, for whoever has no profile: what stands after ``@``.

What was found is cached, since looking a name up costs more than all the rest of a world clock.
"""

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days import places
from clientbridge.adapters.days.regions.named_places import named_places
from clientbridge.adapters.days.regions.only_place import of_named
from clientbridge.adapters.file_stamp import stamp_of
from clientbridge.adapters.json_cache import Json, JsonCache
from clientbridge.core.days.place import NamedPlace, Place, PlaceOnClock
from clientbridge.core.errors import SeveralPlacesError
from clientbridge.core.spelling import fold

_TABLES = ("regions.yaml", "country_names.tsv", "cities/cities.bin")
_LONGEST_KEPT = 40
_KEYS = frozenset({"country", "region", "city", "zone", "name"})


def party_place(text: str, cache: JsonCache) -> PlaceOnClock:
    """The place of ``tokyo``, ``BE``, ``DE-BY``, ``Asia/Tokyo`` or ``Birmingham, Alabama``.

    Raises UnknownNameError for no place, SeveralPlacesError for several, or for one with several clocks.
    """
    folded = fold(text)
    if len(folded) > _LONGEST_KEPT:
        return _read(_found(text))
    entry = cache.computed(
        f"places/{folded.encode('utf-8', 'surrogatepass').hex()}",
        stamp_of(*(data_folder() / table for table in _TABLES)),
        lambda: _found(text),
        is_right=_is_place,
    )
    return _read(entry)


def _found(text: str) -> dict[str, Json]:
    found = named_places(text)
    if len(found) > 1:
        raise SeveralPlacesError(text, candidates=[one.name for one in found])
    place = of_named(found[0])
    zone = found[0].zone or _only_zone(text, found[0], place)
    return {
        "country": place.country,
        "region": place.region,
        "city": place.city,
        "zone": zone,
        "name": found[0].name,
    }


def _only_zone(text: str, named: NamedPlace, place: Place) -> str:
    zones = places.zones_to_choose(place.country, place.region)
    if len(zones) == 1:
        return zones[0]
    inside = "" if place.region is None else f", {named.name}"
    raise SeveralPlacesError(text, candidates=[f"{zone}{inside}" for zone in zones], of_clocks=True)


def _is_place(entry: Json) -> bool:
    return isinstance(entry, dict) and entry.keys() == _KEYS


def _read(entry: Json) -> PlaceOnClock:
    fields = entry if isinstance(entry, dict) else {}
    region, city = fields["region"], fields["city"]
    return PlaceOnClock(
        place=Place(
            str(fields["country"]),
            None if region is None else str(region),
            None if city is None else str(city),
        ),
        zone=str(fields["zone"]),
        name=str(fields["name"]),
    )
