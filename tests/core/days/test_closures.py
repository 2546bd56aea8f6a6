from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from people import JAPAN, MONDAY, TOKYO, YEARS

from clientbridge.core.days.closures import break_around, closures
from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff


def test_a_weekend_alone_is_no_closure_and_days_in_a_row_are_one() -> None:
    found = list(closures(TOKYO, DateRange(date(2026, 11, 9), date(2027, 1, 31))))
    assert [(closure.first, closure.last, closure.names) for closure in found] == [
        (MONDAY, MONDAY, ("Labor Thanksgiving Day",)),
        (date(2026, 12, 28), date(2027, 1, 5), ("Winter closure",)),
    ]
    assert not found[0].likely


def test_a_closure_that_is_running_is_told_from_the_first_day_asked() -> None:
    (running,) = closures(TOKYO, DateRange(date(2026, 12, 30), date(2027, 1, 2)))
    assert (running.first, running.last) == (date(2026, 12, 30), date(2027, 1, 5))


FIRST = date(2026, 12, 7)
"""A Monday without anything; days are counted from it."""
KINDS = {
    "h": (DayStatus.CLOSED, ReasonKind.PUBLIC_HOLIDAY),
    "l": (DayStatus.LIKELY_CLOSED, ReasonKind.OPTIONAL),
    "s": (DayStatus.LIKELY_CLOSED, ReasonKind.SEASON),
    "n": (DayStatus.UNKNOWN, ReasonKind.NO_DATA),
    "r": (DayStatus.REDUCED, ReasonKind.HALF_DAY),
    "d": (DayStatus.LIKELY_CLOSED, ReasonKind.REGION_DEPENDENT),
}


def days_of(letters: Mapping[int, str]) -> PartyCalendar:
    """Tokyo with facts on some days, a letter each (`KINDS`), named by kind and number."""
    facts: dict[date, tuple[DayFact, ...]] = {}
    for number, kinds in letters.items():
        facts[FIRST + timedelta(days=number)] = tuple(
            DayFact(status=KINDS[kind][0], reason=Reason(kind=KINDS[kind][1], name=f"{kind}{number}"))
            for kind in kinds
        )
    schedule = TOKYO.schedule
    calendars = {JAPAN: PlaceCalendar(place=JAPAN, days=YEARS, facts=facts)}
    return PartyCalendar(schedule=schedule, calendars=calendars)


def runs(letters: Mapping[int, str], first: int = 0, last: int = 13) -> list[tuple[int, int, str]]:
    within = DateRange(FIRST + timedelta(days=first), FIRST + timedelta(days=last))
    return [
        ((one.first - FIRST).days, (one.last - FIRST).days, one.say)
        for one in closures(days_of(letters), within)
    ]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ({}, []),
        ({1: "h"}, [(1, 1, "h1")]),
        ({1: "h", 2: "h"}, [(1, 2, "h1; h2")]),
        ({1: "h", 3: "h"}, [(1, 1, "h1"), (3, 3, "h3")]),
        # over a weekend, when both sides of it are off; a weekend at the end is left out
        ({4: "h", 7: "h"}, [(4, 7, "h4; h7")]),
        ({4: "h", 8: "h"}, [(4, 4, "h4"), (8, 8, "h8")]),
        ({7: "h"}, [(7, 7, "h7")]),
        ({5: "h"}, [(5, 5, "h5")]),
        # what is only likely is told of its own day
        ({1: "l"}, [(1, 1, "l1, many are away")]),
        ({1: "l", 2: "h"}, [(1, 2, "l1 (many are away); h2")]),
        ({1: "l", 2: "l"}, [(1, 2, "l1; l2, many are away")]),
        ({4: "l", 7: "l"}, [(4, 7, "l4; l7, many are away")]),
        # neither slow seasons nor years without data nor short days are closures
        ({1: "s", 2: "n", 3: "r"}, []),
        ({1: "h", 2: "s", 3: "h"}, [(1, 1, "h1"), (3, 3, "h3")]),
        # a day of only some regions neither is one nor makes one longer
        ({1: "d"}, []),
        ({1: "h", 2: "d"}, [(1, 1, "h1")]),
        ({4: "h", 7: "d"}, [(4, 4, "h4")]),
        ({1: "dl"}, [(1, 1, "l1, many are away")]),
        ({1: "sl"}, [(1, 1, "l1, many are away")]),
        # the range: begun in it, whatever its end
        ({13: "h", 14: "h", 15: "h"}, [(13, 15, "h13; h14; h15")]),
        ({14: "h"}, []),
    ],
)
def test_runs_of_named_days_off(letters: Mapping[int, str], expected: list[tuple[int, int, str]]) -> None:
    assert runs(letters) == expected


def test_names_are_said_once() -> None:
    off = DaysOff(days=DateRange(FIRST, FIRST + timedelta(days=2)), name="Fair")
    calendar = PartyCalendar(schedule=replace(TOKYO.schedule, days_off=(off,)), calendars=TOKYO.calendars)
    (run,) = closures(calendar, DateRange(FIRST, FIRST + timedelta(days=5)))
    assert run.names == ("Fair",)


def test_a_name_that_is_certain_on_one_day_is_certain() -> None:
    first, second = (
        (DayFact(status=status, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Fair")),)
        for status in (DayStatus.LIKELY_CLOSED, DayStatus.CLOSED)
    )
    facts = {FIRST: first, FIRST + timedelta(days=1): second}
    days = PartyCalendar(
        schedule=TOKYO.schedule, calendars={JAPAN: PlaceCalendar(place=JAPAN, days=YEARS, facts=facts)}
    )
    (run,) = closures(days, DateRange(FIRST, FIRST))
    assert (run.say, run.likely) == ("Fair", frozenset())


def test_no_bridge_lies_in_a_break_that_is_followed_no_further() -> None:
    off = DaysOff(days=DateRange(FIRST, FIRST + timedelta(days=100)), name="Rebuilding")
    calendar = PartyCalendar(schedule=replace(TOKYO.schedule, days_off=(off,)), calendars=TOKYO.calendars)
    found = break_around(FIRST, calendar)
    assert found is not None
    assert found.bridge == ()


@pytest.mark.parametrize(("length", "lasts"), [(60, [59]), (61, [60]), (62, [60, 61])])
def test_a_closure_is_followed_for_sixty_days(length: int, lasts: list[int]) -> None:
    found = runs(dict.fromkeys(range(length), "h"), last=70)
    assert [last for _, last, _ in found] == lasts


MEANINGS = {**KINDS, "c": KINDS["h"], "u": KINDS["n"], "e": (DayStatus.CLOSED, ReasonKind.WEEKEND)}


def written(days: str) -> PartyCalendar:
    """The days from the first on, a letter each (`MEANINGS`; ``w`` is worked), weekends like the rest."""
    every_day = WorkingHours(by_weekday=(parse_hours("09:00-17:00"),) * 7)
    facts = {
        FIRST + timedelta(days=number): (
            DayFact(status=MEANINGS[letter][0], reason=Reason(kind=MEANINGS[letter][1], name=letter)),
        )
        for number, letter in enumerate(days)
        if letter != "w"
    }
    calendars = {JAPAN: PlaceCalendar(place=JAPAN, days=YEARS, facts=facts)}
    return PartyCalendar(schedule=replace(TOKYO.schedule, hours=every_day, days_off=()), calendars=calendars)


@pytest.mark.parametrize(
    ("days", "at", "first", "last", "bridge", "back"),
    [
        ("wwwc", 3, 3, 3, [], 4),
        ("wwcew", 2, 2, 3, [], 4),
        ("wceec", 4, 1, 4, [], 5),
        # likely closed for a reason of its own is off, a slow season is not
        ("wlcw", 2, 1, 2, [], 3),
        ("wlw", 1, 1, 1, [], 2),
        ("wscsw", 2, 2, 2, [], 3),
        # nor is a day of only some regions: it neither lengthens a break nor leaves a bridge beside it
        ("wdcdw", 2, 2, 2, [], 3),
        ("cwd", 0, 0, 0, [], 1),
        ("ruc", 2, 2, 2, [], 3),
        # a single working day between two runs bridges them, on either side, and nobody is back on it
        ("cwc", 0, 0, 0, [1], 3),
        ("cwc", 2, 2, 2, [1], 3),
        ("cwcwc", 2, 2, 2, [1, 3], 5),
        ("cwcwc", 0, 0, 0, [1, 3], 5),
        ("cwccwwc", 0, 0, 0, [1], 4),
        ("cwwc", 0, 0, 0, [], 1),
        ("eewcwee", 3, 3, 3, [2, 4], 7),
        ("csl", 0, 0, 0, [1], 3),
        ("cws", 0, 0, 0, [], 1),
        ("cruc", 0, 0, 0, [], 1),
        ("crc", 0, 0, 0, [1], 3),
        # a day that is single in every week is no bridge
        ("ewewce", 0, 0, 0, [], 1),
        ("ewewcewe", 4, 4, 5, [3], 6),
    ],
)
def test_the_break_around_a_day_off(
    days: str, at: int, *, first: int, last: int, bridge: list[int], back: int
) -> None:
    found = break_around(FIRST + timedelta(days=at), written(days))
    assert found is not None
    assert ((found.from_ - FIRST).days, (found.to - FIRST).days) == (first, last)
    assert found.days == last - first + 1
    assert [(day - FIRST).days for day in found.bridge] == bridge
    assert found.back == FIRST + timedelta(days=back)


LONG_DAYS = (parse_hours("09:00-17:00"),) * 4
SHORT_FRIDAYS = {
    # two thirds of the longest day, at most, are a short one
    "08:00-12:00": "off Wed 2 and Thu 3 Dec; Fri 4 Dec is short and likely taken off too; back Mon 7 Dec",
    "09:00-14:20": "off Wed 2 and Thu 3 Dec; Fri 4 Dec is short and likely taken off too; back Mon 7 Dec",
    "09:00-14:21": "off Wed 2 and Thu 3 Dec; Fri 4 Dec is likely taken off too; back Mon 7 Dec",
}


@pytest.mark.parametrize("friday", SHORT_FRIDAYS)
def test_a_break_is_said_once_with_its_bridge_and_the_way_back(friday: str) -> None:
    week = WorkingHours(by_weekday=(*LONG_DAYS, parse_hours(friday), (), ()))
    fact = DayFact(
        status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="National Day")
    )
    facts = dict.fromkeys((date(2026, 12, 2), date(2026, 12, 3)), (fact,))
    calendar = PlaceCalendar(place=JAPAN, days=YEARS, facts=facts)
    schedule = replace(TOKYO.schedule, hours=week, days_off=())
    days = PartyCalendar(schedule=schedule, calendars={JAPAN: calendar})
    said = {around.say for on in facts if (around := break_around(on, days)) is not None}
    assert said == {SHORT_FRIDAYS[friday]}


@pytest.mark.parametrize(
    ("days", "at", "said"),
    [
        ("cw", 0, "off Mon 7 Dec; back Tue 8 Dec"),
        ("cr", 0, "off Mon 7 Dec; back Tue 8 Dec, a short day"),
        ("lccw", 0, "off Mon 7 to Wed 9 Dec (3 days); back Thu 10 Dec"),
        (
            "wcwc",
            1,
            "off Tue 8 Dec; Wed 9 Dec is likely taken off too; back Fri 11 Dec",
        ),
        (
            "wwcwc",
            4,
            "Thu 10 Dec is likely taken off too; off Fri 11 Dec; back Sat 12 Dec",
        ),
        ("c" * 80, 0, "off Mon 7 Dec to Fri 5 Feb (61 days); no day of return is in sight"),
    ],
)
def test_a_break_in_words(days: str, at: int, said: str) -> None:
    found = break_around(FIRST + timedelta(days=at), written(days))
    assert found is not None
    assert found.say == said


@pytest.mark.parametrize(
    ("days", "at", "today", "bridge"),
    [
        # a bridge before the break can be used until its own day
        ("cwcw", 2, 0, [1]),
        ("cwcw", 2, 1, [1]),
        ("cwcw", 2, 2, []),
        ("cwcww", 2, 3, [1]),  # the break is over, and told as it was
        # one after it stays while the break lasts
        ("ccwc", 0, 1, [2]),
        ("cwcwc", 2, 2, [3]),
        ("cwcwc", 4, 3, [3]),
    ],
)
def test_a_bridge_that_has_passed_is_left_out_of_a_break_that_is_not_over(
    days: str, at: int, today: int, bridge: list[int]
) -> None:
    found = break_around(FIRST + timedelta(days=at), written(days))
    assert found is not None
    left = found.left_on(FIRST + timedelta(days=today))
    assert [(day - FIRST).days for day in left.bridge] == bridge
    assert (left.from_, left.to, left.back) == (found.from_, found.to, found.back)


def test_days_off_every_other_day_are_followed_for_sixty_days() -> None:
    found = break_around(FIRST, written("cw" * 100))
    assert found is not None
    assert len(found.bridge) == 31
    assert found.back is None


@pytest.mark.parametrize("letter", ["w", "r", "u", "s"])
def test_a_worked_day_is_in_no_break(letter: str) -> None:
    assert break_around(FIRST + timedelta(days=1), written(f"c{letter}c")) is None


@pytest.mark.parametrize(("length", "ahead"), [(40, 39), (60, 59), (61, 60), (62, 60), (100, 60)])
def test_a_run_is_followed_for_sixty_days(length: int, ahead: int) -> None:
    found = break_around(FIRST, written("c" * length))
    assert found is not None
    assert (found.from_, found.to) == (FIRST, FIRST + timedelta(days=ahead))


def test_a_closure_is_named_by_what_closes_it() -> None:
    """A half day on the Saturday before a holiday closes nothing; nor does it name the closure."""
    days = days_of({5: "r", 7: "hr"})
    found = [
        (closure.first, closure.names)
        for closure in closures(days, DateRange(FIRST, FIRST + timedelta(days=9)))
    ]
    assert found == [(FIRST + timedelta(days=7), ("h7",))]
