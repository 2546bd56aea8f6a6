"""`cb holidays`: which days are not ordinary, who is away and for how long."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import compress

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.core.days.report.month_lines import MonthLine
from clientbridge.core.time.formatting import short_day, weekday_and_day
from clientbridge.render.days.day_lines import lines_below, named
from clientbridge.render.days.day_runs import DayRun, day_runs, who_said
from clientbridge.render.days.following import following
from clientbridge.render.days.greeting_lines import greeting_lines
from clientbridge.render.days.month_pictures import SAID, month_pictures
from clientbridge.render.days.next_lines import next_lines
from clientbridge.render.days.year_page import year_page
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    TextRun,
    Title,
    bad,
    careful,
    good,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of
from clientbridge.render.views import DaysView

_USUAL = DaysView()


def page(result: HolidayReport, view: DaysView = _USUAL) -> Page:
    """A year, a month, one day for everyone, or the days of a range."""
    if view.spells is not None:
        return page_of(*year_page(result, view.months, view.spells))
    if view.months:
        aside = _asked(result, view.months)
        return page_of(Title(f"Days {_span(result)}", aside=aside), *month_pictures(result, view.months))
    if not result.days:
        return page_of(*_only_ordinary(result))
    entries = list(day_runs(result.days))
    alone = entries[0].first.name if len({row.name for row in result.days}) == result.asked == 1 else None
    return page_of(
        Title(_title(result), aside=alone or _asked(result)),
        _table(entries, result, with_who=alone is None),
        *_gaps(result, with_who=alone is None),
        *((BlankLine(),) if result.next_off else ()),
        *next_lines(result),
        *greeting_lines(result.days, every_tone=view.every_day, of_one=result.asked == 1),
        *following(entries, result),
    )


def _title(result: HolidayReport) -> str:
    if result.from_ == result.to:
        return f"{short_day(result.from_)} {result.from_.year}"
    return f"Days off {_span(result)}"


def _span(result: HolidayReport) -> str:
    if result.from_ == result.to:
        return f"on {short_day(result.from_)} {result.from_.year}"
    year = "" if result.from_.year == result.to.year else f" {result.from_.year}"
    return f"{short_day(result.from_)}{year} to {short_day(result.to)} {result.to.year}"


def _only_ordinary(result: HolidayReport) -> Iterator[Block]:
    if result.asked:
        yield Line(phrase(f"{_asked(result)}: only ordinary days {_span(result)}."))
        yield from next_lines(result)
    else:
        yield Line(phrase("No clients yet."))
        yield Next("cb client add")


def _asked(result: HolidayReport, months: Sequence[MonthLine] = ()) -> str:
    known = (*(row.client for row in result.days), *(one.client for one in result.next_off))
    known += tuple(line.client for line in months)
    if any(known) and None in known:
        return f"{result.asked} clients and places"
    word = "client" if any(known) else "place"
    return f"{result.asked} {word}{'' if result.asked == 1 else 's'}"


def _table(entries: Sequence[DayRun], result: HolidayReport, *, with_who: bool) -> Table:
    with_when = result.from_ != result.to
    columns = (
        Column("when", fold=False, spoken="") if with_when else None,
        Column("who" if with_when else "", spoken="") if with_who else None,
        Column("", fold=False, spoken=""),
        Column("what" if with_when else "", spoken=""),
        Column("", spoken="", below=True),
    )
    shown = [column is not None for column in columns]
    rows = zip(entries, lines_below(entries), strict=True)
    return Table(
        tuple(column for column in columns if column is not None),
        tuple(tuple(compress((*_cells(entry, result.today), below), shown)) for entry, below in rows),
    )


def _cells(entry: DayRun, today: date) -> tuple[Phrase, ...]:
    return (
        phrase(strong(_when(entry, today))),
        phrase(who_said(entry)),
        phrase(_status(entry.first)),
        named(entry),
    )


def _when(entry: DayRun, today: date) -> str:
    first, last = entry.first.date, entry.last
    if first == last:
        near = {0: " (today)", 1: " (tomorrow)"}.get((first - today).days, "")
        return f"{short_day(first)}{near}"
    one_month = (first.year, first.month) == (last.year, last.month)
    return f"{weekday_and_day(first) if one_month else short_day(first)} - {short_day(last)}"


def _status(row: DayRow) -> TextRun:
    said = SAID[row.status]
    if row.status is DayStatus.WORKING and any(reason.regions for reason in row.reasons):
        return quiet("regional")
    match row.status:
        case DayStatus.CLOSED:
            return bad(said)
        case DayStatus.WORKING:
            return good(said)
        case _:
            return careful(said)


def _gaps(result: HolidayReport, *, with_who: bool) -> Iterator[Block]:
    """What is not known of the days shown, each gap once, unless a day says it beside its name."""
    whose = _whose_gaps(result)
    if whose:
        yield BlankLine()
    for gap, names in whose.items():
        said = f"{', '.join(names)}: {gap}." if with_who else f"{gap[0].upper()}{gap[1:]}."
        yield Line(phrase(quiet(said)))


def _whose_gaps(result: HolidayReport) -> dict[str, dict[str, None]]:
    said = {reason.name for row in result.days for reason in row.reasons}
    whose: dict[str, dict[str, None]] = {}
    for row in result.days:
        if row.not_known is not None and row.not_known not in said:
            whose.setdefault(row.not_known, {})[row.name] = None
    return whose
