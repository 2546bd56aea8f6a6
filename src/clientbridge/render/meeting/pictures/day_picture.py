"""A day of yours as a picture: a row for each party, a sign for each half hour, no colour needed."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.day_bars import DayBar, DayBars, DayCell
from clientbridge.core.time.formatting import short_day
from clientbridge.render.line_wrapping import columns
from clientbridge.render.page import (
    BlankLine,
    Block,
    Emphasis,
    Phrase,
    Picture,
    TextRun,
    phrase,
    quiet,
    strong,
)

if TYPE_CHECKING:
    from clientbridge.core.meeting.result import MeetingPlan

_SIGNS = {
    DayCell.WORKING: "█",
    DayCell.STRETCH: "▒",
    DayCell.BUSY: "x",
    DayCell.CLOSED: "-",
    DayCell.FREE: "·",
    DayCell.NIGHT: " ",
    DayCell.PAST: " ",
}
_TONES = {DayCell.WORKING: Emphasis.GOOD, DayCell.STRETCH: Emphasis.CAREFUL, DayCell.BUSY: Emphasis.BAD}
_MEANINGS = {
    DayCell.WORKING: "working",
    DayCell.STRETCH: "accepted",
    DayCell.BUSY: "busy",
    DayCell.CLOSED: "day off",
    DayCell.FREE: "not working",
}
_SPOKEN = {
    DayCell.WORKING: "works",
    DayCell.STRETCH: "accepts",
    DayCell.BUSY: "is busy",
}
_NIGHT_IS_BLANK = "blank=night"
_NAME_COLUMNS = 11
_MOST_ROWS = 8
_HOURS_MARKED = 6


def day_blocks(plan: "MeetingPlan", day: DayBars) -> Iterator[Block]:
    """The picture of the best slot's day, alike parties in one row."""
    slot = plan.slots[0]
    mine = slot.parties[0]
    yield BlankLine()
    yield day_picture(
        _rows(plan, day), day, (mine.timezone, mine.where), Marked(slot.start, slot.end, "best")
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """What the line below the rows points at."""

    start: datetime
    end: datetime
    word: str


def day_picture(
    rows: Sequence[tuple[str, DayBar]],
    day: DayBars,
    here: tuple[ZoneInfo, str],
    mark: Marked | None,
    *,
    tells_night: bool = False,
) -> Picture:
    """A day on the clock of where you are, a row for each name; `tells_night` has a word for blanks."""
    zone, where = here
    used = {cell for _, bar in rows for cell in bar.cells}
    beside = _NIGHT_IS_BLANK if tells_night and DayCell.NIGHT in used else ""
    marks = () if mark is None else (_mark(day, mark),)
    drawn = (_line(name, bar) for name, bar in rows)
    spoken = (_said(name, bar, day, zone) for name, bar in rows)
    return Picture(
        (_title(day, used), _ruler(day, zone, beside), *drawn, *marks),
        (f"{short_day(day.date)}, in your time ({where}):", *spoken),
    )


def _title(day: DayBars, used: Collection[DayCell]) -> Phrase:
    legend = "  ".join(f"{_SIGNS[cell]} {word}" for cell, word in _MEANINGS.items() if cell in used)
    return phrase(strong(short_day(day.date)), quiet(f"  {legend}"))


def _rows(plan: "MeetingPlan", day: DayBars) -> list[tuple[str, DayBar]]:
    """You first; parties with the same day are one row that says how many they are."""
    names = {party.id: party.name for party in plan.parties}
    alike: dict[tuple[DayCell, ...], list[DayBar]] = {}
    for bar in day.bars[1:]:
        alike.setdefault(bar.cells, []).append(bar)
    rows = [("you", day.bars[0])]
    for bars in alike.values():
        more = f" x{len(bars)}" if len(bars) > 1 else ""
        rows.append((f"{short_name(names[bars[0].party], bars[0].party)}{more}", bars[0]))
    return rows[:_MOST_ROWS]


def _line(name: str, bar: DayBar) -> Phrase:
    cells = (
        TextRun(_SIGNS[cell] * len(list(run)), _TONES.get(cell, Emphasis.QUIET))
        for cell, run in groupby(bar.cells)
    )
    return (TextRun(_fitted(name)), *cells)


def short_name(name: str, party: str) -> str:
    """The name as the picture has room for it, or the id where that is too long."""
    return name if columns(name) <= _NAME_COLUMNS else party


def _fitted(text: str) -> str:
    """A text in a fixed number of columns, a wide character taking two; ``…`` where it is cut."""
    shown = text
    while columns(shown) > _NAME_COLUMNS:
        shown = f"{shown.removesuffix('…')[:-1]}…"
    return shown + " " * (_NAME_COLUMNS + 1 - columns(shown))


def _ruler(day: DayBars, zone: ZoneInfo, beside: str) -> Phrase:
    """The hours that the clock of the zone shows, which on some days skips one or shows it twice."""
    marks = ""
    for at in range(len(day.bars[0].cells)):
        local = (day.start + at * timedelta(minutes=day.cell_minutes)).astimezone(zone)
        if local.hour % _HOURS_MARKED == 0 and local.minute == 0:
            marks = f"{marks:<{at}}{local.hour}"
    return phrase(quiet(f"{beside:<{_NAME_COLUMNS + 1}}{marks}"))


def _mark(day: DayBars, mark: Marked) -> Phrase:
    cell = timedelta(minutes=day.cell_minutes)
    before = (mark.start - day.start) // cell
    long = max(1, -((mark.start - mark.end) // cell))
    return phrase(" " * (_NAME_COLUMNS + 1 + before), strong("^" * long), quiet(f" {mark.word}"))


def _said(name: str, bar: DayBar, day: DayBars, zone: ZoneInfo) -> str:
    spans = []
    at = 0
    for cell, run in groupby(bar.cells):
        count = len(list(run))
        if cell in _SPOKEN:
            start = (day.start + at * timedelta(minutes=day.cell_minutes)).astimezone(zone)
            end = start + count * timedelta(minutes=day.cell_minutes)
            spans.append(f"{_SPOKEN[cell]} {start:%H:%M}-{end:%H:%M}")
        at += count
    return f"{name}: {', '.join(spans) or 'not working'}"
