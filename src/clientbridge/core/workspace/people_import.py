"""The result of importing people from an address book."""

from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPerson:
    """A person read from an address card, limited to what a profile can hold."""

    name: str
    email: str | None = None
    phone: str | None = None
    role: str | None = None
    language: str | None = None
    timezone: str | None = None
    birthday: tuple[int, int] | None = None
    """Month and day; the year is not imported."""
    skipped: tuple[str, ...] = ()
    """Names of the card's fields that a profile cannot hold or that could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPerson:
    """The outcome for one card."""

    name: str
    id: str | None
    """The id in the profile; None when the person was not added."""
    why_not: str | None = None
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPeople:
    """The answer of `cb client import`."""

    kind: ClassVar[str] = "imported_people"
    client: str
    file: str
    people: tuple[ImportedPerson, ...]

    @property
    def answered(self) -> bool:
        """Whether anyone was added."""
        return any(person.id is not None for person in self.people)
