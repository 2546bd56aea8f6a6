from datetime import date

import pytest

from clientbridge.core.time.hours import Weekday
from clientbridge.core.time.typed.calendar_week import CalendarWeek


@pytest.mark.parametrize(
    ("worked", "first", "last"),
    [
        ({0, 1, 2, 3, 4}, Weekday.MON, Weekday.FRI),
        ({6, 0, 1, 2, 3}, Weekday.SUN, Weekday.THU),
        ({5, 6, 0, 1, 2}, Weekday.SAT, Weekday.WED),
        ({5, 6, 0, 1, 2, 3}, Weekday.SAT, Weekday.THU),
        ({6, 0, 1, 2, 3, 4}, Weekday.SUN, Weekday.FRI),
        ({0, 1, 2, 3, 5}, Weekday.MON, Weekday.SAT),
        ({1, 3}, Weekday.MON, Weekday.THU),
        (set(), Weekday.MON, Weekday.FRI),
    ],
)
def test_a_week_begins_and_ends_with_the_work(worked: set[int], first: Weekday, last: Weekday) -> None:
    week = CalendarWeek.of(worked)
    assert (week.first, week.last_worked) == (first, last)


def test_a_day_lies_in_the_week_that_begins_on_or_before_it() -> None:
    sunday, week = date(2026, 11, 29), CalendarWeek(Weekday.SUN, Weekday.THU)
    assert week.start(sunday) == sunday
    assert CalendarWeek().start(sunday) == date(2026, 11, 23)
    assert week.day(Weekday.SAT, sunday) == date(2026, 12, 5)
