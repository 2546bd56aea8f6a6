"""Results of commands that create or change files of the workspace."""

from dataclasses import field
from datetime import datetime
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedParty:
    """You or a client, as far as a new file says."""

    id: str
    name: str
    timezone: str
    local_time: datetime
    place: str = field(default="", metadata={"json": False})
    """As it is named beside the time there, else the region or the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(AlwaysAnswered):
    """The answer of `cb init`."""

    kind: ClassVar[str] = "started"

    folder: str
    files: tuple[str, ...]
    """Relative to the folder, in the order of creation."""
    clients: tuple[str, ...]
    """Client ids."""
    parties: "tuple[StartedParty, ...]"
    """You, then your clients."""
    found_without_option: bool
    """Whether a plain `cb`, without ``--home``, uses this folder from any working directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientAdded(AlwaysAnswered):
    """The answer of `cb client add`."""

    kind: ClassVar[str] = "client_added"

    id: str
    name: str
    country: str
    region: str | None
    timezone: str
    file: str
    notes: tuple[str, ...] = ()
    place: str = field(default="", metadata={"json": False})
    """The name of the region, else of the country."""
    language: str | None = field(default=None, metadata={"json": False})
    """In words, where it was taken because it is the usual one of work there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientEdited(AlwaysAnswered):
    """The answer of `cb client edit`."""

    kind: ClassVar[str] = "client_edited"

    id: str
    file: str
    changed: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanged(AlwaysAnswered):
    """The answer of every command that sets one value of a profile, or takes it out."""

    kind: ClassVar[str] = "profile_changed"

    id: str
    """The client's, or ``me``."""
    person: str | None
    """The id of the person it was said of."""
    name: str
    """Of the client, the person or you."""
    file: str
    key: str
    """As it is typed: ``hours``, ``rhythm.checkin``."""
    before: str | None
    """In words, as `cb client show` has it; None for nothing."""
    after: str | None
    changed: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRenamed(AlwaysAnswered):
    """The answer of `cb client rename`."""

    kind: ClassVar[str] = "client_renamed"

    before: str
    """The id before."""
    id: str
    name_before: str
    name: str
    moved: tuple[str, ...]
    """Files and folders by their new names; none where only the name changed."""
    left: tuple[str, ...]
    """Calendars that another profile names too, and that keep their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRemoved(AlwaysAnswered):
    """The answer of `cb client remove`."""

    kind: ClassVar[str] = "client_removed"

    id: str
    removed: tuple[str, ...]
    """Files."""
    kept: tuple[str, ...]
    """Of the same client: its journal and its calendars, unless they were to go too."""
