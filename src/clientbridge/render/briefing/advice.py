"""The rows of a brief on how they tend to work: what differs, what to say, and why."""

from collections.abc import Iterator, Sequence

from clientbridge.core.briefing.briefing import Briefing
from clientbridge.core.briefing.wording import capital
from clientbridge.core.culture.gaps import MOST_SHOWN
from clientbridge.core.culture.phrases import LANGUAGE_NAMES, SpokenWords
from clientbridge.core.culture.statements import ScaleRow, Statement
from clientbridge.render.briefing.fitting import ScreenRow
from clientbridge.render.culture.gap_words import gap_phrase, own_note_in_words
from clientbridge.render.page import phrase, quiet, strong

_DO_NOT = "Do not "


def differences(brief: Briefing) -> Iterator[ScreenRow]:
    """The largest differences, what you noted besides, and what to expect where few differ."""
    for number, gap in enumerate(brief.gaps):
        yield ScreenRow(gap.label, gap_phrase(gap), 1 + 2 * number, backing=gap)
    if not brief.gaps and any(row.you and row.them for row in brief.scales):
        yield ScreenRow("Differences", phrase("No large difference expected. Ask what works for them."), 2)
    yield from _own_notes(brief)
    for number, claim in enumerate(brief.watch[: MOST_SHOWN - len(brief.gaps)]):
        label = "Expect" if number == 0 else "And"
        said = phrase(f"{claim.say} ", strong(claim.do or ""))
        yield ScreenRow(label, said, 7 + number, backing=claim)


def _own_notes(brief: Briefing) -> Iterator[ScreenRow]:
    """What you noted of them where it makes no difference to you: the country's lines on it are left out."""
    shown = max(MOST_SHOWN - len(brief.gaps), 1)
    for number, row in enumerate(noted_besides_gaps(brief)[:shown]):
        text = phrase(f"{row.name}: {row.them_anchor} ", quiet(f"({own_note_in_words(row)})"))
        yield ScreenRow("And" if number else "Known", text, 5 if number else 2)


def noted_besides_gaps(brief: Briefing) -> tuple[ScaleRow, ...]:
    """The scales on which you noted where they are, and which are no difference of the screen."""
    told = {gap.scale for gap in brief.gaps}
    return tuple(row for row in brief.scales if row.is_own_note and row.id not in told)


def notes_untold(brief: Briefing) -> tuple[str, ...]:
    """The names of those scales for which the screen has no room."""
    shown = max(MOST_SHOWN - len(brief.gaps), 1)
    return tuple(row.name.lower() for row in noted_besides_gaps(brief)[shown:])


def what_to_say(brief: Briefing) -> Iterator[ScreenRow]:
    """How to open, greet and close, a phrase, and what to avoid: each with its reason."""
    yield from _acts("Open", brief.open_with, 3, 8)
    if brief.greeting is not None:
        yield ScreenRow("Greet", phrase(spoken(brief.greeting, brief.client.language)), 3)
    if (words := phrase_for_screen(brief)) is not None:
        yield ScreenRow("Say", phrase(spoken(words, brief.client.language)), 6)
    for number, claim in enumerate(brief.avoid):
        yield _avoid(claim, number)
    yield from _acts("Close", brief.close_with, 3, 8)


def _acts(label: str, claims: Sequence[Statement], first: int, others: int) -> Iterator[ScreenRow]:
    for number, claim in enumerate(claims):
        yield _act("And" if number else label, claim, claim.do or claim.say, others if number else first)


def _act(label: str, claim: Statement, act: str, dispensable: int) -> ScreenRow:
    reason = "" if claim.do is None else main_clause(claim.say)
    return ScreenRow(label, phrase(strong(act)), dispensable, reason=reason, backing=claim)


def main_clause(sentence: str) -> str:
    """The sentence up to its first semicolon: what comes after it adds to the matter."""
    first = sentence.partition("; ")[0]
    return first if first == sentence else f"{first}."


def phrase_for_screen(brief: Briefing) -> SpokenWords | None:
    """The first phrase; where a country works in several languages, one that is surely theirs."""
    languages = {words.language for words in brief.phrases if words.language is not None}
    sure = {None, brief.client.language} if len(languages) > 1 else {None, *languages}
    return next((words for words in brief.phrases if words.language in sure), None)


def _avoid(claim: Statement, number: int) -> ScreenRow:
    act = claim.do or claim.say
    if act.startswith(_DO_NOT):
        label = "Do not" if number == 0 else "Nor"
        return _act(label, claim, act.removeprefix(_DO_NOT), 4 + 4 * number)
    return _act("Take care", claim, act, 4 + 4 * number)


def spoken(words: SpokenWords, language: str | None) -> str:
    """What it means, how it is written, how it sounds: ``Good morning: Bom dia (bong JEE-ah)``.

    Words of another language than the call's tell which: ``Hello, in Hindi: …``.
    """
    written_ways = joined_ways(words.native, words.romanised)
    sounds = f" ({words.sounds})" if words.sounds else ""
    return f"{capital(words.en)}{_in_another(words, language)}: {written_ways}{sounds}"


def _in_another(words: SpokenWords, language: str | None) -> str:
    own, theirs = words.language, (language or "").partition("-")[0]
    if own is None or not theirs or own == theirs or own not in LANGUAGE_NAMES:
        return ""
    name = LANGUAGE_NAMES[own]
    return "" if f"in {name}".casefold() in words.en.casefold() else f", in {name}"


def joined_ways(native: str, romanised: str | None) -> str:
    """The script, then the romanisation where there is one."""
    return f"{native}, {romanised}" if romanised else native
