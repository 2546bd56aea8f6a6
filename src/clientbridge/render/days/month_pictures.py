"""The days of a range as a calendar: one line for each client or place, one mark for each day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport, MonthLine
from clientbridge.core.time.formatting import short_day
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

_DAY = timedelta(days=1)
_DAYS_A_PICTURE = 31
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
_NAME_WIDTH = 14


def month_pictures(result: HolidayReport, lines: Sequence[MonthLine]) -> Iterator[Block]:
    """Up to a month below the other; the sentence to read aloud names only days that are not ordinary."""
    days = [result.from_ + shift * _DAY for shift in range((result.to - result.from_).days + 1)]
    for start in range(0, len(days), _DAYS_A_PICTURE):
        part = days[start : start + _DAYS_A_PICTURE]
        yield BlankLine()
        yield Picture(
            lines=(
                phrase(" " * _NAME_WIDTH, quiet("".join(f"{'MTWTFSS'[day.weekday()]:>2}" for day in part))),
                phrase(" " * _NAME_WIDTH, strong("".join(map(_mondays_number, part)))),
                *(_month_line(line, start, len(part)) for line in lines),
            ),
            spoken=tuple(_spoken(line, days) for line in lines) if start == 0 else (),
        )
    yield BlankLine()
    yield Line(phrase(quiet(". worked   h short   ? likely closed   X closed   u unknown   - weekend")))


def _mondays_number(day: date) -> str:
    """Two columns a day leave no room between two numbers."""
    return f"{day.day:>2}" if day.weekday() == 0 else "  "


def _month_line(line: MonthLine, start: int, length: int) -> Phrase:
    who = (line.client or line.name)[: _NAME_WIDTH - 1]
    marks = [TextRun(f"{_mark(line, at):>2}", _status_tone(line, at)) for at in range(start, start + length)]
    return phrase(f"{who:<{_NAME_WIDTH}}", *marks)


def _mark(line: MonthLine, at: int) -> str:
    return "-" if line.weekend[at] and line.statuses[at] is DayStatus.CLOSED else _MARK[line.statuses[at]]


def _status_tone(line: MonthLine, at: int) -> Emphasis:
    if line.weekend[at]:
        return Emphasis.QUIET
    return {
        DayStatus.CLOSED: Emphasis.BAD,
        DayStatus.WORKING: Emphasis.PLAIN,
    }.get(line.statuses[at], Emphasis.CAREFUL)


def _spoken(line: MonthLine, days: Sequence[date]) -> str:
    words = [
        f"{short_day(day)} {SAID[line.statuses[at]]}"
        for at, day in enumerate(days)
        if not line.weekend[at] and line.statuses[at] is not DayStatus.WORKING
    ]
    return f"{line.client or line.name}: {', '.join(words) or 'only ordinary days'}"
