"""Words for a zone: which name they mean, and what is refused with which cities."""

from datetime import UTC, datetime, timedelta

import pytest
from zones import zone

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.time.zone_lookup import zone_name

NAMES = (
    "UTC",
    "GMT",
    "EST",
    "Etc/GMT+5",
    "Europe/Brussels",
    "Europe/Paris",
    "Europe/Berlin",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Calcutta",
    "America/Sao_Paulo",
    "America/Los_Angeles",
    "US/Pacific",
    "Brazil/East",
    "America/Argentina/Buenos_Aires",
    "America/Buenos_Aires",
    "America/Indiana/Knox",
    "America/Kentucky/Louisville",
    "America/Louisville",
    "Pacific/Galapagos",
    "Example/Paris",
    "Japan",
    "Asia/Istanbul",
    "Europe/Istanbul",
)
LINKS = {
    "Asia/Calcutta": "Asia/Kolkata",
    "US/Pacific": "America/Los_Angeles",
    "Brazil/East": "America/Sao_Paulo",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Louisville": "America/Kentucky/Louisville",
    "Asia/Istanbul": "Europe/Istanbul",
    "Japan": "Asia/Tokyo",
    "Zulu": "Etc/UTC",
    "GMT0": "Etc/GMT",
}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("America/Sao Paulo", "America/Sao_Paulo"),
        ("tokyo", "Asia/Tokyo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("los angeles", "America/Los_Angeles"),
        ("utc", "UTC"),
        ("Z", "UTC"),
        ("zulu", "UTC"),
        ("UCT", "UTC"),
        ("Etc/UTC", "UTC"),
        ("etc/uct", "UTC"),
        ("etc/zulu", "UTC"),
        ("Universal", "UTC"),
        # an old name stays as it is typed, but for those named after a country's part
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("calcutta", "Asia/Calcutta"),
        ("US/Pacific", "America/Los_Angeles"),
        ("pacific", "America/Los_Angeles"),
        ("brazil/east", "America/Sao_Paulo"),
        # one city under an old and a new name is one city
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("louisville", "America/Kentucky/Louisville"),
        ("istanbul", "Europe/Istanbul"),
    ],
)
def test_the_name_that_is_meant(word: str, name: str) -> None:
    assert zone_name(word, NAMES, LINKS) == name


def refusal(word: str) -> UnknownNameError:
    with pytest.raises(UnknownNameError) as refused:
        zone_name(word, NAMES, LINKS)
    return refused.value


@pytest.mark.parametrize(
    ("word", "cities"),
    [
        # abbreviations, by where they are used (tz database, theory.html and its zone tables)
        ("EST", ("America/New_York", "America/Panama")),
        ("ist", ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
        ("CST", ("America/Chicago", "Asia/Shanghai", "America/Havana")),
        ("BST", ("Europe/London", "Asia/Dhaka")),
        ("JST", ("Asia/Tokyo",)),
        ("cet", ("Europe/Paris", "Europe/Berlin", "Africa/Tunis")),
        ("GMT", ("Europe/London", "Africa/Accra", "UTC")),
        ("EST5EDT", ("America/New_York",)),
        # fixed offsets: Etc/GMT+5 lies west of Greenwich although it says plus
        ("+9", ("Asia/Tokyo", "Asia/Seoul")),
        ("+09:00", ("Asia/Tokyo", "Asia/Seoul")),
        ("UTC+9", ("Asia/Tokyo", "Asia/Seoul")),
        ("GMT+0530", ("Asia/Karachi", "Asia/Kolkata")),
        ("utc -5", ("America/Bogota", "America/New_York")),
        ("-05", ("America/Bogota", "America/New_York")),
        ("Etc/GMT+5", ("America/Bogota", "America/New_York")),
        ("Etc/GMT-9", ("Asia/Tokyo", "Asia/Seoul")),
        ("UTC+0", ("Europe/London", "Africa/Accra")),
        ("UTC+1", ("Europe/Paris", "Africa/Lagos")),
        ("UTC-11", ()),
    ],
)
def test_what_is_no_place_is_refused_with_its_cities(word: str, cities: tuple[str, ...]) -> None:
    refused = refusal(word)
    assert refused.nearest == cities
    assert refused.hint is not None
    assert refused.hint.endswith(" or ".join(cities)) if cities else refused.hint.endswith("name its city")


SHOWN = {
    "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney",
    "ACST": "Australia/Darwin",
    "AWST": "Australia/Perth",
    "AKST": "America/Anchorage",
    "AKDT": "America/Anchorage",
    "AST": "America/Halifax",
    "ADT": "America/Halifax",
    "CAT": "Africa/Maputo",
    "CDT": "America/Chicago",
    "CEST": "Europe/Paris",
    "EAT": "Africa/Nairobi",
    "EDT": "America/New_York",
    "EEST": "Europe/Athens",
    "EET": "Europe/Helsinki",
    "HKT": "Asia/Hong_Kong",
    "HST": "Pacific/Honolulu",
    "IDT": "Asia/Jerusalem",
    "KST": "Asia/Seoul",
    "MDT": "America/Denver",
    "MST": "America/Phoenix",
    "MSK": "Europe/Moscow",
    "NST": "America/St_Johns",
    "NZDT": "Pacific/Auckland",
    "NZST": "Pacific/Auckland",
    "PDT": "America/Los_Angeles",
    "PKT": "Asia/Karachi",
    "PST": "Asia/Manila",
    "SAST": "Africa/Johannesburg",
    "WEST": "Europe/Lisbon",
    "WET": "Europe/Lisbon",
    "WIB": "Asia/Jakarta",
}


def test_every_abbreviation_and_offset_names_cities_at_that_time() -> None:
    """The letters a zone's own clock shows in January or July, asked of the database (`tzname`)."""
    for word, city in SHOWN.items():
        clocks = {datetime(2026, month, 1, tzinfo=UTC).astimezone(zone(city)).tzname() for month in (1, 7)}
        assert word in clocks
        assert city in refusal(word).nearest


def test_each_fixed_offset_names_cities_whose_clock_is_there_in_winter_or_always() -> None:
    named = 0
    for hours in range(-12, 15):
        for city in refusal(f"UTC{hours:+d}").nearest:
            clocks = [
                datetime(2026, month, 1, tzinfo=UTC).astimezone(zone(city)).utcoffset() for month in (1, 7)
            ]
            assert any(clock is not None and clock // timedelta(hours=1) == hours for clock in clocks), (
                hours,
                city,
            )
            named += 1
    assert named == 29


@pytest.mark.parametrize(
    ("word", "nearest", "hint"),
    [
        ("Japan", ("Asia/Tokyo",), "use Asia/Tokyo"),
        ("tokio", ("Asia/Tokyo",), "did you mean 'Asia/Tokyo'?"),
        ("brusels", ("Europe/Brussels",), "did you mean 'Europe/Brussels'?"),
        # with an area, names that are alike as a whole come after cities that are
        ("Asia/Tokio", ("Asia/Tokyo", "Asia/Kolkata"), "did you mean 'Asia/Tokyo' or 'Asia/Kolkata'?"),
        # without an area, only cities are alike
        ("asiatokio", (), "name a big city of it: Tokyo, Europe/Brussels"),
        ("qqqqqqqq", (), "name a big city of it: Tokyo, Europe/Brussels"),
        ("GMT0", (), "name a big city of it: Tokyo, Europe/Brussels"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_names(
    word: str, nearest: tuple[str, ...], hint: str | None
) -> None:
    refused = refusal(word)
    assert (refused.nearest, refused.hint) == (nearest, hint)


def test_a_city_of_several_zones_is_not_guessed() -> None:
    with pytest.raises(AmbiguousNameError) as refused:
        zone_name("paris", NAMES, LINKS)
    assert refused.value.candidates == ("Europe/Paris", "Example/Paris")


def test_whole_names_come_after_three_cities_no_more() -> None:
    names = ["Atlantis/Londo", "Atlantis/Londn", "Atlantis/Lndon", "Area/Leeton"]
    with pytest.raises(UnknownNameError) as refused:
        zone_name("area/london", names, {})
    assert len(refused.value.nearest) == 3
    assert "Area/Leeton" not in refused.value.nearest


@pytest.mark.parametrize("word", ["EST", "UTC+1", "Etc/GMT+5", "Japan", "qqqqqqqq"])
def test_a_refusal_names_the_word_as_typed(word: str) -> None:
    refused = refusal(word)
    assert (refused.kind, refused.name) == ("time zone", word)
    assert refused.say == f"unknown time zone '{word}'"


def test_at_most_three_names_are_suggested_of_cities_and_whole_names_together() -> None:
    names = [*(f"Area/Town{number}" for number in range(2)), *(f"Area/Twons{number}" for number in range(4))]
    with pytest.raises(UnknownNameError) as refused:
        zone_name("area/towns", names, {})
    assert len(refused.value.nearest) == 3
