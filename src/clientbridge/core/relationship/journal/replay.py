"""Replay the entries of a journal into events and promises: corrections applied, retracted entries removed.

Neither the order of the lines nor duplicates matter, so journals merged from two machines give the same
result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from typing import TypeVar

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
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
from clientbridge.core.spelling import nearest, starting_with

_About = TypeVar("_About", PromiseKept, PromiseMoved, PromiseDropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One change of a promise's due date."""

    at: datetime
    due: date
    told: bool
    """Whether the other side has been informed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promise after all entries about it have been applied."""

    id: EntryId
    client: str
    owner: Owner
    text: str
    made: datetime
    due: date | None
    """The current due date, in the owner's zone."""
    person: str | None
    event: EntryId | None
    first_due: date | None = None
    """The due date that was given first, before any move."""
    moves: tuple[Move, ...] = ()
    """Changes from one date to another; a promise that gets its first date has not moved."""
    kept_at: datetime | None = None
    """When it was first marked as kept; two machines may both have marked it."""
    dropped_at: datetime | None = None
    drop_reason: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither kept nor dropped."""
        return self.kept_at is None and self.dropped_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Events and promises of one client, oldest first."""

    client: str
    events: tuple[Event, ...] = ()
    promises: tuple[Promise, ...] = ()
    closed_problems: Mapping[EntryId, datetime] = field(default_factory=dict)
    retracted: frozenset[EntryId] = frozenset()

    def open_promises(self, owner: Owner | None = None) -> tuple[Promise, ...]:
        """Return the promises neither kept nor dropped, of one owner or, with None, of both."""
        return tuple(
            promise for promise in self.promises if promise.is_open and owner in (None, promise.owner)
        )

    def open_problems(self) -> tuple[Event, ...]:
        """Return the problems that are not closed."""
        return tuple(
            event
            for event in self.events
            if event.kind is EventKind.PROBLEM and event.id not in self.closed_problems
        )

    def unanswered_feedback(self) -> tuple[Event, ...]:
        """Return feedback with neither a promise that responds to it nor a reason for no action."""
        return tuple(
            event
            for event in self.events
            if event.kind is EventKind.FEEDBACK and event.answers is None and not event.no_action
        )

    def last(self, *kinds: EventKind) -> Event | None:
        """Return the latest event of these kinds, or None."""
        return next((event for event in reversed(self.events) if event.kind in kinds), None)

    def met(self, person: str | None = None) -> tuple[Event, ...]:
        """Return the calls and meetings with the client or, where `person` is an id, with that person."""
        return tuple(
            event
            for event in self.events
            if event.kind in {EventKind.CALL, EventKind.MEETING}
            and (person is None or person in event.people)
        )

    def gifts(self, person: str | None = None) -> tuple[Event, ...]:
        """Return the gifts, newest first: all, or those for that person and for nobody in particular."""
        return tuple(
            event
            for event in reversed(self.events)
            if event.kind is EventKind.GIFT and (person is None or not event.people or person in event.people)
        )

    def find(self, name: str, among: Iterable[Event | Promise] | None = None) -> EntryId:
        """Return the id that equals `name` or is the only one to start with it; raise UnknownNameError.

        Searches `among`, or with None all events and promises.
        """
        everything: Iterable[Event | Promise] = (*self.events, *self.promises)
        ids = [entry.id for entry in (everything if among is None else among)]
        matches = starting_with(name, ids)
        if len(matches) == 1:
            return matches[0]
        raise UnknownNameError("entry", name, nearest=matches[:5] or nearest(name, ids))

    def before(self, end: datetime) -> "Journal":
        """Return the journal with the events before that instant alone; promises stay."""
        return replace(self, events=tuple(event for event in self.events if event.at < end))

    @property
    def last_contact(self) -> Event | None:
        """The latest event in which you and they were in touch."""
        return self.last(*CONTACTS)


def promise_named(name: str, promises: Sequence[Promise], *, hint: str | None = None) -> Promise:
    """Return the promise whose id equals or starts with `name`; of several, the only open one.

    Raises UnknownNameError with `hint`, AmbiguousNameError.
    """
    ids = starting_with(name, (promise.id for promise in promises))
    matches = [promise for promise in promises if promise.id in ids]
    for candidates in (matches, [promise for promise in matches if promise.is_open]):
        if len(candidates) == 1:
            return candidates[0]
    if not matches:
        raise UnknownNameError("promise", name, hint=hint)
    raise AmbiguousNameError("promise", name, candidates=ids[:5])


def replay(client: str, entries: Iterable[Entry]) -> Journal:
    """Return the journal that these entries of one client add up to; order and duplicates do not matter."""
    ordered = sorted({entry.id: entry for entry in entries}.values(), key=lambda entry: (entry.at, entry.id))
    retracted = _retracted(ordered)
    current = [entry for entry in ordered if entry.id not in retracted]
    texts = {entry.entry: entry.text for entry in current if isinstance(entry, Amended)}
    return Journal(
        client=client,
        events=tuple(_events(current, texts)),
        promises=tuple(_promises(client, current, texts)),
        closed_problems={entry.problem: entry.at for entry in current if isinstance(entry, ProblemClosed)},
        retracted=retracted,
    )


def _events(current: Sequence[Entry], texts: Mapping[EntryId, str]) -> Iterator[Event]:
    """Yield events with their amended text, and feedback with the promise that responds to it."""
    answers = {entry.feedback: entry.promise for entry in current if isinstance(entry, FeedbackAnswered)}
    for entry in current:
        if isinstance(entry, Event):
            text = texts.get(entry.id, entry.text)
            yield replace(entry, text=text, answers=answers.get(entry.id, entry.answers))


def _promises(client: str, current: list[Entry], texts: Mapping[EntryId, str]) -> Iterator[Promise]:
    about: dict[EntryId, list[PromiseKept | PromiseMoved | PromiseDropped]] = defaultdict(list)
    for entry in current:
        if isinstance(entry, (PromiseKept, PromiseMoved, PromiseDropped)):
            about[entry.promise].append(entry)
    for entry in current:
        if isinstance(entry, Promised):
            yield _promise(client, entry, texts.get(entry.id, entry.text), about.get(entry.id, ()))


def _retracted(ordered: list[Entry]) -> frozenset[EntryId]:
    """Return the ids of retracted entries; a retraction that is itself retracted later has no effect."""
    retracted: set[EntryId] = set()
    for entry in reversed(ordered):
        if isinstance(entry, Retracted) and entry.id not in retracted:
            retracted.add(entry.entry)
    return frozenset(retracted)


def _promise(
    client: str, promised: Promised, text: str, about: Sequence[PromiseKept | PromiseMoved | PromiseDropped]
) -> Promise:
    kept, dropped = _each(PromiseKept, about), _each(PromiseDropped, about)
    dates = [Move(at=entry.at, due=entry.due, told=entry.told) for entry in _each(PromiseMoved, about)]
    made = Promise(
        id=promised.id,
        client=client,
        owner=promised.owner,
        text=text,
        made=promised.at,
        due=promised.due,
        first_due=promised.due,
        person=promised.person,
        event=promised.event,
        kept_at=kept[0].at if kept else None,
        dropped_at=dropped[-1].at if dropped else None,
        drop_reason=dropped[-1].why if dropped else None,
    )
    return _moved(made, dates) if dates else made


def _moved(promise: Promise, dates: Sequence[Move]) -> Promise:
    """Return the promise with its last date; where it was made without one, the first is not a move."""
    if promise.due is None:
        return replace(promise, due=dates[-1].due, first_due=dates[0].due, moves=tuple(dates[1:]))
    return replace(promise, due=dates[-1].due, moves=tuple(dates))


def _each(kind: type[_About], entries: "Iterable[Entry]") -> list[_About]:
    return [entry for entry in entries if isinstance(entry, kind)]
