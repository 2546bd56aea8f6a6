"""Your first clients, one after the other, until an empty name ends it."""

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import ask_until
from clientbridge.cli.workspace.client_add import add_typed
from clientbridge.cli.workspace.new_profile import TypedClient
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.time.formatting import clock_time
from clientbridge.core.workspace.changes import ClientAdded
from clientbridge.load.profiles import Gazetteer
from clientbridge.load.session import Session


def add_clients(
    context: Context, session: Session, first: TypedClient, *, asks: bool
) -> tuple[ClientAdded, ...]:
    """The client that the options name, and those that are typed; each is written before the next."""
    added = [add_typed(context, session, first, None)] if first.name else []
    if not asks:
        return tuple(added)
    context.surroundings.tell("")
    is_first = not session.workspace.client_ids()
    question = "Your first client's name (Enter: later)" if is_first else _ANOTHER
    while name := ask_until(context, question, str):
        try:
            client = add_typed(context, session, TypedClient(name=name), None)
        except ClientbridgeError as error:
            hint = f"; {error.hint}" if error.hint else ""
            context.surroundings.tell(f"  {error.say}{hint}")
            continue
        added.append(client)
        context.surroundings.tell(f"  {client.name} is added as {client.id}: {_there(context, client)}")
        question = _ANOTHER
    context.surroundings.tell("")
    return tuple(added)


def _there(context: Context, client: ClientAdded) -> str:
    """Place and time, so that a wrong place stands out."""
    now = context.now.astimezone(Gazetteer().zone_info(client.timezone))
    return f"{client.place}, {clock_time(now)} there now"


_ANOTHER = "Another client's name (Enter: that is all)"
