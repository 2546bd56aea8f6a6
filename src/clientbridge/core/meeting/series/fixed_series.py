"""A series at one fixed time: who misses which occurrence, how everyone's clock drifts, and other anchors."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.no_slot.blockers import Seat, reasons
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.series.occurrences import occurrences
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.result import Anchor, Drift, Missed, Series
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.intervals import clip, length, minute_of
from clientbridge.core.time.offsets import local_time


def fixed_series(result: SearchResult, first: int, recurrence: Recurrence, utc: ZoneInfo) -> Series:
    """The series that starts at a UTC minute and keeps its time on the anchor's clock."""
    series = series_at(
        result, occurrences(first, recurrence), every=recurrence.word, anchor=recurrence.anchor
    )
    zones = (recurrence.anchor, *(time.timezone for time in series.occurrences[0].parties), utc)
    return replace(
        series,
        anchors=tuple(
            _anchor(result, zone, occurrences(first, replace(recurrence, anchor=zone)))
            for zone in {zone.key: zone for zone in zones}.values()
        ),
    )


def series_at(result: SearchResult, starts: Sequence[int], *, every: str, anchor: ZoneInfo) -> Series:
    """The series at these starts, whoever chose them; `every` is how often they come, as it is typed."""
    slots = slots_at(result, starts)
    return Series(
        every=every,
        times=len(slots),
        anchor=anchor,
        occurrences=slots,
        kept=kept(result, slots),
        missed=tuple(_missed(result, slots)),
        drift=drift(slots, anchor),
    )


def slots_at(result: SearchResult, starts: Sequence[int]) -> tuple[Slot, ...]:
    """The occurrences as everyone sees them, numbered from 1."""
    views = PartyViews(result)
    return tuple(views.slot(start, number) for number, start in enumerate(starts, start=1))


def kept(result: SearchResult, slots: Sequence[Slot]) -> int:
    """The number of occurrences at which every required party is available."""
    required = {party.id for party in result.request.parties if party.required}
    return sum(not required & set(slot.missing) for slot in slots)


def _missed(result: SearchResult, slots: Sequence[Slot]) -> Iterator[Missed]:
    seats: list[Seat] = list(zip(result.request.parties, result.attendances, strict=True))
    for slot in slots:
        span = (minute_of(slot.start), minute_of(slot.end))
        for seat in seats:
            if seat[0].id in slot.missing:
                why = next(reasons(result, seat, (span,)))
                yield Missed(number=slot.rank, party=why.party, code=why.code, detail=why.detail)


def drift(slots: Sequence[Slot], anchor: ZoneInfo | None = None) -> tuple[Drift, ...]:
    """Everyone's local times; `moves` marks occurrences whose clock time differs from the one before.

    On the anchor's clock a date may have been moved by hand: no other clock has changed for that.
    """
    kept_at = [None if anchor is None else f"{slot.start.astimezone(anchor):%H:%M}" for slot in slots]
    return tuple(_drift(slots, at, kept_at) for at in range(len(slots[0].parties)))


def _drift(slots: Sequence[Slot], at: int, kept_at: Sequence[str | None]) -> Drift:
    """Of the party in this place."""
    party = slots[0].parties[at]
    starts = tuple(slot.parties[at].start for slot in slots)
    zones = tuple(slot.parties[at].timezone for slot in slots)
    changes = tuple(_moved_by_clock(starts, zones, kept_at))
    return Drift(
        party=party.id,
        timezone=party.timezone,
        starts=starts,
        moves=tuple(
            number
            for number, (before, after) in enumerate(pairwise(starts), start=2)
            if (before.hour, before.minute) != (after.hour, after.minute)
        ),
        zones=zones,
        by_clock=tuple(number for number, _ in changes),
        was=tuple(before for _, before in changes),
    )


def _moved_by_clock(
    starts: Sequence[datetime], zones: Sequence[ZoneInfo], kept_at: Sequence[str | None]
) -> Iterator[tuple[int, datetime]]:
    """The numbers, with the last start in the same zone at the same time of the anchor."""
    last: dict[tuple[str, str | None], datetime] = {}
    for number, (start, zone, kept) in enumerate(zip(starts, zones, kept_at, strict=True), start=1):
        before = last.get((zone.key, kept), start)
        if (before.hour, before.minute) != (start.hour, start.minute):
            yield number, before
        last[zone.key, kept] = start


def _anchor(result: SearchResult, zone: ZoneInfo, starts: Sequence[int]) -> Anchor:
    duration = result.request.duration
    moved: list[str] = []
    outside = 0
    gone: set[int] = set()
    for party, attendance in zip(result.request.parties, result.attendances, strict=True):
        zones = [attendance.days.piece_at(start).zone for start in starts]
        local = [local_time(start, at) for start, at in zip(starts, zones, strict=True)]
        if any(_moved_by_clock(local, zones, [None] * len(starts))):
            moved.append(party.id)
        for start in starts:
            span = (start, start + duration)
            if not party.is_me:
                outside += duration - length(clip(attendance.working, span))
            if party.required and length(clip(attendance.allowed, span)) < duration:
                gone.add(start)
    return Anchor(
        timezone=zone, kept=len(starts) - len(gone), moved=tuple(moved), client_minutes_outside=outside
    )
