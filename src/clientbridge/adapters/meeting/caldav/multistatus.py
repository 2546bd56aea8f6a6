"""The answers of a WebDAV server (RFC 4918), read by a parser that expands nothing.

A document type is refused before anything in it is read: no answer needs one, and only there can entities be
declared that grow without end or name files. What an answer says of its encoding is not followed. Depth and
number of elements are bounded, the bytes before that.
"""

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit
from xml.parsers.expat import ExpatError, ParserCreate  # no tree builder, and a document type is refused

if TYPE_CHECKING:
    from collections.abc import Iterator

DAV = "DAV:"
CALDAV = "urn:ietf:params:xml:ns:caldav"
CARDDAV = "urn:ietf:params:xml:ns:carddav"
CALENDAR_SERVER = "http://calendarserver.org/ns/"
_MOST_DEPTH = 30
_MOST_ELEMENTS = 200_000
"""Some eight an appointment: more than twenty thousand of them."""
_GOOD = "200"


class NoMultistatusError(ValueError):
    """The answer is none that a WebDAV server gives."""


class XmlElement:
    """An element with its children; its name has its namespace before it: ``DAV: href``."""

    __slots__ = ("children", "name", "pieces")

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[str] = []
        self.children: list[XmlElement] = []

    @property
    def text(self) -> str:
        """What stands in it, besides what stands in its children."""
        return "".join(self.pieces)

    def all(self, namespace: str, name: str) -> "Iterator[XmlElement]":
        """The children of that name."""
        wanted = f"{namespace} {name}"
        return (child for child in self.children if child.name == wanted)

    def first(self, namespace: str, name: str) -> "XmlElement | None":
        """The first child of that name."""
        return next(self.all(namespace, name), None)


class DavResource(NamedTuple):
    """What a server says of one of its resources."""

    path: str
    """Its path on the server, nothing escaped."""
    status: str
    """Of the resource itself, where it has one: ``404``; else empty."""
    found: XmlElement
    """The properties that it has."""

    def text(self, namespace: str, name: str) -> str | None:
        """The text of a property; None where it has none."""
        element = self.found.first(namespace, name)
        return None if element is None else element.text.strip() or None

    def kinds(self) -> frozenset[str]:
        """What it is: ``DAV: collection`` and more."""
        element = self.found.first(DAV, "resourcetype")
        return frozenset() if element is None else frozenset(child.name for child in element.children)

    def leads_to(self, namespace: str, name: str) -> str | None:
        """The address that a property holds, as it is written."""
        element = self.found.first(namespace, name)
        href = None if element is None else element.first(DAV, "href")
        return None if href is None else href.text.strip() or None


def multistatus(content: bytes) -> tuple[DavResource, ...]:
    """The resources of an answer; raises NoMultistatusError for anything else."""
    root = _tree(content)
    if root.name != f"{DAV} multistatus":
        raise NoMultistatusError
    return tuple(_resource(response) for response in root.all(DAV, "response"))


def path_of(href: str) -> str:
    """The path in an address or part of one, nothing escaped; raises NoMultistatusError for no address."""
    try:
        return unquote(urlsplit(href.strip()).path)
    except ValueError:
        raise NoMultistatusError from None


def _resource(response: XmlElement) -> DavResource:
    href, status = response.first(DAV, "href"), response.first(DAV, "status")
    if href is None:
        raise NoMultistatusError
    found = XmlElement("found")
    for propstat in response.all(DAV, "propstat"):
        said, properties = propstat.first(DAV, "status"), propstat.first(DAV, "prop")
        if properties is not None and (said is None or _code(said) == _GOOD):
            found.children += properties.children
    return DavResource(path_of(href.text), "" if status is None else _code(status), found)


def _code(status: XmlElement) -> str:
    """``404`` of ``HTTP/1.1 404 Not Found``."""
    words = status.text.split()
    return words[1] if len(words) > 1 else ""


def _tree(content: bytes) -> XmlElement:
    building = _Building()
    parser = ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = building.refuse
    parser.EntityDeclHandler = building.refuse
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - it has no name
    except (ExpatError, ValueError):
        raise NoMultistatusError from None
    return building.top.children[0]


class _Building:
    """The tree as far as it was read."""

    def __init__(self) -> None:
        self.top = XmlElement("")
        self._open = [self.top]
        self._count = 0

    def refuse(self, *_: object) -> None:
        raise NoMultistatusError

    def start(self, name: str, _: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _MOST_DEPTH:
            raise NoMultistatusError
        element = XmlElement(name)
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        self._open[-1].pieces.append(text)
