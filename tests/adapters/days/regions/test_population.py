import pytest

from clientbridge.adapters.data_files import data_folder, read_mapping
from clientbridge.adapters.days.day_tables import counted_regions
from clientbridge.adapters.days.holiday_library import subdivisions
from clientbridge.adapters.days.places import parts_of
from clientbridge.adapters.days.regions.population import (
    SHARE_TABLE,
    population_of,
    share_of_country,
    share_of_region,
)

COUNTRIES = tuple(read_mapping(SHARE_TABLE).fields)


def counted(country: str) -> set[str]:
    """The regions of a country that are weighed against each other."""
    known = counted_regions().get(country)
    parts = parts_of(country)
    regions = {*parts.names, *parts.library.values()} if known is None else known.codes
    return {code for code in subdivisions(country) if code in regions}


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_region_that_is_weighed_has_its_people(country: str) -> None:
    known = population_of(country)
    assert known is not None
    assert counted(country) <= set(known.regions)


@pytest.mark.parametrize(
    ("country", "codes", "percent"),
    [
        ("BR", ["SC"], 4),
        ("BR", ["SP"], 22),
        ("DE", ["BE", "MV"], 6),
        ("DE", ["BW", "BY", "ST"], 32),
        ("GB", ["ENG", "WLS", "NIR"], 92),
        ("GB", ["NIR"], 3),
        ("IN", ["SK"], 0),
        ("CH", ["TI"], 4),
        # regions with days of their own are a small part of France and Portugal
        ("FR", ["57", "6AE"], 5),
        ("PT", ["30"], 2),
    ],
)
def test_the_share_of_the_people(country: str, codes: list[str], percent: int) -> None:
    share = share_of_country(country, codes, sorted(counted(country)))
    assert round(100 * share) == percent


def test_regions_without_numbers_weigh_alike() -> None:
    assert population_of("AD") is None
    assert share_of_country("AD", ["02"], ["02", "03", "04", "05"]) == 0.25
    assert share_of_country("CH", ["ZH"], ["ZH", "XX"]) == 0.5


@pytest.mark.parametrize(
    ("region", "city", "percent"),
    [("ES-MD", "Madrid", 50), ("ES-CT", "Barcelona", 22), ("DE-BY", "Augsburg", 2), ("ES-MD", "Atlantis", 0)],
)
def test_the_share_of_a_city(region: str, city: str, percent: int) -> None:
    assert round(100 * share_of_region(region, city)) == percent


def test_every_number_has_its_page() -> None:
    text = (data_folder() / SHARE_TABLE).read_text(encoding="utf-8")
    assert text.count("\n  source:") == text.count("checked:") == len(COUNTRIES)
    assert text.count("\n  cities_source:") == text.count("\n  cities:")
