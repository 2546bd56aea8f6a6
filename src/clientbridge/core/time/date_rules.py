"""When a day that moves falls: ``easter-2``, ``nov.4.thu+1``, ``W28.mon``, ``12-24``, ``day:Pesach-1``."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from clientbridge.core.time.hours import Weekday

_SHIFT = re.compile(r"(.+?)([+-]\d{1,3})")
_FIXED = re.compile(r"(\d{2})-(\d{2})")
_WEEK = re.compile(r"W(\d{1,2})\.(\w{3})")
_NTH = re.compile(r"(\w{3})\.(\d|last)\.(\w{3})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class AnchorError(ValueError):
    """An anchor that cannot be understood: a mistake in one of our tables."""


def dates_of(anchor: str, year: int, feasts: Mapping[str, tuple[date, ...]]) -> tuple[date, ...]:
    """The dates of an anchor in one year; a full date counts in its own year only.

    Feasts are known by name and fall on no, one or two dates of a year; only those of `year` count, before
    the shift by days. Raises AnchorError.
    """
    full = _full_date(anchor)
    if full is not None:
        return (full,) if full.year == year else ()
    if _FIXED.fullmatch(anchor):
        return _based_on(anchor, year, feasts)
    shifted = _SHIFT.fullmatch(anchor)
    base, days = (shifted[1], int(shifted[2])) if shifted else (anchor, 0)
    return tuple(day + timedelta(days=days) for day in _based_on(base, year, feasts))


def _full_date(anchor: str) -> date | None:
    try:
        return date.fromisoformat(anchor)
    except ValueError:
        return None


def _based_on(base: str, year: int, feasts: Mapping[str, tuple[date, ...]]) -> tuple[date, ...]:
    if match := _FIXED.fullmatch(base):
        return (date(year, int(match[1]), int(match[2])),)
    if match := _WEEK.fullmatch(base):
        return (date.fromisocalendar(year, int(match[1]), Weekday.named(match[2]) + 1),)
    if match := _NTH.fullmatch(base):
        return (_nth_weekday(year, _MONTHS.index(match[1]) + 1, match[2], Weekday.named(match[3])),)
    if base in feasts or base.startswith("day:"):
        return tuple(day for day in feasts.get(base, ()) if day.year == year)
    raise AnchorError(f"'{base}' is no date, week, weekday of a month or feast")


def _nth_weekday(year: int, month: int, which: str, weekday: Weekday) -> date:
    if which == "last":
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (int(which) - 1))
