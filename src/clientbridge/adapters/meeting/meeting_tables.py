"""The shipped tables about meeting times: customs by country, and zones whose rules have changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from clientbridge.adapters.data_files import DataError, TableRow, read_mapping, read_rows
from clientbridge.adapters.json_cache import JsonCache
from clientbridge.core.meeting.cost.customs import MeetingCustom, WeekEdge
from clientbridge.core.time.hours import Weekday, parse_hours

if TYPE_CHECKING:
    from clientbridge.core.culture.country import ClockSpan
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
        hours=parse_hours(row.text("hours")) if lunch is None else (lunch.span,),
        weekdays=frozenset(Weekday.named(word) for word in row.texts("on")),
        edge=None if edge is None else WeekEdge(edge),
        rate=int(row.maybe("rate") or 1),
        source=row.text("source"),
    )


def _lunch(country: str, cache: JsonCache) -> "ClockSpan":
    """The usual lunch; raises DataError where the country's notes give none."""
    from clientbridge.adapters.culture.country_loader import notes_on

    notes = notes_on(country, cache)
    if notes is None or notes.workday.lunch is None:
        raise DataError(f"the notes on {country} give no lunch")
    return notes.workday.lunch


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
