"""The shipped tables about meeting times: customs by country, and zones whose rules have changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from clientbridge import __version__
from clientbridge.adapters.data_files import DataError, TableRow, data_folder, read_mapping, read_rows
from clientbridge.adapters.json_cache import JsonCache, stamp_of
from clientbridge.core.meeting.cost.customs import MeetingCustom, WeekEdge
from clientbridge.core.time.hours import ClockRange, Weekday, parse_hours

if TYPE_CHECKING:
    from clientbridge.core.meeting.zone_changes import ZoneChange


_LUNCH = "lunch"
"""Stands for the hours of lunch that the country's notes give."""


def customs(countries: Iterable[str], cache: JsonCache) -> Mapping[str, tuple[MeetingCustom, ...]]:
    """The customs of the countries that have any."""
    table = read_mapping("meeting_customs.yaml", cache=cache)
    return {
        country: tuple(_custom(row, country, cache) for row in table.rows(country))
        for country in countries
        if country in table
    }


def _custom(row: TableRow, country: str, cache: JsonCache) -> MeetingCustom:
    edge = row.maybe("edge")
    lunch = _lunch(country, cache) if row.text("hours") == _LUNCH else None
    return MeetingCustom(
        id=row.text("id"),
        say=row.text("say"),
        hours=parse_hours(row.text("hours")) if lunch is None else (lunch,),
        weekdays=frozenset(Weekday.named(word) for word in row.texts("on")),
        edge=None if edge is None else WeekEdge(edge),
        rate=int(row.maybe("rate") or 1),
        source=row.text("source"),
    )


def _lunch(country: str, cache: JsonCache) -> ClockRange:
    """The usual lunch; raises DataError where the country's notes give none.

    Stored by itself: the whole notes of a country take longer to read than a search.
    """
    notes = data_folder() / "countries" / f"{country}.yaml"
    name, stamp = f"lunch/{country}", f"{__version__} {stamp_of(notes)}" if notes.exists() else ""
    match cache.read(name, stamp):
        case [int(start), int(end)]:
            return ClockRange(start, end)
    from clientbridge.adapters.days.usual_days import usual_workday

    lunch = usual_workday(country).lunch
    if lunch is None:
        raise DataError(f"the notes on {country} give no lunch")
    cache.write(name, stamp, [lunch.span.start, lunch.span.end])
    return lunch.span


def zone_changes(zone_keys: Iterable[str], cache: JsonCache) -> "tuple[ZoneChange, ...]":
    """The changes that affect these zones, of any date."""
    keys = frozenset(zone_keys)
    rows = [row for row in read_rows("zone_changes.yaml", cache=cache) if keys & set(row.texts("zones"))]
    if not rows:
        return ()
    from clientbridge.core.meeting.zone_changes import ZoneChange

    return tuple(
        ZoneChange(
            zones=frozenset(row.texts("zones")),
            since=date.fromisoformat(row.text("since")),
            say=row.text("say"),
            release=row.text("release"),
            source=row.text("source"),
        )
        for row in rows
    )
