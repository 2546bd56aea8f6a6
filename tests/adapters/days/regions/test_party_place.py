"""What stands after @: one place with one clock, remembered; or why not."""

from pathlib import Path

import pytest

from clientbridge.adapters.days.regions.party_place import party_place
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.core.errors import SeveralPlacesError, UnknownNameError

ONE = {
    "tokyo": ("JP-13", "Asia/Tokyo", "Tokyo, Japan"),
    "São Paulo": ("BR-SP", "America/Sao_Paulo", "São Paulo, Brazil"),
    "BE": ("BE", "Europe/Brussels", "Belgium"),
    "DE-BY": ("DE-BY", "Europe/Berlin", "Bavaria, Germany"),
    "Asia/Tokyo": ("JP", "Asia/Tokyo", "Tokyo, Japan"),
    "minot": ("US-ND", "America/Chicago", "Minot, North Dakota, United States"),
    "Birmingham, Alabama": ("US-AL", "America/Chicago", "Birmingham, Alabama, United States"),
    "America/Chicago, Texas": ("US-TX", "America/Chicago", "Chicago, United States"),
    "Augsburg": ("DE-BY", "Europe/Berlin", "Augsburg, Bavaria, Germany"),
}


@pytest.mark.parametrize("text", ONE)
def test_a_place_and_its_clock(text: str, shared_cache: Path) -> None:
    for cache in (NO_CACHE, JsonCache(shared_cache), JsonCache(shared_cache)):
        found = party_place(text, cache)
        assert (str(found.place), found.zone, found.name) == ONE[text]


def test_a_city_with_days_of_its_own_keeps_them(shared_cache: Path) -> None:
    assert party_place("Augsburg", JsonCache(shared_cache)).place.city == "Augsburg"


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Birmingham", ("Birmingham, England, United Kingdom", "Birmingham, Alabama, United States")),
        (
            "Texas",
            ("America/Chicago, Texas, United States", "America/Denver, Texas, United States"),
        ),
    ],
)
def test_several_are_told_in_words_that_each_mean_one(
    text: str,
    candidates: tuple[str, ...],
    tmp_path: Path,
) -> None:
    with pytest.raises(SeveralPlacesError) as several:
        party_place(text, JsonCache(tmp_path))
    assert (several.value.candidates, several.value.of_clocks) == (candidates, text == "Texas")
    assert [party_place(words, JsonCache(tmp_path)).zone for words in candidates]


def test_a_country_of_several_clocks_names_zones() -> None:
    with pytest.raises(SeveralPlacesError) as several:
        party_place("US", NO_CACHE)
    assert several.value.candidates[0] == "America/New_York"
    assert several.value.exit_code == 3


@pytest.mark.parametrize("text", ["xyzzyx", "x" * 500, "🏝", "\udcff"])
def test_no_place(text: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        party_place(text, JsonCache(tmp_path))


def test_a_damaged_memory_is_looked_up_again(tmp_path: Path) -> None:
    party_place("tokyo", JsonCache(tmp_path))
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_text("x", encoding="utf-8")
    assert party_place("tokyo", JsonCache(tmp_path)).zone == "Asia/Tokyo"
