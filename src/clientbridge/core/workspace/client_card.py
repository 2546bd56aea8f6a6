"""Everything known about one client and its people, and where each value comes from."""

from enum import StrEnum
from typing import ClassVar

from clientbridge.core.values import dataclass


class Origin(StrEnum):
    """Where a value comes from, the nearest first."""

    PROFILE = "profile"
    """It stands in the file, of this client or this person."""
    CLIENT = "client"
    """The file says it of the client, and nothing else of the person."""
    COUNTRY = "country"
    """It follows from the country or region."""
    DERIVED = "derived"
    """It is worked out or assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value with its origin."""

    name: str
    """The key of the file, or what is derived: ``currency``."""
    value: str
    origin: Origin
    line: int | None = None
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Someone at the client."""

    id: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCard:
    """The answer of `cb client show`."""

    kind: ClassVar[str] = "client"

    id: str
    name: str
    file: str
    facts: tuple[Fact, ...]
    people: tuple[PersonCard, ...]
    notes: tuple[str, ...] = ()
    """What is worth knowing about the file and not wrong."""

    @property
    def answered(self) -> bool:
        """Always."""
        return True
