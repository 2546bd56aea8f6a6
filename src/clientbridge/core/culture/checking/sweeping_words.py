"""Words that make a tendency into a verdict, and scripts that need a romanisation."""

import re
import unicodedata
from collections.abc import Sequence

from clientbridge.core.culture.sources import SourceRules


def sweeping_word(text: str, rules: SourceRules) -> str | None:
    """The first words that speak of a whole people or without exception; None when there are none."""
    people = _people(rules)
    patterns = (
        rf"\b(?i:{_any_of(rules.words_anywhere)})\b",
        rf"\b(?i:{_any_of(rules.words_before_a_people)})\s+(?:of\s+)?(?:the\s+)?{people}\b",
        rf"\b{people}\s+(?:{_any_of(rules.verbs_of_being)})\b",
    )
    matches = (re.search(pattern, text) for pattern in patterns)
    return next((match[0] for match in matches if match is not None), None)


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _people(rules: SourceRules) -> str:
    """Matches a people by name, or by the endings of such names in English."""
    return rf"(?:(?:{_any_of(rules.peoples)})|[A-Z][a-z]+(?:ese|ians|eans|icans))"


def is_latin(text: str) -> bool:
    """Whether every letter is of the Latin script, accents included."""
    letters = (char for char in text if char.isalpha())
    return all(unicodedata.name(char, "").startswith(("LATIN", "FEMININE", "MASCULINE")) for char in letters)
