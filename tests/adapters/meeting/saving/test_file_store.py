"""Appointments written into a file or a folder of yours, changed there and taken out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from caldav_server import event
from turns import waits_for

from clientbridge.adapters.meeting.saving.entries import CalendarEntry, with_entry, without_entry
from clientbridge.adapters.meeting.saving.file_store import FileStore, FolderStore, entry_name
from clientbridge.core.errors import FileFailedError

FIRST = CalendarEntry("a@x", event("a@x", "DTSTART:20261201T100000Z"))
MOVED = CalendarEntry("a@x", event("a@x", "DTSTART:20261202T100000Z"))
OTHER = event("other", "DTSTART:20261201T100000Z", "SUMMARY:Zahnärztin").encode()
BOTH = with_entry(OTHER.decode(), MOVED)


def test_a_file_is_made_added_to_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "calendars" / "lea.ics"
    store = FileStore(path=path, shown="calendars/lea.ics")
    assert store.remove("a@x") is None
    assert store.put(FIRST) == "calendars/lea.ics"
    assert path.read_bytes() == FIRST.text.encode()
    path.write_bytes(OTHER)
    path.chmod(0o640)
    store.put(FIRST)
    store.put(MOVED)
    text = path.read_bytes().decode()
    assert (text.count("UID:a@x"), "20261202T100000Z" in text, text.count("20261201T100000Z")) == (1, True, 1)
    assert path.stat().st_mode & 0o777 == 0o640
    assert store.remove("a@x") == "calendars/lea.ics"
    assert path.read_bytes() == OTHER
    assert store.remove("a@x") is None


@pytest.mark.parametrize(
    ("act", "after"),
    [
        (lambda store: store.put(FIRST), with_entry(BOTH, FIRST)),
        (lambda store: store.remove("a@x"), without_entry(BOTH, "a@x")),
    ],
    ids=["put", "removed"],
)
def test_who_writes_into_a_file_waits_for_the_one_before(
    act: Callable[[FileStore], object], after: str, tmp_path: Path
) -> None:
    path = tmp_path / "lea.ics"
    path.write_bytes(MOVED.text.encode())
    store = FileStore(path=path, shown="lea.ics")
    waits_for(tmp_path, lambda: act(store), meanwhile=lambda: path.write_bytes(BOTH.encode()))
    assert path.read_bytes().decode() == after
    assert "UID:other" in after


@pytest.mark.parametrize(
    ("content", "say"),
    [
        (b"", "lea.ics takes no appointment: it does not end as a calendar does"),
        (b"just notes\n", "lea.ics takes no appointment: it does not end as a calendar does"),
        (OTHER.decode().encode("utf-16"), "lea.ics is not written in UTF-8, so nothing is added to it"),
    ],
)
def test_a_file_that_is_no_calendar_stays_as_it_is(content: bytes, say: str, tmp_path: Path) -> None:
    path = tmp_path / "lea.ics"
    path.write_bytes(content)
    with pytest.raises(FileFailedError) as failed:
        FileStore(path=path, shown="lea.ics").put(FIRST)
    assert failed.value.say == say
    assert path.read_bytes() == content


def test_a_folder_has_a_file_for_each(tmp_path: Path) -> None:
    store = FolderStore(path=tmp_path / "lea", shown="lea")
    assert store.remove("a@x") is None
    assert store.put(FIRST) == "lea/a@x.ics"
    assert store.put(MOVED) == "lea/a@x.ics"
    (file,) = (tmp_path / "lea").iterdir()
    assert file.read_bytes() == MOVED.text.encode()
    assert store.remove("a@x") == "lea/a@x.ics"
    assert list((tmp_path / "lea").iterdir()) == []


@pytest.mark.parametrize(
    "uid", ["../../etc/passwd", "a/b", ".hidden", "x" * 200, "naïve", "a b", "", "con\0"]
)
def test_an_odd_uid_names_no_odd_file(uid: str) -> None:
    name = entry_name(uid)
    assert name.removesuffix(".ics").isalnum()
    assert len(name) == 36
    assert entry_name("a@x") == "a@x.ics"
