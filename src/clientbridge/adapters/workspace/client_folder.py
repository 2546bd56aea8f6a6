"""The files of `clients/` by their names: which no command reads, and which some machine cannot keep."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from clientbridge.adapters.workspace.profile_draft import DRAFT_ENDING
from clientbridge.adapters.workspace.workspace import MY_ID, Workspace
from clientbridge.adapters.workspace.workspace_place import CLIENT_SUFFIX, CLIENTS_FOLDER
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import listed
from clientbridge.core.workspace.client_ids import (
    LONGEST_FILE_ID,
    is_device_name,
    is_text,
    mixes_alphabets,
    twins,
    why_unfit,
)

_LIKE_YAML = frozenset({".yml", CLIENT_SUFFIX})
_MAY_READ = f"allow it: chmod u+rx {CLIENTS_FOLDER}"
_RENAME = "rename it; a file manager can"
_LEFT_BY_EDITORS = ("~", ".bak", ".orig", ".swp", ".swo", ".tmp")


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCheck:
    """What the names of the files tell."""

    client_ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def check_folder(workspace: Workspace) -> FolderCheck:
    """Look at every name in the folder of the clients; nothing is opened."""
    folder = workspace.folder / CLIENTS_FOLDER
    if not folder.exists():
        return FolderCheck(notes=(f"there is no folder {CLIENTS_FOLDER}: no client is known yet",))
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        say = f"the folder cannot be read: {error.strerror}"
        problem = Problem(file=CLIENTS_FOLDER, line=1, column=1, say=say, suggestion=_MAY_READ)
        return FolderCheck(problems=(problem,))
    visible = [file for file in files if not file.name.startswith(".")]
    clients = [file for file in visible if file.suffix == CLIENT_SUFFIX]
    problems = (*_not_read(visible), *_unfit(clients), *_twins(clients), *_broken_links(clients))
    return FolderCheck(
        client_ids=tuple(file.stem for file in clients if is_text(file.name)),
        problems=problems,
        notes=(*_set_aside(files), *_worth_knowing(workspace, visible)),
    )


def _not_read(files: Iterable[Path]) -> Iterator[Problem]:
    """What a user takes for a client, and no command does."""
    for file in files:
        right = f"{file.stem}{CLIENT_SUFFIX}"
        if file.suffix != CLIENT_SUFFIX and file.suffix.casefold() in _LIKE_YAML:
            yield _problem(file, f"a file ending in {file.suffix} is not read", f"rename it to {right}")
        elif file.suffix == CLIENT_SUFFIX and file.is_dir():
            yield _problem(file, "a folder stands where the file of a client belongs", "rename it")
        elif file.suffix == CLIENT_SUFFIX and file.stem.casefold() == MY_ID:
            yield _problem(file, "'me' is always you, never a client", "rename the file")


def _unfit(clients: Iterable[Path]) -> Iterator[Problem]:
    """Names that cannot be typed, or not seen."""
    for file in clients:
        say = why_unfit(file.stem)
        if say is not None:
            yield _problem(file, say, _RENAME)


def _twins(clients: Iterable[Path]) -> Iterator[Problem]:
    """Names that Windows, macOS and a folder shared with them take for one."""
    for first, *others in twins(file.stem for file in clients):
        for other in others:
            same_letters = _in_one_form(first) == _in_one_form(other)
            how = "how accents are stored" if same_letters else "capital letters"
            say = f"on Windows and macOS this is the file of '{first}': the two differ only in {how}"
            move = f"mv {quoted(_named(other))} {quoted(_named(f'{other}-2'))}"
            yield _problem(Path(f"{other}{CLIENT_SUFFIX}"), say, f"rename one, and its journal: {move}")


def _in_one_form(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _broken_links(files: Iterable[Path]) -> Iterator[Problem]:
    for file in files:
        if file.is_symlink() and not file.exists():
            yield _problem(file, "a link that leads nowhere", f"remove it: rm {quoted(_named(file.stem))}")


def _set_aside(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        client_id = file.name.removeprefix(".").removesuffix(DRAFT_ENDING)
        if file.name == f".{client_id}{DRAFT_ENDING}":
            again = f"go on with: cb client edit {quoted(client_id)}"
            yield f"{CLIENTS_FOLDER}/{file.name} is a text of yours that was set aside; {again}"


def _worth_knowing(workspace: Workspace, files: Iterable[Path]) -> Iterator[str]:
    inside = workspace.folder.resolve()
    others = []
    for file in files:
        if file.suffix.casefold() not in _LIKE_YAML:
            others += [] if file.name.endswith(_LEFT_BY_EDITORS) else [file.name]
            continue
        remark = _remark(file.stem)
        if remark is not None:
            yield f"{_named(file.stem)}: {remark}"
        if file.is_symlink() and file.exists() and not file.resolve().is_relative_to(inside):
            yield f"{_named(file.stem)} is a link to {file.resolve()}, outside your files"
    if others:
        yield f"{CLIENTS_FOLDER} has other files that are not read: {listed(others)}"


def _remark(client_id: str) -> str | None:
    if is_device_name(client_id):
        return "Windows keeps no file of that name; rename it if someone there is to have it"
    if client_id.endswith("."):
        return "Windows drops the dot at the end of the name"
    if len(client_id.encode(errors="replace")) > LONGEST_FILE_ID:
        return "the name is so long that its journal cannot be written; rename it"
    if mixes_alphabets(client_id):
        return "the name mixes letters of two alphabets that look alike"
    return None


def _problem(file: Path, say: str, suggestion: str) -> Problem:
    return Problem(file=f"{CLIENTS_FOLDER}/{file.name}", line=1, column=1, say=say, suggestion=suggestion)


def _named(client_id: str) -> str:
    return f"{CLIENTS_FOLDER}/{client_id}{CLIENT_SUFFIX}"
