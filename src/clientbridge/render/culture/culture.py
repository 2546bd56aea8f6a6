"""What is known of working in one place, beside another one or you."""

from collections.abc import Iterator

from clientbridge.core.command_line import quoted
from clientbridge.core.culture.comparison import Culture
from clientbridge.render.culture import sections
from clientbridge.render.culture.gap_words import gap_phrase
from clientbridge.render.culture.scales_picture import scales_picture
from clientbridge.render.page import BlankLine, Block, Facts, Line, Next, Page, Title, careful, phrase
from clientbridge.render.views import CultureView

_USUAL = CultureView()


def page(culture: Culture, view: CultureView = _USUAL) -> Page:
    """The parts that were asked for, in reading order."""
    return Page(tuple(_blocks(culture, view)))


def _blocks(culture: Culture, view: CultureView) -> Iterator[Block]:
    yield _title(culture)
    if view.phrases:
        yield from _phrases(culture)
    elif culture.topic is not None:
        yield from _topic(culture)
    else:
        yield from _overview(culture, view)
        if view.full:
            yield from _full(culture, view)
        else:
            yield Next(f"cb culture {quoted(culture.place.code)} --full", "everything, with sources")


def _title(culture: Culture) -> Title:
    beside = f"beside {culture.you.short}" if culture.you is not None else ""
    return Title(f"Working with {culture.place.who or culture.place.name}", beside)


def _phrases(culture: Culture) -> Iterator[Block]:
    if culture.phrases:
        yield sections.phrases_table(culture.phrases)
    else:
        yield _nothing(culture)


def _topic(culture: Culture) -> Iterator[Block]:
    if culture.claims:
        yield sections.claims_by_topic(culture.claims, sources=culture.sources)
    elif not culture.left_out:
        yield Line(phrase(f"Nothing is noted on {str(culture.topic).replace('_', ' ')} there yet."))
    yield from sections.left_out(culture.left_out, culture.place.code)


def _overview(culture: Culture, view: CultureView) -> Iterator[Block]:
    if culture.basis is None:
        yield _nothing(culture)
    if culture.scales:
        you = culture.you.short if culture.you is not None else "you"
        yield scales_picture(culture.scales, you=you, them=culture.place.short)
    yield from _gaps(culture)
    if culture.basis is None:
        yield from sections.part(culture.facts.name, sections.place_facts(culture.facts))
    else:
        yield from sections.part("Where this comes from", sections.basis(culture.basis))
    if view.why and not view.full:
        backed = [(gap.label, gap) for gap in culture.gaps]
        if backed:
            yield from sections.part("Who says so", sections.why(backed, culture.sources))
        yield from sections.part("Sources", sections.source_list(culture.sources))


def _gaps(culture: Culture) -> Iterator[Block]:
    if culture.you is None:
        return
    yield BlankLine()
    if culture.gaps:
        yield Facts(tuple((gap.label, gap_phrase(gap)) for gap in culture.gaps))
    elif culture.basis is not None:
        yield Line(phrase("No large difference expected. Ask what works for them."))


def _nothing(culture: Culture) -> Line:
    return Line(phrase(careful(f"No sourced notes on work in {culture.place.name} yet.")))


def _claims(culture: Culture, view: CultureView) -> Facts:
    return sections.claims_by_topic(culture.claims, sources=culture.sources if view.why else ())


def _full(culture: Culture, view: CultureView) -> Iterator[Block]:
    you = culture.you.short if culture.you is not None else "You"
    if culture.scales:
        words = sections.scales_in_words(culture.scales, you=you, them=culture.place.short)
        yield from sections.part("In words", words)
    if culture.region_says:
        yield Line(phrase(f"{culture.place.region}: {culture.region_says}"))
    if culture.claims:
        yield from sections.part("Working together", _claims(culture, view))
    yield from sections.left_out(culture.left_out, culture.place.code)
    day = sections.day_at_work(culture.office_hours, culture.lunch, culture.small_talk)
    if day.rows:
        yield from sections.part("The day", day)
    if culture.seasons:
        yield from sections.part("The year", sections.seasons(culture.seasons))
    if culture.phrases:
        yield from sections.part("Phrases", sections.phrases_table(culture.phrases))
    if culture.basis is not None:
        yield from sections.part(culture.facts.name, sections.place_facts(culture.facts))
        yield from sections.part("Sources", sections.source_list(culture.sources))
