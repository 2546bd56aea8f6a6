"""When the parties of a meeting are busy, from their calendars."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clientbridge.adapters.meeting.busy_cache import busy_times
from clientbridge.adapters.meeting.calendar_sources import CalendarReader, CalendarTexts, NamedCalendar
from clientbridge.adapters.meeting.reading_budget import ReadingBudget
from clientbridge.adapters.web.web_address import is_address
from clientbridge.adapters.workspace.profile_cache import calendars_of
from clientbridge.adapters.workspace.workspace_place import CLIENT_SUFFIX, CLIENTS_FOLDER, ME_FILE
from clientbridge.core.errors import FileFailedError, SourceFailedError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarOwner, all_together
from clientbridge.core.meeting.cautions.calendars import CALENDAR_UNREAD
from clientbridge.core.meeting.request import WEEKS_LATER, MeetingRequest, Party
from clientbridge.core.meeting.result import Caution
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span
from clientbridge.core.workspace.profiles import CalendarSource
from clientbridge.load.workspace.config import passwords_of

if TYPE_CHECKING:
    from clientbridge.load.session import Session

_LATER = (WEEKS_LATER + 1) * 7 * MINUTES_PER_DAY
"""How far ahead, in minutes, busy times are read: a search without slots also looks at later weeks."""
_Failure: TypeAlias = SourceFailedError | FileFailedError


def with_busy_times(session: "Session", request: MeetingRequest) -> MeetingRequest:
    """The request with each party's busy times; raises as `MeetingLoader.with_busy_times`."""
    filled = _filled(session, request)
    for party_id in filled.failures:
        raise filled.failures[party_id]
    return replace(request, parties=filled.parties)


def with_known_busy_times(
    session: "Session", request: MeetingRequest
) -> tuple[MeetingRequest, tuple[Caution, ...]]:
    """The request with the clients whose calendars can be read, and a warning of each other one.

    Raises as `MeetingLoader`'s.
    """
    filled = _filled(session, request)
    failures = filled.failures
    if failures and (request.strict or request.me.id in failures or len(filled.parties) == 1):
        raise failures.get(request.me.id) or next(iter(failures.values()))
    left_out = tuple(
        Caution(code=CALENDAR_UNREAD, party=party_id, detail=f"{party_id} is left out: {failure.say}")
        for party_id, failure in failures.items()
    )
    return replace(request, parties=filled.parties), left_out


@dataclass(frozen=True, slots=True)
class _Filled:
    """The parties whose calendars were read or who have none, and why the others' cannot be read."""

    parties: tuple[Party, ...]
    failures: Mapping[str, _Failure]


class _Reading:
    """Reads what calendars say of the range of a search, from one budget."""

    def __init__(self, session: "Session", request: MeetingRequest) -> None:
        self._session, self._within, self._budget = session, _range_read(request), ReadingBudget()
        self._not_counted = request.not_counted

    def of(
        self,
        party: Party,
        texts: Mapping[NamedCalendar, CalendarTexts | _Failure],
        source: CalendarSource,
        calendar: NamedCalendar,
    ) -> BusyTimes:
        """When one calendar shows its party busy; raises why it cannot be read."""
        return busy_times(
            calendar,
            self._without_holds(party, calendar, _found(texts[calendar])),
            self._within,
            owner=replace(_owner(party, source), not_counted=self._not_counted),
            zones=self._session.workspace.zones,
            cache=self._session.cache,
            reading=self._budget,
        )

    def _without_holds(self, party: Party, calendar: NamedCalendar, found: CalendarTexts) -> CalendarTexts:
        """Your own calendar may be the folder of the holds: what they take is asked of the offers."""
        if not party.is_me or is_address(calendar.written):
            return found
        from clientbridge.adapters.meeting.calendar_files import names_of_file

        workspace, names = self._session.workspace, (one.name for one in found.texts)
        holds = names_of_file(workspace.me.holds, names, workspace.folder)
        if not holds:
            return found
        from clientbridge.adapters.meeting.holds.holds_text import text_of_others

        texts = (
            replace(one, text=text_of_others(one.text)) if one.name in holds else one for one in found.texts
        )
        return replace(found, texts=tuple(texts))


def _filled(session: "Session", request: MeetingRequest) -> _Filled:
    workspace = session.workspace
    named = {party.id: _named(workspace.folder, party) for party in request.parties}
    reader = CalendarReader(
        folder=workspace.folder,
        copies=session.cache,
        now=session.now,
        passwords=passwords_of(session),
        within=_range_read(request),
    )
    texts = reader.texts_of_each(one for calendars in named.values() for _, one in calendars)
    read, parties, failures = _Reading(session, request), list[Party](), dict[str, _Failure]()
    for party in request.parties:
        try:
            calendars = [read.of(party, texts, *one) for one in named[party.id]]
        except (SourceFailedError, FileFailedError) as error:
            failures[party.id] = error
        else:
            parties.append(_with(party, calendars))
    if request.strict:
        _refuse_unread(parties)
    return _Filled(tuple(parties), failures)


def _refuse_unread(parties: Sequence[Party]) -> None:
    unread = [problem for party in parties for problem in party.unread]
    if unread:
        raise WrongFilesError(unread, hint="correct the calendar, or leave out --strict")


def _with(party: Party, calendars: Sequence[BusyTimes]) -> Party:
    """The party as all its calendars together show it."""
    if not calendars:
        return party
    busy, likely = all_together(calendars)
    return replace(
        party,
        busy=busy,
        likely=likely,
        unread=tuple(problem for one in calendars for problem in one.unread),
        known_revision=max((one.revision for one in calendars if one.revision is not None), default=None),
        calendar_copies=tuple(one.copy for one in calendars if one.copy is not None),
    )


def _found(texts: CalendarTexts | _Failure) -> CalendarTexts:
    if not isinstance(texts, CalendarTexts):
        raise texts
    return texts


def _named(workspace: Path, party: Party) -> tuple[tuple[CalendarSource, NamedCalendar], ...]:
    """The calendars of a party; a person's belong to the client."""
    if not party.schedule.calendars:
        return ()
    client = party.id.partition("/")[0]
    profile = ME_FILE if party.is_me else f"{CLIENTS_FOLDER}/{client}{CLIENT_SUFFIX}"
    kept_in = calendars_of(workspace, client)
    return tuple(
        (source, NamedCalendar(source.place, kept_in, profile, source.is_caldav))
        for source in party.schedule.calendars
        if not _is_new(source, workspace)
    )


def _is_new(source: CalendarSource, workspace: Path) -> bool:
    """A place of yours to save to may be empty until something is saved."""
    if not source.saves or source.is_caldav:
        return False
    from clientbridge.adapters.meeting.calendar_files import holds_nothing_yet

    return holds_nothing_yet(source.place, workspace)


def _range_read(request: MeetingRequest) -> Span:
    start, end = request.within
    return start - request.buffer, end + _LATER + request.buffer


def _owner(party: Party, source: CalendarSource) -> CalendarOwner:
    home = party.schedule.zone
    return CalendarOwner(home=home, emails=party.emails, busy=source.busy, tentative=source.tentative)
