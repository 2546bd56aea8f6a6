"""Remarks on several times: each once, with the numbers of its rows and of whom it is true."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.meeting.cost.prices import CostCode
from clientbridge.core.meeting.slots import Fit, PartyTime, Remark
from clientbridge.render.meeting.remarks import (
    NumberedTimes,
    in_one_line,
    numbers,
    remark_rows,
    remarks_beyond_signs,
)
from clientbridge.render.page import words

LATE = Remark(code=CostCode.LATE, say="60 min outside hours (late)")
NIGHT = Remark(code=CostCode.NIGHT, say="at night")
ASSUMED = Remark(code=None, say="hours assumed")
LUNCH = Remark(code=CostCode.LUNCH, say="over lunch")


@pytest.mark.parametrize(
    ("of", "shown"),
    [([1], "1"), ([1, 2], "1, 2"), ([3, 1, 2], "1-3"), ([1, 3, 4, 5, 7, 8], "1, 3-5, 7, 8"), ([], "")],
)
def test_three_numbers_in_a_row_are_a_range(of: Sequence[int], shown: str) -> None:
    assert numbers(of) == shown


Said = Sequence[tuple[str, Sequence[str]]]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([], []),
        ([[("you", []), ("", [])]], []),
        # the same for many rows once, and what only the other says without a name
        ([[("", ["lunch"])], [("", ["lunch"])]], ["1, 2 lunch"]),
        # for both, and then what is only yours after it
        ([[("you", ["eve", "lunch"]), ("", ["eve"])]], ["1 both: eve; you: lunch"]),
        ([[("you", ["lunch"]), ("", ["eve"])]], ["1 eve; you: lunch"]),
        # remarks of different rows on different lines, in the order of the rows
        (
            [[("you", ["lunch"])], [("you", ["eve"])], [("you", ["lunch", "eve"])]],
            ["1, 3 you: lunch", "2, 3 you: eve"],
        ),
        # of several the names, of all of them one word
        ([[("you", []), ("hikari", ["eve"]), ("bayside", ["eve"])]], ["1 hikari and bayside: eve"]),
        ([[("you", ["eve"]), ("hikari", ["eve"]), ("bayside", ["eve"])]], ["1 everyone: eve"]),
        ([[("you", ["eve", "lunch"])]], ["1 you: eve, lunch"]),
    ],
)
def test_a_remark_is_told_once(rows: Sequence[Said], shown: Sequence[str]) -> None:
    said = [
        NumberedTimes(at, tuple((who, tuple(says)) for who, says in row))
        for at, row in enumerate(rows, start=1)
    ]
    assert [f"{words(of)} {words(text)}" for of, text in remark_rows(said)] == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Acme",), "Acme"),
        (("Acme", "Lisbon"), "Acme and Lisbon"),
        (("A", "B", "C"), "A, B and C"),
    ],
)
def test_the_last_of_several_names_follows_an_and(names: Sequence[str], shown: str) -> None:
    assert in_one_line(names) == shown


def test_beyond_a_number_of_lines_the_rest_is_counted() -> None:
    rows = [NumberedTimes(number, (("", (f"remark {number}",)),)) for number in range(1, 6)]
    shown = [words(text) for _, text in remark_rows(rows, most=3)]
    assert shown == ["remark 1", "remark 2", "and 3 more with --json, or with: cb meet CLIENT"]
    assert len(remark_rows(rows, most=5)) == 5


@pytest.mark.parametrize(
    ("fit", "remarks", "left"),
    [
        (Fit.STRETCH, (LATE, NIGHT), ("at night",)),
        (Fit.STRETCH, (LATE, ASSUMED), ("hours assumed",)),
        (Fit.UNKNOWN, (ASSUMED, LUNCH), ("over lunch",)),
        (Fit.OUTSIDE, (LATE,), ("60 min outside hours (late)",)),
        (Fit.WORKING, (LUNCH, LUNCH), ("over lunch",)),
    ],
)
def test_what_a_sign_says_is_not_said_again(
    fit: Fit, remarks: tuple[Remark, ...], left: tuple[str, ...]
) -> None:
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)
    time = PartyTime(
        id="me",
        start=start,
        end=start,
        timezone=ZoneInfo("UTC"),
        where="UTC",
        day_shift=0,
        fit=fit,
        minutes_outside=0,
        cost=0,
        parts=(),
        notes=(),
        remarks=remarks,
    )
    assert remarks_beyond_signs(time) == left
