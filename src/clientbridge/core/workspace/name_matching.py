"""Which client or person a typed name means: its id, then a whole name, then the start of one; no guesses."""

from collections.abc import Callable, Mapping

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.names import fold, nearest
from clientbridge.core.workspace.profiles import Client, Person

_MOST_SHOWN = 12
"""As many ids as one line of the screen holds."""


def person_of(client: Client, name: str) -> Person:
    """The person of an id, a name or the unique start of one or of one of its words.

    Raises UnknownNameError, AmbiguousNameError.
    """
    people = {f"{client.id}/{person.id}": person for person in client.people}
    names = {key: (person.id, person.name, *person.name.split()) for key, person in people.items()}
    hint = None if people else f"{client.name} has no people yet"
    return people[matched(name, names, kind="person", where=f" at {client.name}", hint=hint)]


def matched(
    name: str, known: Mapping[str, tuple[str, ...]], *, kind: str, where: str = "", hint: str | None = None
) -> str:
    """The key whose names `name` fits; `kind` and `where` say in an error what was looked for.

    Raises UnknownNameError with the nearest keys, or with `hint` where there are none; AmbiguousNameError.
    """
    found = fitting(name, known)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(kind, name, candidates=found)
    proposals = _nearest_keys(name, known)
    if hint is None and not proposals and 0 < len(known) <= _MOST_SHOWN:
        hint = f"known: {', '.join(known)}"
    raise UnknownNameError(f"{kind}{where}", name, nearest=proposals, hint=hint)


def _nearest_keys(name: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    close = nearest(name, (one for names in known.values() for one in names))
    return tuple(dict.fromkeys(key for one in close for key, names in known.items() if one in names))


def fitting(name: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys whose first name (their id) is `name`; else those with such a name; else with such a start.

    Accents and case do not matter; nothing fits an empty name.
    """
    wanted = fold(name)
    if not wanted:
        return ()
    folded = {key: tuple(map(fold, names)) for key, names in known.items()}
    ways: tuple[Callable[[tuple[str, ...]], bool], ...] = (
        lambda names: wanted == names[0],
        lambda names: wanted in names,
        lambda names: any(one.startswith(wanted) for one in names),
    )
    found = (tuple(key for key, names in folded.items() if fits(names)) for fits in ways)
    return next(filter(None, found), ())
