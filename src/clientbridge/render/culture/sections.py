"""Parts of a long brief or a place's page: claims by topic, phrases, seasons, sources."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from clientbridge.core.command_line import quoted
from clientbridge.core.culture.country import Figure, SeasonEffect, SmallTalk, Topic
from clientbridge.core.culture.gaps import CultureGap
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.place_facts import PlaceFacts
from clientbridge.core.culture.seasons import SeasonOfYear
from clientbridge.core.culture.sources import Source
from clientbridge.core.culture.statements import Basis, ScaleRow, Statement
from clientbridge.core.spelling import shortened
from clientbridge.core.time.formatting import day_month, day_month_year
from clientbridge.render.culture.gap_words import own_note_in_words
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Emphasis,
    Facts,
    Line,
    Phrase,
    Reference,
    References,
    Table,
    Title,
    offered,
    phrase,
    quiet,
    strong,
)

IN_PERSON_TOPICS = frozenset({Topic.GREETINGS, Topic.GIFTS, Topic.DRESS, Topic.DINING, Topic.GESTURES})


def part(name: str, *blocks: Block, aside: str = "") -> Iterator[Block]:
    """A titled part after an empty line."""
    yield BlankLine()
    yield Title(name, aside, level=2)
    yield from blocks


def claims_by_topic(claims: Sequence[Statement], *, sources: Sequence[Source] = ()) -> Facts:
    """Each claim under the name of its topic; with `sources`, which of them stand behind it."""
    titles = short_titles(sources)
    rows: list[tuple[str, Phrase]] = []
    for topic, group in groupby(claims, key=lambda claim: claim.topic):
        for number, claim in enumerate(group):
            rows.append((_topic(topic) if number == 0 else "", _claim(claim)))
            rows.extend(("", phrase(quiet(text))) for text in _margin(claim, titles))
    return Facts(tuple(rows))


def left_out(count: int, country: str) -> Iterator[Line]:
    """That lines are missing, and where they stand."""
    if count:
        claims = "1 line is" if count == 1 else f"{count} lines are"
        everything = offered(f"cb culture {quoted(country)} --full", Emphasis.QUIET)
        yield Line(phrase(quiet(f"{claims} left out, as you noted otherwise; all of them: "), everything))


def _topic(topic: Topic) -> str:
    return topic.value.replace("_", " ").capitalize()


def _claim(claim: Statement) -> Phrase:
    scope = f" ({claim.scope})" if claim.scope else ""
    doubt = " Sources disagree." if claim.disputed else " From older sources." if claim.stale else ""
    return phrase(f"{claim.say}{scope}{doubt} ", strong(claim.do or ""))


def _margin(claim: Statement, titles: Mapping[str, str]) -> Iterator[str]:
    if claim.regional:
        yield claim.regional
    for figure in claim.figures:
        yield _figure(figure)
    if titles:
        yield f"{str(claim.confidence).capitalize()} confidence: {_named(claim.sources, titles)}"


def _figure(figure: Figure) -> str:
    unit = figure.unit or ""
    value = f"{figure.value}{unit if unit == '%' else f' {unit}'.rstrip()}"
    of = f" of {figure.of}" if figure.of else ""
    caution = f"; {figure.caution}" if figure.caution else ""
    return f"{figure.what}: {value}{of} ({figure.year}{caution})"


def scales_in_words(rows: Sequence[ScaleRow], *, you: str, them: str) -> Facts:
    """Both anchors of each scale."""
    said: list[tuple[str, Phrase]] = []
    for row in rows:
        if row.them_anchor:
            note = f" {row.note}" if row.note else f" ({own_note_in_words(row)})" if row.is_own_note else ""
            said.append((row.name, phrase(f"{them} {row.them}: {row.them_anchor}{note}")))
        if row.you_anchor and row.you != row.them:
            said.append(
                ("" if row.them_anchor else row.name, phrase(quiet(f"{you} {row.you}: {row.you_anchor}")))
            )
    return Facts(tuple(said))


def phrases_table(words: Sequence[SpokenWords]) -> Table:
    """What it means, how it is written, how it sounds, when it is said."""
    romanised = any(phrase_.romanised for phrase_ in words)
    columns = [Column("English", spoken=""), Column("Written")]
    columns += [Column("Romanised")] if romanised else []
    columns += [Column("Sounds like"), Column("When", spoken="said")]
    rows = []
    for said in words:
        cells = [phrase(said.en), phrase(strong(said.native))]
        cells += [phrase(said.romanised or "")] if romanised else []
        rows.append((*cells, phrase(said.sounds or ""), phrase(quiet(said.when or ""))))
    return Table(tuple(columns), tuple(rows))


_EFFECTS = {SeasonEffect.THIN: "few at work"}
"""Effects that a page calls otherwise."""


def seasons(found: Sequence[SeasonOfYear]) -> Facts:
    """The slow and busy parts of the year, with their next dates."""
    return Facts(
        tuple(
            (_season_days(season), phrase(f"{_EFFECTS.get(season.effect, season.effect)}: {season.say}"))
            for season in found
        )
    )


def _season_days(season: SeasonOfYear) -> str:
    if season.first is None or season.last is None:
        return season.id.replace("_", " ")
    first = day_month(season.first)
    last = day_month(season.last)
    return first if first == last else f"{first} to {last}"


def day_at_work(office: str | None, lunch: str | None, talk: SmallTalk | None) -> Facts:
    """Usual hours, lunch, and what to talk about."""
    rows: list[tuple[str, Phrase]] = []
    rows += [("Office hours", phrase(office))] if office else []
    rows += [("Lunch", phrase(lunch))] if lunch else []
    if talk is not None:
        doubt = " (sources disagree)" if talk.disputed else ""
        rows.append(("Talk about", phrase(", ".join(talk.good) + doubt)))
        rows.append(("Leave out", phrase(", ".join(talk.careful))))
    return Facts(tuple(row for row in rows if row[1] and row[1][0].text))


def place_facts(facts: PlaceFacts) -> Facts:
    """What is derived, without a claim about anybody."""
    rows = [
        ("Names", ", ".join(facts.native_names)),
        ("Languages", ", ".join(facts.languages)),
        ("Currency", f"{facts.currency_name} ({facts.currency})" if facts.currency_name else ""),
        ("Week starts on", facts.first_weekday),
        ("Zones", ", ".join(facts.zones[:6]) + (" …" if len(facts.zones) > 6 else "")),  # noqa: PLR2004 - one line
        ("Dates", facts.date_example),
        ("Numbers", facts.number_example),
        ("Order of names", facts.order_of_names or ""),
    ]
    return Facts(tuple((label, phrase(text)) for label, text in rows if text))


def why(backed: Sequence[tuple[str, CultureGap | Statement]], sources: Sequence[Source]) -> Facts:
    """Who says each labelled line."""
    titles = short_titles(sources)
    rows: list[tuple[str, Phrase]] = []
    for label, line in backed:
        named = _named(line.sources, titles) or "your own note"
        rows.append((label, phrase(strong(str(line.confidence)), f": {named}")))
    return Facts(tuple(rows))


def _named(keys: Sequence[str], titles: Mapping[str, str]) -> str:
    return "; ".join(titles[key] for key in keys if key in titles)


def source_list(sources: Sequence[Source]) -> References:
    """Every page, with the day it was read, and its address."""
    return References(tuple(_reference(source) for source in sources))


def _reference(source: Source) -> Reference:
    dates = f" ({source.published or 'no date'}, read {day_month_year(source.accessed)})"
    return Reference(phrase(strong(source.title), f", {source.publisher}", quiet(dates)), source.url)


_LONGEST_TITLE = 48


def short_titles(sources: Sequence[Source]) -> Mapping[str, str]:
    """By key, how a source is called beside a line; with its publisher where two are called alike."""
    short = {source.key: _short(source.title) for source in sources}
    alike = Counter(short.values())
    return {
        source.key: title if alike[title] == 1 else f"{title} ({_short(source.publisher)})"
        for source in sources
        for title in (short[source.key],)
    }


def _short(text: str) -> str:
    """As many whole words as are enough to find it in the list of sources."""
    cut = shortened(text, _LONGEST_TITLE)
    return cut if cut == text or " " not in cut else f"{cut.rpartition(' ')[0].rstrip(',;:-( ')} …"


def basis(known: Basis) -> Facts:
    """Whom the notes describe, who checked them, and when they are due for review."""
    rows = [
        ("Describes", known.caveat or ""),
        ("Reviewed", f"{day_month_year(known.reviewed)}, again by {day_month_year(known.review_after)}"),
        ("Checked by", ", ".join(known.reviewers) or "nobody from there yet"),
        ("Mind", "Differences between people of one country are larger than those between countries."),
    ]
    return Facts(tuple((label, phrase(text)) for label, text in rows if text))
