"""The time zone that a word names: a zone name or a city in any case, never an abbreviation or fixed offset.

``EST`` is a fixed clock that New York leaves every March, ``IST`` is the time of three countries, and
``Etc/GMT+5`` lies west of Greenwich although it says plus: each is refused with the cities that may be meant.
"""

import re
from collections.abc import Collection, Mapping

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.spelling import fold, nearest

UTC_NAME = "UTC"
_UTC_SPELLINGS = frozenset({"utc", "etc/utc", "z", "zulu", "uct", "etc/uct", "etc/zulu", "universal"})
_COUNTRY_AREAS = frozenset({"US", "Canada", "Brazil", "Mexico", "Chile"})
"""Areas of old names such as ``US/Pacific``, which the database has as links to cities."""
_MOST_SHOWN = 3

_CITIES_OF: Mapping[str, tuple[str, ...]] = {
    "acst": ("Australia/Adelaide", "Australia/Darwin"),
    "adt": ("America/Halifax",),
    "aest": ("Australia/Sydney", "Australia/Brisbane"),
    "aedt": ("Australia/Sydney",),
    "akst": ("America/Anchorage",),
    "akdt": ("America/Anchorage",),
    "art": ("America/Argentina/Buenos_Aires",),
    "ast": ("America/Halifax", "Asia/Riyadh", "America/Puerto_Rico"),
    "awst": ("Australia/Perth",),
    "brt": ("America/Sao_Paulo",),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "cat": ("Africa/Johannesburg", "Africa/Maputo"),
    "cdt": ("America/Chicago", "America/Havana"),
    "cest": ("Europe/Paris", "Europe/Berlin"),
    "cet": ("Europe/Paris", "Europe/Berlin", "Africa/Tunis"),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "cst6cdt": ("America/Chicago",),
    "eat": ("Africa/Nairobi",),
    "edt": ("America/New_York", "America/Toronto"),
    "eest": ("Europe/Athens", "Europe/Helsinki"),
    "eet": ("Europe/Athens", "Europe/Helsinki", "Africa/Cairo"),
    "est": ("America/New_York", "America/Panama"),
    "est5edt": ("America/New_York",),
    "gmt": ("Europe/London", "Africa/Accra", "UTC"),
    "gst": ("Asia/Dubai",),
    "hkt": ("Asia/Hong_Kong",),
    "hst": ("Pacific/Honolulu",),
    "idt": ("Asia/Jerusalem",),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "jst": ("Asia/Tokyo",),
    "kst": ("Asia/Seoul",),
    "mdt": ("America/Denver",),
    "met": ("Europe/Paris", "Europe/Berlin"),
    "msk": ("Europe/Moscow",),
    "mst": ("America/Denver", "America/Phoenix"),
    "mst7mdt": ("America/Denver",),
    "nst": ("America/St_Johns",),
    "nzdt": ("Pacific/Auckland",),
    "nzst": ("Pacific/Auckland",),
    "pdt": ("America/Los_Angeles",),
    "pkt": ("Asia/Karachi",),
    "pst": ("America/Los_Angeles", "Asia/Manila"),
    "pst8pdt": ("America/Los_Angeles",),
    "sast": ("Africa/Johannesburg",),
    "sgt": ("Asia/Singapore",),
    "west": ("Europe/Lisbon",),
    "wet": ("Europe/Lisbon",),
    "wib": ("Asia/Jakarta",),
}
"""Abbreviations that stand for several places or for half a year (tz database, theory.html)."""

_CITIES_AT: Mapping[int, tuple[str, ...]] = {
    -8: ("America/Los_Angeles",),
    -7: ("America/Denver", "America/Vancouver"),
    -6: ("America/Mexico_City", "America/Chicago"),
    -5: ("America/Bogota", "America/New_York"),
    -4: ("America/Caracas", "America/Halifax"),
    -3: ("America/Sao_Paulo",),
    0: ("Europe/London", "Africa/Accra"),
    1: ("Europe/Paris", "Africa/Lagos"),
    2: ("Europe/Athens", "Africa/Johannesburg"),
    3: ("Europe/Istanbul", "Asia/Riyadh"),
    4: ("Asia/Dubai",),
    5: ("Asia/Karachi", "Asia/Kolkata"),
    6: ("Asia/Dhaka",),
    7: ("Asia/Bangkok",),
    8: ("Asia/Singapore", "Asia/Shanghai"),
    9: ("Asia/Tokyo", "Asia/Seoul"),
    10: ("Australia/Sydney",),
    12: ("Pacific/Auckland",),
}

_FIXED = re.compile(r"(?P<area>etc/)?(?:gmt|utc)?\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?\d{2})?")


def zone_name(word: str, names: Collection[str], links: Mapping[str, str]) -> str:
    """The name in `names` that the word means; `links` maps old names to current ones.

    Raises:
        UnknownNameError: an abbreviation, a fixed offset, a legacy name without a city, or no zone at all.
        AmbiguousNameError: a city that several zones are named after.
    """
    folded = fold(word).replace(" ", "_")
    if folded in _UTC_SPELLINGS:
        return UTC_NAME
    _refuse_abbreviation_or_offset(word, folded)
    by_folded = {fold(name): name for name in names if "/" in name and not name.startswith("Etc/")}
    if folded in by_folded:
        return _current_name(by_folded[folded], links)
    return _by_city(word, folded, by_folded, links)


def _refuse_abbreviation_or_offset(word: str, folded: str) -> None:
    if folded in _CITIES_OF:
        cities = _CITIES_OF[folded]
        raise UnknownNameError(
            "time zone",
            word,
            nearest=cities,
            hint=f"an abbreviation is not a place; use {' or '.join(cities)}",
        )
    fixed = _FIXED.fullmatch(folded.replace("_", ""))
    if fixed is None:
        return
    hours = int(fixed["hours"]) * (-1 if fixed["sign"] == "-" else 1)
    cities = _CITIES_AT.get(-hours if fixed["area"] else hours, ())
    such_as = f", for example {' or '.join(cities)}" if cities else ""
    raise UnknownNameError(
        "time zone", word, nearest=cities, hint=f"a fixed offset is not a place; name its city{such_as}"
    )


def _current_name(name: str, links: Mapping[str, str]) -> str:
    return links.get(name, name) if name.partition("/")[0] in _COUNTRY_AREAS else name


def _by_city(word: str, folded: str, by_folded: Mapping[str, str], links: Mapping[str, str]) -> str:
    matches = [name for key, name in by_folded.items() if key.rpartition("/")[2] == folded]
    distinct = [name for name in matches if links.get(name) not in matches]
    if len(distinct) == 1:
        return _current_name(distinct[0], links)
    if distinct:
        raise AmbiguousNameError("time zone", word, candidates=sorted(distinct))
    linked = _city_of_legacy_name(folded, links)
    if linked is not None:
        raise UnknownNameError("time zone", word, nearest=(linked,), hint=f"use {linked}")
    close = _close_names(folded, by_folded)
    raise UnknownNameError("time zone", word, nearest=close, hint=None if close else _HINT)


_HINT = "name a big city of it: Tokyo, Europe/Brussels"


def _city_of_legacy_name(folded: str, links: Mapping[str, str]) -> str | None:
    """The zone that a name without a city, such as ``Japan``, links to; None for any other name."""
    linked = next((links[name] for name in links if fold(name) == folded), "")
    return linked if "/" in linked and not linked.startswith("Etc/") else None


def _close_names(folded: str, by_folded: Mapping[str, str]) -> tuple[str, ...]:
    city = folded.rpartition("/")[2]
    cities = {key.rpartition("/")[2]: name for key, name in by_folded.items()}
    close = [cities[match] for match in nearest(city, cities)]
    whole = [by_folded[match] for match in nearest(folded, by_folded)] if "/" in folded else []
    return tuple(dict.fromkeys([*close, *whole]))[:_MOST_SHOWN]
