"""Change one profile under its lock: the whole file is checked before it is written, and written whole.

The words that change are spliced in; every other byte of the file stays (`adapters/yaml_files/edit.py`).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.safe_write import write_whole
from clientbridge.adapters.workspace.profile_edits import checked_client, checked_me
from clientbridge.adapters.workspace.workspace import MY_ID, Workspace, profile_content
from clientbridge.adapters.workspace.workspace_place import ME_FILE
from clientbridge.adapters.yaml_files.edit import append_item, plain, remove, set_value
from clientbridge.adapters.yaml_files.nodes import (
    Document,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    descend,
    texts,
)
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value
from clientbridge.core.errors import UsageError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold

if TYPE_CHECKING:
    from clientbridge.adapters.workspace.profiles.reading import Reading
    from clientbridge.adapters.yaml_files.edit import Path as KeyPath

Splice: TypeAlias = Callable[[Document], bytes]
"""The new text of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileFile:
    """The file of a client, or yours."""

    which: str
    """The id of a client, or ``me``."""
    path: Path
    name: str
    """Relative to the workspace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedProfile:
    """A profile before and after a change."""

    before: Document
    after: Document
    notes: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything was written."""
        return self.before.text != self.after.text

    @property
    def content_before(self) -> bytes:
        """The file as it was."""
        return _bytes_of(self.before)

    @property
    def content_after(self) -> bytes:
        """The file as it is."""
        return _bytes_of(self.after)


def profile_file(workspace: Workspace, which: str) -> ProfileFile:
    """The file of a client by its id, or of ``me``."""
    path = workspace.folder / ME_FILE if which == MY_ID else workspace.client_file(which)
    return ProfileFile(which=which, path=path, name=path.relative_to(workspace.folder).as_posix())


def change_profile(workspace: Workspace, file: ProfileFile, splice: Splice) -> ChangedProfile:
    """Write what `splice` makes of a profile.

    Raises:
        UsageError: what was typed makes the profile wrong.
        WrongFilesError: the profile has other problems.
        FileFailedError: it cannot be read, changed or written.
    """
    with locked_folder(file.path.parent):
        content = profile_content(file.path, file=file.name)
        before = parse(content, file=file.name)
        after = splice(before)
        reading = checked_change(workspace, file.which, content, after)
        if after != content:
            write_whole(file.path, after, file=file.name)
    notes = tuple(map(str, reading.notes))
    return ChangedProfile(before=before, after=reading.document, notes=notes)


def checked_change(workspace: Workspace, which: str, before: bytes, after: bytes) -> "Reading":
    """What the profile then says; raises UsageError for a new problem, WrongFilesError for an old one."""
    read, name = (checked_me if which == MY_ID else checked_client), profile_file(workspace, which).name
    _, reading = read(workspace, after, file=name)
    if reading.problems:
        known = {problem.say for problem in read(workspace, before, file=name)[1].problems}
        new = [problem for problem in reading.problems if problem.say not in known]
        if not new:
            raise WrongFilesError(reading.problems)
        raise UsageError(new[0].say, hint=new[0].suggestion)
    return reading


def node_at(document: Document, path: "KeyPath") -> Node | None:
    """What stands at a place of a file; None for nothing, also where only the key is written."""
    node = descend(document.root, path)
    return None if isinstance(node, ScalarNode) and node.is_left_out else node


def setting(path: "KeyPath", value: Value) -> Splice:
    """Put a value in the place of what stands there."""
    return lambda document: set_value(document, path, value)


def adding(path: "KeyPath", value: Value) -> Splice:
    """Add a value to a list, once; a single one that stands without brackets gets them."""

    def splice(document: Document) -> bytes:
        present = node_at(document, path)
        if isinstance(present, ScalarNode | MappingNode):
            if _says(value) == _said(present):
                return _bytes_of(document)
            return set_value(document, path, [plain(present), value])
        if isinstance(present, SequenceNode) and _says(value) in map(_said, present.items):
            return _bytes_of(document)
        return append_item(document, path, value)

    return splice


def removing(path: "KeyPath", wanted: str, typed: str) -> Splice:
    """Take one value out of a list: that which is `wanted`, or has it as its days or its name."""

    def splice(document: Document) -> bytes:
        present = node_at(document, path)
        if isinstance(present, SequenceNode):
            return remove(document, (*path, _only(present.items, wanted, typed)))
        _only((present,) if present else (), wanted, typed)
        return remove(document, path)

    return splice


def _only(items: Sequence[Node], wanted: str, typed: str) -> int:
    """Which of the items says one of two things; raises UsageError unless exactly one does."""
    meant = {fold(wanted), fold(typed)}
    found = [at for at, item in enumerate(items) if meant & set(_said(item))]
    if len(found) != 1:
        say = f"'{typed}' fits several of them" if found else f"'{typed}' is not there"
        raise UsageError(say, hint="write it as it is shown, from its first word")
    return found[0]


def keeping(document: Document) -> bytes:
    """Change nothing."""
    return _bytes_of(document)


def leaving_out(path: "KeyPath") -> Splice:
    """Take a key out, with its value."""

    def splice(document: Document) -> bytes:
        return _bytes_of(document) if node_at(document, path) is None else remove(document, path)

    return splice


def _bytes_of(document: Document) -> bytes:
    return (("\ufeff" if document.byte_order_mark else "") + document.text).encode("utf-8")


def _said(node: Node) -> tuple[str, ...]:
    return tuple(fold(one.text) for one in texts(node))


def _says(value: Value) -> tuple[str, ...]:
    """The same of a value that is about to be written."""
    if isinstance(value, str):
        return (fold(value),)
    items = [part for pair in value.items() for part in pair] if hasattr(value, "items") else list(value)
    return tuple(text for item in items for text in _says(item))
