"""`cb client remove`: what is gone, what stays, and the way back."""

from clientbridge.core.workspace.changes import ClientRemoved
from clientbridge.render.page import Facts, Next, Page, Title, phrase
from clientbridge.render.page import page as page_of


def page(result: ClientRemoved) -> Page:
    """Return a page of two facts."""
    kept = (("kept", phrase(", ".join(result.kept))),) if result.kept else ()
    return page_of(
        Title(f"{result.id} is removed"),
        Facts((("removed", phrase(", ".join(result.removed))), *kept)),
        Next("cb data undo", "bring it all back"),
    )
