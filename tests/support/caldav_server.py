"""A real CalDAV server (Radicale) on loopback, started by the test, with a certificate of its own or none."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from radicale import config
from radicale.app import Application

USER, PASSWORD = "lea", "pa:ss wörd"
WORK = f"/{USER}/work/"
MAKE_CALENDAR = (
    '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
    "<d:displayname>Work</d:displayname></d:prop></d:set></c:mkcalendar>"
)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        """Say nothing."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class CalDavHost:
    """Where it listens, and how it is stopped."""

    def __init__(self, server: WSGIServer, scheme: str) -> None:
        self._server, self.scheme = server, scheme
        self.port = server.server_port

    def stop(self) -> None:
        """Answer nothing more."""
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def radicale(folder: Path, *, tls: ssl.SSLContext | None = None) -> Iterator[CalDavHost]:
    """The server, its collections in that folder."""
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    settings = config.load()
    settings.update(
        {
            "auth": {
                "type": "htpasswd",
                "htpasswd_filename": str(folder / "users"),
                "htpasswd_encryption": "plain",
                "delay": "0",
            },
            "storage": {"filesystem_folder": str(folder / "collections")},
            "logging": {"level": "critical"},
        },
        "test",
    )
    server = make_server("127.0.0.1", 0, Application(settings), server_class=_Server, handler_class=_Quiet)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    host = CalDavHost(server, "http" if tls is None else "https")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.stop()


def event(uid: str, *lines: str) -> str:
    """One entry of a calendar."""
    return "\r\n".join(
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//test//EN",
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20261101T000000Z",
            *lines,
            "SUMMARY:s3cr3t",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        )
    )
