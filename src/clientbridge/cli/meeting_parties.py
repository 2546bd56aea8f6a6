"""Who sits at the table: your files as parties of a search, with the calendars of where they are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting_tables import customs, zone_changes
from clientbridge.adapters.place_calendars import calendars_for
from clientbridge.adapters.zone_database import ZoneDatabase
from clientbridge.cli.readable_clients import readable_clients
from clientbridge.core.days.whereabouts import places_of
from clientbridge.core.errors import FileFailedError
from clientbridge.core.hours import MINUTES_PER_DAY
from clientbridge.core.meeting.relaxations import WEEKS_LATER
from clientbridge.core.meeting.request import ME, MeetingRequest, Party
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.meeting.zone_changes import ZoneChange
from clientbridge.core.profiles import Client, Person, Schedule
from clientbridge.core.spans import Spans, local_date

if TYPE_CHECKING:
    from clientbridge.cli.context import Context

_LATER = (WEEKS_LATER + 1) * 7 * MINUTES_PER_DAY
"""So far ahead a search without slots looks for a later week, which must not look free by mistake."""
_MARGIN = timedelta(days=5)
"""Days around the range whose meaning the search also asks for."""


class Table:
    """The parties of one call."""

    def __init__(self, context: "Context") -> None:
        self._context = context

    @cached_property
    def me(self) -> Party:
        """You."""
        me = self._context.workspace().me
        return Party(id=ME, name=me.name, schedule=me.schedule, email=me.email)

    @property
    def zones(self) -> ZoneDatabase:
        """The time zones."""
        return self._context.workspace().zones

    def email(self, party_id: str) -> str | None:
        """The address of a party that has been asked for, where the files have one."""
        if party_id == ME:
            return self.me.email
        _, person = self._context.workspace().party(party_id)
        return None if person is None else person.email

    def with_busy_times(self, request: MeetingRequest) -> MeetingRequest:
        """The same search with what is taken in the calendars of its parties, also in the weeks after it."""
        if not any(party.schedule.calendar for party in request.parties):
            return request
        parties = tuple(replace(party, busy=self._busy(party.schedule, request)) for party in request.parties)
        return replace(request, parties=parties)

    def _busy(self, schedule: Schedule, request: MeetingRequest) -> Spans:
        from clientbridge.adapters.calendars.kept_spans import busy_times

        if schedule.calendar is None:
            return ()
        workspace = self._context.workspace()
        start, end = request.within
        return busy_times(
            schedule.calendar,
            (start - request.buffer, end + _LATER + request.buffer),
            home=schedule.zone,
            zones=workspace.zones,
            folder=workspace.folder,
            cache_folder=self._context.cache_folder,
        )

    def parties(self, names: tuple[str, ...], *, optional: tuple[str, ...]) -> tuple[Party, ...]:
        """You and the named ones, each once; a name among the optional ones may be missing."""
        workspace = self._context.workspace()
        found: dict[str, Party] = {}
        for name in (*names, *optional):
            if name == ME:
                continue
            client, person = workspace.party(name)
            party = _party(client, person, required=name not in optional)
            found[party.id] = party
        return (self.me, *self._with_customs(found.values()))

    def every_client(self) -> tuple[Party, ...]:
        """All clients; those whose files are wrong are left out with a note."""
        everyone = readable_clients(self._context)
        if not everyone:
            raise FileFailedError("there are no clients yet", hint="add one with: cb client add")
        return self._with_customs(_party(client, None, required=True) for client in everyone)

    @property
    def zone_changes(self) -> tuple[ZoneChange, ...]:
        """Zones whose rules have changed, whenever they were."""
        return zone_changes(self._context.cache_folder)

    def _with_customs(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """The clients with what is usual in their countries; you know your own customs."""
        clients = tuple(parties)
        countries = {party.schedule.place.country for party in clients}
        known = customs(countries, self._context.cache_folder)
        return tuple(replace(party, customs=known.get(party.schedule.place.country, ())) for party in clients)

    def almanac(self, request: MeetingRequest) -> Almanac:
        """The days of everyone around the range of a search."""
        start, end = request.within
        places = dict.fromkeys(place for party in request.parties for place in places_of(party.schedule))
        calendars = calendars_for(
            places, local_date(start) - _MARGIN, local_date(end) + _MARGIN, self._context.cache_folder
        )
        return Almanac(calendars, request.within)


def _party(client: Client, person: Person | None, *, required: bool) -> Party:
    if person is None:
        return Party(
            id=client.id,
            name=client.name,
            schedule=client.schedule,
            required=required,
            language=client.language,
        )
    return Party(
        id=f"{client.id}/{person.id}",
        name=person.name,
        schedule=person.schedule,
        required=required,
        email=person.email,
        language=person.language or client.language,
    )
