"""Entries of a real CalDAV server, over TLS with a login: what is read of them, and what is told when not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from caldav_server import MAKE_CALENDAR, PASSWORD, USER, WORK, CalDavHost, event, radicale
from fetching import network
from raw_server import NAMES, serving
from zones import zone

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.meeting.caldav.reading import CollectionRead, read_collection
from clientbridge.adapters.meeting.caldav.requests import removed, written
from clientbridge.adapters.meeting.calendar_sources import CalendarText
from clientbridge.adapters.meeting.calendars.busy_calendar import busy_calendar
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.web.exchange import Deadline, HttpAnswer, HttpRequest
from clientbridge.adapters.web.guarded_fetch import ask
from clientbridge.adapters.web.web_address import WebAddress, parse_address
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarOwner
from clientbridge.core.time.intervals import Span, at_minute, minute_of
from clientbridge.core.workspace.profiles import Weight

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
WITHIN = (minute_of(datetime(2026, 12, 1, tzinfo=UTC)), minute_of(datetime(2026, 12, 31, tzinfo=UTC)))
BRUSSELS = "TZID=Europe/Brussels"
OUTLOOK = "040000008200E00074C5B7101A82E00800000000"
"""How every UID begins that Outlook makes, and with it the name of the entry."""
HELD = {
    f"{OUTLOOK}B0D4A5F2C35FDB0100": event("one", "DTSTART:20261210T100000Z", "DURATION:PT1H"),
    f"{OUTLOOK}70F1C8D9A163DC0100": event("two", "DTSTART:20261211T100000Z", "DURATION:PT1H"),
    "a name as long as can be shown whole": event("whole", "DTSTART:20261214T100000Z", "DURATION:PT1H"),
    "single": event("single", "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"),
    "long ago": event("long ago", "DTSTART:20240101T100000Z", "DTEND:20240101T110000Z"),
    "day": event("day", "DTSTART;VALUE=DATE:20261203"),
    "maybe": event("maybe", "DTSTART:20261204T100000Z", "DURATION:PT30M", "STATUS:TENTATIVE"),
    "weekly": event(
        "weekly",
        f"DTSTART;{BRUSSELS}:20261007T090000",
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;BYDAY=WE",
        f"EXDATE;{BRUSSELS}:20261216T090000",
    ).replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:weekly\r\nDTSTAMP:20261101T000000Z\r\nDURATION:PT2H\r\n"
        f"RECURRENCE-ID;{BRUSSELS}:20261209T090000\r\nDTSTART;{BRUSSELS}:20261209T140000\r\nEND:VEVENT\r\nEND:VCALENDAR",
    ),
}
"""As other programs would put them; what is right was added up by hand, below."""
BUSY = [
    "1 10:00-11:00",
    "2 08:00-09:00",
    "2 23:00-23:00",
    "9 13:00-15:00",
    "10 10:00-11:00",
    "11 10:00-11:00",
    "14 10:00-11:00",
    "23 08:00-09:00",
    "30 08:00-09:00",
]
SHOWN = (
    "040000008200…0000070F1C8D9A163DC0100",
    "040000008200…00000B0D4A5F2C35FDB0100",
    "a name as long as can be shown whole",
    "day",
    "maybe",
    "single",
    "weekly",
)
"""In December."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CalDavHost]:
    with radicale(tmp_path_factory.mktemp("radicale"), tls=serving(*NAMES)) as one:
        asked(address(one), HttpRequest(method="MKCALENDAR", headers={}, body=MAKE_CALENDAR.encode()))
        for name, text in HELD.items():
            answer = asked(address(one, f"{WORK}{name.replace(' ', '%20')}.ics"), written(text, etag=None))
            assert answer.status == 201
        yield one


def address(host: CalDavHost, path: str = WORK, password: str = PASSWORD) -> WebAddress:
    return replace(parse_address(f"https://cal.test:{host.port}{path}"), user=USER, password=password)


def asked(at: WebAddress, request: HttpRequest) -> HttpAnswer:
    return ask(at, request, deadline=Deadline.after(10), network=network())


def read(at: WebAddress, cache: Path, *, now: datetime = NOW, span: Span = WITHIN) -> CollectionRead:
    return read_collection(at, span, cache=JsonCache(cache), folder="me", now=now, network=network())


def times(found: CollectionRead) -> BusyTimes:
    owner = CalendarOwner(home=zone("Europe/Brussels"), tentative=Weight.LIKELY)
    texts = [CalendarText(name=name, text=text) for name, text in found.entries]
    return busy_calendar(texts, WITHIN, owner, open_zone_database(()))


def shown(spans: tuple[Span, ...]) -> list[str]:
    ends = ((at_minute(start), at_minute(end)) for start, end in spans)
    return [f"{start.day} {start:%H:%M}-{end:%H:%M}" for start, end in ends]


def test_entries_take_the_time_that_they_say(host: CalDavHost, tmp_path: Path) -> None:
    found = read(address(host), tmp_path)
    assert (found.unread, found.fetched) == ((), None)
    assert [name for name, _ in found.entries] == [f"https://cal.test, {name}.ics" for name in SHOWN]
    both = times(found)
    assert (shown(both.busy), shown(both.likely), both.unread) == (BUSY, ["4 10:00-10:30"], ())
    again = read(address(host), tmp_path)
    assert times(again) == both, "the copy says the same"
    kept = "".join(path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    assert "DTSTART" in kept
    assert not any(word in kept for word in ("s3cr3t", PASSWORD, "Authorization"))


@pytest.mark.parametrize(
    ("login", "said", "hint"),
    [
        ((WORK, "wrong"), "does not accept the user name 'lea' with the password given (401)", "config.yaml"),
        ((f"/{USER}/none/", PASSWORD), "has nothing at this address (404)", "copy the address anew"),
        (("/", PASSWORD), "has a folder at this address, and no calendar", WORK),
        ((f"/{USER}/", PASSWORD), "has the page of a user at this address, and no calendar", WORK),
        ((f"{WORK}single.ics", PASSWORD), "has a single entry at this address, and no calendar", WORK),
    ],
)
def test_what_is_no_calendar_is_told(
    login: tuple[str, str], said: str, hint: str, host: CalDavHost, tmp_path: Path
) -> None:
    with pytest.raises(SourceFailedError) as failed:
        read(address(host, *login), tmp_path)
    assert failed.value.say == f"the calendar at cal.test {said}"
    assert hint in str(failed.value.hint)
    assert PASSWORD not in f"{failed.value.say}{failed.value.hint}{failed.value!r}"


def test_without_a_login_it_is_said_where_one_belongs(host: CalDavHost, tmp_path: Path) -> None:
    with pytest.raises(SourceFailedError, match=r"wants a user name and a password \(401\)") as failed:
        read(replace(address(host), user=None, password=""), tmp_path)
    assert "'credentials' in your own config.yaml" in str(failed.value.hint)


def test_what_has_changed_is_read_anew(host: CalDavHost, tmp_path: Path) -> None:
    at = address(host, f"{WORK}more.ics")
    before = read(address(host), tmp_path)
    put = asked(at, written(event("more", "DTSTART:20261222T100000Z", "DURATION:PT1H"), etag=None))
    more = read(address(host), tmp_path)
    assert len(more.entries) == len(before.entries) + 1
    assert asked(at, removed(put.headers["etag"])).status in {200, 204}
    assert times(read(address(host), tmp_path)) == times(before)


def test_a_range_beyond_the_copy_is_asked_for(host: CalDavHost, tmp_path: Path) -> None:
    near = read(address(host), tmp_path)
    past = tuple(minute_of(datetime(2024, 1, day, tzinfo=UTC)) for day in (1, 5))
    assert "https://cal.test, long ago.ics" in dict(
        read(address(host), tmp_path, span=(past[0], past[1])).entries
    )
    assert "https://cal.test, long ago.ics" not in dict(near.entries)


@pytest.mark.parametrize(("days", "counts"), [(0, True), (14, True), (15, False)])
def test_the_last_copy_stands_in_for_a_server_that_is_down(
    days: int, *, counts: bool, tmp_path: Path
) -> None:
    (tmp_path / "server").mkdir()
    with radicale(tmp_path / "server", tls=serving(*NAMES)) as brief:
        at = address(brief)
        asked(at, HttpRequest(method="MKCALENDAR", headers={}, body=MAKE_CALENDAR.encode()))
        asked(replace(at, target=f"{WORK}a.ics"), written(HELD["single"], etag=None))
        fresh = read(at, tmp_path / "cache")
    later = NOW + timedelta(days=days)
    if not counts:
        with pytest.raises(SourceFailedError, match="refuses the connection"):
            read(at, tmp_path / "cache", now=later)
        return
    stood_in = read(at, tmp_path / "cache", now=later)
    assert times(stood_in).busy == times(fresh).busy
    assert stood_in.fetched == NOW
    assert str(stood_in.failure).startswith("cal.test refuses the connection")
