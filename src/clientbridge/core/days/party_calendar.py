"""One party's days, wherever it is on each of them: every question about days goes through this calendar."""

from calendar import monthrange
from collections.abc import Hashable, Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import Day, DayStatus
from clientbridge.core.days.day_status import assess_day, hours_on, usual_hours
from clientbridge.core.days.location import (
    date_at,
    local_at,
    next_day_or_zone,
    place_on,
    zone_at,
    zone_on,
)
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import OFFICE_HOURS, DayHours, minutes_worked
from clientbridge.core.time.intervals import Spans, at_minute, union
from clientbridge.core.time.offsets import ClockFold, ClockGap, clock_spans, instants_of
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.workspace.profiles import Schedule

LONGEST_BREAK_DAYS = 60
"""How far a day of work is looked for; days off that last longer count as having no end."""
_ONE_DAY = timedelta(days=1)
_MONTHS = 12
_WORKED = frozenset({DayStatus.WORKING, DayStatus.REDUCED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCalendar:
    """A schedule with the calendar of every place it leads to; each day is judged and counted once."""

    schedule: Schedule
    calendars: Mapping[Place, PlaceCalendar]
    _judged: dict[date, Day] = field(default_factory=dict, init=False, repr=False, compare=False)
    _counted: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _ends: dict[date, datetime] = field(default_factory=dict, init=False, repr=False, compare=False)

    def day(self, on: date) -> Day:
        """What that date means for the party."""
        judged = self._judged.get(on)
        if judged is None:
            judged = self._judged[on] = assess_day(self.calendar(on), self.schedule, on)
        return judged

    def calendar(self, on: date) -> PlaceCalendar:
        """The calendar of the place where the party is on that date."""
        return self.calendars[place_on(self.schedule, on)]

    def hours(self, on: date) -> DayHours:
        """Its working hours on that date; empty on a day off."""
        return hours_on(self.day(on), self.schedule)

    def zone(self, on: date) -> ZoneInfo:
        """The zone whose clock it reads on that date."""
        return zone_on(self.schedule, on)

    def zone_at(self, moment: datetime) -> ZoneInfo:
        """The zone whose clock it reads at an aware moment."""
        return zone_at(self.schedule, moment)

    def local_at(self, moment: datetime) -> datetime:
        """What its clock shows at an aware moment."""
        return local_at(self.schedule, moment)

    def date_at(self, moment: datetime) -> date:
        """Its date at an aware moment, wherever it is then (docs/time-rules.md, rule 3)."""
        return date_at(self.schedule, moment)

    def next_date_after(self, moment: datetime) -> datetime:
        """An instant up to which `date_at` and `zone_at` stay as they are."""
        return next_day_or_zone(self.schedule, moment)

    def week(self, on: date) -> CalendarWeek:
        """Where its week begins and its work ends: by its own hours, else by the work week of the place."""
        hours = self.schedule.hours
        if hours is not None and hours.by_weekday is not None:
            return CalendarWeek.of({day for day, parts in enumerate(hours.by_weekday) if parts})
        statuses = self.calendar(on).work_week_on(on).statuses
        return CalendarWeek.of({day for day, status in enumerate(statuses) if status in _WORKED})

    def is_worked(self, on: date) -> bool:
        """Whether a deadline in working days counts that date (`Day.counts_as_working`)."""
        return self.day(on).counts_as_working

    def is_short(self, on: date) -> bool:
        """Whether a worked date has few hours: by its status, or two thirds of its longest weekday."""
        day = self.day(on)
        week = () if self.schedule.hours is None else self.schedule.hours.by_weekday or ()
        if day.status is not DayStatus.WORKING or not week:
            return day.status is DayStatus.REDUCED
        return 3 * minutes_worked(self.hours(on)) <= 2 * max(map(minutes_worked, week))

    def worked_after(self, on: date) -> date | None:
        """The first worked day after that date; None in a break without end."""
        return self._worked(on, _ONE_DAY)

    def worked_before(self, on: date) -> date | None:
        """The last worked day before that date; None in a break without start."""
        return self._worked(on, -_ONE_DAY)

    def worked_from(self, on: date) -> date:
        """That date if it is worked, else the next one that is; a break without end gives `on` itself."""
        return on if self.is_worked(on) else self.worked_after(on) or on

    def worked_until(self, on: date) -> date:
        """That date if it is worked, else the last one before that is; a break without start gives `on`."""
        return on if self.is_worked(on) else self.worked_before(on) or on

    def working_spans(self, on: date) -> Spans:
        """The UTC minutes of its working hours of that date, which may run into the next."""
        parts = (clock_spans(on, part.start, part.end, self.zone(on)) for part in self.hours(on))
        return union(span for spans in parts for span in spans)

    def end_of_work(self, on: date) -> datetime:
        """The instant at which work ends; on a day off, at which it would."""
        end = self._ends.get(on)
        if end is None:
            end = self._ends[on] = self.instant(on, self._hours_or_usual(on)[-1].end)
        return end

    def worked_between(self, first: date, last: date) -> int:
        """Worked days after `first`, up to and with `last`; negative when `last` comes before."""
        if last < first:
            return -self.worked_between(last, first)
        start, end = _month(first), _month(last)
        in_whole_months = sum(self._worked_up_to_each_day(month)[-1] for month in range(start, end))
        before, until = self._worked_up_to_each_day(start), self._worked_up_to_each_day(end)
        return in_whole_months + until[last.day] - before[first.day]

    def _worked_up_to_each_day(self, month: int) -> tuple[int, ...]:
        """How many days of a month are worked up to and with each of them, the first after a zero."""
        counts = self._counted.get(month)
        if counts is None:
            year, index = divmod(month, _MONTHS)
            days = range(1, monthrange(year, index + 1)[1] + 1)
            worked = (self.is_worked(date(year, index + 1, day)) for day in days)
            counts = self._counted[month] = (0, *accumulate(map(int, worked)))
        return counts

    def instant(self, on: date, minute: int) -> datetime:
        """The instant at which its clock reads that minute of that date; in a fold or gap, the later one."""
        match instants_of(on, minute, self.zone(on)):
            case ClockGap(before=_, after=later) | ClockFold(first=_, second=later):
                return at_minute(later)
            case only:
                return at_minute(only)

    def _worked(self, on: date, step: timedelta) -> date | None:
        days = (on + count * step for count in range(1, LONGEST_BREAK_DAYS + 1))
        return next((day for day in days if self.is_worked(day)), None)

    def _hours_or_usual(self, on: date) -> DayHours:
        own = self.schedule.hours or OFFICE_HOURS
        usual = usual_hours(self.day(on), self.schedule)
        usual = usual or next((hours for hours in own.by_weekday or () if hours), ())
        return self.hours(on) or usual or OFFICE_HOURS.every_working_day


def _month(day: date) -> int:
    """The number of its month, counted from the year 0."""
    return _MONTHS * day.year + day.month - 1


def what_decides(schedule: Schedule) -> Hashable:
    """The parts of a schedule that can change a day: schedules equal in these share a calendar."""
    hours = schedule.hours
    return (
        schedule.place,
        schedule.days_off,
        schedule.works_public_holidays,
        schedule.seasons,
        schedule.travel,
        hours if hours is not None and hours.replaces_work_week else None,
    )
