"""Results of the commands that write to the journal, and of `cb client map`."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.relationship.promise_status import PromiseState
from clientbridge.core.relationship.tie_strength import ContactCoverage, Tie
from clientbridge.core.results import AlwaysAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedEvent:
    """An event as written to the journal."""

    id: EntryId
    client: str
    at: datetime
    kind: EventKind
    text: str
    people: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged(AlwaysAnswered):
    """The answer of `cb log`."""

    kind: ClassVar[str] = "logged"
    event: LoggedEvent
    promises: tuple[PromiseState, ...]
    notes: tuple[str, ...] = ()
    """What it closed, and warnings: a due date on a day off, a gift given before, feedback without answer."""
    today: date
    """Where you are."""
    called: Mapping[str, str] = field(default_factory=dict, metadata={"json": False})
    """How the people of the client are addressed, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(AlwaysAnswered):
    """The answer of `cb log --amend` and `--retract`."""

    kind: ClassVar[str] = "corrected"
    client: str
    entry: EntryId
    text: str | None
    """The new text of the entry; None when the entry was retracted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseChanged(AlwaysAnswered):
    """The answer of `cb promise add`, `done`, `move` and `drop`."""

    kind: ClassVar[str] = "promise_changed"
    change: str
    """``added``, ``done``, ``moved``, ``dated`` (moved from no date to its first) or ``dropped``."""
    promise: PromiseState
    today: date
    """Where you are."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientMap:
    """The answer of `cb client map`: the people at a client, their levels, and the tie to each."""

    kind: ClassVar[str] = "client_map"
    client: str
    name: str
    today: date
    manager: str | None
    backup: str | None
    ties: tuple[Tie, ...]
    coverage: ContactCoverage
    explained: bool
    """Whether to show the numbers behind each tie strength."""

    @property
    def answered(self) -> bool:
        """False when the client has no people."""
        return bool(self.ties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The answer of `cb data undo`."""

    kind: ClassVar[str] = "undone"
    what: str | None
    """The change that was undone; None when there was none."""
    at: datetime | None
    """When that change had been made."""

    @property
    def answered(self) -> bool:
        """False when there was nothing to undo."""
        return self.what is not None
