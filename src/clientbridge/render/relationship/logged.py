"""`cb log`: the logged event, its promises, and warnings."""

from datetime import date

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.journal.kinds import EventKind, Owner
from clientbridge.core.relationship.promise_status import PromiseState
from clientbridge.core.relationship.results import Logged
from clientbridge.core.time.formatting import clock_time, day_seen_from
from clientbridge.render.page import Line, Next, Page, Phrase, careful, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: Logged) -> Page:
    """Return one line each for the event, its promises and the notes; advice on a gift comes first."""
    event = result.event
    with_whom = f" with {', '.join(event.people)}" if event.people else ""
    notes = tuple(Line(phrase(careful(note))) for note in result.notes)
    advice_first = event.kind is EventKind.GIFT
    return page_of(
        *(notes if advice_first else ()),
        Line(
            phrase("Logged ", quiet(event.id), ": ", strong(event.kind.value), f" {event.client}{with_whom}.")
        ),
        *(Line(_promised(promise, result.today)) for promise in result.promises),
        *(() if advice_first else notes),
        Next(f"cb promise {quoted(event.client)}" if result.promises else "cb today"),
    )


def _promised(promise: PromiseState, today: date) -> Phrase:
    yours = promise.owner is Owner.ME
    due = f", no date: cb promise move {quoted(promise.id)} WHEN"
    if promise.due_at is not None:
        day = day_seen_from(promise.due_at, today)
        due = f", by {day} {clock_time(promise.due_at)}{'' if yours else ' there'}"
    who = "you" if yours else promise.person or "they"
    return phrase("Promise ", quiet(promise.id), f" ({who}): ", strong(promise.text), due)
