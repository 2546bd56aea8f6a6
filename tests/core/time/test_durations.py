from datetime import date

import pytest

from clientbridge.core.time.durations import (
    TimeSpan,
    TimeSpanError,
    parse_minutes,
    parse_time_span,
    show_minutes,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45m", TimeSpan(minutes=45)),
        ("1h30", TimeSpan(minutes=90)),
        ("1h30m", TimeSpan(minutes=90)),
        ("4h", TimeSpan(minutes=240)),
        ("30d", TimeSpan(days=30)),
        ("2w", TimeSpan(days=14)),
        ("3MO", TimeSpan(months=3)),
        ("1y", TimeSpan(months=12)),
    ],
)
def test_lengths_of_time(text: str, expected: TimeSpan) -> None:
    assert parse_time_span(text) == expected


@pytest.mark.parametrize("text", ["", "45", "h", "m", "1h90x", "-2w", "two weeks", "9999999d"])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(TimeSpanError):
        parse_time_span(text)


def test_a_month_from_a_long_month_stays_in_the_short_one() -> None:
    assert parse_time_span("1mo").after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_time_span("1mo").before(date(2027, 1, 15)) == date(2026, 12, 15)


@pytest.mark.parametrize(("text", "minutes"), [("45", 45), ("1h30", 90), ("60m", 60)])
def test_minutes(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes
    assert parse_minutes(show_minutes(minutes)) == minutes


def test_minutes_are_not_days() -> None:
    with pytest.raises(TimeSpanError):
        parse_minutes("2d")
