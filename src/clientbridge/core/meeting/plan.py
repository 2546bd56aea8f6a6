"""From a search to its answer."""

from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import MeetingPlan, PartyFacts, RequestFacts, Window
from clientbridge.core.meeting.search import Found
from clientbridge.core.spans import at_minute


def plan(found: Found) -> MeetingPlan:
    """The plan of a search: windows, slots, and who takes part."""
    views = PartyViews(found)
    return MeetingPlan(
        request=request_facts(found.request),
        parties=party_facts(found),
        windows=tuple(Window(start=at_minute(start), end=at_minute(end)) for start, end in found.windows),
        slots=tuple(views.slot(start, rank) for rank, start in enumerate(found.best, start=1)),
    )


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
