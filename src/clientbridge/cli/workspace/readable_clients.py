"""The clients that a command is about: those named, else all that can be read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.errors import Problem
    from clientbridge.core.workspace.profiles import Client


def readable_clients(context: "Context", names: Sequence[str] = ()) -> "tuple[Client, ...]":
    """The named clients, all right; without a name every client, those with wrong files told and left out.

    Raises UnknownNameError, AmbiguousNameError, WrongFilesError for a name; WrongFilesError where not one
    client can be read.
    """
    workspace = context.workspace()
    if names:
        return workspace.clients(names)
    found = workspace.every_client()
    tell_left_out(context, found.problems, any_left=bool(found.clients))
    return found.clients


def tell_left_out(context: "Context", problems: "Iterable[Problem]", *, any_left: bool) -> None:
    """One line for each wrong file, on stderr; `cb data check` has the rest.

    Where no client is left there is no answer but the problems: raises WrongFilesError.
    """
    wrong = tuple(problems)
    if wrong and not any_left:
        from clientbridge.core.errors import WrongFilesError

        raise WrongFilesError(wrong)
    for file, count in Counter(problem.file for problem in wrong).items():
        many = f"{count} problem{'' if count == 1 else 's'}"
        which = "those lines are" if file.startswith("journal/") else "is"
        context.note(f"{file} has {many} and {which} left out; see: cb data check")
