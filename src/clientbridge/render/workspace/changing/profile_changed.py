"""`cb client set` and its like: what stood there, what stands there now, and what to do next."""

from datetime import date

from clientbridge.core.command_line import quoted
from clientbridge.core.time.formatting import day_month_year
from clientbridge.core.workspace.changes import ProfileChanged
from clientbridge.render.page import (
    Block,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Title,
    careful,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_OF_TIME = ("hours", "timezone", "stretch", "travel", "days_off", "away", "seasons", "calendar")


def page(result: ProfileChanged) -> Page:
    """Return the page: the value before and after, the notes, the next command and the way back."""
    return page_of(
        *((Line(_archived(result)),) if result.key == "archived" else _values(result)),
        *(Line(phrase(careful(note))) for note in result.notes),
        _next(result),
        Next("cb data undo", "take it back") if result.changed else None,
    )


def _archived(result: ProfileChanged) -> Phrase:
    """Whether they are a client now, in a sentence."""
    already = "" if result.changed else " already"
    if result.after is None:
        return phrase(strong(result.name), f" is among your clients{already or ' again'}.")
    since = day_month_year(date.fromisoformat(result.after))
    return phrase(
        strong(result.name), f" is archived{already}, since {since}: nothing is asked for them any more."
    )


def _values(result: ProfileChanged) -> tuple[Block, Block]:
    key = result.key.replace("_", " ").replace(".", ": ")
    title = Title(result.name if result.key == "people" else f"{result.name}, {key}", aside=result.file)
    if not result.changed:
        return title, Line(phrase("Nothing is changed: ", _shown(result.after)[0]))
    return title, Facts((("before", _shown(result.before)), ("now", _shown(result.after))))


def _shown(value: str | None) -> Phrase:
    return phrase(quiet("nothing") if value is None else strong(value))


def _next(result: ProfileChanged) -> Next:
    match result.key.split("."):
        case ["archived"] if result.after:
            return Next("cb client list --archived", "who is archived")
        case ["archived"]:
            return Next("cb client list", "your clients")
        case ["people"]:
            return Next(f"cb client person {quoted(result.id)} list", "whom you know there")
        case ["rhythm", _]:
            return Next("cb today", "what is due")
    return _next_with(result, result.id if result.person is None else f"{result.id}/{result.person}")


def _next_with(result: ProfileChanged, party: str) -> Next:
    is_me = result.id == "me"
    if result.key in _OF_TIME:
        return Next("cb meet" if is_me else f"cb meet {quoted(party)}", "when to meet")
    if result.key.startswith("culture.") and not is_me:
        return Next(f"cb brief {quoted(party)}", "before a call")
    return Next(f"cb client show {quoted(result.id)}", "everything known, and from where")
