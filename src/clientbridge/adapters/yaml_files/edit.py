"""Changes in a YAML file that leave every other byte alone: comments, order, quotes and spaces stay.

Each function splices the text at the marks of the reader, reads the outcome again and compares it with what
was wanted before anything is given back. A document with problems is not changed.
"""

from collections.abc import Mapping
from typing import TypeAlias, TypeVar, Union

from clientbridge.adapters.yaml_files.nodes import (
    Document,
    Entry,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Style,
    descend,
)
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value, in_brackets, item_lines, on_lines, scalar
from clientbridge.core.errors import FileFailedError, WrongFilesError

KeyT = TypeVar("KeyT", str, int)
Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: ``("people", 0, "email")``."""

Plain: TypeAlias = Union[str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007 - a forward reference


def plain(node: Node) -> Plain:
    """What a node says, without where and how."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


def set_value(document: Document, path: Path, value: Value) -> bytes:
    """The file with this value at `path`, replaced or added; keys that are missing on the way are added.

    Raises:
        WrongFilesError: the document has problems.
        FileFailedError: there is no place for it, for example a list item that does not exist.
    """
    change = _Splice(document)
    wanted = _with_value(change.before, path, value)
    change.set(path, value)
    return change.verified(wanted)


def append_item(document: Document, path: Path, value: Value) -> bytes:
    """The file with `value` at the end of the list at `path`; raises as `set_value` does."""
    change = _Splice(document)
    present = _plain_at(change.before, path)
    items = present if isinstance(present, list) else []
    wanted = _with_value(change.before, path, [*items, value])
    change.append(path, value)
    return change.verified(wanted)


def remove(document: Document, path: Path) -> bytes:
    """The file without what stands at `path`; raises as `set_value` does."""
    change = _Splice(document)
    wanted = _without(change.before, path)
    change.remove(path)
    return change.verified(wanted)


class _Splice:
    """The text of one document while a piece of it is exchanged."""

    def __init__(self, document: Document) -> None:
        if document.problems:
            raise WrongFilesError(document.problems)
        if document.root is None:
            raise FileFailedError(f"{document.file} is empty")
        self._document = document
        self._root: MappingNode = document.root
        self._text = document.text
        self._newline = "\r\n" if "\r\n" in document.text else "\n"
        self.before = plain(document.root)

    def verified(self, wanted: Plain) -> bytes:
        """The new file, read again; raises FileFailedError when it does not say what was wanted."""
        mark = "\ufeff" if self._document.byte_order_mark else ""
        content = (mark + self._text).encode("utf-8")
        after = parse(content, file=self._document.file)
        if after.problems or after.root is None or plain(after.root) != wanted:
            raise FileFailedError(
                f"{self._document.file} is written in a way that cannot be changed safely from here",
                hint="change it in your editor, then: cb data check",
            )
        return content

    def set(self, path: Path, value: Value) -> None:
        """Replace the value at `path`, or add its key to the deepest mapping there is."""
        *above, last = path
        parent = descend(self._root, tuple(above))
        match parent, last:
            case None, _:
                self.set(tuple(above), {str(last): value})
            case ScalarNode(is_left_out=True), _ if above:
                self.set(tuple(above), {str(last): value})
            case MappingNode(), _:
                if (entry := _entry(parent, last)) is None:
                    self._add(parent, str(last), value)
                else:
                    self._replace(entry.value, value, inside=parent, key=entry.key)
            case SequenceNode(), int(at) if at < len(parent.items):
                self._replace(parent.items[at], value, inside=parent, key=None)
            case _:
                raise self._no_place(path)

    def append(self, path: Path, value: Value) -> None:
        """Add an item to the list at `path`, which may be missing."""
        items = descend(self._root, path)
        if items is None or (isinstance(items, ScalarNode) and items.is_left_out):
            self.set(path, [value])
        elif not isinstance(items, SequenceNode):
            raise self._no_place(path)
        elif items.flow or not items.items:
            self._insert_in_brackets(items, in_brackets(value))
        else:
            self._insert_lines(items, item_lines(value, indent=items.spot.column - 1))

    def remove(self, path: Path) -> None:
        """Take out the entry or item at `path`."""
        *above, last = path
        parent = descend(self._root, tuple(above))
        if isinstance(parent, MappingNode) and (entry := _entry(parent, last)) is not None:
            spans = [(one.key.spot.start, self._end(one)) for one in parent.entries]
            self._take_out(parent, spans, parent.entries.index(entry))
        elif isinstance(parent, SequenceNode) and isinstance(last, int) and last < len(parent.items):
            spans = [(self._item_start(parent, item), self._end(item)) for item in parent.items]
            self._take_out(parent, spans, last)
        else:
            raise self._no_place(path)

    def _replace(
        self, old: Node, value: Value, *, inside: MappingNode | SequenceNode, key: ScalarNode | None
    ) -> None:
        if isinstance(old, ScalarNode) and isinstance(value, str) and not old.is_left_out:
            self._splice(old.spot.start, self._end(old), scalar(value, flow=inside.flow, style=_style(old)))
            return
        written = scalar(value, flow=inside.flow) if isinstance(value, str) else in_brackets(value)
        if isinstance(old, ScalarNode) and not old.is_left_out:
            self._splice(old.spot.start, self._end(old), written)
        elif not isinstance(old, ScalarNode) and old.flow:
            self._splice(old.spot.start, old.spot.end, written)
        else:
            self._fill(old, written, key)

    def _fill(self, old: Node, written: str, key: ScalarNode | None) -> None:
        """Write where nothing stands, or over lines of their own, with a space after the colon."""
        start = old.spot.start if key is None else self._after_colon(key, old)
        spaced = written if start and self._text[start - 1] in " \n" else f" {written}"
        self._splice(start, max(start, self._end(old)), spaced)

    def _after_colon(self, key: ScalarNode, value: Node) -> int:
        """The offset behind the colon of a key; one is written where brackets let it be left out."""
        colon = self._text.find(":", key.spot.end, max(value.spot.start, key.spot.end))
        if colon < 0:
            self._splice(key.spot.end, key.spot.end, ":")
            return key.spot.end + 1
        return colon + 1

    def _add(self, parent: MappingNode, key: str, value: Value) -> None:
        if parent.flow or not parent.entries:
            self._insert_in_brackets(parent, f"{scalar(key, flow=True)}: {in_brackets(value)}")
        else:
            self._insert_lines(parent, on_lines(key, value, indent=parent.entries[0].key.spot.column - 1))

    def _insert_in_brackets(self, collection: MappingNode | SequenceNode, written: str) -> None:
        members = collection.entries if isinstance(collection, MappingNode) else collection.items
        if members:
            at = self._end(members[-1])
            self._splice(at, at, f", {written}")
        else:
            self._splice(collection.spot.start + 1, collection.spot.start + 1, written)

    def _insert_lines(self, collection: MappingNode | SequenceNode, lines: list[str]) -> None:
        """Add lines after the last one of a collection in block style."""
        at = self._lines_end(self._end(collection, whole_blocks=True))
        before = "" if at == 0 or self._text[at - 1] == "\n" else self._newline
        self._splice(at, at, before + self._newline.join(lines) + self._newline)

    def _take_out(self, parent: MappingNode | SequenceNode, spans: list[tuple[int, int]], index: int) -> None:
        """Remove one of the members that stand at `spans`."""
        start, end = spans[index]
        line_start = self._text.rfind("\n", 0, start) + 1
        if len(spans) == 1:
            self._empty(parent, start, end)
        elif parent.flow and index + 1 < len(spans):
            self._splice(start, spans[index + 1][0], "")
        elif parent.flow:
            self._splice(spans[index - 1][1], end, "")
        elif self._text[line_start:start].strip():
            self._splice(start, spans[index + 1][0], "")
        else:
            self._splice(line_start, self._lines_end(end), "")

    def _empty(self, parent: MappingNode | SequenceNode, start: int, end: int) -> None:
        """The last member goes: brackets with nothing inside say that the collection is empty."""
        if parent.flow:
            self._splice(start, end, "")
        elif parent is self._root:
            raise FileFailedError(f"{self._document.file} would be empty", hint="delete the file instead")
        else:
            self._splice(start, end, "{}" if isinstance(parent, MappingNode) else "[]")

    def _end(self, part: Node | Entry, *, whole_blocks: bool = False) -> int:
        """The offset behind the last character that counts; `whole_blocks` keeps a block's blank lines."""
        if isinstance(part, Entry):
            return max(self._end(part.value, whole_blocks=whole_blocks), part.key.spot.end)
        if isinstance(part, ScalarNode) and part.style is Style.BLOCK and not whole_blocks:
            return part.spot.start + len(self._document.text[part.spot.start : part.spot.end].rstrip())
        if isinstance(part, ScalarNode) or part.flow:
            return part.spot.end
        members = part.entries if isinstance(part, MappingNode) else part.items
        return self._end(members[-1], whole_blocks=whole_blocks) if members else part.spot.end

    def _lines_end(self, offset: int) -> int:
        """The start of the next line; `offset` itself when it starts one."""
        if offset and self._text[offset - 1] == "\n":
            return offset
        newline = self._text.find("\n", offset)
        return len(self._text) if newline < 0 else newline + 1

    def _item_start(self, parent: SequenceNode, item: Node) -> int:
        return item.spot.start if parent.flow else self._text.rindex("-", 0, item.spot.start)

    def _splice(self, start: int, end: int, written: str) -> None:
        self._text = self._text[:start] + written + self._text[end:]

    def _no_place(self, path: Path) -> FileFailedError:
        return FileFailedError(f"{self._document.file} has no place for '{'.'.join(map(str, path))}'")


def _entry(fields: MappingNode, key: str | int) -> Entry | None:
    return next((entry for entry in fields.entries if entry.key.text == key), None)


def _as_plain(value: Value) -> Plain:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _as_plain(item) for key, item in value.items()}
    return [_as_plain(item) for item in value]


def _plain_at(whole: Plain, path: Path) -> Plain | None:
    for step in path:
        if isinstance(whole, dict) and str(step) in whole:
            whole = whole[str(step)]
        elif isinstance(whole, list) and isinstance(step, int) and step < len(whole):
            whole = whole[step]
        else:
            return None
    return whole


def _with_value(whole: Plain, path: Path, value: Value) -> Plain:
    if not path:
        return _as_plain(value)
    first, *rest = path
    if isinstance(whole, list) and isinstance(first, int):
        return [
            _with_value(item, tuple(rest), value) if at == first else item for at, item in enumerate(whole)
        ]
    inside = dict(whole) if isinstance(whole, dict) else {}
    inside[str(first)] = _with_value(inside.get(str(first), ""), tuple(rest), value)
    return inside


def _without(whole: Plain, path: Path) -> Plain:
    if isinstance(whole, list):
        return list(_items_without(dict(enumerate(whole)), path).values())
    return _items_without(whole, path) if isinstance(whole, dict) else whole


def _style(old: ScalarNode) -> Style:
    return Style.PLAIN if old.style is Style.BLOCK else old.style


def _items_without(items: Mapping[KeyT, Plain], path: Path) -> dict[KeyT, Plain]:
    first, rest = path[0], path[1:]
    left = {key: item for key, item in items.items() if rest or key != first}
    return {key: _without(item, rest) if key == first else item for key, item in left.items()}
