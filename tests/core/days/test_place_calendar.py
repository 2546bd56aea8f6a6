"""Which row of a place holds on a date, ends included."""

from datetime import date

import pytest

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import (
    STANDARD_WEEK,
    DayFact,
    PlaceCalendar,
    Season,
    WorkWeek,
    without_repetition,
)
from clientbridge.core.workspace.profiles import DateRange

W, C = DayStatus.WORKING, DayStatus.CLOSED
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
OLD = WorkWeek(last=date(2021, 12, 31), statuses=(C, W, W, W, W, C, C))
NEW = WorkWeek(first=date(2022, 1, 1), last=date(2030, 12, 31), statuses=(W, W, W, W, C, C, C))
AGAIN = WorkWeek(first=date(2022, 1, 1), statuses=(C,) * 7)
SUMMER = Season(id="summer", name="Summer", days=DateRange(date(2026, 7, 1), date(2026, 8, 31)))
AUGUST = Season(id="august", name="August", days=DateRange(date(2026, 8, 1), date(2026, 8, 31)))
HERE = PlaceCalendar(
    place=Place("AE"),
    days=DateRange(FIRST, date(2027, 12, 31)),
    work_weeks=(OLD, NEW, AGAIN),
    seasons=(SUMMER, AUGUST),
    years_without_data=frozenset({2027}),
)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("1990-01-01", OLD),
        ("2021-12-31", OLD),
        ("2022-01-01", NEW),
        ("2030-12-31", NEW),
        # the first that holds decides
        ("2031-01-01", AGAIN),
    ],
)
def test_the_work_week_of_a_date(day: str, week: WorkWeek) -> None:
    assert HERE.work_week_on(date.fromisoformat(day)) is week


def test_monday_to_friday_where_no_row_holds() -> None:
    bare = PlaceCalendar(place=Place("AE"), days=HERE.days, work_weeks=(OLD,))
    assert bare.work_week_on(FIRST) is STANDARD_WEEK
    assert STANDARD_WEEK.statuses == (W, W, W, W, W, C, C)


@pytest.mark.parametrize(
    ("day", "seasons"),
    [
        ("2026-06-30", ()),
        ("2026-07-01", (SUMMER,)),
        ("2026-08-01", (SUMMER, AUGUST)),
        ("2026-08-31", (SUMMER, AUGUST)),
        ("2026-09-01", ()),
    ],
)
def test_the_seasons_of_a_date(day: str, seasons: tuple[Season, ...]) -> None:
    assert HERE.seasons_on(date.fromisoformat(day)) == seasons


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2025-12-31", False),
        ("2026-01-01", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
        ("2028-01-01", False),
    ],
)
def test_what_is_known_ends_with_the_range_and_with_the_data(day: str, *, known: bool) -> None:
    assert HERE.knows(date.fromisoformat(day)) is known


def fact(status: DayStatus, name: str, local_name: str | None = None) -> DayFact:
    reason = Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name=name, local_name=local_name)
    return DayFact(status=status, reason=reason)


CLOSED, LIKELY, REDUCED = DayStatus.CLOSED, DayStatus.LIKELY_CLOSED, DayStatus.REDUCED


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ([fact(LIKELY, "Fair"), fact(REDUCED, "Eve")], [fact(LIKELY, "Fair"), fact(REDUCED, "Eve")]),
        # what closes makes the others redundant
        ([fact(LIKELY, "Fair"), fact(CLOSED, "Feast")], [fact(CLOSED, "Feast")]),
        ([fact(CLOSED, "Feast"), fact(CLOSED, "Rest")], [fact(CLOSED, "Feast"), fact(CLOSED, "Rest")]),
        # one name once, with its strongest effect and whichever local name is known
        ([fact(REDUCED, "Eve", "Aften"), fact(LIKELY, "Eve")], [fact(LIKELY, "Eve", "Aften")]),
        ([fact(LIKELY, "Eve", "Aften"), fact(REDUCED, "Eve", "Abend")], [fact(LIKELY, "Eve", "Aften")]),
        ([], []),
    ],
)
def test_facts_that_say_nothing_more_are_dropped(facts: list[DayFact], left: list[DayFact]) -> None:
    assert without_repetition(facts) == tuple(left)
