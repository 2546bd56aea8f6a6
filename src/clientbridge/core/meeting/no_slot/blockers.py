"""Why is there no window: who cannot, when, and for what reason.

A party blocks where all the others could meet without it. On a day on which no single party does, each is
compared with your own available time; where you have none, only you are reported.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.meeting.availability import Attendance
from clientbridge.core.meeting.no_slot.relaxations import relaxations
from clientbridge.core.meeting.no_slot.result import Blocker, BlockerCode, LongestGap
from clientbridge.core.meeting.request import MeetingRequest, Party
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.working_time import Almanac, DayMeaning
from clientbridge.core.time.intervals import (
    Span,
    Spans,
    at_least,
    at_minute,
    clip,
    intersection,
    subtraction,
    union,
)

_CODES = {
    ReasonKind.PUBLIC_HOLIDAY: BlockerCode.HOLIDAY,
    ReasonKind.BANK_HOLIDAY: BlockerCode.HOLIDAY,
    ReasonKind.OPTIONAL: BlockerCode.HOLIDAY,
    ReasonKind.REGION_DEPENDENT: BlockerCode.HOLIDAY,
    ReasonKind.WEEKEND: BlockerCode.WEEKEND,
    ReasonKind.AWAY: BlockerCode.AWAY,
    ReasonKind.COMPANY: BlockerCode.CLOSURE,
    ReasonKind.SEASON: BlockerCode.CLOSURE,
}
Seat = tuple[Party, Attendance]


def explain(
    plan: MeetingPlan, result: SearchResult, almanac_of: Callable[[MeetingRequest], Almanac]
) -> MeetingPlan:
    """The plan of a search without slots, with its blockers, the longest common gap and the relaxations.

    `almanac_of` gives the calendars for a search over another range.
    """
    gap = longest_gap(result)
    return replace(
        plan, blockers=blockers(result), longest_gap=gap, relaxations=relaxations(result, gap, almanac_of)
    )


def blockers(result: SearchResult) -> tuple[Blocker, ...]:
    """Every blocker of a search without windows, ordered by time, then by party."""
    if not at_least(result.frame, result.request.duration):
        return (_request_blocker(result.request),)
    seats = [
        (party, attendance)
        for party, attendance in zip(result.request.parties, result.attendances, strict=True)
        if party.required
    ]
    days = result.almanac.civil_days(result.attendances[0].days)
    # Time too short to meet in is no loss, unless all the time there is lies around your midnights.
    for least in (result.request.duration, 1):
        blocking = [blocker for _, day in days for blocker in _of_day(result, seats, day, least)]
        if blocking:
            return tuple(dict.fromkeys(blocking))
    return ()


def longest_gap(result: SearchResult) -> LongestGap | None:
    """The longest span in which every required party is available; None where there is not one minute."""
    free = result.frame
    for party, attendance in zip(result.request.parties, result.attendances, strict=True):
        if party.required:
            free = intersection(free, attendance.allowed)
    if not free:
        return None
    start, end = max(free, key=lambda span: (span[1] - span[0], -span[0]))
    return LongestGap(start=at_minute(start), end=at_minute(end), minutes=end - start)


def _request_blocker(request: MeetingRequest) -> Blocker:
    start, end = request.within
    detail = "the range, --on, --between and --notice leave no time"
    return Blocker(
        party=request.me.id,
        code=BlockerCode.REQUEST,
        from_=at_minute(start),
        to=at_minute(end),
        detail=detail,
    )


def _of_day(result: SearchResult, seats: Sequence[Seat], day: Span, least: int) -> Iterator[Blocker]:
    frame = at_least(clip(result.frame, day), least)
    alone = [
        blocker
        for seat in seats
        for blocker in reasons(result, seat, at_least(_free_without(seat, seats, frame), least))
    ]
    if alone or not frame:
        yield from alone
        return
    me, *others = seats
    mine = at_least(intersection(frame, me[1].allowed), least)
    if not mine:
        yield from reasons(result, me, frame)
        return
    for seat in others:
        yield from reasons(result, seat, mine)


def _free_without(seat: Seat, seats: Sequence[Seat], frame: Spans) -> Spans:
    """The time in which every other required party is available."""
    free = frame
    for other in seats:
        if other is not seat:
            free = intersection(free, other[1].allowed)
    return free


def reasons(result: SearchResult, seat: Seat, wanted: Spans) -> Iterator[Blocker]:
    """Why a party is unavailable in the given spans, day by day."""
    if not wanted:
        return
    party, attendance = seat
    taken = intersection(intersection(wanted, attendance.busy), attendance.hours)
    yield from _taken(party, taken, result.request.buffer)
    rest = subtraction(subtraction(wanted, attendance.allowed), taken)
    if not rest:
        return
    for day, span in result.almanac.civil_days(attendance.days):
        for missing in clip(rest, span):
            code, detail = _day_reason(attendance, day, strict=result.request.strict)
            yield _blocker(party, code, missing, detail)


def _taken(party: Party, taken: Spans, buffer: int) -> Iterator[Blocker]:
    """What takes the time, in order: what is held in offers by its name, all else as an appointment."""
    held: list[tuple[Span, str]] = []
    for one in party.held:
        around = (one.span[0] - buffer, one.span[1] + buffer)
        held += [(span, one.say) for span in clip(taken, around)]
    others = subtraction(taken, union(span for span, _ in held))
    for span, detail in sorted([*held, *((span, "another appointment") for span in others)]):
        yield _blocker(party, BlockerCode.BUSY, span, detail)


def _day_reason(attendance: Attendance, day: date, *, strict: bool) -> tuple[BlockerCode, str]:
    meaning = attendance.days.meaning_on(day)
    names = "; ".join(dict.fromkeys(reason.name for reason in meaning.named_by))
    if strict and meaning.status is DayStatus.LIKELY_CLOSED:
        return BlockerCode.LIKELY_CLOSED, names
    if meaning.hours:
        return BlockerCode.OUTSIDE_HOURS, f"works {', '.join(str(part) for part in meaning.hours)}"
    return _closed_code(meaning), names or "no work on that day"


def _closed_code(meaning: DayMeaning) -> BlockerCode:
    kinds = {reason.kind for reason in meaning.named_by}
    return next((code for kind, code in _CODES.items() if kind in kinds), BlockerCode.CLOSURE)


def _blocker(party: Party, code: BlockerCode, span: Span, detail: str) -> Blocker:
    return Blocker(party=party.id, code=code, from_=at_minute(span[0]), to=at_minute(span[1]), detail=detail)
