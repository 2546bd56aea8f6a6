"""By which of its reasons a day is named, for every weekday, season and holiday, against a small oracle."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.day_status import assess_day, hours_on
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.time.hours import WEEKDAY_NAMES, WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, SeasonHours

MONDAY = date(2026, 11, 23)
WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))
EMIRATES = Place("AE")
NINE, TEN = parse_hours("09:00-17:00"), parse_hours("10:00-15:00")
W, C = DayStatus.WORKING, DayStatus.CLOSED
PLACE_WEEK = WorkWeek(statuses=(W, W, W, W, C, C, W))
"""Friday and Saturday off."""
HOURS = {
    "of the place": WorkingHours(every_working_day=NINE),
    "by weekday": WorkingHours(by_weekday=(NINE, NINE, NINE, parse_hours("09:00-12:00"), NINE, (), ())),
}
OFF = {"of the place": (4, 5), "by weekday": (5, 6)}
SEASONS = {
    "none": None,
    "one for every day": SeasonHours(days="ramadan", hours=TEN),
    "some weekdays": SeasonHours(days="ramadan", by_weekday=(TEN, (), None, TEN, (), (), TEN)),
    "a range": SeasonHours(days=WEEK, hours=TEN),
}
RAMADAN = Season(id="ramadan", name="Ramadan", days=WEEK, status=DayStatus.REDUCED)
BOTH = (False, True)
FEAST = DayFact(status=C, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Feast"))
FAIR = DaysOff(days=WEEK, name="Fair")


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("season", SEASONS)
@pytest.mark.parametrize("here", [(), (RAMADAN,)], ids=["no season there", "Ramadan there"])
def test_a_day_is_named_by_what_closes_it(hours: str, season: str, here: tuple[Season, ...]) -> None:
    calendar = PlaceCalendar(place=EMIRATES, days=WEEK, work_weeks=(PLACE_WEEK,), seasons=here)
    own = SEASONS[season]
    plain = Schedule(
        place=EMIRATES,
        zone=ZoneInfo("Asia/Dubai"),
        hours=HOURS[hours],
        seasons=() if own is None else (own,),
    )
    for weekday, fair, feast, through in product(range(7), BOTH, BOTH, BOTH):
        on = MONDAY + timedelta(days=weekday)
        schedule = replace(plain, days_off=(FAIR,) if fair else (), works_public_holidays=through)
        day = assess_day(replace(calendar, facts={on: (FEAST,)} if feast else {}), schedule, on)
        closed = _closed(weekday, off=OFF[hours], fair=fair, feast=feast and not through)
        status, names = closed or _in_season(weekday, season, here=bool(here))
        assert (day.status, day.names) == (status, names), (weekday, fair, feast, through)
        assert (hours_on(day, schedule) == ()) == (status is C)
        assert day.is_mere_weekend == (names[:1] == (WEEKDAY_NAMES[weekday],))


def _closed(
    weekday: int, *, off: tuple[int, ...], fair: bool, feast: bool
) -> tuple[DayStatus, tuple[str, ...]] | None:
    """What closes the day whatever the season: their own days, a holiday, the week, in this order."""
    names = (("Fair", fair), ("Feast", feast), (WEEKDAY_NAMES[weekday], weekday in off))
    return next(((C, (name,)) for name, holds in names if holds), None)


def _in_season(weekday: int, season: str, *, here: bool) -> tuple[DayStatus, tuple[str, ...]]:
    """What the seasons make of a day that is worked in other weeks."""
    there = ("Ramadan",) if here else ()
    if season == "a range":
        return DayStatus.REDUCED, (*there, "Season hours")
    if season == "some weekdays" and here and weekday in {1, 4, 5}:
        return C, there
    return (DayStatus.REDUCED if here else W), there
