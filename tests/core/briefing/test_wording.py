"""Rule table of days, hours and lists in the words of a sentence."""

from datetime import date

import pytest

from clientbridge.core.briefing.wording import capital, hours_apart, joined, seen_from, span_in_words


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 26), "Thursday 26 November"),
        (date(2026, 11, 22), "Sunday 22 November"),
    ],
)
def test_near_days_have_names_of_their_own(day: date, said: str) -> None:
    assert seen_from(day, date(2026, 11, 24)) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 min"),
        (1, "1 min"),
        (59, "59 min"),
        (60, "1 h"),
        (61, "1 h 1"),
        (90, "1 h 30"),
        (480, "8 h"),
        (-330, "5 h 30"),
        (345, "5 h 45"),
    ],
)
def test_hours_between_two_clocks(minutes: int, said: str) -> None:
    assert hours_apart(minutes) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1h", "1 hour"),
        ("2d", "2 days"),
        ("1w", "1 week"),
        ("3mo", "3 months"),
        ("1mo", "1 month"),
        (" 1y ", "1 year"),
        ("11d", "11 days"),
        ("soon", "soon"),
        ("2 d", "2 d"),
    ],
)
def test_spans_are_said_in_words(text: str, said: str) -> None:
    assert span_in_words(text) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [(("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_lists_end_in_and(parts: tuple[str, ...], said: str) -> None:
    assert joined(parts) == said


@pytest.mark.parametrize(("text", "said"), [("a Day", "A Day"), ("A day", "A day"), ("", ""), ("8 h", "8 h")])
def test_a_sentence_begins_with_a_capital(text: str, said: str) -> None:
    assert capital(text) == said
