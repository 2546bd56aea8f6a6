"""Which dates of a remembered series do not stand as they did, why, and when else everyone could meet."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.no_slot.blockers import Seat, reasons
from clientbridge.core.meeting.no_slot.result import BlockerCode
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.slots import PartyTime, Slot
from clientbridge.core.time.formatting import short_day
from clientbridge.core.time.intervals import Span, minute_of

TOLD_DAYS = 28
"""How many days ahead a date is told of."""
NEAR_DAYS = 6
"""How many days away another date may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDate:
    """One occurrence that does not stand as it did."""

    day: date
    """On your calendar."""
    why: str
    instead: date | None
    """The day, on your calendar, of the nearest time at which everyone can; None where there is none near."""


def moved_dates(
    result: SearchResult, free: Sequence[int], starts: Sequence[int], told: Span, *, in_turns: bool = False
) -> tuple[MovedDate, ...]:
    """The occurrences in `told` that someone required cannot attend, or that a clock change moves.

    `result` covers `starts`, the occurrence before the first that is told included, and does not count the
    series itself; `free` are the starts on the grid that are open beside it.
    """
    views = PartyViews(result)
    slots = [views.slot(start) for start in starts]
    return tuple(
        moved
        for number, slot in enumerate(slots)
        if told[0] <= starts[number] < told[1]
        for moved in _moved(result, free, slot, None if in_turns or not number else slots[number - 1])
    )


def _moved(result: SearchResult, free: Sequence[int], slot: Slot, before: Slot | None) -> Iterator[MovedDate]:
    missing, shifted = tuple(_missing(result, slot)), tuple(_shifted(slot, before))
    if not missing and not shifted:
        return
    start = minute_of(slot.start)
    target = start if missing else start + min((by for _, by in shifted), key=abs)
    other = _nearest(result, _open(free, start, stands=not missing), start, target)
    local = slot.parties[0].start
    because = "; ".join((*missing, *(say for say, _ in shifted)))
    yield MovedDate(
        day=local.date(),
        why=f"the call at {local:%H:%M}: {because}; {_repair(result, other, local, stands=not missing)}",
        instead=None if other is None else _my_day(result, other),
    )


def _open(free: Sequence[int], start: int, *, stands: bool) -> list[int]:
    """The starts that may be told: that of the date itself only where it `stands`."""
    return [start, *free] if stands else [one for one in free if one != start]


def _missing(result: SearchResult, slot: Slot) -> Iterator[str]:
    """Who cannot be there, and why."""
    seats: list[Seat] = list(zip(result.request.parties, result.attendances, strict=True))
    span = (minute_of(slot.start), minute_of(slot.end))
    for seat, time in zip(seats, slot.parties, strict=True):
        party = seat[0]
        if not party.required or party.id not in slot.missing:
            continue
        reason = next(reasons(result, seat, (span,)))
        who, detail = _who(time), reason.detail
        if reason.code is BlockerCode.OUTSIDE_HOURS:
            detail = f"{time.start:%H:%M} {_where(seat, time)}, {detail}"
        yield f"without {who} ({detail})"


def _where(seat: Seat, time: PartyTime) -> str:
    """The place of somebody who travels; of everybody else it is known."""
    at_home = seat[0].schedule.zone.key == time.timezone.key
    return "there" if at_home and not seat[0].is_me else f"in {time.where}"


def _shifted(slot: Slot, before: Slot | None) -> Iterator[tuple[str, int]]:
    """Whose clock shows another time than at the date before, and the minutes that would undo it."""
    if before is None:
        return
    for time, earlier in zip(slot.parties, before.parties, strict=True):
        if time.timezone.key != earlier.timezone.key or _clock(time.start) == _clock(earlier.start):
            continue
        back = (_clock(earlier.start) - _clock(time.start) + 720) % 1440 - 720
        yield f"{time.start:%H:%M} for {_who(time)}, not {earlier.start:%H:%M}, by a clock change", back


def _clock(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _who(time: PartyTime) -> str:
    return "you" if time.id == "me" else time.id


def _nearest(result: SearchResult, free: Sequence[int], start: int, target: int) -> int | None:
    """The one of these nearest to `target`: on the same day of yours as `start`, else within some days."""
    day, duration = _my_day(result, start), result.request.duration
    near = [
        one
        for one in free
        if abs(_my_day(result, one) - day) <= timedelta(days=NEAR_DAYS)
        and _my_day(result, one) == _my_day(result, one + duration - 1)
    ]
    return min(near, key=lambda one: (_my_day(result, one) != day, abs(one - target), one), default=None)


def _my_day(result: SearchResult, start: int) -> date:
    return result.attendances[0].days.date_at(start)


def _repair(result: SearchResult, other: int | None, local: datetime, *, stands: bool) -> str:
    """When everyone can: at another time, or where the date `stands` as it is, and maybe at another too."""
    if other is None:
        return f"no time for everyone within {NEAR_DAYS} days"
    if other == minute_of(local):
        return "everyone can still come"
    mine = PartyViews(result).slot(other).parties[0].start
    day = "" if mine.date() == local.date() else f"{short_day(mine.date())} "
    if stands:
        return f"everyone can still come, and {day}at {mine:%H:%M} too"
    return f"everyone can {day}at {mine:%H:%M}"
