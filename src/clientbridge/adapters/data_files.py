"""The tables that ship with the program: found in the wheel or in the checkout, read as text.

Every scalar stays text, so ``NO`` is Norway. Big tables are keyed by country at the top level, and only the
part of one country is parsed.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

from clientbridge.core.values import dataclass

Node: TypeAlias = "str | list[Node] | dict[str, Node]"


class DataError(ValueError):
    """A shipped table does not have the shape its reader expects: a mistake of ours, never of the user."""


def data_folder() -> Path:
    """``clientbridge/data`` inside an installed wheel, else ``data`` of the checkout."""
    packaged = Path(__file__).parents[1] / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "data"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: asks for a field by name and says which one is wrong."""

    fields: Mapping[str, Node]

    def text(self, key: str) -> str:
        """A required text."""
        found = self.maybe(key)
        if found is None:
            raise DataError(f"no '{key}' in {dict(self.fields)}")
        return found

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
            raise DataError(f"'{key}' is not a mapping in {dict(self.fields)}")
        return TableRow(node)

    def __contains__(self, key: str) -> bool:
        return key in self.fields


def read_rows(name: str, folder: Path | None = None, *, kept_in: Path | None = None) -> tuple[TableRow, ...]:
    """The rows of a table that is one list, such as ``workweeks.yaml``; see `read_mapping` for `kept_in`."""
    return _rows(_parsed_or_kept(name, folder, kept_in))


def read_section(
    name: str, key: str, folder: Path | None = None, *, kept_in: Path | None = None
) -> TableRow | None:
    """The mapping under one top-level key of a big table, parsed without the rest; None when it has none.

    See `read_mapping` for `kept_in`.
    """
    if kept_in is not None:
        kept = _kept_file(name, folder, kept_in, part=f"-{key}")
        known = _read_kept(kept)
        if isinstance(known, dict):
            return TableRow(known)
        read = read_section(name, key, folder)
        _keep(kept, {} if read is None else dict(read.fields))
        return read
    section = re.search(rf"^{re.escape(key)}:\n((?:[ #].*\n|\n)+)", _table(name, folder), re.MULTILINE)
    if section is None:
        return None
    node = _parsed(section[1])
    if not isinstance(node, dict):
        raise DataError(f"{name}: '{key}' is not a mapping")
    return TableRow(node)


def read_mapping(name: str, folder: Path | None = None, *, kept_in: Path | None = None) -> TableRow:
    """A table that is one mapping.

    With `kept_in`, the user's cache folder, what was parsed is kept there in the form that is read fastest
    and used while the table has the same size and time; loading the YAML library alone costs 20 ms.
    """
    node = _parsed_or_kept(name, folder, kept_in)
    if not isinstance(node, dict):
        raise DataError(f"{name} is not a mapping")
    return TableRow(node)


def _parsed_or_kept(name: str, folder: Path | None, kept_in: Path | None) -> Node:
    if kept_in is None:
        return _parsed(_table(name, folder))
    kept = _kept_file(name, folder, kept_in)
    node = _read_kept(kept)
    if node is None:
        node = _parsed(_table(name, folder))
        _keep(kept, node)
    return node


def _kept_file(name: str, folder: Path | None, kept_in: Path, *, part: str = "") -> Path:
    table = ((folder or data_folder()) / name).stat()
    return kept_in / "tables" / f"{Path(name).stem}{part}-{table.st_size:x}-{table.st_mtime_ns:x}.json"


def _read_kept(kept: Path) -> "Node | None":
    try:
        checksum, _, text = kept.read_text(encoding="utf-8").partition("\n")
        if checksum != _checksum(text):
            return None
        node: Node = json.loads(text)
    except (OSError, ValueError):
        return None
    return node


def _checksum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"


def _keep(kept: Path, node: Node) -> None:
    """A folder that cannot be written costs only time."""
    draft = kept.with_suffix(f".{id(node):x}.tmp")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(node)
        draft.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8")
        draft.replace(kept)
    except OSError:
        return


def _table(name: str, folder: Path | None) -> str:
    return ((folder or data_folder()) / name).read_text(encoding="utf-8")


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
