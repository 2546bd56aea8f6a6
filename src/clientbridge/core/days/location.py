"""Where a party is on a date, and what its clock reads at a moment (docs/time-rules.md, rule 3).

Travel is given in civil days, so each day begins when the clock of its own zone first shows it. Between the
midnights of two zones a traveller going west still reads the clock that was left.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.place import Place
from clientbridge.core.time.formatting import city
from clientbridge.core.time.intervals import at_minute
from clientbridge.core.time.offsets import start_of_day
from clientbridge.core.workspace.profiles import Schedule, Travel

_ONE_DAY = timedelta(days=1)


def place_on(schedule: Schedule, on: date) -> Place:
    """The place whose calendar holds on that date; travel without a country keeps the one at home."""
    travel = _travel_on(schedule, on)
    return schedule.place if travel is None or travel.place is None else travel.place


def zone_on(schedule: Schedule, on: date) -> ZoneInfo:
    """The zone whose clock the party reads on that date."""
    travel = _travel_on(schedule, on)
    return schedule.zone if travel is None else travel.zone


def zone_at(schedule: Schedule, moment: datetime) -> ZoneInfo:
    """The zone whose clock the party reads at an aware moment: that of the last day that has begun."""
    if not schedule.travel:
        return schedule.zone
    day = moment.astimezone(UTC).date() + _ONE_DAY
    while day_begins(schedule, day) > moment:
        day -= _ONE_DAY
    return zone_on(schedule, day)


def where_at(schedule: Schedule, moment: datetime) -> str:
    """The place to name beside the time there: the one given for the party; on a journey the clock's city."""
    at_home = _travel_on(schedule, date_at(schedule, moment)) is None
    return schedule.where if schedule.where and at_home else city(zone_at(schedule, moment).key)


def local_at(schedule: Schedule, moment: datetime) -> datetime:
    """What the party's clock shows at an aware moment, with its offset."""
    return moment.astimezone(zone_at(schedule, moment))


def date_at(schedule: Schedule, moment: datetime) -> date:
    """The party's date at an aware moment: "today" for it, in every command."""
    return local_at(schedule, moment).date()


def day_begins(schedule: Schedule, day: date) -> datetime:
    """The first instant of a day on the clock of where the party is that day."""
    return at_minute(start_of_day(day, zone_on(schedule, day)))


def day_ends(schedule: Schedule, day: date) -> datetime:
    """The end of a day, exclusive: the midnight after it on its own clock, or on that of the next day."""
    return min(
        at_minute(start_of_day(day + _ONE_DAY, zone_on(schedule, day))),
        day_begins(schedule, day + _ONE_DAY),
    )


def next_day_or_zone(schedule: Schedule, moment: datetime) -> datetime:
    """The next instant after an aware moment at which the party's date or zone can change."""
    today = date_at(schedule, moment)
    changes = (
        change
        for day in (today - _ONE_DAY, today, today + _ONE_DAY)
        for change in (day_begins(schedule, day), day_ends(schedule, day))
    )
    return min(change for change in changes if change > moment)


def places_of(schedule: Schedule) -> tuple[Place, ...]:
    """Every place whose calendar is needed, home first."""
    abroad = (travel.place for travel in schedule.travel if travel.place is not None)
    return tuple(dict.fromkeys((schedule.place, *abroad)))


def _travel_on(schedule: Schedule, on: date) -> Travel | None:
    return next((travel for travel in schedule.travel if on in travel.days), None)
