"""Core values as JSON and back: a command takes them from the cache without loading what computes them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TypeVar
from zlib import crc32
from zoneinfo import ZoneInfo

from clientbridge.adapters.json_cache import Json, JsonCache
from clientbridge.core.errors import ClientbridgeError

_Known = TypeVar("_Known")


class Codec:
    """Writes and reads values made of the given dataclasses and enums, of texts, numbers, dates and zones."""

    def __init__(
        self, *kinds: type, enums: Sequence[type[Enum]] = (), zone: Callable[[str], ZoneInfo] = ZoneInfo
    ) -> None:
        """`zone` opens a zone by its key."""
        self._makers: tuple[Callable[..., object], ...] = kinds
        self._numbers = {kind: number for number, kind in enumerate(kinds)}
        self._fields = tuple(tuple(field.name for field in fields(kind)) for kind in kinds)
        self._defaults = tuple(_defaults(kind) for kind in kinds)
        """Left out where a value has them: most of a profile is what it does not say."""
        self._enums = tuple(enums)
        self._zone = zone
        self.layout = f"{crc32(repr((kinds, self._fields, self._defaults, self._enums)).encode()):08x}"
        """Another when a kind has other fields."""

    def plain(self, value: object) -> Json:  # noqa: PLR0911  (one return for each kind of value)
        """What `value` reads back; raises TypeError for a type that is not known."""
        match value:
            case Enum():
                return {f"e{self._enums.index(type(value))}": value.value}
            case None | bool() | int() | str():
                return value
            case ZoneInfo():
                return {"z": value.key}
            case date():
                return {"d": value.isoformat()}
            case frozenset():
                return {"s": [self.plain(item) for item in sorted(value)]}
            case Mapping():
                return {"m": [[self.plain(key), self.plain(item)] for key, item in value.items()]}
            case tuple():
                return [self.plain(item) for item in value]
            case _ if is_dataclass(value) and type(value) in self._numbers:
                number = self._numbers[type(value)]
                given = ((name, getattr(value, name)) for name in self._fields[number])
                defaults = self._defaults[number]
                return {
                    str(number): {
                        name: self.plain(item)
                        for name, item in given
                        if name not in defaults or item != defaults[name]
                    }
                }
            case _:
                raise TypeError(type(value).__name__)

    def value(self, entry: Json) -> object:
        """What `plain` made this of; raises LookupError, ValueError or TypeError for anything else."""
        if isinstance(entry, dict):
            ((mark, inner),) = entry.items()
            return self._marked(mark, inner)
        return tuple(self._values(entry)) if isinstance(entry, list) else entry

    def _values(self, entries: Iterable[Json]) -> list[object]:
        """Most values are text, a number or nothing: no call for these."""
        return [self.value(item) if isinstance(item, (dict, list)) else item for item in entries]

    def _marked(self, mark: str, inner: Json) -> object:
        match mark[0], inner:
            case "z", str():
                return self._zone(inner)
            case "d", str():
                return date.fromisoformat(inner)
            case "e", _:
                return self._enums[int(mark[1:])](inner)
            case "s", list():
                return frozenset(self._values(inner))
            case "m", list():
                return {self.value(key): self.value(item) for key, item in inner}
            case _, dict():
                return self._makers[int(mark)](**dict(zip(inner, self._values(inner.values()), strict=True)))
            case _:
                raise ValueError(mark)


def _defaults(kind: type) -> Mapping[str, object]:
    known = {}
    for field in fields(kind):
        if field.default is not MISSING:
            known[field.name] = field.default
        elif field.default_factory is not MISSING:
            known[field.name] = field.default_factory()
    return known


def cached_value(
    cache: JsonCache,
    name: str,
    stamp: str,
    kind: type[_Known],
    *,
    codec: Codec,
    compute: Callable[[], _Known],
) -> _Known:
    """The value stored under `name`; when it is missing, damaged or of another stamp or kind, a new one.

    `stamp` is of what it follows from, taken before `compute` reads that.
    """
    stored = _stored(cache.read(name, f"{codec.layout} {stamp}"), codec, kind)
    if stored is not None:
        return stored
    value = compute()
    cache.write(name, f"{codec.layout} {stamp}", codec.plain(value))
    return value


def _stored(entry: Json, codec: Codec, kind: type[_Known]) -> _Known | None:
    try:
        value = codec.value(entry)
    except (ValueError, LookupError, TypeError, RecursionError, ClientbridgeError):
        return None
    return value if isinstance(value, kind) else None
