"""The brief on one screen: at most 24 lines of 80 columns, sentences that can be read aloud."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientbridge.core.briefing.briefing import BriefedPerson, Briefing, PartOfDay, RedLine, WarningCode
from clientbridge.core.briefing.wording import (
    capital,
    hours_apart,
    joined,
    seen_from,
    span_in_words,
)
from clientbridge.core.culture.gaps import MOST_SHOWN
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.statements import Basis, Statement
from clientbridge.core.time.formatting import city, day_month_year, full_day
from clientbridge.core.workspace.profiles import Channels
from clientbridge.render.briefing.fitting import SCREEN_LINES, SEPARATOR, ScreenRow, as_facts, fitted
from clientbridge.render.culture.gap_words import gap_phrase
from clientbridge.render.page import Block, Next, Phrase, Title, bad, careful, good, phrase, quiet, strong

if TYPE_CHECKING:
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState

_MOST_WARNINGS, _MOST_PEOPLE, _MOST_PROMISES = 3, 2, 2
_MOST_OCCASIONS, _MOST_REMEMBERED = 1, 2
_BAD = frozenset({WarningCode.TODAY, WarningCode.PERSON_AWAY})
_DO_NOT = "Do not "


def screen(brief: Briefing) -> tuple[Block, ...]:
    """Title, facts and the next command, together at most 24 lines."""
    rows = fitted(list(_rows(brief)), SCREEN_LINES - 2)
    return (
        title(brief),
        as_facts(rows),
        Next(f"cb brief {brief.client.id} --full", "everything, with sources"),
    )


def title(brief: Briefing) -> Title:
    """Who, and where they are."""
    client = brief.client
    place = ", ".join(part for part in (client.region_name, client.country_name) if part)
    return Title(client.name, place)


def _rows(brief: Briefing) -> Iterator[ScreenRow]:
    yield ScreenRow("Now", phrase(strong(_clock(brief)), _moment(brief)))
    yield from _warnings(brief)
    yield SEPARATOR
    yield from _people(brief)
    yield from _dealings(brief)
    yield SEPARATOR
    yield from _gaps(brief)
    yield SEPARATOR
    yield from _words(brief)
    yield SEPARATOR
    yield from _derived(brief)
    if brief.basis is not None:
        yield ScreenRow("Sources", phrase(quiet(basis_in_words(brief.basis, own=brief.from_own_notes))), 1)


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
    for person in shown:
        if person.notes:
            yield ScreenRow("Your note", phrase(_cut(person.notes)), 5)
    more = len(brief.people) - len(shown)
    if more > 0:
        yield ScreenRow("And", phrase(f"{more} more: cb client show {brief.client.id}"), 8)


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


def _dealings(brief: Briefing) -> Iterator[ScreenRow]:
    if (last := brief.last_contact) is not None:
        ago = {0: "today", 1: "yesterday"}.get(last.days_ago, f"{last.days_ago} days ago")
        yield ScreenRow("Last contact", phrase(f"{capital(last.what)} {ago}: {_cut(last.text)}"), 4)
    for number, occasion in enumerate(brief.occasions[:_MOST_OCCASIONS]):
        yield ScreenRow("Congratulate", phrase(good(_occasion(occasion))), 4 + number)
    for number, note in enumerate(brief.remembered[:_MOST_REMEMBERED]):
        yield ScreenRow("Ask about", phrase(_remembered(note)), 5 + number)
    if reach := reach_in_words(brief.channels):
        yield ScreenRow("Reach", phrase(reach), 7)
    for number, promise in enumerate(brief.promises[:_MOST_PROMISES]):
        yield ScreenRow("Promised", _promise(promise, brief), 3 + number)


def _occasion(occasion: "Occasion") -> str:
    away = occasion.days_away
    when = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(
        away, f"in {away} days" if away > 0 else f"{-away} days ago"
    )
    return f"{capital(_cut(occasion.say))}, {when}."


def _remembered(note: "PersonalNote") -> str:
    """The detail with its age; an old one is asked about rather than relied on."""
    weeks, months = note.days_ago // 7, note.days_ago // 30
    age = "today" if not note.days_ago else f"{note.days_ago} days ago"
    if note.stale:
        age = f"in {note.on.year}: ask whether it still holds"
    elif months > 1:
        age = f"{months} months ago"
    elif weeks > 1:
        age = f"{weeks} weeks ago"
    return f"{note.name}: {_cut(note.text)} (noted {age})"


def reach_in_words(channels: Channels) -> str:
    """How the client likes to be reached; empty where nothing is noted."""
    parts = (
        f"{channels.first} first" if channels.first else "",
        f"documents by {channels.documents}" if channels.documents else "",
        f"a reply within {span_in_words(channels.reply_within)}" if channels.reply_within else "",
    )
    said = ", ".join(part for part in parts if part)
    return f"{capital(said)}." if said else ""


_LONGEST_TEXT = 90


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1].rstrip()}…"


def _promise(promise: "PromiseState", brief: Briefing) -> Phrase:
    from clientbridge.core.relationship.journal.kinds import Owner
    from clientbridge.core.relationship.promise_status import PromiseStatus

    who = "You" if promise.owner is Owner.ME else brief.client.name
    text = f"{who}: {_cut(promise.text)}"
    if promise.due is None:
        return phrase(f"{text}, no date.")
    day = seen_from(promise.due, brief.local_time.date())
    late = promise.status is PromiseStatus.LATE
    return phrase(f"{text}, ", bad(f"late since {day}.") if late else f"by {day}.")


def _gaps(brief: Briefing) -> Iterator[ScreenRow]:
    for number, gap in enumerate(brief.gaps):
        yield ScreenRow(gap.label, gap_phrase(gap), 1 + number)
    if not brief.gaps and any(row.you and row.them for row in brief.scales):
        yield ScreenRow("Differences", phrase("No large difference expected. Ask what works for them."), 2)
    for number, claim in enumerate(brief.watch[: MOST_SHOWN - len(brief.gaps)]):
        label = "Expect" if number == 0 else "And"
        yield ScreenRow(label, phrase(f"{claim.say} ", strong(claim.do or "")), 7 + number)


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


def basis_in_words(known: Basis, *, own: bool) -> str:
    """How much stands behind the page, and how fresh it is."""
    if own:
        return "From your own notes on every scale."
    return (
        f"Tendencies from {known.sources} pages, {known.families} independent,"
        f" reviewed {day_month_year(known.reviewed)}."
    )
