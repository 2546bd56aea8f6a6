"""The journals of a workspace: one file per client under ``journal/``."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from clientbridge.adapters.relationship.journal_file import append_entries, read_entries
from clientbridge.core.errors import Problem
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId
from clientbridge.core.relationship.journal.replay import Journal, Promise, promise_named, read_journal
from clientbridge.core.values import dataclass

_SUFFIX = ".jsonl"

NewEntries: TypeAlias = Callable[[frozenset[EntryId]], Sequence[Entry]]
"""The entries to add, from the ids that are taken in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedJournal:
    """A client's journal with the lines that could not be read."""

    journal: Journal
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendedJournal:
    """A client's journal as it stands with new entries."""

    journal: Journal
    added: tuple[Entry, ...]
    torn: str | None
    """An unfinished last line that was set aside; None when there was none."""


@dataclass(frozen=True, slots=True)
class Journals:
    """Reads and adds; nothing that was written is ever changed."""

    workspace: Path

    def path(self, client: str) -> Path:
        """Where a client's journal is kept, whether or not there is one yet."""
        return self.workspace / "journal" / f"{client}{_SUFFIX}"

    def clients(self) -> tuple[str, ...]:
        """Ids of the clients with a journal, from the file names alone."""
        return tuple(sorted(file.stem for file in (self.workspace / "journal").glob(f"*{_SUFFIX}")))

    def open(self, client: str) -> OpenedJournal:
        """The journal of one client, empty when nothing was logged. Raises FileFailedError."""
        found = read_entries(self.path(client), name=f"journal/{client}{_SUFFIX}")
        return OpenedJournal(
            journal=read_journal(client, found.entries),
            problems=found.problems,
        )

    def append(self, client: str, entries: NewEntries) -> AppendedJournal:
        """Add entries, made while no other writer can take their ids; raises FileFailedError."""
        written = append_entries(
            self.path(client), lambda before: entries(frozenset(entry.id for entry in before))
        )
        return AppendedJournal(
            journal=read_journal(client, (*written.before, *written.added)),
            added=written.added,
            torn=written.torn,
        )

    def promise(self, name: str) -> tuple[Promise, OpenedJournal]:
        """The promise with that id or beginning of one, and the journal that it stands in; each is read once.

        Raises:
            UnknownNameError: there is none.
            AmbiguousNameError: several begin like this and none is open alone.
        """
        opened = [self.open(client) for client in self.clients()]
        promises = [promise for one in opened for promise in one.journal.promises]
        promise = promise_named(name, promises, hint="cb promise --all shows every id")
        return promise, next(one for one in opened if one.journal.client == promise.client)
