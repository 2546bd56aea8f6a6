"""Hours by weekday as one types them: ``mon-thu 09:00-18:00, fri 09:00-12:00``."""

import re
from collections.abc import Mapping

_DAYS_AND_HOURS = re.compile(r"(?P<days>[^\W\d_][^\s\d:]*)(?:\s*:\s*|\s+|(?=\d))(?P<hours>\S.*)")
_UNTIL = re.compile(r"(?<=[^\W\d_])(?:\s*[-–—]\s*|\s+to\s+)(?=[^\W\d_])")
_AND = re.compile(r"(?<=[^\W\d_])\s+and\s+(?=[^\W\d_])")


def hours_by_weekday(text: str) -> Mapping[str, str] | None:
    """Weekdays -> hours, in the order typed; None where no weekday is named.

    What is wrong is left for the reader of the profile, who tells it with the right words.
    """
    parts = _parts(text)
    if not any(map(_DAYS_AND_HOURS.fullmatch, parts)) or parts[0][0].isdigit():
        return None
    by_days: dict[str, str] = {}
    waiting: list[str] = []
    last = ""
    for days, hours in map(_days_and_hours, parts):
        waiting += [days] if days else []
        if hours and waiting:
            last, waiting = ",".join(waiting), []
            by_days[last] = hours
        elif hours:
            by_days[last] += f", {hours}"
    return {**by_days, ",".join(waiting): ""} if waiting else by_days


def _parts(text: str) -> list[str]:
    """Between commas and semicolons."""
    joined = _AND.sub(",", _UNTIL.sub("-", text))
    return [part.strip() for part in re.split("[;,]", joined) if part.strip()]


def _days_and_hours(part: str) -> tuple[str, str]:
    """One of them may be empty: of ``sat`` in ``sat,sun 10-12``, of ``13-17`` in ``mon 9-12, 13-17``."""
    if part[0].isdigit():
        return "", part
    found = _DAYS_AND_HOURS.fullmatch(part)
    return (part, "") if found is None else (found["days"], found["hours"])
