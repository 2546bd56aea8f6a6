"""What to know before the call: one screen, and more of it when asked."""

from collections.abc import Iterator, Sequence

from clientbridge.core.briefing.briefing import Briefing
from clientbridge.core.culture.statements import Statement
from clientbridge.render.briefing.screen import more, screen, screen_rows, title
from clientbridge.render.culture import sections
from clientbridge.render.culture.scales_picture import scales_picture
from clientbridge.render.page import Block, Facts, Line, Page, phrase
from clientbridge.render.views import CultureView

_USUAL = CultureView()


def page(brief: Briefing, view: CultureView = _USUAL) -> Page:
    """The parts that the view asks for, in reading order."""
    return Page(tuple(_blocks(brief, view)))


def _blocks(brief: Briefing, view: CultureView) -> Iterator[Block]:
    if view.phrases:
        yield title(brief)
        yield from _phrases(brief)
        return
    yield from screen(brief)
    if view.full:
        yield from _full(brief, view)
        return
    if view.in_person:
        claims = tuple(claim for claim in brief.claims if claim.topic in sections.IN_PERSON_TOPICS)
        yield from sections.part("In person", _claims(claims, brief, view))
    if view.why:
        yield from _why(brief)
    yield more(brief)


def _phrases(brief: Briefing) -> Iterator[Block]:
    words = (*((brief.greeting,) if brief.greeting is not None else ()), *brief.phrases)
    if words:
        yield sections.phrases_table(words)
    else:
        yield Line(phrase(f"No phrases are noted for {brief.client.country_name} yet."))


def _full(brief: Briefing, view: CultureView) -> Iterator[Block]:
    them = brief.client.name
    if brief.scales:
        picture = scales_picture(brief.scales, you="you", them=them)
        yield from sections.part("Ways of working", picture)
        yield from sections.part("In words", sections.scales_in_words(brief.scales, you="You", them="Them"))
    if brief.claims:
        yield from sections.part("Working together", _claims(brief.claims, brief, view))
    yield from sections.left_out(brief.left_out, brief.client.country)
    yield from sections.part(
        "Their day", sections.day_at_work(brief.office_hours, brief.lunch, brief.small_talk)
    )
    if brief.seasons:
        yield from sections.part("Their year", sections.seasons(brief.seasons))
    if brief.phrases:
        yield from sections.part("Phrases", sections.phrases_table(brief.phrases))
    if brief.facts is not None:
        yield from sections.part(brief.facts.name, sections.place_facts(brief.facts))
    if brief.basis is not None:
        yield from sections.part("Where this comes from", sections.basis(brief.basis))
        yield from sections.part("Sources", sections.source_list(brief.sources))


def _claims(claims: Sequence[Statement], brief: Briefing, view: CultureView) -> Facts:
    return sections.claims_by_topic(claims, sources=brief.sources if view.why else ())


def _why(brief: Briefing) -> Iterator[Block]:
    """Who says each line above, under the label that it has there."""
    backed = [(row.label, row.backing) for row in screen_rows(brief) if row.backing is not None]
    yield from sections.part("Who says so", sections.why(backed, brief.sources))
    used = {key for _, backing in backed for key in backing.sources}
    shown = tuple(source for source in brief.sources if source.key in used)
    yield from sections.part("Sources", sections.source_list(shown))
