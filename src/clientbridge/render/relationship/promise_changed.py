"""`cb promise add`, `done`, `move`, `drop`: the change."""

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.results import PromiseChanged
from clientbridge.core.time.formatting import clock_time, day_seen_from
from clientbridge.render.page import Line, Next, Page, careful, offered, phrase, quiet, strong
from clientbridge.render.page import page as page_of

_WORDS = {"done": "Kept", "moved": "Moved", "dated": "Dated", "dropped": "Dropped", "added": "Promised"}


def page(result: PromiseChanged) -> Page:
    """Return a page of the change, its notes and the next command."""
    promise = result.promise
    until = phrase(", no date: ", offered(f"cb promise move {quoted(promise.id)} WHEN"))
    if promise.due_at is not None:
        now = "" if result.change == "added" else "now "
        day = day_seen_from(promise.due_at, result.today)
        until = phrase(f", {now}by {day} {clock_time(promise.due_at)}")
    change = _WORDS[result.change]
    return page_of(
        Line(
            phrase(
                f"{change}: ",
                strong(promise.text),
                f" ({promise.client})",
                *(until if result.change in {"moved", "dated", "added"} else ()),
                quiet(f"  {promise.id}"),
            )
        ),
        *(Line(phrase(careful(note))) for note in result.notes),
        Next(f"cb promise {quoted(promise.client)}"),
    )
