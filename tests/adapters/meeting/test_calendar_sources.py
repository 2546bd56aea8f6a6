from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from hostile_answers import CALENDAR, SLOW, STATUSES
from raw_server import answer, raw_server

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.calendar_sources import (
    CalendarFailure,
    CalendarReader,
    CalendarText,
    CalendarTexts,
    NamedCalendar,
)
from clientbridge.adapters.web.guarded_fetch import Network
from clientbridge.core.errors import ClientbridgeError, ExitCode, FileFailedError, SourceFailedError

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def reader(folder: Path, now: datetime = NOW, net: Network | None = None) -> CalendarReader:
    return CalendarReader(folder=folder, copies=JsonCache(folder / "cache"), now=now, network=net)


def named(written: str, kept_in: str = "acme") -> NamedCalendar:
    return NamedCalendar(written, kept_in)


def read(written: str, folder: Path, now: datetime = NOW) -> CalendarTexts:
    return reader(folder, now).texts(named(written))


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


def said(found: CalendarTexts | CalendarFailure) -> str:
    return found.texts[0].text if isinstance(found, CalendarTexts) else found.say


def test_each_calendar_has_its_texts_or_its_failure(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(b"a")
    wanted = [named("a.ics"), named("gone.ics"), named("ftp://example.com/x"), named("a.ics")]
    found = reader(tmp_path).texts_of_each(wanted)
    assert sorted(found) == sorted(set(wanted))
    assert said(found[wanted[0]]) == "a"
    assert isinstance(found[wanted[1]], SourceFailedError)
    assert isinstance(found[wanted[2]], FileFailedError)


def test_dead_addresses_are_waited_for_together_and_the_others_answer(tmp_path: Path) -> None:
    """One after the other, these would take 30 times as long."""
    with raw_server() as dead, raw_server() as alive:
        dead.answer = SLOW["silent"].answer
        alive.answer = answer(CALENDAR)
        dead_ones = [named(f"http://127.0.0.1:{dead.port}/{number}") for number in range(30)]
        good = [named(f"http://127.0.0.1:{alive.port}/{number}", "bolt") for number in range(3)]
        begun = monotonic()
        found = reader(tmp_path, net=Network(seconds=1)).texts_of_each([*dead_ones, *good])
        took = monotonic() - begun
    assert {said(found[one]) for one in dead_ones} == {
        "the calendar at 127.0.0.1 does not answer (timed out)"
    }
    assert {said(found[one]) for one in good} == {CALENDAR.decode()}
    assert took < 15, took


def test_one_address_of_two_parties_is_asked_once(tmp_path: Path) -> None:
    with raw_server() as server:
        server.answer = answer(CALENDAR)
        address = f"http://127.0.0.1:{server.port}/lea"
        reader(tmp_path).texts_of_each([named(address), named(address), named(f"{address}2")])
        assert sorted(line.split()[1] for line in server.requests) == ["/lea", "/lea2"]


def test_many_addresses_share_the_bytes(tmp_path: Path) -> None:
    large = CALENDAR.replace(b"END:VCALENDAR", b"X-A:" + b"a" * 5_000_000 + b"\r\nEND:VCALENDAR")
    with raw_server() as server:
        server.answer = answer(large)
        alone = named(f"http://127.0.0.1:{server.port}/alone")
        many = [named(f"http://127.0.0.1:{server.port}/{number}") for number in range(41)]
        assert len(said(reader(tmp_path).texts_of_each([alone])[alone])) == len(large)
        found = reader(tmp_path).texts_of_each(many)
    assert {said(one) for one in found.values()} == {"the calendar at 127.0.0.1 sends more than 5 MB"}
