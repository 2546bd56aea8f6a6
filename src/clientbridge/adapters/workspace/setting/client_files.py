"""The files of one client: its profile, its journal, its calendars. Renamed together, or removed.

What is about to happen is recorded first, so that `cb data undo` takes back also what was cut short. A
journal has both names for a moment: a kill then leaves it whole, and the same command goes on.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.meeting.kept.series_folder import SeriesChange, held_series, without_client
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import write_whole
from clientbridge.adapters.workspace.moved_files import check_movable, lend_name, move_to
from clientbridge.adapters.workspace.profile_draft import DRAFT_ENDING
from clientbridge.adapters.workspace.profile_edits import check_free
from clientbridge.adapters.workspace.profiles.kinds.calendars import named_places
from clientbridge.adapters.workspace.setting.profile_change import checked_change
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.adapters.workspace.workspace import (
    Workspace,
    journal_name,
    profile_content,
)
from clientbridge.adapters.workspace.workspace_place import CLIENT_SUFFIX, CLIENTS_FOLDER, ME_FILE
from clientbridge.adapters.yaml_files.edit import Path as KeyPath
from clientbridge.adapters.yaml_files.edit import set_value
from clientbridge.adapters.yaml_files.nodes import Document
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.client_ids import same_file_key

_CALENDARS = "calendars"
_MOST_BYTES = 20_000_000
"""Of files that go together: they are kept for an undo."""

Record = Callable[[Mapping[str, FileChange], Mapping[str, str]], None]
"""Remembers files and moves that are about to be made, for an undo; raises FileFailedError."""
NOTHING: Mapping[str, FileChange] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamePlan:
    """What a rename does."""

    profile: bytes
    """As it is written under the new name."""
    before: bytes
    moves: Mapping[str, str]
    """Journal and calendars, by the name before."""
    left: tuple[str, ...] = ()
    """Calendars that keep their names, for another profile names them too."""


def rename_client(
    workspace: Workspace,
    client_id: str,
    new_id: str,
    name: str | None,
    record: Record,
    *,
    beside: Mapping[str, FileChange] = NOTHING,
) -> RenamePlan:
    """Give a client another id, and perhaps another name; journal and calendars go with it.

    Files `beside` them name the client too, and are changed in the same step.
    Raises UsageError for an id that is taken or a wrong name, WrongFilesError for a profile with problems,
    FileFailedError where something cannot be moved.
    """
    old, new = workspace.client_file(client_id), workspace.client_file(new_id)
    _check_no_draft(workspace, client_id)
    if same_file_key(client_id) == same_file_key(new_id):
        hint = "rename it twice: to another id, then to this one"
        raise UsageError(f"some disks take '{client_id}' and '{new_id}' for the same", hint=hint)
    with locked_folder(old.parent), held_series(workspace.folder):
        plan = _plan(workspace, client_id, new_id, name)
        if not (new.exists() and new.read_bytes() == plan.profile):  # else an earlier call was killed
            check_free(workspace, new, new_id)
        for before, after in plan.moves.items():
            check_movable(workspace.folder, before, after)
        files = {
            _named(new): FileChange(before=None, after=plan.profile),
            _named(old): FileChange(before=plan.before, after=None),
        }
        series = without_client(workspace.folder, client_id, new_id)
        record({**files, **beside, **_changes(series)}, plan.moves)
        for before, after in plan.moves.items():
            lend_name(workspace.folder, before, after)
        write_whole(new, plan.profile, file=_named(new))
        _write(workspace.folder, beside)
        _make(workspace.folder, series)
        _remove(old, _named(old))
        for before, after in plan.moves.items():
            move_to(workspace.folder, before, after)
    return plan


def _plan(workspace: Workspace, client_id: str, new_id: str, name: str | None) -> RenamePlan:
    file = f"{CLIENTS_FOLDER}/{client_id}{CLIENT_SUFFIX}"
    before = content = profile_content(workspace.client_file(client_id), file=file)
    if name is not None:
        content = set_value(parse(content, file=file), ("name",), name)
    moves = {journal_name(client_id): journal_name(new_id)}
    left: list[str] = []
    for path, written in _own_calendars(parse(content, file=file), client_id):
        own = _own_name(written)
        if _is_named_elsewhere(workspace, own, client_id):
            left.append(own)
        else:
            after = f"{_CALENDARS}/{new_id}{own.removeprefix(f'{_CALENDARS}/{client_id}')}"
            content = set_value(parse(content, file=file), path, written.replace(own, after, 1))
            moves[own] = after
    checked_change(workspace, client_id, before, content)
    there = {one: to for one, to in moves.items() if os.path.lexists(workspace.folder / one)}
    return RenamePlan(profile=content, before=before, moves=there, left=tuple(dict.fromkeys(left)))


def _own_calendars(document: Document, client_id: str) -> list[tuple[KeyPath, str]]:
    """Where the profile names a file or folder in ``calendars/`` that is called as the client is."""
    return [(path, node.text) for path, node in named_places(document) if _is_own(node.text, client_id)]


def _is_own(written: str, client_id: str) -> bool:
    parts = written.split("/")
    if len(parts) == 1 or ".." in parts:
        return False
    return parts[0] == _CALENDARS and Path(parts[1]).stem == client_id


def _own_name(written: str) -> str:
    """The folder or file right below ``calendars/``."""
    return "/".join(written.split("/")[:2])


def _is_named_elsewhere(workspace: Workspace, own: str, client_id: str) -> bool:
    others = [workspace.client_file(one) for one in workspace.client_ids() if one != client_id]
    wanted = re.compile(re.escape(own.encode()) + rb"(?![\w.-])")
    for path in (workspace.folder / ME_FILE, *others):
        with suppress(FileFailedError):
            if wanted.search(profile_content(path, file=path.name)):
                return True
    return False


def _check_no_draft(workspace: Workspace, client_id: str) -> None:
    draft = workspace.client_file(client_id).parent / f".{client_id}{DRAFT_ENDING}"
    if draft.exists():
        hint = f"finish it: cb client edit {quoted(client_id)}   or delete that file"
        raise UsageError(f"{_named(draft)} is a text of yours that was set aside", hint=hint)


def _named(path: Path) -> str:
    return f"{CLIENTS_FOLDER}/{path.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFiles:
    """What was removed of a client, and what stays."""

    removed: tuple[str, ...]
    kept: tuple[str, ...]


def remove_client(
    workspace: Workspace,
    client_id: str,
    *,
    journal: bool,
    calendars: bool,
    record: Record,
    beside: Mapping[str, FileChange] = NOTHING,
) -> RemovedFiles:
    """Remove the profile of a client, and what else is asked for; files `beside` it are changed with it.

    Raises FileFailedError where it could not come back by an undo, or a file cannot be removed.
    """
    path = workspace.client_file(client_id)
    _check_no_draft(workspace, client_id)
    with locked_folder(path.parent), held_series(workspace.folder):
        content = profile_content(path, file=_named(path))
        with_it = _journal(workspace, client_id)
        own = _files_of_calendars(workspace, client_id, content)
        names = [_named(path), *(with_it if journal else ()), *(own if calendars else ())]
        read = {name: _read(workspace.folder, name) for name in names[1:]} | {_named(path): content}
        series = without_client(workspace.folder, client_id)
        files = {name: FileChange(before=read[name], after=None) for name in names} | _changes(series)
        _check_size(files)
        record({**files, **beside}, {})
        _write(workspace.folder, beside)
        for name in names:
            _remove(workspace.folder / name, name)
        _make(workspace.folder, series)
    if calendars:
        _remove_empty(workspace.folder, own)
    kept = (*(() if journal else with_it), *(() if calendars else own))
    return RemovedFiles(removed=(*names, *_gone(series)), kept=kept)


def _gone(series: Mapping[str, SeriesChange]) -> tuple[str, ...]:
    return tuple(name for name, change in series.items() if change.after is None)


def _changes(series: Mapping[str, SeriesChange]) -> dict[str, FileChange]:
    return {name: FileChange(before=one.before, after=one.after) for name, one in series.items()}


def _make(folder: Path, series: Mapping[str, SeriesChange]) -> None:
    """Let the remembered series follow their client."""
    for name, change in series.items():
        if change.after is None:
            _remove(folder / name, name)
        else:
            write_whole(folder / name, change.after, file=name)


def _journal(workspace: Workspace, client_id: str) -> tuple[str, ...]:
    name = journal_name(client_id)
    return (name,) if (workspace.folder / name).is_file() else ()


def _files_of_calendars(workspace: Workspace, client_id: str, content: bytes) -> tuple[str, ...]:
    """Its own files in ``calendars/``; a link that leads elsewhere is left alone."""
    found: list[Path] = []
    for _, written in _own_calendars(parse(content, file=client_id), client_id):
        place = workspace.folder / _own_name(written)
        if place.is_symlink() or _is_named_elsewhere(workspace, _own_name(written), client_id):
            continue
        found += sorted(place.rglob("*")) if place.is_dir() else [place]
    files = [one for one in found if one.is_file() and not one.is_symlink()]
    return tuple(dict.fromkeys(one.relative_to(workspace.folder).as_posix() for one in files))


def _read(folder: Path, name: str) -> bytes:
    return read_regular_file(folder / name, most_bytes=_MOST_BYTES, file=name)


def _check_size(files: Mapping[str, FileChange]) -> None:
    if sum(len(change.before or b"") for change in files.values()) > _MOST_BYTES:
        say = f"more than {_MOST_BYTES // 1_000_000} MB could not be brought back by cb data undo"
        raise FileFailedError(say, hint="nothing was removed; leave out --with-calendars")


def _write(folder: Path, files: Mapping[str, FileChange]) -> None:
    for name, change in files.items():
        write_whole(folder / name, change.after or b"", file=name)


def _remove(path: Path, name: str) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileFailedError(f"{name} cannot be removed: {error.strerror}") from error


def _remove_empty(folder: Path, names: Sequence[str]) -> None:
    for parent in {(folder / name).parent for name in names} - {folder / _CALENDARS, folder}:
        with suppress(OSError):
            parent.rmdir()
