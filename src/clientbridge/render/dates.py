"""Dates and times as every page writes them: weekday, day, month by name, so that none can be misread."""

from datetime import date, datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_day(day: date) -> str:
    """``Mon 23 Nov``; the machine's language does not matter."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """``Mon 23 Nov 2026``."""
    return f"{short_day(day)} {day.year}"


def clock_time(moment: datetime) -> str:
    """``08:05``, as the moment's own offset has it."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def city(zone_key: str) -> str:
    """``America/Sao_Paulo`` -> ``Sao Paulo``."""
    return zone_key.rpartition("/")[2].replace("_", " ")
