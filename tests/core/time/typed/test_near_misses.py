import pytest

from clientbridge.core.time.typed.near_misses import means_a_day, not_a_day
from clientbridge.core.time.typed.reading import DATE_HINT


@pytest.mark.parametrize(
    "text",
    [
        "firday", "fryday", "tuesdy", "wensday", "thursady", "tommorow", "tomorow", "yesteday",
        "31 feb", "dec 45", "4 decmber", "febuary 3", "next week", "this month", "mid-december", "december",
        "2026-13-01", "31/02/2026", "99.99.2026", "1/2", "03.04", "christmas", "q4", "the weekend", "fri mon",
    ],
)  # fmt: skip
def test_words_that_surely_mean_a_day(text: str) -> None:
    assert means_a_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Tom", "Maria", "market", "marc", "may", "jan", "april", "june", "august", "Sundar",
        "Mondal", "Fridah", "Sandy", "Mandy", "Faraday", "Augusta", "Marcel", "toy", "the week",
        "the day", "night", "two", "30", "10%", "50/50", "1.2.3", "monday.com", "the end", "next",
        "friday the client", "sunny", "4 marcel",
    ],
)  # fmt: skip
def test_words_that_may_mean_something_else(text: str) -> None:
    assert not means_a_day(text)


def test_the_refusal_guesses_only_what_is_close() -> None:
    assert not_a_day("firday").hint == f"did you mean friday for firday? Else {DATE_HINT}"
    assert not_a_day("Sundar").hint == DATE_HINT
