"""The dates of a rule near a range, from `dateutil`.

`dateutil` counts every date from the start of a rule, and one that matches nothing it follows to the year
9999. So a rule is moved ahead by whole intervals to shortly before the range, and the Gregorian calendar,
which repeats every 400 years, is read as late as it can be. What is left to count is charged to a budget.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import dropwhile, islice

from clientbridge.adapters.meeting.calendars.recurrence_rules import RecurrenceRule
from clientbridge.adapters.meeting.calendars.values import EventTime, UnreadValueError, instant_of
from clientbridge.core.frozen_dataclass import dataclass

MOST_STEPS = 1_000_000
"""Dates that are looked at for one calendar, some microseconds each."""
MOST_OCCURRENCES = 20_000
"""Of one event in one range: more than one every hour over two years."""
_SAME_LENGTH = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
}
_ENDS_OF_DAY = frozenset({time(0, 0), time(23, 59), time(23, 59, 59)})
_KEPT_INTERVALS = 2
"""Whole intervals counted before the range, so that none of it is a part of one."""
_DAYS_OF = {"YEARLY": 365, "MONTHLY": 28, "WEEKLY": 7}
_MINUTES_OF = {"DAILY": 1440, "HOURLY": 60, "MINUTELY": 1}
_CYCLE_YEARS = 400
_LAST_YEAR = 9999
_STEPS_OF_AN_INTERVAL = {"YEARLY": 20, "MONTHLY": 3}
"""In a year or month many days are looked at."""
_EASTMOST = timedelta(hours=14)
_STEPS_OF_A_DATE = 5
"""What is made of each date that is found costs as much as looking at so many."""
_STEPS_OF_NOTHING = 150_000
"""The days of one cycle that a rule without a match is followed through."""


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A rule, and the last moment at which something begins by it."""

    rule: RecurrenceRule
    until: EventTime | None

    def reaches(self, local: datetime, start: EventTime) -> bool:
        """Whether the rule still holds at that reading of the clock of its start; it includes its UNTIL.

        Of whole days UNTIL may be an instant too: the start of the last one in UTC, or an end of its day.
        """
        if self.until is None:
            return True
        is_end_of_day = start.whole_day and self.until.local.time() in _ENDS_OF_DAY
        if self.until.whole_day or is_end_of_day:
            return local.date() <= self.until.local.date()
        by = self.until.instant
        if start.whole_day and by.astimezone(start.zone).time() not in _ENDS_OF_DAY:
            by += _EASTMOST  # some zone's midnight: rather a day too long than one too short
        return instant_of(local, start.zone) <= by


class StepBudget:
    """What may still be counted for one calendar."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps
        self.spent = 0

    def require(self, steps: int, line: int) -> None:
        """Raises UnreadValueError when so much is not left."""
        if steps > self.left:
            raise UnreadValueError("it repeats too often to be counted", line)

    def spend(self, steps: int, line: int) -> None:
        """Raises UnreadValueError when it is spent."""
        self.require(steps, line)
        self.left -= steps
        self.spent += steps


def dates_of(
    rule: RecurrenceRule, start: datetime, first: datetime, last: datetime, budget: StepBudget
) -> list[datetime]:
    """The readings of the clock, from `first` to `last`, at which something comes again since `start`.

    UNTIL is left to whoever knows the clock. Raises UnreadValueError for more than can be counted.
    """
    if last < start:
        return []
    if rule.by:  # weekdays alone always come; these parts may exclude each other, which shows at the end only
        budget.require(_STEPS_OF_NOTHING, rule.line)
    near, count = _moved_near(rule, start, first)
    budget.spend(_steps(rule, near, last), rule.line)
    years = (_LAST_YEAR - last.year) // _CYCLE_YEARS * _CYCLE_YEARS
    late = [_years_later(at, years) for at in (near, first, last)]
    try:
        found = _between(_expanded(rule, start, count, late[0]), count, (late[1], late[2]), rule, budget)
    except (ValueError, IndexError, OverflowError):  # parts that contradict each other
        raise UnreadValueError("it repeats by a rule that gives no date", rule.line) from None
    return [_years_later(at, -years) for at in found]


def _between(
    dates: Iterator[datetime],
    count: int | None,
    within: tuple[datetime, datetime],
    rule: RecurrenceRule,
    budget: StepBudget,
) -> list[datetime]:
    first, last = within
    found: list[datetime] = []
    left = count
    for at in dates:
        if at > last:
            return found
        left = None if left is None else left - 1
        if at >= first:
            found.append(at)
            budget.spend(_STEPS_OF_A_DATE, rule.line)
        if len(found) > MOST_OCCURRENCES:
            raise UnreadValueError("it repeats too often to be counted", rule.line)
    if left != 0:  # it was followed to the end of time
        budget.spend(_STEPS_OF_NOTHING, rule.line)
    return found


def _years_later(at: datetime, years: int) -> datetime:
    return at.replace(year=at.year + years)


def _steps(rule: RecurrenceRule, near: datetime, last: datetime) -> int:
    length = _MINUTES_OF.get(rule.frequency) or _DAYS_OF[rule.frequency] * _MINUTES_OF["DAILY"]
    intervals = int((last - near) / timedelta(minutes=length * rule.interval)) + 1
    return intervals * _STEPS_OF_AN_INTERVAL.get(rule.frequency, 1)


def _moved_near(rule: RecurrenceRule, start: datetime, first: datetime) -> tuple[datetime, int | None]:
    """A later start of the same rule, a few intervals before `first`, and how many dates are left from there.

    A rule that counts its dates is moved only where each interval has just one.
    """
    length = _SAME_LENGTH.get(rule.frequency)
    if rule.count is not None and (rule.by or rule.weekdays or length is None):
        return start, rule.count
    if length is None:
        return _months_later(rule, start, first), None
    passed = max((first - start) // (length * rule.interval) - _KEPT_INTERVALS, 0)
    moved = start + passed * length * rule.interval
    return moved, None if rule.count is None else max(rule.count - passed, 0)


def _months_later(rule: RecurrenceRule, start: datetime, first: datetime) -> datetime:
    """The beginning of a month or year of the rule: its days are then those that `_by` names."""
    months = rule.interval * (12 if rule.frequency == "YEARLY" else 1)
    between = (first.year - start.year) * 12 + first.month - start.month
    passed = max(between // months - _KEPT_INTERVALS, 0)
    if passed == 0:
        return start
    year, month = divmod(start.year * 12 + start.month - 1 + passed * months, 12)
    return start.replace(year=year, month=1 if rule.frequency == "YEARLY" else month + 1, day=1)


def _expanded(rule: RecurrenceRule, start: datetime, count: int | None, near: datetime) -> Iterator[datetime]:
    from dateutil import rrule

    by = _by(rule, start)
    begins = near
    if rule.frequency == "WEEKLY" and "BYSETPOS" in by:  # `dateutil` would count from the start, not the week
        begins = near - timedelta(days=(near.weekday() - rule.week_start) % 7)
    days = [rrule.weekday(day, nth or None) for day, nth in _weekdays_of(rule, start)]
    dates = rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=begins,
        interval=rule.interval,
        wkst=rule.week_start,
        byweekday=days or None,
        bymonth=by.get("BYMONTH"),
        bymonthday=by.get("BYMONTHDAY"),
        byyearday=by.get("BYYEARDAY"),
        byweekno=by.get("BYWEEKNO"),
        bysetpos=by.get("BYSETPOS"),
        byhour=by.get("BYHOUR"),
        byminute=by.get("BYMINUTE"),
        bysecond=by.get("BYSECOND"),
    )
    return islice(dropwhile(lambda at: at < near, dates), count)


def _names_days(rule: RecurrenceRule) -> bool:
    return bool(rule.weekdays) or bool(rule.by.keys() & {"BYMONTHDAY", "BYYEARDAY"})


def _weekdays_of(rule: RecurrenceRule, start: datetime) -> Sequence[tuple[int, int]]:
    """The weekdays, of its start where the rule leaves them open."""
    leaves_open = not _names_days(rule) and ("BYWEEKNO" in rule.by or rule.frequency == "WEEKLY")
    return [(start.weekday(), 0)] if leaves_open else rule.weekdays


def _by(rule: RecurrenceRule, start: datetime) -> Mapping[str, tuple[int, ...]]:
    """The other BY parts, of its start where the rule leaves them open."""
    if _names_days(rule) or "BYWEEKNO" in rule.by or rule.frequency not in {"YEARLY", "MONTHLY"}:
        return rule.by
    month = {"BYMONTH": (start.month,)} if rule.frequency == "YEARLY" else {}
    return {**month, "BYMONTHDAY": (start.day,), **rule.by}
