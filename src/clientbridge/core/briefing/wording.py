"""Near days, numbers of hours and lists in the words of a sentence."""

import re
from datetime import date, timedelta

from clientbridge.core.time.formatting import full_day


def seen_from(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``yesterday``, else the day as written."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get((day - today) // timedelta(days=1)) or full_day(day)


def capital(sentence: str) -> str:
    """The sentence with a capital first letter; the rest is left alone."""
    return sentence[:1].upper() + sentence[1:]


def hours_apart(minutes: int) -> str:
    """``8 h``, ``5 h 30``, ``30 min``, of a number of minutes without its sign."""
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest}" if rest else f"{hours} h"


def span_in_words(text: str) -> str:
    """``2d`` -> ``2 days``; what is no span of time comes back as it is."""
    match = re.fullmatch(r"(\d+)(mo|[hdwy])", text.strip())
    if match is None:
        return text
    unit = {"h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year"}[match[2]]
    return f"{match[1]} {unit}{'' if match[1] == '1' else 's'}"


def joined(parts: tuple[str, ...]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
