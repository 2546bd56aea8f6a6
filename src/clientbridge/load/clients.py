"""The clients that a command is about: those named, else all that can be read; and one of them in full."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clientbridge.core.command_line import quoted
from clientbridge.core.spelling import fold
from clientbridge.core.time.formatting import day_month_year

if TYPE_CHECKING:
    from pathlib import Path

    from clientbridge.core.errors import Problem
    from clientbridge.core.workspace.changes import Started
    from clientbridge.core.workspace.client_card import ClientCard
    from clientbridge.core.workspace.client_list import ClientList
    from clientbridge.core.workspace.profiles import Client
    from clientbridge.load.session import Session


def readable_clients(session: "Session", names: Sequence[str] = ()) -> "tuple[Client, ...]":
    """The named clients; without a name all that are not archived, those with wrong files noted and left out.

    Raises UnknownNameError, AmbiguousNameError, WrongFilesError for a name; WrongFilesError where not one
    client can be read.
    """
    if names:
        named = session.workspace.clients(names)
        for client in named:
            note_archived(session, client)
        return named
    return tuple(client for client in all_clients(session) if client.archived is None)


def all_clients(session: "Session") -> "tuple[Client, ...]":
    """Every client that can be read, those too that are archived; raises as `readable_clients`."""
    every = session.workspace.every_client()
    report_unreadable_clients(session, every.problems, any_left=bool(every.clients))
    return every.clients


def client_list(session: "Session", clients: "tuple[Client, ...]") -> "ClientList":
    """The list of these clients, each with the name of its place."""
    from clientbridge.adapters.days.places import place_name
    from clientbridge.core.workspace.client_list import listed

    places = dict.fromkeys(client.schedule.place for client in clients)
    return listed(clients, {place: place_name(place, session.cache) for place in places})


def note_archived(session: "Session", client: "Client") -> None:
    """Tell that an archived client was named, and how to have it back."""
    if client.archived is not None:
        again = f"cb client unarchive {quoted(client.id)}"
        session.note(f"{client.name} is archived since {day_month_year(client.archived)}; back: {again}")


def report_unreadable_clients(session: "Session", problems: "Iterable[Problem]", *, any_left: bool) -> None:
    """One line for each wrong file, on stderr; `cb data check` has the rest.

    Where no client is left there is no answer but the problems: raises WrongFilesError.
    """
    wrong = tuple(problems)
    if wrong and not any_left:
        from clientbridge.core.errors import WrongFilesError

        raise WrongFilesError(wrong)
    _report(session, wrong, "is")


def report_unreadable_lines(session: "Session", problems: "Iterable[Problem]") -> None:
    """One line for each journal with lines that cannot be read, on stderr; `cb data check` has the rest."""
    _report(session, problems, "those lines are")


def _report(session: "Session", problems: "Iterable[Problem]", what: str) -> None:
    for file, count in Counter(problem.file for problem in problems).items():
        many = f"{count} problem{'' if count == 1 else 's'}"
        session.note(f"{file} has {many} and {what} left out; see: cb data check")


def client_card(session: "Session", name: str) -> "ClientCard":
    """Everything known of a client, or of you (``me``), and where each value comes from.

    Raises as `Workspace.client`.
    """
    from clientbridge.adapters.workspace.profile_files import whole
    from clientbridge.adapters.workspace.profiles import card
    from clientbridge.adapters.workspace.workspace import MY_ID

    workspace = session.workspace
    if fold(name) == MY_ID:
        me, reading = workspace.read_me()
        return card.my_card(whole(me, reading), reading, session.now)
    client, reading = workspace.read_client(workspace.client_id(name))
    return card.client_card(whole(client, reading), reading, session.now)


def started(
    session: "Session", folder: "Path", files: "Sequence[str]", *, found_without_option: bool
) -> "Started":
    """What stands in the files after `cb init`."""
    from clientbridge.adapters.days.places import place_name
    from clientbridge.adapters.workspace.workspace import MY_ID
    from clientbridge.core.workspace.changes import Started, StartedParty

    workspace, now = session.workspace, session.now
    parties = [(MY_ID, workspace.me.name, workspace.me.schedule)]
    parties += [(one.id, one.name, one.schedule) for one in workspace.every_client().clients]
    return Started(
        folder=str(folder),
        files=tuple(files),
        clients=tuple(client_id for client_id, _, _ in parties[1:]),
        parties=tuple(
            StartedParty(
                id=party_id,
                name=name,
                timezone=its.zone.key,
                local_time=now.astimezone(its.zone),
                place=its.where or place_name(its.place, session.cache),
            )
            for party_id, name, its in parties
        ),
        found_without_option=found_without_option,
    )
