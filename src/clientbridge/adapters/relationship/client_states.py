"""Everything known of a client at one moment, gathered: profile, journal, calendars, greetings to send."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from clientbridge.adapters.days.feasts import feasts
from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.adapters.relationship.journals import Journals, OpenedJournal
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.location import places_of
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.errors import Problem
from clientbridge.core.relationship.agenda import SOON_DAYS
from clientbridge.core.relationship.agenda_items import ClientState
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import Client, Schedule

_KNOWN_BACK = timedelta(days=400)
_KNOWN_AHEAD = timedelta(days=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientStates:
    """The situations of some clients, with what could not be read on the way."""

    situations: tuple[ClientState, ...]
    problems: tuple[Problem, ...]


def client_states(
    workspace: Workspace,
    clients: Sequence[Client],
    now: datetime,
    *,
    cache_folder: Path,
    soon: int = SOON_DAYS,
) -> ClientStates:
    """The situation of each client at `now`, looking `soon` days ahead.

    Journal lines that cannot be read are left out and told; raises as the readers of the workspace do.
    """
    me = workspace.me
    calendars = _calendars([me.schedule, *(client.schedule for client in clients)], now, cache_folder)
    yours = _party(me.schedule, calendars)
    journals = Journals(workspace.folder)
    known_feasts = Feasts(feasts(cache_folder))
    opened: list[OpenedJournal] = [journals.open(client.id) for client in clients]
    return ClientStates(
        situations=tuple(
            ClientState(
                client=client,
                journal=found.journal,
                theirs=_party(client.schedule, calendars),
                yours=yours,
                now=now,
                soon=soon,
                feasts=known_feasts,
            )
            for client, found in zip(clients, opened, strict=True)
        ),
        problems=tuple(problem for found in opened for problem in found.problems),
    )


def _calendars(
    schedules: Sequence[Schedule], now: datetime, cache_folder: Path
) -> dict[Place, PlaceCalendar]:
    places = dict.fromkeys(place for schedule in schedules for place in places_of(schedule))
    return calendars_for(places, (now - _KNOWN_BACK).date(), (now + _KNOWN_AHEAD).date(), cache_folder)


def _party(schedule: Schedule, calendars: dict[Place, PlaceCalendar]) -> PartyCalendar:
    return PartyCalendar(
        schedule=schedule, calendars={place: calendars[place] for place in places_of(schedule)}
    )
