import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.meeting.calendar_copies import (
    LONGEST_USE,
    CalendarCopies,
    KeptCalendar,
)
from clientbridge.adapters.web.validators import Validators

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
ADDRESS = "https://lea:s3cr3t@cal.example/k3y/lea.ics"


def copy(text: str = "BEGIN:VCALENDAR\nEND:VCALENDAR\n", fetched: datetime = NOW) -> KeptCalendar:
    return KeptCalendar(text=text, fetched=fetched, validators=Validators(etag='"1"'))


def copies(cache: Path) -> CalendarCopies:
    return CalendarCopies(JsonCache(cache), "calendars/1/acme")


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "calendars" / "1" / "acme").iterdir())


def test_a_copy_is_read_for_its_own_address_alone(tmp_path: Path) -> None:
    copies(tmp_path).keep(ADDRESS, copy())
    assert copies(tmp_path).read(ADDRESS) == copy()
    for other in (ADDRESS.replace("k3y", "k3z"), ADDRESS.replace("s3cr3t", "other"), ADDRESS + "?"):
        assert copies(tmp_path).read(other) is None
    CalendarCopies(NO_CACHE, "x").keep(ADDRESS, copy())
    assert CalendarCopies(NO_CACHE, "x").read(ADDRESS) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_a_copy_is_private_and_its_name_says_nothing(tmp_path: Path) -> None:
    copies(tmp_path).keep(ADDRESS, copy())
    (file,) = kept(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not any(
        part in f"{file}{file.read_text(encoding='utf-8')}" for part in ("s3cr3t", "k3y", "cal.example")
    )


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_what_events_are_about_is_not_kept(end: str, tmp_path: Path) -> None:
    lines = [
        *("BEGIN:VCALENDAR", "X-WR-CALNAME:private", "X-WR-TIMEZONE:Asia/Tokyo", "BEGIN:VEVENT", "UID:a"),
        *(
            "SUMMARY;LANGUAGE=en:private",
            " private",
            "\tprivate",
            "",
            " private",
            "Description:private",
            "LOCATION:private",
        ),
        *(
            "DTSTART:20261124T100000Z",
            "X-ALT-DESC;FMTTYPE=text/html:private",
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        ),
        *("X-MICROSOFT-LOCATIONS:private", "ATTENDEE;PARTSTAT=DECLINED:mailto:lea@example.com"),
        *("item1.SUMMARY:private", "SUMMARY :private", "STYLED-DESCRIPTION;VALUE=TEXT:private"),
        *("X-APPLE-TRAVEL-DURATION:PT30M", "TRANSP:OPAQUE", "URL:private", "END:VEVENT", "END:VCALENDAR"),
    ]
    copies(tmp_path).keep(ADDRESS, copy(end.join([*lines, ""])))
    read = copies(tmp_path).read(ADDRESS)
    assert read is not None
    assert read.text.splitlines() == [line for line in lines if line and "private" not in line]


def test_a_damaged_copy_is_none(tmp_path: Path) -> None:
    copies(tmp_path).keep(ADDRESS, copy())
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    for damaged in (
        whole[:-3],
        whole.replace(b"VCALENDAR", b"VCALENDAX", 1),
        b"",
        whole.replace(b"text", b"txet"),
    ):
        file.write_bytes(damaged)
        assert copies(tmp_path).read(ADDRESS) is None


def test_an_entry_of_another_shape_is_none(tmp_path: Path) -> None:
    copies(tmp_path).keep(ADDRESS, copy())
    (file,) = kept(tmp_path)
    JsonCache(tmp_path).write(f"calendars/1/acme/{file.stem}", "2", {"text": "x"})
    assert copies(tmp_path).read(ADDRESS) is None


def test_copies_that_nobody_renews_are_dropped(tmp_path: Path) -> None:
    copies(tmp_path).keep(ADDRESS, copy())
    (old,) = kept(tmp_path)
    past = old.stat().st_mtime - LONGEST_USE.total_seconds()
    os.utime(old, (past + 60, past + 60))
    copies(tmp_path).keep("https://cal.example/other", copy())
    assert len(kept(tmp_path)) == 2
    os.utime(old, (past - 60, past - 60))
    copies(tmp_path).keep("https://cal.example/other", copy())
    assert old not in kept(tmp_path)
    assert len(kept(tmp_path)) == 1


def test_a_copy_does_not_stand_in_for_ever() -> None:
    assert copy().counts(NOW + LONGEST_USE)
    assert not copy().counts(NOW + LONGEST_USE + timedelta(seconds=1))
    assert copy().counts(NOW - timedelta(days=1))  # a clock that was set back
