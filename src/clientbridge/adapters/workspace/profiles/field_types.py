"""The kinds of values: one text, a choice, a list, a mapping; a zone."""

from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from clientbridge.adapters.workspace.profiles.reading import Given, Json, Kind, Reading, Section
from clientbridge.adapters.yaml_files.nodes import Node, ScalarNode, SequenceNode
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.spelling import nearest
from clientbridge.core.workspace.profiles import DateRange

T = TypeVar("T")

SCALAR: Json = ["string", "number", "boolean", "null"]
"""An editor's YAML sees a number in ``0478`` and nothing in ``null``; the reader sees the text."""


def one_text(node: Node, reading: Reading, expected: str) -> ScalarNode | None:
    """The node as one text; a list or mapping is reported as a problem."""
    if isinstance(node, ScalarNode):
        return node
    collection = "a list" if isinstance(node, SequenceNode) else "'key: value' lines"
    reading.wrong(node.spot, f"{collection} where {expected} belongs", "write one text after the colon")
    return None


class Words(NamedTuple, Generic[T]):
    """One text, understood by `parse`, which raises ValueError or one of our errors."""

    word: str
    expected: str
    """Completes "… where ___ belongs"."""
    parse: Callable[[str], T]
    pattern: str | None = None
    """For editors: a regular expression that everything right matches."""

    def read(self, node: Node, reading: Reading) -> T | None:
        """The value of one text."""
        text = one_text(node, reading, self.expected)
        if text is None:
            return None
        try:
            return self.parse(text.text)
        except ClientbridgeError as error:
            reading.wrong(node.spot, error.say, error.hint)
        except ValueError as error:
            say, *suggestion = str(error).rsplit("; ", 1)
            reading.wrong(node.spot, say, "".join(suggestion) or f"write {self.expected}")
        return None

    def editor_schema(self) -> Json:
        """Text, with a pattern where there is one."""
        return {"type": SCALAR} if self.pattern is None else {"type": SCALAR, "pattern": self.pattern}


class Choice(NamedTuple, Generic[T]):
    """One of a few words."""

    word: str
    choices: Mapping[str, T]

    def read(self, node: Node, reading: Reading) -> T | None:
        """The value of a word, in any case."""
        expected = " or ".join(f"'{choice}'" for choice in list(self.choices)[:3])
        text = one_text(node, reading, expected)
        if text is None:
            return None
        found = self.choices.get(text.text.strip().casefold())
        if found is None:
            close = nearest(text.text, self.choices, most=1)
            hint = f"did you mean '{close[0]}'?" if close else f"write {expected}"
            reading.wrong(node.spot, f"'{text.text}' is not {self.word}", hint)
        return found

    def editor_schema(self) -> Json:
        """The words; for yes and no also what an editor makes of them."""
        words: list[Json] = list(self.choices)
        return {"enum": [*words, True, False] if "true" in self.choices else words}


class ListOf(NamedTuple, Generic[T]):
    """Several values of one kind."""

    of: Kind[T]
    or_one: bool = False
    """Whether one value may stand without a list around it."""

    @property
    def word(self) -> str:
        """``list of texts``."""
        return f"{self.of.word}, or a list of them" if self.or_one else f"list of {self.of.word}"

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Every value that can be understood, in order."""
        if self.or_one and isinstance(node, ScalarNode):
            node = SequenceNode(spot=node.spot, items=(node,), flow=True)
        if not isinstance(node, SequenceNode):
            written = node.text if isinstance(node, ScalarNode) else "…"
            reading.wrong(
                node.spot, f"a list of {self.of.word} belongs here", f"write it in brackets: [{written}]"
            )
            return ()
        values = (self.of.read(item, reading) for item in node.items)
        return tuple(value for value in values if value is not None)

    def editor_schema(self) -> Json:
        """An array."""
        several: Json = {"type": ["array", "null"], "items": self.of.editor_schema()}
        return {"anyOf": [self.of.editor_schema(), several]} if self.or_one else several


class MappingOf(NamedTuple):
    """A mapping with keys of its own."""

    section: Section

    @property
    def word(self) -> str:
        """The name of the section."""
        return self.section.name

    def read(self, node: Node, reading: Reading) -> Given | None:
        """What the mapping gives."""
        return self.section.open(node, reading)

    def editor_schema(self) -> Json:
        """An object with these keys and no others."""
        return object_schema(self.section)


def object_schema(section: Section) -> dict[str, Json]:
    """JSON Schema of one section."""
    properties: dict[str, Json] = {}
    for key in section.keys:
        schema = key.kind.editor_schema()
        described: dict[str, Json] = dict(schema) if isinstance(schema, Mapping) else {}
        properties[key.name] = {**described, "description": f"{key.meaning} Example: {key.example}"}
    required: list[Json] = [key.name for key in section.keys if key.required]
    return {
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": properties,
        **({"required": required} if required else {}),
    }


class ZoneName(NamedTuple):
    """A time zone of the database in use."""

    word: str = "zone"

    def read(self, node: Node, reading: Reading) -> ZoneInfo | None:
        """The zone; abbreviations and unknown names are reported with the zones that may be meant."""
        return Words("zone", "a time zone like Europe/Brussels", reading.zones.find).read(node, reading)

    def editor_schema(self) -> Json:
        """Text: there are too many zones to list."""
        return {"type": "string"}


class DaysOrSeason(NamedTuple):
    """A range of days, or the name of a season such as ``ramadan``."""

    days: Kind[DateRange]
    word: str = "days or a season"

    def read(self, node: Node, reading: Reading) -> DateRange | str | None:
        """Digits make it a range of days."""
        text = one_text(node, reading, "days like 2026-12-01..2026-12-09 or a season like ramadan")
        if text is None or any(char.isdigit() for char in text.text):
            return None if text is None else self.days.read(node, reading)
        return text.text.strip().casefold().replace(" ", "_")

    def editor_schema(self) -> Json:
        """Text."""
        return {"type": "string"}
