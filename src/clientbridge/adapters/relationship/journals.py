"""The journals of a workspace: one file per client under ``journal/``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from clientbridge.adapters.relationship.journal_file import append_entries, read_entries
from clientbridge.core.errors import Problem
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId
from clientbridge.core.relationship.journal.replay import Journal, Promise, promise_named, read_journal
from clientbridge.core.values import dataclass

_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedJournal:
    """A client's journal with the lines that could not be read."""

    journal: Journal
    ids: frozenset[EntryId]
    """Of every entry, also of those taken back."""
    problems: tuple[Problem, ...] = ()


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
            ids=frozenset(entry.id for entry in found.entries),
            problems=found.problems,
        )

    def append(self, client: str, entries: Sequence[Entry]) -> str | None:
        """Add entries for one client; gives what was set aside of a torn line. Raises FileFailedError."""
        return append_entries(self.path(client), entries)

    def promise(self, name: str, *, clients: Sequence[str] = ()) -> Promise:
        """The promise with that id or beginning of one, in these clients' journals or in all.

        Raises:
            UnknownNameError: there is none.
            AmbiguousNameError: several begin like this and none is open alone.
        """
        known = [promise for journal in self._journals(clients) for promise in journal.promises]
        return promise_named(name, known)

    def _journals(self, clients: Sequence[str]) -> Iterator[Journal]:
        return (self.open(client).journal for client in clients or self.clients())
