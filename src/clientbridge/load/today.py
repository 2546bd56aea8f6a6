"""Load the agenda: the current day of every client, from the cache or computed."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.kept.series_place import has_series
from clientbridge.adapters.relationship.agenda_cache import AgendaCache, ClientDay
from clientbridge.core.days.location import zone_at
from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.agenda.agenda import Agenda, AgendaItem
from clientbridge.core.relationship.agenda.ranking import ranked
from clientbridge.core.relationship.client_clock import clock_at
from clientbridge.load.clients import report_unreadable_clients, report_unreadable_lines

if TYPE_CHECKING:
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDays:
    """The current day of every client that can be read, with the problems of the others."""

    days: tuple[ClientDay, ...]
    problems: tuple[Problem, ...]
    """Of files that cannot be read."""


def agenda(session: "Session", *, days_ahead: int) -> Agenda:
    """Return the agenda from today on; clients that cannot be read are noted and left out.

    Raises WrongFilesError when no client can be read.
    """
    you = session.workspace.me.schedule
    here = zone_at(you, session.now)
    clients = client_days(session, days_ahead=days_ahead)
    report_unreadable_clients(session, clients.problems, any_left=bool(clients.days))
    report_unreadable_lines(session, (problem for day in clients.days for problem in day.unread_lines))
    now_here = session.now.astimezone(here)
    return Agenda(
        today=now_here.date(),
        until=now_here.date() + timedelta(days=days_ahead),
        you=f"{now_here:%H:%M} {here.key}",
        here=here,
        clocks=tuple(clock_at(client.day, session.now, you) for client in clients.days),
        items=ranked(
            (
                *(item for client in clients.days for item in client.items),
                *_offers(session),
                *_series(session),
            ),
            now_here.date(),
        ),
    )


def _offers(session: "Session") -> tuple[AgendaItem, ...]:
    """The items of your offers; most workspaces have none."""
    workspace = session.workspace
    if not (workspace.folder / workspace.me.holds).exists():
        return ()
    from clientbridge.load.meeting.offers.agenda import offer_items

    return offer_items(session)


def _series(session: "Session") -> tuple[AgendaItem, ...]:
    """The items of series that are remembered; most workspaces have none."""
    if not has_series(session.workspace.folder):
        return ()
    from clientbridge.load.meeting.kept.agenda import series_items

    return series_items(session)


def client_days(session: "Session", *, days_ahead: int) -> ClientDays:
    """Return every client's current day, ordered by id; raise as the readers of the workspace do."""
    cache = AgendaCache(session.workspace, session.cache, days_ahead=days_ahead)
    days = {client: cache.read(client, session.now) for client in cache.clients}
    missing = [client for client, day in days.items() if day is None]
    computed = _compute(session, missing, days_ahead=days_ahead) if missing else _NOTHING_COMPUTED
    days |= {client: day for client, (day, _) in computed.days.items()}
    cache.write(computed.days, session.now, archived=computed.archived)
    return ClientDays(
        days=tuple(day for day in days.values() if day is not None),
        problems=computed.problems,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Computed:
    """Each client's day with the instant until which it is valid, and what could not be read."""

    days: Mapping[str, tuple[ClientDay, datetime]]
    problems: tuple[Problem, ...] = ()
    archived: tuple[str, ...] = ()


_NOTHING_COMPUTED = _Computed(days={})


def _compute(session: "Session", ids: Sequence[str], *, days_ahead: int) -> _Computed:
    from clientbridge.core.relationship.agenda.agenda_items import agenda_items, valid_until
    from clientbridge.core.relationship.client_clock import day_at_client
    from clientbridge.load.client_state import load_states

    read = session.workspace.read_each(ids)
    clients = [client for client in read.clients if client.archived is None]
    states = load_states(session, clients, days_ahead=days_ahead)
    days = {
        one.client.id: (
            ClientDay(
                day=day_at_client(one.client.id, one.client.name, one.theirs, session.now),
                items=agenda_items(one),
                unread_lines=states.unread_lines[one.client.id],
            ),
            valid_until(one),
        )
        for one in states.states
    }
    archived = tuple(client.id for client in read.clients if client.archived is not None)
    return _Computed(days=days, problems=(*read.problems, *states.unread_journals), archived=archived)
