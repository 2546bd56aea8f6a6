"""`cb log`: record an event with a client, together with the promises made in it."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import partial
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.relationship.typed_text import text_or_input
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.kinds import EventKind, Owner
from clientbridge.core.relationship.journal.new_entries import (
    NewEvent,
    NewPromise,
    amended_entry,
    event_entries,
    notes_on,
    retracted_entry,
)
from clientbridge.core.relationship.promise_parsing import read_promise
from clientbridge.core.relationship.results import Corrected, Logged, LoggedEvent
from clientbridge.core.spelling import nearest
from clientbridge.core.time.formatting import long_day
from clientbridge.core.time.parse import local_instant, read_day_or_moment
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.name_matching import match_person
from clientbridge.core.workspace.profiles import Client
from clientbridge.load.changes import append
from clientbridge.load.client_state import client_state, with_people


def log(
    ctx: typer.Context,
    client: ClientName = None,
    text: Annotated[
        str | None,
        typer.Argument(help="What happened; left out, it is asked for or your editor opens", metavar="TEXT"),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(help="One of: call meeting email chat visit gift success problem feedback insight note"),
    ] = "note",
    with_: Annotated[
        list[str] | None, typer.Option("--with", help="A person who took part; once for each")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            help="When it happened: yesterday, last fri, 20 nov 2026, 2026-11-20 15:00; default: now"
        ),
    ] = None,
    i_promise: Annotated[
        list[str] | None, typer.Option(help='What you promised: "send the plan by fri"; once for each')
    ] = None,
    they_promise: Annotated[
        list[str] | None, typer.Option(help='What they promised: "list by 4 dec"; once for each')
    ] = None,
    link: Annotated[
        list[str] | None, typer.Option(help="A web address that belongs to it; once for each")
    ] = None,
    from_them: Annotated[bool, typer.Option("--from-them", help="They got in touch first")] = False,
    no_action: Annotated[
        str | None, typer.Option(help="For feedback: why nothing will be done about it")
    ] = None,
    closes: Annotated[str | None, typer.Option(metavar="ID", help="The problem that this solves")] = None,
    amend: Annotated[str | None, typer.Option(metavar="ID", help="Correct the text of this entry")] = None,
    retract: Annotated[str | None, typer.Option(metavar="ID", help="Take this entry back")] = None,
) -> None:
    """Log what happened with a client, and what was promised."""
    context: Context = ctx.obj
    name, _, person = chosen_client(context, client).partition("/")
    state = client_state(context.session, name)
    if amend is not None or retract is not None:
        _correct(context, state, text, amend=amend, retract=retract)
        return
    people = _people(state.client, [*filter(None, [person]), *(with_ or ())])
    state = with_people(context.session, state, people if they_promise else ())
    with text_or_input(context, text) as said:
        new = NewEvent(
            client=state.client.id,
            at=_moment(context, state, on),
            kind=_kind(kind),
            text=said,
            people=people,
            links=tuple(link or ()),
            from_them=from_them,
            no_action=no_action,
            closes=None if closes is None else state.journal.find(closes, state.journal.open_problems()),
            promises=_promises(state, i_promise or (), they_promise or (), people),
        )
        _write_and_show(context, state, new)


def _write_and_show(context: Context, state: ClientState, new: NewEvent) -> None:
    notes = (
        *(_gift_advice(context, state.client) if new.kind is EventKind.GIFT else ()),
        *notes_on(new, state.journal, yours=state.yours, theirs=state.theirs, people=state.people),
    )
    after = append(
        context.session,
        new.client,
        lambda taken: event_entries(new, written=context.now, taken=taken),
        describe=lambda _added: f"log {new.client}: {new.text[:40]}",
    )
    order = {entry.id: number for number, entry in enumerate(after.added)}
    event = next(event for event in after.journal.events if event.id == after.added[0].id)
    context.show(
        Logged(
            event=LoggedEvent(
                id=event.id,
                client=new.client,
                at=event.at,
                kind=event.kind,
                text=event.text,
                people=event.people,
                links=event.links,
            ),
            promises=tuple(
                state.promise_state(promise)
                for promise in sorted(after.journal.promises, key=lambda promise: order.get(promise.id, 0))
                if promise.id in order
            ),
            notes=notes,
            today=state.your_date,
            called={person.id: person.called for person in state.client.people},
        )
    )


def _correct(
    context: Context, state: ClientState, text: str | None, *, amend: str | None, retract: str | None
) -> None:
    client, now = state.client.id, context.now
    entry = state.journal.find(amend if amend is not None else retract or "")
    if amend is not None:
        with text_or_input(context, text) as new_text:
            append(
                context.session,
                client,
                lambda taken: [amended_entry(client, entry, new_text, written=now, taken=taken)],
                describe=lambda _added: f"log {client} --amend {entry}",
            )
        context.show(Corrected(client=client, entry=entry, text=new_text))
        return
    append(
        context.session,
        client,
        lambda taken: [retracted_entry(client, entry, written=now, taken=taken)],
        describe=lambda _added: f"log {client} --retract {entry}",
    )
    context.show(Corrected(client=client, entry=entry, text=None))


def _kind(text: str) -> EventKind:
    try:
        return EventKind(text.strip().casefold())
    except ValueError:
        close = nearest(text, EventKind)
        hint = f"did you mean {close[0]}?" if close else f"one of: {', '.join(EventKind)}"
        raise UsageError(f"--kind: '{text}' is not a kind of event", hint=hint) from None


def _people(client: Client, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match_person(client, name).id for name in names))


def _moment(context: Context, state: ClientState, on: str | None) -> datetime:
    """Return when the event happened, in UTC: noon of a past date where you were; today means now."""
    if on is None:
        return context.now
    yours = state.yours
    with read_from("--on"):
        when = read_day_or_moment(
            on, today=state.your_date, zone_on=yours.zone, week=partial(state.week, Owner.ME)
        )
    if not isinstance(when, datetime):
        noon = time(12).hour * 60
        when = context.now if when == state.your_date else local_instant(when, noon, yours.zone(when))
    if when > context.now:
        raise UsageError(
            f"--on: {on} is in the future ({long_day(yours.local_at(when))})",
            hint="log what has happened: yesterday, last fri, -3d, 2026-11-20; promise what will",
        )
    return when.astimezone(UTC)


def _promises(
    state: ClientState, mine: Sequence[str], theirs: Sequence[str], people: tuple[str, ...]
) -> tuple[NewPromise, ...]:
    speaker = people[0] if len(people) == 1 else None
    promises = []
    for owner, person, texts in ((Owner.ME, None, mine), (Owner.THEM, speaker, theirs)):
        for text in texts:
            worded = read_promise(
                text, today=state.today(owner, person), week=partial(state.week, owner, person)
            )
            promises.append(
                NewPromise(owner=owner, text=worded.text, due=worded.due, person=person, note=worded.note)
            )
    return tuple(promises)


def _gift_advice(context: Context, client: Client) -> tuple[str, ...]:
    from clientbridge.core.culture.country import Topic
    from clientbridge.load.culture import advice_at

    return advice_at(context.session, client.schedule.place.country, Topic.GIFTS)
