"""Answers of servers that are broken or mean harm, and what is said of each."""

import gzip
import socket
import struct
import zlib
from collections.abc import Mapping
from time import sleep
from typing import NamedTuple

from raw_server import Behave, answer

MOST_BYTES = 200_000
PATIENCE = 10.0
"""Seconds for everything but what is slow on purpose."""
SECRET = "s3cr3t"  # noqa: S105  (what no message may hold)
"""What the server writes wherever it can, and nobody may print."""
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
_OK = b"HTTP/1.1 200 OK\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_LENGTH = f"Content-Length: {len(CALENDAR)}".encode()


class Hostile(NamedTuple):
    """What comes, and what is said after the name of the host: a regular expression."""

    answer: bytes | Behave
    said: str


def _trickle(start: bytes, piece: bytes) -> Behave:
    def behave(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(200):
            sleep(0.1)
            connection.sendall(piece)

    return behave


def _endless(start: bytes, piece: bytes) -> Behave:
    def behave(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(piece)

    return behave


def _silent(connection: socket.socket) -> None:
    sleep(2)
    connection.sendall(answer(CALENDAR))


def _reset(connection: socket.socket) -> None:
    connection.sendall(_OK)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _led(location: str, status: str = "302 Found") -> bytes:
    return answer(SECRET.encode(), f"Location: {location}", status=status)


def _packed(body: bytes, encoding: str = "gzip") -> bytes:
    return answer(body, f"Content-Encoding: {encoding}")


_LARGE = r"sends more than 0\.2 MB$"
_SLOW = r"does not answer \(timed out\)$"
_NO_HTTP = r"answers in a way that cannot be understood$"
_BROKEN_OFF = r"broke off in the middle$"
_CIRCLE = r"leads from one address to the next without end$"
_NOWHERE = r"leads to where nothing is read: "
_PRIVATE = r"leads into a private network; it was not asked$"

NO_CALENDAR: Mapping[str, Hostile] = {
    "headers cut off": Hostile(_OK + b"Content-Le", "answers with nothing$"),
    "reset": Hostile(_reset, f"{_BROKEN_OFF}|answers with nothing$"),
    "login page": Hostile(
        answer(b"<html>Please log in s3cr3t</html>", "Content-Type: text/html"), "answers with a page"
    ),
    "json": Hostile(answer(b'{"error": "s3cr3t"}'), "answers with a page"),
    "empty": Hostile(answer(), "answers with nothing$"),
    "blanks": Hostile(answer(b" \r\n\r\n"), "answers with nothing$"),
    "binary": Hostile(answer(bytes(range(256)) * 50), "answers with a page"),
    "zeros": Hostile(answer(bytes(100_000)), "answers with a page"),
    "utf-16 of odd length": Hostile(
        answer(b"\xff\xfe" + b"BEGIN".hex().encode() + b"x"), "answers with a page"
    ),
    "cut off": Hostile(answer(CALENDAR[:-20]), "sends a calendar that is cut off$"),
    "cut off without length": Hostile(
        answer(CALENDAR[:-20], length=False), "sends a calendar that is cut off$"
    ),
    "only an end": Hostile(answer(b"END:VCALENDAR\r\n"), "answers with a page"),
    "contact": Hostile(answer(b"BEGIN:VCARD\r\nFN:s3cr3t\r\nEND:VCARD\r\n"), "answers with a page"),
}
"""Good http, and no calendar."""

BAD_HTTP: Mapping[str, Hostile] = {
    "nothing": Hostile(b"", _BROKEN_OFF),
    "blank line": Hostile(b"\r\n\r\n", _NO_HTTP),
    "no http": Hostile(b"s3cr3t\r\n\r\n", _NO_HTTP),
    "a calendar without http": Hostile(CALENDAR, _NO_HTTP),
    "http 0.9": Hostile(b"<html>s3cr3t</html>", _NO_HTTP),
    "ftp": Hostile(b"220 s3cr3t ready\r\n", _NO_HTTP),
    "ssh": Hostile(b"SSH-2.0-s3cr3t\r\n", _NO_HTTP),
    "bad version": Hostile(b"HTTP/9.9 200 OK\r\n\r\n", _NO_HTTP),
    "no status": Hostile(b"HTTP/1.1 \r\n\r\n", _NO_HTTP),
    "status in letters": Hostile(b"HTTP/1.1 s3cr3t OK\r\n\r\n", _NO_HTTP),
    "status too small": Hostile(b"HTTP/1.1 099 No\r\n\r\n", _NO_HTTP),
    "status too large": Hostile(b"HTTP/1.1 1000 No\r\n\r\n", _NO_HTTP),
    "negative status": Hostile(b"HTTP/1.1 -20 No\r\n\r\n", _NO_HTTP),
    "status line without end": Hostile(_endless(b"HTTP/1.1 200 ", b"s3cr3t" * 1000), _NO_HTTP),
    "101 headers": Hostile(_OK + b"X-A: s3cr3t\r\n" * 101 + b"\r\n" + CALENDAR, _NO_HTTP),
    "headers without end": Hostile(_endless(_OK, b"X-A: s3cr3t\r\n" * 1000), _NO_HTTP),
    "a huge header": Hostile(_OK + b"X-A: " + b"s" * 100_000 + b"\r\n\r\n" + CALENDAR, _NO_HTTP),
    "switching protocols": Hostile(answer(status="101 Switching"), r"answers .* understood \(101\)$"),
    "continue without end": Hostile(_endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000), _LARGE),
    "shorter than said": Hostile(_OK + b"Content-Length: 9999\r\n\r\n" + CALENDAR, _BROKEN_OFF),
    "chunk size in letters": Hostile(_CHUNKED + b"s3cr3t\r\n" + CALENDAR, _BROKEN_OFF),
    "negative chunk": Hostile(_CHUNKED + b"-1\r\n" + CALENDAR, _BROKEN_OFF),
    "very negative chunk": Hostile(_CHUNKED + b"-ffffff\r\n" + CALENDAR, f"{_BROKEN_OFF}|{_NO_HTTP}"),
    "negative chunk without end": Hostile(_endless(_CHUNKED + b"-1\r\n", b"s3cr3t" * 1000), _LARGE),
    "chunk cut off": Hostile(_CHUNKED + b"fff\r\n" + CALENDAR, _BROKEN_OFF),
    "no last chunk": Hostile(_CHUNKED + b"5\r\nBEGIN\r\n", _BROKEN_OFF),
    "huge chunk": Hostile(_CHUNKED + b"ffffffffffffffff\r\n" + CALENDAR, _BROKEN_OFF),
    "chunk line without end": Hostile(_CHUNKED + b"1" * 100_000, _NO_HTTP),
    "chunk extensions without end": Hostile(_endless(_CHUNKED + b"1;", b"s3cr3t" * 1000), _NO_HTTP),
    "trailers without end": Hostile(_endless(_CHUNKED + b"0\r\n", b"X-A: s3cr3t\r\n" * 1000), _LARGE),
    "tiny chunks without end": Hostile(_endless(_CHUNKED, b"1\r\nx\r\n" * 1000), _LARGE),
    "broken gzip": Hostile(_packed(b"s3cr3t" * 20), _NO_HTTP),
    "gzip cut off": Hostile(_packed(gzip.compress(CALENDAR)[:-12]), _BROKEN_OFF),
    "unknown packing": Hostile(_packed(b"s3cr3t", "zstd"), _NO_HTTP),
    "two packings": Hostile(_packed(gzip.compress(CALENDAR), "gzip, br"), _NO_HTTP),
}  # fmt: skip

TOO_MUCH: Mapping[str, Hostile] = {
    "too large": Hostile(answer(bytes(MOST_BYTES + 1)), _LARGE),
    "without end": Hostile(_endless(_OK + b"\r\n", b"s3cr3t" * 1000), _LARGE),
    "chunks without end": Hostile(_endless(_CHUNKED, b"1000\r\n" + b"x" * 0x1000 + b"\r\n"), _LARGE),
    "gzip bomb": Hostile(_packed(gzip.compress(bytes(100_000_000))), _LARGE),
    "deflate bomb": Hostile(_packed(zlib.compress(bytes(100_000_000)), "deflate"), _LARGE),
}

SLOW: Mapping[str, Hostile] = {
    "slow body": Hostile(_trickle(_OK + b"Content-Length: 9999\r\n\r\n", b"B"), _SLOW),
    "slow headers": Hostile(_trickle(_OK + b"X-A: ", b"x"), _SLOW),
    "slow status": Hostile(_trickle(b"HTTP/1.", b"1"), _SLOW),
    "slow chunks": Hostile(_trickle(_CHUNKED, b"1\r\nB\r\n"), _SLOW),
    "slow continue": Hostile(_trickle(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), _SLOW),
    "silent": Hostile(_silent, _SLOW),
}

REDIRECTS: Mapping[str, Hostile] = {
    "to itself": Hostile(_led("/lea.ics"), _CIRCLE),
    "to itself for ever": Hostile(_led("?s3cr3t", "308 For ever"), _CIRCLE),
    "nowhere": Hostile(answer(status="302 Found"), r"leads to nowhere \(302\)$"),
    "to http": Hostile(_led("http://cal.test/s3cr3t"), _NOWHERE),
    "to http of this machine": Hostile(_led("http://127.0.0.1/s3cr3t"), r"leads from https to http; it was"),
    "to a file": Hostile(_led("file:///etc/s3cr3t"), _NOWHERE),
    "to data": Hostile(_led("data:text/calendar,s3cr3t"), _NOWHERE),
    "to ftp": Hostile(_led("ftp://cal.test/s3cr3t"), _NOWHERE),
    "to a script": Hostile(_led("javascript:s3cr3t"), _NOWHERE),
    "to a broken host": Hostile(_led("https://[s3cr3t/"), _NOWHERE),
    "to no host": Hostile(_led("https://:443/s3cr3t"), _NOWHERE),
    "to a bad port": Hostile(_led("https://cal.test:s3cr3t/"), _NOWHERE),
    "to this machine": Hostile(_led("https://127.0.0.2/s3cr3t"), _PRIVATE),
    "to this machine by IPv6": Hostile(_led("https://[::1]/s3cr3t"), _PRIVATE),
    "to this machine in IPv6": Hostile(_led("https://[::ffff:127.0.0.2]/s3cr3t"), _PRIVATE),
    "to a private address": Hostile(_led("https://192.168.1.1/s3cr3t"), _PRIVATE),
    "to a private IPv6": Hostile(_led("https://[fd00::1]/s3cr3t"), _PRIVATE),
    "to the keys of a cloud": Hostile(_led("https://169.254.169.254/s3cr3t"), _PRIVATE),
    "to a name that is private": Hostile(_led("https://inside.test/s3cr3t"), _PRIVATE),
    "to a name that is both": Hostile(_led("https://both.test/s3cr3t"), _PRIVATE),
    "to a name that is nowhere": Hostile(_led("https://gone.test/s3cr3t"), "is not found$"),
    "to several places": Hostile(answer(status="300 Choose"), r"leads to several places \(300\)$"),
    "control characters": Hostile(_led("https://cal.test/\x01s3cr3t"), _NOWHERE),
    "a huge place": Hostile(_led("/" + "s" * 60_000), _NOWHERE),
}  # fmt: skip

STATUSES: Mapping[str, Hostile] = {
    status: Hostile(answer(b"s3cr3t", status=f"{status} s3cr3t"), rf"{said} \({status}\)$")
    for status, said in {
        "201": "has nothing there",
        "206": "sends only a part",
        "400": "refuses the request",
        "401": "does not accept the user name 'lea' with the password given",
        "403": "does not let you read it",
        "404": "has nothing at this address",
        "405": "refuses the request",
        "407": "is behind a proxy, which is not used",
        "408": "waited too long",
        "410": "has nothing at this address any more",
        "418": "refuses the request",
        "425": "wants to be asked later",
        "429": "was asked too often",
        "451": "may not give it out",
        "500": "is out of order",
        "502": "is out of order",
        "503": "is out of order",
        "599": "is out of order",
        "600": "answers in a way that cannot be understood",
        "999": "answers in a way that cannot be understood",
    }.items()
} | {
    "204": Hostile(answer(status="204 s3cr3t", length=False), r"has nothing there \(204\)$"),
    "304": Hostile(answer(status="304 s3cr3t", length=False), r"says that nothing has changed.* \(304\)$"),
}

EVERY: Mapping[str, Hostile] = {**NO_CALENDAR, **BAD_HTTP, **TOO_MUCH, **SLOW, **REDIRECTS, **STATUSES}
