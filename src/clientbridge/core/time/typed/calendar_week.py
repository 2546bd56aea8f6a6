"""Where a week begins and where its work ends, for words like ``eow`` and ``next week``."""

from collections.abc import Collection
from datetime import date, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import Weekday

DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """Seven days, from Monday or the day on which a region's week begins, and the last worked one."""

    first: Weekday = Weekday.MON
    last_worked: Weekday = Weekday.FRI

    @classmethod
    def of(cls, worked: Collection[int]) -> "CalendarWeek":
        """The week of someone who works on those weekdays, Monday being 0.

        It begins on Sunday where that is worked and Saturday is not, and on Saturday where both are worked
        and Friday is not.
        """
        if not worked:
            return cls()
        first = Weekday.MON
        if Weekday.SUN in worked and Weekday.SAT not in worked:
            first = Weekday.SUN
        elif Weekday.SUN in worked and Weekday.FRI not in worked:
            first = Weekday.SAT
        in_order = [Weekday((first + ahead) % DAYS_PER_WEEK) for ahead in range(DAYS_PER_WEEK)]
        return cls(first, [day for day in in_order if day in worked][-1])

    def start(self, day: date) -> date:
        """The first day of the week in which `day` lies."""
        return day - timedelta(days=(day.weekday() - self.first) % DAYS_PER_WEEK)

    def day(self, weekday: Weekday, start: date) -> date:
        """That weekday of the week that begins on `start`."""
        return start + timedelta(days=(weekday - self.first) % DAYS_PER_WEEK)
