"""The rules of moved holidays: what the law of Ghana, Ecuador and Kenya says, a line each."""

from datetime import date

import pytest

from clientbridge.core.days.decrees.moved_holidays import MoveRow, stays_off
from clientbridge.core.time.hours import Weekday

GHANA = MoveRow(
    country="GH",
    names=frozenset({"Republic Day"}),
    first=date(2026, 11, 27),
    last=date(2040, 12, 31),
    shifts={Weekday.TUE: 3, Weekday.WED: 2, Weekday.THU: 1, Weekday.SAT: 2, Weekday.SUN: 1},
)
ECUADOR = MoveRow(country="EC", names=frozenset({"Labor Day"}), shifts={Weekday.TUE: 0})
BACK = MoveRow(country="XX", names=frozenset({"Feast"}), shifts={Weekday.TUE: -1, Weekday.SAT: -1})


@pytest.mark.parametrize(
    ("on", "name", "moves"),
    [
        pytest.param("2027-07-01", "Republic Day", True, id="a Thursday"),
        pytest.param("2030-07-01", "Republic Day", False, id="a Monday is no day that moves"),
        pytest.param("2027-07-01", "Eid-ul-Adha", False, id="another holiday stays where it is"),
        pytest.param("2026-11-26", "Republic Day", False, id="before the law"),
        pytest.param("2026-11-27", "Republic Day", False, id="a Friday"),
        pytest.param("2026-11-28", "Republic Day", True, id="a Saturday under the law"),
        pytest.param("2041-01-01", "Republic Day", False, id="after the law"),
    ],
)
def test_a_holiday_moves_by_its_name_its_weekday_and_the_dates_of_the_law(
    on: str, name: str, *, moves: bool
) -> None:
    assert GHANA.moves(date.fromisoformat(on), name) is moves


def test_the_first_and_the_last_date_count() -> None:
    row = MoveRow(
        country="XX",
        names=frozenset({"Feast"}),
        first=date(2027, 7, 1),
        last=date(2027, 7, 1),
        shifts={Weekday.THU: 1},
    )
    assert row.moves(date(2027, 7, 1), "Feast")


@pytest.mark.parametrize(
    ("on", "taken", "kept"),
    [
        pytest.param("2031-07-01", (), "2031-07-04", id="Tuesday to Friday"),
        pytest.param("2026-07-01", (), "2026-07-03", id="Wednesday to Friday"),
        pytest.param("2027-07-01", (), "2027-07-02", id="Thursday to Friday"),
        pytest.param("2027-03-06", (), "2027-03-08", id="Saturday to Monday"),
        pytest.param("2028-12-31", (), "2029-01-01", id="Sunday to Monday"),
        pytest.param("2027-12-25", ("2027-12-27",), "2027-12-28", id="Monday is a holiday: Tuesday"),
        pytest.param("2027-07-01", ("2027-07-02",), "2027-07-05", id="Friday is a holiday: over the weekend"),
    ],
)
def test_it_is_kept_on_the_day_of_the_law_or_the_next_working_day(
    on: str, taken: tuple[str, ...], kept: str
) -> None:
    others = [date.fromisoformat(day) for day in taken]
    assert GHANA.kept_on(date.fromisoformat(on), others) == date.fromisoformat(kept)


def test_a_day_that_the_library_adds_is_only_taken_away() -> None:
    assert ECUADOR.moves(date(2029, 5, 1), "Labor Day")
    assert ECUADOR.kept_on(date(2029, 5, 1), ()) is None


def test_a_day_that_goes_back_stays_there_whatever_it_meets() -> None:
    assert BACK.kept_on(date(2027, 6, 1), {date(2027, 5, 31)}) == date(2027, 5, 31)


def test_only_a_weekend_stays_off() -> None:
    week = [date(2027, 3, day) for day in range(1, 8)]
    assert [stays_off(day) for day in week] == [False] * 5 + [True] * 2
