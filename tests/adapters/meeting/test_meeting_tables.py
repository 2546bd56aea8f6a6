import re
from datetime import date, timedelta

import pytest

from clientbridge.adapters.data_files import read_mapping, read_rows
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.adapters.meeting.meeting_tables import customs, zone_changes
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.meeting.cautions.zone_changes import ZoneChange
from clientbridge.core.time.offsets import offset_at, start_of_day, utc_offset

ZONES = open_zone_database([])
ROWS = read_rows("zone_changes.yaml")
CHANGES = zone_changes({name for row in ROWS for name in row.texts("zones")}, NO_CACHE)


def test_every_custom_can_be_read_and_has_a_source() -> None:
    table = read_mapping("meeting_customs.yaml")
    known = customs(table.fields, NO_CACHE)
    assert len(known) >= 10
    for country, rows in known.items():
        assert re.fullmatch(r"[A-Z]{2}", country)
        for custom, row in zip(rows, table.rows(country), strict=True):
            assert custom.source.startswith(("https://", "http://"))
            assert custom.hours
            assert custom.rate > 0
            assert date.fromisoformat(row.text("checked")) >= date(2026, 1, 1)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: min(change.zones))
def test_every_change_is_what_the_database_says(change: ZoneChange) -> None:
    assert change.source.startswith("https://")
    assert change.release <= ZONES.version
    said = re.search(r"UTC[+-]\d\d:\d\d", change.say)
    for name in change.zones:
        zone = ZONES.find(name)
        for later in (10, 200):
            minute = start_of_day(change.since + timedelta(days=later), zone)
            if said is not None:
                assert utc_offset(offset_at(zone, minute)) == said[0]


def test_only_the_zones_asked_for_come() -> None:
    assert zone_changes({"Europe/Brussels", "Asia/Tokyo"}, NO_CACHE) == ()
    (vancouver,) = zone_changes({"America/Vancouver"}, NO_CACHE)
    assert "British Columbia" in vancouver.say
