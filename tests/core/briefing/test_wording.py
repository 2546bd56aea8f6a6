from datetime import date

import pytest

from clientbridge.core.briefing.wording import hours_apart, joined, seen_from, span_in_words


def test_near_days_have_names_of_their_own() -> None:
    day = date(2026, 11, 24)
    assert seen_from(day, date(2026, 11, 23)) == "tomorrow"
    assert seen_from(day, date(2026, 11, 20)) == "Tuesday 24 November"


@pytest.mark.parametrize(("minutes", "said"), [(480, "8 h"), (-330, "5 h 30"), (45, "45 min")])
def test_hours_between_two_clocks(minutes: int, said: str) -> None:
    assert hours_apart(minutes) == said


@pytest.mark.parametrize(("text", "said"), [("2d", "2 days"), ("1w", "1 week"), ("soon", "soon")])
def test_spans_are_said_in_words(text: str, said: str) -> None:
    assert span_in_words(text) == said


def test_lists_end_in_and() -> None:
    assert (joined(("a",)), joined(("a", "b")), joined(("a", "b", "c"))) == ("a", "a and b", "a, b and c")
