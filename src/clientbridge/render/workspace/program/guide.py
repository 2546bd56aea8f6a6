"""`cb help`: commands by what people want of them, and topics."""

from collections.abc import Iterator

from clientbridge.core.guide import Guide, GuideSection
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: Guide) -> Page:
    """Return a page with a row for each entry, and the title of a section beside its first."""
    call, _, say = result.next_.partition("  ")
    return page_of(
        Title(result.title),
        Line(phrase(result.about)),
        BlankLine(),
        *_entries(result.sections),
        Next(call, say),
    )


def _entries(sections: tuple[GuideSection, ...]) -> Iterator[Block]:
    if all(section.title is None for section in sections):
        yield Facts(tuple((entry.name, phrase(entry.say)) for one in sections for entry in one.entries))
        return
    columns = (
        Column("for", fold=False),
        Column("cb", fold=False, spoken=""),
        Column("what it does", spoken=""),
    )
    yield Table(columns, tuple(row for section in sections for row in _rows(section)))


def _rows(section: GuideSection) -> Iterator[tuple[Phrase, ...]]:
    title = section.title or ""
    for entry in section.entries:
        yield phrase(quiet(title)), phrase(strong(entry.name)), phrase(entry.say)
        title = ""
