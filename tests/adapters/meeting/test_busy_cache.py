import os
from datetime import UTC, datetime
from pathlib import Path

from zones import zone

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.busy_cache import busy_times
from clientbridge.adapters.meeting.calendar_copies import LONGEST_USE
from clientbridge.adapters.meeting.calendar_sources import CalendarReader, NamedCalendar
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.meeting.busy_times import CalendarOwner
from clientbridge.core.time.intervals import Spans, minute_of

ZONES = open_zone_database([])
DAY = (minute_of(datetime(2026, 11, 24, tzinfo=UTC)), minute_of(datetime(2026, 11, 25, tzinfo=UTC)))
TEN = (minute_of(datetime(2026, 11, 24, 10, tzinfo=UTC)), minute_of(datetime(2026, 11, 24, 11, tzinfo=UTC)))
ELEVEN = (TEN[1], TEN[1] + 60)


def event(hour: int, uid: str = "a") -> str:
    return (
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{uid}\nSUMMARY:a secret\nDTSTART:20261124T{hour}0000Z\n"
        f"DURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )


NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)


def read(address: str, folder: Path, cache: Path | None = None) -> Spans:
    owner = CalendarOwner(home=zone("Europe/Brussels"))
    stored, calendar = JsonCache(cache), NamedCalendar(address, "calendars/1/acme")
    found = CalendarReader(folder=folder, copies=stored, now=NOW).texts(calendar)
    return busy_times(calendar, found, DAY, owner=owner, zones=ZONES, cache=stored).busy


def test_a_file_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "lea.ics").write_text(event(10), encoding="utf-8")
    (tmp_path / "vdir" / "deep").mkdir(parents=True)
    (tmp_path / "vdir" / "one.ics").write_text(event(10), encoding="utf-8")
    (tmp_path / "vdir" / "deep" / "two.ics").write_text(event(11, "b"), encoding="utf-8")
    (tmp_path / "vdir" / "note.txt").write_text("not read", encoding="utf-8")
    assert read("lea.ics", tmp_path) == (TEN,)
    assert read("vdir", tmp_path) == ((TEN[0], ELEVEN[1]),)
    assert read(str(tmp_path / "lea.ics"), Path("elsewhere")) == (TEN,)


def test_what_is_kept_holds_only_spans_and_follows_the_file(tmp_path: Path) -> None:
    calendar, cache = tmp_path / "lea.ics", tmp_path / "cache"
    calendar.write_text(event(10), encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    (kept,) = (cache / "calendars" / "1" / "acme").iterdir()
    assert "secret" not in kept.read_text(encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    kept.write_text("[[1, 2", encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    kept.write_text('[["x"]]', encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    calendar.write_text(event(11), encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (ELEVEN,)
    assert list(kept.parent.iterdir()) == [kept], "a calendar that changes does not fill the disk"


def test_what_nobody_asked_for_in_a_long_time_is_forgotten(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for name in ("lea.ics", "ben.ics", "eva.ics"):
        (tmp_path / name).write_text(event(10), encoding="utf-8")
    read("lea.ics", tmp_path, cache)
    (old,) = (cache / "calendars" / "1" / "acme").iterdir()
    read("ben.ics", tmp_path, cache)
    past = old.stat().st_mtime - LONGEST_USE.total_seconds() - 60
    os.utime(old, (past, past))
    read("eva.ics", tmp_path, cache)
    assert old not in set(old.parent.iterdir())


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "lea.ics").write_text(event(10), encoding="utf-8")
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert read("lea.ics", tmp_path, tmp_path / "cache") == (TEN,)
