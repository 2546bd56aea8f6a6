"""Everything the next person in charge of a client needs, on a few pages."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.relationship.agenda_items import ClientState
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.promise_status import StandingPromise, by_urgency
from clientbridge.core.relationship.rhythm import NextBeat, next_beats
from clientbridge.core.relationship.tie_strength import Tie, ties
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import BusinessContext, Channels

_MOST_EVENTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvent:
    """One line of what happened."""

    id: EntryId
    on: date
    kind: EventKind
    text: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The answer of `cb brief CLIENT --handover`."""

    kind: ClassVar[str] = "handover"
    client: str
    name: str
    country: str
    timezone: ZoneInfo
    manager: str | None
    backup: str | None
    channels: Channels
    context: BusinessContext
    notes: str | None
    people: tuple[Tie, ...]
    promises: tuple[StandingPromise, ...]
    """Open ones of both sides, most urgent first."""
    problems: tuple[PastEvent, ...]
    """Open ones."""
    feedback: tuple[PastEvent, ...]
    """Without an answer."""
    rhythm: tuple[NextBeat, ...]
    events: tuple[PastEvent, ...]
    """The latest, newest first, at most twenty."""

    @property
    def answered(self) -> bool:
        """A client that is known has something to hand over."""
        return True


def hand_over(situation: ClientState) -> Handover:
    """What is known and owed at this moment."""
    client, journal = situation.client, situation.journal
    zone = client.schedule.zone
    promises = [promise for owner in Owner for promise in situation.standing(owner)]
    return Handover(
        client=client.id,
        name=client.name,
        country=client.schedule.place.country,
        timezone=zone,
        manager=client.manager,
        backup=client.backup,
        channels=client.channels,
        context=client.context,
        notes=client.notes,
        people=ties(client, journal, situation.today_there),
        promises=tuple(sorted(promises, key=by_urgency)),
        problems=_past(journal.open_problems(), zone),
        feedback=_past(journal.unanswered_feedback(), zone),
        rhythm=next_beats(client.rhythm, journal, situation.theirs, situation.today_there),
        events=_past(reversed(journal.events[-_MOST_EVENTS:]), zone),
    )


def _past(events: Iterable[Event], zone: ZoneInfo) -> tuple[PastEvent, ...]:
    return tuple(
        PastEvent(
            id=event.id,
            on=event.at.astimezone(zone).date(),
            kind=event.kind,
            text=event.text,
            people=event.people,
        )
        for event in events
    )
