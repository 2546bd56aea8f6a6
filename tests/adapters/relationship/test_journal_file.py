import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.relationship.journal_file import AppendedEntries, append_entries, read_entries
from clientbridge.adapters.relationship.journal_lines import WrongLineError, read_line, write_line
from clientbridge.core.errors import FileFailedError
from clientbridge.core.relationship.journal.entries import Entry, Event, Promised, PromiseMoved
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner

SOURCE = Path(__file__).parents[3] / "src"
MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001  (the strategy adds the zone)
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001  (the strategy adds the zone)
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
IDS = TEXT.map(EntryId)
DAYS = st.dates(min_value=date(1973, 1, 1), max_value=date(2199, 12, 31))
ENTRIES: st.SearchStrategy[Entry] = st.one_of(
    st.builds(
        Event,
        id=IDS,
        at=MOMENTS,
        kind=st.sampled_from(EventKind),
        text=TEXT,
        people=st.lists(TEXT).map(tuple),
        links=st.lists(TEXT).map(tuple),
        answers=st.none() | IDS,
        no_action=st.none() | TEXT,
        from_them=st.booleans(),
    ),
    st.builds(Promised, id=IDS, at=MOMENTS, owner=st.sampled_from(Owner), text=TEXT, due=st.none() | DAYS),
    st.builds(PromiseMoved, id=IDS, at=MOMENTS, promise=IDS, due=DAYS, told=st.booleans()),
)


def note(number: int | str) -> Event:
    return Event(
        id=EntryId(f"n{number}"), at=datetime(2026, 11, 2, tzinfo=UTC), kind=EventKind.NOTE, text="x"
    )


def append(file: Path, *entries: Entry) -> AppendedEntries:
    return append_entries(file, lambda _before: entries)


@given(ENTRIES)
def test_an_entry_is_one_line_and_reads_back(entry: Entry) -> None:
    line = write_line(entry)
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1 or "\n" not in line[:-1]
    assert read_line(line) == entry


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "could not merge"),
        ("<<< HEAD", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"id": "a", "at": "2026-11-02T09:00:00Z", "kind": "party", "text": "x"}', "kind 'party'"),
        ('{"id": "a", "at": "2026-11-02T09:00:00", "kind": "call", "text": "x"}', "how far it is from UTC"),
        ('{"id": "a", "at": "soon", "kind": "call", "text": "x"}', "not a date and time"),
        ('{"at": "2026-11-02T09:00:00Z", "kind": "call", "text": "x"}', "id is missing"),
        ('{"id": "a", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "we", "text": "x"}', "owner"),
        (
            '{"id": "a", "at": "2026-11-02T09:00Z", "kind": "promise_moved", "promise": "p", "due": "30/2"}',
            "not a date",
        ),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, message: str) -> None:
    with pytest.raises(WrongLineError, match=message):
        read_line(line)


def test_an_appended_entry_reads_back_from_a_private_file(tmp_path: Path) -> None:
    file = tmp_path / "journal" / "acme.jsonl"
    assert read_entries(file, name="journal/acme.jsonl").entries == ()
    append(file, note(1), note(2))
    append(file, note(3))
    assert [entry.id for entry in read_entries(file, name="j").entries] == ["n1", "n2", "n3"]
    assert file.stat().st_mode & 0o077 == 0


def test_a_torn_last_line_is_set_aside_and_loses_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    append(file, note(1))
    with file.open("ab") as writer:
        writer.write(write_line(note(2)).encode()[:20])
    assert [problem.line for problem in read_entries(file, name="acme.jsonl").problems] == [2]
    assert append(file, note(3)).torn == '{"id": "n2", "at": "'
    text = read_entries(file, name="acme.jsonl")
    assert ([entry.id for entry in text.entries], text.problems) == (["n1", "n3"], ())
    assert (tmp_path / "acme.jsonl.torn").read_bytes() == b'{"id": "n2", "at": "\n'


def test_a_whole_line_without_a_line_break_is_completed(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    file.write_text(write_line(note(1)).rstrip("\n"), encoding="utf-8")
    append(file, note(2))
    assert [entry.id for entry in read_entries(file, name="j").entries] == ["n1", "n2"]


def test_a_bad_line_in_the_middle_hides_no_other(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    file.write_bytes(
        write_line(note(1)).encode() + b"\xff\xfe\n" + b"=======\n" + write_line(note(2)).encode()
    )
    text = read_entries(file, name="journal/acme.jsonl")
    assert [entry.id for entry in text.entries] == ["n1", "n2"]
    assert [problem.place for problem in text.problems] == [
        "journal/acme.jsonl:2:1",
        "journal/acme.jsonl:3:1",
    ]


WRITER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from clientbridge.adapters.relationship.journal_file import append_entries
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
name, count = sys.argv[2], int(sys.argv[3])
for number in range(count):
    id = EntryId(f"{name}-{number}")
    at = datetime(2026, 11, 2, tzinfo=UTC)
    event = Event(id=id, at=at, kind=EventKind.NOTE, text="x" * 300)
    append_entries(Path(sys.argv[1]), lambda _: [event])
    print(id, flush=True)
"""


def writer(file: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), name, str(count)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_six_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    running = [writer(file, f"w{number}", 30) for number in range(6)]
    acknowledged = [id_ for process in running for id_ in process.communicate()[0].split()]
    text = read_entries(file, name="j")
    assert len(acknowledged) == 180
    assert sorted(entry.id for entry in text.entries) == sorted(acknowledged)
    assert text.problems == ()


def test_killed_processes_lose_no_acknowledged_event(tmp_path: Path) -> None:
    kills = int(os.environ.get("CB_KILLS", "20"))
    file = tmp_path / "acme.jsonl"
    acknowledged: list[str] = []
    for number in range(kills):
        process = writer(file, f"k{number}", 10_000)
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(0.0007 * (number % 23))
        process.send_signal(signal.SIGKILL)
        acknowledged += process.communicate()[0].split("\n")[:-1]
    append(file, note("last"))
    text = read_entries(file, name="j")
    assert text.problems == ()
    assert file.read_bytes().endswith(b"\n")
    assert set(acknowledged) - {""} <= {entry.id for entry in text.entries}
    for line in file.read_text(encoding="utf-8").splitlines():
        json.loads(line)


def test_a_full_disk_gives_a_clear_error_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    append(file, note(1))
    before = file.read_bytes()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 50}, resource.RLIM_INFINITY));"
            + WRITER,
            str(file),
            "w",
            "1",
        ],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "FileFailedError: acme.jsonl cannot be written" in done.stderr
    assert done.stdout == ""
    assert file.read_bytes() == before


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("", encoding="utf-8")
    with pytest.raises(FileFailedError, match="cannot be written"):
        append(tmp_path / "journal" / "acme.jsonl", note(1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"x" * 100_000_000, "is larger than 16 MB"),
        (write_line(note(1)).encode() * 2 + b"x" * 50_000_000, "is larger than 16 MB"),
        (b"x\n" * 50_000, "has more than 40,000 lines"),
    ],
)
def test_a_journal_too_large_to_be_read_is_told_and_left_alone(
    tmp_path: Path, text: bytes, told: str
) -> None:
    file = tmp_path / "acme.jsonl"
    file.write_bytes(text)
    with pytest.raises(FileFailedError, match=told):
        read_entries(file, name="acme.jsonl")
    with pytest.raises(FileFailedError, match=told):
        append(file, note(2))
    assert file.stat().st_size == len(text)
    assert [path.name for path in tmp_path.iterdir()] == ["acme.jsonl"]


def test_a_line_of_megabytes_hides_no_other_and_is_set_aside_when_it_is_unfinished(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    append(file, note(1))
    with file.open("ab") as writer:
        writer.write(b"x" * 10_000_000)
    text = read_entries(file, name="j")
    assert [entry.id for entry in text.entries] == ["n1"]
    assert [problem.say for problem in text.problems] == ["this line is longer than 1 MB"]
    torn = append(file, note(2)).torn
    assert torn is not None
    assert len(torn) == 10_000_000
    assert [entry.id for entry in read_entries(file, name="j").entries] == ["n1", "n2"]


def test_what_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "acme.jsonl"
    append(file, note(1))
    long = Event(id=EntryId("l"), at=datetime(2026, 11, 2, tzinfo=UTC), kind=EventKind.NOTE, text="x" * 10**6)
    with pytest.raises(FileFailedError, match="that is too much text for a journal"):
        append(file, long)
    assert [entry.id for entry in read_entries(file, name="j").entries] == ["n1"]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("make", [pipe, device, circle, Path.mkdir])
def test_what_is_no_file_is_told_at_once(tmp_path: Path, make: Callable[[Path], None]) -> None:
    file = tmp_path / "acme.jsonl"
    make(file)
    with pytest.raises(FileFailedError, match="cannot be read"):
        read_entries(file, name="acme.jsonl")
    with pytest.raises(FileFailedError, match=r"cannot be written|is no file with lines") as refused:
        append(file, note(1))
    assert refused.value.hint == "nothing was changed"


def test_dates_keep_their_form() -> None:
    moved = PromiseMoved(
        id=EntryId("m"),
        at=datetime(2026, 11, 2, tzinfo=UTC),
        promise=EntryId("p"),
        due=date(2026, 12, 4),
        told=False,
    )
    assert write_line(moved) == (
        '{"id": "m", "at": "2026-11-02T00:00:00Z", "kind": "promise_moved", '
        '"promise": "p", "due": "2026-12-04"}\n'
    )
