"""Fetches from the servers of a test, as if they stood in public."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from hostile_answers import MOST_BYTES, PATIENCE
from raw_server import NAMES, RawServer, raw_server, serving, trusting

from clientbridge.adapters.web.guarded_fetch import Network
from clientbridge.adapters.web.hosts import HostReach, reach_of

HERE = "127.0.0.1"
PLACES: Mapping[str, tuple[str, ...]] = {
    "cal.test": (HERE,),
    "other.test": (HERE,),
    "wrong.test": (HERE,),
    "inside.test": ("10.0.0.5",),
    "both.test": (HERE, "10.0.0.5"),
    "mapped.test": ("::ffff:10.0.0.5",),
    "machine.test": ("127.0.0.2",),
    "cloud.test": ("169.254.169.254",),
}


def lookup(host: str) -> tuple[str, ...]:
    """The name server of the tests."""
    if host not in PLACES:
        raise socket.gaierror(socket.EAI_NONAME, "s3cr3t")
    return PLACES[host]


def reach(address: str) -> HostReach:
    """The address on which the servers of the tests listen counts as public."""
    return HostReach.PUBLIC if address == HERE else reach_of(address)


def network(*, seconds: float = PATIENCE, most_bytes: int = MOST_BYTES) -> Network:
    """The network of the tests; it trusts their servers."""
    return Network(lookup=lookup, reach=reach, tls=trusting(), seconds=seconds, most_bytes=most_bytes)


@contextmanager
def https_server() -> Iterator[RawServer]:
    """A server that is `cal.test` and `other.test`."""
    with raw_server(tls=serving(*NAMES)) as server:
        yield server
