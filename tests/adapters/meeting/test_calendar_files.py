"""Which files are a calendar, and which are refused at once."""

import os
import socket
import sys
from pathlib import Path
from time import monotonic

import pytest

from clientbridge.adapters.meeting.calendar_files import (
    MOST_BYTES,
    CalendarFiles,
    missing_calendar,
    names_of_file,
    read_calendar_files,
)
from clientbridge.core.errors import SourceFailedError

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
closed_to_nobody = sys.platform == "win32" or os.geteuid() == 0
WHOLE_PATH = "if you mean it, write the whole path in 'calendar:'"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "other.ics").write_text("other", encoding="utf-8")
    return tmp_path / "mine"


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def names(read: CalendarFiles) -> list[str]:
    return [name for name, _ in read.texts]


def unread(read: CalendarFiles) -> dict[str, str]:
    assert all((problem.line, problem.column) == (1, 1) for problem in read.unread)
    return {problem.file: problem.say for problem in read.unread}


def refused(written: str, workspace: Path) -> SourceFailedError:
    started = monotonic()
    with pytest.raises(SourceFailedError) as error:
        read_calendar_files(written, workspace)
    assert monotonic() - started < 5
    assert error.value.hint
    return error.value


def test_a_file_is_read_whatever_its_name(workspace: Path) -> None:
    write(workspace, "lea.ics", "busy", ".hidden.ics")
    for written in ("lea.ics", "busy", ".hidden.ics", "./lea.ics"):
        assert read_calendar_files(written, workspace).texts == ((written, Path(written).name),)
    whole = str(workspace / "lea.ics")
    assert read_calendar_files(whole, Path("elsewhere")).texts == ((whole, "lea.ics"),)
    assert names(read_calendar_files("../outside/other.ics", workspace)) == ["../outside/other.ics"]


def test_calendars_in_a_folder_and_below_are_read_in_order(workspace: Path) -> None:
    wanted = ["a.ics", "B.ICS", "c.Ics", "d.ical", "e.icalendar", "f.ifb", "sub/g.ics", "sub/sub.ics/h.ICS"]
    write(workspace / "cal", *wanted, "note.txt", "ics", "x.ics.bak", "x.ics~", "x.icss")
    for written in ("cal", "cal/", str(workspace / "cal")):
        read = read_calendar_files(written, workspace)
        assert sorted(names(read)) == sorted(f"{written.rstrip('/')}/{name}" for name in wanted)
        assert read.unread == ()
        assert names(read) == names(read_calendar_files(written, workspace))


def test_what_is_hidden_is_no_calendar(workspace: Path) -> None:
    write(
        workspace / "cal",
        "a.ics",
        ".a.ics",
        ".Radicale.cache/item.ics",
        ".stversions/old.ics",
        "s/.git/x.ics",
    )
    assert names(read_calendar_files("cal", workspace)) == ["cal/a.ics"]
    write(workspace / ".calendars", "a.ics")
    assert names(read_calendar_files(".calendars", workspace)) == [".calendars/a.ics"]


@pytest.mark.parametrize("content", [[], ["note.txt"], [".a.ics"], ["deep/note.txt"]])
def test_a_folder_without_a_calendar_is_told(content: list[str], workspace: Path) -> None:
    (workspace / "cal").mkdir()
    write(workspace / "cal", *content)
    assert refused("cal", workspace).say == "the calendar folder cal holds no calendar (.ics)"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gone.ics", "the calendar gone.ics cannot be read: No such file or directory"),
        ("a\0b.ics", "the calendar a\0b.ics cannot be read: embedded null byte"),
        ("~nobody-of-that-name/a.ics", "Could not determine home directory"),
        ("x" * 300 + ".ics", "File name too long"),
        (
            "cal.example/k3y/lea.ics",
            "the calendar cal.example/… (an address begins with https://) cannot be read",
        ),
        ("./calendars/lea.ics", "the calendar ./calendars/lea.ics cannot be read"),
    ],
)
def test_a_path_that_leads_nowhere_is_told(written: str, said: str, workspace: Path) -> None:
    error = refused(written, workspace)
    assert said in error.say
    assert "k3y" not in error.say


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ("here.ics", None),
        (".", None),
        ("~", None),
        ("https://cal.example/k3y", None),
        ("file:///k3y", None),
        ("gone.ics", "gone.ics"),
        ("~nobody-of-that-name/a.ics", "~nobody-of-that-name/a.ics"),
        ("a\0b", "a\0b"),
        ("cal.example/k3y/a.ics", "cal.example/… (an address begins with https://)"),
    ],
)
def test_what_is_missing_is_named(written: str, missing: str | None, workspace: Path) -> None:
    write(workspace, "here.ics")
    assert missing_calendar(written, workspace) == missing


@pytest.mark.parametrize(
    ("name", "is_it"),
    [
        ("cal/holds.ics", True),
        ("./cal/holds.ics", True),
        ("cal/../cal/holds.ics", True),
        ("{workspace}/cal/holds.ics", True),
        ("linked/holds.ics", True),
        ("cal/linked.ics", True),
        ("cal/other.ics", False),
        ("holds.ics", False),
        ("a\0b", False),
        ("~nobody-of-that-name/holds.ics", False),
    ],
)
def test_a_file_is_known_however_it_is_written(name: str, *, is_it: bool, workspace: Path) -> None:
    write(workspace, "cal/holds.ics", "cal/other.ics")
    (workspace / "linked").symlink_to(workspace / "cal", target_is_directory=True)
    (workspace / "cal" / "linked.ics").symlink_to(workspace / "cal" / "holds.ics")
    written = name.format(workspace=workspace)
    for file in ("cal/holds.ics", "linked/holds.ics"):
        same = names_of_file(file, ["cal/other.ics", written], workspace)
        assert same == (frozenset({written}) if is_it else frozenset())
    assert not names_of_file("gone.ics", [written, "gone.ics"], workspace)


@on_unix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/stdin", "/dev"])
def test_a_device_is_refused_at_once(device: str, workspace: Path) -> None:
    if not Path(device).exists():
        pytest.skip("there is no such device")
    assert device in refused(device, workspace).say


@on_unix
def test_pipes_and_sockets_are_refused_at_once(workspace: Path) -> None:
    os.mkfifo(workspace / "pipe.ics")
    (workspace / "link.ics").symlink_to("pipe.ics")
    for name in ("pipe.ics", "link.ics"):
        assert refused(name, workspace).say.endswith("cannot be read: it is a pipe, not a file")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(workspace / "s.ics"))
        assert refused("s.ics", workspace).say.startswith("the calendar s.ics cannot be read")


@on_unix
def test_what_cannot_be_read_in_a_folder_is_told_and_the_others_count(workspace: Path) -> None:
    folder = workspace / "cal"
    write(folder, "good.ics", "z.ics")
    os.mkfifo(folder / "pipe.ics")
    (folder / "broken.ics").symlink_to("gone.ics")
    (folder / "circle.ics").symlink_to("circle.ics")
    (folder / "utf16.ics").write_bytes(b"\xff\xfeB\x00E")
    (folder / "device.ics").symlink_to("/dev/zero")
    (folder / "empty.ics").mkdir()
    read = read_calendar_files("cal", workspace)
    assert names(read) == ["cal/good.ics", "cal/z.ics"]
    told = unread(read)
    assert told["cal/pipe.ics"] == "it cannot be read: it is a pipe, not a file"
    assert told["cal/broken.ics"] == "it cannot be read: No such file or directory"
    assert "symbolic links" in told["cal/circle.ics"]
    assert told["cal/utf16.ics"] == "it is broken: its text is not in the encoding that it names"
    assert told["cal/device.ics"] == "it is a link that leads out of the workspace"
    assert told["cal/empty.ics"] == "it is a folder without any calendar"
    assert len(told) == 6


@on_unix
def test_a_folder_of_which_nothing_can_be_read_is_told(workspace: Path) -> None:
    (workspace / "cal").mkdir()
    os.mkfifo(workspace / "cal" / "pipe.ics")
    assert refused("cal", workspace).say == (
        "the calendar folder cal holds no calendar that can be read, of cal/pipe.ics:"
        " it cannot be read: it is a pipe, not a file"
    )


@pytest.mark.skipif(closed_to_nobody, reason="nothing is closed to root")
def test_what_is_closed_is_told(workspace: Path) -> None:
    folder = workspace / "cal"
    write(folder, "good.ics", "closed.ics", "sub/x.ics")
    (folder / "closed.ics").chmod(0)
    (folder / "sub").chmod(0)
    told = unread(read_calendar_files("cal", workspace))
    (folder / "sub").chmod(0o700)
    assert told == {
        "cal/closed.ics": "it cannot be read: Permission denied",
        "cal/sub": "it cannot be opened: Permission denied",
    }


@on_unix
def test_a_link_may_not_lead_out_of_the_workspace(workspace: Path, tmp_path: Path) -> None:
    """Who shares a workspace could name any file of the reader's."""
    (workspace / "link.ics").symlink_to(tmp_path / "outside" / "other.ics")
    (workspace / "links").symlink_to(tmp_path / "outside")
    for written in ("link.ics", "links", "links/other.ics"):
        error = refused(written, workspace)
        assert error.say == f"the calendar {written} is a link that leads out of the workspace"
        assert error.hint == WHOLE_PATH
    write(workspace / "cal", "a.ics")
    (workspace / "cal" / "file.ics").symlink_to(tmp_path / "outside" / "other.ics")
    (workspace / "cal" / "folder").symlink_to(tmp_path / "outside")
    (workspace / "cal" / "note.txt").symlink_to("/etc/hostname")
    read = read_calendar_files("cal", workspace)
    assert names(read) == ["cal/a.ics"]
    assert unread(read) == dict.fromkeys(
        ("cal/file.ics", "cal/folder"), "it is a link that leads out of the workspace"
    )


@on_unix
def test_a_link_inside_leads_where_it_says(workspace: Path, tmp_path: Path) -> None:
    write(workspace, "cal/a.ics", "more/b.ics")
    (workspace / "link.ics").symlink_to("more/b.ics")
    (workspace / "cal" / "b.ics").symlink_to("../more/b.ics")
    (workspace / "cal" / "more").symlink_to("../more")
    (workspace / "cal" / "circle").symlink_to("../cal")
    assert read_calendar_files("link.ics", workspace).texts == (("link.ics", "more/b.ics"),)
    read = read_calendar_files("cal", workspace)
    assert (names(read), read.unread) == (["cal/a.ics", "cal/b.ics", "cal/more/b.ics"], ())
    (tmp_path / "linked").symlink_to(workspace)
    assert names(read_calendar_files("cal/a.ics", tmp_path / "linked")) == ["cal/a.ics"]


@on_unix
def test_links_stay_inside_a_folder_that_is_named_by_its_whole_path(workspace: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, "sub/a.ics")
    (outside / "again").symlink_to("sub")
    (outside / "away.ics").symlink_to("/etc/hostname")
    read = read_calendar_files(str(outside), workspace)
    assert sorted(names(read)) == [f"{outside}/{name}" for name in ("other.ics", "again/a.ics")[::-1]]
    assert list(unread(read)) == [f"{outside}/away.ics"]


@on_unix
def test_a_name_that_is_no_text_is_shown(workspace: Path) -> None:
    (workspace / "cal").mkdir()
    name = os.fsencode(workspace / "cal") + b"/\xff.ics"
    Path(os.fsdecode(name)).write_text("x", encoding="utf-8")
    assert names(read_calendar_files("cal", workspace)) == ["cal/\ufffd.ics"]


@pytest.mark.parametrize("written", ["//server/share/a.ics", "\\\\server\\share\\a.ics"])
def test_a_path_of_the_network_is_refused(written: str, workspace: Path) -> None:
    assert refused(written, workspace).say == f"the calendar {written} lies in the network"


def test_the_bytes_of_all_files_are_bounded(workspace: Path) -> None:
    folder = workspace / "cal"
    write(folder, "c.ics")
    for name in ("a.ics", "b.ics"):
        with (folder / name).open("wb") as stream:
            stream.truncate(MOST_BYTES * 2 // 3)
    read = read_calendar_files("cal", workspace)
    assert names(read) == ["cal/a.ics", "cal/c.ics"]
    assert "the most that is read" in unread(read)["cal/b.ics"]
    with (workspace / "big.ics").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert "is larger than 50 MB, the most that is read" in refused("big.ics", workspace).say


def test_a_folder_of_everything_is_not_searched(workspace: Path) -> None:
    write(workspace / "cal", *(f"{number}.ics" for number in range(21)))
    with pytest.raises(
        SourceFailedError, match=r"^the calendar folder cal holds more than 20 files and folders$"
    ):
        read_calendar_files("cal", workspace, most_entries=20)
    assert len(read_calendar_files("cal", workspace, most_entries=21).texts) == 21


def test_many_files_are_read_at_once(workspace: Path) -> None:
    write(workspace / "cal", *(f"{number}.ics" for number in range(2_000)))
    started = monotonic()
    assert len(read_calendar_files("cal", workspace).texts) == 2_000
    assert monotonic() - started < 2
