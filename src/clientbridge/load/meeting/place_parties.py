"""Places that stand for a party, typed ``@tokyo``: with the hours, week, holidays and seasons usual there."""

from typing import TYPE_CHECKING

from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.request import ME, PLACE_SIGN, Party
from clientbridge.core.workspace.profiles import Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clientbridge.core.days.place import PlaceOnClock
    from clientbridge.load.session import Session


def place_words(name: str) -> str:
    """The words of ``@tokyo`` without the sign."""
    return name.removeprefix(PLACE_SIGN).strip()


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
        id=PLACE_SIGN + place_words(name),
        name=short,
        schedule=Schedule(place=meant.place, zone=zone, where=short),
        required=required,
    )


def you_by_machine(session: "Session", environment: "Mapping[str, str]") -> Party | None:
    """You where there are no files: in the zone of this machine, which is noted; None where it names none."""
    from clientbridge.adapters.time.machine_place import guessed_country, guessed_zone
    from clientbridge.adapters.time.zone_database import open_zone_database
    from clientbridge.core.days.place import Place
    from clientbridge.core.time.formatting import city

    zones = open_zone_database()
    zone = guessed_zone(environment, zones)
    country = guessed_country(zone)
    if zone is None or country is None:
        return None
    session.note(f"you are taken to be in {city(zone)}, from this machine; say where you are: cb init")
    return Party(id=ME, name="you", schedule=Schedule(place=Place(country), zone=zones.find(zone)))
