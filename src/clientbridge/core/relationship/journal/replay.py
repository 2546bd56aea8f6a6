"""A client's journal read as a whole: corrections applied, removals gone, each promise with its fate.

The order of the lines does not matter, nor does a line that stands twice: journals merged from two machines
read the same (property test).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.names import beginning, nearest
from clientbridge.core.relationship.journal.entries import (
    Amended,
    Entry,
    Event,
    FeedbackAnswered,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
    Retracted,
)
from clientbridge.core.relationship.journal.kinds import CONTACTS, EntryId, EventKind, Owner
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One change of a promise's date."""

    at: datetime
    due: date
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promise as it stands now."""

    id: EntryId
    client: str
    owner: Owner
    text: str
    made: datetime
    due: date | None
    """The day that holds now, in the owner's zone."""
    person: str | None
    event: EntryId | None
    moves: tuple[Move, ...] = ()
    kept: datetime | None = None
    """When it was first marked as done; two machines may both have said so."""
    dropped: datetime | None = None
    why_dropped: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept."""
        return self.kept is None and self.dropped is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Events and promises of one client, oldest first."""

    client: str
    events: tuple[Event, ...] = ()
    promises: tuple[Promise, ...] = ()
    closed_problems: Mapping[EntryId, datetime] = field(default_factory=dict)
    retracted: frozenset[EntryId] = frozenset()

    def open_promises(self, owner: Owner | None = None) -> tuple[Promise, ...]:
        """Promises still to be kept, of one owner or of both."""
        return tuple(
            promise for promise in self.promises if promise.is_open and owner in (None, promise.owner)
        )

    def open_problems(self) -> tuple[Event, ...]:
        """Problems that nobody has closed."""
        return tuple(
            event
            for event in self.events
            if event.kind is EventKind.PROBLEM and event.id not in self.closed_problems
        )

    def unanswered_feedback(self) -> tuple[Event, ...]:
        """Feedback that no promise acts on and that has no reason for doing nothing."""
        return tuple(
            event
            for event in self.events
            if event.kind is EventKind.FEEDBACK and event.answers is None and not event.no_action
        )

    def last(self, *kinds: EventKind) -> Event | None:
        """The latest event of these kinds, None when there is none."""
        return next((event for event in reversed(self.events) if event.kind in kinds), None)

    def met(self, person: str | None = None) -> tuple[Event, ...]:
        """The calls and meetings with the client, or with that person of it."""
        return tuple(
            event
            for event in self.events
            if event.kind in {EventKind.CALL, EventKind.MEETING}
            and (person is None or person in event.people)
        )

    def find(self, name: str, among: Iterable[Event | Promise] | None = None) -> EntryId:
        """The id that is, or alone begins with, `name`; raises UnknownNameError."""
        everything: Iterable[Event | Promise] = (*self.events, *self.promises)
        known = [entry.id for entry in (everything if among is None else among)]
        fitting = beginning(name, known)
        if len(fitting) == 1:
            return fitting[0]
        raise UnknownNameError("entry", name, nearest=fitting[:5] or nearest(name, known))

    @property
    def last_contact(self) -> Event | None:
        """The last time you and they spoke or wrote."""
        return self.last(*CONTACTS)


def promise_named(name: str, promises: Sequence[Promise], *, hint: str | None = None) -> Promise:
    """The promise of that id or beginning of one; of several that begin so, the only open one.

    Raises UnknownNameError with that hint, AmbiguousNameError.
    """
    ids = beginning(name, (promise.id for promise in promises))
    fitting = [promise for promise in promises if promise.id in ids]
    for candidates in (fitting, [promise for promise in fitting if promise.is_open]):
        if len(candidates) == 1:
            return candidates[0]
    if not fitting:
        raise UnknownNameError("promise", name, hint=hint)
    raise AmbiguousNameError("promise", name, candidates=ids[:5])


def read_journal(client: str, entries: Iterable[Entry]) -> Journal:
    """All entries of one client, in any order and with repetitions, as they stand together."""
    ordered = sorted({entry.id: entry for entry in entries}.values(), key=lambda entry: (entry.at, entry.id))
    retracted = _retracted(ordered)
    standing = [entry for entry in ordered if entry.id not in retracted]
    texts = {entry.entry: entry.text for entry in standing if isinstance(entry, Amended)}
    return Journal(
        client=client,
        events=tuple(_events(standing, texts)),
        promises=tuple(_promises(client, standing, texts)),
        closed_problems={entry.problem: entry.at for entry in standing if isinstance(entry, ProblemClosed)},
        retracted=retracted,
    )


def _events(standing: Sequence[Entry], texts: Mapping[EntryId, str]) -> Iterator[Event]:
    """Events with their words as amended, and feedback with the promise that acts on it."""
    answers = {entry.feedback: entry.promise for entry in standing if isinstance(entry, FeedbackAnswered)}
    for entry in standing:
        if isinstance(entry, Event):
            text = texts.get(entry.id, entry.text)
            yield replace(entry, text=text, answers=answers.get(entry.id, entry.answers))


def _promises(client: str, standing: list[Entry], texts: Mapping[EntryId, str]) -> Iterator[Promise]:
    for entry in standing:
        if isinstance(entry, Promised):
            yield _promise(client, entry, texts.get(entry.id, entry.text), standing)


def _retracted(ordered: list[Entry]) -> frozenset[EntryId]:
    """What is taken back; a retraction that is itself taken back later does nothing."""
    gone: set[EntryId] = set()
    for entry in reversed(ordered):
        if isinstance(entry, Retracted) and entry.id not in gone:
            gone.add(entry.entry)
    return frozenset(gone)


def _promise(client: str, promised: Promised, text: str, standing: list[Entry]) -> Promise:
    promise = Promise(
        id=promised.id,
        client=client,
        owner=promised.owner,
        text=text,
        made=promised.at,
        due=promised.due,
        person=promised.person,
        event=promised.event,
    )
    for entry in standing:
        match entry:
            case PromiseKept(promise=promised.id, at=at) if promise.kept is None:
                promise = replace(promise, kept=at)
            case PromiseMoved(promise=promised.id, at=at, due=due, told=told):
                move = Move(at=at, due=due, told=told)
                promise = replace(promise, due=due, moves=(*promise.moves, move))
            case PromiseDropped(promise=promised.id, at=at, why=why):
                promise = replace(promise, dropped=at, why_dropped=why)
            case _:
                pass
    return promise
