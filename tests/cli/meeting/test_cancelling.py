"""`cb meet --cancel`: what of yours the file does not reach is told, or taken out with ``--save``."""

import json
from pathlib import Path

import pytest

from conftest import Run

ME = "name: Lea\ncountry: BE\nemail: lea@example.com\nhours: 09:00-17:00\n"
ACME = "name: Acme\ncountry: GB\nhours: 09:00-17:00\npeople: [{id: ana, name: Ana, email: ana@example.com}]\n"
DAY = ("--from", "2026-11-24", "--to", "2026-11-26")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "clients").mkdir(parents=True)
    (tmp_path / "mine" / "me.yaml").write_text(
        f"{ME}calendar: [{{file: lea.ics, save: yes}}]\n", encoding="utf-8"
    )
    (tmp_path / "mine" / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    return tmp_path / "mine"


def events(mine: Path) -> int:
    return (mine / "lea.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT")


@pytest.mark.parametrize("calls", [1, 2])
def test_with_save_the_meeting_leaves_your_calendar(calls: int, run: Run, mine: Path) -> None:
    run("meet", "acme/ana", *DAY, "--ics", "m.ics", "--save", folder=mine)
    run("meet", "acme", "--from", "2026-11-30", "--save", folder=mine)
    assert events(mine) == 2
    if calls > 1:
        told = run("meet", "--cancel", "m.ics", folder=mine)
        assert (told.code, events(mine)) == (0, 2)
        assert "cb meet --cancel m.ics --save" in told.out
    off = run("meet", "--cancel", "m.ics", "--save", folder=mine)
    assert (off.code, events(mine)) == (0, 1), off.err
    assert "taken out of your calendar: lea.ics" in off.err
    assert "--save" not in off.out
    text = (mine / "m.ics").read_text(encoding="utf-8")
    assert ("STATUS:CANCELLED" in text, "SEQUENCE:1" in text) == (True, True)
    again = run("meet", "--cancel", "m.ics", "--save", "--json", folder=mine)
    assert ("your calendar does not have it" in again.err, json.loads(again.out)["sequence"]) == (True, 1)
    assert (mine / "m.ics").read_text(encoding="utf-8") == text


def test_a_series_that_is_remembered_is_named(run: Run, mine: Path) -> None:
    words = ("--at", "2026-11-25 11:00", "--every", "1w", "--times", "3", "--keep", "--save")
    run("meet", "acme/ana", *words, "--ics", "m.ics", folder=mine)
    (series,) = [file.stem for file in (mine / "series").glob("*.json")]
    off = run("meet", "--cancel", "m.ics", "--save", folder=mine)
    assert (off.code, events(mine)) == (0, 0), off.err
    assert f"cb meet --forget {series}" in off.out
    assert run("meet", "--forget", series, folder=mine).code == 0


def test_the_meeting_of_an_offer_is_called_off_by_withdrawing_it(run: Run, mine: Path) -> None:
    offer = json.loads(run("offer", "acme/ana", "--json", folder=mine).out)["offer"]["id"]
    assert run("offer", "accept", offer, "1", "--ics", "m.ics", folder=mine).code == 0
    before = (mine / "m.ics").read_bytes()
    refused = run("meet", "--cancel", "m.ics", folder=mine)
    assert (refused.code, refused.out, (mine / "m.ics").read_bytes()) == (2, "", before)
    hint = f"cb offer withdraw {offer} --ics m.ics"
    assert hint in " ".join(refused.err.split())
    assert run(*hint.split()[1:], folder=mine).code == 0
    assert "STATUS:CANCELLED" in (mine / "m.ics").read_text(encoding="utf-8")


def test_files_that_cannot_be_read_do_not_keep_a_meeting(run: Run, mine: Path) -> None:
    run("meet", "acme/ana", *DAY, "--ics", "m.ics", folder=mine)
    (mine / "calendars").mkdir()
    (mine / "calendars" / "holds.ics").write_text("<html>", encoding="utf-8")
    off = run("meet", "--cancel", "m.ics", folder=mine)
    assert (off.code, "not known" in " ".join(off.err.split())) == (0, True), off.err
