"""`cb promise`: what you owe them, what they owe you, and what became of it."""

from typing import Annotated

import typer

from clientbridge.cli.arguments import ClientName, clients_starting_with
from clientbridge.cli.context import Context
from clientbridge.cli.workspace.readable_clients import readable_clients
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.agenda_items import ClientState
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId, Owner

Id = Annotated[str, typer.Argument(help="The promise's id or the start of it.", metavar="ID")]


def make_promise() -> typer.Typer:
    """The group of commands."""
    app = typer.Typer(help="Promises: list, add, done, move, drop.", no_args_is_help=True)
    app.command("list")(list_)
    app.command("add")(add)
    app.command("done")(done)
    app.command("move")(move)
    app.command("drop")(drop)
    return app


def list_(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(help="Only with this client.", metavar="CLIENT", autocompletion=clients_starting_with),
    ] = None,
    mine: Annotated[bool, typer.Option("--mine", help="Only yours.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Only theirs.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Kept and dropped ones too.")] = False,
) -> None:
    """Open promises, most urgent first. `cb promise CLIENT` is short for it."""
    from clientbridge.cli.relationship.journal import situations_of
    from clientbridge.core.relationship.promise_status import Promises, by_urgency, standing

    context: Context = ctx.obj
    clients = readable_clients(context, () if client is None else [client])
    owners = {Owner.ME, Owner.THEM} if mine == theirs else {Owner.ME if mine else Owner.THEM}
    found = [
        standing(promise, situation.yours if promise.owner is Owner.ME else situation.theirs, context.now)
        for situation in situations_of(context, clients)
        for promise in situation.journal.promises
        if promise.owner in owners and (all_ or promise.is_open)
    ]
    context.show(Promises(promises=tuple(sorted(found, key=by_urgency))))


def add(
    ctx: typer.Context,
    client: ClientName,
    text: Annotated[str, typer.Argument(help='What, and by when: "send SOW by fri".', metavar="TEXT")],
    theirs: Annotated[bool, typer.Option("--theirs", help="They promised it.")] = False,
    by: Annotated[str | None, typer.Option("--by", help="Who of them.", metavar="PERSON")] = None,
    answers: Annotated[str | None, typer.Option(metavar="ID", help="The feedback that it acts on.")] = None,
) -> None:
    """Add a promise of yours, or with --theirs of theirs."""
    from clientbridge.cli.relationship.journal import ids_of, situation_of
    from clientbridge.core.relationship.journal.new_entries import NewPromise, answer, promise_entries
    from clientbridge.core.relationship.promise_parsing import day_off_note, read_promise
    from clientbridge.core.workspace.name_matching import person_of

    context: Context = ctx.obj
    found = context.workspace().client(client)
    situation, taken = situation_of(context, found), ids_of(context, found)
    owner = Owner.THEM if theirs or by is not None else Owner.ME
    days = situation.yours if owner is Owner.ME else situation.theirs
    worded = read_promise(text, today=situation.today_here if owner is Owner.ME else situation.today_there)
    person = None if by is None else person_of(found, by).id
    new = NewPromise(owner=owner, text=worded.text, due=worded.due, person=person)
    (promised,) = promise_entries(found.id, [new], written=context.now, taken=taken)
    entries: list[Entry] = [promised]
    if answers is not None:
        feedback = situation.journal.find(answers, situation.journal.unanswered_feedback())
        entries.append(answer(found.id, feedback, promised.id, written=context.now, taken=taken))
    notes = [day_off_note(worded.due, days, owner)] if worded.due is not None else []
    _write_and_show(context, situation, promised.id, entries, "added", [note for note in notes if note])


def done(ctx: typer.Context, promise: Id) -> None:
    """Mark a promise as kept."""
    from clientbridge.core.relationship.journal.entries import PromiseKept

    context: Context = ctx.obj
    situation, id_ = _open(context, promise)
    line = PromiseKept(id=_new_id(context, situation, "kept", id_), at=context.now, promise=id_)
    _write_and_show(context, situation, id_, [line], "done", [])


def move(
    ctx: typer.Context,
    promise: Id,
    when: Annotated[str, typer.Argument(help="The new day: fri, 4 dec, +3d.", metavar="WHEN")],
    told: Annotated[
        bool | None, typer.Option("--told/--not-told", help="Whether the other side knows.")
    ] = None,
) -> None:
    """Give a promise another day."""
    from clientbridge.core.relationship.journal.entries import PromiseMoved
    from clientbridge.core.relationship.promise_parsing import day_off_note, read_due

    context: Context = ctx.obj
    situation, id_ = _open(context, promise)
    owner = next(known.owner for known in situation.journal.promises if known.id == id_)
    days = situation.yours if owner is Owner.ME else situation.theirs
    due = read_due(when, today=situation.today_here if owner is Owner.ME else situation.today_there)
    knows = told if told is not None else context.may_ask and context.confirm("Were they told?")
    line = PromiseMoved(
        id=_new_id(context, situation, "moved", id_), at=context.now, promise=id_, due=due, told=knows
    )
    notes = [day_off_note(due, days, owner), None if knows else "tell the other side, then: --told"]
    _write_and_show(context, situation, id_, [line], "moved", [note for note in notes if note])


def drop(
    ctx: typer.Context,
    promise: Id,
    why: Annotated[str, typer.Option(help="Why it no longer holds.")] = "",
) -> None:
    """Give a promise up."""
    from clientbridge.core.relationship.journal.entries import PromiseDropped

    context: Context = ctx.obj
    situation, id_ = _open(context, promise)
    line = PromiseDropped(
        id=_new_id(context, situation, "dropped", id_), at=context.now, promise=id_, why=why
    )
    _write_and_show(context, situation, id_, [line], "dropped", [])


def _open(context: Context, name: str) -> tuple[ClientState, EntryId]:
    """The situation of the client with that promise, and the promise's whole id."""
    from clientbridge.adapters.relationship.journals import Journals
    from clientbridge.cli.relationship.journal import situation_of

    found = Journals(context.workspace().folder).promise(name)
    if not found.is_open:
        fate = "kept" if found.kept is not None else "dropped"
        raise UsageError(f"'{found.text}' was {fate} already", hint="cb data undo takes back the last change")
    return situation_of(context, context.workspace().client(found.client)), found.id


def _new_id(context: Context, situation: ClientState, *said: str) -> EntryId:
    from clientbridge.cli.relationship.journal import ids_of
    from clientbridge.core.relationship.journal.entry_ids import entry_id

    client = situation.client
    return entry_id(client.id, context.now, *said, taken=ids_of(context, client))


def _write_and_show(
    context: Context,
    situation: ClientState,
    promise: EntryId,
    entries: list[Entry],
    change: str,
    notes: list[str],
) -> None:
    from clientbridge.adapters.relationship.journals import Journals
    from clientbridge.cli.relationship.journal import write
    from clientbridge.core.relationship.promise_status import standing
    from clientbridge.core.relationship.results import PromiseChanged

    client = situation.client
    write(context, client, entries, what=f"promise {change}: {promise}")
    journal = Journals(context.workspace().folder).open(client.id).journal
    after = next(known for known in journal.promises if known.id == promise)
    days = situation.yours if after.owner is Owner.ME else situation.theirs
    context.show(
        PromiseChanged(change=change, promise=standing(after, days, context.now), notes=tuple(notes))
    )
