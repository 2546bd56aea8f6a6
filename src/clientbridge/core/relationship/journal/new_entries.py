"""Create journal entries: an event with its promises and the problem it closes, and changes to entries."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, datetime

from clientbridge.core.days.party_calendar import PartyCalendar
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
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.relationship.promise_parsing import day_off_note
from clientbridge.core.spelling import fold

_MAX_GIFTS_LISTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPromise:
    """A promise about to be written."""

    owner: Owner
    text: str
    due: date | None
    person: str | None = None
    note: str | None = None
    """What to tell about the words of its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An event about to be written."""

    client: str
    at: datetime
    kind: EventKind
    text: str
    people: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    from_them: bool = False
    no_action: str | None = None
    closes: EntryId | None = None
    promises: tuple[NewPromise, ...] = ()


def event_entries(new: NewEvent, *, written: datetime, taken: Container[EntryId]) -> tuple[Entry, ...]:
    """Return the entries for an event, the event first.

    Your first promise in a feedback event is recorded as the answer to that feedback. What closes a problem
    opens none, whatever kind it was called: it is written as a note. `taken` holds the ids already in the
    journal.
    """
    kind = EventKind.NOTE if new.closes is not None and new.kind is EventKind.PROBLEM else new.kind
    event_id = entry_id(new.client, written, kind, new.text, taken=taken)
    promised = tuple(promise_entries(new.client, new.promises, written=written, taken=taken, event=event_id))
    yours = [promise.id for promise in promised if promise.owner is Owner.ME]
    event = Event(
        id=event_id,
        at=new.at,
        kind=kind,
        text=new.text,
        people=new.people,
        links=new.links,
        from_them=new.from_them,
        no_action=new.no_action,
        answers=yours[0] if yours and new.kind is EventKind.FEEDBACK else None,
    )
    if new.closes is None:
        return (event, *promised)
    closed_id = entry_id(new.client, written, "closed", new.closes, taken=taken)
    return (event, *promised, ProblemClosed(id=closed_id, at=written, problem=new.closes, text=new.text))


def promise_entries(
    client: str,
    promises: Sequence[NewPromise],
    *,
    written: datetime,
    taken: Container[EntryId],
    event: EntryId | None = None,
) -> Iterator[Promised]:
    """Yield one entry per promise; `event` is the event in which they were made, if any."""
    for number, promise in enumerate(promises):
        yield Promised(
            id=entry_id(client, written, "promise", str(number), promise.owner, promise.text, taken=taken),
            at=written,
            owner=promise.owner,
            text=promise.text,
            due=promise.due,
            person=promise.person,
            event=event,
        )


def kept_entry(client: str, promise: EntryId, *, written: datetime, taken: Container[EntryId]) -> PromiseKept:
    """Return the entry that marks a promise as kept."""
    id_ = entry_id(client, written, "kept", promise, taken=taken)
    return PromiseKept(id=id_, at=written, promise=promise)


def moved_entry(
    client: str, promise: EntryId, due: date, *, told: bool, written: datetime, taken: Container[EntryId]
) -> PromiseMoved:
    """Return the entry that moves a promise to `due`; `told` says whether the other side was informed."""
    id_ = entry_id(client, written, "moved", promise, taken=taken)
    return PromiseMoved(id=id_, at=written, promise=promise, due=due, told=told)


def dropped_entry(
    client: str, promise: EntryId, why: str, *, written: datetime, taken: Container[EntryId]
) -> PromiseDropped:
    """Return the entry that drops a promise, with the reason."""
    id_ = entry_id(client, written, "dropped", promise, taken=taken)
    return PromiseDropped(id=id_, at=written, promise=promise, why=why)


def amended_entry(
    client: str, entry: EntryId, text: str, *, written: datetime, taken: Container[EntryId]
) -> Amended:
    """Return the entry that replaces the text of another."""
    return Amended(
        id=entry_id(client, written, "amended", entry, text, taken=taken), at=written, entry=entry, text=text
    )


def answered_entry(
    client: str, feedback: EntryId, promise: EntryId, *, written: datetime, taken: Container[EntryId]
) -> FeedbackAnswered:
    """Return the entry that links feedback to the promise that responds to it."""
    return FeedbackAnswered(
        id=entry_id(client, written, "answered", feedback, promise, taken=taken),
        at=written,
        feedback=feedback,
        promise=promise,
    )


def retracted_entry(
    client: str, entry: EntryId, *, written: datetime, taken: Container[EntryId]
) -> Retracted:
    """Return the entry that retracts another."""
    return Retracted(id=entry_id(client, written, "retracted", entry, taken=taken), at=written, entry=entry)


def notes_on(
    new: NewEvent,
    journal: Journal,
    *,
    yours: PartyCalendar,
    theirs: PartyCalendar,
    people: Mapping[str, PartyCalendar],
) -> tuple[str, ...]:
    """Return warnings about a new event; `journal` does not contain it yet.

    `people` has the calendars of those who promise something, by id; without one, the client's counts.

    They cover the problem it closes, due dates on days off and in doubtful words,
    earlier gifts and feedback without an answer.
    """
    notes = [f"closed: {event.text}" for event in journal.events if event.id == new.closes]
    for promise in new.promises:
        days = yours if promise.owner is Owner.ME else people.get(promise.person or "", theirs)
        notes += _date_notes(promise, days)
    if new.kind is EventKind.GIFT:
        notes += _gift_notes(new.text, journal, yours)
    if new.kind is EventKind.FEEDBACK and not _is_answered(new):
        notes.append("this feedback has no answer yet: promise something, or say why not with --no-action")
    return tuple(notes)


def _date_notes(promise: NewPromise, owner: PartyCalendar) -> Iterator[str]:
    if promise.note is not None:
        yield promise.note
    if promise.due is not None:
        note = day_off_note(promise.due, owner, promise.owner, promise.person)
        yield from () if note is None else (note,)


def _is_answered(feedback: NewEvent) -> bool:
    return bool(feedback.no_action) or any(promise.owner is Owner.ME for promise in feedback.promises)


def _gift_notes(text: str, journal: Journal, yours: PartyCalendar) -> Iterator[str]:
    gifts = [(event.text, yours.date_at(event.at).isoformat()) for event in reversed(journal.gifts())]
    for gift, on in gifts:
        if fold(gift) == fold(text):
            yield f"the same gift was logged on {on}"
    if gifts:
        yield f"gifts so far: {'; '.join(f'{gift} ({on})' for gift, on in gifts[-_MAX_GIFTS_LISTED:])}"
