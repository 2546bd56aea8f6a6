"""Feasts that follow from the year alone: Easter and what hangs on it, midsummer, Thanksgiving."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from clientbridge.core.time.hours import Weekday


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    from dateutil import easter as computus

    return computus.easter(year, computus.EASTER_WESTERN)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian date."""
    from dateutil import easter as computus

    return computus.easter(year, computus.EASTER_ORTHODOX)


def weekday_from(start: date, weekday: Weekday) -> date:
    """The first such weekday on or after a date."""
    return start + timedelta(days=(weekday - start.weekday()) % 7)


RULED_DAYS: Mapping[str, Callable[[int], date]] = {
    "easter": easter,
    "orthodox_easter": orthodox_easter,
    "carnival": lambda year: easter(year) - timedelta(days=47),
    "ascension": lambda year: easter(year) + timedelta(days=39),
    "whitsun": lambda year: easter(year) + timedelta(days=49),
    "midsummer": lambda year: weekday_from(date(year, 6, 20), Weekday.SAT),
    "thanksgiving": lambda year: weekday_from(date(year, 11, 22), Weekday.THU),
}
"""By the name a date rule uses: Shrove Tuesday, Whit Sunday, the Saturday of midsummer …"""
