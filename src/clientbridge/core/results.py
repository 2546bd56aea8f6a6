"""What every result has."""

from typing import ClassVar, Protocol, runtime_checkable


@runtime_checkable
class Result(Protocol):
    """A frozen value that holds everything any output format needs, and no text formatted for one of them.

    Its fields are the fields of the JSON answer, in order; a trailing underscore is dropped (``from_``).
    A field with ``metadata={"json": False}`` stays out of the JSON.
    """

    kind: ClassVar[str]
    """The name of the answer in JSON, in lower_snake_case; it also names the module of its page."""

    @property
    def answered(self) -> bool:
        """False when the answer is "none"; the process then exits with code 1."""
        ...


class AlwaysAnswered:
    """A result that is never "none": the change has been made, or there is always something to show."""

    __slots__ = ()

    @property
    def answered(self) -> bool:
        """True, so that the process exits with code 0."""
        return True
