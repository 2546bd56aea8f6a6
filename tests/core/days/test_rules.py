"""Every reason of a day by where it comes from: its status, kind, name and source."""

from dataclasses import replace
from datetime import date

import pytest
from zones import zone

from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.day_status import assess_day, hours_on
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.time.hours import ClockRange, WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, SeasonHours

W, R, C, L = DayStatus.WORKING, DayStatus.REDUCED, DayStatus.CLOSED, DayStatus.LIKELY_CLOSED
TUESDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (24, 27, 28, 29))
NOVEMBER = DateRange(date(2026, 11, 1), date(2026, 11, 30))
HOLIDAY = Reason(
    kind=ReasonKind.PUBLIC_HOLIDAY, name="Feast", local_name="Fest", estimated=True, source="a list"
)
EMIRATES = PlaceCalendar(
    place=Place("AE"),
    days=DateRange(date(2026, 1, 1), date(2026, 12, 31)),
    facts={TUESDAY: (DayFact(status=C, reason=HOLIDAY),)},
    work_weeks=(
        WorkWeek(statuses=(W, W, W, W, R, L, C), cuts={4: HoursCut(until=12 * 60)}, source="a decree"),
    ),
    source="holidays 0.109",
)
FAIR = DaysOff(days=DateRange(FRIDAY, SATURDAY), name="Fair")
PLAIN = Schedule(
    place=Place("AE"), zone=zone("Asia/Dubai"), hours=WorkingHours(every_working_day=parse_hours("9-17"))
)
MAPPED = replace(PLAIN, hours=WorkingHours(by_weekday=(parse_hours("9-17"),) * 6 + ((),)))
Expected = list[tuple[str, str, str | None]]


@pytest.mark.parametrize(
    ("schedule", "on", "status", "reasons"),
    [
        (PLAIN, date(2026, 11, 23), W, []),
        (PLAIN, TUESDAY, C, [("public_holiday", "Feast", "a list")]),
        # the work week of the place, by weekday
        (PLAIN, FRIDAY, R, [("weekend", "Friday", "a decree")]),
        (PLAIN, SATURDAY, L, [("weekend", "Saturday", "a decree")]),
        (PLAIN, SUNDAY, C, [("weekend", "Sunday", "a decree")]),
        # hours by weekday are the party's own week
        (MAPPED, FRIDAY, W, []),
        (MAPPED, SUNDAY, C, [("weekend", "Sunday", "profile")]),
        (MAPPED, TUESDAY, C, [("public_holiday", "Feast", "a list")]),
        # days off of its own, ends included, before all else
        (
            replace(PLAIN, days_off=(FAIR,)),
            FRIDAY,
            C,
            [("company", "Fair", "profile"), ("weekend", "Friday", "a decree")],
        ),
        (replace(PLAIN, days_off=(FAIR,)), SUNDAY, C, [("weekend", "Sunday", "a decree")]),
        (
            replace(MAPPED, days_off=(replace(FAIR, name=None),)),
            FRIDAY,
            C,
            [("company", "Closed", "profile")],
        ),
        (replace(MAPPED, days_off=(replace(FAIR, away=True),)), FRIDAY, C, [("away", "Fair", "profile")]),
        (
            replace(MAPPED, days_off=(replace(FAIR, away=True, name=None),)),
            FRIDAY,
            C,
            [("away", "Away", "profile")],
        ),
        # who works through public holidays has neither them nor years without data
        (replace(PLAIN, works_public_holidays=True), TUESDAY, W, []),
        (replace(PLAIN, works_public_holidays=True), date(2027, 1, 5), W, []),
        (
            PLAIN,
            date(2027, 1, 5),
            DayStatus.UNKNOWN,
            [("no_data", "no holiday data for AE in 2027", "holidays 0.109")],
        ),
    ],
)
def test_where_each_reason_comes_from(
    schedule: Schedule, on: date, status: DayStatus, reasons: Expected
) -> None:
    day = assess_day(EMIRATES, schedule, on)
    assert day.status is status
    assert [(reason.kind.value, reason.name, reason.source) for reason in day.reasons] == reasons


def test_a_work_week_that_is_uncertain_says_so_and_a_short_friday_is_cut() -> None:
    (week,) = EMIRATES.work_weeks
    noted = replace(EMIRATES, work_weeks=(replace(week, note="many work on Saturday"),))
    assert assess_day(noted, PLAIN, SATURDAY).reasons[0].name == "many work on Saturday"
    assert hours_on(assess_day(EMIRATES, PLAIN, FRIDAY), PLAIN) == parse_hours("9-12")
    assert assess_day(EMIRATES, PLAIN, TUESDAY).reasons == (HOLIDAY,)


SUMMER = Season(
    id="summer",
    name="Summer",
    days=NOVEMBER,
    status=L,
    local_name="Sommer",
    estimated=True,
    source="a survey",
)
RAMADAN = Season(
    id="ramadan", name="Ramadan", days=NOVEMBER, status=R, cut=HoursCut(shorter_by=120), source="a law"
)
NAMED_ONLY = Season(id="fair", name="Fair weeks", days=NOVEMBER)
TEN = parse_hours("10-15")
ON = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("seasons", "own", "status", "names", "hours"),
    [
        ((SUMMER,), None, L, ["Summer"], "9-17"),
        ((RAMADAN,), None, R, ["Ramadan"], "9-15"),
        ((NAMED_ONLY,), None, W, [], "9-17"),
        # the season without effect, or the one whose hours are given, hides none of the others
        ((NAMED_ONLY, RAMADAN), None, R, ["Ramadan"], "9-15"),
        ((RAMADAN, SUMMER), None, L, ["Ramadan", "Summer"], "9-15"),
        ((RAMADAN, SUMMER), "ramadan", L, ["Summer", "Ramadan"], "10-15"),
        # hours for a season by name, where that season is
        ((RAMADAN,), "ramadan", R, ["Ramadan"], "10-15"),
        ((NAMED_ONLY,), "fair", R, ["Fair weeks"], "10-15"),
        ((SUMMER,), "ramadan", L, ["Summer"], "9-17"),
        ((), "ramadan", W, [], "9-17"),
        # hours for a range of days
        ((), NOVEMBER, R, ["Season hours"], "10-15"),
        ((RAMADAN,), NOVEMBER, R, ["Ramadan", "Season hours"], "10-15"),
        ((), DateRange(ON, ON), R, ["Season hours"], "10-15"),
        ((), DateRange(date(2026, 11, 1), date(2026, 11, 24)), W, [], "9-17"),
    ],
)
def test_seasons_of_the_place_and_hours_of_the_party_in_them(
    seasons: tuple[Season, ...], own: DateRange | str | None, status: DayStatus, names: list[str], hours: str
) -> None:
    here = replace(EMIRATES, seasons=seasons)
    party = PLAIN if own is None else replace(PLAIN, seasons=(SeasonHours(days=own, hours=TEN),))
    day = assess_day(here, party, ON)
    assert (day.status, [reason.name for reason in day.reasons]) == (status, names)
    assert hours_on(day, party) == parse_hours(hours)
    assert all(reason.kind is ReasonKind.SEASON for reason in day.reasons)


def test_a_season_is_named_as_its_row_has_it_and_the_party_s_own_hours_as_from_the_profile() -> None:
    (reason,) = assess_day(replace(EMIRATES, seasons=(SUMMER,)), PLAIN, ON).reasons
    assert reason == Reason(
        kind=ReasonKind.SEASON, name="Summer", local_name="Sommer", estimated=True, source="a survey"
    )
    own = replace(PLAIN, seasons=(SeasonHours(days=NOVEMBER, hours=TEN),))
    assert assess_day(EMIRATES, own, ON).reasons[0].source == "profile"


@pytest.mark.parametrize(
    ("cut", "hours"),
    [
        (HoursCut(within=parse_hours("10-15")), "10-15"),
        (HoursCut(begins=13 * 60 + 30), "13:30-17:00"),
        (HoursCut(begins=11 * 60), "11-12, 13-17"),
        (HoursCut(begins=12 * 60), "13-17"),
        (HoursCut(until=13 * 60), "9-12"),
        (HoursCut(until=13 * 60 + 1), "9:00-12:00, 13:00-13:01"),
        (HoursCut(until=12 * 60, begins=11 * 60), "11-12"),
        (HoursCut(until=9 * 60), ""),
        (HoursCut(begins=17 * 60), ""),
        (HoursCut(shorter_by=60), "9-12, 13-16"),
        (HoursCut(shorter_by=240), "9-12"),
        (HoursCut(shorter_by=241), "9:00-11:59"),
        (HoursCut(shorter_by=419), "9:00-9:01"),
        (HoursCut(shorter_by=420), ""),
        (HoursCut(within=parse_hours("10-15"), until=14 * 60, shorter_by=30), "10:00-13:30"),
    ],
)
def test_hours_after_a_cut(cut: HoursCut, hours: str) -> None:
    """Of 09:00-12:00, 13:00-17:00, whose minutes are taken off from the end over both parts."""
    party = replace(PLAIN, hours=WorkingHours(every_working_day=parse_hours("9-12, 13-17")))
    day = replace(assess_day(EMIRATES, party, ON), status=R, cut=cut)
    assert hours_on(day, party) == (parse_hours(hours) if hours else ())


def test_several_cuts_hold_at_once_and_the_first_hours_replace() -> None:
    cuts = [
        HoursCut(until=16 * 60, shorter_by=30),
        HoursCut(begins=9 * 60 + 30, within=parse_hours("9-18")),
        HoursCut(begins=10 * 60, until=15 * 60, within=parse_hours("8-20")),
        HoursCut(shorter_by=15),
    ]
    facts = tuple(
        DayFact(status=R, reason=Reason(kind=ReasonKind.HALF_DAY, name=str(number)), cut=cut)
        for number, cut in enumerate(cuts)
    )
    day = assess_day(replace(EMIRATES, facts={ON: facts}), PLAIN, ON)
    assert day.cut == HoursCut(within=parse_hours("9-18"), begins=600, until=900, shorter_by=30)
    assert hours_on(day, PLAIN) == (ClockRange(600, 870),)
