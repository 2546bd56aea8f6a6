"""Rules by which events come again (RFC 5545 section 3.3.10), expanded by `dateutil` near a range.

`dateutil` counts every date from the start of a rule, and one that matches nothing it follows to the year
9999. So a rule is moved ahead by whole intervals to shortly before the range, and the Gregorian calendar,
which repeats every 400 years, is read as late as it can be. What is left to count is charged to a budget.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from clientbridge.adapters.meeting.calendars.values import UnreadValueError, shortened
from clientbridge.core.frozen_dataclass import dataclass

MOST_STEPS = 1_000_000
"""Dates that are looked at for one calendar, some microseconds each."""
MOST_OCCURRENCES = 20_000
"""Of one event in one range: more than one every hour over two years."""
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LIMITS: Mapping[str, tuple[int, int]] = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 60),
}
_NOT_FOLLOWED: Mapping[str, tuple[frozenset[str], str]] = {
    "MINUTELY": (frozenset({*_LIMITS, "BYDAY"}), "by the minute of some days only"),
    "HOURLY": (frozenset({"BYSETPOS"}), "by the hour with BYSETPOS"),
}
"""Parts that `dateutil` looks for hour by hour, to the end of time if need be."""
_MAY_BE_ZERO = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_SAME_LENGTH = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
}
_KEPT_INTERVALS = 2
"""Whole intervals counted before the range, so that none of it is a part of one."""
_DAYS_OF = {"YEARLY": 365, "MONTHLY": 28, "WEEKLY": 7}
_MINUTES_OF = {"DAILY": 1440, "HOURLY": 60, "MINUTELY": 1}
_LONGEST_RULE = 5_000
_HIGHEST_INTERVAL = 100_000
_CYCLE_YEARS = 400
_LAST_YEAR = 9999
_STEPS_OF_AN_INTERVAL = {"YEARLY": 20, "MONTHLY": 3}
"""In a year or month many days are looked at."""
_STEPS_OF_A_DATE = 5
"""What is made of each date that is found costs as much as looking at so many."""
_STEPS_OF_NOTHING = 150_000
"""The days of one cycle that a rule without a match is followed through."""


class StepBudget:
    """What may still be counted for one calendar."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps

    def require(self, steps: int, line: int) -> None:
        """Raises UnreadValueError when so much is not left."""
        if steps > self.left:
            raise UnreadValueError("it repeats too often to be counted", line)

    def spend(self, steps: int, line: int) -> None:
        """Raises UnreadValueError when it is spent."""
        self.require(steps, line)
        self.left -= steps


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurrenceRule:
    """A rule, without its UNTIL, which is kept as written."""

    frequency: str
    interval: int
    count: int | None
    until: str | None
    week_start: int
    weekdays: tuple[tuple[int, int], ...]
    """Monday is 0; with 0 for every such day, else which of them, from the end where negative."""
    by: Mapping[str, tuple[int, ...]]
    unknown: tuple[str, ...]
    """Parts that cannot be followed; without them the rule gives more dates, not fewer."""
    line: int


def recurrence_rule(text: str, line: int) -> RecurrenceRule:
    """Parse the value of a rule in any case; raises UnreadValueError."""
    if len(text) > _LONGEST_RULE:
        raise UnreadValueError("its rule is too long", line)
    parts = dict(_parts(text.upper(), line))
    frequency = _frequency(parts, text, line)
    interval = _number(parts.pop("INTERVAL", "1"), line)
    impossible = (*(() if interval >= 1 else (f"INTERVAL={interval}",)), *_cut_off(parts))
    return RecurrenceRule(
        frequency=frequency,
        interval=min(max(interval, 1), _HIGHEST_INTERVAL),
        count=_number(parts.pop("COUNT"), line) if "COUNT" in parts else None,
        until=parts.pop("UNTIL", None),
        week_start=_weekday(parts.pop("WKST", "MO"), line)[0],
        weekdays=_weekdays(parts.pop("BYDAY", ""), _most_weeks(frequency, parts), line),
        by={name: values for name in _LIMITS if (values := _values(name, parts.pop(name, ""), line))},
        unknown=(*parts, *impossible),
        line=line,
    )


def _cut_off(parts: Mapping[str, str]) -> Iterator[str]:
    """Lists that end in the middle: dates may be missing."""
    for name, value in parts.items():
        if name.startswith("BY") and "" in value.split(","):
            yield f"{name}={value}"


def _frequency(parts: dict[str, str], text: str, line: int) -> str:
    """Take what says how often out of the parts, with what would change the meaning of all others."""
    frequency = parts.pop("FREQ", "")
    if frequency not in _FREQUENCIES:
        what = "every second" if frequency == "SECONDLY" else f"'{shortened(frequency or text)}'"
        raise UnreadValueError(f"it repeats by a rule that cannot be followed, {what}", line)
    if parts.pop("RSCALE", "GREGORIAN") not in {"GREGORIAN", "GREGORY"}:
        raise UnreadValueError("it repeats by another calendar than the Gregorian", line)
    if parts.pop("SKIP", "OMIT") != "OMIT":
        raise UnreadValueError("it repeats by a rule with SKIP, which is not followed", line)
    not_followed, what = _NOT_FOLLOWED.get(frequency, (frozenset(), ""))
    if parts.keys() & not_followed:
        raise UnreadValueError(f"it repeats {what}, which is not followed", line)
    return frequency


def _parts(text: str, line: int) -> Iterator[tuple[str, str]]:
    for part in "".join(text.split()).split(";"):
        name, equals, value = part.partition("=")
        if part and not equals:
            raise UnreadValueError(f"it repeats by a rule that cannot be followed, '{shortened(text)}'", line)
        if part:
            yield name, value


def _listed(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in text.split(",") if word))


def _number(text: str, line: int) -> int:
    if not (text.isascii() and text.lstrip("+-").isdigit() and len(text) < 12):  # noqa: PLR2004
        raise UnreadValueError(f"it repeats by a rule with '{shortened(text)}' for a number", line)
    return int(text)


def _values(name: str, text: str, line: int) -> tuple[int, ...]:
    lowest, highest = _LIMITS[name]
    numbers = [_number(word, line) for word in _listed(text)]
    for number in numbers:
        if not lowest <= number <= highest or (number == 0 and name not in _MAY_BE_ZERO):
            raise UnreadValueError(f"it repeats by a rule with {name}={number}, which is not possible", line)
    return tuple(dict.fromkeys(min(number, 59) if name == "BYSECOND" else number for number in numbers))


def _most_weeks(frequency: str, parts: Mapping[str, str]) -> int:
    """The highest number that a weekday may have: of the year, or of a month."""
    return 53 if frequency == "YEARLY" and "BYMONTH" not in parts else 5


def _weekdays(text: str, most_weeks: int, line: int) -> tuple[tuple[int, int], ...]:
    weekdays = tuple(_weekday(word, line) for word in _listed(text))
    if any(abs(nth) > most_weeks for _, nth in weekdays):
        raise UnreadValueError(
            f"it repeats by a rule with BYDAY={shortened(text)}, which is not possible", line
        )
    return weekdays


def _weekday(text: str, line: int) -> tuple[int, int]:
    nth, day = text[:-2], text[-2:]
    if day not in _WEEKDAYS:
        raise UnreadValueError(f"it repeats on '{shortened(text)}', which is no weekday", line)
    return _WEEKDAYS.index(day), _number(nth, line) if nth else 0


def dates_of(
    rule: RecurrenceRule, start: datetime, first: datetime, last: datetime, budget: StepBudget
) -> list[datetime]:
    """The readings of the clock, from `first` to `last`, at which something comes again since `start`.

    UNTIL is left to whoever knows the clock. Raises UnreadValueError for more than can be counted.
    """
    if last < start or rule.count == 0:
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
    days = [rrule.weekday(day, nth or None) for day, nth in _weekdays_of(rule, start)]
    dates = rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=near,
        interval=rule.interval,
        wkst=rule.week_start,
        count=count,
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
    return iter(dates)


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
