"""What every start of a range costs as a picture: days down, half hours across, the best slots by number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from clientbridge.core.days.location import day_begins, where_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.cost_map import CELL_MINUTES, CostMap, MapDay
from clientbridge.core.time.formatting import short_day
from clientbridge.core.workspace.profiles import Schedule
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

if TYPE_CHECKING:
    from clientbridge.core.meeting.result import MeetingPlan
    from clientbridge.core.meeting.slots import Slot

_PER_HOUR = 60 // CELL_MINUTES
_HOURS_MARKED = 2
_LEAST_HOURS = 6
_MOST_HOURS_WIDE = 12
"""With two columns a half hour, and two slots named beside the row, these fill 80 columns."""
_LABEL_COLUMNS = 12
_ONE_SIGN = 9
"""A cell has room for one digit, with a gap after it; what comes after the ninth is told beside the row."""
_MOST_BESIDE = 2
_NO_START, _FURTHER = "·", "*"
_HEADING = "What a start in each half hour of your day costs:"


@dataclass(frozen=True, slots=True)
class _Level:
    """How dear a start is."""

    sign: str
    rate: int | None
    """The most a minute of the meeting costs at this level; None for the dearest."""
    emphasis: Emphasis


_LEVELS = (
    _Level("█", 0, Emphasis.GOOD),
    _Level("▓", 1, Emphasis.PLAIN),
    _Level("▒", 4, Emphasis.CAREFUL),
    _Level("░", None, Emphasis.BAD),
)
"""The steps of docs/meeting-cost.md: nothing, the first hour from working time, the second, and beyond."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What every row of a picture is drawn with."""

    hours: range
    sign_columns: int
    minutes: int
    """The length of the meeting."""
    slots: "Mapping[date, Sequence[Slot]]"
    """The best slots by your day, in order of time."""


def cost_blocks(plan: "MeetingPlan", map_: CostMap) -> Iterator[Block]:
    """The picture of the whole range, and before it what its signs mean."""
    minutes, hours = plan.request.duration_minutes, _hours_shown(map_)
    narrow = _Drawn(hours, 1, minutes, _by_day(plan.slots))
    picture = _picture(plan, map_, narrow)
    if len(hours) <= _MOST_HOURS_WIDE:
        picture = replace(_picture(plan, map_, replace(narrow, sign_columns=2)), parts=(picture,))
    yield BlankLine()
    yield Line(_legend(map_, minutes))
    yield picture


def _picture(plan: "MeetingPlan", map_: CostMap, drawn: _Drawn) -> Picture:
    """Days without a start are told together; hours in which nothing ever starts are left out."""
    lines, spoken = [_ruler(drawn)], [_HEADING]
    told = ("", map_.days[0].date.year)
    for head, run in groupby(map_.days, key=lambda day: _head(plan.request.here, day.date)):
        place, year = head
        new = [*([str(year)] if year != told[1] else []), *([place] if place != told[0] else [])]
        lines.extend(phrase(quiet(say)) for say in new)
        spoken.extend(f"{say}:" for say in new)
        told = head
        for days in _rows(run):
            lines.append(_line(days, drawn))
            spoken.append(_said(days, drawn))
    return Picture(tuple(lines), tuple(spoken))


def _head(here: Schedule, day: date) -> tuple[str, int]:
    """What stands above the days of one place of a traveller, and of one year."""
    return (where_at(here, day_begins(here, day)) if here.travel else "", day.year)


def _rows(run: Iterator[MapDay]) -> Iterator[tuple[MapDay, ...]]:
    """Each day with a start alone, the others together."""
    for has_start, alike in groupby(run, key=_has_start):
        days = tuple(alike)
        yield from ((day,) for day in days) if has_start else (days,)


def _has_start(day: MapDay) -> bool:
    return any(cost is not None for cost in day.costs)


def _hours_shown(map_: CostMap) -> range:
    """Whole hours, from an even one to an even one, around every start of the range."""
    used = [cell // _PER_HOUR for day in map_.days for cell, cost in enumerate(day.costs) if cost is not None]
    first = min(used) // _HOURS_MARKED * _HOURS_MARKED
    last = max(max(used) // _HOURS_MARKED * _HOURS_MARKED + _HOURS_MARKED, first + _LEAST_HOURS)
    return range(min(first, 24 - _LEAST_HOURS), min(last, 24))


def _by_day(slots: "Sequence[Slot]") -> "Mapping[date, Sequence[Slot]]":
    by_day = dict[date, list["Slot"]]()
    for slot in sorted(slots, key=lambda one: one.start):
        by_day.setdefault(slot.parties[0].start.date(), []).append(slot)
    return by_day


def _line(days: tuple[MapDay, ...], drawn: _Drawn) -> Phrase:
    day = days[0]
    label = f"{short_day(day.date):<{_LABEL_COLUMNS}}"
    if not _has_start(day):
        last = f"to {short_day(days[-1].date)}: " if len(days) > 1 else ""
        return phrase(quiet(f"{label}{last}no start"))
    slots = drawn.slots.get(day.date, ())
    runs = (
        TextRun("".join(sign for sign, _ in run), emphasis)
        for emphasis, run in groupby(_cells(day, slots, drawn), key=lambda cell: cell[1])
    )
    return (TextRun(label), *runs, *phrase(*_beside(slots)))


def _cells(day: MapDay, slots: "Sequence[Slot]", drawn: _Drawn) -> Iterator[tuple[str, Emphasis]]:
    marked = {_cell_of(slot): slot.rank for slot in reversed(slots)}
    for cell in range(drawn.hours.start * _PER_HOUR, drawn.hours.stop * _PER_HOUR):
        cost = day.costs[cell]
        level = None if cost is None else _level(cost, drawn.minutes)
        sign, emphasis = (_NO_START, Emphasis.QUIET) if level is None else (level.sign, level.emphasis)
        if cell in marked:
            number = str(marked[cell]) if marked[cell] <= _ONE_SIGN else _FURTHER
            yield number.ljust(drawn.sign_columns), Emphasis.STRONG
        else:
            yield sign * drawn.sign_columns, emphasis


def _cell_of(slot: "Slot") -> int:
    start = slot.parties[0].start
    return (start.hour * 60 + start.minute) // CELL_MINUTES


def _level(cost: int, minutes: int) -> _Level:
    return next(one for one in _LEVELS if one.rate is None or cost <= one.rate * minutes)


def _beside(slots: "Sequence[Slot]") -> Iterator[str]:
    """The numbers of the day's slots with their clock times, as many as there is room for."""
    for slot in slots[:_MOST_BESIDE]:
        yield f"  {slot.rank} {slot.parties[0].start:%H:%M}"
    if len(slots) > _MOST_BESIDE:
        yield f" +{len(slots) - _MOST_BESIDE}"


def _legend(map_: CostMap, minutes: int) -> Phrase:
    """The signs that are used, each with what a start there costs at most."""
    used = {_level(cost, minutes).sign for day in map_.days for cost in day.costs if cost is not None}
    signs = "  ".join(f"{one.sign} {_words(one, minutes)}" for one in _LEVELS if one.sign in used)
    return phrase(strong("Cost by half hours"), quiet(f"  {signs}  {_NO_START} no start"))


def _words(level: _Level, minutes: int) -> str:
    if level.rate is None:
        return "dearer"
    return f"up to {level.rate * minutes}" if level.rate else "nothing"


def _ruler(drawn: _Drawn) -> Phrase:
    wide = _HOURS_MARKED * _PER_HOUR * drawn.sign_columns
    marks = "".join(f"{hour:<{wide}}" for hour in drawn.hours[::_HOURS_MARKED])
    return phrase(quiet(f"{'your time':<{_LABEL_COLUMNS}}{marks.rstrip()}"))


def _said(days: tuple[MapDay, ...], drawn: _Drawn) -> str:
    day = days[0]
    if not _has_start(day):
        last = f" to {short_day(days[-1].date)}" if len(days) > 1 else ""
        return f"{short_day(day.date)}{last}: no start"
    parts, at = list[str](), 0
    for level, run in groupby(
        day.costs, key=lambda cost: None if cost is None else _level(cost, drawn.minutes)
    ):
        end = at + len(tuple(run))
        if level is not None:
            parts.append(f"{_clock(at)}-{_clock(end)} {_words(level, drawn.minutes)}")
        at = end
    slots = drawn.slots.get(day.date, ())
    best = [f"best {slot.rank} at {slot.parties[0].start:%H:%M}" for slot in slots]
    return f"{short_day(day.date)}: {', '.join([*parts, *best])}"


def _clock(cell: int) -> str:
    hour, half = divmod(cell, _PER_HOUR)
    return f"{hour:02d}:{half * CELL_MINUTES:02d}"
