"""Details to come back to in a call, with their age; successes and birthdays."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from clientbridge.core.days.location import date_at, zone_on
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.kinds import EventKind
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.relationship.journal.wishes import is_congratulated
from clientbridge.core.time.anniversaries import nearest_to
from clientbridge.core.workspace.profiles import Person, Schedule

STALE_DAYS = 365
"""A detail older than this should be confirmed before you rely on it."""

_NOTE_KINDS = frozenset({EventKind.NOTE, EventKind.INSIGHT})
_MOST = 3
_FRESH_SUCCESS_DAYS = 30
_BIRTHDAY_AHEAD_DAYS = 7
_BIRTHDAY_BACK_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalNote:
    """A journal entry with a detail about a person."""

    person: str
    """Their id."""
    name: str
    on: date
    days_ago: int
    text: str
    stale: bool
    """Whether it is more than `STALE_DAYS` old."""


class OccasionKind(StrEnum):
    """What an occasion is."""

    BIRTHDAY = "birthday"
    SUCCESS = "success"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A success, or a birthday: one to come is a word ahead, and no congratulation yet."""

    kind: OccasionKind
    on: date
    days_away: int
    """Negative when it has passed."""
    say: str


def personal_notes(
    journal: Journal, people: Sequence[Person], today: date, theirs: Schedule
) -> tuple[PersonalNote, ...]:
    """Return the latest notes about these people, newest first, at most three.

    `today` and the dates of the notes are those of where `theirs` is.
    """
    names = {person.id: person.name for person in people}
    notes: list[PersonalNote] = []
    for event in reversed(journal.events):
        about = next((person for person in event.people if person in names), None)
        if event.kind in _NOTE_KINDS and about is not None:
            on = date_at(theirs, event.at)
            ago = (today - on).days
            notes.append(
                PersonalNote(
                    person=about,
                    name=names[about],
                    on=on,
                    days_ago=ago,
                    text=event.text,
                    stale=ago > STALE_DAYS,
                )
            )
    return tuple(notes[:_MOST])


def occasions(
    journal: Journal, people: Sequence[Person], today: date, theirs: Schedule
) -> tuple[Occasion, ...]:
    """Return successes of the last 30 days and birthdays from 3 days ago to 7 days ahead, nearest first.

    A birthday on which they were congratulated is left out.
    """
    nearby = [
        Occasion(kind=OccasionKind.SUCCESS, on=on, days_away=(on - today).days, say=event.text)
        for event in journal.events
        if event.kind is EventKind.SUCCESS
        and today - (on := date_at(theirs, event.at)) <= timedelta(days=_FRESH_SUCCESS_DAYS)
    ]
    nearby += (birthday for person in people for birthday in _birthday(journal, person, today, theirs))
    return tuple(sorted(nearby, key=lambda occasion: (abs(occasion.days_away), occasion.on, occasion.say)))


def _birthday(journal: Journal, person: Person, today: date, theirs: Schedule) -> Iterator[Occasion]:
    on = None if person.birthday is None else nearest_to(person.birthday, today)
    if on is None or is_congratulated(journal, person.id, on=on, zone=zone_on(theirs, today)):
        return
    away = (on - today).days
    if -_BIRTHDAY_BACK_DAYS <= away <= _BIRTHDAY_AHEAD_DAYS:
        yield Occasion(kind=OccasionKind.BIRTHDAY, on=on, days_away=away, say=f"{person.called}'s birthday")
