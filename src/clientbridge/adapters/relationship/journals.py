"""The journals of a workspace: one file per client under ``journal/``."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from clientbridge.adapters.relationship.journal_file import append_entries, read_entries
from clientbridge.adapters.workspace.workspace import journal_name
from clientbridge.adapters.workspace.workspace_place import JOURNAL_SUFFIX, JOURNALS_FOLDER
from clientbridge.core.errors import FileFailedError, Problem, UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId
from clientbridge.core.relationship.journal.replay import Journal, Promise, promise_named, replay
from clientbridge.core.workspace.client_ids import same_file_key

NewEntries: TypeAlias = Callable[[frozenset[EntryId]], Sequence[Entry]]
"""Returns the entries to add, given the ids already in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedJournal:
    """A client's journal, with a problem for each line that could not be read."""

    journal: Journal
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendedJournal:
    """A client's journal after entries were appended."""

    journal: Journal
    added: tuple[Entry, ...]
    torn: str | None
    """An unfinished last line that was set aside; None when there was none."""


@dataclass(frozen=True, slots=True)
class Journals:
    """Reads and appends to journals; existing lines are never changed."""

    workspace: Path

    def path(self, client: str) -> Path:
        """Return the path of a client's journal, which need not exist.

        Where its name is stored with accents in another way than the profile's, it is that file.
        """
        usual = self.workspace / journal_name(client)
        if client.isascii() or usual.exists():
            return usual
        same = (one for one in self.clients() if same_file_key(one) == same_file_key(client))
        return self.workspace / journal_name(next(same, client))

    def clients(self) -> tuple[str, ...]:
        """Return the ids of clients with a journal, sorted; no file is opened."""
        return tuple(
            sorted(file.stem for file in (self.workspace / JOURNALS_FOLDER).glob(f"*{JOURNAL_SUFFIX}"))
        )

    def open(self, client: str) -> OpenedJournal:
        """Return the journal of one client, empty when nothing was logged. Raises FileFailedError."""
        lines = read_entries(self.path(client), name=journal_name(client))
        return OpenedJournal(
            journal=replay(client, lines.entries),
            problems=lines.problems,
        )

    def append(self, client: str, entries: NewEntries) -> AppendedJournal:
        """Append entries, created under the file's lock so that ids stay unique; raise FileFailedError."""
        written = append_entries(
            self.path(client), lambda before: entries(frozenset(entry.id for entry in before))
        )
        return AppendedJournal(
            journal=replay(client, (*written.before, *written.added)),
            added=written.added,
            torn=written.torn,
        )

    def promise(self, name: str) -> tuple[Promise, OpenedJournal]:
        """Return the promise whose id equals or starts with `name`, and its journal; each file is read once.

        Raises:
            UnknownNameError: no id matches.
            AmbiguousNameError: several ids match, and not exactly one of them is open.
            FileFailedError: no id matches, and a journal cannot be read.
        """
        opened: list[OpenedJournal] = []
        unread: FileFailedError | None = None
        for client in self.clients():
            try:
                opened.append(self.open(client))
            except FileFailedError as error:
                unread = error
        promises = [promise for one in opened for promise in one.journal.promises]
        try:
            promise = promise_named(name, promises, hint="see every id: cb promise --all")
        except UnknownNameError as unknown:
            raise unread or unknown from None
        return promise, next(one for one in opened if one.journal.client == promise.client)
