"""Whom a name means: its id, then a whole name, then the start of one; nothing is guessed."""

from collections.abc import Mapping, Sequence

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.names import fold, nearest
from clientbridge.core.workspace.profiles import Client, Person

_MOST_SHOWN = 12
"""As many ids as one line of the screen holds."""


def person_of(client: Client, name: str) -> Person:
    """The person of an id, a name or the unique start of one or of one of its words.

    Raises UnknownNameError, AmbiguousNameError.
    """
    known = {person.id: (person.name, *person.name.split()) for person in client.people}
    found = fitting(fold(name), known) if name.strip() else ()
    if len(found) == 1 and (person := client.person(found[0])) is not None:
        return person
    if found:
        raise AmbiguousNameError("person", name, candidates=[f"{client.id}/{one}" for one in found])
    close = nearest(name, (word for one, words in known.items() for word in (one, *words)))
    proposals = dict.fromkeys(
        f"{client.id}/{one}" for one, words in known.items() if {one, *words} & set(close)
    )
    hint = None if client.people else f"{client.name} has no people yet"
    ids = [f"{client.id}/{one}" for one in known]
    raise UnknownNameError(
        f"person at {client.name}", name, nearest=tuple(proposals), hint=hint or if_few(ids, tuple(proposals))
    )


def fitting(wanted: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids that are `wanted`, else those with such a name, else those with a name that starts so.

    `wanted` is folded; accents and case do not matter.
    """
    folded = {one: (fold(one), *map(fold, known)) for one, known in names.items()}
    by_id = tuple(one for one, known in folded.items() if wanted == known[0])
    by_name = tuple(one for one, known in folded.items() if wanted in known)
    by_start = (one for one, known in folded.items() if any(name.startswith(wanted) for name in known))
    return by_id or by_name or tuple(by_start)


def if_few(ids: Sequence[str], proposals: Sequence[str]) -> str | None:
    """Where nothing looks like the name and there are few, all of them help."""
    if proposals or not ids or len(ids) > _MOST_SHOWN:
        return None
    return f"known: {', '.join(ids)}"
