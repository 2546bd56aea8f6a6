"""The days of one party in a row, each judged once, wherever the party is on that date."""

from collections.abc import Mapping
from datetime import date, timedelta

from clientbridge.core.days.assess import assess_day
from clientbridge.core.days.location import place_on
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.days.status import Day
from clientbridge.core.days.working_days import counts_as_working
from clientbridge.core.workspace.profiles import Schedule


class Timeline:
    """Answers about the days of one schedule; a day asked for twice is judged once."""

    def __init__(self, schedule: Schedule, calendars: Mapping[Place, PlaceCalendar]) -> None:
        self.schedule = schedule
        self._calendars = calendars
        self._days: dict[date, Day] = {}

    def day(self, on: date) -> Day:
        """The judged day; the calendars must hold every place of the schedule."""
        known = self._days.get(on)
        if known is None:
            known = assess_day(self.calendar(on), self.schedule, on)
            self._days[on] = known
        return known

    def calendar(self, on: date) -> PlaceCalendar:
        """The calendar that holds on that date."""
        return self._calendars[place_on(self.schedule, on)]

    def is_worked(self, on: date) -> bool:
        """Whether the day counts as a working day."""
        return counts_as_working(self.day(on))

    def worked_near(self, on: date, step: timedelta, *, most: int = 14) -> date | None:
        """The next worked day after `on` in steps of one day forward or back, looking at most so far."""
        for count in range(1, most + 1):
            if self.is_worked(on + count * step):
                return on + count * step
        return None
