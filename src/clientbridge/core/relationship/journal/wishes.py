"""Was a greeting sent, or someone congratulated? The journal says so in the words of whoever logged it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import CONTACTS, EventKind
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.spelling import fold

_KINDS = CONTACTS | {EventKind.NOTE, EventKind.GIFT}
_EARLIEST = timedelta(days=21)
"""A greeting may be sent this long before its feast."""
_BIRTHDAY_EARLIEST = timedelta(days=3)
_SENT = frozenset({"greeted", "greeting", "greetings", "wished", "wishes"})
_WISHED = _SENT | frozenset({"happy", "merry", "blessed", "wish", "best", "congratulated", "congratulations"})
_OF_ANY_FEAST = frozenset({"day", "days", "eve", "the", "of", "s", "holiday", "first", "second", "and", "in"})


def is_greeted(journal: Journal, feast: str, say: str, *, on: date, due: date, zone: ZoneInfo) -> bool:
    """Whether the greeting of a feast on a day was logged: its words, or a wish that names the feast.

    A greeting that names no feast counts for what was due on its day or before. `zone` is yours.
    """
    names = _words(feast) - _OF_ANY_FEAST
    return any(
        _says(event.text, say, names, is_due=due <= day)
        for event in _yours(journal)
        if on - _EARLIEST <= (day := event.at.astimezone(zone).date()) <= on
    )


def _says(text: str, say: str, names: frozenset[str], *, is_due: bool) -> bool:
    said = _words(text)
    names_it = bool(names) and names <= said and bool(said & _WISHED)
    names_none = is_due and bool(said & _SENT) and "birthday" not in said
    return _plain(say) in _plain(text) or names_it or names_none


def is_congratulated(journal: Journal, person: str, *, on: date, zone: ZoneInfo) -> bool:
    """Whether someone was congratulated on a birthday: in an event with them or with nobody in particular."""
    return any(
        "birthday" in _words(event.text) and (not event.people or person in event.people)
        for event in _yours(journal)
        if on - _BIRTHDAY_EARLIEST <= event.at.astimezone(zone).date()
    )


def _yours(journal: Journal) -> Iterable[Event]:
    return (event for event in journal.events if event.kind in _KINDS and not event.from_them)


def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(text).split())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
