"""A year of days off: a picture of twelve months for one client or place, and the breaks of each."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport
from clientbridge.core.days.report.month_lines import MonthLine
from clientbridge.core.days.report.spells import Spell
from clientbridge.core.time.formatting import MONTH_NAMES, short_day, weekday_and_day
from clientbridge.render.days.month_pictures import LEGEND, SAID, mark_of, tone_of
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Phrase,
    Picture,
    Table,
    TextRun,
    Title,
    phrase,
    quiet,
    strong,
)

_NAME = 5
"""Columns for the name of a month."""


def year_page(result: HolidayReport, lines: Sequence[MonthLine], found: Sequence[Spell]) -> Iterator[Block]:
    """The breaks of each client or place in the order asked; of one, its twelve months before them."""
    one = len(lines) == 1
    yield Title(f"Days off in {result.from_.year}", aside=_whose(lines))
    if one:
        yield from (BlankLine(), _picture(result, lines[0]), Line(phrase(quiet(LEGEND))))
    for line in lines:
        own = [spell for spell in found if (spell.client, spell.name) == (line.client, line.name)]
        yield BlankLine()
        yield from () if one else (Title(line.name, level=2),)
        yield _breaks(own) if own else Line(phrase("no day off in this year"))


def _whose(lines: Sequence[MonthLine]) -> str:
    if len(lines) == 1:
        return lines[0].name
    return f"{len(lines)} {'clients' if any(line.client for line in lines) else 'places'}"


def _breaks(found: Sequence[Spell]) -> Table:
    columns = (Column("", fold=False, spoken=""), Column("", spoken=""))
    return Table(columns, tuple((phrase(strong(_when(one))), _what(one)) for one in found))


def _when(spell: Spell) -> str:
    first, last = spell.first, spell.last
    if first == last:
        return short_day(first)
    one_month = (first.year, first.month) == (last.year, last.month)
    return f"{weekday_and_day(first) if one_month else short_day(first)} - {short_day(last)}"


def _what(spell: Spell) -> Phrase:
    if spell.worked_through:
        return phrase(quiet(f"they work through {', '.join(spell.names)}"))
    status = "" if spell.status is DayStatus.CLOSED else f" ({SAID[spell.status]})"
    return phrase("; ".join(spell.names), quiet(status))


def _picture(result: HolidayReport, line: MonthLine) -> Picture:
    """A line a month; closer together where the screen is narrow."""
    wide, narrow = (_months(result, line, apart) for apart in (2, 1))
    spoken = tuple(_spoken(result, line))
    return Picture(wide, spoken, parts=(Picture(narrow, spoken),))


def _months(result: HolidayReport, line: MonthLine, apart: int) -> tuple[Phrase, ...]:
    numbers = "".join(
        f"{day if day % 7 == 1 else '':<{7 * apart if day % 7 == 1 else 0}}" for day in range(1, 32)
    )
    head = phrase(" " * (_NAME + apart - 1), quiet(numbers))
    rows = []
    for month, days in _by_month(result):
        marks = [TextRun(f"{mark_of(line, at):>{apart}}", tone_of(line, at)) for at in days]
        rows.append(phrase(f"{MONTH_NAMES[month - 1][:3]:<{_NAME}}", *marks))
    return (head, *rows)


def _by_month(result: HolidayReport) -> Iterator[tuple[int, list[int]]]:
    """The months of the year, each with the numbers of its days in the year."""
    days = range((result.to - result.from_).days + 1)
    for month, numbers in groupby(days, key=lambda at: (result.from_ + timedelta(days=at)).month):
        yield month, list(numbers)


def _spoken(result: HolidayReport, line: MonthLine) -> Iterator[str]:
    for month, days in _by_month(result):
        off = [at for at in days if not line.weekend[at] and line.statuses[at] is not DayStatus.WORKING]
        told = (
            f"{weekday_and_day(result.from_ + timedelta(days=at))} {SAID[line.statuses[at]]}" for at in off
        )
        yield f"{MONTH_NAMES[month - 1]}: {', '.join(told) or 'only ordinary days'}"
