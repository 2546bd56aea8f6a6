"""`cb log`: the logged event, its promises, and warnings."""

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.journal.kinds import EventKind, Owner
from clientbridge.core.relationship.promise_status import PromiseState
from clientbridge.core.relationship.results import Logged
from clientbridge.core.time.formatting import clock_time, day_seen_from
from clientbridge.render.page import Line, Next, Page, Phrase, careful, offered, phrase, quiet, strong
from clientbridge.render.page import page as page_of

_KINDS = {
    EventKind.CALL: "a call",
    EventKind.MEETING: "a meeting",
    EventKind.EMAIL: "an e-mail",
    EventKind.CHAT: "a chat",
    EventKind.VISIT: "a visit",
    EventKind.GIFT: "a gift",
    EventKind.SUCCESS: "a success",
    EventKind.PROBLEM: "a problem",
    EventKind.FEEDBACK: "feedback",
    EventKind.INSIGHT: "an insight",
    EventKind.NOTE: "a note",
}


def page(result: Logged) -> Page:
    """Return one line each for the event, its promises and the notes; advice on a gift comes first."""
    event = result.event
    whom = ", ".join(result.called.get(person, person) for person in event.people)
    notes = tuple(Line(phrase(careful(note))) for note in result.notes)
    advice_first = event.kind is EventKind.GIFT
    return page_of(
        *(notes if advice_first else ()),
        Line(
            phrase(
                "Logged ",
                strong(_KINDS[event.kind]),
                f" with {whom} ({event.client})" * bool(whom),
                f" with {event.client}" * (not whom),
                quiet(f"  {event.id}"),
            )
        ),
        *(Line(_promised(promise, result)) for promise in result.promises),
        *(() if advice_first else notes),
        Next(f"cb promise {quoted(event.client)}" if result.promises else "cb today"),
    )


def _promised(promise: PromiseState, result: Logged) -> Phrase:
    yours = promise.owner is Owner.ME
    due = phrase(", no date: ", offered(f"cb promise move {quoted(promise.id)} WHEN"))
    if promise.due_at is not None:
        day = day_seen_from(promise.due_at, result.today)
        due = phrase(f", by {day} {clock_time(promise.due_at)}{'' if yours else ' there'}")
    who = "You" if yours else result.called.get(promise.person or "", "They")
    return phrase(f"{who} promised: ", strong(promise.text), *due, quiet(f"  {promise.id}"))
