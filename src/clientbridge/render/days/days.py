"""`cb holidays`: which days are not ordinary, who is away and for how long."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import compress

from clientbridge.core.command_line import command
from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.greetings import Greeting, GreetingTone
from clientbridge.core.days.holiday_report import DayRow, HolidayReport, MonthLine
from clientbridge.core.time.formatting import short_day
from clientbridge.render.command_text import typed
from clientbridge.render.days.day_runs import OVER_A_WEEKEND, DayRun, day_runs
from clientbridge.render.days.month_pictures import SAID, month_pictures
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

_DAY = timedelta(days=1)
_MOST_NAMES = 3
_MOST_GREETINGS = 5
_SOON = 16
"""Working days within which it helps to know how many are left."""


_USUAL = DaysView()


def page(result: HolidayReport, view: DaysView = _USUAL) -> Page:
    """A month, one day for everyone, or the days of a range."""
    if view.months:
        aside = _asked(result, view.months)
        return page_of(Title(f"Days {_span(result)}", aside=aside), *month_pictures(result, view.months))
    if not result.days:
        return page_of(Line(phrase(f"{_asked(result)}: only ordinary days {_span(result)}.")))
    entries = list(day_runs(result.days))
    alone = entries[0].first.name if len({row.name for row in result.days}) == result.asked == 1 else None
    return page_of(
        Title(_title(result), aside=alone or _asked(result)),
        _table(entries, result, with_who=alone is None),
        *_gaps(result, with_who=alone is None),
        *_greetings(entries, every_tone=view.every_day),
        *_advice(entries),
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


def _asked(result: HolidayReport, months: Sequence[MonthLine] = ()) -> str:
    clients = any(row.client for row in result.days) or any(line.client for line in months)
    word = "client" if clients else "place"
    return f"{result.asked} {word}{'' if result.asked == 1 else 's'}"


def _table(entries: Iterable[DayRun], result: HolidayReport, *, with_who: bool) -> Table:
    with_when = result.from_ != result.to
    columns = (
        Column("when", fold=False, spoken="") if with_when else None,
        Column("who" if with_when else "", spoken="") if with_who else None,
        Column("", fold=False, spoken=""),
        Column("what" if with_when else "", spoken=""),
    )
    shown = [column is not None for column in columns]
    return Table(
        tuple(column for column in columns if column is not None),
        tuple(tuple(compress(_cells(entry, result.today), shown)) for entry in entries),
    )


def _cells(entry: DayRun, today: date) -> tuple[Phrase, ...]:
    return (
        phrase(strong(_when(entry, today))),
        phrase(_who(entry)),
        phrase(_status(entry.first)),
        _what(entry),
    )


def _when(entry: DayRun, today: date) -> str:
    first, last = entry.first.date, entry.last
    if first == last:
        near = {0: " (today)", 1: " (tomorrow)"}.get((first - today).days, "")
        return f"{short_day(first)}{near}"
    return f"{short_day(first)} - {short_day(last)}"


def _who(entry: DayRun) -> str:
    shown = ", ".join(entry.who[:_MOST_NAMES])
    more = len(entry.who) - _MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


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


def _what(entry: DayRun) -> Phrase:
    names = "; ".join(_named(reason) for reason in entry.first.named_by)
    asides = "; ".join(_asides(entry))
    return phrase(names or "ordinary working day", quiet(f" ({asides})" if asides else ""))


def _named(reason: Reason) -> str:
    local = f", {reason.local_name}" if reason.local_name else ""
    return f"{reason.name}{local}"


def _asides(entry: DayRun) -> Iterator[str]:
    row = entry.first
    if entry.on_weekend:
        yield "on a weekend"
    if row.hours:
        yield row.hours
    yield from _doubts(row)
    if row.break_ is not None and row.break_.from_ in {row.date, *_weekend_before(row)}:
        yield from _break(row)
    before = row.working_days_until or 0
    if 0 < before < _SOON and row.status is not DayStatus.WORKING:
        yield f"{_days(before, 'working day')} before"


def _weekend_before(row: DayRow) -> Iterator[date]:
    """A break is reported with its first holiday, also where a weekend comes before."""
    first = row.break_.from_ if row.break_ is not None else row.date
    if (row.date - first).days <= OVER_A_WEEKEND - 1:
        yield first


def _doubts(row: DayRow) -> Iterator[str]:
    """Whether it is sure that the day is one, and where."""
    reasons = row.named_by
    if any(reason.estimated for reason in reasons):
        yield "estimated"
    yield from _not_known(row)
    regions = [region for reason in reasons for region in reason.regions]
    if regions:
        yield f"only {', '.join(regions[:_MOST_NAMES])}{' and others' if len(regions) > _MOST_NAMES else ''}"


def _not_known(row: DayRow) -> Iterator[str]:
    """What is not announced, beside what makes the day; of an unknown day it is the reason."""
    if row.status is not DayStatus.UNKNOWN:
        yield from (reason.name for reason in row.reasons if reason.kind is ReasonKind.NO_DATA)


def _break(row: DayRow) -> Iterator[str]:
    around = row.break_
    if around is None:
        return
    back = f", back {short_day(row.back_on)}" if row.back_on else ""
    if around.days > 1:
        yield f"{_days(around.days, 'day')} off{back}"
    if around.bridge:
        yield f"bridge {' or '.join(short_day(day) for day in around.bridge)}"


def _days(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


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


def _greetings(entries: Sequence[DayRun], *, every_tone: bool) -> Iterator[Block]:
    rows = [
        (phrase(_who(entry)), _greeting(entry.first.greeting))
        for entry in _once_each(entries)
        if entry.first.greeting is not None
        and entry.first.days_until >= 0
        and (every_tone or entry.first.greeting.tone is not GreetingTone.NEUTRAL)
    ]
    if rows:
        yield BlankLine()
        yield Title("What to say", level=2)
        yield Table((Column("", spoken=""), Column("", spoken="")), tuple(rows[:_MOST_GREETINGS]))


def _once_each(entries: Sequence[DayRun]) -> Iterator[DayRun]:
    """Feasts of several days, and their eves, are greeted once."""
    seen: set[tuple[tuple[str, ...], str, date | None]] = set()
    for entry in entries:
        greeting = entry.first.greeting
        if greeting is None:
            continue
        feast = entry.who, greeting.feast or greeting.say or str(entry.first.date), greeting.first
        if feast not in seen:
            seen.add(feast)
            yield entry


def _greeting(greeting: Greeting) -> Phrase:
    never = quiet(f" Never: {greeting.never}." if greeting.never else "")
    if greeting.say is None:
        return phrase("a quiet day: no greeting.", never)
    if greeting.tone is GreetingTone.SOLEMN:
        return phrase(greeting.say, quiet(" A solemn day."), never)
    if greeting.send_on is None:
        return phrase(greeting.say, never)
    return phrase(greeting.say, quiet(f" Best sent {short_day(greeting.send_on)}, 09:30 there."), never)


def _advice(entries: Sequence[DayRun]) -> Iterator[Block]:
    rows = (entry.first for entry in entries)
    ahead = [row for row in rows if row.client and row.days_until >= 0]
    unsettled = next(filter(_depends_on_region, ahead), None)
    closed = next(filter(_is_closed, ahead), None)
    if unsettled is not None:
        edit = typed(command("client", "edit", unsettled.client or ""))
        yield from (BlankLine(), Next(edit, "give a region: some days differ by region"))
    elif closed is not None:
        yield from (BlankLine(), Next(typed(command("meet", closed.client or "")), "find a time around it"))


def _is_closed(row: DayRow) -> bool:
    return row.status is DayStatus.CLOSED


def _depends_on_region(row: DayRow) -> bool:
    """Whether a region would settle the day; where one is given, it is not asked for again."""
    return row.region is None and any(reason.kind is ReasonKind.REGION_DEPENDENT for reason in row.reasons)
