"""What a decree may decide, by the decrees there were: bridges, longer breaks, make-up workdays near both."""

from datetime import date, timedelta

import pytest

from clientbridge.core.days.decrees.undecided_days import DecreeRow, UndecidedDays, undecided_days

JAN, DEC = date(2027, 1, 1), date(2027, 12, 31)
MAY_DAY = [date(2027, 5, day) for day in (1, 3, 4)]
"""Saturday, Monday and Tuesday: with Sunday four days off in a row."""


def row(
    bridge: int = 1, beside_long: int = 0, *, make_up: bool = False, also: tuple[str, ...] = ()
) -> DecreeRow:
    say = "not announced yet"
    return DecreeRow(
        country="XX",
        announced_to=2026,
        say=say,
        bridge=bridge,
        beside_long=beside_long,
        also=also,
        make_up=make_up,
        source="https://example.org/decree",
    )


def found(decree: DecreeRow, *holidays: date) -> UndecidedDays:
    return undecided_days(decree, JAN, DEC, weekend={5, 6}, holidays=holidays)


def days(*texts: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(text) for text in texts)


@pytest.mark.parametrize(
    ("holiday", "free"),
    [
        pytest.param("2027-05-04", days("2027-05-03"), id="Tuesday: the Monday before"),
        pytest.param("2027-05-06", days("2027-05-07"), id="Thursday: the Friday after"),
        pytest.param("2027-05-05", (), id="Wednesday: two days on each side"),
        pytest.param("2027-05-03", (), id="Monday: no bridge"),
        pytest.param("2027-05-08", (), id="Saturday: no bridge"),
    ],
)
def test_a_bridge_is_one_worked_day_between_a_holiday_and_a_weekend(
    holiday: str, free: tuple[date, ...]
) -> None:
    assert found(row(), date.fromisoformat(holiday)).worked == free


def test_a_longer_bridge_where_decrees_make_them() -> None:
    wednesday = date(2027, 9, 1)
    assert found(row(bridge=2), wednesday).worked == days(
        "2027-08-30", "2027-08-31", "2027-09-02", "2027-09-03"
    )


def test_a_long_break_is_prolonged_by_more_than_a_bridge() -> None:
    assert found(row(beside_long=3), *MAY_DAY).worked == days("2027-05-05", "2027-05-06", "2027-05-07")
    assert found(row(beside_long=2), *MAY_DAY).worked == ()
    assert found(row(beside_long=3), date(2027, 5, 5)).worked == (), "one day off is no long break"


def test_a_week_between_two_plain_weekends_is_worked() -> None:
    assert found(row(bridge=5)) == UndecidedDays((), ())


def test_make_up_days_lie_within_two_weeks_on_plain_weekends() -> None:
    thursday = date(2027, 5, 6)
    free = date(2027, 5, 7)
    off = found(row(make_up=True), thursday).off
    weekends = [free + timedelta(days=shift) for shift in range(-14, 15)]
    assert off == tuple(day for day in weekends if day.weekday() in {5, 6})
    assert found(row(), thursday).off == (), "no make-up where decrees make none"


def test_a_holiday_on_a_weekend_is_no_make_up_day() -> None:
    assert date(2027, 5, 8) not in found(row(make_up=True), date(2027, 5, 6), date(2027, 5, 8)).off


def test_the_edges_of_the_stretch() -> None:
    new_year = date(2028, 1, 1)
    thursday, friday = date(2027, 12, 30), date(2027, 12, 31)
    assert found(row(), thursday, new_year).worked == (friday,)
    assert found(row(make_up=True), date(2028, 1, 6)).off == days("2027-12-25", "2027-12-26"), "for 7 January"
    assert found(row(), date(2026, 12, 31), JAN).worked == ()


def test_days_that_decrees_often_free_are_named_by_rule() -> None:
    friday = date(2027, 12, 31)
    named = row(also=("12-31", "05-01", "05-07"), make_up=True)
    found_days = found(named, date(2027, 5, 6))
    assert found_days.worked == (date(2027, 5, 7), friday), "once, in order, and no Saturday"
    assert date(2027, 12, 25) in found_days.off
