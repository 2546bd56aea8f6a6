from datetime import UTC, datetime

import pytest
from zones import zone

from clientbridge.core.time.clock_changes import ClockChange, clock_changes, is_shared
from clientbridge.core.time.intervals import minute_of

SUMMER_TIME_ENDS = minute_of(datetime(2026, 10, 25, 1, tzinfo=UTC))
"""In the whole European Union at once (Directive 2000/84/EC)."""


@pytest.mark.parametrize(
    ("minutes_before", "minutes_after", "expected"),
    [(60, 60, 1), (0, 1, 1), (60, 0, 0), (-1, 60, 0), (60, 1, 1)],
    ids=["inside", "its first minute", "its end", "just after", "its last minute"],
)
def test_a_change_lies_in_a_half_open_span(minutes_before: int, minutes_after: int, expected: int) -> None:
    span = (SUMMER_TIME_ENDS - minutes_before, SUMMER_TIME_ENDS + minutes_after)
    assert len(clock_changes(zone("Europe/Brussels"), span)) == expected


def test_offsets_and_shift() -> None:
    (change,) = clock_changes(zone("Europe/Brussels"), (SUMMER_TIME_ENDS - 60, SUMMER_TIME_ENDS + 60))
    assert change == ClockChange(at=SUMMER_TIME_ENDS, before=120, after=60)
    assert change.shift == -60


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        ("Europe/London", True),  # the same moment, the same hour back
        ("America/New_York", False),  # a week later
        ("Asia/Tokyo", False),
        ("Asia/Beirut", False),  # the same Sunday, some hours before
    ],
)
def test_changes_that_both_sides_make_alike(other: str, shared: bool) -> None:  # noqa: FBT001 - a case
    (change,) = clock_changes(zone("Europe/Brussels"), (SUMMER_TIME_ENDS - 60, SUMMER_TIME_ENDS + 60))
    assert is_shared(change, zone(other)) is shared


def test_half_an_hour_at_the_moment_of_a_whole_one_is_not_alike() -> None:
    ends = minute_of(datetime(2026, 4, 4, 15, tzinfo=UTC))
    (change,) = clock_changes(zone("Australia/Lord_Howe"), (ends - 60, ends + 60))
    assert (change.shift, is_shared(change, zone("Australia/Sydney"))) == (-30, False)
