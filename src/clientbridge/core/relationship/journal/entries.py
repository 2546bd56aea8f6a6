"""The entries of a client's journal, one per line; an entry is never changed once written.

Corrections, retractions and changes to promises are entries of their own, so the journals of two machines
merge by union, and losing one line loses nothing else. `at` is in UTC; a due date is a civil date in its
owner's zone.
"""

from datetime import date, datetime

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner


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
    """For feedback: the promise that responds to it."""
    no_action: str | None = None
    """For feedback: why nothing will be done about it."""
    from_them: bool = False
    """For a contact: whether they got in touch first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """You or they promised something."""

    id: EntryId
    at: datetime
    owner: Owner
    text: str
    due: date | None = None
    """A date in the owner's zone; None when no date was stated."""
    person: str | None = None
    """For a promise of theirs: the id of the person who made it."""
    event: EntryId | None = None
    """The event in which it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseKept:
    """A promise was kept."""

    id: EntryId
    at: datetime
    promise: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMoved:
    """A promise was given another due date."""

    id: EntryId
    at: datetime
    promise: EntryId
    due: date
    told: bool
    """Whether the other side has been informed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDropped:
    """A promise was given up."""

    id: EntryId
    at: datetime
    promise: EntryId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemClosed:
    """A problem was solved; `text` says how."""

    id: EntryId
    at: datetime
    problem: EntryId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAnswered:
    """A promise responds to feedback logged earlier."""

    id: EntryId
    at: datetime
    feedback: EntryId
    promise: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """The text of an event or a promise is corrected."""

    id: EntryId
    at: datetime
    entry: EntryId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """An entry is retracted, with all its effects."""

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
