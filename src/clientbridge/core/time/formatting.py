"""Dates, times and cities as unambiguous English text, independent of the machine's locale."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from clientbridge.core.time.hours import WEEKDAY_NAMES

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_CITIES: Mapping[str, str] = {
    "Africa/Sao_Tome": "São Tomé",
    "America/Araguaina": "Araguaína",
    "America/Asuncion": "Asunción",
    "America/Bahia_Banderas": "Bahía de Banderas",
    "America/Belem": "Belém",
    "America/Bogota": "Bogotá",
    "America/Cancun": "Cancún",
    "America/Ciudad_Juarez": "Ciudad Juárez",
    "America/Cuiaba": "Cuiabá",
    "America/Curacao": "Curaçao",
    "America/Eirunepe": "Eirunepé",
    "America/Maceio": "Maceió",
    "America/Mazatlan": "Mazatlán",
    "America/Merida": "Mérida",
    "America/Santarem": "Santarém",
    "America/Sao_Paulo": "São Paulo",
    "America/St_Johns": "St. John's",
    "Asia/Calcutta": "Kolkata",
    "Asia/Katmandu": "Kathmandu",
    "Asia/Rangoon": "Yangon",
    "Asia/Saigon": "Ho Chi Minh City",
    "Asia/Ho_Chi_Minh": "Ho Chi Minh City",
    "Europe/Kiev": "Kyiv",
    "Indian/Reunion": "Réunion",
}
"""Cities that a zone spells without their accents, or by a name that they no longer have."""


def short_weekday(day: date) -> str:
    """``Mon``, where the day is one of the next few."""
    return WEEKDAY_NAMES[day.weekday()][:3]


def short_day(day: date) -> str:
    """``Mon 23 Nov``."""
    return f"{weekday_and_day(day)} {MONTH_NAMES[day.month - 1][:3]}"


def weekday_and_day(day: date) -> str:
    """``Mon 23``, where the month is said elsewhere."""
    return f"{short_weekday(day)} {day.day}"


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


def days_in_words(first: date, last: date) -> str:
    """``Thu 10 Dec``, ``Wed 2 and Thu 3 Dec``, ``Thu 24 to Sun 27 Dec (4 days)``; both ends belong to it."""
    if first == last:
        return short_day(first)
    one_month = (first.year, first.month) == (last.year, last.month)
    begins = weekday_and_day(first) if one_month else short_day(first)
    if last - first == timedelta(days=1):
        return f"{begins} and {short_day(last)}"
    return f"{begins} to {short_day(last)} ({(last - first).days + 1} days)"


def clock_time(moment: datetime) -> str:
    """``08:05``, at the moment's own offset."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def city(zone_key: str) -> str:
    """The city that names a zone, as it is written in English: ``America/Sao_Paulo`` -> ``São Paulo``."""
    return _CITIES.get(zone_key) or zone_key.rpartition("/")[2].replace("_", " ")
