"""Web addresses as written in a profile or in a redirect: what is asked of whom, and what may be shown.

Everything but the host can be a secret: user and password, and the key that private calendars carry in their
path or query. No message and no `repr` holds more of an address than its host.
"""

import re
from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address
    from urllib.parse import SplitResult

HTTPS_PORT = 443
_PORTS = {"https": HTTPS_PORT, "http": 80}
_LONGEST = 8_000
_SCHEMES = r"https?|webcals?|ftps?|sftp|file|caldavs?|davs?|data"
_LOOKS_LIKE_ONE = re.compile(rf"\s*(?:[a-z][a-z0-9+.-]+://|(?:{_SCHEMES}):|//|\\\\)", re.IGNORECASE)
_WEBCAL = re.compile(r"^webcals?:(?=//)", re.IGNORECASE)
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_READ_IN_TWO_WAYS = re.compile("[ßẞς\u200c\u200d]")
"""Letters that the two standards of international names turn into different hosts."""
_WRITTEN_RIGHT = "write it like https://cal.example/lea.ics"
_ESCAPED = "write '@', '/', '#', '?' and ':' in a user name, a password or a path as %40, %2F, %23, %3F, %3A"


class WrongAddressError(FileFailedError):
    """An address that is none as it is written, or one that is never read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """An https address, or an http one of this machine."""

    scheme: str
    host: str
    """Small ASCII letters, or an IP address without brackets."""
    port: int
    target: str
    """Path and query as they are sent; a fragment never is."""
    user: str | None = None
    password: str = ""

    def __repr__(self) -> str:
        return f"WebAddress({self.shown})"

    @property
    def shown(self) -> str:
        """What may be said of it: ``https://cal.example``."""
        return f"{self.scheme}://{self._bracketed}"

    @property
    def whole(self) -> str:
        """Everything, secrets included, to tell one address from another: never to be shown."""
        login = "" if self.user is None else f"{self.user}:{self.password}@"
        return f"{self.scheme}://{login}{self.authority}{self.target}"

    @property
    def without_password(self) -> str:
        """What tells one address from another, and one user of it from another; not to be shown either."""
        user = "" if self.user is None else f"{self.user}@"
        return f"{self.scheme}://{user}{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        return self._bracketed if self.port == _PORTS[self.scheme] else f"{self._bracketed}:{self.port}"

    @property
    def origin(self) -> tuple[str, str, int]:
        """To whom a password may be sent: exactly this."""
        return self.scheme, self.host, self.port

    @property
    def is_this_machine(self) -> bool:
        """Whether it says so itself; a name that merely leads here does not."""
        return _is_this_machine(self.host)

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host

    def led_to(self, location: str) -> "WebAddress":
        """Where a redirect from here leads; what it says of a user is dropped. Raises WrongAddressError."""
        from dataclasses import replace
        from urllib.parse import urljoin

        try:
            whole = urljoin(f"{self.scheme}://{self.authority}{self.target}", location.strip())
        except ValueError:  # brackets that close nothing
            raise WrongAddressError("the address is broken") from None
        return replace(parse_address(whole), user=None, password="")


def is_address(written: str) -> bool:
    """Whether a text is meant as an address and not as a file, also where it is a wrong one."""
    return _LOOKS_LIKE_ONE.match(written) is not None


def parse_address(written: str) -> WebAddress:
    """An address; raises WrongAddressError, which names nothing of it."""
    parts = _split(written.strip())
    host, port = _host(parts), _port(parts)
    if parts.scheme == "http" and not _is_this_machine(host):
        raise WrongAddressError(
            "an http address is not read, only https ones are", hint="write it with https"
        )
    if "@" in f"{parts.path}{parts.query}{parts.fragment}" and "." not in host and not _is_this_machine(host):
        raise WrongAddressError("the address has an '@' where none belongs", hint=_ESCAPED)
    from urllib.parse import unquote

    return WebAddress(
        scheme=parts.scheme,
        host=host,
        port=port,
        target=_target(parts),
        user=None if parts.username is None else unquote(parts.username),
        password=unquote(parts.password or ""),
    )


def _target(parts: "SplitResult") -> str:
    from urllib.parse import quote

    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return f"{path}?{query}" if query else path


def _split(written: str) -> "SplitResult":
    from urllib.parse import urlsplit

    if len(written) > _LONGEST or _CONTROL.search(written):
        raise WrongAddressError("the address is too long or holds control characters", hint=_WRITTEN_RIGHT)
    try:
        parts = urlsplit(_WEBCAL.sub("https:", written))
    except ValueError:  # brackets that close nothing, signs that stand for others
        raise WrongAddressError("the address names no host", hint=_WRITTEN_RIGHT) from None
    if parts.scheme not in _PORTS:
        raise WrongAddressError("only https addresses are read", hint=_WRITTEN_RIGHT)
    if not parts.netloc:
        raise WrongAddressError("the address names no host", hint=_WRITTEN_RIGHT)
    if " " in parts.netloc or "\\" in parts.netloc:
        raise WrongAddressError("the address has a blank or a backslash before its path", hint=_WRITTEN_RIGHT)
    return parts


def _port(parts: "SplitResult") -> int:
    try:
        port = parts.port
    except ValueError:  # no number, or one that is too large
        port = 0
    if port == 0:
        raise WrongAddressError("the address has a wrong port", hint=f"leave it out, or {_ESCAPED}")
    return port or _PORTS[parts.scheme]


def _host(parts: "SplitResult") -> str:
    host = (parts.hostname or "").removesuffix(".")
    if "[" in parts.netloc or ":" in host:
        return _ipv6(parts.netloc.rpartition("@")[2], host)
    if not host.isascii():
        host = _international(host)
    if _HOST.fullmatch(host) is None:
        raise WrongAddressError("the address names no host", hint=_WRITTEN_RIGHT)
    return host


def _ipv6(written: str, host: str) -> str:
    from ipaddress import IPv6Address

    try:
        if re.fullmatch(r"\[[^\[\]%]+\](?::\d*)?", written):
            return str(IPv6Address(host))
    except ValueError:
        pass
    raise WrongAddressError(
        "the address has a wrong IPv6 host", hint="write it like https://[2001:db8::1]/, without a zone"
    )


def _international(host: str) -> str:
    if _READ_IN_TWO_WAYS.search(host):
        raise WrongAddressError(
            "the host of the address can be read in two ways", hint="write it in its form with xn--"
        )
    try:
        return host.encode("idna").decode("ascii").casefold()
    except UnicodeError:
        raise WrongAddressError("the address names no host", hint=_WRITTEN_RIGHT) from None


def _is_this_machine(host: str) -> bool:
    literal = literal_ip(host)
    return host == "localhost" if literal is None else literal.is_loopback


def literal_ip(host: str) -> "IPv4Address | IPv6Address | None":
    """The IP address that a host is; None for a name."""
    from ipaddress import ip_address

    try:
        return ip_address(host)
    except ValueError:
        return None
