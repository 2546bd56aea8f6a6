"""Cache of every client's day and agenda items, so that `cb today` need not read thousands of clients.

The cache holds the last result for each client, the instant until which it is valid, and what was wrong with
its journal. An entry is used only while the client's files, yours and the program's data are unchanged; a
damaged or missing one is recomputed.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from time import time_ns

from clientbridge import __version__
from clientbridge.adapters.file_stamp import stamp_of_status
from clientbridge.adapters.json_cache import Json, JsonCache, digest
from clientbridge.adapters.library_versions import versions
from clientbridge.adapters.workspace.profile_cache import agenda_name, place_of
from clientbridge.adapters.workspace.workspace import Workspace, journal_name
from clientbridge.adapters.workspace.workspace_place import (
    CLIENT_SUFFIX,
    CLIENTS_FOLDER,
    JOURNAL_SUFFIX,
    JOURNALS_FOLDER,
)
from clientbridge.core.command_line import CommandLine
from clientbridge.core.days.day import DayStatus
from clientbridge.core.errors import FileFailedError, Problem, UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.client_clock import DayAtClient
from clientbridge.core.workspace.client_ids import same_file_key

_FORMAT_VERSION = 9
"""Version of the cache format; increment it when an entry changes its structure or meaning."""

Stamp = str
_NO_JOURNAL = "-"
_MOST_PROBLEMS_CACHED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDay:
    """One client's current day and its agenda items."""

    day: DayAtClient
    items: tuple[AgendaItem, ...]
    unread_lines: tuple[Problem, ...] = ()
    """Of the journal: told each time, also when the rest comes from the cache."""


class AgendaCache:
    """The days of one workspace, in one file of the user's cache folder."""

    def __init__(self, workspace: Workspace, cache: JsonCache, *, days_ahead: int) -> None:
        """Read the cache and the stamps of the workspace's files; items reach `days_ahead` days ahead."""
        place = place_of(workspace.folder)
        self._cache = cache
        self._name = agenda_name(digest(place))
        known = [str(_FORMAT_VERSION), __version__, *versions().values(), workspace.stamp_of_me]
        self._stamp = " ".join([*known, str(days_ahead), place])
        self._workspace = workspace
        self._files = dict(_stamps(workspace))
        self._entries = self._read()
        workspace.forget_others(self._files)

    @property
    def clients(self) -> tuple[str, ...]:
        """The ids of all clients, sorted, but for those known to be archived."""
        return tuple(client for client in self._files if not self._is_archived(client))

    def _is_archived(self, client: str) -> bool:
        return self._entries.get(client) == {"archived": self._files[client]}

    def read(self, client: str, now: datetime) -> ClientDay | None:
        """Return the cached day of a client; None when it is missing, outdated or damaged."""
        return _decoded(self._workspace, client, self._entries.get(client), self._files[client], now)

    def write(
        self, days: Mapping[str, tuple[ClientDay, datetime]], now: datetime, *, archived: Iterable[str] = ()
    ) -> None:
        """Store days computed at `now`, each with the instant until which it is valid; and the `archived`."""
        marks: dict[str, Json] = {client: {"archived": self._files[client]} for client in archived}
        if not days and not marks and self._entries.keys() <= self._files.keys():
            return
        self._entries |= marks
        for client, (day, until) in days.items():
            if len(day.unread_lines) > _MOST_PROBLEMS_CACHED:
                self._entries.pop(client, None)
                continue
            self._entries[client] = _encoded(day, self._files[client], now, until)
        present = {client: self._entries[client] for client in self._files if client in self._entries}
        self._cache.write(self._name, self._stamp, present)

    def _read(self) -> dict[str, Json]:
        entry = self._cache.read(self._name, self._stamp)
        return dict(entry) if isinstance(entry, Mapping) else {}


def _stamps(workspace: Workspace) -> Iterator[tuple[str, Stamp]]:
    """Yield the stamp of each client's two files, from two folder scans: before any of them is read."""
    journals = dict(_files(workspace.folder / JOURNALS_FOLDER, JOURNAL_SUFFIX))
    journals |= {same_file_key(name): stamp for name, stamp in journals.items() if not name.isascii()}
    profiles = dict(_files(workspace.folder / CLIENTS_FOLDER, CLIENT_SUFFIX))
    for client in sorted(profiles):
        journal = journals.get(client) or journals.get(same_file_key(client), _NO_JOURNAL)
        yield client, f"{profiles[client]} {journal}"


def _files(folder: Path, suffix: str) -> Iterator[tuple[str, Stamp]]:
    now = time_ns()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(suffix) and not entry.name.startswith("."):
                    yield entry.name.removesuffix(suffix), _stamp(entry, now)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileFailedError(f"the folder {folder.name} cannot be read: {error.strerror}") from error


def _stamp(entry: os.DirEntry[str], now: int) -> Stamp:
    try:
        return stamp_of_status(entry.stat(), now)
    except OSError:  # a dangling link; reading the file reports it
        return ""


def _encoded(client_day: ClientDay, stamp: Stamp, now: datetime, until: datetime) -> Json:
    day = client_day.day
    return {
        "stamp": stamp,
        "from": _minutes(now),
        "until": _minutes(until),
        "name": day.name,
        "zone": day.timezone.key,
        "where": day.where,
        "day": day.day.value,
        "reasons": list(day.reasons),
        "names": list(day.names),
        "working": [[_minutes(start), _minutes(end)] for start, end in day.working],
        "perhaps": [[_minutes(start), _minutes(end)] for start, end in day.perhaps],
        "many_off": day.many_off,
        "office": day.office_hours,
        "through": list(day.worked_through),
        "early": [_minutes(end) for end in (day.ends_early,) if end is not None],
        "items": [
            [item.code.value, item.why, item.when.isoformat(), list(item.command.words), item.overdue_days]
            for item in client_day.items
        ],
        "unread": [[problem.line, problem.column, problem.say] for problem in client_day.unread_lines],
    }


def _decoded(
    workspace: Workspace, client: str, entry: "Json | None", stamp: Stamp, now: datetime
) -> ClientDay | None:
    """Return the cached day, or None when it is missing, outdated or damaged."""
    try:
        if not isinstance(entry, dict) or entry["stamp"] != stamp:
            return None
        if not entry["from"] <= _minutes(now) < entry["until"]:
            return None
        day = DayAtClient(
            client=client,
            name=entry["name"],
            timezone=workspace.zones.find(entry["zone"]),
            where=entry["where"],
            day=DayStatus(entry["day"]),
            reasons=tuple(entry["reasons"]),
            names=tuple(entry["names"]),
            working=tuple((_moment(start), _moment(end)) for start, end in entry["working"]),
            perhaps=tuple((_moment(start), _moment(end)) for start, end in entry["perhaps"]),
            many_off=entry["many_off"],
            office_hours=entry["office"],
            worked_through=tuple(entry["through"]),
            ends_early=next(map(_moment, entry["early"]), None),
        )
        items = tuple(
            AgendaItem(
                client=client,
                code=AgendaCode(code),
                why=why,
                when=date.fromisoformat(when),
                command=CommandLine(tuple(words)),
                overdue_days=overdue,
            )
            for code, why, when, words, overdue in entry["items"]
        )
        unread = tuple(
            Problem(file=journal_name(client), line=line, column=column, say=say)
            for line, column, say in entry["unread"]
        )
    except (KeyError, TypeError, ValueError, OverflowError, UnknownNameError):
        return None
    return ClientDay(day=day, items=items, unread_lines=unread)


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def _moment(minutes: int) -> datetime:
    return datetime.fromtimestamp(minutes * 60, UTC)
