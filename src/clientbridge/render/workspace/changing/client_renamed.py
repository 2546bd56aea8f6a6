"""`cb client rename`: the new name, what went with it, and the way back."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.changes import ClientRenamed
from clientbridge.render.page import Line, Next, Page, Phrase, TextRun, careful, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: ClientRenamed) -> Page:
    """Return a page of a sentence on what changed, and one on what did not go along."""
    left = f"{', '.join(result.left)} stays as it is: another profile names it too."
    return page_of(
        Line(_renamed(result)),
        Line(phrase(careful(left))) if result.left else None,
        Next(f"cb client show {quoted(result.id)}", "everything known, and from where"),
        Next("cb data undo", "take it back"),
    )


def _renamed(result: ClientRenamed) -> Phrase:
    """``Acme KK is called Corona KK now, with the id corona instead of acme. Moved with it: …``."""
    instead = phrase(strong(result.id), f" instead of {result.before}")
    called = phrase(f"{result.name_before} is called ", strong(result.name), " now")
    moved = f". Moved with it: {', '.join(result.moved)}" if result.moved else ""
    if result.name_before == result.name:
        return (*phrase(f"{result.name} has the id "), *instead, quiet(f"{moved}."))
    return (
        *called,
        *((TextRun(", with the id "), *instead) if result.before != result.id else ()),
        quiet(f"{moved}."),
    )
