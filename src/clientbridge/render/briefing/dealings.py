"""The rows of a brief on your dealings: what is open, said, given and promised, and what they aim for."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from clientbridge.core.briefing.briefing import BriefedPerson, Briefing
from clientbridge.core.briefing.wording import capital, seen_from, span_in_words
from clientbridge.core.culture.country import Topic
from clientbridge.core.spelling import shortened
from clientbridge.core.time.formatting import day_month_year, full_day
from clientbridge.core.workspace.profiles import Channels
from clientbridge.render.briefing.fitting import ScreenRow
from clientbridge.render.page import Phrase, bad, careful, good, phrase, strong

if TYPE_CHECKING:
    from clientbridge.core.relationship.past_events import PastEvent
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState

_MOST_TROUBLES, _MOST_GIFTS = 2, 3
_MOST_PROMISES, _MOST_OCCASIONS, _MOST_REMEMBERED = 2, 2, 2
_LONGEST_TEXT = 90
_LONGEST_NOTE = 130


def trouble(brief: Briefing) -> Iterator[ScreenRow]:
    """What stands open between you, then your note on the client: to be known before anything else."""
    today = brief.local_time.date()
    yield from _open("Problem", "open since", brief.problems, today, 1)
    yield from _open("Feedback", "no answer since", brief.feedback, today, 1)
    if brief.client.notes:
        yield ScreenRow("Your note", phrase(strong(_cut(brief.client.notes, _LONGEST_NOTE))), 1)


def notes_on_people(brief: Briefing, people: Sequence[BriefedPerson]) -> Iterator[ScreenRow]:
    """What you noted on these people, after their names where the call is not with one of them alone."""
    for person in people:
        if person.notes:
            whose = f"{person.name}: " if len(brief.people) > 1 else ""
            yield ScreenRow("Your note", phrase(f"{whose}{_cut(person.notes, _LONGEST_NOTE)}"), 3)


def _open(
    label: str, since: str, events: "Sequence[PastEvent]", today: date, dispensable: int
) -> Iterator[ScreenRow]:
    for number, event in enumerate(events[:_MOST_TROUBLES]):
        more = len(events) - _MOST_TROUBLES if number else 0
        others = f"; {more} more" if more > 0 else ""
        age = f" ({since} {seen_from(event.on, today)}{others})"
        yield ScreenRow(
            "And" if number else label, phrase(bad(_cut(event.text)), age), dispensable + 2 * number
        )


def dealings(brief: Briefing) -> Iterator[ScreenRow]:
    """Last contact, occasions, what they told you, gifts, how to reach them, promises, and their aims."""
    if (last := brief.last_contact) is not None:
        ago = {0: "today", 1: "yesterday"}.get(last.days_ago, f"{last.days_ago} days ago")
        yield ScreenRow("Last contact", phrase(f"{capital(last.what)} {ago}: {_cut(last.text)}"), 4)
    for number, occasion in enumerate(brief.occasions[:_MOST_OCCASIONS]):
        yield _occasion(occasion, 3 + 2 * number)
    for number, note in enumerate(brief.remembered[:_MOST_REMEMBERED]):
        yield ScreenRow("Ask about", phrase(_remembered(note)), 5 + number)
    yield from _gifts(brief)
    if reach := reach_in_words(brief.channels):
        yield ScreenRow("Reach", phrase(reach), 7)
    for number, promise in enumerate(brief.promises[:_MOST_PROMISES]):
        yield ScreenRow("Promised", _promise(promise, brief), 3 + number)
    if brief.goals:
        yield ScreenRow("Goals", phrase(f"{capital(_cut('; '.join(brief.goals), _LONGEST_NOTE))}."), 2)
    if brief.fiscal_year_end is not None:
        ends = f"Their business year ends on {full_day(brief.fiscal_year_end)}."
        yield ScreenRow("Year end", phrase(careful(ends)), 3)


def _occasion(occasion: "Occasion", dispensable: int) -> ScreenRow:
    """A success is told as what it is; of a birthday to come there is nothing to congratulate on yet."""
    from clientbridge.core.relationship.personal_notes import OccasionKind

    away = occasion.days_away
    when = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(
        away, f"in {away} days" if away > 0 else f"{-away} days ago"
    )
    if occasion.kind is OccasionKind.SUCCESS:
        return ScreenRow("Success", phrase(good(_cut(occasion.say)), f" ({when})"), dispensable)
    label = "Coming up" if away > 0 else "Congratulate"
    return ScreenRow(label, phrase(good(f"{capital(occasion.say)}, {when}.")), dispensable)


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


def _gifts(brief: Briefing) -> Iterator[ScreenRow]:
    """What was given, so that nothing is given twice, and what the country notes say of gifts."""
    if not brief.gifts:
        return
    given = "; ".join(f"{_cut(gift.text)} ({day_month_year(gift.on)})" for gift in brief.gifts[:_MOST_GIFTS])
    more = len(brief.gifts) - _MOST_GIFTS
    yield ScreenRow("Gifts given", phrase(f"{given}{f'; {more} more' if more > 0 else ''}."), 2)
    for claim in brief.claims:
        if claim.topic is Topic.GIFTS:
            yield ScreenRow("And", phrase(claim.do or claim.say), 5)
            return


def reach_in_words(channels: Channels) -> str:
    """How the client likes to be reached; empty where nothing is noted."""
    parts = (
        f"{channels.first} first" if channels.first else "",
        f"documents by {channels.documents}" if channels.documents else "",
        f"a reply within {span_in_words(channels.reply_within)}" if channels.reply_within else "",
    )
    said = ", ".join(part for part in parts if part)
    return f"{capital(said)}." if said else ""


def _cut(text: str, longest: int = _LONGEST_TEXT) -> str:
    """The text on one line, at most so long."""
    return shortened(" ".join(text.split()), longest)


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
