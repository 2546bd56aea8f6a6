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
    "Minot, North Dakota": ("US", "North Dakota", "America/Chicago"),
    "Beulah, North Dakota": ("US", "North Dakota", "America/North_Dakota/Beulah"),
    "Chatham": ("NZ", "Chatham Islands", "Pacific/Chatham"),
    "Chatham Islands": ("NZ", "Chatham Islands", "Pacific/Chatham"),
    "Kiritimati": ("KI", "Line Islands", "Pacific/Kiritimati"),
    "Pacific/Kiritimati": ("KI", "Line Islands", "Pacific/Kiritimati"),
    "San Francisco, CA": ("US", "San Francisco", "America/Los_Angeles"),
    "Calgary, CA": ("CA", "Calgary", "America/Edmonton"),
    "Paris": ("FR", "Paris", "Europe/Paris"),
    "Paris, Texas": ("US", "Texas", "America/Chicago"),
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
        ("Georgia", ["Georgia, the country", "Georgia, United States"]),
        ("Georgia, the country", ["Georgia"]),
        ("Congo", ["DR Congo", "Congo-Brazzaville"]),
        ("Virgin Islands", ["U.S. Virgin Islands", "British Virgin Islands"]),
        ("Washington, United States", ["Washington, United States"]),
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
        ("Tokoyo", "did you mean Tokyo, "),
        ("xyzzyx", "a smaller town goes with its country or state: Giverny, France"),
        ("zone", "did you mean "),
        ("Somewhere, Nowheria", "smaller town"),
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


ANYWHERE = """
    Minot = US America/Chicago; Reykjavík = IS Atlantic/Reykjavik; reykjavik = IS Atlantic/Reykjavik;
    Łódź = PL Europe/Warsaw; lodz = PL Europe/Warsaw; Tromsø = NO Europe/Oslo; tromso = NO Europe/Oslo;
    東京 = JP Asia/Tokyo; 深圳 = CN Asia/Shanghai; 서울 = KR Asia/Seoul; Москва = RU Europe/Moscow;
    Київ = UA Europe/Kyiv; Киев = UA Europe/Kyiv; القاهرة = EG Africa/Cairo; تهران = IR Asia/Tehran;
    תל אביב = IL Asia/Jerusalem; मुंबई = IN Asia/Kolkata; กรุงเทพ = TH Asia/Bangkok; Αθήνα = GR Europe/Athens;
    Genf = CH Europe/Zurich; Luzern = CH Europe/Zurich; Lucerne = CH Europe/Zurich; Firenze = IT Europe/Rome;
    Kathmandu = NP Asia/Kathmandu; Accra = GH Africa/Accra; Suva = FJ Pacific/Fiji; Nuuk = GL America/Nuuk;
    Apia = WS Pacific/Apia; Pago Pago = AS Pacific/Pago_Pago; Pristina = XK Europe/Belgrade;
    Rangoon = MM Asia/Yangon; Constantinople = TR Europe/Istanbul; Tokio = JP Asia/Tokyo;
    Tijuana = MX America/Tijuana; Cancún = MX America/Cancun; Darwin = AU Australia/Darwin;
    Saint-Petersburg = RU Europe/Moscow; St Petersburg FL = US America/New_York;
    Easter Island = CL Pacific/Easter;
    St Petersburg, Florida = US America/New_York; St. John's, Newfoundland = CA America/St_Johns;
    st-etienne = FR Europe/Paris; Stoke-on-Trent = GB Europe/London; Ft Lauderdale = US America/New_York;
    Lord Howe Island = AU Australia/Lord_Howe; Clermont-Ferrand = FR Europe/Paris;
    Stoke on Trent = GB Europe/London;
    Barcelona = ES Europe/Madrid; Vancouver = CA America/Vancouver; Athens = GR Europe/Athens;
    Dublin = IE Europe/Dublin; Naples = IT Europe/Rome; London = GB Europe/London; Bali = ID Asia/Makassar;
    Ontario = CA America/Toronto; Sydney = AU Australia/Sydney; Boston = US America/New_York
"""
ASKED = {
    "San José": ["Costa Rica", "California", "Uruguay", "Philippines"],
    "Birmingham": ["England", "Alabama"],
    "Springfield": ["Missouri", "Massachusetts", "Illinois", "Oregon", "Ohio", "Virginia", "Pennsylvania"],
    "Springfield, US": [
        "Missouri",
        "Massachusetts",
        "Illinois",
        "Oregon",
        "Ohio",
        "Virginia",
        "Pennsylvania",
    ],
    "Valencia": ["Spain", "Venezuela"],
    "Cambridge": ["England", "Massachusetts", "Ontario"],
    "Washington": ["Washington, United States", "Washington DC"],
    "Toledo": ["Belize", "Spain", "Ohio", "Philippines"],
    "Odessa": ["Ukraine", "Texas"],
}


@pytest.mark.parametrize("entry", ANYWHERE.replace("\n", " ").split(";"))
def test_a_place_anywhere(entry: str) -> None:
    text, _, meant = entry.strip().partition(" = ")
    (place,) = named_places(text)
    assert f"{place.country} {place.zone}" == meant


@pytest.mark.parametrize("text", ASKED)
def test_a_name_of_several_places_is_asked_about(text: str) -> None:
    found = named_places(text)
    assert len(found) == len(ASKED[text])
    for place, told in zip(found, ASKED[text], strict=True):
        assert told in place.name


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Birmingham",
            "San José",
            "Springfield",
            "Cambridge",
            "Valencia",
            "Santiago",
            "Georgia",
            "Washington",
        ),
        *("Victoria", "New Delhi", "Congo", "Virgin Islands", "Ishikawa", "Quezon", "Hidalgo", "Sevastopol"),
        *("Aktobe", "Negotino", "Portland"),
    ],
)
def test_each_of_them_is_found_by_its_name_in_words(text: str) -> None:
    for place in named_places(text):
        assert [(one.country, one.zone) for one in named_places(place.name)] == [(place.country, place.zone)]


@pytest.mark.parametrize("text", ["Virgin Island", "Southern Nation", "Hlavni mest", "Tokoyo", "zone"])
def test_a_near_name_is_one_that_is_understood(text: str) -> None:
    with pytest.raises(UnknownNameError) as unknown:
        named_places(text)
    assert unknown.value.nearest
    assert all(named_places(name) for name in unknown.value.nearest)
