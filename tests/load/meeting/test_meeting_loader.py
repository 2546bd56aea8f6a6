"""What a search for a time needs."""

from dataclasses import replace
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.core.errors import UnknownNameError, UsageError
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.search import search
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import minute_of
from clientbridge.load.meeting.meeting_loader import MeetingLoader

NOW = minute_of(MORNING)
ACME = """\
name: Acme KK
country: JP
calendar: acme.ics
people: [{id: ana, name: Ana Souza, language: en, email: ana@example.com}]
"""
BUSY = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTAMP:20261101T000000Z
DTSTART:20261124T010000Z
DTEND:20261124T020000Z
END:VEVENT
END:VCALENDAR
"""
JOURNAL = """\
{"id": "a", "at": "2026-11-20T05:00:00Z", "kind": "call", "text": "x", "people": ["ana"]}
{"id": "b", "at": "2026-11-19T05:00:00Z", "kind": "meeting", "text": "x"}
{"id": "c", "at": "2026-11-18T05:00:00Z", "kind": "email", "text": "x"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mine = make_workspace(tmp_path / "mine", acme=ACME, bolt="name: Bolt\ncountry: NO\n")
    (mine / "acme.ics").write_bytes(BUSY.replace("\n", "\r\n").encode())
    return mine


def loader(folder: Path, cache: Path, notes: list[str] | None = None) -> MeetingLoader:
    return MeetingLoader(session(folder, cache=cache, notes=notes))


def asked(loader: MeetingLoader, *names: str) -> MeetingRequest:
    parties = loader.parties(names, optional=())
    return MeetingRequest(within=(NOW, NOW + 3 * MINUTES_PER_DAY), now=NOW, parties=parties, duration=60)


def test_you_come_first_and_each_other_party_once(folder: Path, shared_cache: Path) -> None:
    table = loader(folder, shared_cache)
    parties = table.parties(("acme/ana", "me", "bolt", "acme/Ana"), optional=("bolt",))
    assert [(party.id, party.required) for party in parties] == [
        ("me", True),
        ("acme/ana", True),
        ("bolt", False),
    ]
    assert (parties[1].language, parties[1].email) == ("en", "ana@example.com")
    assert [table.email(party.id) for party in parties] == [None, "ana@example.com", None]
    with pytest.raises(UnknownNameError):
        table.parties(("nobody",), optional=())


def test_every_client_without_those_that_cannot_be_read(folder: Path, shared_cache: Path) -> None:
    (folder / "clients" / "broken.yaml").write_text("name: [", encoding="utf-8")
    notes: list[str] = []
    assert [party.id for party in loader(folder, shared_cache, notes).every_client()] == ["acme", "bolt"]
    assert len(notes) == 1


def test_nobody_to_meet(tmp_path: Path, shared_cache: Path) -> None:
    with pytest.raises(UsageError, match="there is no client yet"):
        loader(make_workspace(tmp_path / "mine"), shared_cache).every_client()


def test_nothing_is_read_where_nobody_has_a_calendar(folder: Path, shared_cache: Path) -> None:
    table = loader(folder, shared_cache)
    request = asked(table, "bolt")
    assert table.with_busy_times(request) is request
    assert table.with_known_busy_times(request) == (request, ())
    assert table.with_busy_times(asked(table, "acme")).others[0].busy
    assert table.with_known_busy_times(asked(table, "acme"))[0].others[0].busy


def test_the_almanac_knows_the_days_of_everyone(folder: Path, shared_cache: Path) -> None:
    table = loader(folder, shared_cache)
    request = asked(table, "acme", "bolt")
    almanac = table.almanac(request)
    found = search(request, almanac)
    assert [attendance.days.clock[0].zone.key for attendance in found.attendances] == [
        "Europe/Brussels",
        "Asia/Tokyo",
        "Europe/Oslo",
    ]
    assert table.cautions(found) == ()


def test_what_was_carried_is_told_by_the_journal(folder: Path, shared_cache: Path) -> None:
    table = loader(folder, shared_cache)
    request = asked(table, "acme", "acme/ana")
    assert table.past_burdens(request) == {}
    (folder / "journal").mkdir()
    (folder / "journal" / "acme.jsonl").write_text(JOURNAL, encoding="utf-8")
    burdens = table.past_burdens(request)
    assert set(burdens) == {"me", "acme", "acme/ana"}
    assert burdens["me"] > 0
    late = replace(request, now=NOW + 200 * MINUTES_PER_DAY)
    assert set(table.past_burdens(late).values()) == {0}


def test_zones_by_name(folder: Path, shared_cache: Path) -> None:
    table = loader(folder, shared_cache)
    assert (table.zone().key, table.zone("tokyo").key) == ("Europe/Brussels", "Asia/Tokyo")
