"""Whoever reads the answer: gone already, or at a terminal with a pager for what is longer than a screen."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from clientbridge.render.formats import Format

if TYPE_CHECKING:
    from clientbridge.cli.context import Context

_READ_AT_LENGTH = frozenset({"briefing", "culture", "handover", "client"})
"""Kinds of answers that are read from top to bottom."""
_USUAL = "less"
_USUAL_SETTINGS = {"LESS": "FRX"}
"""What fits is shown at once, colours stay, and the text is left on the screen, as git sets it."""


class ReaderGoneError(Exception):
    """Whoever read the answer has gone, as `head` does when it has enough.

    No OSError: Typer would make exit code 1 of a closed pipe.
    """


def was_read_in_pager(context: "Context", kind: str, text: str) -> bool:
    """Show a long answer in the pager; False where there is nobody to turn pages, or no pager."""
    around = context.surroundings
    is_long = around.height is not None and text.count("\n") > around.height
    is_at_terminal = context.format is Format.TERMINAL and around.output.isatty()
    if not (kind in _READ_AT_LENGTH and is_long and is_at_terminal):
        return False
    if context.options.has("--no-input") or context.environment.get("TERM", "dumb") == "dumb":
        return False
    command = pager_command(context.environment)
    return bool(command) and _is_shown(command, text, context)


def pager_command(environment: Mapping[str, str]) -> list[str]:
    """The words that start the pager: ``PAGER``, else a usual one; none where it is set to nothing."""
    import shlex

    try:
        return shlex.split(environment.get("PAGER", _USUAL))
    except ValueError:  # a quote that does not end
        return []


def _is_shown(command: list[str], text: str, context: "Context") -> bool:
    """Whether the pager could be started; one that is left before the end is no error."""
    import subprocess

    try:
        pager = subprocess.Popen(  # noqa: S603 - the user's own choice of pager
            command,
            stdin=subprocess.PIPE,
            env={**_USUAL_SETTINGS, **context.environment},
            encoding=context.surroundings.output.encoding,
            errors="replace",
        )
    except OSError:
        return False
    # Ctrl-C is a key of the pager: it alone decides when reading ends.
    with suppress(OSError, KeyboardInterrupt):
        pager.communicate(text)
    if pager.stdin is not None:
        with suppress(OSError):
            pager.stdin.close()
    while pager.poll() is None:
        with suppress(KeyboardInterrupt):
            pager.wait()
    return True
