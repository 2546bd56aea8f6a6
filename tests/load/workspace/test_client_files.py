"""Clients renamed, removed and archived: what goes along, what stays, and the way back."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from kept_series import WEEKLY
from sessions import make_workspace, session
from turns import waits_for

from clientbridge.adapters.meeting.kept.series_folder import read_series
from clientbridge.adapters.meeting.kept.series_record import written as as_json
from clientbridge.core.errors import ClientbridgeError, FileFailedError, UsageError
from clientbridge.load.changes import undo
from clientbridge.load.client_state import load_states
from clientbridge.load.clients import readable_clients
from clientbridge.load.session import Session
from clientbridge.load.today import agenda
from clientbridge.load.workspace.client_files import archive, remove, rename

ACME = (
    "name: Acme KK  # legal\ncountry: JP\ncalendar: calendars/acme   # theirs\n"
    "people:\n  - id: sato\n    name: Sato\n    calendar: calendars/acme.ics\n"
)
JOURNAL = '{"id": "n1", "at": "2026-11-01T09:00:00Z", "kind": "note", "text": "x"}\n'


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = make_workspace(tmp_path / "mine", acme=ACME, bolt="name: Bolt\ncountry: BE\n")
    (folder / "journal").mkdir()
    (folder / "journal" / "acme.jsonl").write_text(JOURNAL, encoding="utf-8")
    (folder / "calendars" / "acme" / "deep").mkdir(parents=True)
    (folder / "calendars" / "acme" / "deep" / "a.ics").write_bytes(b"\xffBEGIN\r\n")
    (folder / "calendars" / "acme.ics").write_bytes(b"BEGIN\r\n")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_all_that_is_the_clients_goes_to_the_new_name_and_back(mine: Path) -> None:
    before = everything(mine)
    told = rename(session(mine), "Acme KK", "corona", "Corona SA")
    assert (told.before, told.id, told.name_before, told.name) == ("acme", "corona", "Acme KK", "Corona SA")
    assert set(told.moved) == {
        *("clients/corona.yaml", "journal/corona.jsonl", "calendars/corona", "calendars/corona.ics")
    }
    now = everything(mine)
    assert {name.replace("corona", "acme"): text for name, text in now.items()}.keys() == before.keys()
    profile = ACME.replace("Acme KK", "Corona SA").replace("calendars/acme", "calendars/corona")
    assert now["clients/corona.yaml"].decode() == profile
    assert session(mine).workspace.client("corona").name == "Corona SA"
    assert undo(session(mine)).what == "client rename acme corona"
    assert everything(mine) == before


def test_what_was_logged_since_stays_when_a_rename_is_undone(mine: Path) -> None:
    rename(session(mine), "acme", "corona", None)
    with (mine / "journal" / "corona.jsonl").open("a", encoding="utf-8") as journal:
        journal.write(JOURNAL.replace("n1", "n2"))
    undo(session(mine))
    assert (mine / "journal" / "acme.jsonl").read_text().count("\n") == 2
    assert not (mine / "journal" / "corona.jsonl").exists()


def test_only_the_name_may_change(mine: Path) -> None:
    told = rename(session(mine), "acme", None, "Corona")
    assert (told.id, told.name, told.moved) == ("acme", "Corona", ())
    assert (mine / "clients" / "acme.yaml").read_text() == ACME.replace("Acme KK", "Corona")


def test_calendars_that_others_name_keep_their_place(mine: Path) -> None:
    (mine / "clients" / "bolt.yaml").write_text("name: Bolt\ncountry: BE\ncalendar: calendars/acme.ics\n")
    told = rename(session(mine), "acme", "corona", None)
    assert told.left == ("calendars/acme.ics",)
    assert (mine / "calendars" / "acme.ics").exists()
    kept = session(mine).workspace.client("corona").people[0].schedule.calendars
    assert [one.place for one in kept] == ["calendars/acme.ics"]


@pytest.mark.parametrize(
    ("new_id", "name", "say"),
    [
        ("bolt", None, "there is a client 'bolt' already"),
        ("me", None, "'me' is always you"),
        ("acme", None, "what is the client to be called?"),
        (None, None, "what is the client to be called?"),
        ("Big Acme", None, "is not an id"),
        ("con", None, "Windows keeps no file"),
    ],
)
def test_a_name_that_cannot_be_is_told(mine: Path, new_id: str | None, name: str | None, say: str) -> None:
    before = everything(mine)
    with pytest.raises(UsageError) as told:
        rename(session(mine), "acme", new_id, name)
    assert say in told.value.say
    assert everything(mine) == before


def test_a_journal_of_somebody_else_is_never_taken_over(mine: Path) -> None:
    (mine / "journal" / "corona.jsonl").write_text(JOURNAL.replace("n1", "other"))
    before = everything(mine)
    with pytest.raises(FileFailedError, match=r"journal/corona.jsonl is there already"):
        rename(session(mine), "acme", "corona", None)
    assert everything(mine) == before


def test_a_rename_that_was_cut_short_goes_on(mine: Path) -> None:
    """As a kill leaves it: both names of the journal, both profiles."""
    before = everything(mine)
    rename(session(mine), "acme", "corona", None)
    after = everything(mine)
    undo(session(mine))
    os.link(mine / "journal" / "acme.jsonl", mine / "journal" / "corona.jsonl")
    (mine / "clients" / "corona.yaml").write_bytes(after["clients/corona.yaml"])
    rename(session(mine), "acme", "corona", None)
    assert everything(mine) == after
    undo(session(mine))
    assert everything(mine) == before


def test_a_text_set_aside_is_finished_first(mine: Path) -> None:
    (mine / "clients" / ".acme.draft.yaml").write_text("name: A")
    for act in (
        lambda: rename(session(mine), "acme", "corona", None),
        lambda: remove(session(mine), "acme", journal=False, calendars=False),
    ):
        with pytest.raises(UsageError, match="set aside"):
            act()


@pytest.mark.parametrize(
    ("journal", "calendars", "gone"),
    [
        (False, False, {"clients/acme.yaml"}),
        (True, False, {"clients/acme.yaml", "journal/acme.jsonl"}),
        (False, True, {"clients/acme.yaml", "calendars/acme/deep/a.ics", "calendars/acme.ics"}),
    ],
)
def test_only_what_is_asked_for_is_removed_and_all_comes_back(
    mine: Path, *, journal: bool, calendars: bool, gone: set[str]
) -> None:
    before = everything(mine)
    told = remove(session(mine), "acme", journal=journal, calendars=calendars)
    assert set(told.removed) == gone
    assert everything(mine) == {name: text for name, text in before.items() if name not in gone}
    kept = {"journal/acme.jsonl", "calendars/acme/deep/a.ics", "calendars/acme.ics"} - gone
    assert set(told.kept) == kept
    assert undo(session(mine)).what == "client remove acme"
    assert everything(mine) == before


def test_a_broken_profile_can_be_removed(mine: Path) -> None:
    (mine / "clients" / "bolt.yaml").write_text("nam: [")
    remove(session(mine), "bolt", journal=False, calendars=False)
    assert not (mine / "clients" / "bolt.yaml").exists()


def test_nothing_outside_is_removed(mine: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.ics").write_text("x")
    (mine / "calendars" / "bolt").symlink_to(outside)
    for written in ("calendars/bolt", "calendars/bolt/../../outside/a.ics", "../outside/a.ics"):
        (mine / "clients" / "bolt.yaml").write_text(f"name: Bolt\ncountry: BE\ncalendar: {written}\n")
        told = remove(session(mine), "bolt", journal=True, calendars=True)
        assert told.removed == ("clients/bolt.yaml",)
        assert (outside / "a.ics").read_text() == "x"


def test_without_a_place_for_the_undo_nothing_is_removed(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    before = everything(mine)
    with pytest.raises(ClientbridgeError, match="nothing was changed"):
        remove(session(mine), "acme", journal=True, calendars=True)
    assert everything(mine) == before


def test_an_archived_client_is_asked_for_nothing(mine: Path) -> None:
    told = archive(session(mine), "acme", archived=True)
    assert (told.key, told.before, told.after) == ("archived", None, "2026-11-23")
    assert (mine / "clients" / "acme.yaml").read_text() == f'{ACME}archived: "2026-11-23"\n'
    notes: list[str] = []
    call = session(mine, notes=notes)
    assert [client.id for client in readable_clients(call)] == ["bolt"]
    assert notes == []
    (named,) = readable_clients(call, ["acme"])
    assert notes == ["Acme KK is archived since 23 Nov 2026; back: cb client unarchive acme"]
    for _ in range(2):  # the second time from the cache
        assert [one.client for one in agenda(session(mine), days_ahead=7).clocks] == ["bolt"]
    assert load_states(call, [named]).states
    again = archive(session(mine), "acme", archived=True)
    assert (again.changed, again.after) == (False, "2026-11-23")
    archive(session(mine), "acme", archived=False)
    assert (mine / "clients" / "acme.yaml").read_text() == ACME
    assert [one.client for one in agenda(session(mine), days_ahead=7).clocks] == ["acme", "bolt"]


def test_you_are_not_archived(mine: Path) -> None:
    with pytest.raises(UsageError, match="is no client"):
        archive(session(mine), "me", archived=True)


@pytest.mark.parametrize(
    ("change", "parties"),
    [
        (lambda one: rename(one, "acme", "corona", None), ("corona/sato", "bay")),
        (lambda one: remove(one, "acme", journal=False, calendars=False), ("bay",)),
    ],
    ids=["renamed", "removed"],
)
def test_a_series_that_is_kept_meanwhile_follows_its_client(
    change: Callable[[Session], object], parties: tuple[str, ...], mine: Path
) -> None:
    (mine / "series").mkdir()
    file, series = mine / "series" / f"{WEEKLY.id}.json", replace(WEEKLY, parties=("acme/sato", "bay"))
    waits_for(
        mine / "series", lambda: change(session(mine)), meanwhile=lambda: file.write_bytes(as_json(series))
    )
    (kept,) = read_series(mine).series
    assert kept.parties == parties
