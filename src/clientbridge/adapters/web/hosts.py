"""Where hosts are, and which of them may be asked: a name can lead anywhere, a redirect too.

An address that a user writes may be one of a company's own network. What a public host answers may not lead
there, and nothing but this machine's own name leads to this machine. All addresses of a host count, and the
connection goes to one that was looked at, so that a second answer of the name server changes nothing.
"""

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from socket import SOCK_STREAM, getaddrinfo
from threading import Thread

from clientbridge.adapters.web.web_address import WebAddress, literal_ip

_NAT64 = IPv6Network("64:ff9b::/96")

Lookup = Callable[[str], Sequence[str]]


class HostReach(Enum):
    """Whose an IP address is."""

    PUBLIC = auto()
    PRIVATE = auto()
    """A company's or a home's own network."""
    THIS_MACHINE = auto()
    NOBODYS = auto()
    """Link-local (where clouds keep their keys), multicast, unspecified, reserved."""


def reach_of(address: str) -> HostReach:
    """Whose an IP address is; an IPv4 address inside an IPv6 one counts as itself."""
    ip = _inner(ip_address(address))
    if ip.is_loopback:
        return HostReach.THIS_MACHINE
    if ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip.is_reserved:
        return HostReach.NOBODYS
    is_site = isinstance(ip, IPv6Address) and ip.is_site_local
    return HostReach.PUBLIC if ip.is_global and not is_site else HostReach.PRIVATE


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def may_be_asked(address: WebAddress, reaches: Collection[HostReach], led_from: HostReach | None) -> bool:
    """Whether a host that lies there may be asked, first or where one that lies in `led_from` led to it."""
    if HostReach.NOBODYS in reaches or len(reaches) != 1:
        return False
    (reach,) = reaches
    if led_from is HostReach.PUBLIC and reach is not HostReach.PUBLIC:
        return False
    return reach is not HostReach.THIS_MACHINE or address.is_this_machine


def system_lookup(host: str) -> tuple[str, ...]:
    """All IP addresses of a host, as the system finds them; raises OSError."""
    found = (str(entry[4][0]) for entry in getaddrinfo(host, None, type=SOCK_STREAM))
    return tuple(dict.fromkeys(found))


def looked_up(host: str, lookup: Lookup, *, seconds: float) -> tuple[str, ...]:
    """The IP addresses of a host. Raises OSError where it has none, TimeoutError after that time.

    The system's own search knows no time limit, so it runs beside.
    """
    if literal_ip(host) is not None:
        return (host,)
    answer = SimpleQueue[tuple[str, ...] | OSError]()

    def look() -> None:
        try:
            answer.put(tuple(lookup(host)))
        except OSError as error:
            answer.put(error)
        except UnicodeError:  # a label that no name server takes
            answer.put(OSError("no such name"))

    Thread(target=look, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, OSError):
        raise found
    return found
