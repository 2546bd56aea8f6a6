"""Frozen dataclasses that share their methods, so that start-up does not compile hundreds of them.

`dataclasses.dataclass` generates up to seven methods for each class as text and compiles them: 0.4 ms a
class, a quarter of the run time of a command (docs/decisions.md). Here ``__init__``, equality, order, hash,
repr and immutability are the same functions for all classes. Seen from outside, `fields` and `replace`
included, a class behaves as with the library, and type checkers see the library itself.
"""

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from dataclasses import MISSING
    from operator import ge, gt, le, lt

    _set = object.__setattr__

    def dataclass(cls: type | None = None, /, **options: bool) -> type | Callable[[type], type]:
        """Decorate as `dataclasses.dataclass` does; a frozen class gets the shared methods."""
        if cls is None:
            return lambda decorated: dataclass(decorated, **options)
        if not options.get("frozen"):
            return dataclasses.dataclass(cls, **options)
        methods = {**_SHARED, **(_IN_ORDER if options.pop("order", False) else {})}
        if hasattr(cls, "__post_init__"):
            methods["__init__"] = _set_and_check_fields
        if not cls.__doc__:
            # Else the library writes its signature there, for which the grammar of tokens is compiled.
            cls.__doc__ = cls.__qualname__
        new_class = dataclasses.dataclass(cls, **{**options, **_NOT_GENERATED})
        _describe_fields(new_class)
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(new_class, name, method)
        return new_class

    def _describe_fields(new_class: type) -> None:
        """Give the class what the shared methods read of its fields."""
        fields = dataclasses.fields(new_class)
        new_class.__compared__ = tuple(field.name for field in fields if field.compare)
        new_class.__positional__ = tuple(field.name for field in fields if not field.kw_only)
        new_class.__defaults__ = tuple((field.name, field.default, field.default_factory) for field in fields)

    def _set_fields(self: object, *args: object, **values: object) -> None:
        """Set every field: positional ones in order, the others by name, those left out to their default."""
        if args:
            _add_positional(self, args, values)
        for name, default, factory in self.__defaults__:
            if name in values:
                value = values.pop(name)
            elif default is not MISSING:
                value = default
            elif factory is not MISSING:
                value = factory()
            else:
                raise TypeError(f"{self.__class__.__qualname__} lacks a value for '{name}'")
            _set(self, name, value)
        if values:
            raise TypeError(f"{self.__class__.__qualname__} has no field '{next(iter(values))}'")

    def _set_and_check_fields(self: object, *args: object, **values: object) -> None:
        _set_fields(self, *args, **values)
        self.__post_init__()

    def _add_positional(self: object, args: tuple[object, ...], values: dict[str, object]) -> None:
        names = self.__positional__[: len(args)]
        if len(names) < len(args) or not values.keys().isdisjoint(names):
            raise TypeError(f"{self.__class__.__qualname__} has no field for one of its positional values")
        values.update(zip(names, args, strict=True))

    def _refuse_change(_self: object, name: str, _value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field '{name}'")

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

    _NOT_GENERATED = {"frozen": False, "init": False, "eq": False, "repr": False}
    _SHARED = {
        "__init__": _set_fields,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_removal,
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _show,
    }
    _IN_ORDER = {"__lt__": _by(lt), "__le__": _by(le), "__gt__": _by(gt), "__ge__": _by(ge)}
