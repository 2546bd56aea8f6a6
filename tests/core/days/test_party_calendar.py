from datetime import date, datetime, timedelta

import pytest
from people import BRUSSELS, MONDAY, TOKYO

from clientbridge.core.days.party_calendar import PartyCalendar, what_decides
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule

FRIDAY = MONDAY - timedelta(days=3)
TUESDAY = MONDAY + timedelta(days=1)
ENDLESS = PartyCalendar(
    schedule=Schedule(
        place=BRUSSELS.schedule.place,
        zone=BRUSSELS.schedule.zone,
        days_off=(DaysOff(days=DateRange(date(2026, 1, 1), date(2027, 12, 31))),),
    ),
    calendars=BRUSSELS.calendars,
)


def test_a_day_is_judged_once() -> None:
    assert TOKYO.day(MONDAY) is TOKYO.day(MONDAY)


@pytest.mark.parametrize(
    ("on", "worked_from", "worked_until", "after", "before"),
    [
        (MONDAY, TUESDAY, FRIDAY, TUESDAY, FRIDAY),
        (FRIDAY, FRIDAY, FRIDAY, TUESDAY, FRIDAY - timedelta(days=1)),
    ],
)
def test_worked_days_around_a_date(
    on: date, worked_from: date, worked_until: date, after: date, before: date
) -> None:
    assert (TOKYO.worked_from(on), TOKYO.worked_until(on)) == (worked_from, worked_until)
    assert (TOKYO.worked_after(on), TOKYO.worked_before(on)) == (after, before)


def test_a_closure_without_end_has_no_worked_day() -> None:
    assert (ENDLESS.worked_from(MONDAY), ENDLESS.worked_until(MONDAY)) == (MONDAY, MONDAY)
    assert (ENDLESS.worked_after(MONDAY), ENDLESS.worked_before(MONDAY)) == (None, None)


def test_worked_days_are_counted_after_the_first_up_to_the_last() -> None:
    assert TOKYO.worked_between(FRIDAY, TUESDAY) == 1
    assert TOKYO.worked_between(TUESDAY, FRIDAY) == -1
    assert TOKYO.worked_between(TUESDAY, TUESDAY) == 0


def test_work_ends_on_a_day_off_when_it_usually_does() -> None:
    assert TOKYO.end_of_work(MONDAY) == datetime.fromisoformat("2026-11-23T17:30+09:00")


def test_hours_decide_a_day_only_where_they_replace_the_week() -> None:
    place, zone = BRUSSELS.schedule.place, BRUSSELS.schedule.zone
    without = Schedule(place=place, zone=zone)
    replaced = WorkingHours(by_weekday=(parse_hours("9-17"),) * 7)
    assert what_decides(BRUSSELS.schedule) == what_decides(without)
    assert what_decides(Schedule(place=place, zone=zone, hours=replaced)) != what_decides(without)
