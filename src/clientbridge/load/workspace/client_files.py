"""Rename, remove and archive clients, each so that an undo brings everything back."""

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from clientbridge.adapters.workspace.profiles import parsers, schema
from clientbridge.adapters.workspace.setting import client_files as files
from clientbridge.adapters.workspace.setting import profile_change as change
from clientbridge.adapters.workspace.workspace import MY_ID, clear_abandoned_in
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.workspace.changes import ClientRemoved, ClientRenamed, ProfileChanged
from clientbridge.load.changes import check_writable, undo_log
from clientbridge.load.meeting.offers import changed_clients as offers_of_clients
from clientbridge.load.profiles import identifier
from clientbridge.load.workspace.profile_parts import apply, part_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clientbridge.adapters.workspace.undo_log import FileChange
    from clientbridge.load.session import Session


def archive(session: "Session", name: str, *, archived: bool) -> ProfileChanged:
    """Mark a client as archived today, or take the mark away; raises as `change_value`."""
    check_writable(session)
    part = part_named(session, name)
    if part.section is not schema.CLIENT:
        raise UsageError(f"'{name}' is no client", hint="name a client: cb client list")
    path = (schema.ARCHIVED.name,)
    mark = change.setting(path, session.today.isoformat()) if archived else change.leaving_out(path)
    if archived and session.workspace.client(name).archived is not None:
        mark = change.keeping
    verb = "archive" if archived else "unarchive"
    return part.told(apply(session, part.file, mark, f"client {verb} {part.typed}"), path)


def rename(session: "Session", name: str, new_id: str | None, new_name: str | None) -> ClientRenamed:
    """Give a client another id, another name, or both; raises as the adapters do."""
    check_writable(session)
    client_id = _client_id(session, name)
    wanted = client_id if new_id is None else identifier(new_id)
    if wanted == MY_ID:
        raise UsageError("'me' is always you, never a client", hint="choose another id")
    if wanted == client_id and new_name is None:
        raise UsageError("what is the client to be called?", hint="give a new id, or a new --name")
    before = session.workspace.client(client_id).name
    name_now = before if new_name is None else parsers.name(new_name)
    moved: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    if wanted == client_id:
        part = part_named(session, client_id)
        apply(session, part.file, change.setting((schema.NAME.name,), name_now), f"client rename {client_id}")
    else:
        with (
            _recorded(session, f"client rename {client_id} {wanted}") as record,
            offers_of_clients.renamed(session, client_id, wanted) as offers,
        ):
            name_to_set = None if new_name is None else name_now
            plan = files.rename_client(
                session.workspace, client_id, wanted, name_to_set, record, beside=offers
            )
        moved, left = (f"clients/{wanted}.yaml", *plan.moves.values()), plan.left
    return ClientRenamed(
        before=client_id, id=wanted, name_before=before, name=name_now, moved=moved, left=left
    )


def remove(session: "Session", name: str, *, journal: bool, calendars: bool) -> ClientRemoved:
    """Remove a client, be its file right or wrong, and what else is asked for; raises as the adapters do."""
    check_writable(session)
    client_id = _client_id(session, name)
    with (
        _recorded(session, f"client remove {client_id}") as record,
        offers_of_clients.removed(session, client_id) as offers,
    ):
        done = files.remove_client(
            session.workspace,
            client_id,
            journal=journal,
            calendars=calendars,
            record=record,
            beside=offers,
        )
    return ClientRemoved(id=client_id, removed=done.removed, kept=done.kept)


def client_to_remove(session: "Session", name: str) -> str:
    """Its id; raises UsageError for the sample, UnknownNameError, AmbiguousNameError."""
    check_writable(session)
    return _client_id(session, name)


def _client_id(session: "Session", name: str) -> str:
    if "/" in name:
        raise UsageError(f"'{name}' names a person", hint="name the client alone")
    return session.workspace.client_id(name)


@contextmanager
def _recorded(session: "Session", what: str) -> "Iterator[files.Record]":
    """Record what is about to be done; where it then fails, it is undone at once."""
    log = undo_log(session)
    recorded: list[str] = []

    def record(changes: "Mapping[str, FileChange]", moves: "Mapping[str, str]") -> None:
        try:
            log.note(what, session.now, files=changes, moves=moves)
        except FileFailedError as error:
            say = f"nothing was changed, for it could not be taken back: {error.say}"
            raise FileFailedError(say, hint=error.hint) from error
        recorded.append(what)

    try:
        yield record
    except FileFailedError:
        if recorded:
            with suppress(FileFailedError):
                log.undo(session.now)
        raise
    clear_abandoned_in(session.workspace)
