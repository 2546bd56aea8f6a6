"""The days of the sample: the blanks of its templates, filled for the day on which it is looked at.

A blank stands in angle brackets. It is a day or, with a time of your clock, a moment:

* ``<4d>``: four days from today; ``<4d month-day>`` without its year,
* ``<2w mon>``: the Monday of the second week from this one, leaving out the weeks at the year's end,
* ``<12-24..01-03>``: these days of a year, running or to come,
* ``<-3 10:30>``: half past ten on the third day before today on which you and the client of the file are at
  work at the same time. ``<0>`` is today or, where that is no such day, the same as ``<+1>``, the first one
  after today. ``<hikari +1 09:00>`` names the client; with none, your own working days count.

What counts fewer days back is later, so that a story keeps its order on whatever day it is told.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.anniversaries import MonthDay, in_year
from clientbridge.core.time.hours import Weekday
from clientbridge.core.time.intervals import Spans, at_least, at_minute, intersection
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule

FURTHEST_BACK = timedelta(days=220)
FURTHEST_AHEAD = timedelta(days=80)
"""How far from today working days are looked for."""
MOST_BACK = 60
_MOST_AHEAD = 10
"""How many of them there are in each direction."""
_SHORTEST_TOGETHER = 30
"""Minutes in which both are at work, for a day to count."""
_YEARS_END = ((12, 24), (1, 3))

_BLANK = re.compile(r"<([^<>\n]+)>")
_IN_DAYS = re.compile(r"(-?\d+)d( month-day)?")
_IN_WEEKS = re.compile(r"(-?\d+)w (\w{3})")
_YEARLY = re.compile(r"(\d\d)-(\d\d)\.\.(\d\d)-(\d\d)")
_TOGETHER = re.compile(r"(?:([a-z]+) )?([+-]?\d+)(?: (\d\d:\d\d))?")
_ONE_DAY, _ONE_WEEK = timedelta(days=1), timedelta(days=7)


class BlankError(ValueError):
    """A blank that means nothing: a mistake in a template of ours."""


@dataclass(frozen=True, slots=True)
class SharedDays:
    """The days around today on which two parties are at work at the same time, nearest first."""

    yours: PartyCalendar
    before: tuple[tuple[date, Spans], ...]
    today: tuple[tuple[date, Spans], ...]
    """Empty where today is none of them."""
    after: tuple[tuple[date, Spans], ...]

    @classmethod
    def of(cls, yours: PartyCalendar, theirs: PartyCalendar, today: date) -> "SharedDays":
        """The days of you and a client, or of you alone where both are yours."""

        def shared(first: date, step: timedelta, most: int) -> Iterator[tuple[date, Spans]]:
            for number in range(most):
                day = first + number * step
                here = yours.working_spans(day)
                together = intersection(here, theirs.working_spans(day)) if here else ()
                if at_least(together, _SHORTEST_TOGETHER):
                    yield day, together

        before = shared(today - _ONE_DAY, -_ONE_DAY, FURTHEST_BACK.days)
        after = shared(today + _ONE_DAY, _ONE_DAY, FURTHEST_AHEAD.days)
        return cls(
            yours=yours,
            before=tuple(islice(before, MOST_BACK)),
            today=tuple(shared(today, _ONE_DAY, 1)),
            after=tuple(islice(after, _MOST_AHEAD)),
        )

    def day(self, count: int) -> date:
        """The day that `count` stands for."""
        return self._found(count)[0]

    def moment(self, count: int, minute: int) -> datetime:
        """That minute of your clock on that day, or the next at which both are at work; with your offset."""
        day, together = self._found(count)
        wanted = self.yours.instant(day, minute)
        spans = [(at_minute(start), at_minute(end)) for start, end in together]
        moment = next((max(wanted, start) for start, end in spans if wanted < end), spans[-1][0])
        return self.yours.local_at(moment)

    def _found(self, count: int) -> tuple[date, Spans]:
        if count == 0 and self.today:
            return self.today[0]
        days = self.after if count >= 0 else self.before
        return days[max(abs(count), 1) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """What the blanks of one file stand for."""

    today: date
    say_day: Callable[[date], str] = date.isoformat
    say_moment: Callable[[datetime], str] = datetime.isoformat
    shared: Mapping[str, SharedDays]
    """By client, and yours under an empty id."""
    client: str = ""
    """Whose file it is."""

    def filled(self, template: str) -> str:
        """The text with every blank filled; raises BlankError."""
        return _BLANK.sub(lambda blank: self._filled(blank[1]), template)

    def _filled(self, words: str) -> str:
        if match := _IN_DAYS.fullmatch(words):
            day = self.today + int(match[1]) * _ONE_DAY
            return f"{day:%m-%d}" if match[2] else self.say_day(day)
        if match := _IN_WEEKS.fullmatch(words):
            return self.say_day(_weeks_on(self.today, int(match[1]), Weekday.named(match[2])))
        if match := _YEARLY.fullmatch(words):
            first_month, first_day, last_month, last_day = map(int, match.groups())
            days = next_range(self.today, (first_month, first_day), (last_month, last_day))
            return f"{self.say_day(days.first)}..{self.say_day(days.last)}"
        if match := _TOGETHER.fullmatch(words):
            return self._together(match[1] or self.client, int(match[2]), match[3])
        raise BlankError(f"<{words}> stands for no day")

    def _together(self, client: str, count: int, clock: str | None) -> str:
        shared = self.shared[client]
        if clock is None:
            return self.say_day(shared.day(count))
        hour, minute = map(int, clock.split(":"))
        return self.say_moment(shared.moment(count, hour * 60 + minute))


def next_range(today: date, first: MonthDay, last: MonthDay) -> DateRange:
    """The days of a year from one month and day to another that are running, else the next to come."""
    over_new_year = last < first
    year = today.year - over_new_year
    if in_year(last, year + over_new_year) < today:
        year += 1
    return DateRange(in_year(first, year), in_year(last, year + over_new_year))


def _weeks_on(today: date, weeks: int, weekday: Weekday) -> date:
    monday = today - today.weekday() * _ONE_DAY
    if weeks <= 0:
        return monday + weeks * _ONE_WEEK + weekday * _ONE_DAY
    ahead = (monday + number * _ONE_WEEK for number in range(1, 60))
    counted = [start for start in ahead if not _is_at_years_end(start)]
    return counted[weeks - 1] + weekday * _ONE_DAY


def _is_at_years_end(monday: date) -> bool:
    return next_range(monday, *_YEARS_END).first <= monday + 6 * _ONE_DAY


def as_of_late(schedule: Schedule) -> Schedule:
    """The schedule with its days off of a year before too: a profile names those to come alone."""
    earlier = [_a_year_before(days_off) for days_off in schedule.days_off]
    return replace(schedule, days_off=(*schedule.days_off, *earlier))


def _a_year_before(days_off: DaysOff) -> DaysOff:
    first, last = (
        in_year((day.month, day.day), day.year - 1) for day in (days_off.days.first, days_off.days.last)
    )
    return replace(days_off, days=DateRange(first, last))
