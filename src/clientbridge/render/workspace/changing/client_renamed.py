"""`cb client rename`: the new name, what went with it, and the way back."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.changes import ClientRenamed
from clientbridge.render.page import Facts, Next, Page, Title, careful, phrase
from clientbridge.render.page import page as page_of


def page(result: ClientRenamed) -> Page:
    """Return a page of what changed."""
    ids = () if result.before == result.id else (("id", phrase(f"{result.before} is now {result.id}")),)
    same = result.name_before == result.name
    names = () if same else (("name", phrase(f"{result.name_before} is now {result.name}")),)
    moved = (("moved", phrase(", ".join(result.moved))),) if result.moved else ()
    left = (("stays", phrase(careful(f"{', '.join(result.left)}: another profile names it too"))),)
    return page_of(
        Title(f"{result.name} is renamed"),
        Facts((*ids, *names, *moved, *(left if result.left else ()))),
        Next(f"cb client show {quoted(result.id)}", "everything known, and from where"),
        Next("cb data undo", "take it back"),
    )
