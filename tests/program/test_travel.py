"""Your own journey counts in every command: Lea, of Brussels, is in Dubai (UTC+4) on 7 to 9 December 2026."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sample_copies import copy_of_sample

from conftest import Run

IN_DUBAI = datetime(2026, 12, 8, 8, 0, tzinfo=UTC)
"""12:00 in Dubai, 17:00 in Tokyo, 09:00 in Brussels."""
BEFORE = datetime(2026, 12, 4, 8, 0, tzinfo=UTC)


Ask = Callable[..., str]


@pytest.fixture
def asked(run: Run, tmp_path: Path) -> Ask:
    """The answer to a question in a copy of the sample as it was two weeks before the journey."""
    copy_of_sample(tmp_path / "mine")

    def call(*words: str, now: datetime = IN_DUBAI) -> str:
        return run(*words, folder=tmp_path / "mine", now=now).out

    return call


def test_a_brief_counts_hours_from_where_you_are(asked: Ask) -> None:
    assert "5 h ahead of you" in " ".join(asked("brief", "hikari").split())
    assert "8 h ahead of you" in " ".join(asked("brief", "hikari", now=BEFORE).split())


def test_today_is_on_your_clock_there(asked: Ask) -> None:
    shown = asked("today")
    assert shown.startswith("Tue 8 Dec 2026  12:00 Asia/Dubai\n")
    assert "wait until 08:00 there, 17:00 here" in shown  # New York


def test_here_is_where_you_will_be_when_they_open(asked: Ask) -> None:
    """On the last evening in Dubai; on the next morning you are in Brussels again."""
    shown = asked("today", now=datetime(2026, 12, 9, 18, 0, tzinfo=UTC))
    assert "Wed 9 Dec 2026  22:00 Asia/Dubai" in shown
    assert "wait until 09:00 there, 01:00 in Brussels" in shown  # Tokyo


@pytest.mark.parametrize(
    ("words", "within"),
    [
        (("--from", "2026-12-07", "--to", "2026-12-09"), ("2026-12-06T20:00:00Z", "2026-12-09T20:00:00Z")),
        # From Dubai's 9 December to the end of 10 December in Brussels.
        (("--from", "2026-12-09", "--to", "2026-12-10"), ("2026-12-08T20:00:00Z", "2026-12-10T23:00:00Z")),
        (
            ("--from", "2026-12-09 08:00", "--to", "2026-12-10 18:00"),
            ("2026-12-09T04:00:00Z", "2026-12-10T17:00:00Z"),
        ),
        # Two days, today included, of which the second is the last one in Dubai.
        (("--next", "2d"), ("2026-12-08T08:00:00Z", "2026-12-09T20:00:00Z")),
    ],
)
def test_typed_days_and_times_are_read_where_you_are(
    asked: Ask, words: tuple[str, ...], within: tuple[str, str]
) -> None:
    now = IN_DUBAI if words[0] == "--next" else BEFORE
    request = json.loads(asked("meet", "hikari", *words, "--json", now=now))["request"]
    assert (request["from"], request["to"]) == within


def test_a_range_is_titled_by_the_days_that_were_asked(asked: Ask) -> None:
    title = asked("meet", "hikari", "--from", "2026-12-07", "--to", "2026-12-09", now=BEFORE).splitlines()[0]
    assert title == "Meet Hikari Seimitsu KK  1h, Mon 7 Dec to Wed 9 Dec"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("--at", "2026-12-08 10:00"), "Tue 8 Dec 2026 10:00-11:00 Dubai"),
        (("--at", "2026-12-10 10:00"), "Thu 10 Dec 2026 10:00-11:00 Brussels"),
        (("--at", "2026-12-08 10:00", "--zone", "Brussels"), "Tue 8 Dec 2026 13:00-14:00 Dubai"),
    ],
)
def test_a_time_to_judge_is_read_where_you_are_unless_a_zone_is_named(
    asked: Ask, words: tuple[str, ...], title: str
) -> None:
    assert asked("meet", "hikari", *words, now=BEFORE).startswith(title)


def test_a_series_says_where_each_time_is_and_blames_no_clock(asked: Ask) -> None:
    shown = asked("meet", "hikari", "--every", "1w", "--times", "3", "--at", "2026-12-08 10:00", now=BEFORE)
    assert "every 1w at 07:00 Brussels, 3 times" in shown
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "you, Brussels hikari, Tokyo" in lines
    assert "1 Tue 8 Dec 10:00 Dubai 15:00" in lines
    assert "2 Tue 15 Dec 07:00 ~ 15:00" in lines
    assert "moved" not in shown
    assert "Clocks that change" not in shown
    assert "whose local time moves" not in shown


def test_a_clock_change_is_still_told_beside_a_journey(asked: Ask) -> None:
    """New York's clocks change on 14 March 2027, two weeks before those of Brussels."""
    words = ("meet", "bayside", "--every", "1w", "--times", "3", "--at", "2027-03-08 15:00")
    shown = asked(*words, now=BEFORE)
    assert "Clocks that change on the way\n2  bayside 10:00 instead of 09:00" in shown


def test_a_range_of_days_begins_today_where_you_are(asked: Ask) -> None:
    """At 21:30 in Brussels it is tomorrow in Dubai."""
    late = datetime(2026, 12, 8, 20, 30, tzinfo=UTC)
    days = json.loads(asked("holidays", "hikari", "--next", "1d", "--json", now=late))
    assert days["from"] == "2026-12-09"
