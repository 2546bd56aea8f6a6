"""The agenda items of promises: yours as they fall due, theirs once late, and those without a date."""

from collections.abc import Iterator
from datetime import date, timedelta

from clientbridge.core.command_line import command
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.promise_status import PromiseState, PromiseStatus
from clientbridge.core.time.formatting import short_day


def promises_due(state: ClientState) -> Iterator[AgendaItem]:
    """Yield your promises due within `state.days_ahead` days, theirs once late, and all without a date."""
    for promise in (*state.open_promises(Owner.ME), *state.open_promises(Owner.THEM)):
        if promise.due is None:
            yield _undated(promise, state)
        elif promise.status is PromiseStatus.LATE:
            yield _late(promise, promise.due, state)
        elif promise.owner is Owner.ME:
            yield from _ahead(promise, promise.due, state)


def _undated(promise: PromiseState, state: ClientState) -> AgendaItem:
    """A promise without a date stays in the agenda until it has one: nothing else would bring it back."""
    return AgendaItem(
        client=state.client.id,
        code=AgendaCode.PROMISE_UNDATED,
        why=f"{_who(promise, state)} promised, without a date: {promise.text}",
        when=state.your_date,
        command=command("promise", "move", promise.id, "fri"),
    )


def _late(promise: PromiseState, due: date, state: ClientState) -> AgendaItem:
    yours = promise.owner is Owner.ME
    return AgendaItem(
        client=state.client.id,
        code=AgendaCode.PROMISE_LATE if yours else AgendaCode.WAITING,
        why=f"{_who(promise, state)} promised: {promise.text}",
        when=due,
        command=command("promise", "done", promise.id)
        if yours
        else command("promise", state.client.id, "--theirs"),
        overdue_days=-(promise.working_days_left or 0),
    )


def _ahead(promise: PromiseState, due: date, state: ClientState) -> Iterator[AgendaItem]:
    """Your promise on its due date or, where that is a day off of yours, on the last day you work before."""
    last = state.your_date + timedelta(days=state.days_ahead)
    if due > last and state.yours.worked_until(due) > last:
        return
    act_on = state.yours.worked_until(due)
    yield AgendaItem(
        client=state.client.id,
        code=AgendaCode.PROMISE_DUE,
        why=f"you promised: {promise.text}{_day_off(due, act_on, state.your_date)}",
        when=act_on,
        command=command("promise", "done", promise.id),
    )


def _day_off(due: date, act_on: date, today: date) -> str:
    if act_on == due:
        return ""
    last = {True: "today is", False: f"{short_day(act_on)} is"}[act_on == today]
    if act_on < today:
        last = f"{short_day(act_on)} was"
    return f" (due {short_day(due)}, a day off: {last} your last working day before it)"


def _who(promise: PromiseState, state: ClientState) -> str:
    if promise.owner is Owner.ME:
        return "you"
    person = state.client.person(promise.person) if promise.person else None
    return person.called if person else "they"
