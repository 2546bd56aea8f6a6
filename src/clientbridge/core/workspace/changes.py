"""What was made or changed in the workspace."""

from typing import ClassVar

from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The answer of `cb init`."""

    kind: ClassVar[str] = "started"

    folder: str
    files: tuple[str, ...]
    """Relative to the folder, in the order in which they were made."""
    clients: tuple[str, ...]
    """Ids."""
    found_without_option: bool
    """Whether a plain `cb` finds the folder from anywhere."""

    @property
    def answered(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientAdded:
    """The answer of `cb client add`."""

    kind: ClassVar[str] = "client_added"

    id: str
    name: str
    country: str
    region: str | None
    timezone: str
    file: str
    notes: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientEdited:
    """The answer of `cb client edit`."""

    kind: ClassVar[str] = "client_edited"

    id: str
    file: str
    changed: bool
    notes: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Always."""
        return True
