"""Which dates of a range need to be judged one by one, because more than their weekday counts."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.workspace.profiles import DateRange, Schedule


def special_dates(
    schedule: Schedule, calendars: Mapping[Place, PlaceCalendar], within: DateRange
) -> frozenset[date] | None:
    """The dates on which a holiday, a season, an absence or travel may count; None when that may be any.

    All other dates of one weekday are alike, and mean what they mean at home.
    """
    home = calendars[schedule.place]
    if _week_changes(home, within) or not (home.knows(within.first) and home.knows(within.last)):
        return None
    ranges = (_overlap(days, within) for days in _own_ranges(schedule, home))
    return frozenset(home.facts).union(*ranges)


def _week_changes(home: PlaceCalendar, within: DateRange) -> bool:
    week = home.work_week_on(within.first)
    return week is not home.work_week_on(within.last) or any(
        row is not week and (row.first or within.first) > within.first for row in home.work_weeks
    )


def _own_ranges(schedule: Schedule, home: PlaceCalendar) -> Iterator[DateRange]:
    yield from (season.days for season in schedule.seasons if isinstance(season.days, DateRange))
    yield from (season.days for season in home.seasons)
    yield from (off.days for off in schedule.days_off)
    yield from (travel.days for travel in schedule.travel)


def _overlap(days: DateRange, within: DateRange) -> Iterator[date]:
    first, last = max(days.first, within.first), min(days.last, within.last)
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
