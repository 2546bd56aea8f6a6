"""Values as YAML that every reader understands alike: quoted where one could take them for another type."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, Union

from clientbridge.adapters.yaml_files.nodes import Style
from clientbridge.core.errors import UsageError

Value: TypeAlias = Union[str, Sequence["Value"], Mapping[str, "Value"]]  # noqa: UP007 - a forward reference

_PLAIN_START = re.compile(r"[^\W_]|[+./(_]")
_PLAIN_REST = re.compile(r"[\w \-+./()&'@;!?%*=~$^<>|:#\"…–—，、。·]*")
_FLOW_MARKS = re.compile(r"[,\[\]{}]")
_WORDS_WITH_A_TYPE = frozenset({"yes", "no", "y", "n", "on", "off", "true", "false", "null", "none"})
_NUMBER = re.compile(r"[-+]?[\d_.][\d_.,]*(?:e[-+]?\d+)?|0[box][\da-f_]+|[-+]?\.(?:inf|nan)", re.IGNORECASE)
_SEXAGESIMAL = re.compile(r"[-+]?\d[\d_]*(?::\d{1,2})+(?:\.[\d_]*)?")
_TIMESTAMP = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?")
_NEEDS_ESCAPE = re.compile(
    r"[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


def scalar(text: str, *, flow: bool = False, style: Style = Style.PLAIN) -> str:
    """One text, in the style asked for where it can carry it; `flow` is inside brackets.

    Raises:
        UsageError: half of a surrogate pair, which no file can hold.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise UsageError("this text holds characters that cannot be saved", hint="type it again")
    if _NEEDS_ESCAPE.search(text):
        return _double_quoted(text)
    if style is Style.SINGLE:
        return "'" + text.replace("'", "''") + "'"
    if style is Style.DOUBLE:
        return _double_quoted(text)
    if _may_be_plain(text, flow=flow):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _double_quoted(text: str) -> str:
    def escape(match: re.Match[str]) -> str:
        char = match[0]
        return _SHORT_ESCAPES.get(char) or (f"\\U{ord(char):08x}")

    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _NEEDS_ESCAPE.sub(escape, escaped) + '"'


def _may_be_plain(text: str, *, flow: bool) -> bool:
    starts_well = _PLAIN_START.match(text) is not None and _without_flow_marks(text, flow=flow)
    safe = starts_well and text == text.strip() and ": " not in text and " #" not in text and text[-1] != ":"
    return safe and not _could_be_typed(text)


def _without_flow_marks(text: str, *, flow: bool) -> bool:
    unmarked = _FLOW_MARKS.sub("", text)
    return _PLAIN_REST.fullmatch(unmarked) is not None and (
        not flow or (unmarked == text and ":" not in text)
    )


def _could_be_typed(text: str) -> bool:
    """Whether a reader of YAML 1.1 or 1.2 takes this for a number, a date, yes or no, or nothing."""
    return text.casefold() in _WORDS_WITH_A_TYPE or any(
        pattern.fullmatch(text) for pattern in (_NUMBER, _SEXAGESIMAL, _TIMESTAMP)
    )


def in_brackets(value: Value) -> str:
    """A value on one line inside brackets: ``[fr, nl]``, ``{directness: 2}``."""
    match value:
        case str():
            return scalar(value, flow=True)
        case Mapping():
            pairs = (f"{scalar(key, flow=True)}: {in_brackets(item)}" for key, item in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _:
            return "[" + ", ".join(in_brackets(item) for item in value) + "]"


def on_lines(key: str, value: Value, *, indent: int) -> list[str]:
    """``key: value`` as lines; mappings in a list get a line for each key, the rest stays on one."""
    margin = " " * indent
    if isinstance(value, str):
        return [f"{margin}{scalar(key)}: {scalar(value)}"]
    if isinstance(value, Sequence) and value and all(isinstance(item, Mapping) and item for item in value):
        lines = [f"{margin}{scalar(key)}:"]
        for item in value:
            lines += item_lines(item, indent=indent + 2)
        return lines
    return [f"{margin}{scalar(key)}: {in_brackets(value)}"]


def item_lines(value: Value, *, indent: int) -> list[str]:
    """One item of a list written with dashes."""
    margin = " " * indent
    if isinstance(value, str):
        return [f"{margin}- {scalar(value)}"]
    if isinstance(value, Mapping) and value:
        lines = [line for key, item in value.items() for line in on_lines(key, item, indent=indent + 2)]
        return [f"{margin}- {lines[0].lstrip()}", *lines[1:]]
    return [f"{margin}- {in_brackets(value)}"]
