"""The shipped tables about meeting times: customs by country, and zones whose rules have changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from clientbridge.adapters.data_files import TableRow, read_mapping, read_rows
from clientbridge.adapters.json_cache import JsonCache
from clientbridge.core.meeting.cost.customs import MeetingCustom, WeekEdge
from clientbridge.core.time.hours import Weekday, parse_hours

if TYPE_CHECKING:
    from clientbridge.core.meeting.cautions.zone_changes import ZoneChange


def customs(countries: Iterable[str], cache: JsonCache) -> Mapping[str, tuple[MeetingCustom, ...]]:
    """The customs of the countries that have any."""
    table = read_mapping("meeting_customs.yaml", cache=cache)
    return {country: tuple(map(_custom, table.rows(country))) for country in countries if country in table}


def _custom(row: TableRow) -> MeetingCustom:
    edge = row.maybe("edge")
    return MeetingCustom(
        id=row.text("id"),
        say=row.text("say"),
        hours=parse_hours(row.text("hours")),
        weekdays=frozenset(Weekday.named(word) for word in row.texts("on")),
        edge=None if edge is None else WeekEdge(edge),
        rate=int(row.maybe("rate") or 1),
        source=row.text("source"),
    )


def zone_changes(zone_keys: Iterable[str], cache: JsonCache) -> "tuple[ZoneChange, ...]":
    """The changes that affect these zones, of any date."""
    keys = frozenset(zone_keys)
    rows = [row for row in read_rows("zone_changes.yaml", cache=cache) if keys & set(row.texts("zones"))]
    if not rows:
        return ()
    from clientbridge.core.meeting.cautions.zone_changes import ZoneChange

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
