"""Read typed values from a file by its table of keys, collecting every problem on the way.

A kind turns a node into a value or tells the reading what is wrong with it; nothing is raised, so that all
problems of a file come out of one run. The values are tuples, as the nodes are, for the start of the program.
"""

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar, Union

from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.adapters.yaml_files.nodes import Document, MappingNode, Node, ScalarNode, Spot
from clientbridge.adapters.yaml_files.problems import FileProblems
from clientbridge.core.spelling import nearest

Json: TypeAlias = Union[  # noqa: UP007 - it refers to itself
    bool, int, str, Sequence["Json"], Mapping[str, "Json"], None
]
_MOST_UNKNOWN = 50
"""Limit on unknown keys of one mapping reported one by one, each with a suggestion."""
T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Note(NamedTuple):
    """Something worth knowing about a file that is not wrong."""

    file: str
    line: int
    say: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.say}"


class Reading(FileProblems):
    """One profile being read: its problems, its notes, and the zones that names are looked up in."""

    def __init__(self, *, document: Document, zones: ZoneDatabase) -> None:
        super().__init__(document)
        self.zones = zones
        self._notes: dict[tuple[int, str], Note] = {}

    def note(self, spot: Spot, say: str) -> None:
        """Note something that is not wrong."""
        self._notes.setdefault((spot.line, say), Note(file=self.document.file, line=spot.line, say=say))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Everything noted so far, in the order of the file."""
        return tuple(sorted(self._notes.values(), key=lambda note: note.line))


class Kind(Protocol[T_co]):
    """The type of a key: how its values are read and described."""

    @property
    def word(self) -> str:
        """What it is called in the docs: ``hours``."""
        ...

    def read(self, node: Node, reading: Reading) -> T_co | None:
        """The value; None, with a problem reported, where it cannot be understood."""
        ...

    def editor_schema(self) -> Json:
        """The JSON Schema for editors; never stricter than `read`."""
        ...


class Key(NamedTuple, Generic[T_co]):
    """One key of a section."""

    name: str
    kind: Kind[T_co]
    meaning: str
    """One sentence for the docs and the editor."""
    example: str
    """A value as it stands in a file."""
    personal: bool = False
    """Says something about a human being: left out of what is shared, erased on request."""
    required: bool = False


class Section(NamedTuple):
    """The keys that may stand together in one mapping."""

    name: str
    keys: tuple[Key[object], ...]

    def open(self, node: Node, reading: Reading) -> "Given | None":
        """The values of a mapping, reporting unknown and missing keys; None where it is not a mapping."""
        if not isinstance(node, MappingNode):
            first = self.keys[0]
            say = f"{self.name} is made of lines of its own, like '{first.name}'"
            reading.wrong(node.spot, say, f"write '{first.name}: {first.example}', one key a line")
            return None
        meant = self._tell_unknown_keys(node, reading)
        values = {entry.key.text: entry.value for entry in node.entries}
        given = Given(node, values, reading)
        for key in self.keys:
            if key.required and not given.has(key) and key.name not in meant:
                self._tell_missing(key, node, reading)
        return given

    def _tell_unknown_keys(self, node: MappingNode, reading: Reading) -> frozenset[str | None]:
        """Report the first unknown keys; return the keys probably meant."""
        known = {key.name for key in self.keys}
        unknown = [entry.key for entry in node.entries if entry.key.text not in known]
        meant = frozenset(self._tell_unknown(key, reading) for key in unknown[:_MOST_UNKNOWN])
        if len(unknown) > _MOST_UNKNOWN:
            more = len(unknown) - _MOST_UNKNOWN
            reading.wrong(unknown[_MOST_UNKNOWN].spot, f"{more} more unknown keys", "is it the right file?")
        return meant

    def _tell_unknown(self, key: ScalarNode, reading: Reading) -> str | None:
        """Report an unknown key; return the key probably meant, so that it is not reported missing too."""
        close = nearest(key.text.replace("-", "_"), (known.name for known in self.keys), most=1)
        hint = (
            f"did you mean '{close[0]}'?" if close else f"known here: {', '.join(k.name for k in self.keys)}"
        )
        reading.wrong(key.spot, f"unknown key '{key.text}'", hint)
        return close[0] if close else None

    def _tell_missing(self, key: Key[object], fields: MappingNode, reading: Reading) -> None:
        written = next((entry.key for entry in fields.entries if entry.key.text == key.name), None)
        if written is not None:
            reading.wrong(written.spot, f"'{key.name}' has no value", f"write '{key.name}: {key.example}'")
        else:
            spot = fields.entries[0].key.spot if fields.entries else fields.spot
            reading.missing(spot, f"{self.name} needs '{key.name}'", f"add '{key.name}: {key.example}'")


class Given(NamedTuple):
    """What one mapping of a file gives, key by key."""

    fields: MappingNode
    values: Mapping[str, Node]
    reading: Reading

    def get(self, key: Key[T]) -> T | None:
        """The value of a key; None where it is left out or wrong."""
        node = self._node(key.name)
        return None if node is None else key.kind.read(node, self.reading)

    def has(self, key: Key[object]) -> bool:
        """Whether something stands after the key, right or wrong."""
        return self._node(key.name) is not None

    def spot(self, key: Key[object]) -> Spot:
        """Where the value of a key stands; the start of the mapping for a key that is not given."""
        node = self._node(key.name)
        return self.fields.spot if node is None else node.spot

    def _node(self, name: str) -> Node | None:
        node = self.values.get(name)
        return None if isinstance(node, ScalarNode) and node.is_left_out else node
