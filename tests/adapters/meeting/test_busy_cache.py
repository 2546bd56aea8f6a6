import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from zones import zone

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting import calendar_sources as addresses
from clientbridge.adapters.meeting.busy_cache import busy_times
from clientbridge.adapters.meeting.calendar_sources import shown_address
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import SourceFailedError
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
    stored = JsonCache(cache)
    return busy_times(address, DAY, owner=owner, zones=ZONES, folder=folder, cache=stored, now=NOW).busy


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
    (kept,) = (cache / "busy").iterdir()
    assert "secret" not in kept.read_text(encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    kept.write_text("[[1, 2", encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    kept.write_text('[["x"]]', encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (TEN,)
    calendar.write_text(event(11), encoding="utf-8")
    assert read("lea.ics", tmp_path, cache) == (ELEVEN,)


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "lea.ics").write_text(event(10), encoding="utf-8")
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert read("lea.ics", tmp_path, tmp_path / "cache") == (TEN,)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceFailedError, match=r"calendars/gone\.ics"):
        read("calendars/gone.ics", tmp_path)


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/lea.ics":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(event(10).encode())
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://example.com/lea.ics")
            self.end_headers()
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            for _ in range(addresses.MOST_BYTES // 1_000_000 + 2):
                self.wfile.write(b"x" * 1_000_000)
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name in the standard library)
        pass


@contextmanager
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{serving.server_port}"
        finally:
            serving.shutdown()
            thread.join()


def test_an_address(tmp_path: Path) -> None:
    with server() as base:
        assert read(f"{base}/lea.ics", tmp_path) == (TEN,)


@pytest.mark.parametrize("page", ["missing", "away", "file", "endless"])
def test_an_address_that_fails_is_told(page: str, tmp_path: Path) -> None:
    with server() as base, pytest.raises(SourceFailedError):
        read(f"{base}/{page}", tmp_path)


@pytest.mark.parametrize("place", ["/{}/lea.ics", "/lea.ics?key={}", "/lea.ics#{}"])
def test_a_broken_calendar_is_named_without_its_key(place: str, tmp_path: Path) -> None:
    with server() as base:
        address = base.replace("://", "://lea:s3cret@") + place.format("s3cret")
        with pytest.raises(SourceFailedError) as failed:
            read(address, tmp_path)
    assert "s3cret" not in f"{failed.value.say} {failed.value.hint}"
    assert "127.0.0.1" in failed.value.say


@pytest.mark.parametrize(
    ("calendar", "shown"),
    [
        ("calendars/lea.ics", "calendars/lea.ics"),
        ("https://cal.example/private-k3y/lea.ics", "https://cal.example"),
        ("https://me:s3cret@cal.example?key=k3y", "https://cal.example"),
        ("https://cal.example#k3y", "https://cal.example"),
        ("webcal://cal.example:8443/k3y", "webcal://cal.example"),
        ("https://[k3y", "https://"),
    ],
)
def test_of_an_address_only_the_host_is_shown(calendar: str, shown: str) -> None:
    assert shown_address(calendar) == shown


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceFailedError, match="Invalid IPv6"):
        read("https://[k3y/lea.ics", tmp_path)


@pytest.mark.parametrize(
    "address", ["http://example.com/secret-key/lea.ics", "ftp://example.com/lea.ics", "file:///etc/passwd"]
)
def test_only_https_leaves_this_machine_and_the_key_in_an_address_is_not_shown(address: str) -> None:
    with pytest.raises(SourceFailedError) as refused:
        read(address, Path())
    assert "secret-key" not in refused.value.say
