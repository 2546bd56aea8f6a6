"""When the parties of a search are busy, and what becomes of a calendar that cannot be read."""

from dataclasses import replace
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.adapters.meeting.reading_budget import MOST_EVENTS
from clientbridge.core.errors import SourceFailedError, WrongFilesError
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Spans, minute_of
from clientbridge.load.meeting.busy_times import with_busy_times, with_known_busy_times
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.session import Session

NOW = minute_of(MORNING)
START = minute_of(MORNING.replace(day=24, hour=1, minute=0))
CALENDAR = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20261124T010000Z
DTEND:20261124T020000Z
END:VEVENT
END:VCALENDAR
"""
GONE = "the calendar gone.ics cannot be read: No such file or directory"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mine = make_workspace(
        tmp_path / "mine",
        acme="name: Acme\ncountry: JP\ncalendar: acme.ics\npeople: [{id: a, name: Ana, calendar: acme.ics}]",
        bolt="name: Bolt\ncountry: NO\n",
        calder="name: Calder\ncountry: GB\ncalendar: gone.ics\n",
    )
    (mine / "acme.ics").write_text(CALENDAR, encoding="utf-8")
    return mine


def everyone(session: Session, *clients: str) -> MeetingRequest:
    parties = MeetingLoader(session).parties(clients, optional=())
    return MeetingRequest(within=(NOW, NOW + 3 * MINUTES_PER_DAY), now=NOW, parties=parties, duration=60)


def test_what_is_taken_in_a_calendar_is_busy(folder: Path, shared_cache: Path) -> None:
    mine = session(folder, cache=shared_cache)
    request = with_busy_times(mine, everyone(mine, "acme", "acme/a", "bolt"))
    taken = ((START, START + 60),)
    assert [party.busy for party in request.parties] == [(), taken, taken, ()]


def test_a_calendar_that_cannot_be_read_ends_a_search_that_names_its_client(
    folder: Path, shared_cache: Path
) -> None:
    mine = session(folder, cache=shared_cache)
    with pytest.raises(SourceFailedError, match=GONE) as failed:
        with_busy_times(mine, everyone(mine, "acme", "calder"))
    assert failed.value.hint == "correct 'calendar:' in clients/calder.yaml, or take it out"


def test_of_all_clients_those_with_unreadable_calendars_are_left_out_with_a_warning(
    folder: Path, shared_cache: Path
) -> None:
    mine = session(folder, cache=shared_cache)
    (folder / "acme.ics").write_text("<html>", encoding="utf-8")
    request, left_out = with_known_busy_times(mine, everyone(mine, "acme", "bolt", "calder"))
    assert [party.id for party in request.parties] == ["me", "bolt"]
    assert [(one.code, one.party, one.detail) for one in left_out] == [
        ("calendar_unread", "acme", "acme is left out: acme.ics is not a calendar"),
        ("calendar_unread", "calder", f"calder is left out: {GONE}"),
    ]


def test_calendars_of_a_call_share_what_may_be_read_and_the_next_call_comes_further(
    folder: Path, tmp_path: Path
) -> None:
    event = CALENDAR.partition("\n")[2].removesuffix("END:VCALENDAR\n")
    events = [event.replace("UID:1", f"UID:{number}") for number in range(MOST_EVENTS // 6)]
    for name in ("acme.ics", "gone.ics"):
        (folder / name).write_text(f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
    mine = session(folder, cache=tmp_path / "cache")
    with pytest.raises(SourceFailedError, match=r"gone\.ics has more events than one call reads"):
        with_busy_times(mine, everyone(mine, "acme", "calder"))
    assert [len(party.busy) for party in with_busy_times(mine, everyone(mine, "acme", "calder")).parties] == [
        0,
        1,
        1,
    ]


def test_the_failure_is_told_where_nobody_is_left_or_the_search_is_strict(
    folder: Path, shared_cache: Path
) -> None:
    mine = session(folder, cache=shared_cache)
    strict = replace(everyone(mine, "acme", "calder"), strict=True)
    for request in (everyone(mine, "calder"), strict):
        with pytest.raises(SourceFailedError, match=GONE):
            with_known_busy_times(mine, request)


def test_without_your_own_calendar_nothing_is_said(folder: Path, shared_cache: Path) -> None:
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\ncalendar: mine.ics\n", encoding="utf-8")
    mine = session(folder, cache=shared_cache)
    with pytest.raises(SourceFailedError, match=r"the calendar mine\.ics cannot be read"):
        with_known_busy_times(mine, everyone(mine, "acme", "calder", "bolt"))


def test_a_strict_search_wants_calendars_whole(folder: Path, shared_cache: Path) -> None:
    (folder / "acme.ics").write_text(CALENDAR.replace("T010000Z", "T01xx00Z"), encoding="utf-8")
    mine = session(folder, cache=shared_cache)
    assert len(with_busy_times(mine, everyone(mine, "acme")).parties[1].unread) == 1
    with pytest.raises(WrongFilesError):
        with_busy_times(mine, replace(everyone(mine, "acme"), strict=True))


def test_what_is_kept_of_a_client_goes_with_the_client(folder: Path, tmp_path: Path) -> None:
    (folder / "gone.ics").write_text(CALENDAR, encoding="utf-8")
    mine = session(folder, cache=tmp_path / "cache")
    with_busy_times(mine, everyone(mine, "acme/a", "calder"))
    (kept,) = (tmp_path / "cache" / "calendars").iterdir()
    assert sorted(path.name for path in kept.iterdir()) == ["acme", "calder"]
    (folder / "clients" / "calder.yaml").unlink()
    session(folder, cache=tmp_path / "cache").workspace.client_ids()
    assert [path.name for path in kept.iterdir()] == ["acme"]


TENTATIVE = CALENDAR.replace("T01", "T03").replace("T02", "T04").replace("UID:1", "UID:2\nSTATUS:TENTATIVE")
LIKELY = ((START + 120, START + 180),)
TAKEN = ((START, START + 60),)


@pytest.mark.parametrize(
    ("calendar", "busy", "likely"),
    [
        ("[acme.ics, more.ics]", (*TAKEN, *LIKELY), ()),
        ("[acme.ics, {file: more.ics, tentative: likely}]", TAKEN, LIKELY),
        ("[{file: acme.ics, busy: likely}, {file: more.ics, tentative: ignore}]", (), TAKEN),
        ("[acme.ics, {file: acme.ics, busy: likely}]", TAKEN, ()),
    ],
)
def test_all_calendars_of_a_party_count(
    calendar: str, busy: Spans, likely: Spans, folder: Path, shared_cache: Path
) -> None:
    (folder / "more.ics").write_text(TENTATIVE, encoding="utf-8")
    (folder / "clients" / "bolt.yaml").write_text(f"name: Bolt\ncountry: NO\ncalendar: {calendar}\n")
    mine = session(folder, cache=shared_cache)
    bolt = with_busy_times(mine, everyone(mine, "bolt")).parties[1]
    assert (bolt.busy, bolt.likely) == (busy, likely)


def test_a_party_one_of_whose_calendars_cannot_be_read_is_not_known(folder: Path, shared_cache: Path) -> None:
    (folder / "clients" / "bolt.yaml").write_text("name: Bolt\ncountry: NO\ncalendar: [acme.ics, gone.ics]\n")
    mine = session(folder, cache=shared_cache)
    with pytest.raises(SourceFailedError, match=GONE):
        with_busy_times(mine, everyone(mine, "bolt"))
    _, (left_out,) = with_known_busy_times(mine, everyone(mine, "acme", "bolt"))
    assert left_out.party == "bolt"


@pytest.mark.parametrize("calendar", ["held/mine.ics", "./held/mine.ics", "held", "./held/", "{folder}/held"])
def test_holds_in_a_calendar_of_yours_are_not_read_from_it(
    calendar: str, folder: Path, shared_cache: Path
) -> None:
    (folder / "held").mkdir()
    held = CALENDAR.replace("END:VEVENT", "X-CLIENTBRIDGE-HOLD:k3x9ab\nEND:VEVENT")
    mine_too = TENTATIVE.partition("\n")[2]
    (folder / "held" / "mine.ics").write_text(held.replace("END:VCALENDAR\n", mine_too), encoding="utf-8")
    named = calendar.format(folder=folder)
    (folder / "me.yaml").write_text(f"name: Lea\ncountry: BE\nholds: held/mine.ics\ncalendar: {named}\n")
    (folder / "clients" / "bolt.yaml").write_text(f"name: Bolt\ncountry: NO\ncalendar: {named}\n")
    mine = session(folder, cache=shared_cache)
    me, bolt = with_busy_times(mine, everyone(mine, "bolt")).parties
    assert (me.busy, bolt.busy) == (LIKELY, (*TAKEN, *LIKELY))
