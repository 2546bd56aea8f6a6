"""Questions at the terminal that are asked until the answer can be understood."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from clientbridge.cli.context import Context
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold, is_blank

T = TypeVar("T")
_MOST_SHOWN = 15
"""Limit on the lines of a list; beyond it, part of a name is typed."""
_REPLACED = "\ufffd"
"""Stands where the terminal sent bytes that are no text."""


class LikelyMeantError(ValueError):
    """An answer that likely means another one, which Enter takes when the question is asked again."""

    def __init__(self, say: str, *, meant: str | None) -> None:
        super().__init__(say)
        self.meant = meant


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedChoice(Generic[T]):
    """One line of a numbered list."""

    value: T
    label: str
    names: tuple[str, ...] = ()
    """What may be typed for it, wholly or in part, besides its number and its label."""

    @property
    def folded(self) -> tuple[str, ...]:
        """All that may be typed for it, as names are compared."""
        return tuple(map(fold, (*self.names, self.label)))


def ask_until(
    context: Context, question: str, understand: Callable[[str], T], *, default: str | None = None
) -> T:
    """What an answer means; one that raises ClientbridgeError or ValueError is shown, and asked again."""
    while True:
        answer = context.ask(question, default=default)
        try:
            return understand(_typed(answer))
        except ClientbridgeError as error:
            hint = f"; {error.hint}" if error.hint else ""
            context.surroundings.tell(f"  {error.say}{hint}")
        except LikelyMeantError as error:
            context.surroundings.tell(f"  {error}")
            default = error.meant or default
        except ValueError as error:
            context.surroundings.tell(f"  {error}")


def some_text(answer: str) -> str:
    """Anything but nothing."""
    if is_blank(answer):
        raise ValueError("please type something")
    return answer.strip()


def choose(
    context: Context,
    question: str,
    choices: Sequence[ListedChoice[T]],
    *,
    default: int | None = None,
    otherwise: Callable[[str], T] | None = None,
) -> T:
    """The value of the line that is chosen by its number or a part of its name; `default` counts from 1.

    `otherwise` understands what is on no line, or raises as `ask_until` has it.
    """
    context.surroundings.tell(question)
    for number, choice in enumerate(choices[:_MOST_SHOWN], start=1):
        context.surroundings.tell(f"{number:>3}  {choice.label}")
    left = len(choices) - _MOST_SHOWN
    if left > 0:
        context.surroundings.tell(f"     and {left} more: type a part of the name")
    usual = None if default is None else str(default)

    def understood(answer: str) -> T:
        try:
            return _chosen(answer, choices).value
        except ValueError:
            if otherwise is None or answer.isdigit() or is_blank(answer):
                raise
            return otherwise(answer)

    return ask_until(context, "Number or name", understood, default=usual)


def _chosen(answer: str, choices: Sequence[ListedChoice[T]]) -> ListedChoice[T]:
    """Raises ValueError where the answer fits no line, or several."""
    if answer.isascii() and answer.isdigit():
        if 1 <= int(answer[:9]) <= len(choices):
            return choices[int(answer[:9]) - 1]
        raise ValueError(f"there is no number {answer[:9]}; the last one is {len(choices)}")
    return _named(answer, fold(some_text(answer)), choices)


def _named(answer: str, wanted: str, choices: Sequence[ListedChoice[T]]) -> ListedChoice[T]:
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [one for one in choices if any(fits(name, wanted) for name in one.folded)]
        if len(found) == 1:
            return found[0]
        if found:
            raise ValueError(f"'{answer}' fits {len(found)} of them; type a number, or more of the name")
    raise ValueError(f"'{answer}' is none of them; type a number, or a part of the name")


def _typed(answer: str) -> str:
    """The answer; raises ValueError for what no name has: arrow keys, and bytes that are no text."""
    if any(unicodedata.category(char) == "Cc" and char != "\t" for char in answer):
        raise ValueError("an arrow or control key is in that line; type it again")
    if _REPLACED in answer:
        raise ValueError("a letter came through broken; type it again")
    return answer.replace("\t", " ")
