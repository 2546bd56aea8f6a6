import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from turns import waits_for

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.relationship.journals import Journals
from clientbridge.adapters.workspace.undo_log import MOST_CHANGES, FileChange, UndoLog
from clientbridge.core.errors import AmbiguousNameError, FileFailedError, UnknownNameError
from clientbridge.core.relationship.journal.entries import Entry, Event, Promised
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def changes(tmp_path: Path) -> UndoLog:
    (tmp_path / "ws").mkdir(exist_ok=True)
    return UndoLog(tmp_path / "ws", tmp_path / "state")


def test_a_journal_entry_is_taken_back_by_another(tmp_path: Path) -> None:
    made = changes(tmp_path)
    journals = Journals(made.workspace)
    event = Event(id=EntryId("a"), at=NOW, kind=EventKind.NOTE, text="x")
    journals.append("acme", lambda _: [event])
    made.note("log acme", NOW, entries={"acme": [EntryId("a")]})
    assert [event.id for event in journals.open("acme").journal.events] == ["a"]
    undone = made.undo(NOW + timedelta(hours=1))
    assert undone is not None
    assert undone.what == "log acme"
    assert journals.open("acme").journal.events == ()
    assert made.undo(NOW) is None


def test_files_come_back_and_new_ones_go(tmp_path: Path) -> None:
    made = changes(tmp_path)
    old, new = made.workspace / "old.yaml", made.workspace / "new.yaml"
    old.write_text("name: B # mine\n", encoding="utf-8")
    new.write_text("name: C\n", encoding="utf-8")
    files = {
        "old.yaml": FileChange(before=b"name: A\n", after=b"name: B # mine\n"),
        "new.yaml": FileChange(before=None, after=b"name: C\n"),
    }
    made.note("client edit", NOW, files=files)
    made.undo(NOW)
    assert old.read_text(encoding="utf-8") == "name: A\n"
    assert not new.exists()


def test_a_file_changed_by_hand_since_is_left_alone(tmp_path: Path) -> None:
    made = changes(tmp_path)
    file = made.workspace / "acme.yaml"
    file.write_text("name: B\n", encoding="utf-8")
    change = FileChange(before=b"name: A\n", after=b"name: B\n")
    made.note("client edit acme", NOW, files={"acme.yaml": change})
    file.write_text("name: by hand\n", encoding="utf-8")
    with pytest.raises(FileFailedError, match="changed after: client edit acme"):
        made.undo(NOW)
    assert file.read_text(encoding="utf-8") == "name: by hand\n"


def test_only_the_newest_changes_are_kept_and_a_damaged_list_is_empty(tmp_path: Path) -> None:
    made = changes(tmp_path)
    for number in range(MOST_CHANGES + 5):
        made.note(f"change {number}", NOW)
    (file,) = (tmp_path / "state" / "changes").glob("*.json")
    assert file.stat().st_mode & 0o077 == 0
    undone = made.undo(NOW)
    assert undone is not None
    assert undone.what == f"change {MOST_CHANGES + 4}"
    file.write_text("{", encoding="utf-8")
    assert made.undo(NOW) is None


def append(journals: Journals, client: str, entry: Entry) -> None:
    journals.append(client, lambda _: [entry])


def test_a_promise_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    journals = Journals(tmp_path)
    for name in ("kea", "kob", "mip"):
        promised = Promised(id=EntryId(f"{name}2w9"), at=NOW, owner=Owner.ME, text=name)
        append(journals, "acme" if name == "kea" else "bolt", promised)
    assert journals.promise("m")[0].text == "mip"
    assert journals.promise("KEA2W9")[0].text == "kea"
    with pytest.raises(AmbiguousNameError):
        journals.promise("k")
    with pytest.raises(UnknownNameError):
        journals.promise("zz")
    assert journals.clients() == ("acme", "bolt")


def test_ids_are_the_same_on_two_machines_and_longer_when_taken() -> None:
    first = entry_id("acme", NOW, "call", "hello", taken=())
    assert first == entry_id("acme", NOW, "call", "hello", taken=())
    assert len(first) == 6
    longer = entry_id("acme", NOW, "call", "hello", taken={first})
    assert longer.startswith(first)
    assert longer != first
    assert entry_id("bolt", NOW, "call", "hello", taken=()) != first


def test_a_change_made_while_another_is_undone_is_kept(tmp_path: Path) -> None:
    made = changes(tmp_path)
    names = [f"change {number}" for number in range(MOST_CHANGES)]
    undone: list[str] = []

    def note_all() -> None:
        for name in names:
            UndoLog(made.workspace, made.state_folder).note(name, NOW)

    writer = Thread(target=note_all)
    writer.start()
    while writer.is_alive():
        undone += [change.what for change in (made.undo(NOW),) if change is not None]
    while (change := made.undo(NOW)) is not None:
        undone.append(change.what)
    assert sorted(undone) == sorted(names)


def test_an_undo_waits_for_whoever_is_changing_the_file(tmp_path: Path) -> None:
    made = changes(tmp_path)
    file = made.workspace / "acme.yaml"
    file.write_text("name: B\n", encoding="utf-8")
    made.note("edit", NOW, files={"acme.yaml": FileChange(before=b"name: A\n", after=b"name: B\n")})
    told: list[str] = []

    def undo() -> None:
        try:
            made.undo(NOW)
        except FileFailedError as error:
            told.append(error.say)

    undoing = Thread(target=undo)
    with locked_folder(made.workspace):
        undoing.start()
        undoing.join(0.3)
        assert undoing.is_alive()
        file.write_text("name: C\n", encoding="utf-8")
    undoing.join()
    assert told == ["acme.yaml was changed after: edit"]
    assert file.read_text(encoding="utf-8") == "name: C\n"


def test_an_undo_lets_him_go_on_who_holds_the_folder_and_records_what_he_does(tmp_path: Path) -> None:
    made = changes(tmp_path)
    files = {"acme.yaml": FileChange(before=b"name: A\n", after=b"name: B\n")}
    made.note("edit", NOW, files=files)
    (made.workspace / "acme.yaml").write_text("name: B\n", encoding="utf-8")

    def record() -> None:
        recording = Thread(target=made.note, args=("another", NOW))
        recording.start()
        recording.join(5)
        assert not recording.is_alive(), "each waits for the other"

    undone = waits_for(made.workspace, lambda: made.undo(NOW), meanwhile=record)
    assert undone is not None
    assert undone.what == "another", "it is the last by then"
    assert (made.workspace / "acme.yaml").read_text(encoding="utf-8") == "name: B\n"
    assert made.undo(NOW) is not None
    assert (made.workspace / "acme.yaml").read_text(encoding="utf-8") == "name: A\n"


@pytest.mark.parametrize(
    ("begins", "undone"),
    [(b"name: B\n", True), (b"name: X\n", False)],
    ids=["goes on from it", "of something else"],
)
def test_what_follows_a_change_is_undone_with_it(tmp_path: Path, begins: bytes, *, undone: bool) -> None:
    made = changes(tmp_path)
    file = made.workspace / "acme.yaml"
    made.note("edit", NOW, files={"acme.yaml": FileChange(before=b"name: A\n", after=b"name: B\n")})
    made.note("another", NOW, files={"bolt.yaml": FileChange(before=None, after=None)})
    made.follow("none.yaml", FileChange(before=b"name: B\n", after=b"name: C\n"))
    made.follow("acme.yaml", FileChange(before=begins, after=b"name: C\n"))
    file.write_bytes(b"name: C\n")
    assert made.undo(NOW) is not None
    if undone:
        made.undo(NOW)
    else:
        with pytest.raises(FileFailedError, match="was changed after: edit"):
            made.undo(NOW)
    assert file.read_bytes() == (b"name: A\n" if undone else b"name: C\n")


def test_an_undo_that_was_killed_halfway_can_be_repeated(tmp_path: Path) -> None:
    made = changes(tmp_path)
    (made.workspace / "old.yaml").write_text("name: A\n", encoding="utf-8")  # put back already
    (made.workspace / "other.yaml").write_text("name: C\n", encoding="utf-8")
    files = {
        "old.yaml": FileChange(before=b"name: A\n", after=b"name: B\n"),
        "new.yaml": FileChange(before=None, after=b"x"),  # removed already
        "other.yaml": FileChange(before=b"name: D\n", after=b"name: C\n"),
    }
    made.note("edit", NOW, files=files)
    assert made.undo(NOW) is not None
    assert {path.name: path.read_text(encoding="utf-8") for path in made.workspace.iterdir()} == {
        "old.yaml": "name: A\n",
        "other.yaml": "name: D\n",
    }


def test_the_list_of_changes_stays_small(tmp_path: Path) -> None:
    made = changes(tmp_path)
    large = b"x" * 900_000
    for number in range(10):
        made.note(f"edit {number}", NOW, files={"a.yaml": FileChange(before=large, after=b"y")})
    (file,) = (tmp_path / "state" / "changes").glob("*.json")
    assert file.stat().st_size < 5_000_000
    huge = FileChange(before=b"x" * 5_000_000, after=b"y")
    made.note("edit of a large file", NOW, files={"a.yaml": huge})
    (made.workspace / "a.yaml").write_bytes(b"y")
    undone = made.undo(NOW)
    assert undone is not None
    assert undone.what == "edit of a large file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_place_of_the_list_is_told_and_never_waited_for(tmp_path: Path) -> None:
    made = changes(tmp_path)
    made.note("edit", NOW)
    (file,) = (tmp_path / "state" / "changes").glob("*.json")
    file.unlink()
    os.mkfifo(file)
    told = "the list of changes cannot be read: it is a pipe"
    with pytest.raises(FileFailedError, match=told):
        made.note("edit", NOW)
    with pytest.raises(FileFailedError, match=told):
        made.undo(NOW)
