"""Answers of WebDAV servers: the right ones are understood, and no other does harm."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from fetching import https_server, network
from hostile_answers import SECRET
from raw_server import Behave, RawServer, answer

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.caldav.multistatus import NoMultistatusError, multistatus
from clientbridge.adapters.meeting.caldav.reading import CollectionRead, read_collection
from clientbridge.adapters.web.web_address import parse_address
from clientbridge.core.errors import SourceFailedError

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
HEAD = '<?xml version="1.0"?>'
NAMES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
TEXT = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261201T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"


def many(*responses: str) -> bytes:
    return f"{HEAD}<d:multistatus {NAMES}>{''.join(responses)}</d:multistatus>".encode()


def one(href: str, found: str, status: str = "200 OK") -> str:
    good = f"<d:propstat><d:prop>{found}</d:prop><d:status>HTTP/1.1 {status}</d:status></d:propstat>"
    return f"<d:response><d:href>{href}</d:href>{good}</d:response>"


CALENDAR = one(
    "/work/", "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><s:getctag>7</s:getctag>"
)
HOSTILE = {
    "doctype": f"{HEAD}<!DOCTYPE d><d:multistatus {NAMES}/>".encode(),
    "bomb": f'{HEAD}<!DOCTYPE d [<!ENTITY e0 "s3cr3t">{BOMB}]><d:x {NAMES}>&e9;</d:x>'.encode(),
    "file": f'{HEAD}<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d:x {NAMES}>&f;</d:x>'.encode(),
    "foreign entity": many(one("/work/&x;", "")),
    "deep": f"{HEAD}<d:multistatus {NAMES}>{'<d:a>' * 100_000}".encode(),
    "wide": many("<d:a/>" * 600_000),
    "cut off": many(CALENDAR)[:-20],
    "other root": f"{HEAD}<d:error {NAMES}/>".encode(),
    "no href": many("<d:response/>"),
    "broken href": many(one("http://[::1", "")),
    "html": b"<html><p>Please log in s3cr3t</html>",
    "nothing": b"",
    "another encoding": b'<?xml version="1.0" encoding="x-s3cr3t"?><a/>',
    "nul": b"\0" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_none_is_refused_at_once(name: str) -> None:
    before = process_time()
    with pytest.raises(NoMultistatusError):
        multistatus(HOSTILE[name])
    assert process_time() - before < 3


def test_resources_are_read() -> None:
    gone = (
        "<d:response><d:href>/work/gone.ics</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
    )
    here, entry, lost = multistatus(
        many(
            CALENDAR,
            one(
                "http://other.example/work/a%20b.ics",
                f"<c:calendar-data><![CDATA[{TEXT}]]></c:calendar-data>",
            )
            + "",
            gone,
        )
    )
    assert here.kinds() == {"DAV: collection", "urn:ietf:params:xml:ns:caldav calendar"}
    assert here.text("http://calendarserver.org/ns/", "getctag") == "7"
    assert here.text("DAV:", "displayname") is None
    assert (entry.path, entry.text("urn:ietf:params:xml:ns:caldav", "calendar-data")) == (
        "/work/a b.ics",
        TEXT.strip(),
    )
    assert (lost.path, lost.status) == ("/work/gone.ics", "404")
    (missing,) = multistatus(many(one("/", "<s:getctag>7</s:getctag>", "404 Not Found")))
    assert missing.text("http://calendarserver.org/ns/", "getctag") is None


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with https_server() as started:
        yield started


def dav(body: bytes, *headers: str) -> bytes:
    return answer(body, *headers, status="207 Multi-Status")


def in_turn(*answers: bytes) -> Behave:
    left = list(answers)
    return lambda connection: connection.sendall(left.pop(0))


def data(text: str) -> str:
    return f"<c:calendar-data>{text}</c:calendar-data>"


def read(server: RawServer, cache: Path, path: str = "/work/") -> CollectionRead:
    at = parse_address(f"https://lea:{SECRET}@cal.test:{server.port}{path}")
    minute = int(NOW.timestamp()) // 60
    return read_collection(
        at, (minute, minute + 9000), cache=JsonCache(cache), folder="me", now=NOW, network=network()
    )


LEAKED = "Authorization"
ASKS = "WWW-Authenticate"
FULL = "<d:response><d:href>/work/</d:href><d:status>HTTP/1.1 507 Full</d:status></d:response>"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((dav(HOSTILE["bomb"]),), "answers in a way that no CalDAV server does"),
        ((dav(many()),), "answers in a way that no CalDAV server does"),
        ((dav(gzip.compress(bytes(10_000_000)), "Content-Encoding: gzip"),), "sends more than 0.2 MB"),
        ((answer(TEXT.encode()),), r"does not speak CalDAV at this address \(200\)"),
        ((answer(status="405 Method Not Allowed"),), r"does not speak CalDAV at this address \(405\)"),
        ((answer(status="403 Forbidden"),), r"does not let you read it \(403\)"),
        ((answer(status="401 No"),), "does not accept the user name 'lea'"),
        ((answer(b"", f"{ASKS}: Digest realm=s3cr3t", status="401 No"),), "wants a login by digest"),
        ((answer(b"", "Location: https://other.test/work/", status="301 Moved"),), "leads to another host"),
        ((answer(b"", "Location: http://cal.test/", status="307 Moved"),), "leads to where nothing is read"),
        ((dav(many(CALENDAR)), answer(status="503 Busy")), r"is out of order \(503\)"),
        ((dav(many(CALENDAR)), dav(many(FULL))), r"sends only a part of its entries \(507\)"),
    ],
)  # fmt: skip
def test_a_server_that_means_harm_or_none_is_one_sentence(
    answers: tuple[bytes, ...], said: str, server: RawServer, tmp_path: Path
) -> None:
    server.answer = in_turn(*answers)
    with pytest.raises(SourceFailedError, match=f"^the calendar at cal.test {said}") as failed:
        read(server, tmp_path)
    assert SECRET not in f"{failed.value.say}{failed.value.hint}{failed.value!r}"
    assert not list(tmp_path.iterdir())


def test_a_redirect_within_the_server_is_followed_with_what_was_asked(
    server: RawServer, tmp_path: Path
) -> None:
    moved = answer(b"", "Location: /work/", status="301 Moved")
    entries = dav(many(one("/work/a.ics", data(TEXT))))
    server.requests.clear()
    server.answer = in_turn(moved, dav(many(CALENDAR)), moved, entries)
    found = read(server, tmp_path, "/old/")
    assert [request.split(" ")[0] for request in server.requests] == [
        "PROPFIND",
        "PROPFIND",
        "REPORT",
        "REPORT",
    ]
    assert all(LEAKED in request for request in server.requests)
    assert found.entries == (), "its entries lie outside the address that was written"
    assert [problem.say for problem in found.unread] == [
        "it names an entry outside this calendar, which is not read"
    ]


@pytest.mark.parametrize(
    ("href", "is_read"),
    [
        ("/work/a.ics", True),
        ("https://cal.test/work/a%2Eics", True),
        ("/work/", False),
        ("/work/../home/a.ics", False),
        ("/work/below/a.ics", False),
        ("/workshop/a.ics", False),
        ("https://other.test/a.ics", False),
        ("a.ics", False),
    ],
)
def test_only_what_lies_in_the_calendar_is_read(
    href: str, *, is_read: bool, server: RawServer, tmp_path: Path
) -> None:
    server.answer = in_turn(dav(many(CALENDAR)), dav(many(one(href, data(TEXT)))))
    found = read(server, tmp_path)
    assert bool(found.entries) is is_read
    assert bool(found.unread) is not is_read
