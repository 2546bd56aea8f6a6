"""One time as each party sees it: local time, day, how it suits them, what it costs and why."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.location import where_at
from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.busy_times import held_within
from clientbridge.core.meeting.cost.prices import (
    CostCode,
    CostLayer,
    CostPart,
    comfort_layers,
    cost_parts,
    outside_layers,
    soft_layers,
)
from clientbridge.core.meeting.request import Party
from clientbridge.core.meeting.slots import CAN_ATTEND, Fit, PartyTime, Remark, Slot
from clientbridge.core.time.intervals import Spans, at_minute, clip, length
from clientbridge.core.time.offsets import local_time

if TYPE_CHECKING:
    from clientbridge.core.meeting.search import SearchResult

_PLAIN_NOTES = {
    CostCode.EARLY: "{minutes} min outside hours (early)",
    CostCode.LATE: "{minutes} min outside hours (late)",
    CostCode.BREAK: "{minutes} min in a break",
    CostCode.NIGHT: "at night",
    CostCode.LUNCH: "over lunch",
    CostCode.AFTER_DAYS_OFF: "first hour after days off",
    CostCode.BEFORE_DAYS_OFF: "last hours before days off",
    CostCode.CUSTOM: "{detail}",
    CostCode.LIKELY_BUSY: "{minutes} min likely busy",
}
_ON_A_DAY = {
    CostCode.DAY_OFF: "day off",
    CostCode.LIKELY_CLOSED: "likely closed",
    CostCode.UNKNOWN_DAY: "not known whether closed",
}


class PartyViews:
    """Shows any time of a search as each party sees it; the costs of a party are computed once."""

    def __init__(self, result: "SearchResult") -> None:
        self._found = result
        self._inside: dict[str, tuple[CostLayer, ...]] = {}
        self._outside: dict[int, tuple[CostLayer, ...]] = {}

    def slot(self, start: int, rank: int = 1) -> Slot:
        """The slot that starts at a UTC minute."""
        result = self._found
        end = start + result.request.duration
        times = tuple(
            self._party_time(party, attendance, start, end)
            for party, attendance in zip(result.request.parties, result.attendances, strict=True)
        )
        return Slot(
            rank=rank,
            start=at_minute(start),
            end=at_minute(end),
            cost=sum(time.cost for time in times),
            reasons=_reasons(result.request.parties, times),
            parties=times,
            missing=tuple(time.id for time in times if time.fit not in CAN_ATTEND),
        )

    def _party_time(self, party: Party, attendance: Attendance, start: int, end: int) -> PartyTime:
        days = attendance.days
        zone = days.piece_at(start).zone
        fit = fit_of(party, attendance, start, end)
        priced = cost_parts(self._layers_at(party, attendance, start, end), start, end)
        parts = priced if party.required or fit in CAN_ATTEND else ()
        held = "; ".join(one.say for one in held_within(party.held, ((start, end),)))
        remarks = tuple(_remarks(party, attendance, priced, start, held))
        outside = end - start - length(clip(attendance.working, (start, end)))
        my_date = self._found.attendances[0].days.date_at(start)
        return PartyTime(
            id=party.id,
            start=local_time(start, zone),
            end=local_time(end, zone),
            timezone=zone,
            where=where_at(party.schedule, at_minute(start)),
            day_shift=(days.date_at(start) - my_date) // timedelta(days=1),
            fit=fit,
            minutes_outside=outside,
            cost=sum(part.cost for part in parts),
            parts=parts,
            notes=tuple(dict.fromkeys(remark.say for remark in remarks)),
            remarks=remarks,
        )

    def _layers_at(self, party: Party, attendance: Attendance, start: int, end: int) -> tuple[CostLayer, ...]:
        """The cost layers that can apply to the party at that time."""
        almanac = self._found.almanac
        if party.id not in self._inside:
            self._inside[party.id] = (
                *comfort_layers(party.customs, attendance, almanac),
                *soft_layers(attendance, almanac),
            )
        if _covered(attendance.working, start, end):
            return self._inside[party.id]
        if id(attendance) not in self._outside:
            self._outside[id(attendance)] = outside_layers(attendance, almanac)
        return (*self._outside[id(attendance)], *self._inside[party.id])


def _covered(spans: Spans, start: int, end: int) -> bool:
    return length(clip(spans, (start, end))) == end - start


def fit_of(party: Party, attendance: Attendance, start: int, end: int) -> Fit:
    """How the minutes in [`start`, `end`) suit a party."""
    meaning = attendance.days.meaning_on(attendance.days.date_at(start))
    if _covered(attendance.working, start, end):
        unsure = not party.known or meaning.status is DayStatus.UNKNOWN
        return Fit.UNKNOWN if unsure else Fit.WORKING
    if _covered(attendance.allowed, start, end):
        return Fit.STRETCH
    if clip(attendance.busy, (start, end)):
        return Fit.BUSY
    return Fit.OUTSIDE if meaning.hours else Fit.CLOSED


def _remarks(
    party: Party, attendance: Attendance, parts: Sequence[CostPart], start: int, held: str
) -> Iterator[Remark]:
    day = attendance.days.date_at(start)
    because = "; ".join(reason.name for reason in attendance.days.meaning_on(day).named_by)
    minutes: dict[tuple[CostCode, str], int] = {}
    for part in parts:
        minutes[part.code, part.detail] = minutes.get((part.code, part.detail), 0) + part.minutes
    for (code, detail), long in minutes.items():
        by_name = held if code is CostCode.BUSY and held else None
        yield Remark(code=code, say=by_name or note_of(code, detail, long, because))
    if not party.known:
        yield Remark(code=None, say="hours assumed")


def note_of(code: CostCode, detail: str, minutes: int, because: str) -> str:
    """One kind of cost in words; `because` holds the names of that day's reasons."""
    if code in _ON_A_DAY:
        return f"{_ON_A_DAY[code]}: {because}" if because else _ON_A_DAY[code]
    if code is CostCode.BUSY:
        return "busy"
    return _PLAIN_NOTES[code].format(minutes=minutes, detail=detail)


def _reasons(parties: Sequence[Party], times: Sequence[PartyTime]) -> tuple[str, ...]:
    named = [(party.name, time) for party, time in zip(parties, times, strict=True)]
    missing = [name for name, time in named if time.fit not in CAN_ATTEND]
    stretched = [name for name, time in named if time.fit is Fit.STRETCH]
    first = "everyone in working time"
    if missing:
        first = f"without {', '.join(missing)}"
    elif stretched:
        first = f"outside working time for {', '.join(stretched)}"
    return (first, *_notes_by_name(named))


def _notes_by_name(named: Sequence[tuple[str, PartyTime]]) -> Iterator[str]:
    return (f"{name}: {note}" for name, time in named for note in time.notes)
