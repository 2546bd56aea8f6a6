from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_copies import copy_of_sample
from sessions import session

from clientbridge.adapters.relationship.journals import Journals
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.relationship.agenda.agenda_items import agenda_items
from clientbridge.core.relationship.client_clock import clock_at, day_at_client
from clientbridge.core.relationship.journal.entries import Event, Promised
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.load.client_state import load_states
from clientbridge.load.today import ClientDays, client_days
from conftest import FEW

START = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)


def copy(folder: Path) -> Workspace:
    copy_of_sample(folder)
    workspace = Workspace(folder=folder)
    journals = Journals(folder)
    at = START - timedelta(days=3)
    call = Event(id=EntryId("c"), at=at, kind=EventKind.CALL, text="x", people=("tanaka",))
    journals.append("hikari", lambda _: [call])
    due = (START + timedelta(days=1)).date()
    promises = [
        Promised(id=EntryId(f"p{owner}"), at=at, owner=owner, text="list", due=due) for owner in Owner
    ]
    # Lars works in Singapore, and Øystein is away until the 4th; from the 7th on you are in Dubai.
    promises += [
        Promised(id=EntryId(f"p{who}{due}"), at=at, owner=Owner.THEM, text=who, due=due, person=who)
        for who in ("lars", "oystein")
        for due in (date(2026, 12, 1), date(2026, 12, 8), None)
    ]
    promises += [
        Promised(id=EntryId(f"m{due}"), at=at, owner=Owner.ME, text="offer", due=due)
        for due in (date(2026, 12, 5), date(2026, 12, 8), None)
    ]
    journals.append("nordlys", lambda _: promises)
    return workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return copy(tmp_path_factory.mktemp("ws") / "mine")


@pytest.fixture(scope="module")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches")


def answer(workspace: Workspace, now: datetime, cache: Path) -> ClientDays:
    return client_days(session(workspace.folder, now=now, cache=cache), days_ahead=7)


def seen(clients: ClientDays, workspace: Workspace, now: datetime) -> object:
    you = workspace.me.schedule
    return [(clock_at(client.day, now, you), client.items) for client in clients.days]


def computed(workspace: Workspace, now: datetime, cache: Path) -> object:
    """The same, computed without the cache."""
    clients = workspace.every_client().clients
    you = workspace.me.schedule
    return [
        (
            clock_at(day_at_client(one.client.id, one.client.name, one.theirs, now), now, you),
            agenda_items(one),
        )
        for one in load_states(session(workspace.folder, now=now, cache=cache), clients, days_ahead=7).states
    ]


@FEW
@given(minutes=st.lists(st.integers(0, 18 * 24 * 60), min_size=1, max_size=4))
def test_a_cached_day_equals_the_computed_one(minutes: list[int], workspace: Workspace, caches: Path) -> None:
    for ahead in minutes:
        now = START + timedelta(minutes=ahead)
        cached = seen(answer(workspace, now, caches), workspace, now)
        assert repr(cached) == repr(computed(workspace, now, caches))  # zones are the same by name alone


def test_a_change_of_any_file_invalidates_the_cache(tmp_path: Path) -> None:
    workspace = copy(tmp_path / "mine")
    before = answer(workspace, START, tmp_path / "cache")
    at = START - timedelta(hours=1)
    problem = Event(id=EntryId("q"), at=at, kind=EventKind.PROBLEM, text="broken")
    Journals(workspace.folder).append("solaris", lambda _: [problem])
    profile = workspace.client_file("bayside")
    profile.write_text(profile.read_text(encoding="utf-8").replace("Bayside Health", "Bay"), encoding="utf-8")
    after = answer(workspace, START, tmp_path / "cache")
    assert [client.day.name for client in after.days].count("Bay") == 1
    assert sum(len(day.items) for day in after.days) == sum(len(day.items) for day in before.days) + 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"stamp": 1, "clients": {}}', b"\xff"])
def test_a_damaged_cache_is_computed_anew(tmp_path: Path, damage: bytes) -> None:
    workspace = copy(tmp_path / "mine")
    before = answer(workspace, START, tmp_path / "cache")
    (file,) = (tmp_path / "cache" / "agendas").glob("*.json")
    file.write_bytes(damage)
    assert repr(answer(workspace, START, tmp_path / "cache")) == repr(before)
    text = (tmp_path / "cache" / "agendas" / file.name).read_text(encoding="utf-8")
    file.write_text(text.replace('"items"', '"thimes"'), encoding="utf-8")
    assert repr(answer(workspace, START, tmp_path / "cache")) == repr(before)


def test_a_broken_client_hides_only_itself(tmp_path: Path) -> None:
    workspace = copy(tmp_path / "mine")
    workspace.client_file("bayside").write_text("name: [\n", encoding="utf-8")
    every = answer(workspace, START, tmp_path / "cache")
    assert [day.day.client for day in every.days] == ["almadar", "hikari", "nordlys", "solaris"]
    assert every.problems
    assert every.problems[0].file == "clients/bayside.yaml"
