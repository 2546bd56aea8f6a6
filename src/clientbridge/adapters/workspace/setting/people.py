"""People of a client's file: one added at the end of the list, or taken out of it."""

import re
from typing import TYPE_CHECKING

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.setting.profile_change import Splice, node_at
from clientbridge.adapters.workspace.workspace import MY_ID
from clientbridge.adapters.yaml_files.edit import append_item, remove
from clientbridge.adapters.yaml_files.nodes import Document, MappingNode, ScalarNode, SequenceNode
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clientbridge.adapters.yaml_files.writing import Value

_WORD = re.compile(r"[a-z0-9]+")


def adding_person(client: str, fields: "Mapping[str, Value]") -> Splice:
    """Add a person, with an id made of the name where none is given; raises UsageError for a known one."""

    def splice(document: Document) -> bytes:
        known = {text(one, schema.PERSON_ID.name): text(one, schema.NAME.name) for one in people_in(document)}
        name = str(fields[schema.NAME.name])
        for person_id, other in known.items():
            if fold(other) == fold(name):
                hint = f"change them: cb client set {quoted(f'{client}/{person_id}')} role CTO"
                raise UsageError(f"{other} is there already", hint=hint)
        typed = fields.get(schema.PERSON_ID.name)
        if typed in known:
            raise UsageError(f"the id '{typed}' is {known[str(typed)]}'s", hint="give another --id")
        made = typed or new_person_id(name, str(fields.get(schema.CALL.name, "")), frozenset(known))
        return append_item(document, (schema.PEOPLE.name,), {schema.PERSON_ID.name: made, **fields})

    return splice


def removing_person(person_id: str) -> Splice:
    """Take a person out."""

    def splice(document: Document) -> bytes:
        ids = [text(one, schema.PERSON_ID.name) for one in people_in(document)]
        return remove(document, (schema.PEOPLE.name, ids.index(person_id)))

    return splice


def people_in(document: Document) -> tuple[MappingNode, ...]:
    """The people of a file, as far as they are mappings."""
    node = node_at(document, (schema.PEOPLE.name,))
    items = node.items if isinstance(node, SequenceNode) else ()
    return tuple(item for item in items if isinstance(item, MappingNode))


def text(person: MappingNode, key: str) -> str:
    """One text of a person; empty where there is none."""
    node = person.get(key)
    return node.text if isinstance(node, ScalarNode) else ""


def new_person_id(name: str, call: str, taken: frozenset[str]) -> str:
    """The word of the name by which they are called, else its first; with a number where it is taken.

    Of a name in another script it is the longest word of how they are called: ``Sato-san`` is ``sato``.
    """
    words, called = _WORD.findall(fold(name)), _WORD.findall(fold(call))
    addressed = [word for word in called if word in words]
    base = next(iter([*addressed, *words]), max(called, key=len, default="person"))
    numbered = (base if number == 1 else f"{base}{number}" for number in range(1, len(taken) + 3))
    return next(one for one in numbered if one not in taken and one != MY_ID)
