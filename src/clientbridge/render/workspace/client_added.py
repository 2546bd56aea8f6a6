"""`cb client add`: the new client, and what to do next."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.changes import ClientAdded
from clientbridge.render.page import Facts, Line, Next, Page, Title, careful, phrase
from clientbridge.render.page import page as page_of


def page(result: ClientAdded) -> Page:
    """Return the page; it shows the inferred id, place and zone, so that a wrong guess stands out."""
    return page_of(
        Title(f"{result.name} is added", aside=result.file),
        Facts(
            (
                ("id", phrase(result.id)),
                ("place", phrase(result.place)),
                ("time zone", phrase(result.timezone)),
                *((("language", phrase(result.language)),) if result.language else ()),
            )
        ),
        *(Line(phrase(careful(note))) for note in result.notes),
        Next(f'cb client person {quoted(result.id)} add "NAME"', "whom you know there"),
        Next(f"cb meet {quoted(result.id)}", "when to meet"),
    )
