"""The rows of a brief on your dealings: what is open, said, given and promised, and what they aim for."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from clientbridge.core.briefing.briefing import BriefedPerson, Briefing
from clientbridge.core.briefing.wording import capital, seen_from, span_in_words
from clientbridge.core.culture.country import Topic
from clientbridge.core.spelling import shortened
from clientbridge.core.time.formatting import day_month_year, day_seen_from, full_day
from clientbridge.core.workspace.profiles import Channels
from clientbridge.render.briefing.fitting import ScreenRow
from clientbridge.render.page import Phrase, bad, careful, good, phrase, strong

if TYPE_CHECKING:
    from clientbridge.core.relationship.past_events import PastEvent
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState
    from clientbridge.render.page import TextRun

_MOST_TROUBLES, _MOST_GIFTS = 2, 3
_MOST_PROMISES, _MOST_OCCASIONS, _MOST_REMEMBERED = 2, 2, 2
_LONGEST_TEXT = 90
_LONGEST_NOTE = 130


def trouble(brief: Briefing) -> Iterator[ScreenRow]:
    """What stands open between you, then your note on the client: to be known before anything else."""
    yield from _open("Problem", "open since", brief.problems, brief)
    yield from _late(brief)
    yield from _open("Feedback", "no answer since", brief.feedback, brief)
    if brief.client.notes:
        note = strong(_noted(brief.client.notes))
        yield ScreenRow("Your note", phrase(f"On {brief.client.name}: ", note), 1)


def notes_on_people(people: Sequence[BriefedPerson]) -> Iterator[ScreenRow]:
    """What you noted on these people, each after the name."""
    for person in people:
        if person.notes:
            yield ScreenRow(
                "Your note", phrase(f"On {person.call or person.name}: {_noted(person.notes)}"), 3
            )


def _open(label: str, since: str, events: "Sequence[PastEvent]", brief: Briefing) -> Iterator[ScreenRow]:
    troubles = ((bad(_cut(event.text)), f"{since} {_day(event.on, brief)}") for event in events)
    yield from _troubles(label, tuple(troubles))


def _late(brief: Briefing) -> Iterator[ScreenRow]:
    """What was due before the call and is not done, by either side."""
    late = (
        (bad(f"{_who(promise, brief)} promised: {_cut(promise.text)}"), f"due {_day(promise.due, brief)}")
        for promise in brief.promises
        if promise.due is not None and _is_late(promise)
    )
    yield from _troubles("Due before" if brief.is_later else "Late", tuple(late))


def _troubles(label: str, troubles: "Sequence[tuple[TextRun, str]]") -> Iterator[ScreenRow]:
    """The oldest two, and how many more there are."""
    for number, (what, age) in enumerate(troubles[:_MOST_TROUBLES]):
        more = len(troubles) - _MOST_TROUBLES if number else 0
        others = f"; {more} more" if more > 0 else ""
        yield ScreenRow("And" if number else label, phrase(what, f" ({age}{others})"), 1 + 2 * number)


def _day(day: date, brief: Briefing) -> str:
    """The day as one says it of a call now; of a call to come, by its date."""
    today = brief.local_time.date()
    return day_seen_from(day, today) if brief.is_later else seen_from(day, today)


def _is_late(promise: "PromiseState") -> bool:
    from clientbridge.core.relationship.promise_status import PromiseStatus

    return promise.status is PromiseStatus.LATE


def _who(promise: "PromiseState", brief: Briefing) -> str:
    from clientbridge.core.relationship.journal.kinds import Owner

    if promise.owner is Owner.ME:
        return "You"
    by_id = {person.id: person.call or person.name for person in brief.people}
    return by_id.get(promise.person or "", brief.client.name)


def dealings(brief: Briefing) -> Iterator[ScreenRow]:
    """Last contact, occasions, what they told you, gifts, how to reach them, promises, and their aims."""
    yield from _last_contact(brief)
    for number, occasion in enumerate(brief.occasions[:_MOST_OCCASIONS]):
        yield _occasion(occasion, brief, 3 + 2 * number)
    for number, note in enumerate(brief.remembered[:_MOST_REMEMBERED]):
        yield ScreenRow("Ask about", phrase(_remembered(note, brief)), 5 + number)
    yield from _gifts(brief)
    if reach := reach_in_words(brief.channels):
        yield ScreenRow("Reach", phrase(reach), 7)
    yield from _promised(brief)
    if brief.goals:
        yield ScreenRow("Goals", phrase(f"{capital(_cut('; '.join(brief.goals), _LONGEST_NOTE))}."), 2)
    if brief.fiscal_year_end is not None:
        ends = f"Their business year ends on {full_day(brief.fiscal_year_end)}."
        yield ScreenRow("Year end", phrase(careful(ends)), 3)


def _last_contact(brief: Briefing) -> Iterator[ScreenRow]:
    if (last := brief.last_contact) is not None:
        ago = {0: "today", 1: "yesterday"}.get(last.days_ago, f"{last.days_ago} days ago")
        when = f"on {_day(last.on, brief)}" if brief.is_later else ago
        yield ScreenRow("Last contact", phrase(f"{capital(last.what)} {when}: {_cut(last.text)}"), 4)


def _promised(brief: Briefing) -> Iterator[ScreenRow]:
    """What is promised and not late."""
    ahead = [promise for promise in brief.promises if not _is_late(promise)]
    for number, promise in enumerate(ahead[:_MOST_PROMISES]):
        yield ScreenRow("Promised", _promise(promise, brief), 3 + number)


def _occasion(occasion: "Occasion", brief: Briefing, dispensable: int) -> ScreenRow:
    """A success is told as what it is; of a birthday to come there is nothing to congratulate on yet."""
    from clientbridge.core.relationship.personal_notes import OccasionKind

    away = occasion.days_away
    when = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(
        away, f"in {away} days" if away > 0 else f"{-away} days ago"
    )
    if brief.is_later:
        when = f"on {_day(occasion.on, brief)}" if away else "that day"
    if occasion.kind is OccasionKind.SUCCESS:
        return ScreenRow("Success", phrase(good(_cut(occasion.say)), f" ({when})"), dispensable)
    label = "Coming up" if away > 0 else "Congratulate"
    return ScreenRow(label, phrase(good(f"{capital(occasion.say)}, {when}.")), dispensable)


def _remembered(note: "PersonalNote", brief: Briefing) -> str:
    """The detail with its age; an old one is asked about rather than relied on."""
    weeks, months = note.days_ago // 7, note.days_ago // 30
    age = "today" if not note.days_ago else f"{note.days_ago} days ago"
    if note.stale:
        age = f"in {note.on.year}: ask whether it still holds"
    elif brief.is_later:
        age = f"on {_day(note.on, brief)}"
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


def _noted(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST_NOTE)


def _cut(text: str, longest: int = _LONGEST_TEXT) -> str:
    """The text on one line, at most so long, without a full stop at its end."""
    return shortened(" ".join(text.split()), longest).removesuffix(".")


def _promise(promise: "PromiseState", brief: Briefing) -> Phrase:
    text = f"{_who(promise, brief)}: {_cut(promise.text)}"
    return phrase(f"{text}, no date." if promise.due is None else f"{text}, by {_day(promise.due, brief)}.")
