"""Words for the Tab key that must be computed: people, regions, promises, entries, languages, zones.

Only what can be read counts; what is wrong in a file is told by the commands.
"""

from typing import TYPE_CHECKING

from clientbridge.core.errors import ClientbridgeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from clientbridge.core.relationship.journal.replay import Journal
    from clientbridge.load.session import Session

Words = list[tuple[str, str]]


def computed_words(kind: str, about: str, session: "Session") -> Words:
    """Every word of a kind with what it means; none where the files cannot be read."""
    try:
        if kind in _OF_SESSION:
            return _OF_SESSION[kind](session)
        if kind == "people":
            return [(person.id, person.name) for person in session.workspace.client(about).people]
        if kind == "regions":
            return _regions(about)
    except ClientbridgeError:
        return []
    return _languages() if kind == "languages" else _zones()


def _promises(session: "Session") -> Words:
    found = [promise for journal in _journals(session) for promise in journal.open_promises()]
    return [(promise.id, promise.text) for promise in sorted(found, key=lambda one: one.made, reverse=True)]


def _entries(session: "Session") -> Words:
    """What was logged, the newest first."""
    found = [event for journal in _journals(session) for event in journal.events]
    return [
        (event.id, f"{event.kind}: {event.text}")
        for event in sorted(found, key=lambda one: one.at, reverse=True)
    ]


def _journals(session: "Session") -> "Iterator[Journal]":
    from clientbridge.adapters.relationship.journals import Journals

    journals = Journals(session.workspace.folder)
    for client in journals.clients():
        try:
            yield journals.open(client).journal
        except ClientbridgeError:
            continue


def _regions(country: str) -> Words:
    from clientbridge.adapters.days.places import country_code, region_codes, region_name

    return [(code, region_name(code)) for code in region_codes(country_code(country))]


def _languages() -> Words:
    from clientbridge.adapters.culture.language_tags import language_words

    return language_words()


def _zones() -> Words:
    from clientbridge.adapters.time.zone_database import open_zone_database

    return [(name, "") for name in sorted(open_zone_database().names()) if "/" in name]


_OF_SESSION: "Mapping[str, Callable[[Session], Words]]" = {"promises": _promises, "entries": _entries}
