"""Appointments written into a real CalDAV collection, changed there and taken out; all else there is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from caldav_server import MAKE_CALENDAR, PASSWORD, USER, WORK, CalDavHost, event, radicale
from fetching import https_server, network
from raw_server import NAMES, RawServer, answer, serving

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.caldav.reading import read_collection
from clientbridge.adapters.meeting.saving.collection_store import CollectionStore
from clientbridge.adapters.meeting.saving.entries import CalendarEntry
from clientbridge.adapters.web.exchange import Deadline, HttpRequest
from clientbridge.adapters.web.guarded_fetch import ask
from clientbridge.adapters.web.web_address import WebAddress, parse_address
from clientbridge.core.errors import SourceFailedError

NOW = datetime(2026, 11, 27, tzinfo=UTC)
FIRST = CalendarEntry("a@x", event("a@x", "DTSTART:20261201T100000Z"))
MOVED = CalendarEntry("a@x", event("a@x", "DTSTART:20261202T100000Z", "SEQUENCE:1"))


@pytest.fixture
def host(tmp_path: Path) -> Iterator[CalDavHost]:
    with radicale(tmp_path, tls=serving(*NAMES)) as one:
        make = HttpRequest(method="MKCALENDAR", headers={}, body=MAKE_CALENDAR.encode())
        assert ask(address(one.port), make, deadline=Deadline.after(10), network=network()).status == 201
        yield one


def address(port: int, path: str = WORK, password: str = PASSWORD) -> WebAddress:
    return replace(parse_address(f"https://cal.test:{port}{path}"), user=USER, password=password)


def store(port: int, path: str = WORK, password: str = PASSWORD) -> CollectionStore:
    return CollectionStore(address=address(port, path, password), network=network())


def held(port: int) -> list[str]:
    """When the entries there begin."""
    minute = int(NOW.timestamp()) // 60
    read = read_collection(
        address(port), (minute, minute + 20_000), cache=JsonCache(None), folder="", now=NOW, network=network()
    )
    texts = (text for _, text in read.entries)
    return [line for text in texts for line in text.splitlines() if line.startswith("DTSTART")]


def test_an_appointment_is_written_moved_and_taken_out(host: CalDavHost) -> None:
    mine = store(host.port)
    assert (
        mine.put(CalendarEntry("other/1", event("other/1", "DTSTART:20261203T100000Z"))) == "https://cal.test"
    )
    assert mine.remove("a@x") is None
    assert mine.put(FIRST) == "https://cal.test"
    assert sorted(held(host.port)) == ["DTSTART:20261201T100000Z", "DTSTART:20261203T100000Z"]
    mine.put(MOVED)
    assert sorted(held(host.port)) == ["DTSTART:20261202T100000Z", "DTSTART:20261203T100000Z"]
    assert mine.remove("a@x") == "https://cal.test"
    assert held(host.port) == ["DTSTART:20261203T100000Z"]


@pytest.mark.parametrize(
    ("path", "password", "said"),
    [
        (WORK, "wrong", r"does not accept the user name 'lea' with the password given \(401\)"),
        ("/tom/work/", PASSWORD, r"does not let you (?:read it|write there) \(403\)"),
        (f"/{USER}/none/", PASSWORD, r"refuses the request \(409\)"),
    ],
)
def test_what_is_not_written_is_told(path: str, password: str, said: str, host: CalDavHost) -> None:
    with pytest.raises(SourceFailedError, match=f"^the appointment is not saved: cal.test {said}$"):
        store(host.port, path, password).put(FIRST)


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with https_server() as started:
        yield started


THERE = answer(FIRST.text.encode(), 'ETag: "7"')


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            (THERE, answer(status="412 Precondition Failed")),
            r"has another version of it since a moment ago \(412\)",
        ),
        ((answer(status="404 Not Found"), answer(status="412 No")), r"has another version .* \(412\)"),
        ((THERE, answer(status="403 Forbidden")), r"does not let you write there \(403\)"),
        ((THERE, answer(status="507 Full")), r"is out of order \(507\)"),
        ((THERE, answer(b"", "Location: https://other.test/", status="307 X")), "leads to another host"),
        ((answer(FIRST.text.encode()),), "does not say which version it has"),
        ((answer(status="503 Busy"),), r"is out of order \(503\)"),
    ],
)
def test_nothing_is_written_over_what_was_not_seen(
    answers: tuple[bytes, ...], said: str, server: RawServer
) -> None:
    left = list(answers)
    server.requests.clear()
    server.answer = lambda connection: connection.sendall(left.pop(0))
    with pytest.raises(SourceFailedError, match=f"^the appointment is not saved: cal.test {said}"):
        store(server.port).put(MOVED)
    methods = [request.split(" ", 1)[0] for request in server.requests]
    assert methods == ["GET", "PUT"][: len(answers)]
    if len(answers) > 1:
        condition = 'If-Match: "7"' if answers[0] == THERE else "If-None-Match: *"
        assert f"\r\n{condition}\r\n" in server.requests[1]
