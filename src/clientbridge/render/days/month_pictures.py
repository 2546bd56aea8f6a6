"""The days of a range as a calendar: a picture a month, one line for each client or place, one mark a day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport
from clientbridge.core.days.report.month_lines import MonthLine
from clientbridge.core.time.formatting import MONTH_NAMES, short_day
from clientbridge.render.line_wrapping import columns
from clientbridge.render.page import (
    BlankLine,
    Block,
    Emphasis,
    Line,
    Phrase,
    Picture,
    TextRun,
    phrase,
    quiet,
    strong,
)

SAID = {
    DayStatus.WORKING: "working",
    DayStatus.REDUCED: "short day",
    DayStatus.LIKELY_CLOSED: "likely closed",
    DayStatus.CLOSED: "closed",
    DayStatus.UNKNOWN: "unknown",
}
_MARK = {
    DayStatus.WORKING: ".",
    DayStatus.REDUCED: "h",
    DayStatus.LIKELY_CLOSED: "?",
    DayStatus.CLOSED: "X",
    DayStatus.UNKNOWN: "u",
}
LEGEND = ". worked   h short   ? likely closed   X closed   u unknown   - weekend"
_TODAY = ("^ today", "today ^")
"""Below its column, with the word on the side that has room for it."""
_DAYS_OF_TWO_WEEKS = 14
_GAP = 2
_SUNDAY = 6


def month_pictures(result: HolidayReport, lines: Sequence[MonthLine]) -> Iterator[Block]:
    """A month below the other, in halves where the screen is narrow, and what the marks mean."""
    days = [result.from_ + timedelta(days=at) for at in range((result.to - result.from_).days + 1)]
    for (year, month), part in groupby(enumerate(days), key=lambda one: (one[1].year, one[1].month)):
        shown = list(part)
        fortnights = tuple(_picture(lines, some, result.today) for some in _fortnights(shown))
        yield BlankLine()
        yield Line(phrase(strong(f"{MONTH_NAMES[month - 1]} {year}")))
        whole = _picture(lines, shown, result.today)
        yield Picture(whole.lines, whole.spoken, parts=fortnights)
    yield BlankLine()
    yield Line(phrase(quiet(LEGEND)))


def _fortnights(days: Sequence[tuple[int, date]]) -> Iterator[list[tuple[int, date]]]:
    """Two weeks each, from a Monday on but for the first."""
    first = _DAYS_OF_TWO_WEEKS - days[0][1].weekday()
    yield list(days[:first])
    for start in range(first, len(days), _DAYS_OF_TWO_WEEKS):
        yield list(days[start : start + _DAYS_OF_TWO_WEEKS])


def _picture(lines: Sequence[MonthLine], days: Sequence[tuple[int, date]], today: date) -> Picture:
    has_today = any(day == today for _, day in days)
    width = max((columns(_who(line)) for line in lines), default=0) + _GAP
    return Picture(
        lines=(
            phrase(" " * width, quiet("".join(f"{'MTWTFSS'[day.weekday()]:>2}" for _, day in days))),
            phrase(" " * width, strong("".join(_number(at, day) for at, (_, day) in enumerate(days)))),
            *(_line(line, days, width) for line in lines),
            *((_under_today(days, width, today),) if has_today else ()),
        ),
        spoken=(
            *((f"today is {short_day(today)}",) if has_today else ()),
            *(_spoken(line, days) for line in lines),
        ),
    )


def _under_today(days: Sequence[tuple[int, date]], width: int, today: date) -> Phrase:
    """The word stands after the sign where that makes the picture no wider, else before it."""
    after, before = _TODAY
    at = width + 2 * sum(day < today for _, day in days) + 1
    start = at + 1 - len(before)
    if at + len(after) <= width + 2 * len(days) or start < 0:
        return phrase(" " * at, strong(after))
    return phrase(" " * start, strong(before))


def _who(line: MonthLine) -> str:
    return line.client or line.name


def _number(at: int, day: date) -> str:
    """Of Mondays and of the first day; two columns a day leave no room between two numbers of two digits."""
    is_first = at == 0 and (day.day == 1 or day.weekday() != _SUNDAY)
    return f"{day.day:>2}" if day.weekday() == 0 or is_first else "  "


def _line(line: MonthLine, days: Sequence[tuple[int, date]], width: int) -> Phrase:
    who = _who(line)
    marks = [TextRun(f"{mark_of(line, at):>2}", tone_of(line, at)) for at, _ in days]
    return phrase(who + " " * (width - columns(who)), *marks)


def mark_of(line: MonthLine, at: int) -> str:
    """The sign of one day of a line, by its number."""
    return "-" if line.weekend[at] and line.statuses[at] is DayStatus.CLOSED else _MARK[line.statuses[at]]


def tone_of(line: MonthLine, at: int) -> Emphasis:
    """How that sign is coloured."""
    if line.weekend[at]:
        return Emphasis.QUIET
    return {
        DayStatus.CLOSED: Emphasis.BAD,
        DayStatus.WORKING: Emphasis.PLAIN,
    }.get(line.statuses[at], Emphasis.CAREFUL)


def _spoken(line: MonthLine, days: Sequence[tuple[int, date]]) -> str:
    words = [
        f"{short_day(day)} {SAID[line.statuses[at]]}"
        for at, day in days
        if not line.weekend[at] and line.statuses[at] is not DayStatus.WORKING
    ]
    return f"{_who(line)}: {', '.join(words) or 'only ordinary days'}"
