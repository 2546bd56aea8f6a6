"""What a YAML file holds, before anything is understood: texts, lists and mappings with their places.

Tuples and not dataclasses: a file has hundreds of them, and a frozen dataclass takes thrice as long to make
and eight times as long to define when the program starts.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias, Union

from clientbridge.core.errors import Problem


class Style(Enum):
    """How a text is written."""

    PLAIN = "plain"
    SINGLE = "'"
    DOUBLE = '"'
    BLOCK = "|"


class Spot(NamedTuple):
    """Where something stands: line and column count from 1; the offsets point into `Document.text`."""

    line: int
    column: int
    start: int
    end: int
    """Half-open; of a collection in block style it may lie after blank lines and comments."""


class ScalarNode(NamedTuple):
    """One scalar, as typed. Plain and empty is a key without a value."""

    spot: Spot
    text: str
    style: Style

    @property
    def is_left_out(self) -> bool:
        """Whether nothing at all stands after the colon."""
        return self.style is Style.PLAIN and not self.text


class SequenceNode(NamedTuple):
    """A list."""

    spot: Spot
    items: "tuple[Node, ...]"
    flow: bool
    """Written as ``[a, b]``."""


class Entry(NamedTuple):
    """One ``key: value``."""

    key: ScalarNode
    value: "Node"


class MappingNode(NamedTuple):
    """A mapping, in the order of the file; keys are unique (a second one is a problem and is left out)."""

    spot: Spot
    entries: tuple[Entry, ...]
    flow: bool
    """Written as ``{a: b}``."""

    def get(self, key: str) -> "Node | None":
        """The value of `key`, or None where it is not given."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Union[ScalarNode, SequenceNode, MappingNode]  # noqa: UP007 - a forward reference cannot be joined with |


class Document(NamedTuple):
    """One file, read as far as it can be read."""

    file: str
    text: str
    """The file's characters without a byte order mark; offsets in spots point here."""
    byte_order_mark: bool
    root: MappingNode | None
    """None when there is no mapping at all; then `problems` says why."""
    problems: tuple[Problem, ...]
    damaged: frozenset[int]
    """Lines set aside after a syntax error: nothing may be concluded from what they seem to lack."""


def descend(node: Node | None, path: Sequence[str | int]) -> Node | None:
    """What stands below `node` by these keys and positions; None where there is no such place."""
    for step in path:
        if isinstance(node, MappingNode):
            node = node.get(str(step))
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def texts(node: Node) -> Iterator[ScalarNode]:
    """Every text below and including `node`, keys too, in the order of the file."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from texts(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from texts(entry.value)


def texts_under(node: Node | None, key: str) -> Iterator[ScalarNode]:
    """Every text that is the value of `key`, however deep."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from texts_under(item, key)
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            if entry.key.text == key and isinstance(entry.value, ScalarNode) and not entry.value.is_left_out:
                yield entry.value
            else:
                yield from texts_under(entry.value, key)
