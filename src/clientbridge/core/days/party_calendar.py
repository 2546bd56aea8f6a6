"""One party's days, wherever it is on each of them: what later questions of time are asked of."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.assess import assess_day, hours_on
from clientbridge.core.days.location import place_on, zone_on
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.days.status import Day
from clientbridge.core.days.working_days import counts_as_working, working_days_between
from clientbridge.core.time.hours import OFFICE_HOURS, DayHours
from clientbridge.core.time.intervals import at_minute
from clientbridge.core.time.offsets import ClockFold, ClockGap, instants_of
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import Schedule

_LONGEST_CLOSURE_DAYS = 60
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCalendar:
    """A schedule with the calendar of every place it leads to."""

    schedule: Schedule
    calendars: Mapping[Place, PlaceCalendar]

    def day(self, on: date) -> Day:
        """What that date means for the party."""
        return assess_day(self.calendars[place_on(self.schedule, on)], self.schedule, on)

    def hours(self, on: date) -> DayHours:
        """Its working hours on that date; empty on a day off."""
        return hours_on(self.day(on), self.schedule)

    def zone(self, on: date) -> ZoneInfo:
        """The zone whose clock it reads on that date."""
        return zone_on(self.schedule, on)

    def is_worked(self, on: date) -> bool:
        """Whether a deadline in working days counts that date (`counts_as_working`)."""
        return counts_as_working(self.day(on))

    def worked_from(self, on: date) -> date:
        """That date if it is worked, else the next one that is; a closure without end gives `on` itself."""
        return self._worked(on, _ONE_DAY)

    def worked_until(self, on: date) -> date:
        """That date if it is worked, else the last one before that is."""
        return self._worked(on, -_ONE_DAY)

    def end_of_work(self, on: date) -> datetime:
        """The instant at which work ends; on a day off, at which it would."""
        return self.instant(on, self._hours_or_usual(on)[-1].end)

    def worked_between(self, first: date, last: date) -> int:
        """Worked days after `first`, up to and with `last`; negative when `last` comes before."""
        if last < first:
            return -self.worked_between(last, first)
        return working_days_between(first + _ONE_DAY, last, self.is_worked)

    def _worked(self, on: date, step: timedelta) -> date:
        day = on
        for _ in range(_LONGEST_CLOSURE_DAYS):
            if self.is_worked(day):
                return day
            day += step
        return on

    def _hours_or_usual(self, on: date) -> DayHours:
        own = self.schedule.hours or OFFICE_HOURS
        usual = own.on(on.weekday()) or next((hours for hours in own.by_weekday or () if hours), ())
        return self.hours(on) or usual or OFFICE_HOURS.every_working_day

    def instant(self, on: date, minute: int) -> datetime:
        """When its clock reads that minute of that date; of two such moments, or of none, the later one."""
        match instants_of(on, minute, self.zone(on)):
            case ClockGap(before=_, after=minute_found) | ClockFold(first=_, second=minute_found):
                return at_minute(minute_found)
            case minute_found:
                return at_minute(minute_found)
