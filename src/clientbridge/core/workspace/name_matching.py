"""Match a typed name to a client or person: by id, then by full name, then by prefix; never by similarity.

Case, accents and how an accent is stored do not matter, unless two ids differ in nothing else: then the id as
it is typed is meant.
"""

from collections.abc import Callable, Mapping

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.spelling import fold, nearest
from clientbridge.core.workspace.profiles import Client, Person

_MAX_KEYS_LISTED = 12
"""About as many ids as fit one line of a terminal."""


def match_person(client: Client, name: str) -> Person:
    """Return the person with this id or name, or whose id, name or a word of it alone starts with `name`.

    Raises UnknownNameError, AmbiguousNameError.
    """
    people = {f"{client.id}/{person.id}": person for person in client.people}
    names = {key: (person.id, person.name, *person.name.split()) for key, person in people.items()}
    hint = None if people else f"{client.name} has no people yet"
    return people[match_one(name, names, kind="person", where=f" at {client.name}", hint=hint)]


def match_one(
    name: str,
    names_by_key: Mapping[str, tuple[str, ...]],
    *,
    kind: str,
    where: str = "",
    hint: str | None = None,
) -> str:
    """Return the only key with a name that matches; `kind` and `where` describe it in error messages.

    Raises UnknownNameError, with the nearest keys or, without any, with `hint`; AmbiguousNameError.
    """
    matches = match_all(name, names_by_key)
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise AmbiguousNameError(kind, name, candidates=matches)
    suggestions = _nearest_keys(name, names_by_key)
    if hint is None and not suggestions and 0 < len(names_by_key) <= _MAX_KEYS_LISTED:
        hint = f"known: {', '.join(names_by_key)}"
    raise UnknownNameError(f"{kind}{where}", name, nearest=suggestions, hint=hint)


def _nearest_keys(name: str, names_by_key: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    close = nearest(name, (one for names in names_by_key.values() for one in names))
    return tuple(dict.fromkeys(key for one in close for key, names in names_by_key.items() if one in names))


def match_all(name: str, names_by_key: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the keys whose id equals `name`, else those with an equal name, else those with such a prefix.

    A key's id is the first of its names. An empty name matches nothing.
    """
    query = fold(name)
    if not query:
        return ()
    typed = tuple(key for key, names in names_by_key.items() if names[0] == name)
    return typed or _folded_matches(query, names_by_key)


def _folded_matches(query: str, names_by_key: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    folded = {key: tuple(map(fold, names)) for key, names in names_by_key.items()}
    tests: tuple[Callable[[tuple[str, ...]], bool], ...] = (
        lambda names: query == names[0],
        lambda names: query in names,
        lambda names: any(one.startswith(query) for one in names),
    )
    matches = (tuple(key for key, names in folded.items() if test(names)) for test in tests)
    return next(filter(None, matches), ())
