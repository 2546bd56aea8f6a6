"""Which date is this day of the year? Easter and its kin by rule, other calendars by what is told."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from clientbridge.core.culture.country import SlowSeason, YearDay
from clientbridge.core.workspace.profiles import DateRange

ToldDays = Mapping[tuple[str, int], date]
"""Days of calendars that no short rule gives (``ramadan``, ``diwali`` …), by name and year."""


def date_of(day: YearDay, year: int, told: ToldDays) -> date | None:
    """The date in that year; None for a movable day that is not told for it."""
    if day.anchor in _BY_RULE:
        start: date | None = _BY_RULE[day.anchor](year)
    elif day.anchor[:1].isdigit():
        start = _month_day(year, day.anchor)
    else:
        start = told.get((day.anchor, year))
    return None if start is None else start + timedelta(days=day.offset)


def not_by_rule(day: YearDay) -> bool:
    """Whether the dates of this day must be told."""
    return day.anchor not in _BY_RULE and not day.anchor[:1].isdigit()


def season_around(season: SlowSeason, on: date, told: ToldDays) -> DateRange | None:
    """The season's days that hold `on` or come next after it, within a year; None when not known."""
    for year in (on.year - 1, on.year, on.year + 1):
        days = _in_year(season.first, season.last, year, told)
        if days is not None and on <= days.last:
            return days
    return None


def covers(first: YearDay, last: YearDay, on: date, told: ToldDays) -> bool:
    """Whether a yearly range of days, both ends included, holds `on`."""
    ranges = (_in_year(first, last, year, told) for year in (on.year - 1, on.year))
    return any(days is not None and on in days for days in ranges)


def _in_year(first: YearDay, last: YearDay, year: int, told: ToldDays) -> DateRange | None:
    start = date_of(first, year, told)
    end = date_of(last, year, told)
    if start is not None and end is not None and end < start:
        end = date_of(last, year + 1, told)
    return None if start is None or end is None else DateRange(start, end)


def _month_day(year: int, text: str) -> date:
    month, day = int(text[:2]), int(text[3:])
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28)


def easter(year: int) -> date:
    """Easter Sunday of the western churches: the anonymous Gregorian computus (Nature, 20 April 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian date, 1900 to 2099 (Meeus, Julian computus)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _weekday_from(year: int, month: int, day: int, weekday: int) -> date:
    start = date(year, month, day)
    return start + timedelta(days=(weekday - start.weekday()) % 7)


_SATURDAY, _THURSDAY = 5, 3

_BY_RULE: Mapping[str, Callable[[int], date]] = {
    "easter": easter,
    "orthodox_easter": orthodox_easter,
    "carnival": lambda year: easter(year) - timedelta(days=47),
    "ascension": lambda year: easter(year) + timedelta(days=39),
    "whitsun": lambda year: easter(year) + timedelta(days=49),
    "midsummer": lambda year: _weekday_from(year, 6, 20, _SATURDAY),
    "thanksgiving": lambda year: _weekday_from(year, 11, 22, _THURSDAY),
}
