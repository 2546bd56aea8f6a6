"""The tables that ship with the program: located in the wheel or in the checkout, read as text.

Every scalar stays text, so ``NO`` is Norway. Big tables are keyed by country at the top level, and only the
part of one country is parsed.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeGuard

from clientbridge.adapters import shipped_folder
from clientbridge.adapters.file_stamp import stamp_of
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.core.frozen_dataclass import dataclass

Node: TypeAlias = "str | list[Node] | dict[str, Node]"


class DataError(ValueError):
    """A shipped table does not have the shape its reader expects: a mistake of ours, never of the user."""


def data_folder() -> Path:
    """``clientbridge/data`` inside an installed wheel, else ``data`` of the checkout."""
    return Path(shipped_folder())


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: asks for a field by name and says which one is wrong."""

    fields: Mapping[str, Node]

    def text(self, key: str) -> str:
        """A required text."""
        text = self.maybe(key)
        if text is None:
            raise DataError(f"no '{key}' in {dict(self.fields)}")
        return text

    def maybe(self, key: str) -> str | None:
        """A text, or None where the key is missing or empty."""
        node = self.fields.get(key, "")
        if not isinstance(node, str):
            raise DataError(f"'{key}' is not text in {dict(self.fields)}")
        return node or None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one, a missing key an empty list."""
        node = self.fields.get(key, "")
        if isinstance(node, str):
            return (node,) if node else ()
        if isinstance(node, dict) or not all(isinstance(item, str) for item in node):
            raise DataError(f"'{key}' is not a list of texts in {dict(self.fields)}")
        return tuple(str(item) for item in node)

    def rows(self, key: str) -> "tuple[TableRow, ...]":
        """A list of rows; a missing key is an empty list."""
        return _rows(self.fields.get(key, []))

    def row(self, key: str) -> "TableRow":
        """A nested mapping; a missing key is an empty one."""
        node = self.fields.get(key, {})
        if not isinstance(node, dict):
            raise DataError(f"'{key}' is not made of 'key: value' lines in {dict(self.fields)}")
        return TableRow(node)

    def __contains__(self, key: str) -> bool:
        return key in self.fields


def read_rows(name: str, folder: Path | None = None, *, cache: JsonCache = NO_CACHE) -> tuple[TableRow, ...]:
    """The rows of a table that is one list, such as ``workweeks.yaml``."""
    return _rows(_cached(name, folder, cache, _parsed))


def read_section(
    name: str, key: str, folder: Path | None = None, *, cache: JsonCache = NO_CACHE
) -> TableRow | None:
    """The mapping under one top-level key of a big table, parsed without the rest; None when it has none."""
    section = _cached(name, folder, cache, partial(_section, key), part=f"-{key}")
    if not isinstance(section, dict):
        raise DataError(f"{name}: '{key}' is not made of 'key: value' lines")
    return TableRow(section) if section else None


def _section(key: str, text: str) -> Node:
    section = re.search(rf"^{re.escape(key)}:\n((?:[ #].*\n|\n)+)", text, re.MULTILINE)
    return {} if section is None else _parsed(section[1])


def read_mapping(name: str, folder: Path | None = None, *, cache: JsonCache = NO_CACHE) -> TableRow:
    """A table that is one mapping."""
    node = _cached(name, folder, cache, _parsed)
    if not isinstance(node, dict):
        raise DataError(f"{name} is not made of 'key: value' lines")
    return TableRow(node)


def _cached(
    name: str, folder: Path | None, cache: JsonCache, parse: Callable[[str], Node], *, part: str = ""
) -> Node:
    """What `parse` makes of a table; from the cache while the table is the same: loading YAML costs 20 ms."""
    table = (folder or data_folder()) / name
    name = f"tables/{table.stem}{part}"
    node = cache.computed(
        name, stamp_of(table), lambda: parse(table.read_text(encoding="utf-8")), is_right=_is_node
    )
    return node if _is_node(node) else {}


def _is_node(entry: object) -> TypeGuard[Node]:
    """The checksum of the entry vouches for what is inside."""
    return isinstance(entry, (str, list, dict))


def _rows(node: Node) -> tuple[TableRow, ...]:
    if not isinstance(node, list):
        raise DataError("expected a list of rows")
    rows = []
    for item in node:
        if not isinstance(item, dict):
            raise DataError(f"expected a row, found {item!r}")
        rows.append(TableRow(item))
    return tuple(rows)


def _parsed(text: str) -> Node:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    node: Node = yaml.load(text, Loader=loader)  # noqa: S506 - BaseLoader gives text only
    return node
