"""Which key of a profile a typed name means: ``hours``, ``rhythm.checkin``, or ``checkin`` alone."""

from collections.abc import Iterator
from typing import NamedTuple

from clientbridge.adapters.workspace.profiles.field_types import ListOf, MappingOf
from clientbridge.adapters.workspace.profiles.kinds.calendars import Calendars
from clientbridge.adapters.workspace.profiles.reading import Key, Section
from clientbridge.core.errors import UsageError
from clientbridge.core.spelling import fold, nearest


class FoundKey(NamedTuple):
    """A key of the table, and where it stands in the file of its section."""

    path: tuple[str, ...]
    key: Key[object]

    @property
    def name(self) -> str:
        """As it is typed: ``rhythm.checkin``."""
        return ".".join(self.path)

    @property
    def is_list(self) -> bool:
        """Whether it holds several values."""
        return isinstance(self.key.kind, ListOf | Calendars)


def keys_of(section: Section, above: tuple[str, ...] = ()) -> Iterator[FoundKey]:
    """Every key of a section, and below a mapping those of the mapping."""
    for key in section.keys:
        yield FoundKey((*above, key.name), key)
        if isinstance(key.kind, MappingOf):
            yield from keys_of(key.kind.section, (*above, key.name))


def find_key(section: Section, typed: str) -> FoundKey:
    """The key that the words mean; raises UsageError with the nearest names and all of them."""
    known = tuple(keys_of(section))
    wanted = fold(typed).replace("-", "_").replace(" ", "_")
    named = [one for one in known if wanted == one.name] or [one for one in known if wanted == one.path[-1]]
    if not named:
        raise _unknown(section, known, typed, wanted)
    if len(named) > 1:
        several = " or ".join(one.name for one in named)
        raise UsageError(f"'{typed}' may be several things", hint=f"write {several}")
    return named[0]


def _unknown(section: Section, known: tuple[FoundKey, ...], typed: str, wanted: str) -> UsageError:
    close = nearest(wanted, [*(one.name for one in known), *(one.path[-1] for one in known)], most=1)
    meant = f"did you mean '{_whole(known, close[0])}'? " if close else ""
    if not wanted:
        return UsageError("what is to be set?", hint=f"there are: {_listed(known)}")
    return UsageError(f"{section.name} has no '{typed}'", hint=f"{meant}There are: {_listed(known)}")


def _whole(known: tuple[FoundKey, ...], name: str) -> str:
    return next((one.name for one in known if one.path[-1] == name), name)


def _listed(known: tuple[FoundKey, ...]) -> str:
    """All that can be set; a mapping by its parts."""
    return ", ".join(one.name for one in known if not isinstance(one.key.kind, MappingOf))
