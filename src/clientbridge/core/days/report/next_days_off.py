"""When is the next day off of those who have only ordinary days in a list?"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from clientbridge.core.days.day import Day
from clientbridge.core.days.holiday_report import (
    HolidayReport,
    NextDayOff,
    ReportOptions,
    Subject,
    dates_of,
    is_shown,
    with_calendars,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.workspace.profiles import DateRange

_DAY = timedelta(days=1)


def without_days(asked: Sequence[Subject], report: HolidayReport) -> tuple[Subject, ...]:
    """Those of the clients or places asked about who have no row in the report."""
    told = {(row.client, row.name) for row in report.days}
    return tuple(who for who in asked if (who.client, who.name) not in told)


def after(wish: ReportOptions, days: int) -> ReportOptions:
    """The question which of that many days after the range change work."""
    first = wish.days.last + _DAY
    return replace(wish, days=DateRange(first, first + (days - 1) * _DAY), every_day=False, only_work=True)


def next_days_off(
    asked: Sequence[Subject], calendars: Mapping[Place, PlaceCalendar], wish: ReportOptions
) -> tuple[NextDayOff, ...]:
    """The first day of the range that changes work, for each; the calendars must reach its end."""
    known: dict[Hashable, Day | None] = {}
    found: list[NextDayOff] = []
    for who, days in with_calendars(asked, calendars):
        if id(days) not in known:
            known[id(days)] = _first(days, wish)
        found.append(_next(who, known[id(days)]))
    return tuple(found)


def _first(days: PartyCalendar, wish: ReportOptions) -> Day | None:
    return next((day for day in map(days.day, dates_of(wish.days)) if is_shown(day, wish)), None)


def _next(who: Subject, day: Day | None) -> NextDayOff:
    place = who.schedule.place
    return NextDayOff(
        client=who.client,
        country=place.country,
        region=place.region,
        date=None if day is None else day.date,
        status=None if day is None else day.status,
        names=() if day is None else tuple(dict.fromkeys(reason.name for reason in day.told_by)),
        name=who.name,
    )
