from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.days.day import Day, DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.day_status import assess_day, hours_are_assumed, hours_on
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.time.hours import ClockRange, DayHours, WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, SeasonHours

TOKYO = Place("JP", "JP-13")
ZONE = ZoneInfo("Asia/Tokyo")
YEAR = DateRange(date(2026, 1, 1), date(2026, 12, 31))
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)
NINE_TO_FIVE = WorkingHours(every_working_day=parse_hours("09:00-12:00, 13:00-17:00"))


def fact(status: DayStatus, kind: ReasonKind, cut: HoursCut | None = None) -> DayFact:
    return DayFact(status=status, reason=Reason(kind=kind, name=kind.value), cut=cut)


HOLIDAY = fact(DayStatus.CLOSED, ReasonKind.PUBLIC_HOLIDAY)
SOFT = fact(DayStatus.LIKELY_CLOSED, ReasonKind.OPTIONAL)
AFTERNOON_OFF = fact(DayStatus.REDUCED, ReasonKind.HALF_DAY, HoursCut(until=13 * 60))
MORNING_OFF = fact(DayStatus.REDUCED, ReasonKind.HALF_DAY, HoursCut(begins=14 * 60))
MAKE_UP = fact(DayStatus.WORKING, ReasonKind.MAKE_UP_WORKDAY)
RAMADAN = Season(
    id="ramadan",
    name="Ramadan",
    days=DateRange(date(2026, 11, 1), date(2026, 11, 30)),
    status=DayStatus.REDUCED,
    cut=HoursCut(shorter_by=120),
)


def calendar(*facts: DayFact, on: date = TUESDAY, seasons: tuple[Season, ...] = ()) -> PlaceCalendar:
    return PlaceCalendar(place=TOKYO, days=YEAR, facts={on: facts}, seasons=seasons)


def schedule(
    hours: WorkingHours | None = NINE_TO_FIVE,
    *,
    days_off: tuple[DaysOff, ...] = (),
    seasons: tuple[SeasonHours, ...] = (),
    works_public_holidays: bool = False,
) -> Schedule:
    return Schedule(
        place=TOKYO,
        zone=ZONE,
        hours=hours,
        days_off=days_off,
        seasons=seasons,
        works_public_holidays=works_public_holidays,
    )


def kinds(day: Day) -> list[ReasonKind]:
    return [reason.kind for reason in day.reasons]


def spoken(hours: DayHours) -> str:
    return ", ".join(map(str, hours))


@pytest.mark.parametrize(
    ("facts", "on", "status", "hours"),
    [
        ((), TUESDAY, DayStatus.WORKING, "09:00-12:00, 13:00-17:00"),
        ((), SATURDAY, DayStatus.CLOSED, ""),
        ((HOLIDAY,), TUESDAY, DayStatus.CLOSED, ""),
        ((SOFT,), TUESDAY, DayStatus.LIKELY_CLOSED, "09:00-12:00, 13:00-17:00"),
        ((AFTERNOON_OFF,), TUESDAY, DayStatus.REDUCED, "09:00-12:00"),
        ((MORNING_OFF,), TUESDAY, DayStatus.REDUCED, "14:00-17:00"),
        ((SOFT, AFTERNOON_OFF), TUESDAY, DayStatus.LIKELY_CLOSED, "09:00-12:00"),
        ((MAKE_UP,), SATURDAY, DayStatus.WORKING, "09:00-12:00, 13:00-17:00"),
        ((HOLIDAY, AFTERNOON_OFF), TUESDAY, DayStatus.CLOSED, ""),
    ],
)
def test_the_most_closed_fact_wins_and_the_hours_follow(
    facts: tuple[DayFact, ...], on: date, status: DayStatus, hours: str
) -> None:
    day = assess_day(calendar(*facts, on=on), schedule(), on)
    assert (day.status, spoken(hours_on(day, schedule()))) == (status, hours)


def test_a_holiday_on_a_weekend_gives_both_reasons() -> None:
    day = assess_day(calendar(HOLIDAY, on=SATURDAY), schedule(), SATURDAY)
    assert kinds(day) == [ReasonKind.WEEKEND, ReasonKind.PUBLIC_HOLIDAY]


def test_hours_by_weekday_replace_the_work_week_but_not_the_holidays() -> None:
    days: list[DayHours] = [()] * 7
    days[5] = parse_hours("10:00-14:00")
    own = schedule(WorkingHours(by_weekday=tuple(days)))
    assert spoken(hours_on(assess_day(calendar(), own, SATURDAY), own)) == "10:00-14:00"
    assert assess_day(calendar(), own, TUESDAY).status is DayStatus.CLOSED
    assert assess_day(calendar(MAKE_UP, on=TUESDAY), own, TUESDAY).status is DayStatus.CLOSED
    assert assess_day(calendar(HOLIDAY, on=SATURDAY), own, SATURDAY).status is DayStatus.CLOSED


def test_a_client_that_works_through_public_holidays_still_has_its_own_days() -> None:
    own = schedule(
        works_public_holidays=True, days_off=(DaysOff(days=DateRange(MONDAY, MONDAY), name="Fair"),)
    )
    assert assess_day(calendar(HOLIDAY), own, TUESDAY).status is DayStatus.WORKING
    assert kinds(assess_day(calendar(), own, MONDAY)) == [ReasonKind.COMPANY]
    assert assess_day(calendar(), own, date(2031, 1, 7)).status is DayStatus.WORKING


def test_an_absence_is_told_apart_from_a_closure() -> None:
    own = schedule(days_off=(DaysOff(days=DateRange(TUESDAY, TUESDAY), away=True),))
    day = assess_day(calendar(), own, TUESDAY)
    assert (day.status, day.reasons[0].kind, day.reasons[0].name) == (
        DayStatus.CLOSED,
        ReasonKind.AWAY,
        "Away",
    )


def test_a_year_without_data_is_never_answered_as_working() -> None:
    known = PlaceCalendar(place=TOKYO, days=YEAR, years_without_data=frozenset({2026}))
    assert assess_day(known, schedule(), TUESDAY).status is DayStatus.UNKNOWN
    assert assess_day(known, schedule(), SATURDAY).status is DayStatus.CLOSED
    outside = assess_day(calendar(), schedule(), date(2027, 1, 5))
    assert (outside.status, kinds(outside)) == (DayStatus.UNKNOWN, [ReasonKind.NO_DATA])
    assert spoken(hours_on(outside, schedule())) == "09:00-12:00, 13:00-17:00"


def test_a_season_shortens_the_day_unless_the_profile_gives_its_hours() -> None:
    here = calendar(seasons=(RAMADAN,))
    day = assess_day(here, schedule(), TUESDAY)
    assert (day.status, spoken(hours_on(day, schedule()))) == (DayStatus.REDUCED, "09:00-12:00, 13:00-15:00")
    own = schedule(seasons=(SeasonHours(days="ramadan", hours=parse_hours("10:00-15:00")),))
    day = assess_day(here, own, TUESDAY)
    assert (day.status, kinds(day)) == (DayStatus.REDUCED, [ReasonKind.SEASON])
    assert spoken(hours_on(day, own)) == "10:00-15:00"


def test_hours_of_a_profile_for_a_range_of_days() -> None:
    own = schedule(seasons=(SeasonHours(days=DateRange(MONDAY, TUESDAY), hours=parse_hours("10:00-11:00")),))
    assert spoken(hours_on(assess_day(calendar(), own, TUESDAY), own)) == "10:00-11:00"
    assert hours_on(assess_day(calendar(), own, SATURDAY), own) == ()


LONG, SHORT = parse_hours("08:30-17:30"), parse_hours("08:00-12:00")
SHORT_TUESDAY = WorkingHours(by_weekday=(LONG, SHORT, LONG, LONG, LONG, (), ()))
ALL_WEEK = DateRange(MONDAY, SATURDAY)


@pytest.mark.parametrize(
    ("season", "monday", "tuesday"),
    [
        # a short day is cut, never made longer; the others have the hours of the season, earlier ones too
        ("09:00-15:00", "09:00-15:00", "09:00-12:00"),
        ("10:00-11:00", "10:00-11:00", "10:00-11:00"),
        ("07:00-15:00", "07:00-15:00", "08:00-12:00"),
        ("07:00-19:00", "07:00-19:00", "08:00-12:00"),
        ("08:00-10:00, 11:00-14:00", "08:00-10:00, 11:00-14:00", "08:00-10:00, 11:00-12:00"),
        # beside its hours it is no longer than it was
        ("14:00-20:00", "14:00-20:00", "14:00-18:00"),
        ("13:00-15:00", "13:00-15:00", "13:00-15:00"),
    ],
)
def test_hours_of_a_season_cut_a_short_day_and_never_lengthen_it(
    season: str, monday: str, tuesday: str
) -> None:
    seasons = (SeasonHours(days=ALL_WEEK, hours=parse_hours(season)),)
    own = schedule(SHORT_TUESDAY, seasons=seasons)
    shown = [spoken(hours_on(assess_day(calendar(), own, day), own)) for day in (MONDAY, TUESDAY)]
    assert shown == [monday, tuesday]
    assert hours_on(assess_day(calendar(), own, SATURDAY), own) == ()
    plain = schedule(seasons=seasons)
    assert spoken(hours_on(assess_day(calendar(), plain, TUESDAY), plain)) == monday


def test_hours_of_a_season_by_weekday() -> None:
    """Those of a weekday that is named are meant as they are; the others are as ever, none is worked anew."""
    named = (None, parse_hours("09:00-14:00"), (), None, None, parse_hours("10:00-12:00"), None)
    own = schedule(SHORT_TUESDAY, seasons=(SeasonHours(days=ALL_WEEK, by_weekday=named),))
    days = [assess_day(calendar(), own, MONDAY + timedelta(days=ahead)) for ahead in range(6)]
    assert [spoken(hours_on(day, own)) for day in days] == [
        "08:30-17:30",
        "09:00-14:00",
        "",
        "08:30-17:30",
        "08:30-17:30",
        "",
    ]
    working, reduced, closed = DayStatus.WORKING, DayStatus.REDUCED, DayStatus.CLOSED
    assert [day.status for day in days] == [working, reduced, closed, working, working, closed]
    assert kinds(days[2]) == [ReasonKind.SEASON]


EMPTY = (None, None, None, None, None, (), ())


@pytest.mark.parametrize(
    ("week", "season", "on", "name"),
    [
        # a weekday that is off in every week is off as that, whatever the season
        (SHORT_TUESDAY, SeasonHours(days="ramadan", hours=SHORT), SATURDAY, "Saturday"),
        (SHORT_TUESDAY, SeasonHours(days="ramadan", by_weekday=EMPTY), SATURDAY, "Saturday"),
        (NINE_TO_FIVE, SeasonHours(days="ramadan", hours=SHORT), SATURDAY, "Saturday"),
        (NINE_TO_FIVE, SeasonHours(days="ramadan", by_weekday=EMPTY), SATURDAY, "Saturday"),
        # and one that only the season closes, as that
        (NINE_TO_FIVE, SeasonHours(days="ramadan", by_weekday=((), (), *EMPTY[2:])), TUESDAY, "Ramadan"),
        (SHORT_TUESDAY, SeasonHours(days="ramadan", by_weekday=((), (), *EMPTY[2:])), TUESDAY, "Ramadan"),
    ],
)
def test_a_weekend_in_a_season_is_named_as_a_weekend(
    week: WorkingHours, season: SeasonHours, on: date, name: str
) -> None:
    own = schedule(week, seasons=(season,))
    day = assess_day(calendar(seasons=(RAMADAN,)), own, on)
    assert (day.status, day.names, hours_on(day, own)) == (DayStatus.CLOSED, (name,), ())


def test_a_weekday_that_a_season_does_not_name_keeps_the_season_of_the_place() -> None:
    here = calendar(seasons=(RAMADAN,))
    named = (parse_hours("09:00-14:00"), *(None,) * 6)
    own = schedule(seasons=(SeasonHours(days="ramadan", by_weekday=named),))
    assert spoken(hours_on(assess_day(here, own, TUESDAY), own)) == "09:00-12:00, 13:00-15:00"


def test_a_season_that_is_only_a_name_changes_nothing() -> None:
    name_only = Season(id="ramadan", name="Ramadan", days=RAMADAN.days)
    assert assess_day(calendar(seasons=(name_only,)), schedule(), TUESDAY).status is DayStatus.WORKING


def test_the_first_work_week_that_holds_decides() -> None:
    friday_off = WorkWeek(
        first=date(2026, 6, 1),
        statuses=(DayStatus.WORKING,) * 4 + (DayStatus.REDUCED, DayStatus.CLOSED, DayStatus.CLOSED),
        cuts={4: HoursCut(until=12 * 60)},
    )
    here = PlaceCalendar(place=TOKYO, days=YEAR, work_weeks=(friday_off,))
    day = assess_day(here, schedule(), date(2026, 11, 27))
    assert (day.status, spoken(hours_on(day, schedule()))) == (DayStatus.REDUCED, "09:00-12:00")
    assert assess_day(here, schedule(), date(2026, 5, 29)).status is DayStatus.WORKING


OFFICES = ClockRange(8 * 60, 16 * 60)
CLOSURE = replace(RAMADAN, id="year_end", name="Closure", status=DayStatus.LIKELY_CLOSED, cut=None)


@pytest.mark.parametrize(
    ("own", "office", "facts", "seasons", "expected"),
    [
        (None, None, (), (), "09:00-17:00"),
        (None, OFFICES, (), (), "08:00-16:00"),
        (NINE_TO_FIVE, OFFICES, (), (), "09:00-12:00, 13:00-17:00"),
        (None, OFFICES, (AFTERNOON_OFF,), (), "08:00-13:00"),
        (None, OFFICES, (HOLIDAY,), (), ""),
        (None, OFFICES, (), (CLOSURE,), "08:00-16:00"),
        (None, OFFICES, (), (RAMADAN,), "08:00-14:00"),  # nothing but "two hours shorter" is known
        (None, OFFICES, (), ("10-16",), "10:00-16:00"),  # offices have hours of their own in Ramadan
        (None, OFFICES, (AFTERNOON_OFF,), ("10-16",), "10:00-13:00"),
        (NINE_TO_FIVE, OFFICES, (), ("10-16",), "09:00-12:00, 13:00-15:00"),
    ],
)
def test_the_hours_are_those_of_the_profile_else_those_of_offices_there(
    own: WorkingHours | None,
    office: ClockRange | None,
    facts: tuple[DayFact, ...],
    seasons: tuple[Season | str, ...],
    expected: str,
) -> None:
    ramadan = replace(RAMADAN, cut=HoursCut(usual=parse_hours("10:00-16:00"), shorter_by=120))
    known = tuple(ramadan if isinstance(season, str) else season for season in seasons)
    here = replace(calendar(*facts, seasons=known), office_hours=office)
    assert spoken(hours_on(assess_day(here, schedule(own), TUESDAY), schedule(own))) == expected


@pytest.mark.parametrize(
    ("facts", "status", "counts"),
    [
        ((), DayStatus.LIKELY_CLOSED, True),
        ((AFTERNOON_OFF,), DayStatus.REDUCED, True),
        ((MAKE_UP,), DayStatus.WORKING, True),
        ((SOFT,), DayStatus.LIKELY_CLOSED, False),
        ((HOLIDAY,), DayStatus.CLOSED, False),
    ],
)
def test_what_is_known_of_the_date_itself_beats_a_season_of_closures(
    facts: tuple[DayFact, ...], status: DayStatus, *, counts: bool
) -> None:
    day = assess_day(calendar(*facts, seasons=(CLOSURE,)), schedule(), TUESDAY)
    assert (day.status, day.counts_as_working) == (status, counts)
    assert kinds(day)[-1] is ReasonKind.SEASON


_FACTS = st.builds(
    fact,
    st.sampled_from([DayStatus.CLOSED, DayStatus.LIKELY_CLOSED, DayStatus.REDUCED]),
    st.sampled_from([ReasonKind.PUBLIC_HOLIDAY, ReasonKind.OPTIONAL, ReasonKind.REGION_DEPENDENT]),
    st.builds(
        HoursCut,
        begins=st.none() | st.integers(0, 1440),
        until=st.none() | st.integers(0, 1440),
        shorter_by=st.integers(0, 600),
    ),
)


@given(
    facts=st.lists(_FACTS, max_size=4),
    on=st.dates(date(2025, 12, 1), date(2027, 1, 31)),
    off=st.booleans(),
    through=st.booleans(),
    in_season=st.booleans(),
)
def test_a_status_never_contradicts_its_reasons(
    facts: list[DayFact],
    on: date,
    *,
    off: bool,
    through: bool,
    in_season: bool,
) -> None:
    here = calendar(*facts, on=on, seasons=(RAMADAN,) if in_season else ())
    own = schedule(
        days_off=(DaysOff(days=DateRange(on, on)),) if off else (),
        works_public_holidays=through,
    )
    day = assess_day(here, own, on)
    hours = hours_on(day, own)
    closed_by = {ReasonKind.WEEKEND, ReasonKind.COMPANY}
    if day.status is DayStatus.WORKING:
        assert not day.reasons
        assert hours == NINE_TO_FIVE.every_working_day
    else:
        assert day.reasons
    if off or on.weekday() >= 5:
        assert day.status is DayStatus.CLOSED
        assert closed_by & set(kinds(day))
    assert (day.status is DayStatus.CLOSED) <= (hours == ())
    assert all(part.end <= 17 * 60 for part in hours)
    assert sum(part.end - part.start for part in hours) <= 7 * 60


def test_a_cut_never_makes_the_day_longer() -> None:
    for begins, until, shorter_by in product((None, 0, 600, 900), (None, 600, 1000, 1440), (0, 60, 600)):
        cut = HoursCut(begins=begins, until=until, shorter_by=shorter_by)
        day = assess_day(calendar(fact(DayStatus.REDUCED, ReasonKind.HALF_DAY, cut)), schedule(), TUESDAY)
        parts = hours_on(day, schedule())
        whole = {minute for part in NINE_TO_FIVE.every_working_day for minute in range(part.start, part.end)}
        kept = {minute for part in parts for minute in range(part.start, part.end)}
        expected = {
            minute
            for minute in whole
            if (begins is None or minute >= begins) and (until is None or minute < until)
        }
        assert kept == set(sorted(expected)[: max(0, len(expected) - shorter_by)])


def test_overnight_hours_are_cut_after_midnight_too() -> None:
    night = schedule(WorkingHours(every_working_day=(ClockRange(22 * 60, 30 * 60),)))
    day = assess_day(calendar(seasons=(RAMADAN,)), night, TUESDAY)
    assert hours_on(day, night) == (ClockRange(22 * 60, 28 * 60),)


def test_days_are_judged_one_by_one() -> None:
    here = calendar(HOLIDAY)
    week = [assess_day(here, schedule(), MONDAY + timedelta(days=shift)).status for shift in range(7)]
    assert [status.value[0] for status in week] == list("wcwwwcc")


def test_two_cuts_leave_what_both_allow() -> None:
    late = fact(DayStatus.REDUCED, ReasonKind.HALF_DAY, HoursCut(until=15 * 60, shorter_by=30))
    day = assess_day(calendar(late, AFTERNOON_OFF, MORNING_OFF), schedule(), TUESDAY)
    assert day.cut == HoursCut(begins=14 * 60, until=13 * 60, shorter_by=30)
    assert hours_on(day, schedule()) == ()
    day = assess_day(calendar(late, AFTERNOON_OFF), schedule(), TUESDAY)
    assert spoken(hours_on(day, schedule())) == "09:00-11:30"


def test_hours_given_for_days_of_a_slow_season_are_not_cut_again() -> None:
    own = schedule(seasons=(SeasonHours(days=DateRange(MONDAY, TUESDAY), hours=parse_hours("10:00-15:00")),))
    day = assess_day(calendar(seasons=(RAMADAN,)), own, TUESDAY)
    assert spoken(hours_on(day, own)) == "10:00-15:00"
    assert kinds(day) == [ReasonKind.SEASON, ReasonKind.SEASON]


@pytest.mark.parametrize(
    ("hours", "seasons", "assumed"),
    [
        (NINE_TO_FIVE, (), False),
        (None, (), True),
        # the place's own shortening leaves them assumed
        (None, (SeasonHours(days=DateRange(SATURDAY, SATURDAY), hours=parse_hours("08:00-15:00")),), True),
        (None, (SeasonHours(days=DateRange(MONDAY, TUESDAY), hours=parse_hours("08:00-15:00")),), False),
        (None, (SeasonHours(days="ramadan", hours=parse_hours("10:00-15:00")),), False),
    ],
)
def test_whose_hours_they_are(
    hours: WorkingHours | None, seasons: tuple[SeasonHours, ...], *, assumed: bool
) -> None:
    own = schedule(hours, seasons=seasons)
    day = assess_day(calendar(seasons=(RAMADAN,)), own, TUESDAY)
    assert hours_are_assumed(day, own) is assumed
