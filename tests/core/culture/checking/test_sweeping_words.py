"""Rule table of words that make a tendency into a verdict, and of scripts that need a romanisation."""

from dataclasses import replace

import pytest
from culture_rules import RULES

from clientbridge.core.culture.checking.sweeping_words import is_latin, sweeping_word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Meetings tend to start on time.", None),
        ("They always start on time.", "always"),
        ("Never start late.", "Never"),
        ("A nevertheless fine day.", None),  # whole words only
        ("All Dutch managers decide alone.", "All Dutch"),
        ("Most of the French prefer a plan.", "Most of the French"),
        ("Most firms prefer a plan.", None),
        ("The French are direct.", "French are"),
        ("The French tend to be direct.", None),
        ("Many French firms are direct.", None),
        ("Norwegians love plans.", "Norwegians love"),  # a people by its ending
        ("Most Japanese prefer a plan.", "Most Japanese"),
        ("Most chinese prefer a plan.", None),  # no name of a people without a capital
        ("They always say that all Dutch are direct.", "always"),  # the first rule first
    ],
)
def test_sweeping_words_are_named(text: str, word: str | None) -> None:
    assert sweeping_word(text, RULES) == word


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Bonjour, ça va ?", True),
        ("Święta", True),
        ("1.ª reunião, 2º", True),
        ("123 !", True),
        ("", True),
        ("こんにちは", False),
        ("Привет", False),
        ("Bonjour どうも", False),
    ],
)
def test_letters_of_other_scripts_are_seen(text: str, *, latin: bool) -> None:
    assert is_latin(text) is latin


def test_the_longest_words_are_named_first() -> None:
    rules = replace(RULES, words_anywhere=("no", "no one"))
    assert sweeping_word("Here no one is late.", rules) == "no one"


def test_words_are_no_patterns() -> None:
    rules = replace(RULES, words_anywhere=("a.ways",))
    assert sweeping_word("They always start on time.", rules) is None
