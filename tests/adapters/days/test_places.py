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
    place_of,
    region,
    region_name,
    zone_for,
    zones,
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
        known = set(zones(country))
        named = {*parts.zones.values(), *(city.zone for city in parts.cities if city.zone)}
        assert named | ({parts.zone} if parts.zone else set()) <= known, country


def test_every_country_but_the_empty_islands_has_a_zone() -> None:
    assert {code for code in country_codes() if not zones(code)} == {"BV", "HM"}


def test_data_lies_in_the_checkout() -> None:
    assert data_folder() == Path(__file__).parents[3] / "data"
