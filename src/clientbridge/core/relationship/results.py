"""What the journal's commands answer."""

from datetime import date, datetime
from typing import ClassVar

from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.relationship.promise_status import StandingPromise
from clientbridge.core.relationship.tie_strength import ContactCoverage, Tie
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEvent:
    """An event as it was written."""

    id: EntryId
    client: str
    at: datetime
    kind: EventKind
    text: str
    people: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """The answer of `cb log`."""

    kind: ClassVar[str] = "logged"
    event: LoggedEvent
    promises: tuple[StandingPromise, ...]
    notes: tuple[str, ...] = ()
    """What to know about it: a due date on a day off, a gift given before, feedback without an answer."""

    @property
    def answered(self) -> bool:
        """It was written."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The answer of `cb log --amend` and `--retract`."""

    kind: ClassVar[str] = "corrected"
    client: str
    entry: EntryId
    text: str | None
    """What the entry says now; None when it was taken back."""

    @property
    def answered(self) -> bool:
        """It was written."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseChanged:
    """The answer of `cb promise add`, `done`, `move` and `drop`."""

    kind: ClassVar[str] = "promise_changed"
    change: str
    """``added``, ``done``, ``moved`` or ``dropped``."""
    promise: StandingPromise
    notes: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """It was written."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientMap:
    """The answer of `cb client map`: who is known at a client, at which level, how well."""

    kind: ClassVar[str] = "client_map"
    client: str
    name: str
    today: date
    manager: str | None
    backup: str | None
    ties: tuple[Tie, ...]
    coverage: ContactCoverage
    explained: bool
    """Whether the numbers behind each strength are shown."""

    @property
    def answered(self) -> bool:
        """Whether anybody is known."""
        return bool(self.ties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The answer of `cb data undo`."""

    kind: ClassVar[str] = "undone"
    what: str | None
    """The change that was taken back; None when there was none."""
    at: datetime | None
    """When it had been made."""

    @property
    def answered(self) -> bool:
        """Whether there was a change to take back."""
        return self.what is not None
