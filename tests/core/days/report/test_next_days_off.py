from dataclasses import replace
from datetime import date, timedelta

import pytest
from zones import zone

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_report import (
    HolidayReport,
    NextDayOff,
    ReportOptions,
    Subject,
    holiday_report,
)
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.days.report.next_days_off import after, next_days_off, without_days
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule

BELGIUM = Place("BE", "BE-BRU")
HOME = Schedule(place=BELGIUM, zone=zone("Europe/Brussels"))
MONDAY = date(2026, 12, 7)
WEEK = ReportOptions(days=DateRange(MONDAY, date(2026, 12, 13)), today=MONDAY, every_day=True)


def fact(status: DayStatus, kind: ReasonKind, name: str) -> DayFact:
    return DayFact(status=status, reason=Reason(kind=kind, name=name))


FACTS = {
    date(2026, 12, 19): (fact(DayStatus.CLOSED, ReasonKind.PUBLIC_HOLIDAY, "Saturday feast"),),
    date(2026, 12, 24): (fact(DayStatus.REDUCED, ReasonKind.HALF_DAY, "Eve"),),
    date(2026, 12, 25): (fact(DayStatus.CLOSED, ReasonKind.PUBLIC_HOLIDAY, "Feast"),),
}
CALENDARS = {
    BELGIUM: PlaceCalendar(place=BELGIUM, days=DateRange(date(2026, 1, 1), date(2028, 1, 1)), facts=FACTS)
}
ACME = Subject(schedule=HOME, client="acme", name="Acme")
CLOSED = replace(HOME, days_off=(DaysOff(days=DateRange(MONDAY, MONDAY), name="Fair"),))
BAYSIDE = Subject(schedule=CLOSED, client="bayside", name="Bayside")


def test_those_without_a_row_are_found() -> None:
    report = holiday_report([ACME, BAYSIDE], CALENDARS, replace(WEEK, every_day=False))
    assert [row.client for row in report.days] == ["bayside"]
    assert without_days([ACME, BAYSIDE], report) == (ACME,)
    assert without_days([ACME], holiday_report([ACME], CALENDARS, WEEK)) == ()


def test_what_comes_after_begins_with_the_day_after() -> None:
    later = after(WEEK, 30)
    assert later.days == DateRange(date(2026, 12, 14), date(2026, 12, 14) + timedelta(days=29))
    assert (later.only_work, later.every_day, later.today) == (True, False, MONDAY)


@pytest.mark.parametrize(
    ("days", "found", "status", "names"),
    [
        (10, None, None, ()),
        # neither a feast on a Saturday nor a weekend changes work; a short day does
        (11, date(2026, 12, 24), DayStatus.REDUCED, ("Eve",)),
        (366, date(2026, 12, 24), DayStatus.REDUCED, ("Eve",)),
    ],
)
def test_the_next_day_that_changes_work(
    days: int, found: date | None, status: DayStatus | None, names: tuple[str, ...]
) -> None:
    wish = after(WEEK, days)
    assert next_days_off([ACME], CALENDARS, wish) == (
        NextDayOff(
            client="acme", country="BE", region="BE-BRU", date=found, status=status, names=names, name="Acme"
        ),
    )


def test_each_has_the_next_of_its_own() -> None:
    working = replace(HOME, works_public_holidays=True)
    away = replace(working, days_off=(DaysOff(days=DateRange(date(2026, 12, 15), date(2026, 12, 16))),))
    asked = [ACME, replace(ACME, schedule=away), replace(ACME, schedule=working), ACME]
    found = next_days_off(asked, CALENDARS, after(WEEK, 366))
    assert [(one.date, one.names) for one in found] == [
        (date(2026, 12, 24), ("Eve",)),
        (date(2026, 12, 15), ("Closed",)),
        (None, ()),
        (date(2026, 12, 24), ("Eve",)),
    ]


def test_nothing_is_an_answer() -> None:
    assert HolidayReport(from_=MONDAY, to=MONDAY, days=(), today=MONDAY).next_off == ()
