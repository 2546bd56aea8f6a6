"""How many of a country's people live in some of its regions (data/region_population.yaml)."""

from collections.abc import Collection, Mapping
from functools import cache

from clientbridge.adapters.data_files import TableRow, read_section
from clientbridge.core.frozen_dataclass import dataclass

SHARE_TABLE = "region_population.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The people of a country by region and city, in thousands."""

    regions: Mapping[str, int]
    cities: Mapping[str, int]
    rest: int
    """People in the parts that are not listed."""


def share_of_country(country: str, codes: Collection[str], among: Collection[str]) -> float:
    """The share of a country's people who live in the regions `codes`, out of all regions `among`.

    Bare codes; without numbers for each of them all regions weigh alike.
    """
    known = population_of(country)
    if known is None or not set(among) <= set(known.regions):
        return len(codes) / len(among)
    everyone = known.rest + sum(known.regions[code] for code in among)
    return sum(known.regions[code] for code in codes) / everyone


def share_of_region(region: str, city: str) -> float:
    """The share of a region's people who live in a city of it; none without numbers."""
    country, _, code = region.partition("-")
    known = population_of(country)
    if known is None or city not in known.cities or code not in known.regions:
        return 0.0
    return known.cities[city] / known.regions[code]


@cache
def population_of(country: str) -> Population | None:
    """The numbers for a country; None where there are none."""
    section = read_section(SHARE_TABLE, country)
    if section is None:
        return None
    return Population(
        regions=_numbers(section.row("regions")),
        cities=_numbers(section.row("cities")),
        rest=int(section.maybe("rest") or 0),
    )


def _numbers(row: TableRow) -> Mapping[str, int]:
    return {code: int(row.text(code)) for code in row.fields}
