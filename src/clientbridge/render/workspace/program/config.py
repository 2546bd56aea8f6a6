"""`cb config`: your own defaults, and what says so."""

from clientbridge.core.defaults import UserConfig
from clientbridge.render.page import BlankLine, Column, Line, Next, Page, Table, Title, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: UserConfig) -> Page:
    """Return a page with one row for each default."""
    rows = tuple(
        (
            phrase(strong(one.key)),
            phrase(one.value),
            phrase(quiet(one.from_)),
            phrase(one.meaning.rstrip(".")),
        )
        for one in result.settings
    )
    columns = (
        Column("default", fold=False),
        Column("is", fold=False, spoken=""),
        Column("from", fold=False),
        Column("what it is", spoken=""),
    )
    return page_of(
        Title("Your defaults"),
        Table(columns, rows),
        BlankLine(),
        Line(phrase("They stand in ", result.file, ", and an option goes before them.")),
        Next("cb config set duration 45m", "another length for every meeting")
        if result.changed is None
        else Next("cb meet", "with your defaults"),
    )
