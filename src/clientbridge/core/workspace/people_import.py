"""The result of importing people from an address book."""

from dataclasses import field
from enum import StrEnum
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedValue:
    """A value of a card that has a place in a profile, and cannot stand there."""

    field: str
    """What it was to be, as a person says it: ``e-mail address``."""
    text: str
    why: str
    """Goes on after the value: ``is no e-mail address``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPerson:
    """A person read from an address card, limited to what a profile can hold."""

    number: int
    """Place of the card in its file, from 1."""
    name: str
    """Empty where the card has none that could be used."""
    id_from: str = ""
    """The name without titles before it."""
    email: str | None = None
    phone: str | None = None
    role: str | None = None
    language: str | None = None
    timezones: tuple[str, ...] = ()
    """As written, the preferred first; an address book writes cities, offsets or words."""
    birthday: tuple[int, int] | None = None
    """Month and day; the year is not imported."""
    refused: tuple[RefusedValue, ...] = ()
    left_out: tuple[str, ...] = ()
    """What else the card holds and a profile does not, in plural: ``photos``."""


class NoPersonKind(StrEnum):
    """What a card stands for that is no person."""

    COMPANY = "company"
    GROUP = "group"
    ASSISTANT = "assistant"
    """A card inside the card of someone else."""
    THING = "thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPerson:
    """A card of no person of the client."""

    number: int
    name: str
    kind: NoPersonKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFile:
    """What an address book file holds."""

    people: tuple[CardPerson, ...]
    no_people: tuple[NoPerson, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be read with certainty, as sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPerson:
    """The outcome for one card."""

    number: int
    """Place of the card in its file, from 1."""
    name: str
    """Where the card has none, its address or number."""
    id: str | None
    """The id in the profile; None when the person was not added."""
    why_not: str | None = None
    known: bool = field(default=False, metadata={"json": False})
    """Whether the client has this person already."""
    refused: tuple[RefusedValue, ...] = ()
    skipped: tuple[str, ...] = ()
    """What else the card holds and a profile does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """One kind of thing that a profile does not hold."""

    what: str
    cards: int
    """On how many cards of people it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPeople:
    """The answer of `cb client import`."""

    kind: ClassVar[str] = "imported_people"
    client: str
    file: str
    people: tuple[ImportedPerson, ...]
    left_out: tuple[LeftOut, ...] = ()
    no_people: tuple[NoPerson, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """False where all are known already; a file without people has an exit code of its own."""
        return self.is_wrong_file or any(person.id is not None for person in self.people)

    @property
    def is_wrong_file(self) -> bool:
        """Whether nobody was added, and not because all of them are known already."""
        all_known = bool(self.people) and all(person.known for person in self.people)
        return not all_known and all(person.id is None for person in self.people)


def left_out(people: tuple[ImportedPerson, ...]) -> tuple[LeftOut, ...]:
    """What the cards of the people added hold besides, the most frequent first."""
    counts: dict[str, int] = {}
    for person in people:
        for what in person.skipped if person.id is not None else ():
            counts[what] = counts.get(what, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(LeftOut(what=what, cards=cards) for what, cards in ordered)
