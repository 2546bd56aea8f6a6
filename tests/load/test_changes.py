"""Changes to journals, recorded for undo."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.adapters.relationship.journals import Journals
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.relationship.journal.new_entries import NewEvent, event_entries
from clientbridge.load.changes import append, check_writable, undo
from clientbridge.load.session import Folders, Session

ROOT = Path(__file__).parents[2]
CALL = NewEvent(client="acme", at=MORNING, kind=EventKind.CALL, text="Hello.")


def test_appended_entries_are_in_the_journal_and_can_be_undone(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: BE\n"))
    after = append(
        call,
        "acme",
        lambda taken: event_entries(CALL, written=MORNING, taken=taken),
        describe=lambda added: f"log {added[0].id}",
    )
    assert [event.text for event in after.journal.events] == ["Hello."]
    assert after.journal == Journals(call.workspace.folder).open("acme").journal
    undone = undo(session(call.workspace.folder, now=MORNING + timedelta(minutes=1)))
    assert undone.what == f"log {after.added[0].id}"
    assert Journals(call.workspace.folder).open("acme").journal.events == ()
    assert undo(call).what is None


def test_new_entries_see_the_taken_ids(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: BE\n"))
    seen: list[frozenset[EntryId]] = []

    def made(taken: frozenset[EntryId]) -> tuple[Entry, ...]:
        seen.append(taken)
        return event_entries(CALL, written=MORNING, taken=taken)

    for _ in range(3):
        append(call, "acme", made, describe=lambda _added: "log")
    assert [len(taken) for taken in seen] == [0, 1, 2]


def test_two_writers_never_share_an_id(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: BE\n")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(tmp_path),
        "CB_NOW": "2026-11-23T08:05Z",
    }
    words = [sys.executable, "-m", "clientbridge", "log", "acme", "The same words."]
    writers = [
        subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.DEVNULL) for _ in range(4)
    ]
    assert [writer.wait() for writer in writers] == [0] * 4
    ids = [event.id for event in Journals(folder).open("acme").journal.events]
    assert len(ids) == len(set(ids)) == 4


def test_the_sample_workspace_is_not_changed(tmp_path: Path) -> None:
    folders = Folders(current=tmp_path, data=tmp_path, cache=tmp_path, state=tmp_path, demo=True)
    with pytest.raises(UsageError, match="the sample workspace is not changed"):
        check_writable(Session(folders=folders, clock=MORNING))
