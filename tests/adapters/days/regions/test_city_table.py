"""The table of cities: what a look-up finds, and that every row can be used."""

import pytest

from clientbridge.adapters.days import places
from clientbridge.adapters.days.regions.city_table import TableCity, cities_named, every_city, names_near
from clientbridge.adapters.days.regions.likeliest import in_words
from clientbridge.adapters.days.regions.named_places import named_places
from clientbridge.adapters.time.zone_database import open_zone_database

SAMPLE_EVERY = 227


def where(text: str) -> list[str]:
    return [f"{city.name} {city.region or city.country} {city.zone}" for city in cities_named(text)]


@pytest.mark.parametrize("text", ["Minot", "minot", "  MINOT "])
def test_a_city_by_its_name(text: str) -> None:
    assert where(text) == ["Minot US-ND America/Chicago"]


def test_the_larger_comes_first_and_names_of_old_last() -> None:
    found = cities_named("Birmingham")
    assert [(city.region, city.is_other_name) for city in found] == [
        ("GB-ENG", False), ("US-AL", False), ("US-MI", False),
    ]  # fmt: skip
    assert where("Cologne") == ["Köln DE-NW Europe/Berlin"]
    assert cities_named("Cologne")[0].is_other_name


@pytest.mark.parametrize("text", ["", " ", "xqzzvwk", "~", "1,2", "\t", "🏝", "zzzzz", "\U0010ffff"])
def test_what_is_no_city(text: str) -> None:
    assert cities_named(text) == ()


def test_near_names_are_of_cities_that_begin_alike() -> None:
    assert names_near("Xqzzvwk") == ()
    assert names_near("Minott") == ("Minot",)
    assert names_near("") == ()


@pytest.fixture(scope="module")
def cities() -> tuple[TableCity, ...]:
    return tuple(every_city())


def test_every_zone_and_region_is_one_that_we_know(cities: tuple[TableCity, ...]) -> None:
    zones = open_zone_database().names()
    assert {city.zone for city in cities} <= zones
    assert {city.country for city in cities} <= set(places.country_codes())
    unknown = {city.region for city in cities if city.region} - {
        code for country in places.country_codes() for code in places.region_codes(country)
    }
    assert unknown == set()
    assert len(cities) > 30_000


def test_no_two_cities_have_the_same_words(cities: tuple[TableCity, ...]) -> None:
    assert len({(city.name, city.region, city.country) for city in cities}) == len(cities)


def test_a_city_is_found_by_its_words(cities: tuple[TableCity, ...]) -> None:
    for city in cities[::SAMPLE_EVERY]:
        region = None if city.region is None else places.region_name(city.region)
        found = named_places(in_words(city.name, region, city.country))
        assert [(one.country, one.zone) for one in found] == [(city.country, city.zone)], city
