"""How promises stand at a moment: open, due, late, kept, and how many working days are left.

A due date means the end of the owner's working day, in the owner's zone.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.values import dataclass

_COUNTED = timedelta(days=3 * 366)

if TYPE_CHECKING:
    from clientbridge.core.relationship.journal.replay import Promise


class PromiseStatus(StrEnum):
    """Where a promise stands now."""

    OPEN = "open"
    DUE = "due"
    """Today, in the owner's zone."""
    LATE = "late"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPromise:
    """A promise with how it stands now."""

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
    """The owner's working days from today, without it, up to the due date; negative when late.

    None without a due date, and where it is years away.
    """
    moved: int
    """How often it got another date."""
    made: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The answer of `cb promise`, most urgent first."""

    kind: ClassVar[str] = "promises"
    promises: tuple[StandingPromise, ...]

    @property
    def answered(self) -> bool:
        """An empty list is an answer: nothing is owed."""
        return True


def standing(promise: "Promise", owner: PartyCalendar, now: datetime) -> StandingPromise:
    """The promise as it stands at `now`; `owner` is the days of whoever made it."""
    due_at = None if promise.due is None else owner.end_of_work(promise.due)
    today = now.astimezone(owner.schedule.zone).date()
    return StandingPromise(
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


def _working_days_left(due: date | None, today: date, owner: PartyCalendar) -> int | None:
    if due is None or due - today > _COUNTED:
        return None
    return owner.worked_between(today, due)


def _status(promise: "Promise", due_at: datetime | None, today: date, now: datetime) -> PromiseStatus:
    if promise.kept is not None:
        return PromiseStatus.DONE
    if promise.dropped is not None:
        return PromiseStatus.DROPPED
    if due_at is not None and due_at <= now:
        return PromiseStatus.LATE
    return PromiseStatus.DUE if promise.due == today else PromiseStatus.OPEN


def by_urgency(promise: StandingPromise) -> tuple[bool, date, datetime, str]:
    """Sort key: dated before undated, sooner before later."""
    return (promise.due is None, promise.due or date.max, promise.made, promise.id)
