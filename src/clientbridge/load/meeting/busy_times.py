"""When the parties of a meeting are busy, from their calendars."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clientbridge.adapters.meeting.busy_cache import busy_times
from clientbridge.adapters.meeting.calendar_sources import CalendarReader, CalendarTexts, NamedCalendar
from clientbridge.adapters.workspace.profile_cache import calendars_of
from clientbridge.core.errors import FileFailedError, SourceFailedError, WrongFilesError
from clientbridge.core.meeting.busy_times import CalendarOwner
from clientbridge.core.meeting.request import WEEKS_LATER, MeetingRequest, Party
from clientbridge.core.time.hours import MINUTES_PER_DAY

if TYPE_CHECKING:
    from clientbridge.load.session import Session

_LATER = (WEEKS_LATER + 1) * 7 * MINUTES_PER_DAY
"""How far ahead, in minutes, busy times are read: a search without slots also looks at later weeks."""
_Failures: TypeAlias = "Mapping[str, SourceFailedError | FileFailedError]"
"""Why a party's calendar cannot be read, by the id of the party."""


def with_busy_times(session: "Session", request: MeetingRequest) -> MeetingRequest:
    """The request with each party's busy times; raises as `MeetingLoader.with_busy_times`."""
    filled, failures = _filled(session, request)
    for failure in failures.values():
        raise failure
    return filled


def with_known_busy_times(session: "Session", request: MeetingRequest) -> MeetingRequest:
    """The request with the clients whose calendars can be read; raises as `MeetingLoader`'s."""
    filled, failures = _filled(session, request)
    left = tuple(party for party in filled.parties if party.id not in failures)
    if failures and (request.strict or request.me.id in failures or len(left) == 1):
        raise failures.get(request.me.id) or next(iter(failures.values()))
    for party_id, failure in failures.items():
        session.note(f"{party_id} is left out: {failure.say}")
    return replace(filled, parties=left)


def _filled(session: "Session", request: MeetingRequest) -> tuple[MeetingRequest, _Failures]:
    workspace = session.workspace
    named = dict(_named(workspace.folder, request.parties))
    reader = CalendarReader(folder=workspace.folder, copies=session.cache, now=session.now)
    texts = reader.texts_of_each(named.values())
    failures = {
        party_id: found
        for party_id, calendar in named.items()
        for found in [texts[calendar]]
        if not isinstance(found, CalendarTexts)
    }
    parties = tuple(
        _with_calendar(session, party, request, named[party.id], found)
        if party.id in named and isinstance(found := texts[named[party.id]], CalendarTexts)
        else party
        for party in request.parties
    )
    unread = [problem for party in parties for problem in party.unread]
    if unread and request.strict:
        raise WrongFilesError(unread, hint="correct the calendar, or leave out --strict")
    return replace(request, parties=parties), failures


def _named(workspace: Path, parties: Iterable[Party]) -> Iterable[tuple[str, NamedCalendar]]:
    """The calendars of the parties that have one; a person's belongs to the client."""
    for party in parties:
        if party.schedule.calendar is not None:
            kept_in = calendars_of(workspace, party.id.partition("/")[0])
            yield party.id, NamedCalendar(party.schedule.calendar, kept_in)


def _with_calendar(
    session: "Session", party: Party, request: MeetingRequest, calendar: NamedCalendar, found: CalendarTexts
) -> Party:
    start, end = request.within
    schedule = party.schedule
    read = busy_times(
        calendar,
        found,
        (start - request.buffer, end + _LATER + request.buffer),
        owner=CalendarOwner(
            home=schedule.zone, emails=party.emails, tentative_is_busy=schedule.tentative_is_busy
        ),
        zones=session.workspace.zones,
        cache=session.cache,
    )
    return replace(party, busy=read.busy, unread=read.unread, calendar_copy=read.copy)
