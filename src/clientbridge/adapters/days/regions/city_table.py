"""The cities of the world by name: 34,000 of them, of which a look-up reads a few kilobytes.

How the file is laid out, and where it comes from: `data/cities/README.md`.
"""

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from clientbridge.adapters.data_files import data_folder
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold

_OTHER = "~"
_A_LETTER_AWAY = 0.9


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TableCity:
    """A city as the table has it."""

    name: str
    country: str
    region: str | None
    """Its ISO 3166-2 code, country included, where that is known."""
    zone: str
    people: int
    is_other_name: bool
    """Whether it was found by another name than its own."""


def cities_named(text: str) -> tuple[TableCity, ...]:
    """Every city of that name in any script; those whose own name it is first, the largest first."""
    wanted = fold(text)
    block = _directory().name_block(wanted)
    prefix = f"{wanted}\t"
    line = next((line for line in _lines(block) if line.startswith(prefix)), None)
    if not wanted or line is None:
        return ()
    found = map(_city, line.removeprefix(prefix).split(","))
    return tuple(sorted(found, key=lambda city: (city.is_other_name, -city.people, city.country)))


def names_near(text: str) -> tuple[str, ...]:
    """The name of a city that begins like a word and is a letter away, as the largest city writes it."""
    wanted = fold(text)
    block = _directory().name_block(wanted)
    rows = (line.partition("\t") for line in _lines(block) if wanted)
    own = [name for name, _, numbers in rows if not numbers.startswith(_OTHER)]
    close = get_close_matches(wanted, own, n=1, cutoff=_A_LETTER_AWAY)
    return tuple(cities_named(name)[0].name for name in close)


def every_city() -> Iterator[TableCity]:
    """All of them, in the order of the file."""
    count = sum(len(_lines(block)) for block in _directory().cities)
    return (_city(str(number)) for number in range(count))


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Directory:
    zones: tuple[str, ...]
    cities_in_a_block: int
    cities: tuple[_Block, ...]
    names: tuple[_Block, ...]
    first_names: tuple[str, ...]

    def name_block(self, folded: str) -> _Block:
        return self.names[max(0, bisect_right(self.first_names, folded) - 1)]


@cache
def _directory() -> _Directory:
    """Where the blocks lie. The file never changes while the program runs."""
    with (data_folder() / "cities" / "cities.bin").open("rb") as file:
        length = int(file.readline())
        start = file.tell() + length
        table = json.loads(zlib.decompress(file.read(length)))
    blocks = tuple(_following(start, [*table["cities"], *(length for _, length in table["names"])]))
    many = len(table["cities"])
    return _Directory(
        zones=tuple(table["zones"]),
        cities_in_a_block=table["cities_in_a_block"],
        cities=blocks[:many],
        names=blocks[many:],
        first_names=tuple(name for name, _ in table["names"]),
    )


def _following(start: int, lengths: Iterable[int]) -> Iterator[_Block]:
    for length in lengths:
        yield _Block(start, length)
        start += length


@cache
def _lines(block: _Block) -> tuple[str, ...]:
    with (data_folder() / "cities" / "cities.bin").open("rb") as file:
        file.seek(block.start)
        return tuple(zlib.decompress(file.read(block.length)).decode().split("\n"))


def _city(number: str) -> TableCity:
    directory = _directory()
    block, row = divmod(int(number.removeprefix(_OTHER)), directory.cities_in_a_block)
    name, country, region, zone, people = _lines(directory.cities[block])[row].split("\t")
    return TableCity(
        name=name,
        country=country,
        region=f"{country}-{region}" if region else None,
        zone=directory.zones[int(zone)],
        people=int(people),
        is_other_name=number.startswith(_OTHER),
    )
