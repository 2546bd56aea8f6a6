"""One request and its answer over one connection, bounded as a whole: in seconds and in bytes.

The limits of the standard library hold for each read alone; a server that sends a byte now and then keeps it
waiting for ever. Here every wait ends at the same moment, and what arrives is counted before it is read.
"""

import socket
from collections.abc import Mapping, Sequence
from http.client import HTTPException, HTTPResponse, IncompleteRead
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING

from clientbridge.adapters.web.web_address import WebAddress
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from ssl import SSLContext

    from _typeshed import WriteableBuffer

_MOST_ADDRESSES = 6
"""Of one host, that are tried."""
_PIECE = 65_536
_FRAMING = 2
"""How many bytes may arrive for each of content: the chunks of a real server add a few in a hundred."""
_HEADERS = 1_000_000
_GZIP_OR_ZLIB = 47
_WITH_CONTENT = frozenset({200, 203, 207})
"""Not 206, which was not asked for."""


class TooLargeError(Exception):
    """More than the limit has arrived, or would once it is unpacked."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which all waiting ends."""

    ends: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So many seconds from now."""
        return cls(monotonic() + seconds)

    def left(self) -> float:
        """Seconds that are left; raises TimeoutError where there are none."""
        left = self.ends - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequest:
    """What is asked of an address."""

    method: str = "GET"
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpAnswer:
    """What a server said; only that it has the thing brings content."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""


class BoundedStream(RawIOBase):
    """What arrives at a socket, until the deadline and up to a number of bytes."""

    def __init__(self, connection: socket.socket, deadline: Deadline, most_bytes: int) -> None:
        super().__init__()
        self._connection, self._deadline, self._left = connection, deadline, most_bytes

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Wait for the next bytes; raises TimeoutError, TooLargeError, OSError."""
        self._connection.settimeout(self._deadline.left())
        count = self._connection.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise TooLargeError
        return count


def exchanged(
    address: WebAddress,
    ips: Sequence[str],
    request: HttpRequest,
    *,
    deadline: Deadline,
    most_bytes: int,
    tls: "SSLContext | None",
) -> HttpAnswer:
    """Ask the host at one of these IP addresses, the certificate checked against its name.

    `tls` is the system's own choice of certificates if None. Raises OSError (TimeoutError, ssl.SSLError),
    HTTPException, ValueError and TooLargeError.
    """
    with _connected(ips, address.port, deadline) as plain:
        if address.scheme == "http":
            return _answer(plain, address, request, deadline, most_bytes)
        from ssl import create_default_context

        plain.settimeout(deadline.left())
        with (tls or create_default_context()).wrap_socket(plain, server_hostname=address.host) as secured:
            return _answer(secured, address, request, deadline, most_bytes)


def _connected(ips: Sequence[str], port: int, deadline: Deadline) -> socket.socket:
    """The first that answers gets the request; none may use up the time of those after it."""
    failed: OSError = TimeoutError()
    tried = ips[:_MOST_ADDRESSES]
    for number, ip in enumerate(tried):
        try:
            return socket.create_connection((ip, port), timeout=deadline.left() / (len(tried) - number))
        except OSError as error:
            failed = error
    raise failed


def _answer(
    connection: socket.socket,
    address: WebAddress,
    request: HttpRequest,
    deadline: Deadline,
    most_bytes: int,
) -> HttpAnswer:
    length = {"Content-Length": str(len(request.body))} if request.body else {}
    fields = {"Host": address.authority, **request.headers, **length, "Connection": "close"}
    lines = [
        f"{request.method} {address.target} HTTP/1.1",
        *(f"{name}: {value}" for name, value in fields.items()),
        "",
        "",
    ]
    connection.settimeout(deadline.left())
    connection.sendall("\r\n".join(lines).encode("ascii") + request.body)
    with HTTPResponse(connection, method=request.method) as response:
        response.fp.close()
        response.fp = BufferedReader(
            BoundedStream(connection, deadline, _FRAMING * most_bytes + _HEADERS), _PIECE
        )
        response.begin()
        content = _content(response, most_bytes) if response.status in _WITH_CONTENT else b""
        found = {name.casefold(): value for name, value in response.getheaders()}
        return HttpAnswer(status=response.status, headers=found, content=content)


def _content(response: HTTPResponse, most_bytes: int) -> bytes:
    content = bytearray()
    while piece := response.read(_PIECE):
        content += piece
        if len(content) > most_bytes:
            raise TooLargeError
    if response.length:
        raise IncompleteRead(b"")
    return _unpacked(bytes(content), response.getheader("Content-Encoding") or "identity", most_bytes)


def _unpacked(content: bytes, encoding: str, most_bytes: int) -> bytes:
    """Content that was packed without having been asked for is unpacked, never beyond the limit."""
    match encoding.strip().casefold():
        case "identity":
            return content
        case "gzip" | "x-gzip" | "deflate":
            import zlib

            unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
            try:
                unpacked = unpacking.decompress(content, most_bytes + 1)
            except zlib.error:
                raise HTTPException from None
            if len(unpacked) > most_bytes:
                raise TooLargeError
            if not unpacking.eof:
                raise IncompleteRead(b"")
            return unpacked
        case _:
            raise HTTPException
