"""Which of several places of one name is meant: the sizes on either side of each edge."""

import pytest

from clientbridge.adapters.days.regions.city_table import TableCity
from clientbridge.adapters.days.regions.likeliest import city_within, in_words, likeliest
from clientbridge.core.days.place import NamedPlace

SPAIN = NamedPlace(country="ES", region="Valencia", zone="Europe/Madrid", name="Valencia, Spain")
AUSTRALIA = NamedPlace(
    country="AU", region="Victoria", zone="Australia/Melbourne", name="Victoria, Australia"
)


def city(
    country: str, region: str, people: int, *, zone: str = "Europe/Madrid", other: bool = False
) -> TableCity:
    code = f"{country}-{region}" if region else None
    return TableCity(
        name="Valencia", country=country, region=code, zone=zone, people=people, is_other_name=other
    )


HERE = city("ES", "VC", 800_000)


@pytest.mark.parametrize(("people", "count"), [(400_000, 1), (400_001, 2), (800_000, 2), (5_000_000, 2)])
def test_a_place_of_our_table_stands_alone_with_twice_the_people(people: int, count: int) -> None:
    assert len(likeliest((SPAIN,), (HERE, city("VE", "G", people)))) == count


@pytest.mark.parametrize(("people", "count"), [(1_000_000, 1), (1_000_001, 2)])
def test_other_cities_need_an_eighth_of_the_largest(people: int, count: int) -> None:
    cities = (city("VE", "G", 8_000_000), city("CL", "RM", people))
    assert len(likeliest((), cities)) == count


@pytest.mark.parametrize(("people", "count"), [(500_000, 1), (500_001, 2)])
def test_a_region_without_a_city_of_its_name_counts_as_a_million(people: int, count: int) -> None:
    assert len(likeliest((AUSTRALIA,), (city("CA", "BC", people, zone="America/Vancouver"),))) == count


def test_another_name_counts_a_twentieth() -> None:
    assert len(likeliest((SPAIN,), (HERE, city("FR", "ARA", 8_000_000, other=True)))) == 1
    assert len(likeliest((SPAIN,), (HERE, city("FR", "ARA", 8_000_100, other=True)))) == 2


def test_a_city_of_another_clock_in_the_country_is_not_the_region() -> None:
    """Washington, the city, lies in no part of the state."""
    state = NamedPlace(country="US", region="Washington", zone="America/Los_Angeles", name="Washington")
    assert len(likeliest((state,), (city("US", "DC", 700_000, zone="America/New_York"),))) == 2
    assert len(likeliest((state,), (city("US", "WA", 700_000, zone="America/Los_Angeles"),))) == 1


def test_what_our_table_names_several_times_is_told_whole() -> None:
    assert likeliest((SPAIN, AUSTRALIA), ()) == (SPAIN, AUSTRALIA)
    assert likeliest((), ()) == ()


def test_cities_inside_a_region_or_a_country() -> None:
    both = (HERE, city("ES", "MD", 5), city("VE", "G", 9))
    assert city_within(both, NamedPlace(country="ES", name="Spain")) == both[:2]
    assert city_within(both, SPAIN) == both[:1]


def test_nothing_is_said_twice() -> None:
    assert in_words("Valencia", "Carabobo", "VE") == "Valencia, Carabobo, Venezuela"
    assert in_words("Madrid", "Madrid", "ES") == "Madrid, Spain"
    assert in_words("Accra", None, "GH") == "Accra, Ghana"
