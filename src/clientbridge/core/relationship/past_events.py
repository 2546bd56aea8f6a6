"""Events of a journal as answers tell them: dated on the client's calendar."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvent:
    """An event of the journal, dated in the client's zone."""

    id: EntryId
    on: date
    kind: EventKind
    text: str
    people: tuple[str, ...]


def past_events(events: Iterable[Event], zone: ZoneInfo) -> tuple[PastEvent, ...]:
    """Return the events in their order; `zone` is the client's."""
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
