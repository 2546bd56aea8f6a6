"""Typed values of a mapping, key by key: problems are collected, and reading goes on with a harmless value.

For files whose keys are read by code, such as the country files. Profiles are read by a table of keys
(`workspace/profiles/schema`), which editors and documents need too.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from clientbridge.adapters.yaml_files.nodes import MappingNode, Node, ScalarNode, SequenceNode, Spot
from clientbridge.adapters.yaml_files.problems import FileProblems
from clientbridge.core.spelling import nearest
from clientbridge.core.time.hours import ClockRange, DayHours, HoursError, parse_hours

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

KeyPath = tuple[str | int, ...]
"""From the top of a file to a value: ``("claims", 3, "say")``."""

_UNREADABLE_DAY = date(1, 1, 1)


class Fields:
    """The keys of one mapping; unknown keys are reported at once."""

    def __init__(self, node: Node, problems: FileProblems, known: Collection[str] | None = None) -> None:
        self._spot = node.spot
        self._problems = problems
        self._values: dict[str, Node] = {}
        if not isinstance(node, MappingNode):
            problems.wrong(node.spot, "expected 'key: value' lines here")
            return
        for key, value in node.entries:
            if known is None or key.text in known:
                self._values[key.text] = value
            else:
                close = nearest(key.text, known, most=1)
                problems.wrong(key.spot, f"unknown key '{key.text}'", _unknown_key_hint(key.text, close))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def maybe(self, key: str) -> str | None:
        """A text, or None where the key is missing or empty."""
        node = self._values.get(key)
        if node is None or _is_empty(node):
            return None
        if not isinstance(node, ScalarNode):
            self._problems.wrong(node.spot, f"'{key}' is one text")
            return None
        return node.text.strip()

    def text(self, key: str) -> str:
        """A required text."""
        text = self.maybe(key)
        if text is None:
            self._problems.missing(self._place_of(key), f"'{key}' is missing")
        return text or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single one stands for a list of one."""
        node = self._values.get(key)
        if node is None or _is_empty(node):
            return ()
        items = node.items if isinstance(node, SequenceNode) else (node,)
        texts = tuple(item.text for item in items if isinstance(item, ScalarNode))
        if len(texts) < len(items):
            self._problems.wrong(node.spot, f"'{key}' is a list of texts, like [a, b]")
            return ()
        return texts

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of a list, unread; a missing key is an empty list."""
        node = self._values.get(key)
        if node is None or _is_empty(node):
            return ()
        if isinstance(node, SequenceNode):
            return node.items
        self._problems.wrong(node.spot, f"'{key}' is a list")
        return ()

    def rows(self, key: str, known: Collection[str]) -> "Iterator[Fields]":
        """The mappings of a list."""
        for node in self.nodes(key):
            yield Fields(node, self._problems, known)

    def under(self, key: str, known: Collection[str] | None = None) -> "Fields | None":
        """The mapping under a key; None where it is missing or empty."""
        node = self._values.get(key)
        return None if node is None or _is_empty(node) else Fields(node, self._problems, known)

    def part(self, key: str) -> "Fields":
        """The required mapping under a key."""
        part = self.under(key)
        if part is None:
            self._problems.missing(self._spot, f"'{key}' is missing")
            return Fields(MappingNode(self._spot, (), flow=False), self._problems)
        return part

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
        chosen = self._chosen(key, text, choices) if text else None
        return first if chosen is None else chosen

    def choices(self, key: str, choices: type[ChoiceT]) -> tuple[ChoiceT, ...]:
        """Words out of a closed set; a missing key is none of them."""
        chosen = (self._chosen(key, text, choices) for text in self.texts(key))
        return tuple(choice for choice in chosen if choice is not None)

    def _chosen(self, key: str, text: str, choices: type[ChoiceT]) -> ChoiceT | None:
        for choice in choices:
            if choice.value == text:
                return choice
        known = [choice.value for choice in choices]
        close = nearest(text, known, most=1)
        what = key.removesuffix("s")
        self.wrong(key, f"'{text}' is no {what}", close[0] if close else f"one of {', '.join(known)}")
        return None

    def clock_range(self, start: str = "start", end: str = "end") -> ClockRange:
        """A required range of the day from two keys."""
        return self.hours_in(f"{self.text(start)}-{self.text(end)}", start)[0]

    def hours_in(self, text: str, key: str) -> DayHours:
        """Hours like ``09:00-12:00``, reported at `key` when they cannot be understood."""
        try:
            return parse_hours(text)
        except HoursError as error:
            self.wrong(key, str(error))
            return (ClockRange(0, 1),)

    def wrong(self, key: str, say: str, suggestion: str | None = None) -> None:
        """Record a problem at the value of a key, or where the mapping starts."""
        self._problems.wrong(self._place_of(key), say, suggestion)

    def _place_of(self, key: str) -> Spot:
        node = self._values.get(key)
        return self._spot if node is None else node.spot


def _unknown_key_hint(key: str, close: tuple[str, ...]) -> str | None:
    if key == "confidence":
        return "confidence is computed from the sources; leave it out"
    if key in {"name", "languages", "currency", "timezone", "weekend"}:
        return "derived by the program; leave it out"
    return f"did you mean '{close[0]}'?" if close else None


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.text.strip() in {"", "null", "~"}


def locate(root: Node, path: KeyPath) -> Spot:
    """The place of the value at the end of a path, or of the last one on the way that exists."""
    node = root
    for step in path:
        if isinstance(node, MappingNode):
            following = node.get(str(step))
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            following = node.items[step]
        else:
            break
        if following is None:
            break
        node = following
    return node.spot
