"""The handover of a client: everything that the next person in charge needs."""

from dataclasses import field
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.days.location import where_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.past_events import PastEvent, past_events
from clientbridge.core.relationship.promise_status import PromiseState, by_urgency
from clientbridge.core.relationship.rhythm import NextBeat, next_beats
from clientbridge.core.relationship.tie_strength import Tie, ties
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.workspace.profiles import BusinessContext, Channels

_MAX_EVENTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(AlwaysAnswered):
    """The answer of `cb brief CLIENT --handover`."""

    kind: ClassVar[str] = "handover"
    client: str
    name: str
    country: str
    timezone: ZoneInfo
    where: str = field(metadata={"json": False})
    """The name of their place, for people to read."""
    manager: str | None
    backup: str | None
    channels: Channels
    context: BusinessContext
    notes: str | None
    people: tuple[Tie, ...]
    promises: tuple[PromiseState, ...]
    """Open promises of both sides, most urgent first."""
    problems: tuple[PastEvent, ...]
    """Open problems."""
    feedback: tuple[PastEvent, ...]
    """Feedback without an answer."""
    rhythm: tuple[NextBeat, ...]
    events: tuple[PastEvent, ...]
    """The latest events, newest first, at most twenty."""


def hand_over(state: ClientState) -> Handover:
    """Return the handover of a client at `state.now`."""
    client, journal = state.client, state.journal
    promises = [promise for owner in Owner for promise in state.open_promises(owner)]
    return Handover(
        client=client.id,
        name=client.name,
        country=client.schedule.place.country,
        timezone=state.theirs.zone_at(state.now),
        where=where_at(client.schedule, state.now),
        manager=client.manager,
        backup=client.backup,
        channels=client.channels,
        context=client.context,
        notes=client.notes,
        people=ties(client, journal, state.their_date),
        promises=tuple(sorted(promises, key=by_urgency)),
        problems=past_events(journal.open_problems(), client.schedule),
        feedback=past_events(journal.unanswered_feedback(), client.schedule),
        rhythm=next_beats(client.rhythm, journal, state.theirs, state.yours, state.your_date),
        events=past_events(reversed(journal.events[-_MAX_EVENTS:]), client.schedule),
    )
