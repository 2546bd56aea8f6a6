"""New and changed profiles: what the words typed for one mean, and the files that they become."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from clientbridge.adapters.culture.country_facts import language_name, main_language
from clientbridge.adapters.culture.language_tags import language_of
from clientbridge.adapters.culture.usual_language import usual_language
from clientbridge.adapters.days import places
from clientbridge.adapters.days.regions.named_places import named_places, place_within
from clientbridge.adapters.days.regions.only_place import only_place
from clientbridge.adapters.safe_write import check_can_be_written
from clientbridge.adapters.time.machine_place import guessed_country, guessed_zone
from clientbridge.adapters.time.zone_database import ZoneDatabase, open_zone_database
from clientbridge.adapters.workspace import profile_edits
from clientbridge.adapters.workspace.profiles import parsers
from clientbridge.adapters.workspace.profiles.editor_schema import SECTIONS, editor_schema_text
from clientbridge.adapters.workspace.profiles.new_files import new_client, new_me
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.adapters.workspace.workspace import MY_ID, Workspace, journal_name
from clientbridge.adapters.workspace.workspace_place import ME_FILE
from clientbridge.core.command_line import quoted
from clientbridge.core.days.place import NamedPlace, Place
from clientbridge.core.errors import FileFailedError, UnknownNameError, UsageError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.changes import ClientAdded, ClientEdited
from clientbridge.core.workspace.people_import import ImportedPeople, left_out
from clientbridge.load.changes import check_writable, record_change

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from clientbridge.adapters.yaml_files.writing import Value
    from clientbridge.core.workspace.profiles import Client
    from clientbridge.load.session import Session

_T = TypeVar("_T")
_HOURS_WHERE_NOTHING_IS_KNOWN = "09:00-17:30"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChoice:
    """The time zones of a place."""

    country: str
    """Its name, or that of the region whose zones these are."""
    only: str | None
    """The zone that the place leaves no doubt about."""
    zones: tuple[str, ...] = ()
    """Those to choose from where there is doubt."""


class Gazetteer:
    """What names of countries, places, zones and languages mean; unknown ones raise ClientbridgeError."""

    @cached_property
    def _zones(self) -> ZoneDatabase:
        return open_zone_database()

    def country(self, text: str) -> str:
        """The code of a country; of a part of one the error tells both."""
        place = only_place(text)
        if place.region is None:
            return place.country
        whole = places.country_name(place.country)
        raise UnknownNameError(
            "country",
            text,
            nearest=(f"{whole} ({place.country})",),
            hint=f"{places.region_name(place.region)} is a part of {whole}: "
            f"--country {place.country} --region {place.region}",
        )

    def country_name(self, code: str) -> str:
        """The English name of a country."""
        return places.country_name(code)

    def places(self, text: str) -> tuple[NamedPlace, ...]:
        """Every place that a country, region, city, or one inside another may mean, the likeliest first."""
        return named_places(text)

    def place_within(self, country: str, text: str) -> NamedPlace:
        """The region or big city of a country."""
        return place_within(country, text)

    def has_own_days(self, country: str) -> bool:
        """Whether regions of a country have holidays of their own that offices there keep."""
        from clientbridge.adapters.days.regions.regional_days import has_regional_days

        return has_regional_days(country)

    def zone_info(self, key: str) -> "ZoneInfo":
        """The zone of a name."""
        return self._zones.find(key)

    def zone(self, text: str) -> str:
        """The name of a zone, or of the zone of a city."""
        return self._zones.find(text).key

    def zones_of(self, country: str, region: str | None) -> ZoneChoice:
        """The zones of a country, or of the region of it that the text names."""
        code = places.region(country, region) if region else None
        only = places.zone_for(country, code, region)
        return ZoneChoice(
            country=places.zones_belong_to(country, code),
            only=only,
            zones=places.zones_to_choose(country, code) if only is None else (),
        )

    def language(self, text: str) -> str:
        """The tag of a language."""
        return _typed(language_of, text)

    def language_name(self, tag: str) -> str:
        """The English name of a language."""
        return language_name(tag)

    def main_language(self, country: str) -> str | None:
        """The language most used in a country, as far as that is known."""
        return main_language(country)

    def usual_language(self, country: str, region: str | None) -> str | None:
        """The language in which one works with a client there, as far as that is known."""
        place = places.place_of(country, region) if region else Place(country)
        usual = usual_language(place)
        return None if usual is None else usual.code

    def usual_hours(self, country: str) -> str:
        """Usual office hours of a country, as they are written in a profile."""
        from clientbridge.adapters.days.usual_days import usual_office_hours

        return str(usual_office_hours(country) or _HOURS_WHERE_NOTHING_IS_KNOWN)

    def guess(self, environment: Mapping[str, str]) -> tuple[str | None, str | None]:
        """The zone and the country where this machine seems to be."""
        zone = guessed_zone(environment, self._zones)
        return zone, guessed_country(zone)


def identifier(text: str) -> str:
    """An id as typed for a new client; raises UsageError."""
    return _typed(parsers.client_identifier, text)


def _typed(parse: Callable[[str], _T], text: str) -> _T:
    try:
        return parse(text)
    except ValueError as error:
        say, _, hint = str(error).partition("; ")
        raise UsageError(say, hint=hint or None) from None


def check_no_workspace(folder: Path) -> None:
    """Raises UsageError where there is a ``me.yaml`` already, FileFailedError where none can be."""
    if is_started(folder):
        raise UsageError(f"{folder / ME_FILE} is there already", hint="change it: cb client edit me")


def is_started(folder: Path) -> bool:
    """Whether there is a ``me.yaml``; raises FileFailedError where none could be written either."""
    try:
        is_there = (folder / ME_FILE).exists()
    except OSError as error:
        say = f"the folder cannot be used: {error.strerror}"
        raise FileFailedError(say, hint="name another one: cb init FOLDER") from error
    if not is_there:
        check_can_be_written(folder)
    return is_there


def start(session: "Session", folder: Path, me: "Mapping[str, Value]") -> "tuple[Session, tuple[str, ...]]":
    """Write ``me.yaml`` and what belongs beside it; gives the call with that workspace, and the files made.

    Raises UsageError for wrong values, FileFailedError where a file cannot be written.
    """
    schemas = {which: editor_schema_text(which) for which in SECTIONS}
    made = profile_edits.start_workspace(Workspace(folder=folder), new_me(me), schemas)
    return session_in(session, folder), tuple(made)


def session_in(session: "Session", folder: Path) -> "Session":
    """The call with the workspace of a folder, as it is now."""
    return replace(session, folders=replace(session.folders, home=str(folder)))


def already_said(folder: Path) -> "frozenset[str]":
    """The keys that stand in ``me.yaml``; none where there is no such file. Raises WrongFilesError."""
    if not is_started(folder):
        return frozenset()
    return frozenset(profile_edits.started_with(Workspace(folder=folder)))


def complete_me(folder: Path, key: str, value: "Value") -> None:
    """Add one more key to ``me.yaml``; raises UsageError for a wrong value, FileFailedError."""
    profile_edits.complete_me(Workspace(folder=folder), key, value)


def add_client(session: "Session", client_id: str, values: "Mapping[str, Value]") -> ClientAdded:
    """Write the file of a new client.

    Raises UsageError for a taken id or a wrong value, FileFailedError where nothing can be written.
    """
    text = new_client(values)
    client, reading = profile_edits.add_client(session.workspace, client_id, text)
    change = FileChange(before=None, after=text.encode())
    record_change(session, f"client add {client_id}", files={client.file: change})
    return ClientAdded(
        id=client_id,
        name=client.name,
        country=client.schedule.place.country,
        region=client.schedule.place.region,
        timezone=client.schedule.zone.key,
        file=client.file,
        notes=(*map(str, reading.notes), *_old_journal(session, client_id)),
        place=client.schedule.where or places.place_name(client.schedule.place, session.cache),
        language=_why_in(client),
    )


def _why_in(client: "Client") -> str | None:
    """Its language, and why it is that one, where it is the usual one of its place; else None."""
    usual = usual_language(client.schedule.place)
    return usual.say if usual is not None and usual.works_in and usual.code == client.language else None


def _old_journal(session: "Session", client_id: str) -> tuple[str, ...]:
    """What to tell of a journal that an earlier client of that id has left."""
    name = journal_name(client_id)
    there = (session.workspace.folder / name).exists()
    return (f"{name} is there already and is this client's now",) if there else ()


def edit(session: "Session", name: str, environment: Mapping[str, str]) -> ClientEdited:
    """Let the user change a client, or ``me``, in the editor that the environment names.

    Raises WrongFilesError for a text with problems, FileFailedError where the file was changed meanwhile or
    is open in another editor: the text stays aside and the file is as it was.
    """
    from clientbridge.adapters import editor
    from clientbridge.adapters.workspace.profile_draft import Draft

    check_writable(session)
    which = MY_ID if name.casefold() == MY_ID else session.workspace.client_id(name)
    command = editor.editor_command(environment)
    draft = Draft(workspace=session.workspace, which=which)
    with draft.opened() as opened:
        if opened.is_kept:
            session.note(f"going on with the text kept in {draft.kept}")
        try:
            editor.edit(draft.path, command)
        except FileFailedError as error:
            raise opened.kept_from(error) from error
        accepted = opened.accept()
    if accepted is None:
        _check_unchanged(session, which)
        return ClientEdited(id=which, file=draft.file, changed=False)
    change = FileChange(before=accepted.before, after=accepted.content)
    record_change(session, f"client edit {which}", files={draft.file: change})
    return ClientEdited(id=which, file=draft.file, changed=True, notes=tuple(map(str, accepted.notes)))


def _check_unchanged(session: "Session", which: str) -> None:
    """Raises WrongFilesError for a profile that had problems before the editor, and has them still."""
    try:
        _ = session.workspace.me if which == MY_ID else session.workspace.client(which)
    except WrongFilesError as error:
        again = f"nothing was changed; go on with: cb client edit {quoted(which)}"
        raise WrongFilesError(error.problems, hint=again) from None


def import_people(session: "Session", name: str, cards: Path) -> ImportedPeople:
    """Add the people of a vCard file to a client; raises as `add_people` and the readers of both files."""
    from clientbridge.adapters.workspace.people_files import add_people
    from clientbridge.adapters.workspace.vcards.card_file import read_cards

    check_writable(session)
    client_id = session.workspace.client_id(name)
    read = read_cards(session.folders.current / cards, file=str(cards))
    added = add_people(session.workspace, client_id, read.people)
    if added.before != added.after:
        change = FileChange(before=added.before, after=added.after)
        record_change(session, f"client import {client_id} {cards.name}", files={added.file: change})
    return ImportedPeople(
        client=client_id,
        file=cards.name,
        people=added.people,
        left_out=left_out(added.people),
        no_people=read.no_people,
        notes=read.notes,
    )


def editor_schema(which: str) -> str | None:
    """The JSON Schema of ``me`` or ``client`` files, for editors; None for any other word."""
    return editor_schema_text(which) if which in SECTIONS else None
