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
from clientbridge.core.culture.statements import Basis
from clientbridge.core.time.formatting import (
    clock_time,
    day_month_year,
    day_seen_from,
    full_day,
    short_day,
)
from clientbridge.render.briefing.advice import differences, notes_untold, what_to_say
from clientbridge.render.briefing.dealings import dealings, notes_on_people, trouble
from clientbridge.render.briefing.fitting import (
    SCREEN_LINES,
    SEPARATOR,
    ScreenRow,
    as_facts,
    fitted,
    title_lines,
)
from clientbridge.render.page import Block, Next, Title, bad, careful, offered, phrase, quiet, strong

_MOST_WARNINGS, _MOST_PEOPLE = 3, 2
_NEXT_LINES = 2
"""The next command, and the empty line above it."""
_BAD = frozenset({WarningCode.TODAY, WarningCode.PERSON_AWAY})


def screen_rows(brief: Briefing) -> tuple[ScreenRow, ...]:
    """The rows that fit between the title and the next command, together at most 24 lines."""
    head = title(brief)
    return fitted(list(_rows(brief)), SCREEN_LINES - title_lines(head) - _NEXT_LINES)


def screen(brief: Briefing) -> tuple[Block, ...]:
    """Title and facts."""
    return title(brief), as_facts(screen_rows(brief))


def more(brief: Briefing) -> Next:
    """The command that shows everything of the same brief."""
    who, why = brief.asked, "everything, with sources"
    if brief.called_at is None:
        return Next(f"cb brief {quoted(who)} --full", why)
    at = f"{brief.called_at:%Y-%m-%d %H:%M}"
    return Next(f"cb brief {quoted(who)} --at {quoted(at)} --full", why)


def title(brief: Briefing) -> Title:
    """Who, where they are, and when the call is, where it is not now."""
    client, at = brief.client, brief.called_at
    place = ", ".join(part for part in (client.region_name, client.country_name) if part)
    if at is None:
        return Title(client.name, place)
    on = short_day(at.date()) if brief.asked_on is None else day_seen_from(at.date(), brief.asked_on)
    return Title(client.name, f"{place}; for a call on {on} {clock_time(at)} here")


def _rows(brief: Briefing) -> Iterator[ScreenRow]:
    yield from trouble(brief)
    yield SEPARATOR
    yield ScreenRow(
        "Now" if brief.called_at is None else "The call", phrase(strong(_clock(brief)), _moment(brief))
    )
    yield from _warnings(brief)
    yield SEPARATOR
    yield from _people(brief)
    yield from dealings(brief)
    yield SEPARATOR
    yield from differences(brief)
    yield SEPARATOR
    yield from what_to_say(brief)
    yield SEPARATOR
    yield from _derived(brief)
    if brief.basis is not None:
        yield ScreenRow("Sources", phrase(quiet(_basis_in_words(brief, brief.basis))), 1)


def _moment(brief: Briefing) -> str:
    """Where they are in their day; on a day off the red lines say why."""
    return f" {brief.moment.say}" if brief.moment.part is not PartOfDay.DAY_OFF else ""


def _clock(brief: Briefing) -> str:
    local, ahead = brief.local_time, brief.moment.minutes_ahead
    where = f"{local:%H:%M} on {full_day(local.date())} in {brief.client.where}"
    if not ahead:
        return f"{where}, the same time as yours."
    side = "ahead of" if ahead > 0 else "behind"
    return f"{where}, {hours_apart(ahead)} {side} you."


def _warnings(brief: Briefing) -> Iterator[ScreenRow]:
    before = ""
    for number, line in enumerate(brief.warnings[:_MOST_WARNINGS]):
        tone = bad if line.code in _BAD else careful
        label = _warning_label(line, later=brief.is_later)
        label, before = "And" if label == before else label, label
        yield ScreenRow(label, phrase(tone(line.say)), (1, 3, 6)[number])


def _warning_label(line: RedLine, *, later: bool) -> str:
    return {
        WarningCode.TODAY: "That day" if later else "Today",
        WarningCode.DAY_OFF_SOON: "Soon",
        WarningCode.DAY_OFF_BEFORE: "Day before" if later else "Yesterday",
        WarningCode.SEASON: "Season",
        WarningCode.SEASON_SOON: "Soon",
        WarningCode.CLOCK_CHANGE: "Clocks",
        WarningCode.PERSON_AWAY: "Away",
        WarningCode.SOLEMN: "That day" if later else "Today",
        WarningCode.NO_NOTES: "No notes",
    }[line.code]


def _people(brief: Briefing) -> Iterator[ScreenRow]:
    shown = sorted(brief.people, key=lambda person: not person.decides)[:_MOST_PEOPLE]
    for number, person in enumerate(shown):
        label = "On the call" if number == 0 else "And"
        yield ScreenRow(
            label,
            phrase(strong(person.name), _in_words(person, later=brief.called_at is not None)),
            2 + number,
        )
    yield from notes_on_people(shown)
    more = len(brief.people) - len(shown)
    if more > 0:
        yield ScreenRow(
            "And", phrase(f"{more} more: ", offered(f"cb client show {quoted(brief.client.id)}")), 8
        )


def _speech(person: BriefedPerson) -> str:
    called = f"address as {person.call}" if person.call else ""
    said = f"say {person.say}" if person.say else ""
    return "; ".join(filter(None, (called, said)))


def _in_words(person: BriefedPerson, *, later: bool) -> str:
    """What follows the name: role, how to address and say it, and the person's own clock."""
    role = "".join(f", {part}" for part in (person.role, "decides" if person.decides else None) if part)
    text = f"{role}."
    if speech := _speech(person):
        text += f" {capital(speech)}."
    if person.elsewhere:
        then = " then" if later else ""
        text += f" It is{then} {person.local_time:%H:%M} in {person.elsewhere}."
    return text


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
    untold = notes_untold(brief)
    matters = joined(untold) if 0 < len(untold) <= MOST_SHOWN else f"{len(untold)} more matters"
    instead = f"; your notes replace them on {matters}" if untold else ""
    return (
        f"From {known.sources} pages of {known.families} independent sources,"
        f" reviewed {day_month_year(known.reviewed)}{instead}."
    )
