"""How the times of an invitation suit everyone, and what could be proposed in their place."""

from dataclasses import replace
from datetime import datetime

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.choice import DEFAULT_OFFERED, offered_slots
from clientbridge.core.meeting.offers.offer import OfferedSlot
from clientbridge.core.meeting.plan import series_plan
from clientbridge.core.meeting.received.invitation import Occurrences
from clientbridge.core.meeting.request import JUDGED_DAYS, ME, MeetingRequest, Party
from clientbridge.core.meeting.result import Caution, MeetingPlan
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.series.fixed_series import series_at
from clientbridge.core.meeting.series.result import Series
from clientbridge.core.meeting.time_check import MeetingTime, judge
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import minute_of

_PROPOSED_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The first time, all of them, and the slots to propose."""

    time: MeetingTime
    plan: MeetingPlan | None
    """Of a series."""
    counter: tuple[OfferedSlot, ...]

    @property
    def series(self) -> Series | None:
        """All of them as a series, where there are several."""
        return None if self.plan is None else self.plan.series


def request_around(when: Occurrences, parties: tuple[Party, ...], now: datetime, uid: str) -> MeetingRequest:
    """The search that covers all these times, and the days around now in which others could be proposed."""
    first, last = minute_of(when.starts[0]), minute_of(when.starts[-1])
    today, margin = minute_of(now), JUDGED_DAYS * MINUTES_PER_DAY
    duration = max(1, round(when.length.total_seconds() / 60))
    return MeetingRequest(
        within=(
            max(first - margin, min(first, today)),
            max(last + duration + margin, max(first, today) + _PROPOSED_DAYS * MINUTES_PER_DAY),
        ),
        now=today,
        parties=parties,
        duration=duration,
        stretch=parties[0].schedule.stretch,
        not_counted=frozenset({uid}) if uid else frozenset(),
    )


def judged(
    found: SearchResult, when: Occurrences, warnings: tuple[Caution, ...], chosen_by: str | None
) -> Judged:
    """The times as everyone sees them, found by a search of that request.

    Whether a time works does not depend on the party who chose it, whatever their hours; what could be
    proposed does.
    """
    starts = [minute_of(start) for start in when.starts]
    result = found if chosen_by in {None, ME} else _with_optional(found, chosen_by)
    plan = None
    if len(starts) > 1:
        anchor = when.clock or result.request.me.schedule.zone
        series = series_at(result, starts, every=when.every or "", anchor=anchor)
        plan = series_plan(result, series, warnings)
    return Judged(
        time=judge(result, starts[0], warnings),
        plan=plan,
        counter=() if when.takes_days else _counter(found, starts[0]),
    )


def _with_optional(result: SearchResult, party_id: str | None) -> SearchResult:
    parties = tuple(
        replace(party, required=party.required and party.id != party_id) for party in result.request.parties
    )
    return replace(result, request=replace(result.request, parties=parties))


def _counter(result: SearchResult, asked: int) -> tuple[OfferedSlot, ...]:
    """Slots in the two weeks around the time that was asked for, without it."""
    request = result.request
    begin = max(request.now, request.within[0])
    end = max(asked, request.now) + _PROPOSED_DAYS * MINUTES_PER_DAY
    if end <= begin:
        return ()
    shorter = search(replace(request, within=(begin, end)), result.almanac)
    others = [slot for slot in offered_slots(shorter, DEFAULT_OFFERED + 1) if minute_of(slot.start) != asked]
    return tuple(replace(slot, n=number) for number, slot in enumerate(others[:DEFAULT_OFFERED], start=1))
