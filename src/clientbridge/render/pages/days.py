"""`cb holidays`: which days are not ordinary, who is away and for how long."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from clientbridge.core.days.outlook import DayRow, DaysAnswer, MonthLine
from clientbridge.core.days.status import DayStatus, Reason, ReasonKind
from clientbridge.render.dates import short_day
from clientbridge.render.page import (
    Block,
    Column,
    Gap,
    Line,
    Next,
    Page,
    Phrase,
    Picture,
    Table,
    Title,
    Tone,
    Toned,
    bad,
    careful,
    good,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_DAY = timedelta(days=1)
_MOST_NAMES = 3
_SAID = {
    DayStatus.WORKING: "working",
    DayStatus.REDUCED: "short day",
    DayStatus.LIKELY_CLOSED: "likely closed",
    DayStatus.CLOSED: "closed",
    DayStatus.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Neighbouring days of the same meaning, for everyone for whom they mean the same."""

    first: DayRow
    last: date
    who: tuple[str, ...]


def page(result: DaysAnswer) -> Page:
    """A month, one day for everyone, or the days of a range."""
    if result.months:
        return page_of(*_month(result))
    if not result.days:
        return page_of(Line(phrase(f"{_asked(result)}: only ordinary days {_span(result)}.")))
    entries = list(_entries(result.days))
    return page_of(
        Title(_title(result), aside=_asked(result)),
        _table(entries, result),
        *_advice(entries),
    )


def _title(result: DaysAnswer) -> str:
    if result.from_ == result.to:
        return f"{short_day(result.from_)} {result.from_.year}"
    return f"Days off {_span(result)}"


def _span(result: DaysAnswer) -> str:
    if result.from_ == result.to:
        return f"on {short_day(result.from_)} {result.from_.year}"
    year = "" if result.from_.year == result.to.year else f" {result.from_.year}"
    return f"{short_day(result.from_)}{year} to {short_day(result.to)} {result.to.year}"


def _asked(result: DaysAnswer) -> str:
    clients = any(row.client for row in result.days) or any(line.client for line in result.months)
    word = "client" if clients else "place"
    return f"{result.asked} {word}{'' if result.asked == 1 else 's'}"


def _entries(rows: Sequence[DayRow]) -> Iterator[_Entry]:
    """Runs of days are told once, and so is a day that several clients share."""
    runs: dict[tuple[str | None, str], list[_Entry]] = {}
    for row in rows:
        known = runs.setdefault((row.client, row.name), [])
        if known and _continues(known[-1], row):
            known[-1] = replace(known[-1], last=row.date)
        else:
            known.append(_Entry(first=row, last=row.date, who=(row.client or row.name,)))
    every = sorted(
        (entry for run in runs.values() for entry in run), key=lambda entry: (entry.first.date, entry.last)
    )
    for _, shared in groupby(every, key=lambda entry: (entry.first.date, entry.last)):
        yield from _shared(list(shared))


def _shared(entries: list[_Entry]) -> Iterator[_Entry]:
    together: dict[tuple[str, DayStatus, tuple[Reason, ...]], _Entry] = {}
    for entry in entries:
        key = (entry.first.country, entry.first.status, entry.first.reasons)
        known = together.get(key)
        together[key] = entry if known is None else replace(known, who=(*known.who, *entry.who))
    yield from together.values()


def _continues(entry: _Entry, row: DayRow) -> bool:
    """Only seasons, closures and missing data run on for days; a holiday is told day by day."""
    running = {ReasonKind.SEASON, ReasonKind.COMPANY, ReasonKind.AWAY, ReasonKind.NO_DATA}
    first = entry.first
    return (
        {reason.kind for reason in row.reasons} <= running
        and row.reasons == first.reasons
        and row.status is first.status
        and (row.date - entry.last).days <= 1 + _weekend_days(entry.last)
    )


def _weekend_days(last: date) -> int:
    """A slow season is not told of weekends: Friday and Monday are neighbours."""
    return 2 if last.weekday() >= 3 else 0  # noqa: PLR2004 - Thursday, where the weekend is Friday and Saturday


def _table(entries: Iterable[_Entry], result: DaysAnswer) -> Table:
    one_day = result.from_ == result.to
    columns = (
        Column("" if one_day else "when", fold=False, spoken=""),
        Column("who", spoken=""),
        Column("", fold=False, spoken=""),
        Column("what", spoken=""),
    )
    return Table(columns, tuple(_cells(entry, result.today, one_day=one_day) for entry in entries))


def _cells(entry: _Entry, today: date, *, one_day: bool) -> tuple[Phrase, ...]:
    row = entry.first
    return (
        phrase("" if one_day else strong(_when(entry, today))),
        phrase(_who(entry)),
        phrase(_status(row)),
        _what(entry),
    )


def _when(entry: _Entry, today: date) -> str:
    first, last = entry.first.date, entry.last
    if first == last:
        near = {0: " (today)", 1: " (tomorrow)"}.get((first - today).days, "")
        return f"{short_day(first)}{near}"
    return f"{short_day(first)} - {short_day(last)}"


def _who(entry: _Entry) -> str:
    shown = ", ".join(entry.who[:_MOST_NAMES])
    more = len(entry.who) - _MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


def _status(row: DayRow) -> Toned:
    said = _SAID[row.status]
    match row.status:
        case DayStatus.CLOSED:
            return bad(said)
        case DayStatus.WORKING:
            return good(said)
        case _:
            return careful(said)


def _what(entry: _Entry) -> Phrase:
    row = entry.first
    names = "; ".join(_named(reason) for reason in _telling(row.reasons))
    asides = [*_asides(row)] if entry.last == row.date else []
    aside = f" ({'; '.join(asides)})" if asides else ""
    return phrase(names or "ordinary working day", quiet(aside))


def _telling(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Weekends are mentioned when nothing else is."""
    other = tuple(reason for reason in reasons if reason.kind is not ReasonKind.WEEKEND)
    return other or reasons


def _named(reason: Reason) -> str:
    local = f", {reason.local_name}" if reason.local_name else ""
    return f"{reason.name}{local}"


def _asides(row: DayRow) -> Iterator[str]:
    if any(reason.kind is ReasonKind.WEEKEND for reason in row.reasons) and len(row.reasons) > 1:
        yield "on a weekend"
    if row.hours:
        yield row.hours
    if any(reason.estimated for reason in row.reasons):
        yield "estimated"
    regions = [region for reason in row.reasons for region in reason.regions]
    if regions:
        yield f"only {', '.join(regions[:_MOST_NAMES])}{' and others' if len(regions) > _MOST_NAMES else ''}"
    yield from _break(row)


def _break(row: DayRow) -> Iterator[str]:
    around = row.break_
    if around is None or (around.days == 1 and not around.bridge):
        return
    if around.days > 1:
        yield f"{around.days} days off to {short_day(around.to)}"
    if around.bridge:
        yield f"bridge {' or '.join(short_day(day) for day in around.bridge)}"


def _advice(entries: Sequence[_Entry]) -> Iterator[Block]:
    ahead = [entry.first for entry in entries if entry.first.days_until >= 0]
    unsettled = next((row for row in ahead if row.client and _depends_on_region(row)), None)
    if unsettled is not None:
        yield Gap()
        yield Next(f"cb client edit {unsettled.client}", "give a region: some days differ by region")
        return
    closed = next((row for row in ahead if row.client and row.status is DayStatus.CLOSED), None)
    if closed is not None:
        yield Gap()
        yield Next(f"cb meet {closed.client}", "find a time around it")


def _depends_on_region(row: DayRow) -> bool:
    return any(reason.kind is ReasonKind.REGION_DEPENDENT for reason in row.reasons)


_MARK = {
    DayStatus.WORKING: ".",
    DayStatus.REDUCED: "h",
    DayStatus.LIKELY_CLOSED: "?",
    DayStatus.CLOSED: "X",
    DayStatus.UNKNOWN: "u",
}
_NAME_WIDTH = 14


def _month(result: DaysAnswer) -> Iterator[Block]:
    days = [result.from_ + shift * _DAY for shift in range((result.to - result.from_).days + 1)]
    yield Title(f"Days {_span(result)}", aside=_asked(result))
    for start in range(0, len(days), 31):
        part = days[start : start + 31]
        yield Gap()
        yield Picture(
            lines=(
                phrase(" " * _NAME_WIDTH, quiet("".join(f"{'MTWTFSS'[day.weekday()]:>2}" for day in part))),
                phrase(" " * _NAME_WIDTH, strong("".join(f"{day.day:>2}" for day in part))),
                *(_month_line(line, start, len(part)) for line in result.months),
            ),
            spoken=tuple(_spoken(line, days) for line in result.months) if start == 0 else (),
        )
    yield Gap()
    yield Line(phrase(quiet(". worked   h short   ? likely closed   X closed   u unknown   - weekend")))


def _month_line(line: MonthLine, start: int, length: int) -> Phrase:
    who = (line.client or line.name)[: _NAME_WIDTH - 1]
    marks = [Toned(f"{_mark(line, at):>2}", _status_tone(line, at)) for at in range(start, start + length)]
    return phrase(f"{who:<{_NAME_WIDTH}}", *marks)


def _mark(line: MonthLine, at: int) -> str:
    return "-" if line.weekend[at] and line.statuses[at] is DayStatus.CLOSED else _MARK[line.statuses[at]]


def _status_tone(line: MonthLine, at: int) -> Tone:
    if line.weekend[at]:
        return Tone.QUIET
    return {
        DayStatus.CLOSED: Tone.BAD,
        DayStatus.WORKING: Tone.PLAIN,
    }.get(line.statuses[at], Tone.CAREFUL)


def _spoken(line: MonthLine, days: Sequence[date]) -> str:
    told = [
        f"{short_day(day)} {_SAID[line.statuses[at]]}"
        for at, day in enumerate(days)
        if not line.weekend[at] and line.statuses[at] is not DayStatus.WORKING
    ]
    return f"{line.client or line.name}: {', '.join(told) or 'only ordinary days'}"
