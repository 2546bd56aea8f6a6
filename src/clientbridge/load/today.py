"""What needs you today: the running day of every client, computed or as the cache has it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clientbridge.adapters.relationship.agenda_cache import AgendaCache, ClientDay
from clientbridge.core.errors import Problem
from clientbridge.core.relationship.agenda import Agenda, ranked
from clientbridge.core.relationship.client_clock import clock_at
from clientbridge.core.values import dataclass
from clientbridge.load.clients import note_left_out

if TYPE_CHECKING:
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryDay:
    """The days of all clients that can be read, and what is wrong with the others."""

    days: tuple[ClientDay, ...]
    problems: tuple[Problem, ...]


def agenda(session: "Session", *, ahead: int) -> Agenda:
    """What needs you up to `ahead` days from today; clients with wrong files are noted and left out.

    Raises WrongFilesError where not one client can be read.
    """
    here = session.workspace.me.schedule.zone
    every = every_day(session, soon=ahead)
    note_left_out(session, every.problems, any_left=bool(every.days))
    now_here = session.now.astimezone(here)
    return Agenda(
        today=now_here.date(),
        until=now_here.date() + timedelta(days=ahead),
        you=f"{now_here:%H:%M} {here.key}",
        clocks=tuple(clock_at(day.known, session.now, here) for day in every.days),
        items=ranked((item for day in every.days for item in day.items), now_here.date()),
    )


def every_day(session: "Session", *, soon: int) -> EveryDay:
    """Every client's day, in the order of their ids; raises as the readers of the workspace do."""
    cache = AgendaCache(session.workspace, session.cache, soon=soon)
    known = {client: cache.day(client, session.now) for client in cache.clients}
    missing = [client for client, day in known.items() if day is None]
    computed, problems = _computed(session, missing, soon=soon)
    known |= {client: day for client, (day, _) in computed.items()}
    if missing:
        cache.keep(computed, session.now)
    return EveryDay(days=tuple(day for day in known.values() if day is not None), problems=problems)


def _computed(
    session: "Session", ids: Sequence[str], *, soon: int
) -> tuple[dict[str, tuple[ClientDay, datetime]], tuple[Problem, ...]]:
    """Each day with the moment until which it holds; nothing is even imported where every day is known."""
    if not ids:
        return {}, ()
    from clientbridge.core.relationship.agenda_items import holds_until, items_of
    from clientbridge.core.relationship.client_clock import day_at_client
    from clientbridge.load.client_state import gathered

    read = session.workspace.read_each(ids)
    states = gathered(session, read.clients, soon=soon)
    return {
        one.client.id: (
            ClientDay(
                known=day_at_client(one.client.id, one.client.name, one.theirs, session.now),
                items=items_of(one),
            ),
            holds_until(one),
        )
        for one in states.states
    }, (*read.problems, *states.problems)
