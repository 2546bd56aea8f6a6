"""`cb promise add`, `done`, `move`, `drop`: change promises of both sides."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.relationship.promise_choice import chosen_promise
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.relationship.journal.new_entries import (
    NewPromise,
    answered_entry,
    dropped_entry,
    kept_entry,
    moved_entry,
    promise_entries,
)
from clientbridge.core.relationship.promise_parsing import (
    WordedPromise,
    day_off_note,
    read_due,
    read_promise,
)
from clientbridge.core.relationship.results import PromiseChanged
from clientbridge.core.time.typed.reading import TypedDay
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.name_matching import match_person
from clientbridge.load.changes import append
from clientbridge.load.client_state import client_state, state_with_promise, with_people

Id = Annotated[
    str | None,
    typer.Argument(
        help="The id of the promise, or its first letters; chosen from a list if left out", metavar="ID"
    ),
]


def add(
    ctx: typer.Context,
    client: ClientName = None,
    text: Annotated[
        str | None, typer.Argument(help='What, and by when: "send the plan by fri"', metavar="TEXT")
    ] = None,
    theirs: Annotated[bool, typer.Option("--theirs", help="It is a promise of theirs")] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", help="The person of theirs who promised it", metavar="PERSON"),
    ] = None,
    answers: Annotated[str | None, typer.Option(metavar="ID", help="The feedback that it answers")] = None,
    due: Annotated[
        str | None,
        typer.Option(help="When it is due; TEXT is then kept as typed", metavar="WHEN"),
    ] = None,
) -> None:
    """Add a promise of yours or, with --theirs, of theirs."""
    context: Context = ctx.obj
    state = client_state(context.session, chosen_client(context, client))
    text = _promised(context, text)
    owner = Owner.THEM if theirs or by is not None else Owner.ME
    person = None if by is None else match_person(state.client, by).id
    state = with_people(context.session, state, () if person is None else (person,))
    worded = _worded(state, text, due, owner, person)
    new = NewPromise(owner=owner, text=worded.text, due=worded.due, person=person)
    feedback = None
    if answers is not None:
        feedback = state.journal.find(answers, state.journal.unanswered_feedback())

    def entries(taken: frozenset[EntryId]) -> list[Entry]:
        id_, now = state.client.id, context.now
        (promised,) = promise_entries(id_, [new], written=now, taken=taken)
        if feedback is None:
            return [promised]
        return [promised, answered_entry(id_, feedback, promised.id, written=now, taken=taken)]

    day_off = None if worded.due is None else _day_off(state, worded.due, owner, person)
    _write_and_show(context, state, entries, "added", notes=[worded.note, day_off])


def _promised(context: Context, text: str | None) -> str:
    if text is not None:
        return text
    if not context.may_ask:
        raise UsageError(
            "what is promised?", hint='say it in quotes: cb promise add acme "send the plan by fri"'
        )
    from clientbridge.cli.prompts import ask_until, some_text

    return ask_until(context, "What is promised, and by when? (send the plan by fri)", some_text)


def _worded(
    state: ClientState, text: str, due: str | None, owner: Owner, person: str | None
) -> WordedPromise:
    today, week = state.today(owner, person), partial(state.week, owner, person)
    if due is None:
        return read_promise(text, today=today, week=week)
    with read_from("--due"):
        typed = read_due(due, today=today, week=week)
    return WordedPromise(text=text.strip(), due=typed.day, note=typed.note)


def done(ctx: typer.Context, promise: Id = None) -> None:
    """Mark a promise as kept."""
    context: Context = ctx.obj
    state, current = state_with_promise(context.session, chosen_promise(context, promise))
    client, now = state.client.id, context.now
    _write_and_show(
        context,
        state,
        lambda taken: [kept_entry(client, current.id, written=now, taken=taken)],
        "done",
        promise=current.id,
    )


def move(
    ctx: typer.Context,
    promise: Id = None,
    when: Annotated[
        str | None, typer.Argument(help="The new due date: fri, 4 dec, end of month", metavar="WHEN")
    ] = None,
    told: Annotated[
        bool | None, typer.Option("--told/--not-told", help="Whether the other side has been informed")
    ] = None,
) -> None:
    """Move a promise to another due date, or give it its first."""
    context: Context = ctx.obj
    state, current = state_with_promise(context.session, chosen_promise(context, promise))
    owner, person = current.owner, current.person
    read = partial(read_due, today=state.today(owner, person), week=partial(state.week, owner, person))
    typed = _new_date(context, current.id, read) if when is None else read(when)
    first_date = current.due is None
    informed = told if told is not None else _told(context, first_date=first_date)
    client, now = state.client.id, context.now
    _write_and_show(
        context,
        state,
        lambda taken: [moved_entry(client, current.id, typed.day, told=informed, written=now, taken=taken)],
        "dated" if first_date else "moved",
        promise=current.id,
        notes=[
            typed.note,
            _day_off(state, typed.day, owner, person),
            None if informed or first_date else "tell the other side, then: --told",
        ],
    )


def _new_date(context: Context, promise: EntryId, read: Callable[[str], TypedDay]) -> TypedDay:
    if not context.may_ask:
        raise UsageError("when is it due now?", hint=f"name the day: cb promise move {quoted(promise)} fri")
    from clientbridge.cli.prompts import ask_until

    return ask_until(context, "When is it due now? (fri, 4 dec, end of month)", read)


def drop(
    ctx: typer.Context,
    promise: Id = None,
    why: Annotated[str, typer.Option(help="Why it no longer holds")] = "",
) -> None:
    """Drop a promise that no longer holds."""
    context: Context = ctx.obj
    state, current = state_with_promise(context.session, chosen_promise(context, promise))
    client, now = state.client.id, context.now
    _write_and_show(
        context,
        state,
        lambda taken: [dropped_entry(client, current.id, why, written=now, taken=taken)],
        "dropped",
        promise=current.id,
    )


def _told(context: Context, *, first_date: bool) -> bool:
    """Return whether the other side knows of the new date; a first date breaks no word: nobody is asked."""
    return not first_date and context.may_ask and context.confirm("Were they told?")


def _day_off(state: ClientState, due: date, owner: Owner, person: str | None) -> str | None:
    return day_off_note(due, state.days(owner, person), owner, person)


def _write_and_show(
    context: Context,
    state: ClientState,
    entries: Callable[[frozenset[EntryId]], Sequence[Entry]],
    change: str,
    *,
    promise: EntryId | None = None,
    notes: Sequence[str | None] = (),
) -> None:
    """Append the entries and show the new state of `promise` or, when None, of the first entry added."""
    after = append(
        context.session,
        state.client.id,
        entries,
        describe=lambda added: f"promise {change}: {promise or added[0].id}",
    )
    current = next(one for one in after.journal.promises if one.id == (promise or after.added[0].id))
    shown_notes = tuple(note for note in notes if note)
    context.show(
        PromiseChanged(
            change=change,
            promise=state.promise_state(current),
            notes=shown_notes,
            today=state.your_date,
        )
    )
