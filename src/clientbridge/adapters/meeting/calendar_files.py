"""The texts of a calendar that is a file, or a folder of files, bounded in size and number.

A workspace is shared: what comes with it may be made by others. A path written in a profile is the user's own
word and may lead anywhere; a link may not lead out of the workspace, or out of the folder that was named.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath

from clientbridge.adapters.meeting.calendar_decoding import decoded
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.web.web_address import is_address
from clientbridge.core.errors import FileFailedError, Problem, SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

MOST_BYTES = 50_000_000
"""Limit on the bytes of all files of a calendar together; years of a busy calendar are some 5 MB."""
MOST_ENTRIES = 100_000
"""Limit on what a folder holds, whatever it is: a calendar kept as a file an event has some 10,000."""
_SUFFIXES = (".ics", ".ical", ".icalendar", ".ifb")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFiles:
    """The texts of files by name, and what could not be read."""

    texts: tuple[tuple[str, str], ...]
    unread: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFile:
    """What stands in a folder."""

    name: str
    path: Path
    is_folder: bool = True
    refused: str | None = None
    """Why it is not read, where it should be."""

    @property
    def is_calendar(self) -> bool:
        """By its name; a folder may be called so too."""
        return self.name.lower().endswith(_SUFFIXES)


def read_calendar_files(
    written: str, workspace: Path, *, profile: str = "the profile", most_entries: int = MOST_ENTRIES
) -> CalendarFiles:
    """The texts of a file, or of all calendars in a folder; hidden ones are none.

    `profile` is where the calendar is named, for whoever has to correct it. Raises SourceFailedError where
    nothing at all can be read, or the folder holds no calendar.
    """
    shown = shown_path(written, workspace)
    correct = f"correct 'calendar:' in {profile}, or take it out"
    try:
        place = _place(written, workspace, shown)
        if place.is_dir():
            name = written.rstrip("/\\") or written
            return _folder_texts(_found(place, name, workspace, most_entries), name, correct)
        return CalendarFiles(texts=((shown, _text(FoundFile(shown, place), MOST_BYTES)[0]),))
    except FileFailedError as error:
        said = error.say.removeprefix("it ")
        raise SourceFailedError(f"the calendar {shown} {said}", hint=correct) from None
    except (OSError, ValueError, RuntimeError) as error:  # no name for a file: with a NUL, ~nobody
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise SourceFailedError(f"the calendar {shown} cannot be read: {why}", hint=correct) from None


def saving_place(written: str, workspace: Path) -> tuple[Path, bool]:
    """Where appointments are written, and whether that is a folder; it need not be there yet.

    Raises FileFailedError and SourceFailedError for what is not read either: a link out of the workspace.
    """
    place = _place(written, workspace, shown_path(written, workspace))
    return place, place.is_dir() or not place.name.lower().endswith(_SUFFIXES)


def holds_nothing_yet(written: str, workspace: Path) -> bool:
    """Whether a place that appointments are to be written to is not there, or an empty folder."""
    place, is_folder = saving_place(written, workspace)
    return not place.exists() or (is_folder and not any(place.iterdir()))


def missing_calendar(written: str, workspace: Path) -> str | None:
    """What may be said of a file or folder that is not there; None where it is, or where it is an address."""
    if is_address(written):
        return None
    return shown_path(written, workspace) if _looked_up(written, workspace) is None else None


def names_of_file(file: str, names: Iterable[str], workspace: Path) -> frozenset[str]:
    """Those names of calendars that mean this file, however they are written; none where there is no file."""
    wanted = _looked_up(file, workspace)
    if wanted is None:
        return frozenset()
    found = ((name, _looked_up(name, workspace)) for name in names)
    return frozenset(name for name, there in found if there is not None and os.path.samestat(wanted, there))


def shown_path(written: str, workspace: Path) -> str:
    """What may be said of a path: all of it, unless it is likely an address without its ``https://``.

    What follows the host of an address may be a key.
    """
    first, slash, rest = written.strip().partition("/")
    if "." not in first.strip(".") or not (slash and rest) or os.path.lexists(workspace / first):
        return written
    return f"{first}/… (an address begins with https://)"


def _place(written: str, workspace: Path, shown: str) -> Path:
    """Where the calendar really is."""
    if PureWindowsPath(written).drive.startswith("\\\\"):
        raise FileFailedError("it lies in the network")
    path = Path(written).expanduser()
    place = Path(os.path.realpath(workspace / path))
    outside = path.is_absolute() or os.path.normpath(path).startswith(os.pardir)
    if not outside and not place.is_relative_to(os.path.realpath(workspace)):
        raise SourceFailedError(
            f"the calendar {shown} is a link that leads out of the workspace",
            hint="if you mean it, write the whole path in 'calendar:'",
        )
    return place


def _looked_up(written: str, workspace: Path) -> os.stat_result | None:
    try:
        return (workspace / Path(written).expanduser()).stat()
    except (OSError, ValueError, RuntimeError):  # too long a name, one with a NUL, ~nobody
        return None


def _folder_texts(found: Iterable[FoundFile], name: str, correct: str) -> CalendarFiles:
    texts: list[tuple[str, str]] = []
    unread: list[Problem] = []
    left = MOST_BYTES
    for file in found:
        try:
            text, size = _text(file, left)
        except FileFailedError as error:
            unread.append(Problem(file=file.name, line=1, column=1, say=error.say))
            continue
        left -= size
        texts.append((file.name, text))
    if not texts:
        why = f", of {unread[0].file}: {unread[0].say}" if unread else ""
        holds = "no calendar that can be read" if unread else "no calendar (.ics)"
        raise SourceFailedError(f"the calendar folder {name} holds {holds}{why}", hint=correct)
    return CalendarFiles(texts=tuple(texts), unread=tuple(unread))


def _text(file: FoundFile, most_bytes: int) -> tuple[str, int]:
    """The text of a file, and its bytes; raises FileFailedError."""
    if file.refused:
        raise FileFailedError(file.refused)
    content = read_regular_file(file.path, most_bytes=most_bytes, file="it")
    try:
        return decoded(content), len(content)
    except UnicodeError:
        raise FileFailedError("it is broken: its text is not in the encoding that it names") from None


def _found(place: Path, name: str, workspace: Path, most_entries: int) -> Iterator[FoundFile]:
    """The calendars in a folder and below it, and what should be one and is not."""
    named, found = list[FoundFile](), list[str]()
    for one in _entries(FoundFile(name, place), workspace, most_entries):
        if one.refused or (one.is_calendar and not one.is_folder):
            found.append(one.name)
            yield one
        elif one.is_calendar:
            named.append(one)
    for one in named:
        if not any(name.startswith(f"{one.name}/") for name in found):
            yield replace(one, refused="it is a folder without any calendar")


def _entries(top: FoundFile, workspace: Path, most_entries: int) -> Iterator[FoundFile]:
    """All that is not hidden in a folder and below it; raises SourceFailedError beyond that many."""
    roots = (top.path, Path(os.path.realpath(workspace)))
    waiting, seen, left = [top], set[Path](), most_entries
    while waiting:
        folder = waiting.pop()
        if folder.path in seen:  # links can lead in a circle
            continue
        seen.add(folder.path)
        inside = _listed(folder, roots)
        left -= len(inside)
        if left < 0:
            raise SourceFailedError(
                f"the calendar folder {top.name} holds more than {most_entries:,} files and folders",
                hint="name a folder that holds calendars only",
            )
        waiting += [one for one in reversed(inside) if one.is_folder and not one.refused]
        yield from inside


def _listed(folder: FoundFile, roots: tuple[Path, ...]) -> list[FoundFile]:
    """What a folder holds by name, hidden things left out; of links where they lead."""
    try:
        with os.scandir(folder.path) as entries:
            shown = sorted((entry for entry in entries if not entry.name.startswith(".")), key=_name)
            return [_looked_at(entry, f"{folder.name}/{_name(entry)}", roots) for entry in shown]
    except OSError as error:
        return [FoundFile(folder.name, folder.path, refused=f"it cannot be opened: {error.strerror}")]


def _name(entry: "os.DirEntry[str]") -> str:
    """As text: a name may hold bytes that are none."""
    return os.fsencode(entry.name).decode("utf-8", "replace")


def _looked_at(entry: "os.DirEntry[str]", name: str, roots: tuple[Path, ...]) -> FoundFile:
    if not entry.is_symlink():
        return FoundFile(name, Path(entry.path), is_folder=entry.is_dir())
    path = Path(os.path.realpath(entry.path))
    found = FoundFile(name, path, is_folder=path.is_dir())
    leads_out = not any(path.is_relative_to(root) for root in roots)
    if leads_out and (found.is_folder or found.is_calendar):
        return replace(found, refused="it is a link that leads out of the workspace")
    return found
