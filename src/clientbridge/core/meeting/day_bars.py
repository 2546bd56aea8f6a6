"""One of your days, and where every party is in theirs, by half hours."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from clientbridge.core.days.day import DayStatus
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.cost.prices import NIGHT
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.time.intervals import Span, Spans, at_minute, clip, length

if TYPE_CHECKING:
    from clientbridge.core.meeting.search import SearchResult

CELL_MINUTES = 30
_MINUTES_PER_DAY = 24 * 60


class DayCell(StrEnum):
    """What the larger part of a half hour is for a party."""

    WORKING = "working"
    STRETCH = "stretch"
    BUSY = "busy"
    CLOSED = "closed"
    FREE = "free"
    """Outside working time by day."""
    NIGHT = "night"
    PAST = "past"
    """Before the search begins, or after it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBar:
    """The cells of one party, from the first to the last half hour of your day."""

    party: str
    cells: tuple[DayCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBars:
    """Everyone's half hours over one day on your clock."""

    date: date
    start: datetime
    cell_minutes: int
    bars: tuple[DayBar, ...]


def day_bars(result: "SearchResult", at: int) -> DayBars:
    """The half hours of the day, on your calendar, that contains a UTC minute."""
    mine = result.attendances[0].days
    on = mine.date_at(at)
    return bars_over(result.request, result.attendances, on, result.almanac.span_of(mine, on))


def bars_over(request: MeetingRequest, everyone: Sequence[Attendance], on: date, span: Span) -> DayBars:
    """The half hours of a day of yours, given as UTC minutes too."""
    return DayBars(
        date=on,
        start=at_minute(span[0]),
        cell_minutes=CELL_MINUTES,
        bars=tuple(
            DayBar(party=party.id, cells=tuple(_cells(request, attendance, span)))
            for party, attendance in zip(request.parties, everyone, strict=True)
        ),
    )


def _cells(request: MeetingRequest, attendance: Attendance, day: Span) -> Iterator[DayCell]:
    first, last = max(request.within[0], request.earliest), request.within[1]
    for start in range(*day, CELL_MINUTES):
        end = min(day[1], start + CELL_MINUTES)
        yield _cell(attendance, start, end) if first < end and start < last else DayCell.PAST


def _cell(attendance: Attendance, start: int, end: int) -> DayCell:
    if _mostly(attendance.working, start, end):
        return DayCell.WORKING
    if _mostly(attendance.busy, start, end):
        return DayCell.BUSY
    if _mostly(attendance.allowed, start, end):
        return DayCell.STRETCH
    days = attendance.days
    minute = (start + days.piece_at(start).offset) % _MINUTES_PER_DAY
    if any(part.start <= minute < part.end for part in NIGHT):
        return DayCell.NIGHT
    closed = days.meaning_on(days.date_at(start)).status is DayStatus.CLOSED
    return DayCell.CLOSED if closed else DayCell.FREE


def _mostly(spans: Spans, start: int, end: int) -> bool:
    return 2 * length(clip(spans, (start, end))) >= end - start
