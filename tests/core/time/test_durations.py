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
        # in words
        ("2 weeks", TimeSpan(days=14)),
        ("1 fortnight", TimeSpan(days=14)),
        ("3 months", TimeSpan(months=3)),
        ("2 quarters", TimeSpan(months=6)),
        ("1 year", TimeSpan(months=12)),
        ("90 min", TimeSpan(minutes=90)),
        ("1 hour 30 minutes", TimeSpan(minutes=90)),
    ],
)
def test_lengths_of_time(text: str, expected: TimeSpan) -> None:
    assert parse_time_span(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbers of five digits, and a hundred years
        ("99999m", TimeSpan(minutes=99999)),
        ("99999h", TimeSpan(minutes=99999 * 60)),
        ("1h99999", TimeSpan(minutes=60 + 99999)),
        ("100y", TimeSpan(months=1200)),
        ("1200mo", TimeSpan(months=1200)),
        ("36600d", TimeSpan(days=36600)),
        ("5228w", TimeSpan(days=36596)),
        ("0d", TimeSpan()),
        ("0m", TimeSpan()),
        (" 1 H 5 ", TimeSpan(minutes=65)),
        ("1h5m", TimeSpan(minutes=65)),
    ],
)
def test_the_longest_and_the_loosest_that_is_read(text: str, expected: TimeSpan) -> None:
    assert parse_time_span(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("100000m", "too long a time"),
        ("1h100000", "too long a time"),
        ("100000d", "too long a time"),
        ("101y", "longer than 100 years"),
        ("1201mo", "longer than 100 years"),
        ("36601d", "longer than 100 years"),
        ("5229w", "longer than 100 years"),
        ("45", "not a length of time"),
        ("soon", "not a length of time"),
    ],
)
def test_what_is_longer_is_refused_and_says_so(text: str, why: str) -> None:
    with pytest.raises(TimeSpanError, match=why):
        parse_time_span(text)


@pytest.mark.parametrize(
    ("text", "day", "after", "before"),
    [
        ("1mo", "2027-01-31", "2027-02-28", "2026-12-31"),
        ("1mo", "2028-01-31", "2028-02-29", "2027-12-31"),
        ("1mo", "2027-03-31", "2027-04-30", "2027-02-28"),
        ("12mo", "2028-02-29", "2029-02-28", "2027-02-28"),
        ("4y", "2028-02-29", "2032-02-29", "2024-02-29"),
        ("1mo", "2026-12-15", "2027-01-15", "2026-11-15"),
        ("13mo", "2026-11-30", "2027-12-30", "2025-10-30"),
        ("3d", "2026-11-28", "2026-12-01", "2026-11-25"),
        ("2w", "2026-12-25", "2027-01-08", "2026-12-11"),
    ],
)
def test_steps_on_the_calendar(text: str, day: str, after: str, before: str) -> None:
    span, on = parse_time_span(text), date.fromisoformat(day)
    assert (span.after(on).isoformat(), span.before(on).isoformat()) == (after, before)
    both = TimeSpan(months=1, days=1)
    assert both.after(date(2027, 1, 31)) == date(2027, 3, 1)
    assert both.before(date(2027, 3, 1)) == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("text", "whole"), [("2d", True), ("1mo", True), ("1h", False), ("1m", False), ("0m", True)]
)
def test_only_spans_without_minutes_are_whole_days(text: str, *, whole: bool) -> None:
    assert parse_time_span(text).whole_days is whole


@pytest.mark.parametrize("text", ["", "45", "h", "m", "1h90x", "-2w", "two weeks", "9999999d"])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(TimeSpanError):
        parse_time_span(text)


def test_a_month_from_a_long_month_stays_in_the_short_one() -> None:
    assert parse_time_span("1mo").after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_time_span("1mo").before(date(2027, 1, 15)) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("text", "minutes"), [("45", 45), (" 45 ", 45), ("1h30", 90), ("60m", 60), ("99999", 99999), ("0", 0)]
)
def test_minutes(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes
    assert parse_minutes(show_minutes(minutes)) == minutes


@pytest.mark.parametrize("text", ["2d", "1mo", "100000", "٤٥"])
def test_minutes_are_not_days_nor_longer_than_five_digits_nor_other_digits(text: str) -> None:
    with pytest.raises(TimeSpanError):
        parse_minutes(text)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0m"), (1, "1m"), (59, "59m"), (60, "1h"), (61, "1h01"), (90, "1h30"), (120, "2h"), (1440, "24h")],
)
def test_minutes_as_text(minutes: int, text: str) -> None:
    assert show_minutes(minutes) == text
