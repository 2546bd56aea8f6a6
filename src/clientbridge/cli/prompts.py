"""Questions at the terminal that are asked until the answer can be understood."""

from collections.abc import Callable
from typing import TypeVar

from clientbridge.cli.context import Context
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.spelling import is_blank

T = TypeVar("T")


def ask_until(
    context: Context, question: str, understand: Callable[[str], T], *, default: str | None = None
) -> T:
    """What an answer means; one that raises ClientbridgeError or ValueError is shown, and asked again."""
    while True:
        answer = context.ask(question, default=default)
        try:
            return understand(answer)
        except ClientbridgeError as error:
            hint = f"; {error.hint}" if error.hint else ""
            context.surroundings.tell(f"  {error.say}{hint}")
        except ValueError as error:
            context.surroundings.tell(f"  {error}")


def some_text(answer: str) -> str:
    """Anything but nothing."""
    if is_blank(answer):
        raise ValueError("please type something")
    return answer.strip()
