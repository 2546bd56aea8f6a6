from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from zones import zone

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_report import ReportOptions, Subject
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.days.report.spells import Spell, spells
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, Schedule, SeasonHours

MONDAY = date(2026, 12, 7)
BELGIUM = Place("BE", "BE-BRU")
HOURS = WorkingHours(every_working_day=parse_hours("09:00-17:00"))
ACME = Subject(
    schedule=Schedule(place=BELGIUM, zone=zone("Europe/Brussels"), hours=HOURS), client="acme", name="Acme"
)
KINDS = {
    "c": (DayStatus.CLOSED, ReasonKind.PUBLIC_HOLIDAY),
    "l": (DayStatus.LIKELY_CLOSED, ReasonKind.OPTIONAL),
    "r": (DayStatus.REDUCED, ReasonKind.HALF_DAY),
    "s": (DayStatus.REDUCED, ReasonKind.SEASON),
}


def found(
    days: Mapping[int, str],
    first: int = 0,
    last: int = 13,
    asked: Sequence[Subject] = (ACME,),
    *,
    only_bridges: bool = False,
    today: int = 0,
) -> tuple[Spell, ...]:
    """Spells of the days that have a letter, numbered from a Monday on; holidays are named one by one."""
    facts = {
        MONDAY + timedelta(days=at): (
            DayFact(
                status=KINDS[kind][0],
                reason=Reason(
                    kind=KINDS[kind][1], name=kind if kind in "rs" else f"{kind}{at}", local_name=f"{kind}!"
                ),
            ),
        )
        for at, kind in days.items()
    }
    calendar = PlaceCalendar(place=BELGIUM, days=DateRange(date(2026, 1, 1), date(2027, 12, 31)), facts=facts)
    wish = ReportOptions(
        days=DateRange(MONDAY + timedelta(days=first), MONDAY + timedelta(days=last)),
        today=MONDAY + timedelta(days=today),
        only_bridges=only_bridges,
    )
    return spells(asked, {BELGIUM: calendar}, wish)


def told(one: Spell) -> tuple[int, int, str, tuple[str, ...]]:
    return (one.first - MONDAY).days, (one.last - MONDAY).days, one.status.value, one.names


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, []),
        ({1: "c"}, [(1, 1, "closed", ("c1",))]),
        # a break has the weekends beside it, and its status and names from the other days
        ({4: "l"}, [(4, 6, "likely_closed", ("l4",))]),
        ({3: "l", 4: "c", 7: "c"}, [(3, 7, "closed", ("l3", "c4", "c7"))]),
        ({5: "c"}, [(5, 6, "closed", ("c5",))]),
        ({1: "c", 3: "c"}, [(1, 1, "closed", ("c1",)), (3, 3, "closed", ("c3",))]),
        # days that are worked somehow are a run while they mean the same; a season goes on after a weekend
        ({1: "r", 2: "r"}, [(1, 2, "reduced", ("r",))]),
        ({4: "r", 7: "r"}, [(4, 4, "reduced", ("r",)), (7, 7, "reduced", ("r",))]),
        ({4: "s", 7: "s", 8: "s"}, [(4, 8, "reduced", ("s",))]),
        ({3: "s", 7: "s"}, [(3, 3, "reduced", ("s",)), (7, 7, "reduced", ("s",))]),
        (
            {1: "s", 2: "c", 3: "s"},
            [(1, 1, "reduced", ("s",)), (2, 2, "closed", ("c2",)), (3, 3, "reduced", ("s",))],
        ),
    ],
)
def test_days_in_a_row_that_mean_one_thing(
    days: Mapping[int, str], expected: list[tuple[int, int, str, tuple[str, ...]]]
) -> None:
    assert [told(one) for one in found(days)] == expected


@pytest.mark.parametrize("letter", ["c", "r", "s"])
@pytest.mark.parametrize("first", [-1, 0, 2, 4])
def test_a_spell_is_whole_whatever_the_range(letter: str, first: int) -> None:
    days = dict.fromkeys(range(5), letter)
    (one,) = found(days, first, first) if first >= 0 else found(days, first, 0)
    assert (one.first, one.last) == (MONDAY - timedelta(days=2 * (letter == "c")), one.last)
    assert (one.last - MONDAY).days == (6 if letter == "c" else 4)


def test_a_spell_says_what_is_known_of_its_days() -> None:
    (one,) = found({0: "c"})
    assert one.around is not None
    assert (one.around.from_, one.around.to, one.hours) == (one.first, one.last, None)
    assert (one.client, one.name, one.place, one.local_names) == ("acme", "Acme", BELGIUM, ("c!",))
    short = DayFact(
        status=DayStatus.REDUCED, reason=Reason(kind=ReasonKind.HALF_DAY, name="r", estimated=True)
    )
    calendar = PlaceCalendar(
        place=BELGIUM, days=DateRange(date(2026, 1, 1), date(2027, 12, 31)), facts={MONDAY: (short,)}
    )
    wish = ReportOptions(days=DateRange(MONDAY, MONDAY), today=MONDAY, every_day=True)
    (one,) = spells([ACME], {BELGIUM: calendar}, wish)
    assert one.notes == ("the date is an estimate and may move by a day",)


def test_who_works_through_a_holiday_has_a_spell_of_work() -> None:
    at_work = replace(ACME, schedule=replace(ACME.schedule, works_public_holidays=True))
    (one,) = found({1: "c"}, asked=(at_work,))
    assert (told(one), one.worked_through) == ((1, 1, "working", ("c1",)), True)
    assert [one.worked_through for one in found({1: "c", 3: "r"})] == [False, False]


@pytest.mark.parametrize("first", [0, 4])
def test_hours_that_differ_by_weekday_are_told_of_each(first: int) -> None:
    """Whatever the day on which a list begins."""
    long, short = parse_hours("08:00-17:00"), parse_hours("08:00-12:00")
    week = WorkingHours(by_weekday=(*(long,) * 4, short, (), ()))
    season = SeasonHours(
        days=DateRange(MONDAY, MONDAY + timedelta(days=11)), hours=parse_hours("10:00-15:00")
    )
    own = replace(ACME, schedule=replace(ACME.schedule, hours=week, seasons=(season,)))
    (one,) = found({}, first, 13, (own,))
    assert told(one) == (0, 11, "reduced", ("Season hours",))
    assert one.hours == "10:00-15:00, on Fri 10:00-12:00"


@pytest.mark.parametrize("worked", [4, 3, 1])
def test_a_season_goes_on_after_a_weekend_of_any_length(worked: int) -> None:
    hours = parse_hours("08:00-17:00")
    week = WorkingHours(by_weekday=(*(hours,) * worked, *((),) * (7 - worked)))
    season = SeasonHours(days=DateRange(MONDAY, MONDAY + timedelta(days=7)), hours=parse_hours("10:00-15:00"))
    own = replace(ACME, schedule=replace(ACME.schedule, hours=week, seasons=(season,)))
    (one,) = found({}, 0, 13, (own,))
    assert told(one) == (0, 7, "reduced", ("Season hours",))


@pytest.mark.parametrize(("first", "today", "bridges"), [(5, 4, 1), (5, 5, 0), (7, 5, 0), (3, 7, 1)])
def test_a_spell_is_told_with_the_bridges_that_are_left(first: int, today: int, bridges: int) -> None:
    spelled = found({3: "c", 5: "c"}, first, first, today=today)
    assert sum(len(one.around.bridge) for one in spelled if one.around is not None) == bridges
    assert len(found({3: "c", 5: "c"}, first, first, today=today, only_bridges=True)) == bridges


def test_clients_alike_have_each_their_own() -> None:
    bayside = replace(ACME, client="bayside", name="Bayside")
    assert [(one.client, one.first) for one in found({1: "c", 3: "c"}, asked=(ACME, bayside))] == [
        ("acme", date(2026, 12, 8)),
        ("bayside", date(2026, 12, 8)),
        ("acme", date(2026, 12, 10)),
        ("bayside", date(2026, 12, 10)),
    ]


def test_only_breaks_with_a_bridge() -> None:
    days = {1: "c", 7: "r", 9: "c"}
    assert [told(one)[0] for one in found(days, only_bridges=True)] == [1]
