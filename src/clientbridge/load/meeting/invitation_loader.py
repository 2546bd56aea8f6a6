"""Load what the answer to an invitation needs: the meeting, who of yours is in it, and everybody's days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clientbridge.core.days.location import where_at, zone_at
from clientbridge.core.limits import YEARS, check_search
from clientbridge.core.meeting.received.answer import InvitationReading
from clientbridge.core.meeting.received.invitation import Guest, ReceivedInvitation
from clientbridge.core.meeting.received.judge import Judged, judged, request_around
from clientbridge.core.meeting.request import ME, Party
from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.search import search
from clientbridge.load.clients import readable_clients
from clientbridge.load.meeting.meeting_loader import MeetingLoader

if TYPE_CHECKING:
    from clientbridge.core.workspace.profiles import Client, Person
    from clientbridge.load.session import Session

MOST_JUDGED_DAYS = 3 * 366
"""From the meeting to now, as far as days off are known."""
_OF_EVERYBODY = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com"),
        *("icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de"),
        *("proton.me", "protonmail.com", "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com", "naver.com"),
        *("orange.fr", "free.fr", "laposte.net", "libero.it", "uol.com.br", "bol.com.br", "zoho.com"),
    }
)
"""Where people of all companies have their address: it says nothing of whom they work for."""


def load_invitation(
    session: "Session", content: bytes, *, file: str, address: str | None, needs_time: bool = True
) -> InvitationReading:
    """Read an invitation and judge its times; `address` is one of yours that the files do not name.

    A time that is not understood is an error only where it is needed.
    Raises FileFailedError, WrongFilesError.
    """
    from clientbridge.adapters.meeting.received.invitation_reader import read_invitation
    from clientbridge.adapters.meeting.received.mail_parts import calendar_text

    loader = MeetingLoader(session)
    text = calendar_text(content, file=file)
    home, zones = loader.me.schedule.zone, session.workspace.zones
    invitation = read_invitation(
        text, file=file, home=home, zones=zones, now=session.now, needs_time=needs_time
    )
    people = _people(invitation)
    clients = readable_clients(session)
    party_of = _party_of(people, loader.me, address, clients)
    parties = loader.parties_read(_read(clients, _named(people, party_of)))
    sender = people[0].email if people else ""
    found, times = _judged(session, loader, invitation, parties, chosen_by=party_of.get(sender))
    return InvitationReading(
        invitation=invitation,
        party_of=party_of,
        parties=tuple(_facts(party, session.now) for party in found),
        judged=times,
        known_revision=found[0].known_revision,
        me=_me(invitation, loader.me, address),
    )


def _judged(
    session: "Session",
    loader: MeetingLoader,
    invitation: ReceivedInvitation,
    parties: tuple[Party, ...],
    *,
    chosen_by: str | None,
) -> tuple[tuple[Party, ...], Judged | None]:
    """The parties with what their calendars say, and how the times suit them."""
    if invitation.when is None:
        return parties, None
    when = invitation.when.by_the_hour
    if not all(at.year in YEARS for at in (when.starts[0], when.starts[-1] + when.length)):
        return parties, None
    request = request_around(when, parties, session.now, invitation.uid)
    if request.days > MOST_JUDGED_DAYS:
        return parties, None
    check_search(len(parties), request.days)
    request = loader.with_busy_times(request)
    result = search(request, loader.almanac(request))
    return request.parties, judged(result, when, loader.cautions(result), chosen_by)


def _facts(party: Party, now: datetime) -> PartyFacts:
    return PartyFacts(
        id=party.id,
        name=party.name,
        timezone=zone_at(party.schedule, now),
        where=where_at(party.schedule, now),
        required=party.required,
        known=party.known,
    )


def _me(invitation: ReceivedInvitation, me: Party, address: str | None) -> Guest | None:
    mine = frozenset({email.casefold() for email in (me.emails if address is None else (address,))})
    found = invitation.guest_called(mine)
    if found is not None or address is None:
        return found
    return Guest(address=f"mailto:{address}", emails=(address.casefold(),), name=me.name)


def _people(invitation: ReceivedInvitation) -> tuple[Guest, ...]:
    """Whoever invites, then the guests; each once."""
    organizer = [] if invitation.organizer is None else [invitation.organizer]
    people: dict[str, Guest] = {}
    for guest in (*organizer, *invitation.guests):
        people.setdefault(guest.email, guest)
    return tuple(people.values())


def _named(people: Iterable[Guest], party_of: Mapping[str, str]) -> Mapping[str, bool]:
    """Those of yours who take part, and whether they have to; no client beside its people."""
    is_required = {party_of[one.email]: one.required for one in people if one.email in party_of}
    beside = {ME, *(party.partition("/")[0] for party in is_required if "/" in party)}
    return {party: required for party, required in is_required.items() if party not in beside}


def _read(
    clients: Sequence["Client"], named: Mapping[str, bool]
) -> "Iterator[tuple[Client, Person | None, bool]]":
    """Their files, which are read already."""
    by_id = {client.id: client for client in clients}
    for party, required in named.items():
        client, _, person = party.partition("/")
        yield by_id[client], by_id[client].person(person), required


def _party_of(
    people: Iterable[Guest], me: Party, address: str | None, clients: Sequence["Client"]
) -> dict[str, str]:
    """By address, else by the part behind the @ where one client alone has it."""
    mine = (*me.emails, address) if address else me.emails
    by_email = _by_email(clients) | dict.fromkeys((email.casefold() for email in mine), ME)
    by_domain = _by_domain(by_email)
    found: dict[str, str] = {}
    for guest in people:
        known = next((by_email[email] for email in guest.emails if email in by_email), None)
        party = known or by_domain.get(_domain(guest.email))
        if party is not None:
            found[guest.email] = party
    return found


def _by_email(clients: Sequence["Client"]) -> dict[str, str]:
    return {
        person.email.casefold(): f"{client.id}/{person.id}"
        for client in clients
        for person in client.people
        if person.email
    }


def _by_domain(by_email: Mapping[str, str]) -> Mapping[str, str]:
    """The client whose people alone have addresses there."""
    clients: dict[str, set[str]] = {}
    for email, party in by_email.items():
        clients.setdefault(_domain(email), set()).add(party.partition("/")[0])
    return {
        domain: next(iter(of))
        for domain, of in clients.items()
        if len(of) == 1 and domain not in _OF_EVERYBODY and ME not in of
    }


def _domain(email: str) -> str:
    return email.rpartition("@")[2]
