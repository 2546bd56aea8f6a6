from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.closures import break_around
from clientbridge.core.days.greetings import Feast, Feasts, GreetingTone
from clientbridge.core.days.holiday_report import (
    HolidayReport,
    ReportOptions,
    Subject,
    holiday_report,
    month_lines,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season
from clientbridge.core.days.status import DayStatus, Reason, ReasonKind
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
    **wishes: bool,
) -> HolidayReport:
    who = [Subject(schedule=schedule, client=f"c{at}", name=f"C{at}") for at, schedule in enumerate(asked)]
    wish = ReportOptions(days=DateRange(first, last), today=MONDAY, **wishes)
    return holiday_report(who, calendars, wish, [FEAST])


def test_a_holiday_says_how_long_the_break_is_and_what_is_left_before_it() -> None:
    (row,) = looked(HOME).days
    assert (row.date, row.days_until, row.working_days_until, row.back_on) == (
        THURSDAY,
        3,
        3,
        date(2026, 12, 11),
    )
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
    assert {row.back_on for row in rows} == {date(2026, 12, 11)}
    days = PartyCalendar(schedule=closed, calendars=THURSDAY_OFF)
    assert days.worked_after(MONDAY, most=3) is None
    assert days.worked_before(MONDAY) == date(2026, 12, 4)
