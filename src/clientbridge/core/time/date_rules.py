"""Dates that a rule gives for each year: ``12-24``, ``easter-2``, ``nov.4.thu+1``, ``W28.mon``, ``ramadan``.

A rule is a base, perhaps moved by days (``+1``, ``-47``). The base is one of

* ``MM-DD``, or ``YYYY-MM-DD`` for a single year; 29 February is the 28th in other years,
* a week of ISO 8601, ``W28.mon``,
* a weekday of a month, ``nov.4.thu`` or ``may.last.mon``,
* a day of the church or of custom, one of `RULED_DAYS`,
* a feast of `FEASTS`, whose dates a table gives; ``ramadan_end`` is the last day of one that lasts,
* ``day:Pesach``, a day by its name in the holidays of a place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from clientbridge.core.time.hours import Weekday
from clientbridge.core.time.movable_feasts import RULED_DAYS, weekday_from

FeastDates: TypeAlias = Mapping[str, tuple[date, ...]]
"""First days by feast, last days under ``NAME_end``; a feast may fall on two dates of one year."""

FEASTS = (
    "lunar_new_year", "qingming", "dragon_boat", "mid_autumn", "vesak", "diwali", "holi", "ramadan",
    "eid_al_fitr", "eid_al_adha", "purim", "passover", "rosh_hashanah", "yom_kippur", "sukkot",
)  # fmt: skip
"""Feasts of other calendars: each has a row in data/feast_dates.yaml."""

_SHIFT = re.compile(r"(.+?)([+-]\d{1,3})")
_FIXED = re.compile(r"(\d{2})-(\d{2})")
_WEEK = re.compile(r"W(\d{1,2})\.(\w{3})")
_NTH = re.compile(r"(\w{3})\.([1-5]|last)\.(\w{3})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LEAP_YEAR = 2024
_ONE_DAY = timedelta(days=1)


class DateRuleError(ValueError):
    """A rule that cannot be understood: a mistake in one of our tables."""


def dates_of(rule: str, year: int, feasts: FeastDates) -> tuple[date, ...]:
    """The dates of a rule in one year, in the order of the table; the base lies in `year`, before the shift.

    Empty for a feast without a date in that year. Raises DateRuleError.
    """
    base, days = _parts(rule)
    return tuple(day + timedelta(days=days) for day in _based_on(base, year, feasts))


def spans_of(first: str, last: str, years: Iterable[int], feasts: FeastDates) -> Iterator[tuple[date, date]]:
    """The spans, both ends included, whose first day belongs to one of `years`, in order.

    A span ends on the next date of `last`, if need be in the following year. Raises DateRuleError.
    """
    for year in years:
        ends = [*dates_of(last, year, feasts), *dates_of(last, year + 1, feasts)]
        for start in sorted(dates_of(first, year, feasts)):
            end = min((day for day in ends if day >= start), default=None)
            if end is not None:
                yield start, end


def span_around(first: str, last: str, on: date, feasts: FeastDates) -> tuple[date, date] | None:
    """The span that holds `on`, else the next one within a year; None without a date for it."""
    spans = spans_of(first, last, range(on.year - 1, on.year + 2), feasts)
    return next((span for span in spans if on <= span[1]), None)


def is_date_rule(text: str) -> bool:
    """Whether the text is a rule that can be understood; days by name are always taken."""
    if _parts(text)[0] in RULED_DAYS:
        return True
    try:
        dates_of(text, _LEAP_YEAR, {})
    except DateRuleError:
        return False
    return True


def is_feast(rule: str) -> bool:
    """Whether the dates of this rule stand in a table."""
    return _parts(rule)[0].removesuffix("_end") in FEASTS


def _parts(rule: str) -> tuple[str, int]:
    if _FIXED.fullmatch(rule) or _full_date(rule) is not None:
        return rule, 0
    shifted = _SHIFT.fullmatch(rule)
    return (shifted[1], int(shifted[2])) if shifted else (rule, 0)


def _full_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _based_on(base: str, year: int, feasts: FeastDates) -> tuple[date, ...]:
    if base in RULED_DAYS:
        return (RULED_DAYS[base](year),)
    if base.removesuffix("_end") in FEASTS or base.startswith("day:"):
        return tuple(day for day in feasts.get(base, ()) if day.year == year)
    full = _full_date(base)
    if full is not None:
        return (full,) if full.year == year else ()
    try:
        return (_computed(base, year),)
    except (KeyError, ValueError):
        raise DateRuleError(f"'{base}' is no date, week, weekday of a month or feast") from None


def _computed(base: str, year: int) -> date:
    """Raises KeyError or ValueError for what is no such date."""
    if match := _FIXED.fullmatch(base):
        return _month_day(year, int(match[1]), int(match[2]))
    if match := _WEEK.fullmatch(base):
        return date.fromisocalendar(year, int(match[1]), Weekday.named(match[2]) + 1)
    if match := _NTH.fullmatch(base):
        return _nth_weekday(year, _MONTHS.index(match[1]) + 1, match[2], Weekday.named(match[3]))
    raise ValueError(base)


def _month_day(year: int, month: int, day: int) -> date:
    in_leap_year = date(_LEAP_YEAR, month, day)
    try:
        return in_leap_year.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _nth_weekday(year: int, month: int, which: str, weekday: Weekday) -> date:
    if which == "last":
        end = date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    return weekday_from(date(year, month, 1), weekday) + timedelta(weeks=int(which) - 1)
