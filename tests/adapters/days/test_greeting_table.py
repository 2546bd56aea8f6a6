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
