"""Words that surely mean a day and are none: what is refused, and the word that was perhaps meant."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from clientbridge.core.errors import UsageError
from clientbridge.core.time.hours import WEEKDAY_NAMES
from clientbridge.core.time.typed.day_words import (
    ANCHORS,
    DIRECTIONS,
    MONTHS,
    MONTHS_THAT_ARE_NAMES,
    UNITS,
    VOCABULARY,
    weekday_named,
)
from clientbridge.core.time.typed.reading import DATE_HINT
from clientbridge.core.time.typed.words import words_of

_LONG_DAYS = (*(name.casefold() for name in WEEKDAY_NAMES), "tomorrow", "yesterday")
_ALIKE = 0.8
_SHORTEST_MISSPELLING = 5
_NUMBER = r"(?a)\d{1,2}(?:st|nd|rd|th)?|[12]\d{3}|\d{1,2}:\d{2}|\d{1,2}(?:am|pm)"
_DATE_SHAPE = (
    r"(?a)\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}|[0-3]?\d/[0-3]?\d(?:/\d{2})?"
    r"|0\d\.\d{2}|\d{2}\.0\d|\d{1,2}\.\d{1,2}\.\d{2}|\d{2}-\d{2}-\d{2}"
)


def not_a_day(text: str) -> UsageError:
    """The refusal of a text that is no day, with the word that it may have meant."""
    meant = [(word, _meant(word)) for word in words_of(text)]
    guesses = [f"{right} for {word}" for word, right in meant if right is not None]
    hint = f"did you mean {', '.join(guesses)}? Else {DATE_HINT}" if guesses else DATE_HINT
    return UsageError(f"'{text.strip()}' is not a day", hint=hint)


def means_a_day(text: str) -> bool:
    """Whether the whole text surely means a day, rightly written or not ("firday", "31 feb", "next week").

    A month alone that is a given name too does not, nor a number, nor words like "the week".
    """
    words = words_of(text)
    if not words or not all(map(_is_of_days, words)):
        return False
    return any(re.fullmatch(_DATE_SHAPE, word) or _names_a_day(word) for word in words) or _has_month(words)


def _names_a_day(word: str) -> bool:
    return word in ANCHORS or weekday_named(word) is not None or _misspelt_day(word) is not None


def _has_month(words: Sequence[str]) -> bool:
    """A month beside something else, or alone where it can be nothing else; "next week" and the like."""
    if len(words) == 1:
        return words[0] in MONTHS and words[0] not in MONTHS_THAT_ARE_NAMES
    given = set(words)
    named = bool(given & MONTHS.keys()) and not given <= MONTHS.keys()
    counted = any(re.fullmatch(_NUMBER, word) for word in words) and any(map(_misspelt_month, words))
    around = bool(given & UNITS and given & DIRECTIONS.keys())
    return named or counted or around


def _is_of_days(word: str) -> bool:
    return (
        word in VOCABULARY
        or weekday_named(word) is not None
        or bool(re.fullmatch(_NUMBER, word) or re.fullmatch(_DATE_SHAPE, word))
        or _meant(word) is not None
    )


def _meant(word: str) -> str | None:
    return None if word in VOCABULARY else _misspelt_day(word) or _misspelt_month(word)


def _misspelt_day(word: str) -> str | None:
    """The weekday, or tomorrow, that a word misspells; names like Sundar and Mondal are none."""
    if len(word) < _SHORTEST_MISSPELLING or weekday_named(word) is not None:
        return None
    right = _most_alike(word, _LONG_DAYS)
    if right is None or right == word:
        return None
    return right if word[-1] == right[-1] or sorted(word) == sorted(right) else None


def _misspelt_month(word: str) -> str | None:
    if len(word) < _SHORTEST_MISSPELLING or word in MONTHS:
        return None
    return _most_alike(word, [month for month in MONTHS if len(month) >= _SHORTEST_MISSPELLING])


def _most_alike(word: str, right_words: Sequence[str]) -> str | None:
    ratio, right = max((SequenceMatcher(None, word, right).ratio(), right) for right in right_words)
    return right if ratio >= _ALIKE else None
