"""Where a party is on a date: at home, or where its travel says (docs/time-rules.md, rule 3)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import Schedule, Travel


def place_on(schedule: Schedule, on: date) -> Place:
    """The place whose calendar holds on that date; travel without a country keeps the one at home."""
    travel = _travel_on(schedule, on)
    return schedule.place if travel is None or travel.place is None else travel.place


def zone_on(schedule: Schedule, on: date) -> ZoneInfo:
    """The zone whose clock the party reads on that date."""
    travel = _travel_on(schedule, on)
    return schedule.zone if travel is None else travel.zone


def zone_at(schedule: Schedule, now: datetime) -> ZoneInfo:
    """The zone whose clock the party reads at that instant; the clock at home says when it travels."""
    return zone_on(schedule, now.astimezone(schedule.zone).date())


def places_of(schedule: Schedule) -> tuple[Place, ...]:
    """Every place whose calendar is needed, home first."""
    abroad = (travel.place for travel in schedule.travel if travel.place is not None)
    return tuple(dict.fromkeys((schedule.place, *abroad)))


def _travel_on(schedule: Schedule, on: date) -> Travel | None:
    return next((travel for travel in schedule.travel if on in travel.days), None)
