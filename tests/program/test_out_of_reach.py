"""Numbers and dates far away end in a sentence at once, never in a traceback or a long wait."""

import pytest

from conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        ["holidays", "--next", "99999y"],
        ["holidays", "--next", "99999mo"],
        ["holidays", "--next", "100y"],
        ["holidays", "--from", "9999-12-31"],
        ["holidays", "--now", "9999-12-31"],
        ["today", "--now", "0001-01-01"],
        ["meet", "hikari", "--next", "99999y"],
        ["meet", "hikari", "--every", "99999w"],
        ["meet", "hikari", "--at", "2026-12-03 15:00", "--every", "100y", "--times", "160"],
        ["meet", "hikari", "--times", "100000"],
    ],
)
def test_far_away_is_refused(run: Run, words: list[str]) -> None:
    answer = run("--demo", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "error: " in answer.err.casefold()


def test_working_days_until_a_far_day_are_not_counted(run: Run) -> None:
    answer = run("--demo", "holidays", "nordlys", "--on", "2199-12-24", "--json")
    assert answer.code == 0
    assert '"working_days_until": null' in answer.out
    assert '"days_until": 63218' in answer.out


def test_a_width_beyond_reason_is_not_believed(run: Run) -> None:
    assert run("--demo", "client", "list", COLUMNS="9" * 30).out == run("--demo", "client", "list").out
