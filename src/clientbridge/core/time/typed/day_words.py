"""The words of which days and times are made: one table for every command (docs/dates.md)."""

import re
from collections.abc import Mapping
from typing import Final

from clientbridge.core.time.formatting import MONTH_NAMES
from clientbridge.core.time.hours import Weekday

RELATIVE_DAYS: Final[Mapping[str, int]] = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}

MONTHS: Final[Mapping[str, int]] = {
    form: number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for form in (name.casefold(), name[:3].casefold())
} | {"sept": 9}

_MONTH_AND_YEAR: Final = r"(?a)([a-z]{3,9})(?: +[12]\d{3})?|[12]\d{3}-(?:0[1-9]|1[0-2])"


def is_month(text: str) -> bool:
    """Whether it is ``dec``, ``December 2026`` or ``2026-12`` and nothing more."""
    found = re.fullmatch(_MONTH_AND_YEAR, text.strip().casefold())
    return found is not None and (found[1] is None or found[1] in MONTHS)


MONTHS_THAT_ARE_NAMES: Final = frozenset({"jan", "mar", "april", "may", "jun", "june", "august"})
"""Also given names: "review by Jan" is about a person as likely as about a month."""

UNITS: Final = frozenset({"week", "month", "quarter", "year"})
PERIOD_ENDS: Final[Mapping[str, str]] = {
    "eow": "week",
    "eom": "month",
    "eoq": "quarter",
    "eoy": "year",
}

DAY_ENDS: Final = (
    ("eod",),
    ("eob",),
    ("cob",),
    ("end", "day"),
    ("day", "end"),
    ("end", "business"),
    ("close", "business"),
    ("end", "play"),
    ("close", "play"),
)
"""They name the end of a day, which a deadline means anyway; alone they are today."""

DIRECTIONS: Final[Mapping[str, int]] = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

NUMBERS: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
} | {"a": 1, "an": 1}

NOON: Final = frozenset({"noon", "midday"})
PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night"})

VAGUE: Final = frozenset(
    {"mid", "early", "late", "weekend", "weekends", "midnight", "working", "business", "q1", "q2", "q3", "q4"}
    | {"christmas", "xmas", "easter", "thanksgiving"}
)
"""They speak of days without naming one."""

INTRODUCERS: Final = frozenset({"by", "until", "till", "til", "due"})
"""They may stand before a day and change nothing."""

_OTHERS: Final = frozenset(
    {"after", "before", "from", "now", "ago", "in", "within", "start", "beginning", "end", "first", "last"}
    | {"day", "days", "weeks", "months", "years", "tonight", "am", "pm", "close", "play", "noon", "midday"}
)

ANCHORS: Final = (
    frozenset({"today", "tomorrow", "tmrw", "yesterday", "tonight"})
    | frozenset(PERIOD_ENDS)
    | frozenset({"eod", "eob", "cob", "noon", "midday", "midnight", "weekend"})
    | frozenset({"q1", "q2", "q3", "q4", "christmas", "xmas", "easter", "thanksgiving"})
)
"""One of them makes words that are otherwise only of this table mean a day."""

VOCABULARY: Final = (
    ANCHORS
    | VAGUE
    | _OTHERS
    | PARTS_OF_DAY
    | INTRODUCERS
    | frozenset(MONTHS)
    | UNITS
    | frozenset(DIRECTIONS)
    | frozenset(NUMBERS)
)


def weekday_named(word: str) -> Weekday | None:
    """The weekday of ``fri``, ``thurs`` or ``friday``; None for any other word."""
    try:
        return Weekday.named(word)
    except KeyError:
        return None
