"""How far a series reaches: from its first occurrence to a day after its last period."""

from datetime import UTC, datetime, timedelta

import pytest
from zones import zone

from clientbridge.core.meeting.series.recurrence import Recurrence, series_range
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.intervals import minute_of

START = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


def weekly(every: TimeSpan, times: int) -> Recurrence:
    return Recurrence(every=every, word="", times=times, anchor=zone("Europe/Brussels"))


@pytest.mark.parametrize(
    ("every", "times", "last_midnight"),
    [
        (TimeSpan(days=7), 1, "2026-12-11"),
        (TimeSpan(days=7), 6, "2027-01-15"),
        (TimeSpan(months=1), 3, "2027-03-04"),
        (TimeSpan(months=1, days=1), 2, "2027-02-06"),
    ],
)
def test_a_series_ends_an_hour_after_the_midnight_that_follows_its_last_period(
    every: TimeSpan, times: int, last_midnight: str
) -> None:
    end = datetime.fromisoformat(f"{last_midnight}T00:00+01:00") + timedelta(hours=1)
    assert series_range(minute_of(START), 60, weekly(every, times)) == (minute_of(START), minute_of(end))


@pytest.mark.parametrize(
    ("every", "times", "fits"),
    [
        (TimeSpan(days=7), 156, True),  # 1092 days
        (TimeSpan(days=7), 157, False),  # 1099 of 1098
        (TimeSpan(months=1), 35, True),
        (TimeSpan(months=1), 39, False),  # 28 days each would still fit; real months do not
        (TimeSpan(months=1), 40, False),
    ],
)
def test_a_series_longer_than_three_years_has_no_range(every: TimeSpan, times: int, *, fits: bool) -> None:
    assert (series_range(minute_of(START), 60, weekly(every, times)) is not None) is fits
