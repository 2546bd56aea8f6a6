"""Where sources disagree on which weekdays are worked, so that no update of one of them passes unnoticed."""

import csv
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.localedata import locale_identifiers

from clientbridge.adapters.days.holiday_library import weekends
from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.days.places import country_codes
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.day_status import assess_day
from clientbridge.core.days.place import Place
from clientbridge.core.time.hours import WEEKDAY_NAMES
from clientbridge.core.workspace.profiles import Schedule

LEDGER = Path(__file__).parents[2] / "cases" / "work_weeks.csv"
MONDAY = date(2026, 1, 5)
"""Weeks from here on are looked at until each weekday was free of holidays once."""


def spoken(days: frozenset[int]) -> str:
    return " ".join(WEEKDAY_NAMES[day][:3].lower() for day in sorted(days))


def cldr_weekends() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for identifier in sorted(locale_identifiers()):
        locale = Locale.parse(identifier)
        if locale.territory is not None and len(locale.territory) == 2:
            start, end = locale.weekend_start, locale.weekend_end
            span = (end - start) % 7 + 1
            found[locale.territory] = frozenset((start + shift) % 7 for shift in range(span))
    return found


def our_week(country: str) -> dict[int, DayStatus]:
    place = Place(country)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    calendar = calendar_for(place, MONDAY, MONDAY, NO_CACHE)
    found: dict[int, DayStatus] = {}
    for shift in range(330):
        day = assess_day(calendar, schedule, MONDAY + timedelta(days=shift))
        if {reason.kind for reason in day.reasons} <= {ReasonKind.WEEKEND}:
            found.setdefault(day.date.weekday(), day.status)
    return found


def test_every_disagreement_on_the_work_week_is_known() -> None:
    cldr = cldr_weekends()
    rows = []
    for country in country_codes():
        library = weekends(country, None, 2026)[-1][2]
        ours = our_week(country)
        closed = frozenset(day for day, status in ours.items() if status is DayStatus.CLOSED)
        likely = frozenset(day for day, status in ours.items() if status is DayStatus.LIKELY_CLOSED)
        if len({library, cldr.get(country, library), closed}) > 1 or likely:
            rows.append(
                [country, spoken(library), spoken(cldr.get(country, library)), spoken(closed), spoken(likely)]
            )
    with LEDGER.open(encoding="utf-8", newline="") as lines:
        known = list(csv.reader(lines))[1:]
    told = [
        "country {}: holidays '{}', CLDR '{}', ours closed '{}', likely '{}'".format(*row) for row in rows
    ]
    assert rows == known, "\n".join(["a source has changed; see data/workweeks.yaml", *told])
