"""A server on loopback that answers with whatever bytes a test wants, with its own certificate or none."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from threading import Thread

import trustme

NAMES = ("cal.test", "other.test", "127.0.0.1")
Behave = Callable[[socket.socket], None]
"""What a server does with a connection once the request is in."""


@cache
def authority() -> trustme.CA:
    """Who signs the certificates of these servers."""
    return trustme.CA()


@cache
def trusting() -> ssl.SSLContext:
    """The side that asks, which trusts these servers and no others."""
    context = ssl.create_default_context()
    authority().configure_trust(context)
    return context


@cache
def serving(*names: str) -> ssl.SSLContext:
    """The side that answers, certified for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert(*names).configure_cert(context)
    return context


class RawServer:
    """What it was asked, and what it answers to the next question."""

    def __init__(self, listening: socket.socket, tls: ssl.SSLContext | None) -> None:
        self._listening, self._tls = listening, tls
        self.port = int(listening.getsockname()[1])
        self.requests: list[str] = []
        self.answer: bytes | Behave = b""
        """The answer to every path that has none of its own."""
        self.by_path: dict[str, bytes | Behave] = {}

    def run(self) -> None:
        """Until the listening socket is closed."""
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        plain.settimeout(20)
        with suppress(OSError), plain:
            if self._tls is None:
                self._converse(plain)
                return
            with self._tls.wrap_socket(plain, server_side=True) as secured:
                self._converse(secured)
                secured.unwrap()

    def _converse(self, connection: socket.socket) -> None:
        asked = b""
        while b"\r\n\r\n" not in asked:
            piece = connection.recv(65_536)
            if not piece:
                return
            asked += piece
        request = asked.decode("latin-1")
        self.requests.append(request)
        answer = self.by_path.get(request.split(" ")[1], self.answer)
        if isinstance(answer, bytes):
            connection.sendall(answer)
        else:
            answer(connection)


@contextmanager
def raw_server(*, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[RawServer]:
    """A server that listens while the test runs."""
    with socket.create_server((host, 0)) as listening:
        server = RawServer(listening, tls)
        Thread(target=server.run, daemon=True).start()
        try:
            yield server
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", length: bool = True) -> bytes:
    """A right answer."""
    lines = [f"HTTP/1.1 {status}", *headers, *([f"Content-Length: {len(body)}"] if length else []), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body
