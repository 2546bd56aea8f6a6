"""Fetch one text over https: bounded, certificates checked, never led from a public host to a private one.

Every failure is one sentence that names the host and nothing else of the address, and nothing that the server
wrote. Proxies of the environment are not used: behind one, nobody here could see where a host lies.
"""

import ssl
from base64 import b64encode
from collections.abc import Callable
from http.client import HTTPException

from clientbridge import __version__
from clientbridge.adapters.web.exchange import Deadline, HttpAnswer, HttpRequest, TooLargeError, exchanged
from clientbridge.adapters.web.failures import Failure, failure_of_error, failure_of_login, failure_of_status
from clientbridge.adapters.web.hosts import (
    HostReach,
    Lookup,
    looked_up,
    may_be_asked,
    reach_of,
    system_lookup,
)
from clientbridge.adapters.web.validators import Validators
from clientbridge.adapters.web.web_address import WebAddress, WrongAddressError
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

_MOST_REDIRECTS = 5
_MEGABYTE = 1_000_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AS_ASKED = _REDIRECTS - {303}
"""Those that leave what is asked as it is."""
_NOT_MODIFIED = 304
_NO_LOGIN = 401
_LONGEST_VALIDATOR = 256
_NETWORK = "is there a network, and is the host written right?"
_ADDRESS = "copy the address anew from the program that keeps it"


class FetchFailedError(SourceFailedError):
    """Nothing could be fetched."""

    def __init__(self, host: str, failure: Failure) -> None:
        super().__init__(f"{host} {failure.did}", hint=failure.hint)
        self.failure = failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What a fetch stands on: the system's own network and certificates, and the limits."""

    lookup: Lookup = system_lookup
    reach: Callable[[str], HostReach] = reach_of
    tls: ssl.SSLContext | None = None
    """The certificates of the system if None."""
    seconds: float = 10
    """For everything together, redirects included."""
    most_bytes: int = 50 * _MEGABYTE


SYSTEM_NETWORK = Network()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a host answered."""

    content: bytes | None
    """None: nothing has changed since the validators were given."""
    validators: Validators


def fetch(
    address: WebAddress,
    *,
    accept: str,
    validators: Validators | None = None,
    network: Network = SYSTEM_NETWORK,
) -> Fetched:
    """What stands at an address; raises FetchFailedError."""
    request = HttpRequest(headers={"Accept": accept, **(validators.headers if validators else {})})
    answer = _answered(address, request, Deadline.after(network.seconds), network)
    return _fetched(answer, address, conditional=validators is not None)


def ask(address: WebAddress, request: HttpRequest, *, deadline: Deadline, network: Network) -> HttpAnswer:
    """The answer to a request of any kind, whatever its status says, but for a login that is refused.

    What is asked may change something and carries a login, so it goes to the origin of its address alone: a
    redirect may lead to another path there. Raises FetchFailedError.
    """
    answer = _answered(address, request, deadline, network, to_others=False)
    if answer.status == _NO_LOGIN:
        raise FetchFailedError(address.host, failure_of_login(answer.headers, address.user))
    return answer


def _answered(
    address: WebAddress,
    request: HttpRequest,
    deadline: Deadline,
    network: Network,
    *,
    to_others: bool = True,
) -> HttpAnswer:
    """The first answer that leads nowhere else."""
    usual = {"User-Agent": f"clientbridge/{__version__}", "Accept-Encoding": "identity"}
    at, led_from = address, None
    for _ in range(_MOST_REDIRECTS + 1):
        login = _login(address) if at.origin == address.origin else {}
        asked = HttpRequest(
            method=request.method, headers={**usual, **request.headers, **login}, body=request.body
        )
        reach, ips = _reach(at, led_from, address.host, deadline, network)
        answer = _asked(at, ips, asked, host=address.host, deadline=deadline, network=network)
        if answer.status not in (_REDIRECTS if to_others else _AS_ASKED):
            return answer
        at, led_from = _led(at, answer, address.host), reach
        if at.origin != address.origin and not to_others:
            raise _refused(address.host, "leads to another host; it was not asked")
    raise _refused(address.host, "leads from one address to the next without end")


def _refused(host: str, did: str, hint: str = _ADDRESS) -> FetchFailedError:
    """What the host wants is not done, today or tomorrow."""
    return FetchFailedError(host, Failure(did, hint, passing=False))


def _login(address: WebAddress) -> dict[str, str]:
    if address.user is None:
        return {}
    word = f"{address.user}:{address.password}".encode()
    return {"Authorization": f"Basic {b64encode(word).decode()}"}


def _reach(
    at: WebAddress, led_from: HostReach | None, host: str, deadline: Deadline, network: Network
) -> tuple[HostReach, tuple[str, ...]]:
    """Whose the host of an address is, and its IP addresses."""
    try:
        ips = looked_up(at.host, network.lookup, seconds=deadline.left())
        reaches = {network.reach(ip) for ip in ips}
    except TimeoutError:
        raise FetchFailedError(host, Failure("is not found (timed out)", _NETWORK)) from None
    except (OSError, ValueError):
        raise FetchFailedError(host, Failure("is not found", _NETWORK)) from None
    if not may_be_asked(at, reaches, led_from):
        did = "leads into a private network" if led_from else "lies where no calendar or feed can be"
        raise _refused(host, f"{did}; it was not asked")
    return next(iter(reaches)), ips


def _asked(
    at: WebAddress,
    ips: tuple[str, ...],
    request: HttpRequest,
    *,
    host: str,
    deadline: Deadline,
    network: Network,
) -> HttpAnswer:
    try:
        return exchanged(at, ips, request, deadline=deadline, most_bytes=network.most_bytes, tls=network.tls)
    except TooLargeError:
        did = f"sends more than {network.most_bytes / _MEGABYTE:.4g} MB"
        raise _refused(host, did, "offer less of it there, for example this year only") from None
    except (OSError, HTTPException, ValueError) as error:
        raise FetchFailedError(host, failure_of_error(error)) from None


def _led(at: WebAddress, answer: HttpAnswer, host: str) -> WebAddress:
    location = answer.headers.get("location")
    if location is None:
        raise _refused(host, f"leads to nowhere ({answer.status})")
    try:
        led = at.led_to(location)
    except WrongAddressError as error:
        raise _refused(host, f"leads to where nothing is read: {error.say}") from None
    if at.scheme == "https" and led.scheme != "https":
        raise _refused(host, "leads from https to http; it was not asked")
    return led


def _fetched(answer: HttpAnswer, address: WebAddress, *, conditional: bool) -> Fetched:
    validators = Validators(
        etag=_validator(answer.headers.get("etag")), modified=_validator(answer.headers.get("last-modified"))
    )
    if answer.status == _NOT_MODIFIED and conditional:
        return Fetched(content=None, validators=validators)
    is_login = answer.status == _NO_LOGIN
    failed = failure_of_login(answer.headers, address.user) if is_login else failure_of_status(answer.status)
    if failed is not None:
        raise FetchFailedError(address.host, failed)
    return Fetched(content=answer.content, validators=validators)


def _validator(given: str | None) -> str | None:
    """As it came, unless it could not be sent back."""
    fits = given is not None and given.isascii() and given.isprintable()
    return given if fits and given is not None and len(given) <= _LONGEST_VALIDATOR else None
