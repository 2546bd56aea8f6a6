"""What is to be written when something happened: the event, the promises in it, the problem it closes."""

from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.names import fold
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
from clientbridge.core.values import dataclass

_SHOWN_GIFTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPromise:
    """A promise about to be written."""

    owner: Owner
    text: str
    due: date | None
    person: str | None = None


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


def entries_of(new: NewEvent, *, written: datetime, taken: Container[EntryId]) -> tuple[Entry, ...]:
    """The lines for an event, the event first; feedback is answered by the first promise of yours in it."""
    event_id = entry_id(new.client, written, new.kind, new.text, taken=taken)
    promised = tuple(promise_entries(new.client, new.promises, written=written, taken=taken, event=event_id))
    yours = [promise.id for promise in promised if promise.owner is Owner.ME]
    event = Event(
        id=event_id,
        at=new.at,
        kind=new.kind,
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
    """A line for each promise."""
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


def kept(client: str, promise: EntryId, *, written: datetime, taken: Container[EntryId]) -> PromiseKept:
    """The line that says a promise was kept."""
    id_ = entry_id(client, written, "kept", promise, taken=taken)
    return PromiseKept(id=id_, at=written, promise=promise)


def moved(
    client: str, promise: EntryId, due: date, *, told: bool, written: datetime, taken: Container[EntryId]
) -> PromiseMoved:
    """The line that gives a promise another day; `told` is whether the other side knows."""
    id_ = entry_id(client, written, "moved", promise, taken=taken)
    return PromiseMoved(id=id_, at=written, promise=promise, due=due, told=told)


def dropped(
    client: str, promise: EntryId, why: str, *, written: datetime, taken: Container[EntryId]
) -> PromiseDropped:
    """The line that gives a promise up."""
    id_ = entry_id(client, written, "dropped", promise, taken=taken)
    return PromiseDropped(id=id_, at=written, promise=promise, why=why)


def amendment(
    client: str, entry: EntryId, text: str, *, written: datetime, taken: Container[EntryId]
) -> Amended:
    """The line that corrects the text of an entry."""
    return Amended(
        id=entry_id(client, written, "amended", entry, text, taken=taken), at=written, entry=entry, text=text
    )


def answer(
    client: str, feedback: EntryId, promise: EntryId, *, written: datetime, taken: Container[EntryId]
) -> FeedbackAnswered:
    """The line that says which promise acts on feedback."""
    return FeedbackAnswered(
        id=entry_id(client, written, "answered", feedback, promise, taken=taken),
        at=written,
        feedback=feedback,
        promise=promise,
    )


def retraction(client: str, entry: EntryId, *, written: datetime, taken: Container[EntryId]) -> Retracted:
    """The line that takes an entry back."""
    return Retracted(id=entry_id(client, written, "retracted", entry, taken=taken), at=written, entry=entry)


def notes_on(
    new: NewEvent, journal: Journal, *, yours: PartyCalendar, theirs: PartyCalendar
) -> tuple[str, ...]:
    """What to know about an event before it is written; `journal` is as it stands without it."""
    notes = []
    for promise in new.promises:
        days = yours if promise.owner is Owner.ME else theirs
        if promise.due is not None and (note := day_off_note(promise.due, days, promise.owner)) is not None:
            notes.append(note)
    if new.kind is EventKind.GIFT:
        notes += _gift_notes(new.text, journal, yours.schedule.zone)
    if new.kind is EventKind.FEEDBACK and not _is_answered(new):
        notes.append("this feedback has no answer yet: promise something, or say why not with --no-action")
    return tuple(notes)


def _is_answered(feedback: NewEvent) -> bool:
    return bool(feedback.no_action) or any(promise.owner is Owner.ME for promise in feedback.promises)


def _gift_notes(text: str, journal: Journal, here: ZoneInfo) -> Iterator[str]:
    given = [
        (event.text, event.at.astimezone(here).date().isoformat())
        for event in journal.events
        if event.kind is EventKind.GIFT
    ]
    for gift, on in given:
        if fold(gift) == fold(text):
            yield f"the same gift was logged on {on}"
    if given:
        yield f"gifts so far: {'; '.join(f'{gift} ({on})' for gift, on in given[-_SHOWN_GIFTS:])}"
