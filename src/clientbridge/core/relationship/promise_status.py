"""The status of promises at a moment: open, due, late, done or dropped, and the working days left.

A due date means the end of the owner's working day, where the owner is on that date.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.workspace.profiles import Client, Schedule

_MAX_COUNTED = timedelta(days=3 * 366)
"""Working days are counted up to this far ahead; beyond it the count means little and takes long."""

if TYPE_CHECKING:
    from clientbridge.core.relationship.journal.replay import Promise


class PromiseStatus(StrEnum):
    """The status of a promise at a moment."""

    OPEN = "open"
    DUE = "due"
    """Due today, where the owner is."""
    LATE = "late"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseState:
    """A promise with its status at one moment."""

    id: EntryId
    client: str
    owner: Owner
    person: str | None
    text: str
    due: date | None
    due_at: datetime | None
    """The end of the owner's working day on the due date, with the owner's offset."""
    status: PromiseStatus
    working_days_left: int | None
    """The owner's working days in (today, due]; negative when late.

    None without a due date, or with one more than three years ahead.
    """
    moved: int
    """How often the due date was changed."""
    made: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises(AlwaysAnswered):
    """The answer of `cb promise`, most urgent first."""

    kind: ClassVar[str] = "promises"
    promises: tuple[PromiseState, ...]
    today: date
    """Where you are."""


def owner_schedule(promise: "Promise", yours: Schedule, client: Client) -> Schedule:
    """Return the schedule by which a promise is due: yours, the person's who made it, or the client's."""
    if promise.owner is Owner.ME:
        return yours
    person = None if promise.person is None else client.person(promise.person)
    return client.schedule if person is None else person.schedule


def promise_state(promise: "Promise", owner: PartyCalendar, now: datetime) -> PromiseState:
    """Return the state of the promise at `now`; `owner` is the calendar of the side that made it."""
    due_at = None if promise.due is None else owner.end_of_work(promise.due)
    today = owner.date_at(now)
    return PromiseState(
        id=promise.id,
        client=promise.client,
        owner=promise.owner,
        person=promise.person,
        text=promise.text,
        due=promise.due,
        due_at=None if due_at is None or promise.due is None else due_at.astimezone(owner.zone(promise.due)),
        status=_status(promise, due_at, today, now),
        working_days_left=_working_days_left(promise.due, today, owner),
        moved=len(promise.moves),
        made=promise.made,
    )


def due_that_counts(promise: "Promise", owner: PartyCalendar) -> date | None:
    """Return the due date by which a promise is kept or not: the last one that was set in time.

    Moving a promise that is late already changes what is to be done, not that it was late.
    """
    due = promise.first_due or promise.due
    for move in promise.moves:
        if due is not None and move.at > owner.end_of_work(due):
            break
        due = move.due
    return due


def _working_days_left(due: date | None, today: date, owner: PartyCalendar) -> int | None:
    if due is None or due - today > _MAX_COUNTED:
        return None
    return owner.worked_between(today, due)


def _status(promise: "Promise", due_at: datetime | None, today: date, now: datetime) -> PromiseStatus:
    if promise.kept_at is not None:
        return PromiseStatus.DONE
    if promise.dropped_at is not None:
        return PromiseStatus.DROPPED
    if due_at is not None and due_at <= now:
        return PromiseStatus.LATE
    return PromiseStatus.DUE if promise.due == today else PromiseStatus.OPEN


def by_urgency(promise: PromiseState) -> tuple[bool, date, datetime, str]:
    """Sort key: dated before undated, then the earliest due date first."""
    return (promise.due is None, promise.due or date.max, promise.made, promise.id)
