"""The list of all clients."""

from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.profiles import Client


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One person at a client, as listed."""

    id: str
    name: str
    role: str | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientList:
    """The answer of `cb client list`."""

    kind: ClassVar[str] = "clients"

    clients: tuple[ListedClient, ...]

    @property
    def answered(self) -> bool:
        """True: an empty list is an answer too."""
        return True


def listed(clients: tuple[Client, ...]) -> ClientList:
    """Return the list of these clients, in the order given."""
    return ClientList(clients=tuple(_listed(client) for client in clients))


def _listed(client: Client) -> ListedClient:
    return ListedClient(
        id=client.id,
        name=client.name,
        country=client.schedule.place.country,
        region=client.schedule.place.region,
        timezone=client.schedule.zone.key,
        people=tuple(ListedPerson(id=one.id, name=one.name, role=one.role) for one in client.people),
        file=client.file,
    )
