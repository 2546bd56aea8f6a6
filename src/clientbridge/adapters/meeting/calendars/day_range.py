"""Which events certainly lie outside a range, by digits alone: to parse them costs twenty times that."""

import re
from datetime import datetime, timedelta

from clientbridge.adapters.meeting.calendars.components import CalendarComponent
from clientbridge.adapters.meeting.calendars.values import shifted
from clientbridge.core.frozen_dataclass import dataclass

FIRST_LIKELY_YEAR = 1900
_BUDDHIST_YEARS = range(FIRST_LIKELY_YEAR + 543, 2200 + 543)
"""As devices that show the Buddhist calendar write years by mistake."""
_DAY = re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_MARGIN = timedelta(days=3)
"""More than any two zones are apart, and a day for an event without an end."""
_NOT_SINGLE = frozenset({"RRULE", "RDATE", "RECURRENCE-ID"})


def is_likely_year(year: int) -> bool:
    """Whether something may really begin in a year, as far as the year alone tells."""
    return year >= FIRST_LIKELY_YEAR and year not in _BUDDHIST_YEARS


@dataclass(frozen=True, slots=True)
class DigitRange:
    """A range of days as calendars write them, wide enough for any zone."""

    first: str
    last: str

    @classmethod
    def around(cls, first: datetime, last: datetime) -> "DigitRange":
        """The days around two readings of a clock."""
        return cls(f"{shifted(first, -_MARGIN):%Y%m%d}", f"{shifted(last, _MARGIN):%Y%m%d}")

    def excludes(self, part: CalendarComponent) -> bool:
        """Whether an event certainly lies outside."""
        begins, ends = _days(part, "DTSTART"), _days(part, "DTEND")
        names = {line.name for line in part.properties}
        if not all(map(_is_likely, begins or [""])) or names & _NOT_SINGLE:
            return False
        if min(begins) > self.last:
            return True
        if max(begins) >= self.first or "DURATION" in names:
            return False
        return all("" < day < self.first for day in ends)


def _days(part: CalendarComponent, name: str) -> list[str]:
    matches = (_DAY.match(line.value) for line in part.properties if line.name == name)
    return [match[0] if match else "" for match in matches]


def _is_likely(day: str) -> bool:
    return bool(day) and is_likely_year(int(day[:4]))
