"""Dates, times and cities as unambiguous English text, independent of the machine's locale."""

from datetime import date, datetime

from clientbridge.core.time.hours import WEEKDAY_NAMES

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def short_day(day: date) -> str:
    """``Mon 23 Nov``."""
    return f"{WEEKDAY_NAMES[day.weekday()][:3]} {day_month(day)}"


def day_seen_from(day: date, today: date) -> str:
    """``Mon 23 Nov``, with the year where it is not that of today."""
    return short_day(day) if day.year == today.year else long_day(day)


def long_day(day: date) -> str:
    """``Mon 23 Nov 2026``."""
    return f"{short_day(day)} {day.year}"


def full_day(day: date) -> str:
    """``Monday 23 November``, for a sentence."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"


def day_month(day: date) -> str:
    """``23 Nov``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"


def day_month_year(day: date) -> str:
    """``23 Nov 2026``."""
    return f"{day_month(day)} {day.year}"


def clock_time(moment: datetime) -> str:
    """``08:05``, at the moment's own offset."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def city(zone_key: str) -> str:
    """The city that names a zone: ``America/Sao_Paulo`` -> ``Sao Paulo``."""
    return zone_key.rpartition("/")[2].replace("_", " ")
