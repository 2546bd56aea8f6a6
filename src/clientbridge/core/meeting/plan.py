"""Turn a search result into the answer that is shown."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.core.days.location import where_at
from clientbridge.core.meeting.day_bars import day_bars
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import Caution, MeetingPlan, PartyFacts, RequestFacts, Window
from clientbridge.core.meeting.search import SearchResult, best_starts
from clientbridge.core.time.intervals import Span, at_minute, clip, minute_of

if TYPE_CHECKING:
    from clientbridge.core.meeting.series.result import Series


def plan(result: SearchResult, warnings: tuple[Caution, ...] = ()) -> MeetingPlan:
    """The plan of a search: windows and slots; `core.meeting.no_slot` says why there are none."""
    views = PartyViews(result)
    best = best_starts(result)
    return MeetingPlan(
        request=request_facts(result.request),
        parties=party_facts(result),
        windows=_windows(result.windows),
        slots=tuple(views.slot(start, rank) for rank, start in enumerate(best, start=1)),
        day=day_bars(result, best[0]) if best else None,
        warnings=warnings,
    )


def series_plan(result: SearchResult, series: "Series", warnings: tuple[Caution, ...] = ()) -> MeetingPlan:
    """The plan of a recurring meeting; its slots are the occurrences, and its range ends with the last one.

    The search went farther, for it had to find the time of the series first.
    """
    request = result.request
    begin, end = request.within
    if series.occurrences:
        end = minute_of(series.occurrences[-1].end)
    inside = clip(result.windows, (begin, end))
    return MeetingPlan(
        request=replace(request_facts(request), to=at_minute(end)),
        parties=party_facts(result),
        windows=_windows(span for span in inside if span[1] - span[0] >= request.duration),
        slots=series.occurrences,
        series=series,
        warnings=warnings,
    )


def _windows(spans: Iterable[Span]) -> tuple[Window, ...]:
    return tuple(Window(start=at_minute(start), end=at_minute(end)) for start, end in spans)


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
        here=request.me.schedule,
        words=request.words,
    )


def party_facts(result: SearchResult) -> tuple[PartyFacts, ...]:
    """Who takes part, you first."""
    return tuple(
        PartyFacts(
            id=party.id,
            name=party.name,
            timezone=attendance.days.piece_at(result.request.within[0]).zone,
            where=where_at(party.schedule, at_minute(result.request.within[0])),
            required=party.required,
            known=party.known,
        )
        for party, attendance in zip(result.request.parties, result.attendances, strict=True)
    )
