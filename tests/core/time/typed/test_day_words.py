"""The words of which days are made."""

import pytest

from clientbridge.core.time.typed.day_words import is_month


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("dec", True),
        ("Sept", True),
        ("December 2026", True),
        ("2026-12", True),
        ("2026-13", False),
        ("decc", False),
        ("deccan", False),
        ("4 dec", False),
        ("dec 4", False),
        ("2026", False),
        ("--from", False),
        ("", False),
    ],
)
def test_what_is_a_month_and_nothing_more(text: str, *, is_one: bool) -> None:
    assert is_month(text) is is_one
