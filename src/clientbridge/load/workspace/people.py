"""People of a client: add one, take one out, list them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.setting.people import adding_person, people_in, removing_person, text
from clientbridge.adapters.workspace.setting.typed_values import TypedValues
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.changes import ProfileChanged
from clientbridge.core.workspace.client_list import PeopleList, people_of
from clientbridge.load.changes import check_writable
from clientbridge.load.workspace.profile_parts import apply, part_named

if TYPE_CHECKING:
    from clientbridge.adapters.yaml_files.writing import Value
    from clientbridge.load.session import Session


def people(session: "Session", client: str) -> PeopleList:
    """The people of a client; raises as `Workspace.client`."""
    return people_of(session.workspace.client(client))


def add_person(session: "Session", client: str, name: str, said: Mapping[str, str]) -> ProfileChanged:
    """Add a person, with what is `said` of them by the keys of the table.

    Raises UsageError for someone who is there, and for what is not understood; else as `change_value`.
    """
    check_writable(session)
    part = part_named(session, _client_alone(client))
    typed = TypedValues(session.workspace.zones, session.today)
    fields: dict[str, Value] = {}
    for key in schema.PERSON.keys:
        if key is schema.PERSON_NAME:
            fields[key.name] = typed.value(key, name)
        elif key.name in said:
            with read_from(f"--{key.name}"):
                fields[key.name] = typed.value(key, said[key.name])
    client_id = part.file.which
    what = f"client person {client_id} add {name}"
    done = apply(session, part.file, adding_person(client_id, fields), what)
    added = people_in(done.after)
    at = (schema.PEOPLE.name, len(added) - 1)
    return replace(part, person=text(added[-1], schema.PERSON_ID.name), at=at).told(done, ())


def remove_person(session: "Session", client: str, name: str) -> ProfileChanged:
    """Take a person out of a client's file; raises as `Workspace.party`, else as `add_person`."""
    check_writable(session)
    part = part_named(session, f"{_client_alone(client)}/{name}")
    if part.person is None:
        raise UsageError("who is to be removed?", hint=f"see: cb client person {quoted(client)} list")
    what = f"client person {part.file.which} remove {part.person}"
    done = apply(session, part.file, removing_person(part.person), what)
    return replace(part.told(done, ()), name=part.name, after=None)


def _client_alone(name: str) -> str:
    client, slash, _ = name.partition("/")
    if slash:
        raise UsageError(f"'{name}' names a person", hint=f"name the client alone: {quoted(client)}")
    return client
