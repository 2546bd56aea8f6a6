"""The lines of a client's journal: each says one thing once, and none is ever changed.

A correction, a removal, a kept promise are lines of their own, so two machines' journals merge by union and a
line that is lost loses nothing else. Moments are in UTC; a due date is a civil day in its owner's zone.
"""

from datetime import date, datetime

from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened with a client."""

    id: EntryId
    at: datetime
    kind: EventKind
    text: str
    people: tuple[str, ...] = ()
    """Ids of the client's people who took part."""
    links: tuple[str, ...] = ()
    answers: EntryId | None = None
    """For feedback: the promise that acts on it."""
    no_action: str | None = None
    """For feedback: why nothing is to be done."""
    from_them: bool = False
    """For a contact: they wrote or called first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """You or they said that something would be done."""

    id: EntryId
    at: datetime
    owner: Owner
    text: str
    due: date | None = None
    """A day in the owner's zone; None when no date was stated."""
    person: str | None = None
    """For a promise of theirs: who of them made it."""
    event: EntryId | None = None
    """The event in which it was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseKept:
    """A promise was kept."""

    id: EntryId
    at: datetime
    promise: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMoved:
    """A promise got another date."""

    id: EntryId
    at: datetime
    promise: EntryId
    due: date
    told: bool
    """Whether the other side was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDropped:
    """A promise no longer holds."""

    id: EntryId
    at: datetime
    promise: EntryId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemClosed:
    """A problem is solved."""

    id: EntryId
    at: datetime
    problem: EntryId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAnswered:
    """A promise acts on feedback that was logged before it."""

    id: EntryId
    at: datetime
    feedback: EntryId
    promise: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """What an event or a promise says is corrected."""

    id: EntryId
    at: datetime
    entry: EntryId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """An entry is taken back, with everything that it did."""

    id: EntryId
    at: datetime
    entry: EntryId


Entry = (
    Event
    | Promised
    | PromiseKept
    | PromiseMoved
    | PromiseDropped
    | ProblemClosed
    | FeedbackAnswered
    | Amended
    | Retracted
)
