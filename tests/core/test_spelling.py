from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.spelling import (
    fits_pattern,
    fold,
    is_blank,
    nearest,
    other_spellings,
    shortened,
    starting_with,
)

IDS = ("k3f9", "k3f92a", "k3fa", "p7b2")


@pytest.mark.parametrize(
    ("start", "ids"),
    [
        ("p", ("p7b2",)),
        ("k3f", ("k3f9", "k3f92a", "k3fa")),
        ("k3f9", ("k3f9",)),
        (" K3F92 ", ("k3f92a",)),
        ("x", ()),
        ("", ()),
        (" ", ()),
    ],
)
def test_a_prefix_matches_ids_and_a_whole_id_matches_alone(start: str, ids: tuple[str, ...]) -> None:
    assert starting_with(start, IDS) == ids


def test_duplicate_ids_are_one_match() -> None:
    assert starting_with("p", ("p7b2", "p7b2")) == ("p7b2",)


@given(
    st.text("abc ", max_size=6),
    st.sampled_from(["", "*"]),
    st.text("abc ", min_size=1, max_size=3),
    st.sampled_from(["", "*"]),
)
def test_patterns_fit_as_the_shells_do(name: str, before: str, part: str, after: str) -> None:
    pattern = f"{before}{part}{after}"
    assert fits_pattern(name, pattern) is fnmatchcase(name, pattern)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São Paulo", "sao paulo"),
        ("  Łódź ", "lodz"),
        ("Tromsø", "tromso"),
        ("STRASSE", "strasse"),
        ("Đặng", "dang"),
        ("Ærø", "aero"),
        ("O’Brien", "o'brien"),
        ("Jose\u0301", "jose"),
        ("\u200fشركة النور\u200e", "شركة النور"),
        ("می\u200cخواهم", "میخواهم"),
        ("Café ☕\ufe0f", "cafe ☕"),
        ("𝐀cme", "acme"),
    ],
)
def test_case_accents_and_space_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text", ["", "   ", "\t\n", "\u200b", "\u200f \u2060", "\u3164", "\u2800", "\u0301", "\ufeff"]
)
def test_what_cannot_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " 東 ", "é", "e\u0301", "👩\u200d🚀", "\u200fنور", "-", "½"])
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_the_nearest_names_come_best_first() -> None:
    assert nearest("tokio", ("Kyoto", "Tokyo", "Osaka"))[0] == "Tokyo"
    assert nearest("zzz", ("Kyoto", "Tokyo")) == ()


def test_names_with_the_prefix_come_after_similar_ones() -> None:
    assert nearest("nor", ("northern lights", "nord"), most=2) == ("nord", "northern lights")
    assert len(nearest("nor", ("nora", "nord", "norm"), most=2)) == 2


def test_at_most_three_or_as_many_as_wanted_are_close() -> None:
    alike = [f"acme{number}" for number in range(6)]
    assert len(nearest("acme", alike)) == 3
    assert len(nearest("acmee", alike)) == 3
    assert len(nearest("acmee", alike, most=5)) == 5
    assert len(nearest("acmee", alike, most=1)) == 1


def test_only_the_star_is_special_in_a_pattern() -> None:
    assert fits_pattern("Xmas Day", "Xmas*")
    assert not fits_pattern("mas", "Xmas")


@pytest.mark.parametrize(
    ("text", "shown"), [("acme", "acme"), ("acme k", "acme…"), ("abcdef", "abcd…"), ("", "")]
)
def test_what_is_too_long_is_shown_by_its_start(text: str, shown: str) -> None:
    assert shortened(text, 5) == shown
    assert len(shown) <= 5


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Saint-Petersburg", ["Saint Petersburg", "st. Petersburg"]),
        ("St Petersburg", ["saint Petersburg", "st. Petersburg", "St-Petersburg"]),
        ("ft. wayne", ["fort wayne", "ft.-wayne"]),
        ("Oslo", []),
        ("Starnberg", []),
    ],
)
def test_a_place_may_be_written_otherwise(text: str, others: list[str]) -> None:
    assert list(other_spellings(text)) == others
