"""Your files: where they are, and who stands in them.

Nothing is read before it is asked for, and of the clients only those asked for. A name is looked for among
the file names first, which costs no reading; only when none fits are the names inside the files read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.data_files import data_folder as shipped_data
from clientbridge.adapters.profiles.reading import Note, Reading
from clientbridge.adapters.yaml_files.nodes import Text, texts_under
from clientbridge.adapters.yaml_files.reader import read
from clientbridge.adapters.zone_database import ZoneDatabase, open_zone_database
from clientbridge.core.errors import (
    AmbiguousNameError,
    FileFailedError,
    Problem,
    UnknownNameError,
    UsageError,
    WrongFilesError,
)
from clientbridge.core.names import fold, nearest
from clientbridge.core.profiles import Client, Me, Person
from clientbridge.core.workspace.matching import fitting, if_few, person_of

if TYPE_CHECKING:
    from datetime import datetime

    from clientbridge.core.workspace.client_card import ClientCard

ME_FILE = "me.yaml"
CLIENTS_FOLDER = "clients"
MY_ID = "me"
_CLIENT_SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryClient:
    """All clients that can be read, and what is wrong with the others."""

    clients: tuple[Client, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a look at every file of the workspace found."""

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    clients: tuple[Client, ...]


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A folder with ``me.yaml`` and ``clients/``."""

    folder: Path
    writable: bool = True
    """False for the bundled sample: commands that change files refuse it."""

    @cached_property
    def zones(self) -> ZoneDatabase:
        """The zone database, opened once."""
        return open_zone_database()

    @cached_property
    def me(self) -> Me:
        """You; raises FileFailedError where there is no ``me.yaml``, WrongFilesError where it is wrong."""
        me, reading = self._read_me()
        if me is None or reading.problems:
            raise WrongFilesError(reading.problems)
        return me

    def client_ids(self) -> tuple[str, ...]:
        """The ids of all clients, from the names of their files alone, sorted."""
        try:
            files = sorted((self.folder / CLIENTS_FOLDER).iterdir())
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise FileFailedError(f"the folder {CLIENTS_FOLDER} cannot be read: {error.strerror}") from error
        return tuple(
            file.stem for file in files if file.suffix == _CLIENT_SUFFIX and not file.name.startswith(".")
        )

    def client_id(self, name: str) -> str:
        """The id that a name means, whether or not its file is right.

        Raises UnknownNameError, AmbiguousNameError.
        """
        ids = self.client_ids()
        wanted = fold(name)
        found = fitting(wanted, dict.fromkeys(ids, ())) if wanted else ()
        names = {} if found else {client_id: (self._name_in(client_id),) for client_id in ids}
        found = found or fitting(wanted, names)
        if len(found) == 1:
            return found[0]
        if found and wanted:
            raise AmbiguousNameError("client", name, candidates=found)
        close = nearest(name, (*ids, *(one for (one,) in names.values())))
        by_name = {one: client_id for client_id, (one,) in names.items()}
        hint = None if ids else "there is no client yet; add one with: cb client add"
        proposals = tuple(dict.fromkeys(by_name.get(one, one) for one in close))
        raise UnknownNameError("client", name, nearest=proposals, hint=hint or if_few(ids, proposals))

    def client(self, name: str) -> Client:
        """The client of an id, a name or the unique start of one; accents and case do not matter.

        Raises:
            UnknownNameError: nobody is called that, with the nearest ids.
            AmbiguousNameError: several could be meant.
            WrongFilesError: the client's file has problems, all of which it carries.
        """
        return self._read_whole(self.client_id(name))

    def clients(self, names: Iterable[str]) -> tuple[Client, ...]:
        """The clients of these names, each once; raises as `client` does, with all problems at once."""
        ids = dict.fromkeys(self.client_id(name) for name in names)
        found = self._read_all(ids)
        if found.problems:
            raise WrongFilesError(found.problems)
        return found.clients

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
        return client, person_of(client, person_name) if slash else None

    def card(self, name: str, now: "datetime") -> "ClientCard":
        """Everything known of a client, or of you (``me``), with its origin; raises as `client` does."""
        from clientbridge.adapters.profiles.card import client_card, my_card

        if fold(name) == MY_ID:
            me, reading = self._read_me()
            if me is None or reading.problems:
                raise WrongFilesError(reading.problems)
            return my_card(me, reading, now)
        client, reading = self._read_client(self.client_id(name))
        if client is None or reading.problems:
            raise WrongFilesError(reading.problems)
        return client_card(client, reading, now)

    def client_file(self, client_id: str) -> Path:
        """Where the file of a client is, or would be."""
        return self.folder / CLIENTS_FOLDER / f"{client_id}{_CLIENT_SUFFIX}"

    def check(self) -> Checked:
        """Everything wrong in any file."""
        me_reading = self._read_me()[1]
        readings = [me_reading]
        clients: list[Client] = []
        for client_id in self.client_ids():
            client, reading = self._read_client(client_id)
            readings.append(reading)
            clients += [client] if client is not None and not reading.problems else []
        misnamed = tuple(self._misnamed_files())
        self._tell_what_only_other_files_know(readings)
        problems = tuple(problem for reading in readings for problem in reading.problems)
        notes = tuple(note for reading in readings for note in reading.notes)
        return Checked(problems=(*problems, *misnamed), notes=notes, clients=tuple(clients))

    def _tell_what_only_other_files_know(self, readings: Iterable[Reading]) -> None:
        from clientbridge.adapters.day_tables import seasons
        from clientbridge.adapters.feasts import feasts
        from clientbridge.adapters.profiles.known_days import note_unknown_days

        known_seasons = {season.id for season in seasons()}
        known_feasts = {feast.id for feast in feasts(None)}
        for reading in readings:
            self._tell_missing_calendars(reading)
            note_unknown_days(reading, seasons=known_seasons, feasts=known_feasts)

    def _tell_missing_calendars(self, reading: Reading) -> None:
        for written in texts_under(reading.document.root, "calendar"):
            if (
                not written.text.startswith(("https:", "webcal"))
                and not (self.folder / written.text).exists()
            ):
                reading.wrong(
                    written.spot, f"there is no {written.text} in {self.folder}", "correct the name"
                )

    def _misnamed_files(self) -> Iterable[Problem]:
        """Files that a user takes for clients and that no command would find."""
        folder = self.folder / CLIENTS_FOLDER
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            name = f"{CLIENTS_FOLDER}/{file.name}"
            if file.suffix == ".yml":
                say, hint = "a file ending in .yml is not read", f"rename it to {file.stem}{_CLIENT_SUFFIX}"
                yield Problem(file=name, line=1, column=1, say=say, suggestion=hint)
            elif file.suffix == _CLIENT_SUFFIX and file.stem.casefold() == MY_ID:
                say, hint = "'me' is always you, never a client", "rename the file"
                yield Problem(file=name, line=1, column=1, say=say, suggestion=hint)

    def _read_me(self) -> tuple[Me | None, Reading]:
        from clientbridge.adapters.profiles.me import me_of

        if not (self.folder / ME_FILE).exists():
            raise FileFailedError(f"there is no {ME_FILE} in {self.folder}", hint="make one with: cb init")
        reading = self._reading(self.folder / ME_FILE, ME_FILE)
        return me_of(reading), reading

    def _read_client(self, client_id: str) -> tuple[Client | None, Reading]:
        from clientbridge.adapters.profiles.client import client_of

        file = self.client_file(client_id)
        reading = self._reading(file, f"{CLIENTS_FOLDER}/{file.name}")
        return client_of(reading, client_id=client_id), reading

    def _reading(self, path: Path, file: str) -> Reading:
        return Reading(document=read(path, file=file), zones=self.zones)

    def _read_whole(self, client_id: str) -> Client:
        client, reading = self._read_client(client_id)
        if client is None or reading.problems:
            raise WrongFilesError(reading.problems)
        return client

    def _read_all(self, ids: Iterable[str]) -> EveryClient:
        clients: list[Client] = []
        problems: list[Problem] = []
        for client_id in ids:
            client, reading = self._read_client(client_id)
            problems += reading.problems
            if client is not None and not reading.problems:
                clients.append(client)
        return EveryClient(clients=tuple(clients), problems=tuple(problems))

    def _name_in(self, client_id: str) -> str:
        """The name as the file says it, right or wrong; the id where it says none."""
        file = self.client_file(client_id)
        root = read(file, file=f"{CLIENTS_FOLDER}/{file.name}").root
        name = None if root is None else root.get("name")
        return name.text if isinstance(name, Text) and name.text else client_id


def find_workspace(*, home: str | None, folder: Path, data_folder: Path) -> Workspace:
    """The workspace that the options, the folder you stand in or the data folder give, in this order.

    Raises FileFailedError where there is none.
    """
    if home is not None:
        wanted = folder / Path(home).expanduser()
        if not _is_started(wanted):
            raise FileFailedError(
                f"there is no {ME_FILE} in {wanted}", hint=f"make one with: cb init --home {home}"
            )
        return Workspace(folder=wanted)
    for above in (folder, *folder.parents):
        if (above / ME_FILE).is_file() and (above / CLIENTS_FOLDER).is_dir():
            return Workspace(folder=above)
    if _is_started(data_folder):
        return Workspace(folder=data_folder)
    raise FileFailedError(
        "you have no files yet", hint="make them with: cb init   or look around with: cb --demo meet"
    )


def _is_started(folder: Path) -> bool:
    return (folder / ME_FILE).is_file() or (folder / CLIENTS_FOLDER).is_dir()


def demo_workspace() -> Workspace:
    """The bundled sample workspace, which is never written to."""
    return Workspace(folder=shipped_data() / "demo", writable=False)


def check_writable(workspace: Workspace) -> None:
    """Raises UsageError for the sample workspace."""
    if not workspace.writable:
        raise UsageError("the sample workspace is not changed", hint="make your own with: cb init")
