"""What place a newcomer means: one line for each way of saying it."""

import pytest

from clientbridge.adapters.days.regions.named_places import named_places, place_within
from clientbridge.core.errors import UnknownNameError

ONE: dict[str, tuple[str, str | None, str | None]] = {
    "Norway": ("NO", None, "Europe/Oslo"),
    "us": ("US", None, None),
    "DE-BY": ("DE", "Bavaria", "Europe/Berlin"),
    "Bavaria": ("DE", "Bavaria", "Europe/Berlin"),
    "sao paulo": ("BR", "São Paulo", "America/Sao_Paulo"),
    "Tokyo": ("JP", "Tokyo", "Asia/Tokyo"),
    "Oslo": ("NO", "Oslo", "Europe/Oslo"),
    "Sharjah": ("AE", "Sharjah", "Asia/Dubai"),
    "Hyderabad": ("IN", "Hyderabad", "Asia/Kolkata"),
    "Fargo": ("US", "Fargo", "America/Chicago"),
    "Fargo, North Dakota": ("US", "Fargo", "America/Chicago"),
    "Fargo, ND, USA": ("US", "Fargo", "America/Chicago"),
    "fargo nd": ("US", "Fargo", "America/Chicago"),
    "fargo north dakota": ("US", "Fargo", "America/Chicago"),
    "North Dakota": ("US", "North Dakota", None),
    "Minot, North Dakota": ("US", "North Dakota", None),
    "Beulah, North Dakota": ("US", "North Dakota", "America/North_Dakota/Beulah"),
    "Chatham": ("NZ", "Chatham Islands", "Pacific/Chatham"),
    "Chatham Islands": ("NZ", "Chatham Islands", "Pacific/Chatham"),
    "Kiritimati": ("KI", "Line Islands", "Pacific/Kiritimati"),
    "Pacific/Kiritimati": ("KI", "Line Islands", "Pacific/Kiritimati"),
    "San Francisco, CA": ("US", "San Francisco", "America/Los_Angeles"),
    "Calgary, CA": ("CA", "Calgary", "America/Edmonton"),
    "Paris": ("FR", "Paris", "Europe/Paris"),
    "Paris, Texas": ("US", "Texas", None),
    "Somewhere, Norway": ("NO", None, "Europe/Oslo"),
    "Luxembourg": ("LU", None, "Europe/Luxembourg"),
    "LA": ("LA", None, "Asia/Vientiane"),
    "Hong Kong": ("HK", None, "Asia/Hong_Kong"),
}


@pytest.mark.parametrize("text", ONE)
def test_one_place(text: str) -> None:
    (place,) = named_places(text)
    assert (place.country, place.region, place.zone) == ONE[text]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Georgia", ["Georgia", "Georgia, United States"]),
        (
            "Birmingham",
            ["Birmingham, England, United Kingdom", "Birmingham, Alabama, United States"],
        ),
        ("Birmingham, England", ["Birmingham, England, United Kingdom"]),
        ("Munich, Germany", ["Munich, Bavaria, Germany"]),
        ("Minot, ND", ["Minot, North Dakota, United States"]),
    ],
)
def test_its_name_tells_it_from_others(text: str, names: list[str]) -> None:
    assert [place.name for place in named_places(text)] == names


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Belgim", "did you mean Belgium, "),
        ("Tokio", "did you mean Tokyo, "),
        ("xyzzyx", "A smaller town goes with its country or state: Minot, North Dakota"),
        ("zone", "did you mean "),
        ("Somewhere, Nowheria", "A smaller town"),
    ],
)
def test_what_is_unknown_gets_near_names(text: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as unknown:
        named_places(text)
    assert hint in str(unknown.value.hint)


@pytest.mark.parametrize(
    ("country", "text", "region", "zone"),
    [
        ("US", "ND", "North Dakota", None),
        ("US", "Fargo, North Dakota", "Fargo", "America/Chicago"),
        ("US", "fargo", "Fargo", "America/Chicago"),
        ("BR", "Manaus", "Manaus", "America/Manaus"),
        ("NZ", "Chatham", "Chatham Islands", "Pacific/Chatham"),
    ],
)
def test_a_part_of_a_known_country(country: str, text: str, region: str, zone: str | None) -> None:
    place = place_within(country, text)
    assert (place.country, place.region, place.zone) == (country, region, zone)


def test_a_part_of_another_country_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="unknown region of Brazil 'Bavaria'"):
        place_within("BR", "Bavaria")
