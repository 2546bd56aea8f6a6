"""What to come back to in a call: details people told, with their age, and what to congratulate on."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.relationship.journal.kinds import EventKind
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.time.anniversaries import nearest_to
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import Person

STALE_DAYS = 365
"""A detail older than this is asked about again rather than relied on."""

_TOLD = frozenset({EventKind.NOTE, EventKind.INSIGHT})
_MOST = 3
_FRESH_SUCCESS_DAYS = 30
_BIRTHDAY_AHEAD_DAYS = 7
_BIRTHDAY_BACK_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalNote:
    """Something noted about a person."""

    person: str
    """Their id."""
    name: str
    on: date
    days_ago: int
    text: str
    stale: bool
    """Noted more than a year ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Something to congratulate on."""

    on: date
    days_away: int
    """Negative when it has passed."""
    say: str


def personal_notes(
    journal: Journal, people: Sequence[Person], today: date, zone: ZoneInfo
) -> tuple[PersonalNote, ...]:
    """The latest notes about these people, newest first, at most three."""
    names = {person.id: person.name for person in people}
    found: list[PersonalNote] = []
    for event in reversed(journal.events):
        about = next((person for person in event.people if person in names), None)
        if event.kind in _TOLD and about is not None:
            on = event.at.astimezone(zone).date()
            ago = (today - on).days
            found.append(
                PersonalNote(
                    person=about,
                    name=names[about],
                    on=on,
                    days_ago=ago,
                    text=event.text,
                    stale=ago > STALE_DAYS,
                )
            )
    return tuple(found[:_MOST])


def occasions(
    journal: Journal, people: Sequence[Person], today: date, zone: ZoneInfo
) -> tuple[Occasion, ...]:
    """Successes of the last month and birthdays of these days, the nearest first."""
    found = [
        Occasion(on=on, days_away=(on - today).days, say=event.text)
        for event in journal.events
        if event.kind is EventKind.SUCCESS
        and today - (on := event.at.astimezone(zone).date()) <= timedelta(days=_FRESH_SUCCESS_DAYS)
    ]
    for person in people:
        on_day = None if person.birthday is None else nearest_to(person.birthday, today)
        if on_day is not None and -_BIRTHDAY_BACK_DAYS <= (on_day - today).days <= _BIRTHDAY_AHEAD_DAYS:
            away = (on_day - today).days
            found.append(Occasion(on=on_day, days_away=away, say=f"birthday of {person.name}"))
    return tuple(sorted(found, key=lambda occasion: (abs(occasion.days_away), occasion.on, occasion.say)))
