"""The workspace: where your files are, and who is in them.

Nothing is read before it is asked for, and of the clients only those asked for. A name is looked for among
the file names first, which costs no reading; only when none fits are the names inside the files read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.file_stamp import stamp_of_content
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.time.zone_database import ZoneDatabase, open_zone_database
from clientbridge.adapters.workspace.profile_cache import ProfileCache, forget_others
from clientbridge.adapters.workspace.workspace_place import (
    CLIENT_SUFFIX,
    CLIENTS_FOLDER,
    JOURNAL_SUFFIX,
    JOURNALS_FOLDER,
    ME_FILE,
    client_ids_in,
)
from clientbridge.core.errors import (
    FileFailedError,
    FileMissingError,
    Problem,
    UsageError,
    WrongFilesError,
)
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.name_matching import match_all, match_one, match_person
from clientbridge.core.workspace.profiles import Client, Me, Person

if TYPE_CHECKING:
    from clientbridge.adapters.workspace.profile_files import ProfileFiles
    from clientbridge.adapters.workspace.profiles.reading import Reading

MY_ID = "me"

_MOST_BYTES_OF_PROFILE = 1_000_000


def profile_content(path: Path, *, file: str) -> bytes:
    """The content of a profile, called `file` in messages; raises FileFailedError."""
    try:
        return read_regular_file(path, most_bytes=_MOST_BYTES_OF_PROFILE, file=file)
    except FileMissingError:
        raise FileMissingError(f"there is no file {file}") from None


def journal_name(client: str) -> str:
    """The file of a client's journal, relative to the workspace; it need not exist."""
    return f"{JOURNALS_FOLDER}/{client}{JOURNAL_SUFFIX}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryClient:
    """All clients that can be read, and what is wrong with the others."""

    clients: tuple[Client, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A folder with ``me.yaml`` and ``clients/``."""

    folder: Path
    writable: bool = True
    """False for the bundled sample: commands that change files refuse it."""
    cache: JsonCache = NO_CACHE
    """Holds profiles as they were read last."""
    _contents: dict[Path, bytes] = field(default_factory=dict, repr=False, compare=False)
    """Of you and of clients asked for by name, who may be asked for again: each file is read once."""

    @cached_property
    def zones(self) -> ZoneDatabase:
        """The zone database, opened once."""
        return open_zone_database()

    @cached_property
    def me(self) -> Me:
        """You; raises FileFailedError where there is no ``me.yaml``, WrongFilesError where it is wrong."""

        def read() -> Me:
            from clientbridge.adapters.workspace.profile_files import whole

            return whole(*self.read_me())

        return self._profiles.profile(self.folder / ME_FILE, self._my_content(), Me, read)

    @property
    def stamp_of_me(self) -> str:
        """Another whenever ``me.yaml`` says something else; raises FileFailedError where there is none."""
        return stamp_of_content(self._my_content())

    def client_ids(self) -> tuple[str, ...]:
        """The ids of all clients, from the names of their files alone, sorted.

        What is cached of clients that are no longer there is forgotten.
        """
        ids = self._ids_of_files()
        self.forget_others(ids)
        return ids

    def forget_others(self, ids: Iterable[str]) -> None:
        """Keep in the cache only clients that are there."""
        forget_others(self.folder, self.cache, ids)

    def _ids_of_files(self) -> tuple[str, ...]:
        try:
            return tuple(client_ids_in(str(self.folder)))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise FileFailedError(f"the folder {CLIENTS_FOLDER} cannot be read: {error.strerror}") from error

    def client_id(self, name: str) -> str:
        """The id that a name means, whether or not its file is right.

        Raises UnknownNameError, AmbiguousNameError.
        """
        known: dict[str, tuple[str, ...]] = {client_id: (client_id,) for client_id in self._known_ids}
        for client_id in self._to_look_into(name, known):
            known[client_id] = (client_id, self._name_of(client_id, name))
        hint = None if known else "there is no client yet; add one with: cb client add"
        return match_one(name, known, kind="client", hint=hint)

    def _to_look_into(self, name: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Whose names matter: nobody's for an id, else whose file may say that name, else everyone's."""
        found = match_all(name, known)
        if not found:
            return tuple(known)
        if fold(found[0]) == fold(name):
            return ()
        return tuple(one for one in known if self._may_say(one, name))

    def called(self, name: str) -> tuple[str, ...]:
        """The ids of clients whose whole name this is, in any case, with accents stored in any way."""
        return tuple(
            one
            for one in self.client_ids()
            if self._may_say(one, name) and fold(self._name_of(one, name)) == fold(name)
        )

    def client(self, name: str) -> Client:
        """The client of an id, a name or the unique start of one; accents and case do not matter.

        Raises:
            UnknownNameError: nobody is called that, with the nearest ids.
            AmbiguousNameError: several could be meant.
            WrongFilesError: the client's file has problems, all of which it carries.
        """
        client_id = self.client_id(name)
        path = self.client_file(client_id)
        if path not in self._contents:
            self._contents[path] = self._content_of(client_id)
        return self._read(client_id)

    def clients(self, names: Iterable[str]) -> tuple[Client, ...]:
        """The clients of these names, each once; raises as `client` does, with all problems at once."""
        ids = dict.fromkeys(self.client_id(name) for name in names)
        read = self._read_all(ids)
        if read.problems:
            raise WrongFilesError(read.problems)
        return read.clients

    def read_each(self, ids: Iterable[str]) -> EveryClient:
        """The clients of these ids; a broken file hides only its own."""
        return self._read_all(ids)

    def every_client(self) -> EveryClient:
        """All clients, in the order of their ids; a broken file hides only its own."""
        return self._read_all(self.client_ids())

    def party(self, name: str) -> tuple[Client, Person | None]:
        """The client of ``acme``, or client and person of ``acme/ana``; raises as `client` does."""
        client_name, slash, person_name = name.partition("/")
        client = self.client(client_name)
        return client, match_person(client, person_name) if slash else None

    def client_file(self, client_id: str) -> Path:
        """Where the file of a client is, or would be."""
        return self.folder / CLIENTS_FOLDER / f"{client_id}{CLIENT_SUFFIX}"

    def read_me(self) -> "tuple[Me | None, Reading]":
        """You as far as ``me.yaml`` can be understood; raises FileFailedError where there is none."""
        return self._files.me(self._my_content())

    def read_client(self, client_id: str) -> "tuple[Client | None, Reading]":
        """A client as far as its file can be understood; raises FileFailedError."""
        return self._files.client(client_id, self._content_of(client_id))

    @cached_property
    def _known_ids(self) -> tuple[str, ...]:
        """Listed once, however many names a call has."""
        return self.client_ids()

    @cached_property
    def _files(self) -> "ProfileFiles":
        from clientbridge.adapters.workspace.profile_files import ProfileFiles

        return ProfileFiles(self.zones)

    @cached_property
    def _profiles(self) -> ProfileCache:
        return ProfileCache.of(self.folder, self.cache, self.zones)

    def _read_all(self, ids: Iterable[str]) -> EveryClient:
        clients: list[Client] = []
        problems: list[Problem] = []
        for client_id in ids:
            try:
                clients.append(self._read(client_id))
            except WrongFilesError as error:
                problems += error.problems
            except FileFailedError as error:
                file = f"{CLIENTS_FOLDER}/{client_id}{CLIENT_SUFFIX}"
                problems.append(Problem(file=file, line=1, column=1, say=error.say))
        return EveryClient(clients=tuple(clients), problems=tuple(problems))

    def _read(self, client_id: str) -> Client:
        content = self._content_of(client_id)

        def read() -> Client:
            from clientbridge.adapters.workspace.profile_files import whole

            return whole(*self._files.client(client_id, content))

        return self._profiles.profile(self.client_file(client_id), content, Client, read)

    def _name_of(self, client_id: str, wanted: str) -> str:
        """The name as the file says it, right or wrong; the id where it says none."""
        try:
            content = self._content_of(client_id)
        except FileFailedError:
            return client_id
        name = self._files.name(client_id, content)
        if match_all(wanted, {client_id: (name,)}):
            self._contents[self.client_file(client_id)] = content
        return name

    def _may_say(self, client_id: str, name: str) -> bool:
        try:
            content = self._content_of(client_id)
        except FileFailedError:
            return False
        may_say = self._files.may_say(content, name)
        if may_say:
            self._contents[self.client_file(client_id)] = content
        return may_say

    def _content_of(self, client_id: str) -> bytes:
        path = self.client_file(client_id)
        read = self._contents.get(path)
        return profile_content(path, file=f"{CLIENTS_FOLDER}/{path.name}") if read is None else read

    def _my_content(self) -> bytes:
        path = self.folder / ME_FILE
        if path not in self._contents:
            if not path.exists():
                say = f"there is no {path.name} in {path.parent}"
                raise FileFailedError(say, hint="make one with: cb init")
            self._contents[path] = profile_content(path, file=ME_FILE)
        return self._contents[path]


def clear_abandoned_in(workspace: Workspace) -> None:
    """Remove what killed writers left in the folders of a workspace."""
    from clientbridge.adapters.unfinished_file import clear_abandoned

    for folder in (".", CLIENTS_FOLDER, ".schema"):
        clear_abandoned(workspace.folder / folder)


def check_writable(workspace: Workspace) -> None:
    """Raises UsageError for the sample workspace."""
    if not workspace.writable:
        raise UsageError("the sample workspace is not changed", hint="make your own with: cb init")
