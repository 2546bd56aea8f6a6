"""Which answer of an address counts, and when the last good one stands in."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fetching import https_server, network
from hostile_answers import CALENDAR, EVERY, NO_CALENDAR, REDIRECTS, SECRET, SLOW, STATUSES, Hostile
from raw_server import RawServer, answer

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.calendar_addresses import AddressRead, read_calendar_address
from clientbridge.adapters.meeting.calendar_copies import CalendarCopies
from clientbridge.adapters.web.web_address import parse_address
from clientbridge.core.errors import SourceFailedError

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
FETCHED = NOW - timedelta(hours=15)
TEXT = CALENDAR.decode()
COPIED = TEXT.replace("\r\n", "\n")
NEVER_A_COPY = {"400", "401", "403", "404", "405", "407", "410", "418", "451"}
REFUSED = {name for name in REDIRECTS if name != "to a name that is nowhere"}


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with https_server() as one:
        yield one


def read(
    server: RawServer, cache: Path, *, now: datetime = NOW, slow: bool = False, key: str = SECRET
) -> AddressRead:
    address = parse_address(f"https://lea:{SECRET}@cal.test:{server.port}/{key}/lea.ics?k={SECRET}")
    net = network(seconds=0.3) if slow else network()
    return read_calendar_address(
        address, copies=CalendarCopies(JsonCache(cache), "acme"), now=now, network=net
    )


@pytest.fixture
def with_copy(server: RawServer, tmp_path: Path) -> Path:
    server.answer = answer(CALENDAR, 'ETag: "1"')
    assert read(server, tmp_path, now=FETCHED) == AddressRead(text=TEXT)
    server.requests.clear()
    return tmp_path


@pytest.mark.parametrize("name", EVERY)
def test_whatever_is_no_calendar_is_told_in_one_sentence(
    name: str, server: RawServer, tmp_path: Path
) -> None:
    hostile: Hostile = EVERY[name]
    server.answer = hostile.answer
    with pytest.raises(SourceFailedError) as failed:
        read(server, tmp_path, slow=name in SLOW)
    said = failed.value.say.removeprefix("the calendar at cal.test ")
    assert re.match(hostile.said, said), said
    assert SECRET not in f"{failed.value.say} {failed.value.hint} {failed.value!r}"
    assert not list(tmp_path.iterdir()), "nothing but a calendar is kept"


@pytest.mark.parametrize("name", EVERY)
def test_a_copy_stands_in_for_what_may_be_over_by_itself(
    name: str, server: RawServer, with_copy: Path
) -> None:
    server.answer = EVERY[name].answer
    permanent = {*NEVER_A_COPY, *REFUSED}
    if name in permanent or re.match("sends more than", EVERY[name].said):
        with pytest.raises(SourceFailedError):
            read(server, with_copy, slow=name in SLOW)
    elif name == "304":
        assert read(server, with_copy) == AddressRead(text=COPIED)
    else:
        stood_in = read(server, with_copy, slow=name in SLOW)
        assert (stood_in.text, stood_in.fetched) == (COPIED, FETCHED)
        assert stood_in.failure
        assert SECRET not in stood_in.failure
        assert re.match(EVERY[name].said, stood_in.failure.removeprefix("cal.test "))
    server.answer = STATUSES["503"].answer
    assert read(server, with_copy).text == COPIED, "the copy is as it was"


def test_a_calendar_that_has_not_changed_is_young_again(server: RawServer, with_copy: Path) -> None:
    server.answer = answer(status="304 Not Modified", length=False)
    assert read(server, with_copy) == AddressRead(text=COPIED)
    assert 'If-None-Match: "1"\r\n' in server.requests[-1]
    server.answer = STATUSES["500"].answer
    assert read(server, with_copy).fetched == NOW
    assert 'If-None-Match: "1"\r\n' in server.requests[-1]


def test_a_new_answer_takes_the_place_of_the_copy(server: RawServer, with_copy: Path) -> None:
    changed = CALENDAR.replace(b"20261124", b"20261125")
    server.answer = answer(changed)
    assert read(server, with_copy) == AddressRead(text=changed.decode())
    server.answer = STATUSES["500"].answer
    assert "20261125" in read(server, with_copy).text
    assert "If-None-Match" not in server.requests[-1]


def test_a_copy_stands_in_for_no_other_address(server: RawServer, with_copy: Path) -> None:
    server.answer = STATUSES["503"].answer
    with pytest.raises(SourceFailedError, match=r"is out of order \(503\)$"):
        read(server, with_copy, key="other")


def test_an_old_copy_is_told_and_not_used(server: RawServer, with_copy: Path) -> None:
    server.answer = STATUSES["503"].answer
    assert read(server, with_copy, now=FETCHED + timedelta(days=14)).fetched == FETCHED
    with pytest.raises(SourceFailedError) as failed:
        read(server, with_copy, now=FETCHED + timedelta(days=14, seconds=1))
    assert failed.value.hint == "its last copy is more than 14 days old; try again later"


@pytest.mark.parametrize("name", NO_CALENDAR)
def test_a_cache_that_cannot_be_written_costs_only_the_copy(
    name: str, server: RawServer, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    server.answer = answer(CALENDAR)
    assert read(server, tmp_path / "cache").text == TEXT
    server.answer = NO_CALENDAR[name].answer
    with pytest.raises(SourceFailedError):
        read(server, tmp_path / "cache")


@pytest.mark.parametrize(
    "calendar",
    [
        CALENDAR.replace(b"\r\n", b"\r"),
        CALENDAR.replace(b"\r\n", b"\n"),
        CALENDAR.replace(b"VCALENDAR", b"vcalendar"),
        b"\xef\xbb\xbf\r\n " + CALENDAR,
        CALENDAR + CALENDAR,
        b"\xff\xfe" + CALENDAR.decode().encode("utf-16-le"),
        CALENDAR.replace(b"UID:a", "UID:ü".encode("latin-1")),
        b"BEGIN:VCALENDAR\nEND:VCALENDAR",
    ],
)
def test_a_calendar_is_one_in_any_form(calendar: bytes, server: RawServer, tmp_path: Path) -> None:
    server.answer = answer(calendar, "Content-Type: text/html")
    assert "VCALENDAR" in read(server, tmp_path).text.upper()
