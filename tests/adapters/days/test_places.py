from collections.abc import Iterator
from pathlib import Path

import pytest

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.places import (
    cities,
    country_code,
    country_codes,
    country_name,
    parts_of,
    place_name,
    place_of,
    region,
    region_codes,
    region_name,
    spelled,
    zone_for,
    zones,
    zones_of_region,
    zones_to_choose,
)
from clientbridge.adapters.library_versions import installed_folder
from clientbridge.core.days.place import Place
from clientbridge.core.errors import UnknownNameError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NO", "NO"),
        ("no", "NO"),
        ("Norway", "NO"),
        ("norge", "NO"),
        ("BRASIL", "BR"),
        ("cote d'ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("UK", "GB"),
        ("South Korea", "KR"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("turkiye", "TR"),
        ("the Netherlands", "NL"),
        ("Kosovo", "XK"),
        ("USA", "US"),
        ("DEU", "DE"),
        ("Burma", "MM"),
        ("czechia", "CZ"),
    ],
)
def test_countries_by_code_and_by_name(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "proposal"), [("Germny", "Germany (DE)"), ("Swizerland", "Switzerland (CH)")]
)
def test_an_unknown_country_comes_with_the_nearest_ones(text: str, proposal: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        country_code(text)
    assert proposal in raised.value.nearest


def test_every_country_of_the_tz_database_is_known() -> None:
    folder = installed_folder("tzdata")
    assert folder is not None
    lines = (folder / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8").splitlines()
    codes = {line.split("\t")[0] for line in lines if not line.startswith("#")}
    assert set(country_codes()) == codes | {"XK"}
    assert all(country_code(line.split("\t")[1]) == line.split("\t")[0] for line in lines if line[0] != "#")
    assert country_name("XK") == "Kosovo"


@pytest.mark.parametrize(
    "text", ["DE-BY", "de-by", "BY", "by", "Bavaria", "Bayern", "bayern", "Munich", "münchen"]
)
def test_a_region_by_code_name_and_city(text: str) -> None:
    assert region("DE", text) == "DE-BY"


@pytest.mark.parametrize(
    ("country", "text", "code"),
    [
        ("JP", "JP-13", "JP-13"),
        ("JP", "Tokyo", "JP-13"),
        ("JP", "東京都", "JP-13"),
        ("BR", "sao paulo", "BR-SP"),
        ("BR", "Rio de Janeiro", "BR-RJ"),
        ("CH", "Zurich", "CH-ZH"),
        ("CH", "Stadt Zurich", "CH-ZH"),
        ("ES", "Catalonia", "ES-CT"),
        ("ES", "Cataluña", "ES-CT"),
        ("AT", "Vienna", "AT-9"),
        ("IT", "Milan", "IT-MI"),
        ("AU", "Melbourne", "AU-VIC"),
        ("MY", "Kuala Lumpur", "MY-14"),
        ("US", "NYC", "US-NY"),
        ("IN", "IN-OR", "IN-OD"),
        ("IN", "Bengaluru", "IN-KA"),
        ("FR", "Strasbourg", "FR-6AE"),
        ("AE", "Sharjah", "AE-SH"),
        ("GB", "Scotland", "GB-SCT"),
        ("GB", "London", "GB-ENG"),
        ("CA", "Montréal", "CA-QC"),
        ("NL", "Amsterdam", "NL-NH"),
        ("AR", "Buenos Aires", "AR-C"),
    ],
)
def test_regions_of_many_countries(country: str, text: str, code: str) -> None:
    assert region(country, text) == code


@pytest.mark.parametrize(
    ("country", "text", "place"),
    [
        # a city is kept where its region has a city with days of its own
        ("CH", "Zurich", Place("CH", "CH-ZH", "Zurich")),
        ("CH", "Zürich", Place("CH", "CH-ZH", "Zurich")),
        ("CH", "Winterthur", Place("CH", "CH-ZH", "Winterthur")),
        ("CH", "CH-ZH", Place("CH", "CH-ZH")),
        ("CH", "ZH", Place("CH", "CH-ZH")),
        ("CH", "Basel", Place("CH", "CH-BS")),
        ("DE", "Augsburg", Place("DE", "DE-BY", "Augsburg")),
        ("DE", "Munich", Place("DE", "DE-BY", "Munich")),
        ("DE", "Bavaria", Place("DE", "DE-BY")),
        ("ES", "sevilla", Place("ES", "ES-AN", "Seville")),
        # a name that city and region share is the city's
        ("ES", "Madrid", Place("ES", "ES-MD", "Madrid")),
        ("BR", "Rio", Place("BR", "BR-RJ", "Rio de Janeiro")),
        ("BR", "Rio de Janeiro", Place("BR", "BR-RJ", "Rio de Janeiro")),
        ("BR", "BR-RJ", Place("BR", "BR-RJ")),
        ("JP", "Tokyo", Place("JP", "JP-13")),
    ],
)
def test_the_city_of_a_region(country: str, text: str, place: Place) -> None:
    assert place_of(country, text) == place


@pytest.mark.parametrize(
    ("country", "text", "proposal"),
    [
        ("DE", "Bavria", "Bavaria (DE-BY)"),
        ("DE", "DE-XX", None),
        ("SG", "Bavaria", None),
        ("US", "Califrnia", "California (US-CA)"),
    ],
)
def test_a_wrong_region_is_refused_with_proposals(country: str, text: str, proposal: str | None) -> None:
    with pytest.raises(UnknownNameError) as raised:
        region(country, text)
    assert proposal is None or proposal in raised.value.nearest


@pytest.mark.parametrize(
    ("country", "text", "name"),
    [
        ("US", "fargo", "Fargo"),
        ("US", "North Dakota", "North Dakota"),
        ("US", "US-ND", "North Dakota"),
        ("IN", "hyderabad", "Hyderabad"),
        ("DE", "München", "Munich"),
        ("DE", "Bayern", "Bavaria"),
        ("AE", "SH", "Sharjah"),
    ],
)
def test_a_place_is_spelled_as_in_english(country: str, text: str, name: str) -> None:
    assert spelled(country, text) == name


def test_a_region_has_a_name() -> None:
    assert region_name("DE-BY") == "Bavaria"
    assert region_name("DE-XX") == "DE-XX"


@pytest.mark.parametrize(
    ("country", "region_code", "city", "zone"),
    [
        ("BE", None, None, "Europe/Brussels"),
        ("DE", None, None, "Europe/Berlin"),
        ("XK", None, None, "Europe/Belgrade"),
        ("CN", None, None, "Asia/Shanghai"),
        ("US", None, None, None),
        ("US", "US-TX", None, None),
        ("US", "US-TX", "El Paso", "America/Denver"),
        ("US", "US-CA", None, "America/Los_Angeles"),
        ("US", None, "Boston", "America/New_York"),
        ("BR", "BR-SP", None, "America/Sao_Paulo"),
        ("BR", "BR-AM", None, "America/Manaus"),
        ("AU", None, "broken hill", "Australia/Broken_Hill"),
        ("ES", None, None, None),
        ("ES", "ES-CN", None, "Atlantic/Canary"),
        ("ES", None, "madrid", "Europe/Madrid"),
        ("RU", None, "Vladivostok", "Asia/Vladivostok"),
        ("ID", None, "Jayapura", "Asia/Jayapura"),
    ],
)
def test_the_zone_of_a_place_where_it_is_beyond_doubt(
    country: str, region_code: str | None, city: str | None, zone: str | None
) -> None:
    assert zone_for(country, region_code, city) == zone


TERRITORIES = ("AS", "GU", "MP", "PR", "VI")


@pytest.mark.parametrize(
    ("country", "region_code", "first", "holds"),
    [
        # a region with several zones asks for its own
        ("US", "US-ND", "America/Chicago", {"America/Denver", "America/North_Dakota/Beulah"}),
        ("US", "US-TX", "America/Chicago", {"America/Denver"}),
        ("US", "US-AK", "America/Anchorage", {"America/Adak", "America/Juneau"}),
        ("US", "US-TN", "America/Chicago", {"America/New_York"}),
        ("US", "US-KY", "America/New_York", {"America/Chicago"}),
        ("CA", "CA-NU", "America/Iqaluit", {"America/Rankin_Inlet"}),
        ("RU", "RU-SA", "Asia/Yakutsk", {"Asia/Khandyga"}),
        # no region, or one of which nothing is known: the country's, its big cities' first
        ("US", None, "America/New_York", {"America/Los_Angeles", "Pacific/Honolulu"}),
        ("CD", "CD-IT", "Africa/Kinshasa", {"Africa/Lubumbashi"}),
    ],
)
def test_the_zones_to_choose_from_are_those_of_the_region(
    country: str, region_code: str | None, first: str, holds: set[str]
) -> None:
    choice = zones_to_choose(country, region_code)
    assert choice[0] == first
    assert holds <= set(choice)
    assert zone_for(country, region_code) is None
    assert set(choice) <= set(zones(country))
    if region_code is not None and country != "CD":
        assert len(choice) < len(zones(country))


def test_every_region_of_a_country_with_several_zones_is_known_to_have_some() -> None:
    """But for what the tz database does not say: parts of the Congo, of Greenland, and islets."""
    unknown = {
        country
        for country in country_codes()
        if len(zones(country)) > 1 and zone_for(country) is None
        for code in region_codes(country)
        if not zones_of_region(code)
    }
    assert unknown <= {"CD", "GL", "UM"} | {"US"}
    assert {code for code in region_codes("US") if not zones_of_region(code)} == {"US-UM"}


def _sections() -> Iterator[str]:
    yield from (
        line[:2]
        for line in (data_folder() / "regions.yaml").read_text(encoding="utf-8").splitlines()
        if line[2:] == ":"
    )


def test_every_row_of_the_table_is_of_one_piece() -> None:
    for country in _sections():
        parts = parts_of(country)
        assert country in country_codes()
        assert set(parts.library) <= set(parts.names)
        assert set(parts.within.values()) <= set(parts.names)
        assert {city.region for city in cities(country)} <= set(parts.names)
        assert {*parts.zones, *parts.several} <= set(parts.names)
        # a territory has a country code of its own, and no zone among its country's
        territories = {code for code in TERRITORIES if country == "US"}
        known = set(zones(country)).union(*map(zones, territories))
        several = {zone for names in parts.several.values() for zone in names}
        assert all(len(names) > 1 for names in parts.several.values())
        named = {*several, *parts.zones.values(), *(city.zone for city in parts.cities if city.zone)}
        assert named | ({parts.zone} if parts.zone else set()) <= known, country


def test_every_country_but_the_empty_islands_has_a_zone() -> None:
    assert {code for code in country_codes() if not zones(code)} == {"BV", "HM"}


def test_data_lies_in_the_checkout() -> None:
    assert data_folder() == Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place("NO"), "Norway"),
        (Place("AE", "AE-SH"), "Sharjah"),
        (Place("US", "US-MA"), "Massachusetts"),
        (Place("DE", "DE-XX"), "DE-XX"),  # no name is known: the code is better than nothing
    ],
)
def test_a_place_is_called_by_its_region_else_by_its_country(place: Place, name: str) -> None:
    assert place_name(place) == name
