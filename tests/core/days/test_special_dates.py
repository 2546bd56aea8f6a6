from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from minute_oracle import SlowParty
from people import TOKYO
from scenes import calendar_of, place_of, schedule_of
from searches import parties
from zones import zone

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.days.special_dates import special_dates
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, SeasonHours, Travel

FIRST = date(2026, 12, 1)
MONTH = DateRange(FIRST, date(2026, 12, 31))


@given(parties(first=FIRST, mine=False))
def test_dates_of_one_weekday_that_are_not_special_are_judged_alike(slow: SlowParty) -> None:
    place = place_of(0)
    days = PartyCalendar(schedule=schedule_of(place, slow), calendars={place: calendar_of(place, slow)})
    special = special_dates(days.schedule, days.calendars, MONTH)
    assert special is not None
    alike: dict[int, set[object]] = {}
    for ahead in range(MONTH.days):
        on = FIRST + timedelta(days=ahead)
        if on not in special:
            day = days.day(on)
            assert day.place == place
            alike.setdefault(on.weekday(), set()).add((day.status, day.reasons, day.cut))
    assert all(len(meanings) == 1 for meanings in alike.values())


def test_any_date_may_be_special_where_the_week_changes_or_the_data_end() -> None:
    schedule = TOKYO.schedule
    first = WorkWeek(statuses=(DayStatus.WORKING,) * 7, last=date(2026, 12, 14))
    second = WorkWeek(statuses=(DayStatus.CLOSED,) * 7, first=date(2026, 12, 15))
    changing = PlaceCalendar(place=schedule.place, days=MONTH, work_weeks=(first, second))
    assert special_dates(schedule, {schedule.place: changing}, MONTH) is None
    ending = PlaceCalendar(place=schedule.place, days=DateRange(FIRST, date(2026, 12, 30)))
    assert special_dates(schedule, {schedule.place: ending}, MONTH) is None


def dates(*ranges: tuple[int, int]) -> frozenset[date]:
    return frozenset(date(2026, 12, day) for first, last in ranges for day in range(first, last + 1))


def span(first: str, last: str) -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last))


HOME = Schedule(place=Place("BE"), zone=zone("Europe/Brussels"))
BARE = PlaceCalendar(place=HOME.place, days=span("2026-01-01", "2026-12-31"))
NINE = parse_hours("9-17")
ABROAD = Travel(days=span("2026-12-30", "2027-01-02"), zone=zone("Asia/Dubai"))
FACT = DayFact(status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Feast"))


@pytest.mark.parametrize(
    ("schedule", "calendar", "special"),
    [
        (HOME, BARE, frozenset()),
        (HOME, replace(BARE, facts={date(2026, 12, 24): (FACT,)}), dates((24, 24))),
        # ranges that reach out of the month are cut at its ends
        (replace(HOME, days_off=(DaysOff(days=span("2026-11-20", "2026-12-02")),)), BARE, dates((1, 2))),
        (replace(HOME, days_off=(DaysOff(days=span("2026-11-20", "2026-11-30")),)), BARE, frozenset()),
        (replace(HOME, travel=(ABROAD,)), BARE, dates((30, 31))),
        (
            replace(HOME, seasons=(SeasonHours(days=span("2026-12-05", "2026-12-05"), hours=NINE),)),
            BARE,
            dates((5, 5)),
        ),
        # a season by its name is that of the place
        (replace(HOME, seasons=(SeasonHours(days="ramadan", hours=NINE),)), BARE, frozenset()),
        (
            HOME,
            replace(
                BARE, seasons=(Season(id="ramadan", name="Ramadan", days=span("2026-12-10", "2026-12-11")),)
            ),
            dates((10, 11)),
        ),
        (
            replace(HOME, days_off=(DaysOff(days=span("2026-12-01", "2026-12-01")),), travel=(ABROAD,)),
            replace(BARE, facts={date(2026, 12, 24): (FACT,)}),
            dates((1, 1), (24, 24), (30, 31)),
        ),
        # where the data end, or begin, within the range any date may be special
        (HOME, replace(BARE, days=span("2026-12-01", "2026-12-31")), frozenset()),
        (HOME, replace(BARE, days=span("2026-12-02", "2026-12-31")), None),
        (HOME, replace(BARE, days=span("2026-01-01", "2026-12-30")), None),
        (HOME, replace(BARE, years_without_data=frozenset({2026})), None),
    ],
)
def test_the_dates_on_which_more_than_the_weekday_counts(
    schedule: Schedule, calendar: PlaceCalendar, special: frozenset[date] | None
) -> None:
    assert special_dates(schedule, {schedule.place: calendar}, MONTH) == special


ALWAYS, NEVER = (DayStatus.WORKING,) * 7, (DayStatus.CLOSED,) * 7


@pytest.mark.parametrize(
    ("weeks", "changes"),
    [
        ([WorkWeek(statuses=ALWAYS)], False),
        ([WorkWeek(statuses=ALWAYS, first=date(2026, 12, 1))], False),
        ([WorkWeek(statuses=ALWAYS, last=date(2026, 12, 31))], False),
        ([WorkWeek(statuses=ALWAYS, last=date(2026, 12, 30))], True),
        ([WorkWeek(statuses=ALWAYS, first=date(2026, 12, 2))], True),
        # an earlier week, or a later one
        ([WorkWeek(statuses=NEVER, last=date(2026, 11, 30)), WorkWeek(statuses=ALWAYS)], False),
        # one within the month, with the same week before and after it
        (
            [
                WorkWeek(statuses=NEVER, first=date(2026, 12, 7), last=date(2026, 12, 13)),
                WorkWeek(statuses=ALWAYS),
            ],
            True,
        ),
    ],
)
def test_a_work_week_that_changes_within_the_range(weeks: list[WorkWeek], *, changes: bool) -> None:
    calendar = replace(BARE, work_weeks=tuple(weeks))
    assert (special_dates(HOME, {HOME.place: calendar}, MONTH) is None) is changes
