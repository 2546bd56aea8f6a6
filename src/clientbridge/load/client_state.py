"""Load everything known of a client at one moment: profile, journal, calendars, feasts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.adapters.relationship.journals import Journals, OpenedJournal
from clientbridge.adapters.workspace.workspace import journal_name
from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.location import places_of
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.errors import FileFailedError, Problem, UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.agenda.agenda import DEFAULT_DAYS_AHEAD
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.replay import Journal, Promise
from clientbridge.core.workspace.profiles import Client, Person, Schedule
from clientbridge.load.clients import report_unreadable_clients, report_unreadable_lines

if TYPE_CHECKING:
    from clientbridge.load.session import Session

_CALENDAR_BACK = timedelta(days=400)
_CALENDAR_AHEAD = timedelta(days=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientStates:
    """The states of some clients; a journal that cannot be read at all hides only its own client."""

    states: tuple[ClientState, ...]
    unread_lines: Mapping[str, tuple[Problem, ...]]
    """By client, of journals whose other lines count."""
    unread_journals: tuple[Problem, ...] = ()


def client_state(session: "Session", name: str) -> ClientState:
    """Return the state of the client of that name; raise as `Workspace.client` does."""
    return states_of(session, [session.workspace.client(name)])[0]


def states_of(session: "Session", clients: Sequence[Client]) -> tuple[ClientState, ...]:
    """Return the states of these clients; unreadable lines of their journals are noted and left out."""
    return _reported(session, load_states(session, clients))


def state_with_promise(session: "Session", name: str) -> tuple[ClientState, Promise]:
    """Return the open promise whose id equals or starts with `name`, and the state of its client.

    Raises UnknownNameError, AmbiguousNameError, and UsageError for a promise that is no longer open.
    """
    promise, opened = Journals(session.workspace.folder).promise(name)
    if not promise.is_open:
        fate = "kept" if promise.kept_at is not None else "dropped"
        raise UsageError(f"'{promise.text}' is already {fate}", hint="revert the last change: cb data undo")
    client = session.workspace.client(promise.client)
    (state,) = _reported(session, load_states(session, [client], opened={client.id: opened}))
    return state, promise


def load_states(
    session: "Session",
    clients: Sequence[Client],
    *,
    days_ahead: int = DEFAULT_DAYS_AHEAD,
    opened: Mapping[str, OpenedJournal] | None = None,
) -> ClientStates:
    """Return the state of each client; journals in `opened` are not read again."""
    journals = Journals(session.workspace.folder)
    read = dict(opened or {})
    unread: list[Problem] = []
    for client in clients:
        try:
            read[client.id] = read.get(client.id) or journals.open(client.id)
        except FileFailedError as error:
            unread.append(Problem(file=journal_name(client.id), line=1, column=1, say=error.say))
    left = [(client, read[client.id]) for client in clients if client.id in read]
    states = _states(session, [(client, opened.journal) for client, opened in left], days_ahead)
    return ClientStates(
        states=tuple(states),
        unread_lines={client.id: opened.problems for client, opened in left},
        unread_journals=tuple(unread),
    )


def _states(
    session: "Session", clients: Sequence[tuple[Client, Journal]], days_ahead: int
) -> Iterator[ClientState]:
    me = session.workspace.me
    people = {client.id: _promisers(client, journal) for client, journal in clients}
    schedules = [me.schedule, *(client.schedule for client, _ in clients)]
    schedules += [person.schedule for promisers in people.values() for person in promisers]
    calendars = _calendars(session, schedules)
    yours = _party(me.schedule, calendars)
    feast_table = Feasts(feasts(session.cache))
    for client, journal in clients:
        yield ClientState(
            client=client,
            journal=journal,
            theirs=_party(client.schedule, calendars),
            yours=yours,
            now=session.now,
            days_ahead=days_ahead,
            feasts=feast_table,
            people={person.id: _party(person.schedule, calendars) for person in people[client.id]},
        )


def with_people(session: "Session", state: ClientState, ids: Iterable[str]) -> ClientState:
    """Return the state with the calendars of these people too, for promises that they are about to make."""
    people = [person for person in state.client.people if person.id in set(ids) - set(state.people)]
    calendars = _calendars(session, [person.schedule for person in people])
    added = {person.id: _party(person.schedule, calendars) for person in people}
    return replace(state, people={**state.people, **added})


def _promisers(client: Client, journal: Journal) -> tuple[Person, ...]:
    """Return the people of the client who promised something: its due time is theirs."""
    ids = {promise.person for promise in journal.promises}
    return tuple(person for person in client.people if person.id in ids)


def _reported(session: "Session", loaded: ClientStates) -> tuple[ClientState, ...]:
    report_unreadable_clients(session, loaded.unread_journals, any_left=bool(loaded.states))
    report_unreadable_lines(session, chain.from_iterable(loaded.unread_lines.values()))
    return loaded.states


def _calendars(session: "Session", schedules: Sequence[Schedule]) -> dict[Place, PlaceCalendar]:
    places = dict.fromkeys(place for schedule in schedules for place in places_of(schedule))
    first, last = (session.now - _CALENDAR_BACK).date(), (session.now + _CALENDAR_AHEAD).date()
    return calendars_for(places, first, last, session.cache)


def _party(schedule: Schedule, calendars: dict[Place, PlaceCalendar]) -> PartyCalendar:
    return PartyCalendar(
        schedule=schedule, calendars={place: calendars[place] for place in places_of(schedule)}
    )
