"""The brief on one screen: at most 24 lines of 80 columns, sentences that can be read aloud."""

from collections.abc import Iterator

from clientbridge.core.briefing.briefing import BriefedPerson, Briefing, PartOfDay, RedLine, WarningCode
from clientbridge.core.briefing.wording import (
    capital,
    hours_apart,
    joined,
)
from clientbridge.core.command_line import quoted
from clientbridge.core.culture.gaps import MOST_SHOWN
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.statements import Basis, ScaleRow, Statement
from clientbridge.core.time.formatting import city, day_month_year, full_day
from clientbridge.render.briefing.dealings import dealings, notes_on_people, trouble
from clientbridge.render.briefing.fitting import SCREEN_LINES, SEPARATOR, ScreenRow, as_facts, fitted
from clientbridge.render.culture.gap_words import gap_phrase, own_note_in_words
from clientbridge.render.page import Block, Next, Title, bad, careful, phrase, quiet, strong

_MOST_WARNINGS, _MOST_PEOPLE = 3, 2
_BAD = frozenset({WarningCode.TODAY, WarningCode.PERSON_AWAY})
_DO_NOT = "Do not "


def screen(brief: Briefing) -> tuple[Block, ...]:
    """Title, facts and the next command, together at most 24 lines."""
    rows = fitted(list(_rows(brief)), SCREEN_LINES - 2)
    return (
        title(brief),
        as_facts(rows),
        Next(f"cb brief {quoted(brief.client.id)} --full", "everything, with sources"),
    )


def title(brief: Briefing) -> Title:
    """Who, and where they are."""
    client = brief.client
    place = ", ".join(part for part in (client.region_name, client.country_name) if part)
    return Title(client.name, place)


def _rows(brief: Briefing) -> Iterator[ScreenRow]:
    yield from trouble(brief)
    yield SEPARATOR
    yield ScreenRow("Now", phrase(strong(_clock(brief)), _moment(brief)))
    yield from _warnings(brief)
    yield SEPARATOR
    yield from _people(brief)
    yield from dealings(brief)
    yield SEPARATOR
    yield from _gaps(brief)
    yield SEPARATOR
    yield from _words(brief)
    yield SEPARATOR
    yield from _derived(brief)
    if brief.basis is not None:
        yield ScreenRow("Sources", phrase(quiet(_basis_in_words(brief, brief.basis))), 1)


def _moment(brief: Briefing) -> str:
    """Where they are in their day; on a day off the red lines say why."""
    return f" {brief.moment.say}" if brief.moment.part is not PartOfDay.DAY_OFF else ""


def _clock(brief: Briefing) -> str:
    local, ahead = brief.local_time, brief.moment.minutes_ahead
    where = f"{local:%H:%M} on {full_day(local.date())} in {city(brief.client.timezone.key)}"
    if not ahead:
        return f"{where}, the same time as yours."
    side = "ahead of" if ahead > 0 else "behind"
    return f"{where}, {hours_apart(ahead)} {side} you."


def _warnings(brief: Briefing) -> Iterator[ScreenRow]:
    before = ""
    for number, line in enumerate(brief.warnings[:_MOST_WARNINGS]):
        tone = bad if line.code in _BAD else careful
        label = _warning_label(line)
        label, before = "And" if label == before else label, label
        yield ScreenRow(label, phrase(tone(line.say)), (1, 3, 6)[number])


def _warning_label(line: RedLine) -> str:
    return {
        WarningCode.TODAY: "Today",
        WarningCode.DAY_OFF_SOON: "Soon",
        WarningCode.DAY_OFF_BEFORE: "Yesterday",
        WarningCode.SEASON: "Season",
        WarningCode.SEASON_SOON: "Soon",
        WarningCode.CLOCK_CHANGE: "Clocks",
        WarningCode.PERSON_AWAY: "Away",
        WarningCode.SOLEMN: "Today",
        WarningCode.NO_NOTES: "No notes",
    }[line.code]


def _people(brief: Briefing) -> Iterator[ScreenRow]:
    shown = sorted(brief.people, key=lambda person: not person.decides)[:_MOST_PEOPLE]
    for number, person in enumerate(shown):
        label = "On the call" if number == 0 else "And"
        yield ScreenRow(label, phrase(strong(person.name), person_in_words(person)), 2 + 5 * number)
    yield from notes_on_people(brief, shown)
    more = len(brief.people) - len(shown)
    if more > 0:
        yield ScreenRow("And", phrase(f"{more} more: cb client show {quoted(brief.client.id)}"), 8)


def _speech(person: BriefedPerson) -> str:
    called = f"address as {person.call}" if person.call else ""
    said = f"say {person.say}" if person.say else ""
    return "; ".join(filter(None, (called, said)))


def person_in_words(person: BriefedPerson) -> str:
    """What follows the name: role, how to address and say it, and the person's own clock."""
    role = "".join(f", {part}" for part in (person.role, "decides" if person.decides else None) if part)
    text = f"{role}."
    if speech := _speech(person):
        text += f" {capital(speech)}."
    if person.elsewhere:
        text += f" It is {person.local_time:%H:%M} in {person.elsewhere}."
    return text


def _gaps(brief: Briefing) -> Iterator[ScreenRow]:
    for number, gap in enumerate(brief.gaps):
        yield ScreenRow(gap.label, gap_phrase(gap), 1 + number)
    if not brief.gaps and any(row.you and row.them for row in brief.scales):
        yield ScreenRow("Differences", phrase("No large difference expected. Ask what works for them."), 2)
    yield from _own_notes(brief)
    for number, claim in enumerate(brief.watch[: MOST_SHOWN - len(brief.gaps)]):
        label = "Expect" if number == 0 else "And"
        yield ScreenRow(label, phrase(f"{claim.say} ", strong(claim.do or "")), 7 + number)


def _own_notes(brief: Briefing) -> Iterator[ScreenRow]:
    """What you noted of them where it makes no difference to you: the country's lines on it are left out."""
    for number, row in enumerate(_noted_besides_gaps(brief)[: _notes_shown(brief)]):
        text = phrase(f"{row.name}: {row.them_anchor} ", quiet(f"({own_note_in_words(row)})"))
        yield ScreenRow("Known" if number == 0 else "And", text, 5)


def _noted_besides_gaps(brief: Briefing) -> tuple[ScaleRow, ...]:
    told = {gap.scale for gap in brief.gaps}
    return tuple(row for row in brief.scales if row.is_own_note and row.id not in told)


def _notes_shown(brief: Briefing) -> int:
    return max(MOST_SHOWN - len(brief.gaps), 1)


def _words(brief: Briefing) -> Iterator[ScreenRow]:
    for number, claim in enumerate(brief.open_with):
        yield ScreenRow("Open" if number == 0 else "And", phrase(claim.do or claim.say), 3 + 5 * number)
    if brief.greeting is not None:
        yield ScreenRow("Greet", phrase(spoken(brief.greeting)), 5)
    if (words := phrase_for_screen(brief)) is not None:
        yield ScreenRow("Say", phrase(spoken(words)), 6)
    for number, claim in enumerate(brief.avoid):
        yield _avoid(claim, number)
    for claim in brief.close_with:
        yield ScreenRow("Close", phrase(claim.do or claim.say), 3)


def phrase_for_screen(brief: Briefing) -> SpokenWords | None:
    """The first phrase; where a country works in several languages, one that is surely theirs."""
    languages = {words.language for words in brief.phrases if words.language is not None}
    sure = {None, brief.client.language} if len(languages) > 1 else {None, *languages}
    return next((words for words in brief.phrases if words.language in sure), None)


def _avoid(claim: Statement, number: int) -> ScreenRow:
    text = claim.do or claim.say
    if text.startswith(_DO_NOT):
        label = "Do not" if number == 0 else "Nor"
        return ScreenRow(label, phrase(text.removeprefix(_DO_NOT)), 4 + 4 * number)
    return ScreenRow("Take care", phrase(text), 4 + 4 * number)


def spoken(words: SpokenWords) -> str:
    """What it means, how it is written, how it sounds: ``Good morning: Bom dia (bong JEE-ah)``."""
    written_ways = joined_ways(words.native, words.romanised)
    sounds = f" ({words.sounds})" if words.sounds else ""
    return f"{capital(words.en)}: {written_ways}{sounds}"


def joined_ways(native: str, romanised: str | None) -> str:
    """The script, then the romanisation where there is one."""
    return f"{native}, {romanised}" if romanised else native


def _derived(brief: Briefing) -> Iterator[ScreenRow]:
    facts = brief.facts
    if facts is None or brief.basis is not None:
        return
    if facts.languages:
        yield ScreenRow("Language", phrase(f"{joined(facts.languages)}, official in {facts.name}."), 2)
    if facts.currency_name:
        yield ScreenRow("Money", phrase(f"{facts.currency_name} ({facts.currency})."), 5)
    yield ScreenRow(
        "Written", phrase(f"Dates like {facts.date_example}, numbers like {facts.number_example}."), 5
    )
    if facts.order_of_names:
        yield ScreenRow("Names", phrase(facts.order_of_names), 3)


def _basis_in_words(brief: Briefing, known: Basis) -> str:
    """How much stands behind the page, how fresh it is, and what is left out for notes that did not fit."""
    if brief.from_own_notes:
        return "From your own notes on every scale."
    untold = tuple(row.name.lower() for row in _noted_besides_gaps(brief)[_notes_shown(brief) :])
    matters = joined(untold) if 0 < len(untold) <= MOST_SHOWN else f"{len(untold)} more matters"
    instead = f"; your notes replace them on {matters}" if untold else ""
    return (
        f"Tendencies from {known.sources} pages, {known.families} independent,"
        f" reviewed {day_month_year(known.reviewed)}{instead}."
    )
