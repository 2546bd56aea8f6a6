from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from zones import zone

from clientbridge.core.days.closures import break_around
from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.greetings import Feast, Feasts, GreetingTone
from clientbridge.core.days.holiday_report import (
    COUNTED_AHEAD,
    DayRow,
    HolidayReport,
    ReportOptions,
    Subject,
    day_row,
    holiday_report,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season
from clientbridge.core.days.report.month_lines import month_lines
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, Travel

BRUSSELS = ZoneInfo("Europe/Brussels")
BELGIUM, DUBAI = Place("BE"), Place("AE")
HOME = Schedule(place=BELGIUM, zone=BRUSSELS)
MONDAY = date(2026, 12, 7)
THURSDAY = date(2026, 12, 10)


def holiday(name: str, kind: ReasonKind = ReasonKind.PUBLIC_HOLIDAY) -> DayFact:
    status = DayStatus.CLOSED if kind is ReasonKind.PUBLIC_HOLIDAY else DayStatus.LIKELY_CLOSED
    return DayFact(status=status, reason=Reason(kind=kind, name=name))


def calendar(facts: Mapping[date, tuple[DayFact, ...]], place: Place = BELGIUM) -> PlaceCalendar:
    return PlaceCalendar(place=place, days=DateRange(date(2026, 1, 1), date(2027, 12, 31)), facts=facts)


THURSDAY_OFF = {BELGIUM: calendar({THURSDAY: (holiday("Feast"),)})}
NOW = datetime(2026, 12, 7, 9, tzinfo=UTC)
FEAST = Feast(
    id="feast",
    names=("Feast",),
    meaning="",
    tone=GreetingTone.FESTIVE,
    say="Happy Feast.",
    never=None,
    of_one_faith=False,
    nations=frozenset(),
    countries=frozenset(),
)


def looked(
    *asked: Schedule,
    first: date = MONDAY,
    last: date = date(2026, 12, 20),
    calendars: Mapping[Place, PlaceCalendar] = THURSDAY_OFF,
    every_day: bool = False,
    only_work: bool = False,
    only_bridges: bool = False,
    also_worked_through: bool = False,
    today: date = MONDAY,
) -> HolidayReport:
    who = [Subject(schedule=schedule, client=f"c{at}", name=f"C{at}") for at, schedule in enumerate(asked)]
    wish = ReportOptions(
        days=DateRange(first, last),
        today=today,
        every_day=every_day,
        only_work=only_work,
        only_bridges=only_bridges,
        also_worked_through=also_worked_through,
    )
    return holiday_report(who, calendars, wish, [FEAST])


def test_a_holiday_says_how_long_the_break_is_and_what_is_left_before_it() -> None:
    (row,) = looked(HOME).days
    assert (row.date, row.days_until, row.working_days_until, row.back_on) == (
        THURSDAY,
        3,
        3,
        date(2026, 12, 14),
    ), "not on Friday the 11th, a bridge"
    assert row.break_ is not None
    assert (row.break_.days, row.break_.bridge) == (1, (date(2026, 12, 11),))
    assert row.greeting is not None
    assert row.greeting.send_at == datetime(2026, 12, 9, 8, 30, tzinfo=UTC)


def test_weekends_are_left_out_unless_one_day_is_asked_for() -> None:
    sunday = date(2026, 12, 13)
    assert looked(HOME, first=sunday, last=sunday).days == ()
    (row,) = looked(HOME, first=sunday, last=sunday, every_day=True).days
    assert (row.status, row.back_on) == (DayStatus.CLOSED, date(2026, 12, 14))


def test_only_days_that_change_work_or_can_be_bridged() -> None:
    saturday = date(2026, 12, 12)
    calendars = {BELGIUM: calendar({saturday: (holiday("Saturday feast"),), THURSDAY: (holiday("Feast"),)})}
    assert [row.date for row in looked(HOME, calendars=calendars).days] == [THURSDAY, saturday]
    assert [row.date for row in looked(HOME, calendars=calendars, only_work=True).days] == [THURSDAY]
    assert [row.date for row in looked(HOME, calendars=calendars, only_bridges=True).days] == [
        THURSDAY,
        saturday,
    ]
    monday_off = {BELGIUM: calendar({date(2026, 12, 14): (holiday("Monday"),)})}
    assert looked(HOME, calendars=monday_off, only_bridges=True).days == ()


@pytest.mark.parametrize(
    ("today", "bridge"),
    [
        (THURSDAY, (date(2026, 12, 11),)),
        (date(2026, 12, 11), (date(2026, 12, 11),)),
        (date(2026, 12, 12), ()),
    ],
)
def test_a_weekend_is_told_without_the_bridge_before_it_once_that_has_passed(
    today: date, bridge: tuple[date, ...]
) -> None:
    saturday = date(2026, 12, 12)
    (row,) = looked(HOME, first=saturday, last=saturday, every_day=True, today=today).days
    assert row.break_ is not None
    assert row.break_.bridge == bridge
    asked = looked(HOME, first=saturday, last=saturday, every_day=True, today=today, only_bridges=True)
    assert len(asked.days) == len(bridge)


@pytest.mark.parametrize(
    ("only_work", "also_worked_through", "shown"), [(False, False, 1), (True, False, 0), (True, True, 1)]
)
def test_a_holiday_that_is_worked_through_changes_nothing_and_can_be_asked_for(
    *, only_work: bool, also_worked_through: bool, shown: int
) -> None:
    at_work = replace(HOME, works_public_holidays=True)
    rows = looked(at_work, only_work=only_work, also_worked_through=also_worked_through).days
    assert len(rows) == shown


def test_travel_brings_another_calendar() -> None:
    trip = Travel(days=DateRange(THURSDAY, THURSDAY), zone=ZoneInfo("Asia/Dubai"), place=DUBAI)
    traveller = Schedule(place=BELGIUM, zone=BRUSSELS, travel=(trip,))
    calendars = {**THURSDAY_OFF, DUBAI: calendar({}, DUBAI)}
    assert looked(traveller, calendars=calendars).days == ()


def test_clients_alike_share_their_days_and_others_do_not() -> None:
    closed = Schedule(place=BELGIUM, zone=BRUSSELS, days_off=(DaysOff(days=DateRange(MONDAY, MONDAY)),))
    rows = looked(HOME, closed, HOME).days
    assert [(row.date, row.client) for row in rows] == [
        (MONDAY, "c1"),
        (THURSDAY, "c0"),
        (THURSDAY, "c1"),
        (THURSDAY, "c2"),
    ]


def test_a_month_has_a_mark_for_every_day() -> None:
    who = Subject(schedule=HOME, client="c0", name="C0")
    (line,) = month_lines([who], THURSDAY_OFF, DateRange(MONDAY, date(2026, 12, 20)))
    assert len(line.statuses) == 14
    assert line.statuses[3] is DayStatus.CLOSED
    assert not line.weekend[3]
    assert line.weekend[5]


def test_a_slow_season_is_no_break_and_counts_as_working() -> None:
    season = Season(
        id="summer",
        name="Summer",
        days=DateRange(MONDAY, date(2026, 12, 18)),
        status=DayStatus.LIKELY_CLOSED,
    )
    slow = PlaceCalendar(place=BELGIUM, days=DateRange(MONDAY, date(2026, 12, 31)), seasons=(season,))
    days = PartyCalendar(schedule=HOME, calendars={BELGIUM: slow})
    assert break_around(THURSDAY, days) is None
    assert days.is_worked(THURSDAY)


def test_arithmetic_with_working_days() -> None:
    days = PartyCalendar(schedule=HOME, calendars=THURSDAY_OFF)
    sunday_before, sunday = MONDAY - timedelta(days=1), date(2026, 12, 13)
    assert days.worked_between(sunday_before, sunday) == 4
    assert days.worked_between(sunday, sunday_before) == -4
    assert days.worked_between(THURSDAY - timedelta(days=1), THURSDAY) == 0


def feast(feast_id: str, *names: str, countries: str = "", nations: str = "", faith: bool = False) -> Feast:
    return Feast(
        id=feast_id,
        names=names,
        meaning="",
        tone=GreetingTone.FESTIVE,
        say="Happy day.",
        never=None,
        of_one_faith=faith,
        nations=frozenset(nations.split()),
        countries=frozenset(countries.split()),
    )


def test_a_feast_is_found_by_whole_names_before_patterns() -> None:
    table = Feasts(
        [
            feast("gulf", "National Day*", countries="AE"),
            feast("nation", "National Day*", "*Mourning*"),
            feast("christmas", "Christmas*"),
            feast("orthodox", "Christmas Day (by old style)"),
        ]
    )
    found = [
        table.named("National Day", "AE"),
        table.named("National Day Holiday", "FR"),
        table.named("Christmas Day (by old style)", "MD"),
        table.named("Day of Mourning and Memory", "XX"),
        table.named("Something else", "FR"),
    ]
    assert [each.id if each else None for each in found] == ["gulf", "nation", "orthodox", "nation", None]


def test_a_feast_of_one_faith_is_greeted_only_where_it_is_known_to_be_kept() -> None:
    eid = feast("eid", "Eid", faith=True, nations="AE")
    on_thursday = {place: calendar({THURSDAY: (holiday("Eid"),)}, place) for place in (BELGIUM, DUBAI)}

    def greeted(place: Place, *observes: str) -> bool:
        schedule = Schedule(place=place, zone=BRUSSELS)
        asked = [Subject(schedule=schedule, name="C", observes=observes)]
        wish = ReportOptions(days=DateRange(THURSDAY, THURSDAY), today=MONDAY)
        (row,) = holiday_report(asked, on_thursday, wish, [eid]).days
        return row.greeting is not None

    assert not greeted(BELGIUM)
    assert greeted(BELGIUM, "Eid")
    assert greeted(DUBAI)


def test_the_day_to_return_is_looked_for_across_a_long_closure() -> None:
    closed = Schedule(place=BELGIUM, zone=BRUSSELS, days_off=(DaysOff(days=DateRange(MONDAY, THURSDAY)),))
    rows = looked(closed).days
    assert {row.back_on for row in rows} == {date(2026, 12, 14)}, "Friday the 11th is a bridge"
    days = PartyCalendar(schedule=closed, calendars=THURSDAY_OFF)
    assert days.worked_after(MONDAY) == date(2026, 12, 11)
    assert days.worked_before(MONDAY) == date(2026, 12, 4)


TUESDAY, SATURDAY = date(2026, 12, 8), date(2026, 12, 12)
REGION_OF_BRUSSELS = Place("BE", "BE-BRU")
OFFICE = Schedule(
    place=REGION_OF_BRUSSELS,
    zone=zone("Europe/Brussels"),
    hours=WorkingHours(every_working_day=parse_hours("09:00-12:00, 13:00-17:00")),
)
STATUSES = {
    ReasonKind.PUBLIC_HOLIDAY: DayStatus.CLOSED,
    ReasonKind.OPTIONAL: DayStatus.LIKELY_CLOSED,
    ReasonKind.REGION_DEPENDENT: DayStatus.LIKELY_CLOSED,
    ReasonKind.SEASON: DayStatus.LIKELY_CLOSED,
    ReasonKind.NO_DATA: DayStatus.UNKNOWN,
    ReasonKind.HALF_DAY: DayStatus.REDUCED,
    ReasonKind.MAKE_UP_WORKDAY: DayStatus.WORKING,
}
Facts = Mapping[date, Sequence[DayFact]]


def day_fact(
    kind: ReasonKind, cut: HoursCut | None = None, *, estimated: bool = False, regions: str = ""
) -> DayFact:
    reason = Reason(kind=kind, name=kind.value, estimated=estimated, regions=tuple(regions.split()))
    return DayFact(status=STATUSES[kind], reason=reason, cut=cut)


def known_days(
    facts: Facts, notes: Mapping[int, str] | None = None, place: Place = REGION_OF_BRUSSELS
) -> dict[Place, PlaceCalendar]:
    whole = PlaceCalendar(
        place=place,
        days=DateRange(date(2020, 1, 1), date(2031, 12, 31)),
        facts={day: tuple(these) for day, these in facts.items()},
        notes=notes or {},
    )
    return {place: whole}


def reported(
    facts: Facts,
    first: date,
    last: date | None = None,
    *,
    notes: Mapping[int, str] | None = None,
    today: date = MONDAY,
    every_day: bool = False,
    only_work: bool = False,
) -> HolidayReport:
    wish = ReportOptions(
        days=DateRange(first, last or first), today=today, every_day=every_day, only_work=only_work
    )
    return holiday_report(
        [Subject(schedule=OFFICE, client="acme", name="Acme")], known_days(facts, notes), wish
    )


def row_of(facts: Facts, day: date, notes: Mapping[int, str] | None = None, today: date = MONDAY) -> DayRow:
    (row,) = reported(facts, day, notes=notes, today=today, every_day=True).days
    return row


@pytest.mark.parametrize(
    ("day", "kinds", "shown", "changes_work"),
    [
        (TUESDAY, [], False, False),
        (SATURDAY, [], False, False),
        (TUESDAY, [ReasonKind.PUBLIC_HOLIDAY], True, True),
        (TUESDAY, [ReasonKind.HALF_DAY], True, True),
        (TUESDAY, [ReasonKind.SEASON], True, True),
        (TUESDAY, [ReasonKind.NO_DATA], True, True),
        # on a weekend only what is a day of its own, and it changes no work
        (SATURDAY, [ReasonKind.PUBLIC_HOLIDAY], True, False),
        (SATURDAY, [ReasonKind.OPTIONAL], True, False),
        (SATURDAY, [ReasonKind.SEASON], False, False),
        (SATURDAY, [ReasonKind.NO_DATA], False, False),
        (SATURDAY, [ReasonKind.SEASON, ReasonKind.NO_DATA], False, False),
        (SATURDAY, [ReasonKind.SEASON, ReasonKind.OPTIONAL], True, False),
        (SATURDAY, [ReasonKind.REGION_DEPENDENT], False, False),
        # a Saturday that makes up for another day is worked
        (SATURDAY, [ReasonKind.MAKE_UP_WORKDAY], True, True),
    ],
)
def test_which_days_are_shown(day: date, kinds: list[ReasonKind], *, shown: bool, changes_work: bool) -> None:
    facts = {day: [day_fact(kind) for kind in kinds]}
    assert bool(reported(facts, day).days) is shown
    assert bool(reported(facts, day, only_work=True).days) is changes_work
    assert len(reported(facts, day, every_day=True).days) == 1


@pytest.mark.parametrize(
    ("day", "until", "working"),
    [
        # from Monday 7 December on, the Thursday being a holiday
        (MONDAY - timedelta(days=1), -1, None),
        (MONDAY, 0, 0),
        (TUESDAY, 1, 1),
        (THURSDAY, 3, 3),
        (date(2026, 12, 11), 4, 3),
        (SATURDAY, 5, 4),
        (date(2026, 12, 14), 7, 4),
        (date(2026, 12, 15), 8, 5),
    ],
)
def test_days_and_working_days_until_it(day: date, until: int, working: int | None) -> None:
    row = row_of({THURSDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)]}, day)
    assert (row.days_until, row.working_days_until) == (until, working)


def test_working_days_are_counted_for_three_years() -> None:
    """From a Monday, 3 x 366 days are 156 weeks of five days and six days of which five are worked."""
    assert COUNTED_AHEAD.days == 1098
    assert row_of({}, MONDAY + COUNTED_AHEAD).working_days_until == 156 * 5 + 5
    assert row_of({}, MONDAY + COUNTED_AHEAD + timedelta(days=1)).working_days_until is None


@pytest.mark.parametrize(
    ("facts", "day", "back_on"),
    [
        ({}, TUESDAY, None),
        ({TUESDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)]}, TUESDAY, date(2026, 12, 9)),
        ({}, SATURDAY, date(2026, 12, 14)),
        ({date(2026, 12, 14): [day_fact(ReasonKind.PUBLIC_HOLIDAY)]}, SATURDAY, date(2026, 12, 15)),
        ({TUESDAY: [day_fact(ReasonKind.SEASON)]}, TUESDAY, None),
        # what only some regions keep is no day off of the whole place
        ({TUESDAY: [day_fact(ReasonKind.REGION_DEPENDENT)]}, TUESDAY, None),
        ({date(2026, 12, 14): [day_fact(ReasonKind.REGION_DEPENDENT)]}, SATURDAY, date(2026, 12, 14)),
    ],
)
def test_the_day_on_which_work_is_taken_up_again(facts: Facts, day: date, back_on: date | None) -> None:
    assert row_of(facts, day).back_on == back_on


@pytest.mark.parametrize(
    ("day", "facts", "hours"),
    [
        (TUESDAY, [], None),
        (TUESDAY, [day_fact(ReasonKind.PUBLIC_HOLIDAY)], None),
        (TUESDAY, [day_fact(ReasonKind.HALF_DAY, HoursCut(until=14 * 60))], "09:00-12:00, 13:00-14:00"),
        (TUESDAY, [day_fact(ReasonKind.HALF_DAY, HoursCut(until=9 * 60))], None),
        (
            TUESDAY,
            [day_fact(ReasonKind.PUBLIC_HOLIDAY), day_fact(ReasonKind.HALF_DAY, HoursCut(until=720))],
            None,
        ),
        (SATURDAY, [day_fact(ReasonKind.MAKE_UP_WORKDAY)], "09:00-12:00, 13:00-17:00"),
    ],
)
def test_hours_that_are_not_the_usual_ones(day: date, facts: list[DayFact], hours: str | None) -> None:
    assert row_of({day: facts}, day).hours == hours


ESTIMATE = "the date is an estimate and may move by a day"
IN_TWO_REGIONS = "only in BE-VLG, BE-WAL"


@pytest.mark.parametrize(
    ("day", "facts", "notes"),
    [
        (TUESDAY, [day_fact(ReasonKind.PUBLIC_HOLIDAY)], ["not announced"]),
        (TUESDAY, [day_fact(ReasonKind.PUBLIC_HOLIDAY, estimated=True)], [ESTIMATE, "not announced"]),
        (
            TUESDAY,
            [
                day_fact(ReasonKind.REGION_DEPENDENT, regions="BE-VLG BE-WAL"),
                day_fact(ReasonKind.PUBLIC_HOLIDAY, estimated=True),
            ],
            [ESTIMATE, IN_TWO_REGIONS, "not announced"],
        ),
        (TUESDAY, [], []),
        (SATURDAY, [], []),
        (date(2027, 12, 7), [day_fact(ReasonKind.PUBLIC_HOLIDAY)], []),
    ],
)
def test_notes(day: date, facts: list[DayFact], notes: list[str]) -> None:
    assert list(row_of({day: facts}, day, notes={2026: "not announced"}).notes) == notes


@pytest.mark.parametrize(
    ("region", "note"),
    [
        (None, f"{IN_TWO_REGIONS}; a region in the profile would settle it"),
        ("BE-BRU", IN_TWO_REGIONS),  # answered: not asked again
    ],
)
def test_a_region_is_asked_for_where_none_is_given(region: str | None, note: str) -> None:
    place = Place("BE", region)
    facts = {TUESDAY: [day_fact(ReasonKind.REGION_DEPENDENT, regions="BE-VLG BE-WAL")]}
    asked = [Subject(schedule=replace(OFFICE, place=place), client="acme", name="Acme")]
    wish = ReportOptions(days=DateRange(TUESDAY, TUESDAY), today=MONDAY)
    (row,) = holiday_report(asked, known_days(facts, place=place), wish).days
    assert row.notes == (note,)


def test_a_region_is_called_by_its_name() -> None:
    fact = day_fact(ReasonKind.REGION_DEPENDENT, regions="BE-VLG BE-WAL")
    named = replace(fact, reason=replace(fact.reason, region_names=("Flanders", "Wallonia")))
    assert row_of({TUESDAY: [named]}, TUESDAY).notes == ("only in Flanders, Wallonia",)


AT_WORK = replace(HOME, works_public_holidays=True)


def test_who_works_through_a_holiday_is_told_so_by_its_name() -> None:
    (row,) = looked(AT_WORK).days
    assert (row.date, row.status, row.reasons) == (THURSDAY, DayStatus.WORKING, ())
    assert (row.back_on, row.break_, row.greeting) == (None, None, None)
    assert row.notes == ("they work through Feast",)
    assert [reason.name for reason in row.worked_through] == ["Feast"]
    assert looked(AT_WORK, first=THURSDAY, last=THURSDAY, every_day=True).days == (row,)
    assert not looked(AT_WORK, only_work=True).days, "it changes no work"
    assert not looked(HOME).days[0].worked_through


@pytest.mark.parametrize(
    ("now", "send_at", "at_once"),
    [
        ("2026-12-07T12:00", "2026-12-09T08:30", False),
        ("2026-12-09T08:30", "2026-12-09T08:30", False),
        ("2026-12-09T08:31", "2026-12-09T08:31", True),
        ("2026-12-09T22:59", "2026-12-09T22:59", True),
        ("2026-12-09T23:00", None, False),  # the feast has begun in Brussels, and nobody is at work
    ],
)
def test_no_greeting_is_to_be_sent_before_now(now: str, send_at: str | None, *, at_once: bool) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    wish = ReportOptions(days=DateRange(MONDAY, THURSDAY), today=moment.date(), now=moment)
    asked = [Subject(schedule=HOME, client="c", name="C")]
    (row,) = holiday_report(asked, THURSDAY_OFF, wish, [FEAST]).days
    assert row.greeting is not None
    days = PartyCalendar(schedule=HOME, calendars=THURSDAY_OFF)
    assert day_row(asked[0], days, THURSDAY, Feasts([FEAST]), now=moment).greeting == row.greeting
    sent = row.greeting.send_at
    assert (sent and sent.isoformat()[:16], row.greeting.at_once) == (send_at, at_once)


def test_the_day_of_a_few_regions_is_a_note_that_changes_no_work() -> None:
    few = day_fact(ReasonKind.REGION_DEPENDENT, regions="BE-WAL")
    facts = {TUESDAY: [replace(few, status=DayStatus.WORKING)]}
    (row,) = reported(facts, TUESDAY).days
    assert (row.status, row.back_on, row.break_) == (DayStatus.WORKING, None, None)
    assert not reported(facts, TUESDAY, only_work=True).days
    many = {TUESDAY: [few]}
    assert reported(many, TUESDAY, only_work=True).days, "likely closed: it may change work"


def test_a_month_has_the_status_of_each_day_and_which_are_off_every_week() -> None:
    facts = {TUESDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)], SATURDAY: [day_fact(ReasonKind.MAKE_UP_WORKDAY)]}
    who = [Subject(schedule=OFFICE, client="acme", name="Acme")]
    (line,) = month_lines(who, known_days(facts), DateRange(MONDAY, date(2026, 12, 13)))
    assert "".join(status.value[0] for status in line.statuses) == "wcwwwwc"
    assert line.weekend == (False,) * 6 + (True,)
    assert (line.client, line.name) == ("acme", "Acme")


def test_a_report_says_what_was_asked_and_a_row_where_it_is() -> None:
    report = reported({TUESDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)]}, MONDAY, date(2026, 12, 9))
    assert (report.from_, report.to, report.today) == (MONDAY, date(2026, 12, 9), MONDAY)
    assert (report.asked, report.answered) == (1, True)
    (row,) = report.days
    assert (row.client, row.name, row.country, row.region) == ("acme", "Acme", "BE", "BE-BRU")


def test_one_day_is_told_as_of_that_day() -> None:
    days = PartyCalendar(
        schedule=OFFICE, calendars=known_days({THURSDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)]})
    )
    row = day_row(Subject(schedule=OFFICE, name="Acme"), days, THURSDAY, Feasts(()), now=NOW)
    assert (row.days_until, row.working_days_until, row.back_on, row.client) == (
        0,
        0,
        date(2026, 12, 14),
        None,
    )


@pytest.mark.parametrize(
    ("facts", "day", "expected"),
    [
        ({}, SATURDAY, True),
        ({SATURDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)]}, SATURDAY, True),
        ({TUESDAY: [day_fact(ReasonKind.PUBLIC_HOLIDAY)]}, TUESDAY, False),
        ({}, TUESDAY, False),
        ({SATURDAY: [day_fact(ReasonKind.MAKE_UP_WORKDAY)]}, SATURDAY, False),
    ],
)
def test_a_day_off_that_a_weekend_would_be_anyway(facts: Facts, day: date, *, expected: bool) -> None:
    assert row_of(facts, day).on_weekend is expected
