"""Write any result as one JSON document; no command needs code of its own here.

Instants are written as ``2026-11-24T08:00:00Z``, local times with their offset, dates as ISO dates, enums as
their value, calls of the program as they are typed. Field names are part of the interface (docs/answers.md).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from json.encoder import encode_basestring
from zoneinfo import ZoneInfo

from clientbridge.core.command_line import CommandLine
from clientbridge.core.results import Result
from clientbridge.render.command_text import typed
from clientbridge.render.formats import Envelope
from clientbridge.render.safe_text import is_safe

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]

SCHEMA = 1


def to_json(result: Result, envelope: Envelope) -> str:
    """Return one document ending in a line break; equal results give equal text."""
    document: dict[str, JsonValue] = {
        "schema": SCHEMA,
        "kind": result.kind,
        "now": json_value(envelope.now),
        "versions": json_value(envelope.versions),
        **_fields(result),
    }
    return indented(document) + "\n"


def indented(value: JsonValue, margin: str = "") -> str:
    """Return JSON as ``json.dumps`` indents it, in a third of the time: its C encoder cannot indent."""
    inner = f"{margin}  "
    match value:
        case str():
            return quoted(value)
        case dict() if value:
            rows = (f"{inner}{quoted(key)}: {indented(item, inner)}" for key, item in value.items())
            return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
        case list() if value:
            return "[\n" + ",\n".join(f"{inner}{indented(item, inner)}" for item in value) + f"\n{margin}]"
        case _:
            return json.dumps(value, allow_nan=False)


def quoted(text: str) -> str:
    """Return a JSON string; control and direction characters that a terminal would obey are escaped too."""
    written = encode_basestring(text)
    if written.isascii() and written.isprintable():
        return written
    return "".join(char if is_safe(char) else f"\\u{ord(char):04x}" for char in written)


def json_value(value: object) -> JsonValue:  # noqa: PLR0911  (one return for each kind of value)
    """Return the JSON form of one value; raise TypeError for a type that has none."""
    match value:
        case Enum():
            return json_value(value.value)
        case None | bool() | str() | int() | float():
            return value
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
        case ZoneInfo():
            return value.key
        case CommandLine():
            return typed(value)
        case Mapping():
            return {str(key): json_value(item) for key, item in value.items()}
        case Sequence():
            return [json_value(item) for item in value]
        case _:
            return _fields(value)


def _fields(value: object) -> dict[str, JsonValue]:
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} has no form in JSON")
    return {
        field.name.rstrip("_"): json_value(getattr(value, field.name))
        for field in fields(value)
        if field.metadata.get("json", True)
    }


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise TypeError(f"{value.isoformat()} has no offset")
    if value.tzinfo is UTC:
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return value.isoformat(timespec="seconds")
