from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tzif import write_database_of_2025, write_fixed_zone

from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import AmbiguousNameError, UnknownNameError

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_the_package_wins_over_an_old_system_database(tmp_path: Path) -> None:
    zones = open_zone_database([str(write_database_of_2025(tmp_path))])
    assert zones.version >= "2026f"
    expected = {
        "America/Vancouver": -7,
        "America/Edmonton": -6,
        "America/Winnipeg": -5,
        "America/Havana": -4,
        "Africa/Casablanca": 0,
    }
    assert {name: NOW.astimezone(zones.find(name)).utcoffset() for name in expected} == {
        name: timedelta(hours=hours) for name, hours in expected.items()
    }


def test_a_newer_system_database_wins_and_the_package_fills_in(tmp_path: Path) -> None:
    (tmp_path / "+VERSION").write_text("2199a\n", encoding="utf-8")
    write_fixed_zone(tmp_path, "Europe/Brussels", 120, "<+02>-2")
    zones = open_zone_database([str(tmp_path)])
    assert zones.version == "2199a"
    assert NOW.astimezone(zones.find("Europe/Brussels")).utcoffset() == timedelta(hours=2)
    assert NOW.astimezone(zones.find("Asia/Tokyo")).utcoffset() == timedelta(hours=9)


def test_a_folder_without_a_version_is_not_trusted(tmp_path: Path) -> None:
    write_fixed_zone(tmp_path, "Europe/Brussels", 120, "<+02>-2")
    brussels = open_zone_database([str(tmp_path), str(tmp_path / "missing")]).find("Europe/Brussels")
    assert NOW.astimezone(brussels).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("Tokyo", "Asia/Tokyo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Oslo", "Europe/Oslo"),
        ("Singapore", "Asia/Singapore"),
        ("US/Pacific", "America/Los_Angeles"),
        ("brazil/east", "America/Sao_Paulo"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("utc", "UTC"),
        ("Z", "UTC"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_names_and_cities(name: str, key: str) -> None:
    zones = open_zone_database([])
    assert zones.find(name).key == key
    assert zones.find(name) is zones.find(key)


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("EST", "America/New_York"),
        ("IST", "Asia/Kolkata"),
        ("cst", "Asia/Shanghai"),
        ("PST", "America/Los_Angeles"),
        ("BST", "Europe/London"),
        ("CET", "Europe/Paris"),
        ("EST5EDT", "America/New_York"),
        ("GMT", "Europe/London"),
        ("GMT+5", "Asia/Karachi"),
        ("UTC+09:00", "Asia/Tokyo"),
        ("+9", "Asia/Tokyo"),
        ("Etc/GMT+5", "America/Bogota"),
        ("PRC", "Asia/Shanghai"),
        ("Japan", "Asia/Tokyo"),
        ("NZ", "Pacific/Auckland"),
        ("Asia/Tokio", "Asia/Tokyo"),
        ("Europe/Brussel", "Europe/Brussels"),
    ],
)
def test_what_is_not_a_place_is_refused_with_the_city(name: str, city: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        open_zone_database([]).find(name)
    assert city in refused.value.nearest
    assert refused.value.hint is not None
    assert city in refused.value.hint


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "/etc/passwd", "Etc/GMT+20", "Mars/Olympus", "Factory", "\0"]
)
def test_nonsense_is_unknown(name: str) -> None:
    with pytest.raises((UnknownNameError, AmbiguousNameError)):
        open_zone_database([]).find(name)


def test_every_name_opens() -> None:
    zones = open_zone_database([])
    assert len(zones.names()) > 500
    for name in zones.names():
        if "/" in name and not name.startswith("Etc/"):
            zones.find(name)


def test_names_without_a_list_are_found_by_looking(tmp_path: Path) -> None:
    (tmp_path / "+VERSION").write_text("2199a\n", encoding="utf-8")
    write_fixed_zone(tmp_path, "Europe/Atlantis", 120, "<+02>-2")
    assert open_zone_database([str(tmp_path)]).find("atlantis").key == "Europe/Atlantis"
