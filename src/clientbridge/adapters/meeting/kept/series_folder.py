"""The folder of the remembered series: read, each file replaced whole, and followed when a client goes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.meeting.kept.series_place import SERIES_FOLDER
from clientbridge.adapters.meeting.kept.series_record import read, written
from clientbridge.adapters.meeting.kept_record import WrongRecordError
from clientbridge.adapters.meeting.own_place import place_inside
from clientbridge.adapters.merge_conflicts import without_conflicts
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileFailedError, Problem, UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.series.kept_series import KeptSeries

_SUFFIX = ".json"
_MOST_BYTES = 1_000_000
_HINT = "correct it, or remove the file and keep the series again"
_NO_LINK = "put the file or folder itself there, or remove the link"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFiles:
    """What the folder holds."""

    series: tuple[KeptSeries, ...] = ()
    """By id."""
    content: Mapping[str, bytes]
    """Of their files, by id."""
    problems: tuple[Problem, ...] = ()
    """Of files that hold none: they are left as they are."""


def series_file(series_id: str) -> str:
    """The name of its file in the workspace."""
    return f"{SERIES_FOLDER}/{series_id}{_SUFFIX}"


def read_series(workspace: Path) -> SeriesFiles:
    """Every remembered series, and what is wrong with the other files.

    Raises FileFailedError where the folder cannot be read, or is a link that leads out of the workspace.
    """
    series: list[KeptSeries] = []
    content: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in _names(_place(workspace, SERIES_FOLDER)):
        file = series_file(name)
        try:
            data = read_regular_file(_place(workspace, file), most_bytes=_MOST_BYTES, file=file)
        except FileFailedError as error:
            problems.append(Problem(file=file, line=1, column=1, say=error.say, suggestion=error.hint))
            continue
        one, wrong = _understood(data, name)
        problems += wrong
        if one is not None:
            series.append(one)
            content[one.id] = data
    return SeriesFiles(series=tuple(series), content=content, problems=tuple(problems))


def _place(workspace: Path, name: str) -> Path:
    return place_inside(workspace, name, hint=_NO_LINK)


def _names(folder: Path) -> list[str]:
    try:
        files = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FileFailedError(f"the folder {SERIES_FOLDER} cannot be read: {error.strerror}") from error
    return [name.removesuffix(_SUFFIX) for name in files if name.endswith(_SUFFIX) and name[0] != "."]


def _understood(data: bytes, name: str) -> tuple[KeptSeries | None, tuple[Problem, ...]]:
    file = series_file(name)
    conflicts = without_conflicts(data.decode(errors="replace"), file=file).problems
    if conflicts:
        return None, conflicts
    try:
        one = read(data)
    except WrongRecordError as error:
        return None, (Problem(file=file, line=1, column=1, say=str(error), suggestion=_HINT),)
    if one.id != name:
        say = f"it holds the series {one.id}, which is not the name of the file"
        return None, (Problem(file=file, line=1, column=1, say=say, suggestion="rename the file"),)
    return one, ()


@contextmanager
def held_series(workspace: Path, *, new: bool = False) -> Iterator[None]:
    """Let nobody else change the series while they are read and written; a `new` one may need the folder.

    Raises FileFailedError.
    """
    folder = _place(workspace, SERIES_FOLDER)
    if new:
        make_folder(folder, file=SERIES_FOLDER)
    with locked_folder(folder):
        yield


def write_series(workspace: Path, series: KeptSeries) -> bytes:
    """Put a series in its file, and return what stands there; raises FileFailedError. See `held_series`."""
    file, content = series_file(series.id), written(series)
    write_whole(_place(workspace, file), content, file=file)
    return content


def remove_series(workspace: Path, name: str) -> tuple[KeptSeries, bytes]:
    """Remove the file of a series, and return what it held; raises UsageError for one that is not there.

    See `held_series`.
    """
    kept = read_series(workspace)
    series = next((one for one in kept.series if one.id == name), None)
    if series is None:
        known = ", ".join(one.id for one in kept.series)
        hint = f"these are kept: {known}" if known else "keep one: cb meet acme --every 1w --keep"
        raise UsageError(f"no series '{name}' is kept", hint=hint)
    file = series_file(name)
    try:
        (workspace / file).unlink(missing_ok=True)
    except OSError as error:
        raise FileFailedError(f"{file} cannot be removed: {error.strerror}") from error
    return series, kept.content[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesChange:
    """What becomes of the file of one series."""

    before: bytes
    after: bytes | None
    """None where it goes."""


def without_client(workspace: Path, client: str, new_id: str | None = None) -> Mapping[str, SeriesChange]:
    """What is to become of the files, by name, when a client is renamed to `new_id`, or removed.

    A series with others goes on with them. Raises FileFailedError. See `held_series`.
    """
    kept = read_series(workspace)
    changes: dict[str, SeriesChange] = {}
    for one in kept.series:
        if not any(_is_of(party, client) for party in one.parties):
            continue
        after = _renamed(one, client, new_id)
        changes[series_file(one.id)] = SeriesChange(
            before=kept.content[one.id], after=written(after) if after.parties else None
        )
    return changes


def _is_of(party: str, client: str) -> bool:
    return party.partition("/")[0] == client


def _renamed(one: KeptSeries, client: str, new_id: str | None) -> KeptSeries:
    return replace(
        one,
        parties=_ids(one.parties, client, new_id),
        optional=_ids(one.optional, client, new_id),
        options=tuple(pair for pair in (_option(pair, client, new_id) for pair in one.options) if pair),
    )


def _ids(parties: tuple[str, ...], client: str, new_id: str | None) -> tuple[str, ...]:
    if new_id is None:
        return tuple(party for party in parties if not _is_of(party, client))
    return tuple(f"{new_id}{party[len(client) :]}" if _is_of(party, client) else party for party in parties)


def _option(pair: tuple[str, str], client: str, new_id: str | None) -> tuple[str, str] | None:
    """The option with the new id; None for one about a client who is gone."""
    name, value = pair
    who, equals, minutes = value.partition("=")
    if name not in {"--optional", "--client-stretch"} or not _is_of(who, client):
        return pair
    return None if new_id is None else (name, f"{new_id}{who[len(client) :]}{equals}{minutes}")
