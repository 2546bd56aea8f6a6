"""`cb client person`: whom you know at a client, and what is known of them from the start."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.errors import UsageError
from clientbridge.core.spelling import nearest
from clientbridge.load.workspace import people

_ACTS = ("list", "add", "remove")


def person(
    ctx: typer.Context,
    client: ClientName = None,
    act: Annotated[str, typer.Argument(help="What to do", metavar="list|add|remove")] = "list",
    name: Annotated[
        str | None, typer.Argument(help="The full name; to remove, also the id", metavar="NAME")
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", help="A short word for the command line")] = None,
    call: Annotated[str | None, typer.Option(help="How to address them: Sato-san")] = None,
    say: Annotated[str | None, typer.Option(help="How the name sounds: SAH-toh")] = None,
    role: Annotated[str | None, typer.Option(help="What they do there: CTO")] = None,
    level: Annotated[str | None, typer.Option(help="executive, manager or team")] = None,
    decides: Annotated[bool, typer.Option("--decides", help="They can decide about your work")] = False,
    email: Annotated[str | None, typer.Option(help="Their address")] = None,
    phone: Annotated[str | None, typer.Option(help="Their number, as you dial it")] = None,
    language: Annotated[str | None, typer.Option(help="Where it is not the client's")] = None,
    timezone: Annotated[str | None, typer.Option(help="Where it is not the client's: Tokyo")] = None,
    country: Annotated[str | None, typer.Option(help="Where it is not the client's: Japan")] = None,
    hours: Annotated[str | None, typer.Option(help='"mon-thu 09:00-16:00"')] = None,
    birthday: Annotated[str | None, typer.Option(help="Day and month: 05-17")] = None,
    notes: Annotated[str | None, typer.Option(help="Anything worth remembering")] = None,
) -> None:
    """List the people of a client, add someone, or remove someone."""
    context: Context = ctx.obj
    _check_act(act)
    which = chosen_client(context, client)
    if act == "list":
        context.show(people.people(context.session, which))
        return
    if name is None:
        raise UsageError(f"who is to be {act.removesuffix('e')}ed?", hint="write the name, in quotes")
    if act == "remove":
        context.show(people.remove_person(context.session, which, name))
        return
    said = {
        "id": id_,
        "call": call,
        "say": say,
        "role": role,
        "level": level,
        "email": email,
        "phone": phone,
        "language": language,
        "timezone": timezone,
        "country": country,
        "hours": hours,
        "birthday": birthday,
        "notes": notes,
        "decides": "yes" if decides else None,
    }
    given = {key: value for key, value in said.items() if value is not None}
    context.show(people.add_person(context.session, which, name, given))


def _check_act(act: str) -> None:
    if act not in _ACTS:
        close = nearest(act, _ACTS, most=1)
        hint = f"did you mean {close[0]}?" if close else f"write {', '.join(_ACTS)}"
        raise UsageError(f"'{act}' is not understood", hint=hint)
