from pathlib import Path

import pytest

from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.places import country_codes
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.core.days.greetings import Feasts, GreetingTone

TABLE = feasts(NO_CACHE)


def test_about_a_hundred_feasts_each_with_a_source() -> None:
    text = (data_folder() / "greetings.yaml").read_text(encoding="utf-8")
    assert len(TABLE) >= 100
    assert text.count("  source: http") == text.count("  checked: ") == len(TABLE)
    assert len({feast.id for feast in TABLE}) == len(TABLE)


def test_solemn_days_get_no_cheerful_word() -> None:
    for feast in TABLE:
        assert feast.names
        assert feast.meaning
        if feast.tone is GreetingTone.SOLEMN:
            assert feast.say is None or not {"happy", "merry", "enjoy"} & set(feast.say.casefold().split()), (
                feast.id
            )
        if feast.tone is GreetingTone.FESTIVE:
            assert feast.say, feast.id


def test_nations_and_countries_are_real() -> None:
    known = {*country_codes(), "*"}
    for feast in TABLE:
        assert feast.nations | feast.countries <= known, feast.id


@pytest.mark.parametrize(
    ("name", "country", "feast"),
    [
        ("Eid al-Fitr Holiday", "AE", "eid_al_fitr"),
        ("National Day", "AE", "gulf_national_day"),
        ("National Day", "FR", "national_day"),
        ("Constitution Day", "NO", "norway_17_may"),
        ("Constitution Day", "JP", "golden_week"),
        ("Constitution Day", "DK", "national_day"),
        ("Alternative holiday for Christmas Day", "KR", "christmas"),
        ("Remembrance Day", "CA", "veterans"),
        ("Remembrance Day", "IL", "yom_hazikaron"),
        ("Yom Kippur", "IL", "yom_kippur"),
        ("Vesak Day", "SG", "vesak"),
        ("Independence Day", "US", "independence_us"),
        ("Independence Day", "PL", "national_day"),
        ("Universal Fraternization Day", "BR", "new_year"),
        # a solemn pattern comes before any other
        ("National Day of Remembrance for Truth and Justice", "AR", "memory_ar"),
        (
            "National Day of Patriotism and Commemoration of the Death of President Pierre Nkurunziza",
            "BI",
            "mourning",
        ),
        (
            "Victory Day and Commemoration of the heroes fallen for Independence of Fatherland",
            "MD",
            "mourning",
        ),
        ("Day of Memory and Honor", "UZ", "mourning"),
        ("Rizal Day", "PH", "mourning"),
        ("HM King Bhumibol Adulyadej Memorial Day", "TH", "royal_memorial"),
        ("HM King Chulalongkorn Memorial Day", "TH", "royal_memorial"),
        ("HM King Norodom Sihanouk Mourning Day", "KH", "royal_memorial"),
        ("HM King Norodom Sihamoni's Birthday", "KH", "emperor"),
        ("HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday", "KH", "emperor"),
        ("National Unity Day", "GE", "unity_ge"),
        ("National Unity Day", "TJ", "national_day"),
        ("Democracy and National Unity Day", "TR", "unity_tr"),
        ("Commemoration Day", "AE", "commemoration_ae"),
        ("Battle of the Boyne", "GB", "boyne"),
        ("Battle of Boyacá", "CO", "national_day"),
        # one name, several feasts
        ("Spring Festival", "EG", "sham_el_nessim"),
        ("Spring Festival", "AZ", "nowruz_spring"),
        ("Spring Festival", "TM", "nowruz_spring"),
        ("Chinese New Year (Spring Festival)", "CN", "lunar_new_year"),
        ("Lunar New Year", "MN", "tsagaan_sar"),
        ("Saint John the Baptist Day", "CA", "saint_john"),
        ("Saint John's Day", "BR", "saint_john"),
        ("Midsummer Day", "SE", "midsummer"),
        ("Christmas Day", "ET", "christmas_7_january"),
        ("Christmas Day", "DE", "christmas"),
        ("New Year's Eve", "DE", "new_years_eve"),
        ("Founding Day Holiday", "SA", "founding_day_sa"),
        ("Qatar National Day", "QA", "gulf_national_day"),
        ("Family Day", "CA", "family_day_ca"),
        ("National Holiday", "JP", "respect_aged"),
        ("National Day of Zumbi and Black Awareness", "BR", "black_consciousness"),
        ("Holiday of Spring and Labor", "RU", "labour_day"),
    ],
)
def test_names_of_holiday_lists_find_their_feast(name: str, country: str, feast: str) -> None:
    found = Feasts(TABLE).named(name, country)
    assert found is not None
    assert found.id == feast


@pytest.mark.parametrize("damage", ["", "{", "\x00"])
def test_a_damaged_cache_is_rebuilt(tmp_path: Path, damage: str) -> None:
    assert feasts(JsonCache(tmp_path)) == TABLE
    (file,) = (file for file in tmp_path.rglob("*") if file.is_file())
    assert feasts(JsonCache(tmp_path)) == TABLE
    file.write_text(damage, encoding="utf-8")
    assert feasts(JsonCache(tmp_path)) == TABLE


def test_a_cache_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert feasts(JsonCache(blocked)) == TABLE


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Family Day", "UY"),  # Christmas Day in Uruguay
        ("National Day of Thanksgiving", "SB"),
        ("National Day of Prayer and Christian Heritage", "ZM"),
        ("Jan Hus Day", "CZ"),
        ("Battle of Arica and Flag Day", "PE"),
        ("President's Day", "BW"),
        ("Youm-e-Takbeer", "PK"),
    ],
)
def test_names_that_only_look_like_a_feast_are_none(name: str, country: str) -> None:
    assert Feasts(TABLE).named(name, country) is None


@pytest.mark.parametrize(
    ("name", "country", "say"),
    [
        ("Diwali", "SG", "Happy Deepavali to you and your family."),
        ("Diwali", "LK", "Happy Deepavali to you and your family."),
        ("Diwali", "IN", "Happy Diwali to you and your family."),
        ("Assumption Day", "PL", "Enjoy the holiday."),
        ("Assumption Of Mary Day", "IT", "Buon Ferragosto."),
        ("Saint John the Baptist Day", "CA", "Bonne Saint-Jean: enjoy the national holiday."),
        ("Nowruz Holiday", "KZ", "Happy Nauryz."),
        ("Orthodox Easter", "BY", "Happy Easter."),
        ("Easter Monday", "GR", "Happy Easter."),
        ("Buddha's Birthday", "KR", "Wishing you a peaceful Buddha's Birthday."),
    ],
)
def test_a_feast_has_the_words_of_the_country(name: str, country: str, say: str) -> None:
    feast = Feasts(TABLE).named(name, country)
    assert feast is not None
    assert feast.words(country, long_weekend=True) == say


def test_a_long_weekend_is_wished_only_where_there_is_one() -> None:
    for feast in TABLE:
        if feast.say is not None and "long weekend" in feast.say:
            assert feast.words("BE", long_weekend=False) == "Enjoy the day off.", feast.id
        for words in (feast.say, *feast.say_in.values()):
            assert words is None or ". In " not in words, f"{feast.id}: the words of one country told to all"


def test_an_eve_says_what_its_feast_says() -> None:
    by_id = {feast.id: feast for feast in TABLE}
    for eve, main in (("christmas_eve", "christmas"), ("new_years_eve", "new_year")):
        assert by_id[eve].say == by_id[main].say


@pytest.mark.parametrize("country", ["BA", "AL", "TD", "NG", "LB"])
def test_a_nation_of_several_faiths_keeps_no_feast_of_one_as_a_whole(country: str) -> None:
    assert [feast.id for feast in TABLE if feast.of_one_faith and country in feast.nations] == []
