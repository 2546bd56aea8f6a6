"""A day of yours as a picture: a row for each party, a sign for each half hour, no colour needed."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from clientbridge.core.meeting.day_bars import DayBar, DayBars, DayCell
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.slots import PartyTime
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
_NAME_COLUMNS = 11
_MOST_ROWS = 8
_HOURS_MARKED = 6


def day_blocks(plan: MeetingPlan, day: DayBars) -> Iterator[Block]:
    """The picture of the best slot's day, alike parties in one row."""
    mine = plan.slots[0].parties[0]
    rows = _rows(plan, day)
    used = {cell for bar in day.bars for cell in bar.cells}
    legend = "  ".join(f"{_SIGNS[cell]} {word}" for cell, word in _MEANINGS.items() if cell in used)
    title = phrase(strong(short_day(day.date)), quiet(f"  {legend}"))
    lines = [title, _ruler(day), *(_line(name, bar) for name, bar in rows), _mark(plan, day)]
    spoken = [f"{short_day(day.date)}, in your time ({mine.where}):"]
    spoken.extend(_said(name, bar, day, mine) for name, bar in rows)
    yield BlankLine()
    yield Picture(tuple(lines), tuple(spoken))


def _rows(plan: MeetingPlan, day: DayBars) -> list[tuple[str, DayBar]]:
    """You first; parties with the same day are one row that says how many they are."""
    names = {party.id: party.name for party in plan.parties}
    alike: dict[tuple[DayCell, ...], list[DayBar]] = {}
    for bar in day.bars[1:]:
        alike.setdefault(bar.cells, []).append(bar)
    rows = [("you", day.bars[0])]
    for bars in alike.values():
        more = f" x{len(bars)}" if len(bars) > 1 else ""
        rows.append((f"{_short(names[bars[0].party], bars[0].party)}{more}", bars[0]))
    return rows[:_MOST_ROWS]


def _line(name: str, bar: DayBar) -> Phrase:
    cells = (
        TextRun(_SIGNS[cell] * len(list(run)), _TONES.get(cell, Emphasis.QUIET))
        for cell, run in groupby(bar.cells)
    )
    return (TextRun(_fitted(name)), *cells)


def _short(name: str, party: str) -> str:
    """The name, or the id where that is too long."""
    return name if columns(name) <= _NAME_COLUMNS else party


def _fitted(text: str) -> str:
    """A text in a fixed number of columns, a wide character taking two; ``…`` where it is cut."""
    shown = text
    while columns(shown) > _NAME_COLUMNS:
        shown = f"{shown.removesuffix('…')[:-1]}…"
    return shown + " " * (_NAME_COLUMNS + 1 - columns(shown))


def _ruler(day: DayBars) -> Phrase:
    hours = len(day.bars[0].cells) * day.cell_minutes // 60
    per_hour = 60 // day.cell_minutes
    marks = "".join(f"{hour:<{_HOURS_MARKED * per_hour}}" for hour in range(0, hours, _HOURS_MARKED))
    return phrase(quiet(" " * (_NAME_COLUMNS + 1) + marks.rstrip()))


def _mark(plan: MeetingPlan, day: DayBars) -> Phrase:
    """Where the best slot lies."""
    slot = plan.slots[0]
    cell = timedelta(minutes=day.cell_minutes)
    before = (slot.start - day.start) // cell
    long = max(1, -((slot.start - slot.end) // cell))
    return phrase(" " * (_NAME_COLUMNS + 1 + before), strong("^" * long), quiet(" best"))


def _said(name: str, bar: DayBar, day: DayBars, mine: PartyTime) -> str:
    spans = []
    at = 0
    for cell, run in groupby(bar.cells):
        count = len(list(run))
        if cell in _SPOKEN:
            start = (day.start + at * timedelta(minutes=day.cell_minutes)).astimezone(mine.timezone)
            end = start + count * timedelta(minutes=day.cell_minutes)
            spans.append(f"{_SPOKEN[cell]} {start:%H:%M}-{end:%H:%M}")
        at += count
    return f"{name}: {', '.join(spans) or 'not working'}"
