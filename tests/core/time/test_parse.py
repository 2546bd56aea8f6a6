from datetime import UTC, date, datetime

import pytest
from zones import zone

from clientbridge.core.errors import UsageError
from clientbridge.core.time.parse import end_of, read_date, read_day_or_moment, read_moment, start_of

TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
"""A Friday."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 28)),
        ("yesterday", date(2026, 11, 26)),
        ("fri", date(2026, 12, 4)),
        ("sat", date(2026, 11, 28)),
        ("Thursday", date(2026, 12, 3)),
        ("+3d", date(2026, 11, 30)),
        ("+2w", date(2026, 12, 11)),
        ("+3mo", date(2027, 2, 27)),
        ("-1y", date(2025, 11, 27)),
    ],
)
def test_days(text: str, expected: date) -> None:
    assert read_date(text, today=TODAY) == expected


@pytest.mark.parametrize(
    "text",
    ["03/04", "3.4.2026", "2026-02-30", "", "someday", "+3h", "+", "26-1-1", "0001-01-01", "+9999999d"],
)
def test_what_is_not_one_day(text: str) -> None:
    with pytest.raises(UsageError):
        read_date(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-03 15:00", "2026-12-03T14:00"),
        ("2026-12-03T15:00", "2026-12-03T14:00"),
        ("2026-12-03T15:00Z", "2026-12-03T15:00"),
        ("2026-12-03T15:00:00+09:00", "2026-12-03T06:00"),
        ("2026-12-03 15:00-0300", "2026-12-03T18:00"),
        ("fri 9:30", "2026-12-04T08:30"),
        ("15:00", "2026-11-27T14:00"),
    ],
)
def test_moments(text: str, expected: str) -> None:
    moment = read_moment(text, now=NOW, zone=zone("Europe/Brussels"))
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2026-12-03", "noon", "2026-12-03 25:00", "2026-13-03T15:00Z", "fri", "9999-12-31T23:00-09:00"]
)
def test_what_is_not_one_moment(text: str) -> None:
    with pytest.raises(UsageError):
        read_moment(text, now=NOW, zone=zone("Europe/Brussels"))


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "2027-03-14 02:30",
            ["2027-03-14T06:30Z (01:30, UTC-05:00)", "2027-03-14T07:30Z (03:30, UTC-04:00)"],
        ),
        (
            "2027-11-07 01:30",
            ["2027-11-07T05:30Z (01:30, UTC-04:00)", "2027-11-07T06:30Z (01:30, UTC-05:00)"],
        ),
    ],
)
def test_a_time_that_is_skipped_or_repeated_names_both_instants(text: str, both: list[str]) -> None:
    with pytest.raises(UsageError) as refused:
        read_moment(text, now=NOW, zone=zone("America/New_York"))
    assert refused.value.hint is not None
    assert all(instant in refused.value.hint for instant in both)


def test_a_range_of_days_includes_its_last_and_a_moment_is_excluded() -> None:
    brussels = zone("Europe/Brussels")
    first = read_day_or_moment("2026-12-01", now=NOW, zone=brussels)
    last = read_day_or_moment("2026-12-01", now=NOW, zone=brussels)
    assert start_of(first, brussels) == datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
    assert end_of(last, brussels) == datetime(2026, 12, 1, 23, 0, tzinfo=UTC)
    instant = read_day_or_moment("2026-12-01T10:00Z", now=NOW, zone=brussels)
    assert (
        start_of(instant, brussels) == end_of(instant, brussels) == datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
    )
