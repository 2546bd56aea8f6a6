"""Typed reading of one YAML mapping with the place of each mistake; fast enough for each command.

Scalars stay text, as everywhere. What is wrong is collected, never raised: the reader goes on with a harmless
value and the caller looks at `Mistakes` when it is done.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from clientbridge.core.errors import Problem
from clientbridge.core.spelling import nearest

if TYPE_CHECKING:
    from yaml import Node

    from clientbridge.core.time.hours import ClockRange, DayHours

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

KeyPath = tuple[str | int, ...]
"""From the top of a file to a value: ``("claims", 3, "say")``."""

_UNREADABLE_DAY = date(1, 1, 1)


class Mistakes:
    """The problems found so far in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def tell(self, node: "Node", say: str, suggestion: str | None = None) -> None:
        """Record a problem where the node starts."""
        mark = node.start_mark
        self.found.append(
            Problem(
                file=self.file, line=mark.line + 1, column=mark.column + 1, say=say, suggestion=suggestion
            )
        )


class Fields:
    """The keys of one mapping; unknown and repeated keys are told at once."""

    def __init__(self, node: "Node", mistakes: Mistakes, known: Collection[str] | None = None) -> None:
        from yaml import MappingNode

        self._node = node
        self._mistakes = mistakes
        self._values: dict[str, Node] = {}
        if not isinstance(node, MappingNode):
            mistakes.tell(node, "expected 'key: value' lines here")
            return
        for key_node, value in node.value:
            self._add(key_node, value, known)

    def _add(self, key_node: "Node", value: "Node", known: Collection[str] | None) -> None:
        key = str(key_node.value)
        if key in self._values:
            self._mistakes.tell(key_node, f"'{key}' is given twice", "keep one of them")
        elif known is not None and key not in known:
            close = nearest(key, known, most=1)
            self._mistakes.tell(key_node, f"unknown key '{key}'", _unknown_key_hint(key, close))
        else:
            self._values[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def maybe(self, key: str) -> str | None:
        """A text, or None where the key is missing or empty."""
        from yaml import ScalarNode

        node = self._values.get(key)
        if node is None:
            return None
        if not isinstance(node, ScalarNode):
            self._mistakes.tell(node, f"'{key}' is one text")
            return None
        text = str(node.value).strip()
        return None if text in {"", "null", "~"} else text

    def text(self, key: str) -> str:
        """A required text."""
        found = self.maybe(key)
        if found is None:
            self._mistakes.tell(self._values.get(key, self._node), f"'{key}' is missing")
        return found or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single one stands for a list of one."""
        from yaml import ScalarNode, SequenceNode

        node = self._values.get(key)
        if node is None:
            return ()
        if isinstance(node, ScalarNode):
            return (str(node.value),) if node.value not in {"", "null"} else ()
        if not isinstance(node, SequenceNode) or any(not isinstance(item, ScalarNode) for item in node.value):
            self._mistakes.tell(node, f"'{key}' is a list of texts, like [a, b]")
            return ()
        return tuple(str(item.value) for item in node.value)

    def nodes(self, key: str) -> "tuple[Node, ...]":
        """The items of a list, unread; a missing key is an empty list."""
        from yaml import SequenceNode

        node = self._values.get(key)
        if node is None:
            return ()
        if isinstance(node, SequenceNode):
            return tuple(node.value)
        if str(node.value) not in {"", "null", "~"}:
            self._mistakes.tell(node, f"'{key}' is a list")
        return ()

    def rows(self, key: str, known: Collection[str]) -> "Iterator[Fields]":
        """The mappings of a list."""
        for node in self.nodes(key):
            yield Fields(node, self._mistakes, known)

    def under(self, key: str, known: Collection[str] | None = None) -> "Fields | None":
        """The mapping under a key; None where it is missing or empty."""
        from yaml import ScalarNode

        node = self._values.get(key)
        if node is None or (isinstance(node, ScalarNode) and node.value in {"", "null", "~"}):
            return None
        return Fields(node, self._mistakes, known)

    def part(self, key: str) -> "Fields":
        """The required mapping under a key."""
        found = self.under(key)
        if found is None:
            self._mistakes.tell(self._node, f"'{key}' is missing")
            return Fields(self._node, self._mistakes)
        return found

    def day(self, key: str) -> date:
        """A required date like ``2026-11-24``."""
        text = self.text(key)
        try:
            return date.fromisoformat(text) if text else _UNREADABLE_DAY
        except ValueError:
            self.wrong(key, f"'{text}' is not a date", "write it like 2026-11-24")
            return _UNREADABLE_DAY

    def whole(self, key: str, low: int, high: int) -> int:
        """A required whole number from `low` to `high`."""
        text = self.text(key)
        if re.fullmatch(r"-?\d+", text) and low <= int(text) <= high:
            return int(text)
        if text:
            self.wrong(key, f"'{key}' is a whole number from {low} to {high}, not '{text}'")
        return low

    def yes(self, key: str) -> bool:
        """Whether the key says yes; missing means no."""
        text = (self.maybe(key) or "no").casefold()
        if text not in {"yes", "no", "true", "false"}:
            self.wrong(key, f"'{key}' is yes or no, not '{text}'")
        return text in {"yes", "true"}

    def choice(self, key: str, choices: type[ChoiceT]) -> ChoiceT:
        """A required word out of a closed set."""
        text = self.text(key)
        first, *_ = choices
        for choice in choices:
            if choice.value == text:
                return choice
        if text:
            known = [choice.value for choice in choices]
            close = nearest(text, known, most=1)
            self.wrong(key, f"'{text}' is no {key}", close[0] if close else f"one of {', '.join(known)}")
        return first

    def clock_range(self, start: str = "start", end: str = "end") -> "ClockRange":
        """A required range of the day from two keys."""
        return self.hours_in(f"{self.text(start)}-{self.text(end)}", start)[0]

    def hours_in(self, text: str, key: str) -> "DayHours":
        """Hours like ``09:00-12:00``, told at `key` when they cannot be understood."""
        from clientbridge.core.time.hours import ClockRange, HoursError, parse_hours

        try:
            return parse_hours(text)
        except HoursError as error:
            self.wrong(key, str(error))
            return (ClockRange(0, 1),)

    def wrong(self, key: str, say: str, suggestion: str | None = None) -> None:
        """Record a problem at the value of a key, or where the mapping starts."""
        self._mistakes.tell(self._values.get(key, self._node), say, suggestion)


def _unknown_key_hint(key: str, close: tuple[str, ...]) -> str | None:
    if key == "confidence":
        return "confidence is computed from the sources; leave it out"
    if key in {"name", "languages", "currency", "timezone", "weekend"}:
        return "derived by the program; leave it out"
    return f"did you mean '{close[0]}'?" if close else None


def locate(root: "Node", path: KeyPath) -> "Node":
    """The node at the end of a path, or the last one on the way that exists."""
    from yaml import MappingNode, SequenceNode

    for step in path:
        if isinstance(root, MappingNode):
            found = [value for key, value in root.value if key.value == str(step)]
        elif isinstance(root, SequenceNode) and isinstance(step, int) and step < len(root.value):
            found = [root.value[step]]
        else:
            found = []
        if not found:
            return root
        root = found[0]
    return root
