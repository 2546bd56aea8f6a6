"""Load what a search needs: your files as its parties, their calendars, their past burdens."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.core.command_line import quoted
from clientbridge.core.days.location import places_of
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.errors import FileFailedError, UsageError, WrongFilesError
from clientbridge.core.meeting.request import ME, MeetingRequest, Party, is_place
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.intervals import local_date, minute_of
from clientbridge.core.workspace.profiles import Client, Person
from clientbridge.load.clients import note_archived, readable_clients
from clientbridge.load.meeting.place_parties import place_party

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from clientbridge.core.meeting.offers.kept_offer import KeptOffer
    from clientbridge.core.meeting.result import Caution
    from clientbridge.core.meeting.search import SearchResult
    from clientbridge.load.session import Session

_MARGIN = timedelta(days=5)
"""Days around the range that the search also judges."""


class MeetingLoader:
    """The parties of one call."""

    def __init__(self, session: "Session", *, over_holds: bool = False) -> None:
        """With `over_holds` the times that are held in offers count as free."""
        self._session = session
        self._over_holds = over_holds
        self._loaded: dict[tuple[tuple[Place, ...], int, int], Mapping[Place, PlaceCalendar]] = {}

    @cached_property
    def me(self) -> Party:
        """You."""
        me = self._session.workspace.me
        return Party(id=ME, name=me.name, schedule=me.schedule, emails=me.emails)

    def zone(self, name: str | None = None) -> "ZoneInfo":
        """The zone of that name or city, else yours at home; raises UnknownNameError."""
        return self.me.schedule.zone if not name else self._session.workspace.zones.find(name)

    def email(self, party_id: str) -> str | None:
        """The mail address of a party in this meeting, where the files give one."""
        if party_id == ME:
            return self.me.email
        if is_place(party_id):
            return None
        _, person = self._session.workspace.party(party_id)
        return None if person is None else person.email

    def with_busy_times(self, request: MeetingRequest) -> MeetingRequest:
        """The request with each party's busy times, up to the weeks searched afterwards.

        Raises SourceFailedError for a calendar that cannot be read at all, and WrongFilesError in a strict
        search for one that cannot be read whole, and where the file of the holds is wrong.
        """
        if not any(party.schedule.calendars for party in request.parties):
            return self._with_held(request)
        from clientbridge.load.meeting.busy_times import with_busy_times

        return self._with_held(with_busy_times(self._session, self._without_saved(request)))

    def with_known_busy_times(self, request: MeetingRequest) -> "tuple[MeetingRequest, tuple[Caution, ...]]":
        """The same; a client whose calendar cannot be read is left out with a warning, unless it is strict.

        Raises also where no client is left, and for a calendar of yours.
        """
        if not any(party.schedule.calendars for party in request.parties):
            return self._with_held(request), ()
        from clientbridge.load.meeting.busy_times import with_known_busy_times

        known, cautions = with_known_busy_times(self._session, self._without_saved(request))
        return self._with_held(known), cautions

    @cached_property
    def _offers(self) -> "tuple[KeptOffer, ...]":
        """What you offered; most workspaces have no file of holds."""
        workspace = self._session.workspace
        if not (workspace.folder / workspace.me.holds).exists():
            return ()
        from clientbridge.load.meeting.offers.kept_offers import kept_offers

        return kept_offers(self._session)

    def _without_saved(self, request: MeetingRequest) -> MeetingRequest:
        """The request in which a hold that stands in your calendar too takes no time there."""
        if request.not_counted or not any(one.saves for one in request.me.schedule.calendars):
            return request
        try:
            offers = self._offers
        except (WrongFilesError, FileFailedError):
            if not self._over_holds:
                raise
            return request
        from clientbridge.load.meeting.offers.saving import uids_of_saved

        return replace(request, not_counted=uids_of_saved(offers))

    def _with_held(self, request: MeetingRequest) -> MeetingRequest:
        """The request with what your offers hold."""
        if self._over_holds or not self._offers:
            return request
        from clientbridge.core.meeting.offers.held_times import held_times, with_held

        return with_held(request, held_times(self._offers, self._session.now))

    def parties(self, names: tuple[str, ...], *, optional: tuple[str, ...]) -> tuple[Party, ...]:
        """You and the named parties, each once; those named as optional need not be available."""
        workspace = self._session.workspace
        parties: dict[str, Party] = {}
        for name in (*names, *optional):
            if name == ME:
                continue
            if is_place(name):
                here = place_party(self._session, name, required=name not in optional)
                parties[here.id] = here
                continue
            client, person = workspace.party(name)
            note_archived(self._session, client)
            party = _party(client, person, required=name not in optional)
            parties[party.id] = party
        return (self.me, *self._with_customs(parties.values()))

    def parties_read(self, named: "Iterable[tuple[Client, Person | None, bool]]") -> tuple[Party, ...]:
        """You and these, whose files are read already, with whether each is required."""
        parties = (_party(client, person, required=required) for client, person, required in named)
        return (self.me, *self._with_customs(parties))

    def asking(self, parties: tuple[Party, ...], asked: "Mapping[str | None, int]") -> tuple[Party, ...]:
        """The parties with the minutes asked of those that are named; a client's name is for its people too.

        Raises UnknownNameError for an unknown name, UsageError for one that takes no part.
        """
        minutes = {self._party_id(name): one for name, one in asked.items() if name is not None}
        for party_id in minutes.keys() - {name for party in parties for name in _names(party.id)}:
            raise UsageError(
                f"--client-stretch: {party_id} takes no part", hint=f"name it too: cb meet {quoted(party_id)}"
            )
        return tuple(
            replace(party, asked=next((minutes[name] for name in _names(party.id) if name in minutes), None))
            for party in parties
        )

    def _party_id(self, name: str) -> str:
        if is_place(name):
            return place_party(self._session, name).id
        client, person = self._session.workspace.party(name)
        return client.id if person is None else f"{client.id}/{person.id}"

    def everyone(self) -> tuple[Party, ...]:
        """You and all clients, if there are any."""
        clients = readable_clients(self._session)
        return (self.me, *(_party(client, None, required=True) for client in clients))

    def every_client(self) -> tuple[Party, ...]:
        """All clients; those whose files are wrong are left out with a note."""
        everyone = readable_clients(self._session)
        if not everyone:
            raise UsageError("there is no client yet", hint="add one: cb client add")
        return self._with_customs(_party(client, None, required=True) for client in everyone)

    def _with_customs(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """The parties with the customs of their countries; yours are left out, since you know them."""
        from clientbridge.adapters.meeting.meeting_tables import customs

        clients = tuple(parties)
        countries = {party.schedule.place.country for party in clients}
        known = customs(countries, self._session.cache)
        return tuple(replace(party, customs=known.get(party.schedule.place.country, ())) for party in clients)

    def past_burdens(self, request: MeetingRequest) -> Mapping[str, int]:
        """The burden of each party in the last months, according to the journals."""
        from clientbridge.core.meeting.series.burden_history import past_burdens, past_range

        met = self._met(party.id for party in request.others if not is_place(party.id))
        if not any(met.values()):
            return {}
        before = replace(request, within=past_range(request))
        return past_burdens(request, self.almanac(before), met)

    def _met(self, parties: Iterable[str]) -> Mapping[str, list[int]]:
        """The UTC minutes at which each of these clients and people was met."""
        from clientbridge.adapters.relationship.journals import Journals

        ids = [(party, *party.partition("/")[::2]) for party in parties]
        folder = Journals(self._session.workspace.folder)
        journals = {client: folder.open(client) for client in dict.fromkeys(client for _, client, _ in ids)}
        return {
            party: [minute_of(event.at) for event in journals[client].journal.met(person or None)]
            for party, client, person in ids
        }

    def cautions(self, result: "SearchResult") -> "tuple[Caution, ...]":
        """A warning for each party in a zone with changed rules, or with a calendar not read whole."""
        from clientbridge.adapters.meeting.meeting_tables import zone_changes

        keys = {piece.zone.key for attendance in result.attendances for piece in attendance.days.clock}
        changes = zone_changes(keys, self._session.cache)
        if not changes and not any(party.schedule.calendars for party in result.request.parties):
            return ()
        from clientbridge.core.meeting.cautions.calendars import calendar_cautions
        from clientbridge.core.meeting.cautions.zone_changes import zone_cautions

        return (*calendar_cautions(result.request), *zone_cautions(result, changes))

    def almanac(self, request: MeetingRequest) -> Almanac:
        """The days of every party around the range of a search."""
        start, end = request.within
        places = dict.fromkeys(place for party in request.parties for place in places_of(party.schedule))
        first, last = local_date(start) - _MARGIN, local_date(end) + _MARGIN
        return Almanac(self._calendars(tuple(places), first, last), request.within)

    def _calendars(self, places: tuple[Place, ...], first: date, last: date) -> Mapping[Place, PlaceCalendar]:
        """Cached per range of years, however many searches need them."""
        key = (places, first.year, last.year)
        if key not in self._loaded:
            self._loaded[key] = calendars_for(places, first, last, self._session.cache)
        return self._loaded[key]


def _names(party_id: str) -> tuple[str, str]:
    """What a party may be named by: itself, then its client."""
    return party_id, party_id.partition("/")[0]


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
        emails=() if person.email is None else (person.email,),
        language=person.language or client.language,
    )
