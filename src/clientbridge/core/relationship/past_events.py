"""Events of a journal as answers tell them: dated on the client's calendar."""

from collections.abc import Iterable
from datetime import date

from clientbridge.core.days.location import date_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.workspace.profiles import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvent:
    """An event of the journal, dated where the client was."""

    id: EntryId
    on: date
    kind: EventKind
    text: str
    people: tuple[str, ...]


def past_events(events: Iterable[Event], theirs: Schedule) -> tuple[PastEvent, ...]:
    """Return the events in their order; `theirs` says where the client was."""
    return tuple(
        PastEvent(
            id=event.id,
            on=date_at(theirs, event.at),
            kind=event.kind,
            text=event.text,
            people=event.people,
        )
        for event in events
    )
