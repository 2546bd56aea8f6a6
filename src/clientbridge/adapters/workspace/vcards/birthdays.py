"""Birthdays of address cards: a month and a day, however they are written; never guessed from words."""

import re
from calendar import monthrange

_LEAP_YEAR = 2024
_MONTHS_OF_YEAR = 12
_YEAR_FIRST = re.compile(
    r"(?:[0-9]{4}|-)-?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})(?:[T ].*)?"
    r"|(?:[0-9]{4}|-)(?P<sign>[-/.])(?P<m>[0-9]{1,2})(?P=sign)(?P<d>[0-9]{1,2})(?:[T ].*)?",
    re.DOTALL,
)
"""``1980-05-17``, ``19800517``, ``--0517``, ``--05-17``, ``1980/5/17``; each may have a time of day."""


def birthday(text: str) -> tuple[int, int] | None:
    """Month and day, whatever the year: address books without one write 1604, 0000 or a dash.

    None where there is no day in the year: a year or a day of the month alone, words, 30 February.
    """
    match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    month, day = int(match["month"] or match["m"]), int(match["day"] or match["d"])
    if not 1 <= month <= _MONTHS_OF_YEAR:
        return None
    return (month, day) if 1 <= day <= monthrange(_LEAP_YEAR, month)[1] else None
