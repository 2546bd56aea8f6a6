"""Turn a search result into the answer that is shown."""

from typing import TYPE_CHECKING

from clientbridge.core.meeting.day_bars import day_bars
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import Caution, MeetingPlan, PartyFacts, RequestFacts, Window
from clientbridge.core.meeting.search import SearchResult, best_starts

if TYPE_CHECKING:
    from clientbridge.core.meeting.series.result import Series
from clientbridge.core.time.intervals import at_minute


def plan(found: SearchResult, warnings: tuple[Caution, ...] = ()) -> MeetingPlan:
    """The plan of a search: windows and slots; `core.meeting.no_slot` says why there are none."""
    views = PartyViews(found)
    best = best_starts(found)
    return MeetingPlan(
        request=request_facts(found.request),
        parties=party_facts(found),
        windows=_windows(found),
        slots=tuple(views.slot(start, rank) for rank, start in enumerate(best, start=1)),
        day=day_bars(found, best[0]) if best else None,
        warnings=warnings,
    )


def series_plan(found: SearchResult, series: "Series", warnings: tuple[Caution, ...] = ()) -> MeetingPlan:
    """The plan of a recurring meeting; its slots are the occurrences."""
    return MeetingPlan(
        request=request_facts(found.request),
        parties=party_facts(found),
        windows=_windows(found),
        slots=series.occurrences,
        series=series,
        warnings=warnings,
    )


def _windows(found: SearchResult) -> tuple[Window, ...]:
    return tuple(Window(start=at_minute(start), end=at_minute(end)) for start, end in found.windows)


def request_facts(request: MeetingRequest) -> RequestFacts:
    """The request in the terms of the answer."""
    return RequestFacts(
        from_=at_minute(request.within[0]),
        to=at_minute(request.within[1]),
        duration_minutes=request.duration,
        step_minutes=request.step,
        count=request.count,
        not_before=at_minute(request.earliest),
        buffer_minutes=request.buffer,
        client_stretch_minutes=request.client_stretch,
        quorum_percent=request.quorum,
        strict=request.strict,
    )


def party_facts(found: SearchResult) -> tuple[PartyFacts, ...]:
    """Who takes part, you first."""
    return tuple(
        PartyFacts(
            id=party.id,
            name=party.name,
            timezone=attendance.days.piece_at(found.request.within[0]).zone,
            required=party.required,
            known=party.known,
        )
        for party, attendance in zip(found.request.parties, found.attendances, strict=True)
    )
