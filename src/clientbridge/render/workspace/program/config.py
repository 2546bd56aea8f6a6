"""`cb config`: your own defaults, and what says so."""

from collections.abc import Iterator, Sequence

from clientbridge.core.defaults import USUAL, DefaultSetting, LoginSetting, UserConfig
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
    Table,
    Title,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: UserConfig) -> Page:
    """Return a page with one row for each default; of one that was changed, a sentence."""
    if result.changed is not None:
        return _changed(next(one for one in result.settings if one.key == result.changed))
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
        *_logins(result.logins),
        Line(phrase("They stand in ", result.file, ", and an option goes before them.")),
        Next("cb config set duration 45m", "another length for every meeting"),
    )


def _logins(logins: Sequence[LoginSetting]) -> Iterator[Block]:
    """Who logs in where; no password is known here, and none was asked for."""
    if not logins:
        return
    columns = (
        Column("at", fold=False),
        Column("as", fold=False),
        Column("password from", fold=False),
        Column("from", fold=False),
    )
    rows = ((strong(one.address), one.user, one.asks, quiet(one.from_)) for one in logins)
    yield Title("Who logs in")
    yield Table(columns, tuple(tuple(phrase(cell) for cell in row) for row in rows))
    yield BlankLine()


def _changed(one: DefaultSetting) -> Page:
    as_usual = " again, as usual" if one.from_ == USUAL else " from now on; an option goes before it"
    return page_of(
        Line(phrase(strong(f"{one.key} "), "is ", strong(one.value), f"{as_usual}.")),
        Next("cb meet", "with your defaults"),
        Next("cb config", "all of them"),
    )
