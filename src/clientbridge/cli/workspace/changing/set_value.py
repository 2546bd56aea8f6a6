"""`cb client set`: one value of a profile, typed as one says it."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.errors import UsageError
from clientbridge.load.workspace.set_value import Act, TypedChange, change_value


def set_(
    ctx: typer.Context,
    client: ClientName = None,
    key: Annotated[
        str | None,
        typer.Argument(help="hours, timezone, rhythm.checkin …; a wrong word lists all", metavar="KEY"),
    ] = None,
    value: Annotated[
        list[str] | None, typer.Argument(help="As one says it; quotes are not needed", metavar="VALUE")
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Add the value to a list")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the value from a list")] = False,
    unset: Annotated[bool, typer.Option("--unset", help="Take the value out")] = False,
    because: Annotated[
        str | None, typer.Option(help="What showed it, for a value on a scale such as directness")
    ] = None,
    since: Annotated[str | None, typer.Option(help="When you learned it; today when left out")] = None,
) -> None:
    """Set one value of a client, of a person (CLIENT/PERSON) or of 'me', or take it out."""
    context: Context = ctx.obj
    acts = [act for act, given in ((Act.ADD, add), (Act.REMOVE, remove), (Act.UNSET, unset)) if given]
    if len(acts) > 1:
        raise UsageError("only one of --add, --remove and --unset can be given", hint="give one of them")
    text = " ".join(value) if value else None
    act = acts[0] if acts else Act.SET
    if act is Act.UNSET and text is not None:
        raise UsageError("--unset takes no value", hint="to take one out of a list: --remove")
    name = chosen_client(context, client)
    typed = TypedChange(key=key or "", text=text, act=act, because=because, since=since)
    context.show(change_value(context.session, name, typed))
