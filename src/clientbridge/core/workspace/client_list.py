"""The list of all clients."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar

from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.workspace.profiles import Client, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One person at a client, as listed."""

    id: str
    name: str
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """One person at a client, with what is needed to reach them."""

    id: str
    name: str
    call: str | None
    role: str | None
    level: str | None
    decides: bool
    timezone: str
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList(AlwaysAnswered):
    """The answer of `cb client person CLIENT list`."""

    kind: ClassVar[str] = "people"

    client: str
    name: str
    """The client's."""
    people: tuple[KnownPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedClient:
    """One client, as listed."""

    id: str
    name: str
    country: str
    region: str | None
    timezone: str
    people: tuple[ListedPerson, ...]
    file: str
    archived: date | None = None
    """Since when they are no client any more."""
    place: str = field(default="", metadata={"json": False})
    """The name of the city or region that the file gives, else of the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientList(AlwaysAnswered):
    """The answer of `cb client list`."""

    kind: ClassVar[str] = "clients"

    clients: tuple[ListedClient, ...]


def listed(clients: tuple[Client, ...], names: Mapping[Place, str]) -> ClientList:
    """Return the list of these clients, in the order given; `names` are those of their places."""
    return ClientList(clients=tuple(_listed(client, names[client.schedule.place]) for client in clients))


def _listed(client: Client, place: str) -> ListedClient:
    return ListedClient(
        id=client.id,
        name=client.name,
        country=client.schedule.place.country,
        region=client.schedule.place.region,
        timezone=client.schedule.zone.key,
        people=tuple(ListedPerson(id=one.id, name=one.name, role=one.role) for one in client.people),
        file=client.file,
        archived=client.archived,
        place=client.schedule.where or place,
    )


def people_of(client: Client) -> PeopleList:
    """Return the list of a client's people, in the order of the file."""
    return PeopleList(
        client=client.id, name=client.name, people=tuple(_known_person(one) for one in client.people)
    )


def _known_person(person: Person) -> KnownPerson:
    return KnownPerson(
        id=person.id,
        name=person.name,
        call=person.call,
        role=person.role,
        level=None if person.level is None else person.level.value,
        decides=person.decides,
        timezone=person.schedule.zone.key,
        email=person.email,
    )
