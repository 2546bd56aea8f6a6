"""The promise that a command is about: the one that is named, else one chosen from a list at the terminal."""

from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.promise_status import PromiseState, by_urgency
from clientbridge.core.spelling import shortened
from clientbridge.core.time.formatting import day_seen_from
from clientbridge.load.changes import check_writable
from clientbridge.load.client_state import states_of
from clientbridge.load.clients import readable_clients

_MOST_NAMED = 4
_LONGEST_NAMED = 30
_LONGEST_LISTED = 44


def chosen_promise(context: Context, typed: str | None) -> str:
    """The id as typed, else that of the open promise chosen from a list, most urgent first.

    Raises UsageError where nobody can be asked, and where no promise is open.
    """
    if typed is not None:
        return typed
    check_writable(context.session)
    states = states_of(context.session, readable_clients(context.session))
    found = [
        state.promise_state(promise)
        for state in states
        for promise in state.journal.promises
        if promise.is_open
    ]
    if not found:
        raise UsageError("no promise is open", hint="see those that were kept or dropped: cb promise --all")
    promises = sorted(found, key=by_urgency)
    if not context.may_ask:
        raise _which_promise(promises)
    from clientbridge.cli.prompts import ListedChoice, choose

    choices = [
        ListedChoice(value=one.id, label=_label(context, one), names=(one.id, one.text, one.client))
        for one in promises
    ]
    return choose(context, "Which promise?", choices)


def _label(context: Context, promise: PromiseState) -> str:
    """``hikari: send the plan, Fri 4 Dec``; what they promised is marked."""
    whose = ", theirs" if promise.owner is Owner.THEM else ""
    due = "" if promise.due is None else f", {day_seen_from(promise.due, context.session.today)}"
    return f"{promise.client}{whose}: {shortened(promise.text, _LONGEST_LISTED)}{due}"


def _which_promise(promises: list[PromiseState]) -> UsageError:
    named = ", ".join(f"{one.id} ({shortened(one.text, _LONGEST_NAMED)})" for one in promises[:_MOST_NAMED])
    left = len(promises) - _MOST_NAMED
    more = f" … and {left} more: cb promise" if left > 0 else ""
    return UsageError("which promise?", hint=f"name one of: {named}{more}")
