from datetime import UTC, datetime
from pathlib import Path

import pytest
from hostile_answers import CALENDAR, STATUSES
from raw_server import answer, raw_server

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.calendar_sources import (
    CalendarText,
    CalendarTexts,
    calendar_texts,
)
from clientbridge.core.errors import ClientbridgeError, ExitCode

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def read(written: str, folder: Path, now: datetime = NOW) -> CalendarTexts:
    return calendar_texts(written, folder, copies=JsonCache(folder / "cache"), now=now)


def failed(written: str, folder: Path) -> ClientbridgeError:
    with pytest.raises(ClientbridgeError) as error:
        read(written, folder)
    assert "s3cr3t" not in f"{error.value.say} {error.value.hint}"
    return error.value


def test_a_file_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "cal" / "empty.ics").mkdir(parents=True)
    (tmp_path / "cal" / "a.ics").write_bytes(b"a")
    a = CalendarText(name="cal/a.ics", text="a")
    assert read("cal/a.ics", tmp_path) == CalendarTexts(texts=(a,))
    folder = read("cal", tmp_path)
    assert folder.texts == (a,)
    assert [problem.file for problem in folder.unread] == ["cal/empty.ics"]
    assert failed("gone.ics", tmp_path).exit_code == ExitCode.SOURCE_FAILED


def test_an_address_and_its_copy(tmp_path: Path) -> None:
    with raw_server() as server:
        address = f"http://lea:s3cr3t@127.0.0.1:{server.port}/s3cr3t.ics"
        server.answer = answer(CALENDAR)
        (text,) = read(address, tmp_path).texts
        assert text == CalendarText(name="http://127.0.0.1", text=CALENDAR.decode())
        server.answer = STATUSES["503"].answer
        later = read(address, tmp_path, datetime(2026, 11, 28, tzinfo=UTC))
        assert (later.fetched, later.failure) == (NOW, "127.0.0.1 is out of order (503)")
        server.answer = STATUSES["404"].answer
        gone = failed(address, tmp_path)
    assert gone.exit_code == ExitCode.SOURCE_FAILED
    assert gone.say == "the calendar at 127.0.0.1 has nothing at this address (404)"
    assert gone.hint == "copy the address anew from the program that keeps it"


@pytest.mark.parametrize(
    "written",
    [
        "http://example.com/s3cr3t",
        "ftp://example.com/s3cr3t",
        "file:///etc/s3cr3t",
        "https://[s3cr3t/lea.ics",
    ],
)
def test_an_address_that_is_wrong_as_written_is_a_mistake_in_the_profile(
    written: str, tmp_path: Path
) -> None:
    assert failed(written, tmp_path).exit_code == ExitCode.WRONG_FILE
