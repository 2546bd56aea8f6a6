"""Why nothing came over the network, in words for someone who wanted a calendar or a feed, and what to do."""

import ssl
from collections.abc import Mapping
from errno import ENETDOWN, ENETUNREACH
from http.client import HTTPException, IncompleteRead
from typing import NamedTuple

_ADDRESS = "copy the address anew from the program that keeps it"
_SHARE = "share it again there, and copy its private address"
_LOGIN = "say who logs in there under 'credentials' in your own config.yaml (cb config tells where it is)"
_LATER = "try again later"
_WITH_CONTENT = frozenset({200, 203})


_CLOCK_OR_NETWORK = "check this machine's clock; a hotel's network may want its own page opened first"
_CERTIFICATES = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by itself",
    19: "is signed by itself",
    62: "is for another host",
    64: "is for another host",
}
"""What OpenSSL found, by its number, where a user can do something about it."""


class Failure(NamedTuple):
    """The rest of a sentence that begins with the host, and what to do."""

    did: str
    hint: str | None
    passing: bool = True
    """Whether it may be over by itself."""


_KNOWN = {
    204: ("has nothing there", _ADDRESS, True),
    206: ("sends only a part", _LATER, True),
    304: ("says that nothing has changed, though it was not asked that", _LATER, True),
    401: ("wants a user name and a password", _LOGIN, False),
    403: ("does not let you read it", _SHARE, False),
    404: ("has nothing at this address", _ADDRESS, False),
    407: ("is behind a proxy, which is not used", "save the calendar as a file", False),
    408: ("waited too long", _LATER, True),
    410: ("has nothing at this address any more", _ADDRESS, False),
    425: ("wants to be asked later", _LATER, True),
    429: ("was asked too often", _LATER, True),
    451: ("may not give it out", _ADDRESS, False),
}
_BY_HUNDRED = {
    2: ("has nothing there", _ADDRESS, True),
    3: ("leads to several places", _ADDRESS, False),
    4: ("refuses the request", _ADDRESS, False),
    5: ("is out of order", _LATER, True),
}
_OTHER = ("answers in a way that cannot be understood", _ADDRESS, True)


def failure_of_status(status: int) -> Failure | None:
    """Why a status brings nothing; None where it does. Redirects that can be followed do not come here."""
    if status in _WITH_CONTENT:
        return None
    did, hint, passing = _KNOWN.get(status) or _BY_HUNDRED.get(status // 100, _OTHER)
    return Failure(f"{did} ({status})", hint, passing)


def failure_of_login(headers: Mapping[str, str], user: str | None) -> Failure:
    """Why a host lets nobody in, or not this user; no login but a user and a password over https is known."""
    wanted = headers.get("www-authenticate", "").strip().casefold()
    if wanted and "basic" not in wanted:
        kind = wanted.split(maxsplit=1)[0]
        name = kind if kind in {"digest", "bearer", "negotiate", "ntlm"} else "other means"
        return Failure(
            f"wants a login by {name}, and only one by 'Basic' is known (401)", _SHARE, passing=False
        )
    if user is None:
        did, hint, passing = _KNOWN[401]
        return Failure(f"{did} (401)", hint, passing)
    hint = "is the password still right? See 'credentials' in your own config.yaml (cb config)"
    return Failure(
        f"does not accept the user name '{user}' with the password given (401)", hint, passing=False
    )


_BY_TYPE: tuple[tuple[type[Exception], str, str | None], ...] = (
    (TimeoutError, "does not answer (timed out)", _LATER),
    (ssl.SSLError, "does not speak https as it should", _CLOCK_OR_NETWORK),
    (ConnectionRefusedError, "refuses the connection", "is the address right, and the server running?"),
    (ConnectionError, "broke off in the middle", _LATER),
    (IncompleteRead, "broke off in the middle", _LATER),
    (OSError, "cannot be reached", "is there a network?"),
)
"""The first that fits; what is left is no http."""


def failure_of_error(error: OSError | HTTPException | ValueError) -> Failure:
    """Why an exchange ended without an answer."""
    if isinstance(error, ssl.SSLCertVerificationError):
        what = _CERTIFICATES.get(error.verify_code, "is not one that this machine trusts")
        return Failure(f"cannot prove that it is itself: its certificate {what}", _CLOCK_OR_NETWORK)
    if isinstance(error, OSError) and error.errno in {ENETUNREACH, ENETDOWN}:
        return Failure("cannot be reached: there is no network", None)
    for kind, did, hint in _BY_TYPE:
        if isinstance(error, kind):
            return Failure(did, hint)
    return Failure("answers in a way that cannot be understood", "is the address right?")
