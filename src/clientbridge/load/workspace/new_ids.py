"""The id of a new client: one that is free, made of a name that nobody has yet."""

from itertools import count
from typing import TYPE_CHECKING

from clientbridge.adapters.workspace import profile_edits
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError

if TYPE_CHECKING:
    from clientbridge.load.session import Session


def proposed_id(session: "Session", name: str) -> str | None:
    """A free id made of a name; None where it has no Latin letters."""
    return profile_edits.id_for(name, session.workspace.client_ids())


def refused_id(session: "Session", name: str) -> tuple[str, str] | None:
    """The id that a name gives though it is not free, and one like it that is; None without Latin letters."""
    usual = next(iter(profile_edits.ids_from(name)), None)
    if usual is None:
        return None
    taken = session.workspace.client_ids()
    return usual, next(one for one in (f"{usual}-{number}" for number in count(2)) if one not in taken)


def check_new_name(session: "Session", name: str) -> None:
    """Raises UsageError where a client is called that already: nobody could tell the two apart."""
    known = session.workspace.called(name)
    if known:
        again = f"cb client show {quoted(known[0])}"
        hint = f"see: {again}   or add another one of that name, with --id and a word of yours"
        raise UsageError(f"there is a client called '{name}' already: {known[0]}", hint=hint)
