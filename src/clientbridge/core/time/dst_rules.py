"""The yearly rule by which a zone changes its clocks, where it has one: calendar files state it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.clock_changes import clock_changes
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import local_date, local_midnight

_CHANGES_A_YEAR = 2
_DAYS_PER_WEEK = 7
_LAST = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyChange:
    """The clocks go from one offset to another on the same weekday of the same month every year."""

    month: int
    week: int
    """Which such weekday of the month: 1 to 4, or -1 for the last one."""
    weekday: int
    """Monday being 0."""
    clock_minute: int
    """Minute of the day on the clock before the change."""
    offset_before: int
    offset_after: int
    first: date
    """The date of the change in the first year asked for."""

    def date_in(self, year: int) -> date:
        """The date of the change in a year."""
        if self.week == _LAST:
            following = date(year + self.month // 12, self.month % 12 + 1, 1)
            last = following - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - self.weekday) % _DAYS_PER_WEEK)
        first = date(year, self.month, 1)
        ahead = (self.weekday - first.weekday()) % _DAYS_PER_WEEK
        return first + timedelta(days=ahead + (self.week - 1) * _DAYS_PER_WEEK)


def yearly_changes(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[YearlyChange, ...] | None:
    """The two changes that every year from `first_year` to `last_year`, both included, has in common.

    Empty for a zone without changes in that range; None where the changes follow no yearly rule.
    """
    changes = _changes(zone, first_year, last_year)
    if not changes:
        return ()
    years = last_year - first_year + 1
    if len(changes) != _CHANGES_A_YEAR * years:
        return None
    for week_of in (_last_week, _counted_week):
        rules = [_rule(change, week_of(change[0])) for change in changes[:_CHANGES_A_YEAR]]
        if all(
            _fits(rules[at % _CHANGES_A_YEAR], change, first_year + at // _CHANGES_A_YEAR)
            for at, change in enumerate(changes)
        ):
            return tuple(rules)
    return None


_Change = tuple[date, int, int, int]
"""Local date and minute of the day before the change, the offset before it, the offset after it."""


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> list[_Change]:
    within = (local_midnight(date(first_year, 1, 1)), local_midnight(date(last_year + 1, 1, 1)))
    changes: list[_Change] = []
    for change in clock_changes(zone, within):
        local = change.at + change.before
        changes.append((local_date(local), local % MINUTES_PER_DAY, change.before, change.after))
    return changes


def _last_week(day: date) -> int:
    is_last = (day + timedelta(days=_DAYS_PER_WEEK)).month != day.month
    return _LAST if is_last else _counted_week(day)


def _counted_week(day: date) -> int:
    return (day.day - 1) // _DAYS_PER_WEEK + 1


def _rule(change: _Change, week: int) -> YearlyChange:
    day, minute, before, after = change
    return YearlyChange(
        month=day.month,
        week=week,
        weekday=day.weekday(),
        clock_minute=minute,
        offset_before=before,
        offset_after=after,
        first=day,
    )


def _fits(rule: YearlyChange, change: _Change, year: int) -> bool:
    rule_change = (rule.clock_minute, rule.offset_before, rule.offset_after)
    return change[0].year == year and rule_change == change[1:] and rule.date_in(year) == change[0]
