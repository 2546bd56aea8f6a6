"""What every client asks of you, kept for the day so that thousands of clients need no reading.

The cache holds, for each client, the answer computed last and how long it holds; it is used while neither the
client's files, nor yours, nor the program's data have changed. It is never the truth: a damaged or missing
one is computed anew.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from clientbridge import __version__
from clientbridge.adapters.json_cache import Json, JsonCache, stamp_of
from clientbridge.adapters.library_versions import versions
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.command_line import CommandLine
from clientbridge.core.days.status import DayStatus
from clientbridge.core.errors import FileFailedError, UnknownNameError
from clientbridge.core.relationship.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.client_clock import DayAtClient
from clientbridge.core.values import dataclass

_LAYOUT = 2
"""Counted up when what is kept changes its shape or its meaning."""

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDay:
    """One client's running day and what it asks of you."""

    known: DayAtClient
    items: tuple[AgendaItem, ...]


class AgendaCache:
    """The days of one workspace, in one file of the user's cache folder."""

    def __init__(self, workspace: Workspace, cache: JsonCache, *, soon: int) -> None:
        """Looks at the files of the workspace as they are now; items are at most `soon` days ahead."""
        place = ascii(str(workspace.folder.absolute()))
        self._cache = cache
        self._name = f"agendas/{sha256(f'{place} {soon}'.encode()).hexdigest()[:16]}"
        me = stamp_of(workspace.folder / "me.yaml")
        self._stamp = " ".join([str(_LAYOUT), __version__, *versions().values(), me])
        self._workspace = workspace
        self._files = dict(_stamps(workspace))
        self._kept = self._read()

    @property
    def clients(self) -> tuple[str, ...]:
        """The ids of all clients, sorted."""
        return tuple(self._files)

    def day(self, client: str, now: datetime) -> ClientDay | None:
        """What was kept of a client; None where it no longer holds or is damaged."""
        return _still_good(self._workspace, client, self._kept.get(client), self._files[client], now)

    def keep(self, days: Mapping[str, tuple[ClientDay, datetime]], now: datetime) -> None:
        """Keep days computed at `now`, each with the moment until which it holds."""
        for client, (day, until) in days.items():
            self._kept[client] = _kept(day, self._files[client], now, until)
        present = {client: self._kept[client] for client in self._files if client in self._kept}
        self._cache.write(self._name, self._stamp, present)

    def _read(self) -> dict[str, Json]:
        entry = self._cache.read(self._name, self._stamp)
        return dict(entry) if isinstance(entry, Mapping) else {}


def _stamps(workspace: Workspace) -> Iterator[tuple[str, Stamp]]:
    """Size and time of each client's two files, by two looks into folders."""
    journals = dict(_files(workspace.folder / "journal", ".jsonl"))
    profiles = dict(_files(workspace.folder / "clients", ".yaml"))
    for client in sorted(profiles):
        yield client, (*profiles[client], *journals.get(client, (0, 0)))


def _files(folder: Path, suffix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(suffix) and not entry.name.startswith("."):
                    yield entry.name.removesuffix(suffix), _stamp(entry)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileFailedError(f"the folder {folder.name} cannot be read: {error.strerror}") from error


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        status = entry.stat()
    except OSError:  # a link that leads nowhere; whoever reads it will tell
        return 0, 0
    return status.st_mtime_ns, status.st_size


def _kept(day: ClientDay, stamp: Stamp, now: datetime, until: datetime) -> Json:
    known = day.known
    return {
        "stamp": list(stamp),
        "from": _minutes(now),
        "until": _minutes(until),
        "name": known.name,
        "zone": known.timezone.key,
        "day": known.day.value,
        "reasons": list(known.reasons),
        "working": [[_minutes(start), _minutes(end)] for start, end in known.working],
        "items": [
            [item.code.value, item.why, item.when.isoformat(), list(item.command.words), item.overdue_days]
            for item in day.items
        ],
    }


def _still_good(
    workspace: Workspace, client: str, kept: "Json | None", stamp: Stamp, now: datetime
) -> ClientDay | None:
    """The day as it was kept, None when it no longer holds or is damaged."""
    try:
        if not isinstance(kept, dict) or kept["stamp"] != list(stamp):
            return None
        if not kept["from"] <= _minutes(now) < kept["until"]:
            return None
        known = DayAtClient(
            client=client,
            name=kept["name"],
            timezone=workspace.zones.find(kept["zone"]),
            day=DayStatus(kept["day"]),
            reasons=tuple(kept["reasons"]),
            working=tuple((_moment(start), _moment(end)) for start, end in kept["working"]),
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
            for code, why, when, words, overdue in kept["items"]
        )
    except (KeyError, TypeError, ValueError, OverflowError, UnknownNameError):
        return None
    return ClientDay(known=known, items=items)


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def _moment(minutes: int) -> datetime:
    return datetime.fromtimestamp(minutes * 60, UTC)
