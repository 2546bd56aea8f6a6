"""Appointments in a calendar file of yours, or in a folder with a file for each."""

import re
from hashlib import sha256
from pathlib import Path

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.meeting.saving.entries import CalendarEntry, holds, with_entry, without_entry
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileFailedError, FileMissingError
from clientbridge.core.frozen_dataclass import dataclass

_MOST_BYTES = 50_000_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._-]{0,99}")


def entry_name(uid: str) -> str:
    """The name of a file or resource for an appointment: its UID where that can be one."""
    plain = uid if _NAME.fullmatch(uid) else sha256(uid.encode()).hexdigest()[:32]
    return f"{plain}.ics"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStore:
    """One file, of which everything else stays byte for byte."""

    path: Path
    shown: str

    def put(self, entry: CalendarEntry) -> str:
        """Write it, in place of what has its UID; says where. Raises FileFailedError."""
        make_folder(self.path.parent, file=str(self.path.parent))
        with locked_folder(self.path.parent):
            before = self._text()
            try:
                after = entry.text if before is None else with_entry(before, entry)
            except ValueError as error:
                raise FileFailedError(
                    f"{self.shown} takes no appointment: {error}", hint="name another file in me.yaml"
                ) from None
            write_whole(self.path, after.encode(), file=self.shown)
        return self.shown

    def remove(self, uid: str) -> str | None:
        """Take it out; None where it is not there. Raises FileFailedError."""
        with locked_folder(self.path.parent):
            before = self._text()
            if before is None or not holds(before, uid):
                return None
            write_whole(self.path, without_entry(before, uid).encode(), file=self.shown)
        return self.shown

    def _text(self) -> str | None:
        try:
            return read_regular_file(self.path, most_bytes=_MOST_BYTES, file=self.shown).decode()
        except FileMissingError:
            return None
        except UnicodeDecodeError:
            raise FileFailedError(
                f"{self.shown} is not written in UTF-8, so nothing is added to it",
                hint="name another file in me.yaml, or save this one in UTF-8",
            ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderStore:
    """A folder with a file for each appointment, as `vdirsyncer` and others keep it."""

    path: Path
    shown: str

    def put(self, entry: CalendarEntry) -> str:
        """Write its file; says where. Raises FileFailedError."""
        make_folder(self.path, file=self.shown)
        name = entry_name(entry.uid)
        shown = f"{self.shown}/{name}"
        write_whole(self.path / name, entry.text.encode(), file=shown)
        return shown

    def remove(self, uid: str) -> str | None:
        """Remove its file; None where there is none. Raises FileFailedError."""
        name = entry_name(uid)
        try:
            (self.path / name).unlink()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise FileFailedError(f"{self.shown}/{name} cannot be removed: {error.strerror}") from None
        return f"{self.shown}/{name}"
