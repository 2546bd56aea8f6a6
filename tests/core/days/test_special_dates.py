from datetime import date, timedelta

from hypothesis import given
from minute_oracle import SlowParty
from people import TOKYO
from scenes import calendar_of, place_of, schedule_of
from searches import parties

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place_calendar import PlaceCalendar, WorkWeek
from clientbridge.core.days.special_dates import special_dates
from clientbridge.core.days.status import DayStatus
from clientbridge.core.workspace.profiles import DateRange

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
