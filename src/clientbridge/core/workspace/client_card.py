"""Every value known about one client and its people, each with its origin."""

from enum import StrEnum
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered


class Origin(StrEnum):
    """Where a value comes from, most specific first."""

    PROFILE = "profile"
    """The file states it, for this client or this person."""
    CLIENT = "client"
    """A person's value inherited from the client's part of the file."""
    COUNTRY = "country"
    """Implied by the country or region."""
    DERIVED = "derived"
    """Computed or assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value with its origin."""

    name: str
    """A key of the file, or the name of a derived value such as ``currency``."""
    value: str
    origin: Origin
    line: int | None = None
    """Line number in the file; None for a value that no line states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """One person at the client."""

    id: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCard(AlwaysAnswered):
    """The answer of `cb client show`."""

    kind: ClassVar[str] = "client"

    id: str
    name: str
    file: str
    facts: tuple[Fact, ...]
    people: tuple[PersonCard, ...]
    notes: tuple[str, ...] = ()
    """Remarks on the file about things that are not mistakes."""
