"""Places that stand for a party, typed ``@tokyo``: with the hours, week, holidays and seasons usual there."""

from typing import TYPE_CHECKING

from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.request import Party
from clientbridge.core.workspace.profiles import Schedule

if TYPE_CHECKING:
    from clientbridge.core.days.place import PlaceOnClock
    from clientbridge.load.session import Session

SIGN = "@"


def is_place(name: str) -> bool:
    """Whether a typed party, or the id of one, is a place."""
    return name.startswith(SIGN)


def place_words(name: str) -> str:
    """The words of ``@tokyo`` without the sign."""
    return name.removeprefix(SIGN).strip()


def place_meant(session: "Session", name: str) -> "PlaceOnClock":
    """The place of ``@tokyo``; raises UnknownNameError, SeveralPlacesError, UsageError for the sign alone."""
    from clientbridge.adapters.days.regions.party_place import party_place

    text = place_words(name)
    if not text:
        raise UsageError("no place is named after @", hint="name one: @tokyo, @BE, @DE-BY, @Asia/Tokyo")
    return party_place(text, session.cache)


def place_party(session: "Session", name: str, *, required: bool = True) -> Party:
    """The party of ``@tokyo``; raises as `place_meant`."""
    from clientbridge.adapters.time.zone_database import open_zone_database

    meant = place_meant(session, name)
    short, *_ = meant.name.split(", ")
    zone = open_zone_database().find(meant.zone)
    return Party(
        id=SIGN + place_words(name),
        name=short,
        schedule=Schedule(place=meant.place, zone=zone, where=short),
        required=required,
    )
