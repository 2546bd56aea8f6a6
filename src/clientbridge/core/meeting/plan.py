"""From a search to its answer."""

from collections.abc import Callable, Iterable

from clientbridge.core.meeting.blockers import blockers, longest_gap
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.relaxations import relaxations
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import MeetingPlan, PartyFacts, RequestFacts, Window
from clientbridge.core.meeting.search import Found, best_starts
from clientbridge.core.meeting.series.result import Series
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.meeting.zone_changes import ZoneChange, cautions
from clientbridge.core.spans import at_minute


def plan(
    found: Found,
    almanac_of: Callable[[MeetingRequest], Almanac],
    changes: Iterable[ZoneChange] = (),
) -> MeetingPlan:
    """The plan of a search: windows and slots, or without them what blocks and what would help.

    `almanac_of` gives the calendars for a search at another time.
    """
    views = PartyViews(found)
    answered = bool(found.starts)
    gap = None if answered else longest_gap(found)
    return MeetingPlan(
        request=request_facts(found.request),
        parties=party_facts(found),
        windows=_windows(found),
        slots=tuple(views.slot(start, rank) for rank, start in enumerate(best_starts(found), start=1)),
        blockers=() if answered else blockers(found),
        longest_gap=gap,
        warnings=cautions(found.request, found.attendances, changes),
        relaxations=() if answered else relaxations(found, gap, almanac_of),
    )


def series_plan(found: Found, series: Series, changes: Iterable[ZoneChange] = ()) -> MeetingPlan:
    """The plan of a meeting that comes again; its slots are the occurrences."""
    return MeetingPlan(
        request=request_facts(found.request),
        parties=party_facts(found),
        windows=_windows(found),
        slots=series.occurrences,
        series=series,
        warnings=cautions(found.request, found.attendances, changes),
    )


def _windows(found: Found) -> tuple[Window, ...]:
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


def party_facts(found: Found) -> tuple[PartyFacts, ...]:
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
