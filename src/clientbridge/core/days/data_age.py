"""The state of the data behind the days: its age, where it ends, and which regions are missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.location import places_of
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.profiles import Client

OLD_AFTER = timedelta(days=60)
"""Age at which an update is advised: at that age some 80 national dates of the year have moved."""
LOOK_AHEAD = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayData:
    """The installed holidays library."""

    version: str
    released: date | None = None
    """None for a release that is not in our table."""
    newest_known: date
    """The release date of the newest one in our table."""


def age_note(data: HolidayData, today: date) -> str:
    """How old the holiday data is, and what to do when it is old."""
    name = f"holiday data: holidays {data.version}"
    if data.released is None:
        return f"{name}; its release date is not known here, the newest known one is of {data.newest_known}"
    age = today - data.released
    age_in_words = f"{name} of {data.released}, {max(age.days, 0)} days old"
    return (
        f"{age_in_words}; dates have moved since: pip install -U holidays"
        if age > OLD_AFTER
        else age_in_words
    )


def client_notes(
    clients: Sequence[Client], calendars: Mapping[Place, PlaceCalendar], today: date
) -> tuple[str, ...]:
    """Notes on clients whose days are uncertain within a year, and what would help."""
    return tuple(note for client in clients for note in _notes(client, calendars, today))


def _notes(client: Client, calendars: Mapping[Place, PlaceCalendar], today: date) -> Iterator[str]:
    for place in places_of(client.schedule):
        calendar = calendars[place]
        for year in sorted(calendar.years_without_data):
            if today.year <= year <= (today + LOOK_AHEAD).year:
                say = f"no holidays of {place.country} are known for {year}: its days are unknown"
                yield f"{client.file}: {say}"
    home = calendars[client.schedule.place]
    uncertain = set(_days_by_region(home, today))
    if uncertain and client.schedule.place.region is None and not client.schedule.works_public_holidays:
        count = "1 day" if len(uncertain) == 1 else f"{len(uncertain)} days"
        country = client.schedule.place.country
        yield f"{client.file}: {count} of the next year depend on the region in {country}: give a region"


def _days_by_region(calendar: PlaceCalendar, today: date) -> Iterable[date]:
    return (
        on
        for on, facts in calendar.facts.items()
        if today <= on < today + LOOK_AHEAD
        and any(fact.reason.kind is ReasonKind.REGION_DEPENDENT for fact in facts)
    )
