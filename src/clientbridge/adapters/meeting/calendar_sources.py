"""The text of a calendar: a file, a folder of files, or an https address. Bounded in size and time."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.core.errors import Problem, SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from datetime import datetime
    from http.client import HTTPMessage
    from urllib.request import OpenerDirector

MOST_BYTES = 50_000_000
"""Limit on the bytes of all files of a calendar together; years of a busy calendar are some 5 MB."""
MOST_FILES = 50_000
_SECONDS = 10
_SUFFIX = ".ics"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarText:
    """One file of a calendar, or what an address answered."""

    name: str
    """What a message calls it: the path of a file, relative to the workspace, or ``https://host``."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTexts:
    """All that could be read of a calendar, and what could not."""

    texts: tuple[CalendarText, ...]
    unread: tuple[Problem, ...] = ()
    """Single files of a folder that cannot be read."""
    fetched: "datetime | None" = None
    """When the copy in use was fetched, where an address does not answer now."""
    failure: str | None = None
    """Why a copy is in use, as a sentence of its own: ``cal.example does not answer (timed out)``."""


def calendar_texts(address: str, folder: Path, *, copies: JsonCache, now: "datetime") -> CalendarTexts:
    """The texts of a calendar; a path is relative to the folder of the workspace.

    `copies` is where the last good answer of an address is kept. Raises SourceFailedError or FileFailedError.
    """
    del copies, now
    return CalendarTexts(texts=tuple(_texts(address, folder)))


def _texts(address: str, folder: Path) -> Iterator[CalendarText]:
    scheme, separator, rest = address.partition("://")
    if separator:
        whole = f"https://{rest}" if scheme == "webcal" else address
        yield CalendarText(name=shown_address(whole), text=_decoded(_fetched(whole)))
        return
    place = folder / Path(address).expanduser()
    try:
        if place.is_dir():
            yield from _folder_texts(place, address)
        else:
            yield CalendarText(name=address, text=_decoded(_file_bytes(place, address, MOST_BYTES)))
    except (OSError, ValueError, RuntimeError) as error:  # also no name for a file: with a NUL, ~nobody
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise SourceFailedError(
            f"the calendar {address} cannot be read: {why}",
            hint="correct 'calendar:' in the profile, or take it out",
        ) from None


def _folder_texts(place: Path, address: str) -> Iterator[CalendarText]:
    files = sorted(file for file in place.rglob(f"*{_SUFFIX}") if not file.name.startswith("."))
    if len(files) > MOST_FILES:
        raise SourceFailedError(
            f"the calendar folder {address} has {len(files)} files, more than {MOST_FILES}"
        )
    left = MOST_BYTES
    for file in files:
        content = _file_bytes(file, address, left)
        left -= len(content)
        name = f"{address.rstrip('/')}/{file.relative_to(place).as_posix()}"
        yield CalendarText(name=name, text=_decoded(content))


def _file_bytes(file: Path, address: str, most: int) -> bytes:
    with file.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise _too_large(address)
    return content


def _too_large(address: str) -> SourceFailedError:
    return SourceFailedError(
        f"the calendar {address} is larger than {MOST_BYTES // 1_000_000} MB",
        hint="export a calendar of this year only",
    )


def _decoded(content: bytes) -> str:
    """Titles may be garbled by a wrong encoding; they are not read, and times are plain ASCII."""
    return content.decode("utf-8-sig", errors="replace")


def _fetched(address: str) -> bytes:
    from urllib.error import URLError

    _check(address)
    try:
        with _opener().open(address, timeout=_SECONDS) as answer:
            content: bytes = answer.read(MOST_BYTES + 1)
    except (URLError, OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise SourceFailedError(f"the calendar {shown_address(address)} cannot be read: {reason}") from None
    if len(content) > MOST_BYTES:
        raise _too_large(shown_address(address))
    return content


def _opener() -> "OpenerDirector":
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class SafeRedirects(HTTPRedirectHandler):
        """A redirect may not lead to an address that would have been refused."""

        def redirect_request(  # noqa: PLR0917  (the signature of the standard library)
            self, req: Request, fp: IO[bytes], code: int, msg: str, headers: "HTTPMessage", newurl: str
        ) -> Request | None:
            _check(newurl)
            return super().redirect_request(req, fp, code, msg, headers, newurl)

    return build_opener(SafeRedirects)


def _check(address: str) -> None:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise SourceFailedError(
            f"the calendar {shown_address(address)} cannot be read: {error}", hint="correct the address"
        ) from None
    if parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(parts.hostname)):
        return
    raise SourceFailedError(
        f"the calendar {shown_address(address)} is not read: only https addresses are",
        hint="write the address with https, or keep the calendar in a file",
    )


def _is_this_machine(host: str | None) -> bool:
    if host is None:
        return False
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def shown_address(calendar: str) -> str:
    """What may be said of a calendar: its file, or of an address the host alone.

    Private addresses carry a key, a name or a password in every other part.
    """
    if "://" not in calendar:
        return calendar
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(calendar)
    except ValueError:  # brackets that close nothing
        return f"{calendar.partition('://')[0]}://"
    return f"{parts.scheme}://{parts.hostname or ''}"
