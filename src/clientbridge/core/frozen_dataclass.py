"""Frozen dataclasses that share their methods, so that start-up does not compile hundreds of them.

`dataclasses.dataclass` generates six methods for each class as text and compiles them: 0.4 ms a class, a
quarter of the run time of a command (docs/decisions.md). Here only ``__init__`` is generated; equality,
order, hash, repr and immutability are the same functions for all classes. Seen from outside, `fields` and
`replace` included, a class behaves as with the library, and type checkers see the library itself.
"""

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from operator import ge, gt, le, lt

    def dataclass(cls: type | None = None, /, **options: bool) -> type | Callable[[type], type]:
        """Decorate as `dataclasses.dataclass` does; a frozen class gets the shared methods."""
        if cls is None:
            return lambda decorated: dataclass(decorated, **options)
        if not options.get("frozen"):
            return dataclasses.dataclass(cls, **options)
        methods = {**_SHARED, **(_IN_ORDER if options.pop("order", False) else {})}
        if not options.get("slots"):
            methods["__setattr__"] = _refuse_change_in_dict
        new_class = dataclasses.dataclass(cls, **{**options, "frozen": False, "eq": False, "repr": False})
        new_class.__compared__ = tuple(field.name for field in dataclasses.fields(new_class) if field.compare)
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(new_class, name, method)
        return new_class

    def _refuse_change(self: object, name: str, value: object) -> None:
        """Allow each field to be set once, by ``__init__``; raise FrozenInstanceError after that."""
        if hasattr(self, name):
            raise dataclasses.FrozenInstanceError(f"cannot assign to field '{name}'")
        object.__setattr__(self, name, value)

    def _refuse_change_in_dict(self: object, name: str, value: object) -> None:
        """Do the same for a class without slots, where a field's default is a class attribute."""
        if name in self.__dict__ or name not in self.__dataclass_fields__:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field '{name}'")
        object.__setattr__(self, name, value)

    def _refuse_removal(_self: object, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field '{name}'")

    def _compared(self: object) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__compared__])

    def _equal(self: object, other: object) -> bool:
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def _hash(self: object) -> int:
        return hash(_compared(self))

    def _show(self: object) -> str:
        shown = (field.name for field in dataclasses.fields(self) if field.repr)
        pairs = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({pairs})"

    def _by(comparison: Callable[[object, object], bool]) -> Callable[[object, object], bool]:
        def compare(self: object, other: object) -> bool:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return comparison(_compared(self), _compared(other))

        return compare

    _SHARED = {
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_removal,
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _show,
    }
    _IN_ORDER = {"__lt__": _by(lt), "__le__": _by(le), "__gt__": _by(gt), "__ge__": _by(ge)}
