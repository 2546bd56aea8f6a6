"""Which days a deadline in working days counts, and what a day is called: by what makes it what it is.

Ramadan shortens days, a weekend or a holiday closes them.
"""

from dataclasses import replace
from datetime import date

import pytest
from zones import zone

from clientbridge.core.days.day import Day, DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.day_status import assess_day
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule

SEASON = ReasonKind.SEASON
CLOSED, LIKELY, REDUCED, WORKING = (
    DayStatus.CLOSED,
    DayStatus.LIKELY_CLOSED,
    DayStatus.REDUCED,
    DayStatus.WORKING,
)
PUBLIC, HALF, OPTIONAL, REGIONAL = (
    ReasonKind.PUBLIC_HOLIDAY,
    ReasonKind.HALF_DAY,
    ReasonKind.OPTIONAL,
    ReasonKind.REGION_DEPENDENT,
)
SATURDAY, SUNDAY, MONDAY = date(2027, 2, 20), date(2027, 2, 21), date(2027, 2, 22)
HERE = Place("SA")
RAMADAN = Season(
    id="ramadan",
    name="Ramadan",
    days=DateRange(date(2027, 2, 8), date(2027, 3, 8)),
    status=REDUCED,
    cut=HoursCut(until=900),
)
SUMMER = replace(RAMADAN, id="summer", name="Summer", status=LIKELY, cut=None)
AT_HOME = Schedule(place=HERE, zone=zone("Asia/Riyadh"))
CLOSURE = replace(AT_HOME, days_off=(DaysOff(days=DateRange(SATURDAY, MONDAY), name="Winter closure"),))


def judged(status: DayStatus, *kinds: ReasonKind) -> Day:
    reasons = tuple(Reason(kind=kind, name=kind.value) for kind in kinds)
    return Day(date=date(2026, 11, 23), place=Place("JP"), status=status, reasons=reasons)


@pytest.mark.parametrize(
    ("status", "kinds", "counts"),
    [
        (DayStatus.WORKING, [], True),
        (DayStatus.REDUCED, [ReasonKind.HALF_DAY], True),
        (DayStatus.UNKNOWN, [ReasonKind.NO_DATA], True),
        (DayStatus.CLOSED, [ReasonKind.WEEKEND], False),
        (DayStatus.CLOSED, [SEASON], False),
        # some are there in a slow season; many are away on any other day that is likely closed
        (DayStatus.LIKELY_CLOSED, [SEASON], True),
        (DayStatus.LIKELY_CLOSED, [SEASON, SEASON], True),
        (DayStatus.LIKELY_CLOSED, [OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [SEASON, OPTIONAL], False),
        # a day of some regions is none of the whole place
        (DayStatus.LIKELY_CLOSED, [REGIONAL], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, SEASON], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, ReasonKind.WEEKEND], False),
        (DayStatus.WORKING, [REGIONAL], True),
        (DayStatus.CLOSED, [REGIONAL, ReasonKind.WEEKEND], False),
    ],
)
def test_what_counts_as_working(status: DayStatus, kinds: list[ReasonKind], *, counts: bool) -> None:
    assert judged(status, *kinds).counts_as_working is counts


@pytest.mark.parametrize(
    ("status", "kinds", "in_regions_alone"),
    [
        (DayStatus.LIKELY_CLOSED, [REGIONAL], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, REGIONAL], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [OPTIONAL], False),
        # a note, and a day that the weekend closes anyway
        (DayStatus.WORKING, [REGIONAL], False),
        (DayStatus.CLOSED, [REGIONAL, ReasonKind.WEEKEND], False),
    ],
)
def test_what_is_off_in_some_regions_alone(
    status: DayStatus, kinds: list[ReasonKind], *, in_regions_alone: bool
) -> None:
    assert judged(status, *kinds).is_off_in_regions_alone is in_regions_alone


def fact(status: DayStatus, kind: ReasonKind, name: str) -> DayFact:
    return DayFact(status=status, reason=Reason(kind=kind, name=name))


def assessed(
    on: date, *facts: DayFact, seasons: tuple[Season, ...] = (), schedule: Schedule = AT_HOME
) -> Day:
    year = DateRange(date(2027, 1, 1), date(2027, 12, 31))
    calendar = PlaceCalendar(place=HERE, days=year, facts={on: facts}, seasons=seasons)
    return assess_day(calendar, schedule, on)


@pytest.mark.parametrize(
    ("on", "facts", "seasons", "schedule", "names"),
    [
        (MONDAY, (), (), AT_HOME, ()),
        (SATURDAY, (), (), AT_HOME, ("Saturday",)),
        (SATURDAY, (), (RAMADAN,), AT_HOME, ("Saturday",)),
        (MONDAY, (), (RAMADAN,), AT_HOME, ("Ramadan",)),
        (SATURDAY, (fact(CLOSED, PUBLIC, "Christmas"),), (), AT_HOME, ("Christmas",)),
        (SATURDAY, (fact(REDUCED, HALF, "Christmas Eve"),), (), AT_HOME, ("Saturday",)),
        (MONDAY, (fact(CLOSED, PUBLIC, "Founding Day"),), (RAMADAN,), AT_HOME, ("Founding Day",)),
        (MONDAY, (fact(LIKELY, OPTIONAL, "Bridge"),), (SUMMER,), AT_HOME, ("Bridge",)),
        (MONDAY, (fact(LIKELY, REGIONAL, "A state's day"),), (), AT_HOME, ("A state's day",)),
        (SATURDAY, (fact(LIKELY, REGIONAL, "A state's day"),), (), AT_HOME, ("Saturday",)),
        (
            MONDAY,
            (fact(LIKELY, REGIONAL, "A state's day"),),
            (SUMMER,),
            AT_HOME,
            ("A state's day", "Summer"),
        ),
        (
            MONDAY,
            (fact(LIKELY, REGIONAL, "A state's day"), fact(LIKELY, OPTIONAL, "Bridge")),
            (),
            AT_HOME,
            ("Bridge",),
        ),
        (
            MONDAY,
            (fact(CLOSED, PUBLIC, "Holi"), fact(CLOSED, PUBLIC, "Good Friday")),
            (),
            AT_HOME,
            ("Holi", "Good Friday"),
        ),
        (MONDAY, (fact(CLOSED, PUBLIC, "New Year's Day"),), (RAMADAN,), CLOSURE, ("Winter closure",)),
        (SATURDAY, (), (RAMADAN,), CLOSURE, ("Winter closure",)),
        (
            MONDAY,
            (fact(WORKING, ReasonKind.MAKE_UP_WORKDAY, "Make-up workday"),),
            (),
            AT_HOME,
            ("Make-up workday",),
        ),
    ],
)
def test_a_day_is_named_by_what_makes_it(
    on: date,
    facts: tuple[DayFact, ...],
    seasons: tuple[Season, ...],
    schedule: Schedule,
    names: tuple[str, ...],
) -> None:
    day = assessed(on, *facts, seasons=seasons, schedule=schedule)
    assert day.names == names
    assert tuple(reason.name for reason in day.named_by) == names
    assert not set(day.asides) & set(day.named_by)


@pytest.mark.parametrize(
    ("on", "facts", "seasons", "schedule", "mere"),
    [
        (SUNDAY, (), (RAMADAN,), AT_HOME, True),
        (SUNDAY, (fact(REDUCED, HALF, "Christmas Eve"),), (), AT_HOME, True),
        (SUNDAY, (fact(CLOSED, PUBLIC, "Easter"),), (), AT_HOME, False),
        (SUNDAY, (), (), CLOSURE, False),
        (MONDAY, (), (), AT_HOME, False),
        (MONDAY, (), (RAMADAN,), AT_HOME, False),
    ],
)
def test_a_mere_weekend_is_off_for_nothing_else(
    on: date, facts: tuple[DayFact, ...], seasons: tuple[Season, ...], schedule: Schedule, *, mere: bool
) -> None:
    assert assessed(on, *facts, seasons=seasons, schedule=schedule).is_mere_weekend is mere


def test_a_half_day_on_a_weekend_is_none_and_yet_the_feast() -> None:
    eve = fact(REDUCED, HALF, "Christmas Eve")
    assert assessed(SUNDAY, eve, seasons=(RAMADAN,)).hidden_by_weekend == (eve.reason,)
    assert assessed(MONDAY, eve).hidden_by_weekend == ()
    assert assessed(SUNDAY, fact(CLOSED, PUBLIC, "Easter")).hidden_by_weekend == ()


def test_what_is_uncertain_about_a_week_is_said_of_the_uncertain_day_alone() -> None:
    """Saturday is worked in some offices; nobody doubts Sunday."""
    week = WorkWeek(
        statuses=(WORKING,) * 5 + (LIKELY, CLOSED), note="Saturday is off in most offices, and worked in some"
    )
    calendar = PlaceCalendar(
        place=HERE, days=DateRange(date(2027, 1, 1), date(2027, 12, 31)), work_weeks=(week,)
    )
    assert assess_day(calendar, AT_HOME, SATURDAY).names == (week.note,)
    assert assess_day(calendar, AT_HOME, SUNDAY).names == ("Sunday",)
