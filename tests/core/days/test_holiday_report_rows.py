"""Which days are shown, and what each row says of one."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from zones import zone

from clientbridge.core.days.holiday_report import (
    COUNTED_AHEAD,
    DayRow,
    HolidayReport,
    ReportOptions,
    Subject,
    day_row,
    holiday_report,
    month_lines,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.days.status import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, Schedule

MONDAY = date(2026, 12, 7)
TUESDAY, THURSDAY, SATURDAY = date(2026, 12, 8), date(2026, 12, 10), date(2026, 12, 12)
BELGIUM = Place("BE", "BE-BRU")
HOME = Schedule(
    place=BELGIUM,
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


def fact(
    kind: ReasonKind, cut: HoursCut | None = None, *, estimated: bool = False, regions: str = ""
) -> DayFact:
    reason = Reason(kind=kind, name=kind.value, estimated=estimated, regions=tuple(regions.split()))
    return DayFact(status=STATUSES[kind], reason=reason, cut=cut)


def calendars(facts: Facts, notes: Mapping[int, str] | None = None) -> dict[Place, PlaceCalendar]:
    whole = PlaceCalendar(
        place=BELGIUM,
        days=DateRange(date(2020, 1, 1), date(2031, 12, 31)),
        facts={day: tuple(these) for day, these in facts.items()},
        notes=notes or {},
    )
    return {BELGIUM: whole}


def looked(
    facts: Facts,
    first: date,
    last: date | None = None,
    *,
    notes: Mapping[int, str] | None = None,
    today: date = MONDAY,
    **wishes: bool,
) -> HolidayReport:
    wish = ReportOptions(days=DateRange(first, last or first), today=today, **wishes)
    return holiday_report([Subject(schedule=HOME, client="acme", name="Acme")], calendars(facts, notes), wish)


def only(facts: Facts, day: date, notes: Mapping[int, str] | None = None, today: date = MONDAY) -> DayRow:
    (row,) = looked(facts, day, notes=notes, today=today, every_day=True).days
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
        # a Saturday that makes up for another day is worked
        (SATURDAY, [ReasonKind.MAKE_UP_WORKDAY], True, True),
    ],
)
def test_which_days_are_shown(day: date, kinds: list[ReasonKind], *, shown: bool, changes_work: bool) -> None:
    facts = {day: [fact(kind) for kind in kinds]}
    assert bool(looked(facts, day).days) is shown
    assert bool(looked(facts, day, only_work=True).days) is changes_work
    assert len(looked(facts, day, every_day=True).days) == 1


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
    row = only({THURSDAY: [fact(ReasonKind.PUBLIC_HOLIDAY)]}, day)
    assert (row.days_until, row.working_days_until) == (until, working)


def test_working_days_are_counted_for_three_years() -> None:
    """From a Monday, 3 x 366 days are 156 weeks of five days and six days of which five are worked."""
    assert COUNTED_AHEAD.days == 1098
    assert only({}, MONDAY + COUNTED_AHEAD).working_days_until == 156 * 5 + 5
    assert only({}, MONDAY + COUNTED_AHEAD + timedelta(days=1)).working_days_until is None


@pytest.mark.parametrize(
    ("facts", "day", "back_on"),
    [
        ({}, TUESDAY, None),
        ({TUESDAY: [fact(ReasonKind.PUBLIC_HOLIDAY)]}, TUESDAY, date(2026, 12, 9)),
        ({}, SATURDAY, date(2026, 12, 14)),
        ({date(2026, 12, 14): [fact(ReasonKind.PUBLIC_HOLIDAY)]}, SATURDAY, date(2026, 12, 15)),
        ({TUESDAY: [fact(ReasonKind.SEASON)]}, TUESDAY, None),
    ],
)
def test_the_day_on_which_work_is_taken_up_again(facts: Facts, day: date, back_on: date | None) -> None:
    assert only(facts, day).back_on == back_on


@pytest.mark.parametrize(
    ("day", "facts", "hours"),
    [
        (TUESDAY, [], None),
        (TUESDAY, [fact(ReasonKind.PUBLIC_HOLIDAY)], None),
        (TUESDAY, [fact(ReasonKind.HALF_DAY, HoursCut(until=14 * 60))], "09:00-12:00, 13:00-14:00"),
        (TUESDAY, [fact(ReasonKind.HALF_DAY, HoursCut(until=9 * 60))], None),
        (TUESDAY, [fact(ReasonKind.PUBLIC_HOLIDAY), fact(ReasonKind.HALF_DAY, HoursCut(until=720))], None),
        (SATURDAY, [fact(ReasonKind.MAKE_UP_WORKDAY)], "09:00-12:00, 13:00-17:00"),
    ],
)
def test_hours_that_are_not_the_usual_ones(day: date, facts: list[DayFact], hours: str | None) -> None:
    assert only({day: facts}, day).hours == hours


ESTIMATE = "the date is an estimate and may move by a day"
REGION = "only in BE-VLG, BE-WAL; a region in the profile would settle it"


@pytest.mark.parametrize(
    ("day", "facts", "notes"),
    [
        (TUESDAY, [fact(ReasonKind.PUBLIC_HOLIDAY)], ["not announced"]),
        (TUESDAY, [fact(ReasonKind.PUBLIC_HOLIDAY, estimated=True)], [ESTIMATE, "not announced"]),
        (
            TUESDAY,
            [
                fact(ReasonKind.REGION_DEPENDENT, regions="BE-VLG BE-WAL"),
                fact(ReasonKind.PUBLIC_HOLIDAY, estimated=True),
            ],
            [ESTIMATE, REGION, "not announced"],
        ),
        (TUESDAY, [], []),
        (SATURDAY, [], []),
        (date(2027, 12, 7), [fact(ReasonKind.PUBLIC_HOLIDAY)], []),
    ],
)
def test_notes(day: date, facts: list[DayFact], notes: list[str]) -> None:
    assert list(only({day: facts}, day, notes={2026: "not announced"}).notes) == notes


def test_a_month_has_the_status_of_each_day_and_which_are_off_every_week() -> None:
    facts = {TUESDAY: [fact(ReasonKind.PUBLIC_HOLIDAY)], SATURDAY: [fact(ReasonKind.MAKE_UP_WORKDAY)]}
    who = [Subject(schedule=HOME, client="acme", name="Acme")]
    (line,) = month_lines(who, calendars(facts), DateRange(MONDAY, date(2026, 12, 13)))
    assert "".join(status.value[0] for status in line.statuses) == "wcwwwwc"
    assert line.weekend == (False,) * 6 + (True,)
    assert (line.client, line.name) == ("acme", "Acme")


def test_a_report_says_what_was_asked_and_a_row_where_it_is() -> None:
    report = looked({TUESDAY: [fact(ReasonKind.PUBLIC_HOLIDAY)]}, MONDAY, date(2026, 12, 9))
    assert (report.from_, report.to, report.today) == (MONDAY, date(2026, 12, 9), MONDAY)
    assert (report.asked, report.answered) == (1, True)
    (row,) = report.days
    assert (row.client, row.name, row.country, row.region) == ("acme", "Acme", "BE", "BE-BRU")


def test_one_day_is_told_as_of_that_day() -> None:
    days = PartyCalendar(schedule=HOME, calendars=calendars({THURSDAY: [fact(ReasonKind.PUBLIC_HOLIDAY)]}))
    row = day_row(Subject(schedule=HOME, name="Acme"), days, THURSDAY)
    assert (row.days_until, row.working_days_until, row.back_on, row.client) == (
        0,
        0,
        date(2026, 12, 11),
        None,
    )
