"""A look at every file of the workspace: all that is wrong, what is worth knowing, how fresh the data is."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from clientbridge.adapters.days.day_tables import season_ids
from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.days.holiday_release import holiday_data
from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.adapters.days.usual_days import usual_seasons
from clientbridge.adapters.meeting.calendar_files import missing_calendar
from clientbridge.adapters.meeting.holds.holds_file import HoldsFile
from clientbridge.adapters.meeting.kept.series_folder import read_series
from clientbridge.adapters.meeting.kept.series_place import SERIES_FOLDER
from clientbridge.adapters.relationship.journals import Journals
from clientbridge.adapters.workspace.client_folder import FolderCheck, check_folder
from clientbridge.adapters.workspace.profiles.kinds.calendars import named_places
from clientbridge.adapters.workspace.profiles.known_days import note_unknown_days
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.workspace.workspace import Workspace, journal_name
from clientbridge.adapters.workspace.workspace_place import CLIENT_SUFFIX, CLIENTS_FOLDER
from clientbridge.core.days.data_age import LOOK_AHEAD, age_note, client_notes
from clientbridge.core.days.location import places_of
from clientbridge.core.errors import FileFailedError, Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import listed
from clientbridge.core.workspace.check import Check
from clientbridge.core.workspace.client_ids import sharing_a_name
from clientbridge.core.workspace.profiles import DEFAULT_HOLDS, Client, Me, Schedule
from clientbridge.load.session import versions
from clientbridge.load.workspace.config import config_problems

if TYPE_CHECKING:
    from clientbridge.load.session import Session


SAMPLE = "the sample of --demo"
"""What an answer calls its folder, of which nobody need know where it lies today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a look at every file of the workspace showed."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    clients: tuple[Client, ...]


def check_of(session: "Session", every: Checked) -> Check:
    """What was seen in the files, with what is worth knowing of the holidays behind them."""
    return Check(
        problems=every.problems,
        notes=(*every.notes, *_notes_about_days(session, every.clients)),
        clients=len(every.clients),
        folder=str(session.workspace.folder) if session.workspace.writable else SAMPLE,
        versions=versions(),
    )


def _notes_about_days(session: "Session", clients: Sequence[Client]) -> tuple[str, ...]:
    """How old the holiday data is, where it ends for a client, and whose region is missing."""
    today = session.today
    places = [place for client in clients for place in places_of(client.schedule)]
    calendars = calendars_for(places, today, today + LOOK_AHEAD, session.cache)
    return (*client_notes(clients, calendars, today), age_note(holiday_data(), today))


def read_every_file(session: "Session") -> Checked:
    """Everything wrong in any file of the workspace, and the notes on each."""
    workspace = session.workspace
    me, me_reading = workspace.read_me()
    folder = check_folder(workspace)
    readings, clients, unread = _read_clients(workspace, folder)
    readings = [me_reading, *readings]
    _tell_what_only_other_files_know(workspace, readings, (me, *clients))
    problems = tuple(problem for reading in readings for problem in reading.problems)
    notes = tuple(str(note) for reading in readings for note in reading.notes)
    return Checked(
        problems=(
            *problems,
            *folder.problems,
            *unread,
            *_hold_problems(workspace, me),
            *_series_problems(workspace),
            *config_problems(session),
        ),
        notes=(*notes, *folder.notes, *_shared_names(clients)),
        clients=tuple(clients),
    )


def _read_clients(
    workspace: Workspace, folder: FolderCheck
) -> tuple[list[Reading], list[Client], list[Problem]]:
    """What the files say, the clients without problems, and the problems of what cannot be read."""
    readings: list[Reading] = []
    clients: list[Client] = []
    unread: list[Problem] = []
    told = {problem.file for problem in folder.problems}
    for client_id in folder.client_ids:
        unread += _journal_problems(workspace, client_id)
        try:
            client, reading = workspace.read_client(client_id)
        except FileFailedError as error:
            file = f"{CLIENTS_FOLDER}/{client_id}{CLIENT_SUFFIX}"
            unread += [] if file in told else [Problem(file=file, line=1, column=1, say=error.say)]
            continue
        readings.append(reading)
        clients += [client] if client is not None and not reading.problems else []
    return readings, clients, unread


def _shared_names(clients: Iterable[Client]) -> Iterable[str]:
    """A name that means several clients finds none of them."""
    names = {client.id: client.name for client in clients}
    for ids in sharing_a_name(names):
        yield f"{names[ids[0]]} is the name of {listed(ids)}: type the id of the one you mean"


def _hold_problems(workspace: Workspace, me: Me | None) -> tuple[Problem, ...]:
    """Of the file in which offered times are held."""
    file = HoldsFile(workspace.folder, DEFAULT_HOLDS if me is None else me.holds)
    try:
        return file.checked().problems
    except FileFailedError as error:
        return (Problem(file=file.name, line=1, column=1, say=error.say),)


def _series_problems(workspace: Workspace) -> tuple[Problem, ...]:
    """Of the files of remembered series."""
    try:
        return read_series(workspace.folder).problems
    except FileFailedError as error:
        return (Problem(file=SERIES_FOLDER, line=1, column=1, say=error.say),)


def _journal_problems(workspace: Workspace, client_id: str) -> tuple[Problem, ...]:
    try:
        return Journals(workspace.folder).open(client_id).problems
    except FileFailedError as error:
        return (Problem(file=journal_name(client_id), line=1, column=1, say=error.say),)


def _tell_what_only_other_files_know(
    workspace: Workspace, readings: Iterable[Reading], known: Iterable[Me | Client | None]
) -> None:
    schedules = [one.schedule for one in known if one is not None]
    countries = {place.country for schedule in schedules for place in places_of(schedule)}
    known_seasons = season_ids().union(row.id for country in countries for row in usual_seasons(country))
    known_feasts = {feast.id for feast in feasts(workspace.cache)}
    new = _places_to_save_to(schedules)
    for reading in readings:
        _tell_missing_calendars(workspace, reading, new)
        note_unknown_days(reading, seasons=known_seasons, feasts=known_feasts)


def _places_to_save_to(schedules: Iterable[Schedule]) -> frozenset[str]:
    return frozenset(one.place for schedule in schedules for one in schedule.calendars if one.saves)


def _tell_missing_calendars(workspace: Workspace, reading: Reading, new: Collection[str]) -> None:
    """Those to save to are made when something is saved."""
    for _, written in named_places(reading.document):
        missing = None if written.text in new else missing_calendar(written.text, workspace.folder)
        if missing is not None:
            reading.wrong(written.spot, f"there is no {missing} in {workspace.folder}", "correct the name")
