"""A copy of a profile for the editor: it stays when it is wrong, so that nothing typed is lost.

Beside it stands the text that it was begun from, its base: as long as the profile still says that, the copy
may take its place. The base is locked while an editor is open, so that a second one is told.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clientbridge.adapters.file_lock import hold_if_free, locked_folder
from clientbridge.adapters.safe_write import PRIVATE_FILE, write_whole
from clientbridge.adapters.workspace.profile_edits import checked_client, checked_me
from clientbridge.adapters.workspace.profiles.reading import Note, Reading
from clientbridge.adapters.workspace.workspace import MY_ID, Workspace, profile_content
from clientbridge.adapters.workspace.workspace_place import ME_FILE
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass

DRAFT_ENDING = ".draft.yaml"
_BASE_ENDING = ".draft.base"
_FLAGS = (
    getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedDraft:
    """A text that has become the profile."""

    before: bytes
    content: bytes
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The copy of one profile."""

    workspace: Workspace
    which: str
    """The id of the client, or ``me``."""

    @property
    def original(self) -> Path:
        """The profile."""
        return (
            self.workspace.folder / ME_FILE if self.which == MY_ID else self.workspace.client_file(self.which)
        )

    @property
    def path(self) -> Path:
        """The copy; a leading dot keeps it from being taken for a client."""
        return self.original.with_name(f".{self.original.stem}{DRAFT_ENDING}")

    @property
    def file(self) -> str:
        """The profile's name in the workspace."""
        return self._named(self.original)

    @property
    def kept(self) -> str:
        """The copy's name in the workspace."""
        return self._named(self.path)

    @contextmanager
    def opened(self) -> "Iterator[OpenDraft]":
        """The copy for an editor: a new one, or the one that was kept; it stays afterwards if it says more.

        Raises:
            FileFailedError: it is open already, or the profile was changed after the kept text was begun.
        """
        with self._held_base() as descriptor:
            current = self._content(self.original)
            kept = self._kept_text(descriptor, current)
            if kept is None:
                _write(descriptor, current)
                write_whole(self.path, current, file=self.kept)
            try:
                yield OpenDraft(draft=self, base=current, is_kept=kept is not None)
            finally:
                if not self.path.exists() or self._content(self.path) == current:
                    self.path.unlink(missing_ok=True)
                    self._base.unlink(missing_ok=True)

    @property
    def how_to_go_on(self) -> str:
        """What to say where the copy is kept."""
        again = f"go on with: cb client edit {quoted(self.which)}"
        return f"{self.file} is as it was, your text is in {self.kept}; {again}"

    def changed(self, when: str) -> FileFailedError:
        """What to say when the profile is no longer what the copy was begun from."""
        both = " ".join(quoted(str(path)) for path in (self.original, self.path))
        return FileFailedError(
            f"{self.file} was changed {when}; it is as it is, and your text is in {self.kept}",
            hint=f"see both: diff {both}   put what is to stay into the first, then delete the second",
        )

    @property
    def _base(self) -> Path:
        return self.original.with_name(f".{self.original.stem}{_BASE_ENDING}")

    def _kept_text(self, descriptor: int, current: bytes) -> bytes | None:
        """The text kept from the last time; None where there is none, or nothing was typed in it."""
        if self.path.is_symlink():
            raise FileFailedError(f"{self.kept} is a link to another file", hint="delete it")
        if not self.path.exists():
            return None
        kept, base = self._content(self.path), _read(descriptor)
        if kept in {base, current}:
            return None
        if base != current:
            raise self.changed("after the text that was kept was begun")
        return kept

    @contextmanager
    def _held_base(self) -> Iterator[int]:
        file = self._named(self._base)
        try:
            descriptor = os.open(self._base, os.O_RDWR | os.O_CREAT | _FLAGS, PRIVATE_FILE)
        except OSError as error:
            raise FileFailedError(f"{file} cannot be written: {error.strerror}") from error
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileFailedError(f"{file} is not a file", hint="delete it")
            if not _is_free(descriptor) or not _is_still(self._base, descriptor):
                say = f"{self.file} is open in another editor, by: cb client edit {quoted(self.which)}"
                raise FileFailedError(say, hint="close it there first")
            yield descriptor
        finally:
            os.close(descriptor)

    def _content(self, path: Path) -> bytes:
        return profile_content(path, file=self._named(path))

    def _named(self, path: Path) -> str:
        return path.relative_to(self.workspace.folder).as_posix()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDraft:
    """The copy while the editor is open."""

    draft: Draft
    base: bytes
    is_kept: bool
    """Whether it goes on with a text from the last time."""

    def accept(self) -> AcceptedDraft | None:
        """Make it the profile; None where it says the same, and is then forgotten.

        Raises:
            WrongFilesError: it has problems; the profile is as it was and the copy is kept.
            FileFailedError: the profile was changed while the copy was; both are kept.
        """
        draft = self.draft
        content = profile_content(draft.path, file=draft.kept)
        with locked_folder(draft.original.parent):
            current = profile_content(draft.original, file=draft.file)
            if content == current:
                draft.path.unlink(missing_ok=True)
                return None
            reading = self._checked(content)
            if current != self.base:
                raise draft.changed("while you were in the editor")
            write_whole(draft.original, content, file=draft.file)
        draft.path.unlink(missing_ok=True)
        return AcceptedDraft(before=current, content=content, notes=tuple(reading.notes))

    def _checked(self, content: bytes) -> Reading:
        draft = self.draft
        typed = checked_me if draft.which == MY_ID else checked_client
        reading = typed(draft.workspace, content, file=draft.kept)[1]
        if reading.problems:
            raise WrongFilesError(reading.problems, hint=draft.how_to_go_on)
        return reading

    def kept_from(self, failure: FileFailedError) -> FileFailedError:
        """What to say where the editor failed: where the text is, if something was typed."""
        path = self.draft.path
        if not path.exists() or profile_content(path, file=self.draft.kept) == self.base:
            return failure
        return FileFailedError(failure.say, hint=self.draft.how_to_go_on)


def _is_free(descriptor: int) -> bool:
    try:
        return hold_if_free(descriptor)
    except OSError:  # where nothing can be locked, a second editor is told when it saves
        return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the open file is the one at the path: an editor that closed meanwhile has removed its own."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _read(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    with os.fdopen(descriptor, "rb", closefd=False) as stream:
        return stream.read()


def _write(descriptor: int, content: bytes) -> None:
    """On the disk before the copy is made, which then always has a base."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.ftruncate(descriptor, 0)
        with os.fdopen(descriptor, "wb", closefd=False) as stream:
            stream.write(content)
        os.fsync(descriptor)
    except OSError as error:
        raise FileFailedError(f"no copy can be made for the editor: {error.strerror}") from error
