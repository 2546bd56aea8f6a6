from datetime import UTC, datetime, timedelta

import pytest

from clientbridge.adapters.data_files import read_mapping
from clientbridge.adapters.meeting.calendars.zones.zone_names import zone_called, zone_key
from clientbridge.adapters.time.zone_database import open_zone_database

ZONES = open_zone_database([])
WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)


def hours(name: str) -> tuple[float, float] | None:
    found = zone_called(name, ZONES)
    if found is None:
        return None
    winter, summer = (moment.astimezone(found).utcoffset() or timedelta() for moment in (WINTER, SUMMER))
    return winter / timedelta(hours=1), summer / timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/Brussels", (1, 2)),
        ("europe/brussels", (1, 2)),
        ("Asia/Calcutta", (5.5, 5.5)),
        ("US/Pacific", (-8, -7)),
        ("EST5EDT", (-5, -4)),
        ("Etc/GMT-2", (2, 2)),
        ("Etc/GMT+2", (-2, -2)),
        ("UTC", (0, 0)),
        ("gmt", (0, 0)),
        ("Z", (0, 0)),
        ("tzone://Microsoft/Utc", (0, 0)),
        ("UTC-11", (-11, -11)),
        ("GMT-0500", (-5, -5)),
        ("GMT+01:00", (1, 1)),
        ("+0530", (5.5, 5.5)),
        ("Coordinated Universal Time-02", (-2, -2)),
        ("Romance Standard Time", (1, 2)),
        ("W. Europe Standard Time", (1, 2)),
        ("Tokyo Standard Time", (9, 9)),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", (11, 10)),
        ("(UTC-05:00) Eastern Time (US & Canada)", (-5, -4)),
        ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", (1, 2)),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", (0, 1)),
        ("(UTC) Coordinated Universal Time", (0, 0)),
        ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", (0, 1)),
        ("(UTC-07:00) La Paz, Mazatlan", (-7, -7)),
        ("(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi", (5.5, 5.5)),
        ("Eastern Time (US & Canada)", (-5, -4)),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Brussels", (1, 2)),
        ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", (-3, -3)),
        ("/softwarestudio.org/Olson_20011030_5/Asia/Tokyo", (9, 9)),
        ("Brussels (Europe/Brussels)", (1, 2)),
        ("Tokyo", (9, 9)),
    ],
)
def test_names_as_programs_write_them(name: str, expected: tuple[float, float]) -> None:
    assert hours(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "", "Mars/Base", "Customized Time Zone", "tzone://Microsoft/Custom", "PST", "Mitteleuropäische Zeit",
        "(UTC+09:00) Brussels, Paris", "GMT+01:00/+02:00", "UTC+99", "../../etc/passwd", "x" * 100_000,
        "(UTC-05:00)", "Europe/", "/", "localtime", "a/" * 50_000,
    ],
)  # fmt: skip
def test_names_that_tell_nothing(name: str) -> None:
    assert zone_called(name, ZONES) is None


def test_every_shown_name_of_the_table_leads_to_a_zone() -> None:
    table = read_mapping("windows_zone_names.yaml").fields
    assert len(table) > 30
    assert [name for name in table if zone_called(name, ZONES) is None] == []


def test_a_name_is_compared_without_escapes_quotes_and_blanks() -> None:
    assert zone_key('"(UTC+01:00)  Brussels\\, Paris "') == "(UTC+01:00) Brussels, Paris"
