"""A look at the files of a workspace: everything wrong in any of them, and what one of them says."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from clientbridge.adapters.days.day_tables import seasons
from clientbridge.adapters.days.feasts import feasts
from clientbridge.adapters.relationship.journals import Journals
from clientbridge.adapters.workspace.profile_files import read_client, read_me, whole
from clientbridge.adapters.workspace.profiles.card import client_card, my_card
from clientbridge.adapters.workspace.profiles.known_days import note_unknown_days
from clientbridge.adapters.workspace.profiles.reading import Note, Reading
from clientbridge.adapters.workspace.workspace import CLIENT_SUFFIX, CLIENTS_FOLDER, ME_FILE, MY_ID, Workspace
from clientbridge.adapters.yaml_files.nodes import texts_under
from clientbridge.core.errors import FileFailedError, Problem
from clientbridge.core.names import fold
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.client_card import ClientCard
from clientbridge.core.workspace.profiles import Client


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a look at every file of the workspace found."""

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    clients: tuple[Client, ...]


def read_everything(workspace: Workspace) -> Checked:
    """Everything wrong in any file."""
    me_reading = read_me(workspace.folder / ME_FILE, workspace.zones)[1]
    readings = [me_reading]
    clients: list[Client] = []
    apart = list(_misnamed_files(workspace))
    for client_id in workspace.client_ids():
        apart += _journal_problems(workspace, client_id)
        try:
            client, reading = read_client(workspace.client_file(client_id), workspace.zones)
        except FileFailedError as error:
            file = f"{CLIENTS_FOLDER}/{client_id}{CLIENT_SUFFIX}"
            apart.append(Problem(file=file, line=1, column=1, say=error.say))
            continue
        readings.append(reading)
        clients += [client] if client is not None and not reading.problems else []
    _tell_what_only_other_files_know(workspace, readings)
    problems = tuple(problem for reading in readings for problem in reading.problems)
    notes = tuple(note for reading in readings for note in reading.notes)
    return Checked(problems=(*problems, *apart), notes=notes, clients=tuple(clients))


def _journal_problems(workspace: Workspace, client_id: str) -> tuple[Problem, ...]:
    try:
        return Journals(workspace.folder).open(client_id).problems
    except FileFailedError as error:
        return (Problem(file=f"journal/{client_id}.jsonl", line=1, column=1, say=error.say),)


def _tell_what_only_other_files_know(workspace: Workspace, readings: Iterable[Reading]) -> None:
    known_seasons = {season.id for season in seasons()}
    known_feasts = {feast.id for feast in feasts(None)}
    for reading in readings:
        _tell_missing_calendars(workspace, reading)
        note_unknown_days(reading, seasons=known_seasons, feasts=known_feasts)


def _tell_missing_calendars(workspace: Workspace, reading: Reading) -> None:
    for written in texts_under(reading.document.root, "calendar"):
        if not written.text.startswith(("https:", "webcal")) and not _exists(workspace.folder / written.text):
            reading.wrong(
                written.spot, f"there is no {written.text} in {workspace.folder}", "correct the name"
            )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long a name, or one with a NUL
        return False


def _misnamed_files(workspace: Workspace) -> Iterable[Problem]:
    """Files that a user takes for clients and that no command would find."""
    folder = workspace.folder / CLIENTS_FOLDER
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = f"{CLIENTS_FOLDER}/{file.name}"
        if file.suffix == ".yml":
            say, hint = "a file ending in .yml is not read", f"rename it to {file.stem}{CLIENT_SUFFIX}"
            yield Problem(file=name, line=1, column=1, say=say, suggestion=hint)
        elif file.suffix == CLIENT_SUFFIX and file.stem.casefold() == MY_ID:
            say, hint = "'me' is always you, never a client", "rename the file"
            yield Problem(file=name, line=1, column=1, say=say, suggestion=hint)


def card(workspace: Workspace, name: str, now: datetime) -> ClientCard:
    """Everything known of a client, or of you (``me``), with its origin; raises as `Workspace.client`."""
    if fold(name) == MY_ID:
        me, reading = read_me(workspace.folder / ME_FILE, workspace.zones)
        return my_card(whole(me, reading), reading, now)
    client, reading = read_client(workspace.client_file(workspace.client_id(name)), workspace.zones)
    return client_card(whole(client, reading), reading, now)
