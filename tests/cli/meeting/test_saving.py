"""`cb meet --save`: a slot or a series in your own calendar, where the next search finds it."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from conftest import Answer, Run

ME = "name: Lea\ncountry: BE\nemail: lea@example.com\nhours: 09:00-17:00\n"
ACME = "name: Acme\ncountry: GB\nhours: 09:00-17:00\npeople: [{id: ana, name: Ana, email: ana@example.com}]\n"
DAY = ("--from", "2026-11-24", "--to", "2026-11-26")


def home(folder: Path, calendar: str) -> Path:
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(f"{ME}calendar: {calendar}\n", encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    return folder


def starts(answer: Answer) -> list[str]:
    return [slot["parties"][0]["start"][:16] for slot in json.loads(answer.out)["slots"]]


@pytest.mark.parametrize(
    ("calendar", "file"),
    [
        ("[{file: calendars/lea.ics, save: yes}]", "calendars/lea.ics"),
        ("[{file: calendars/lea, save: yes}]", "calendars/lea/*@clientbridge.ics"),
    ],
)
def test_what_is_saved_is_busy_from_then_on(calendar: str, file: str, run: Run, tmp_path: Path) -> None:
    mine = home(tmp_path / "mine", calendar)
    assert run("data", "check", folder=mine).code == 0
    before = run("meet", "acme/ana", *DAY, "--json", folder=mine)
    saved = run("meet", "acme/ana", *DAY, "--pick", "2", "--save", folder=mine)
    assert saved.code == 0
    (written,) = mine.glob(file)
    shown = written.relative_to(mine).as_posix()
    said = " ".join(saved.err.split())
    when = datetime.fromisoformat(starts(before)[1])
    assert said == f"{when:%a} {when.day} Nov {when:%H:%M} stands in your calendar: {shown}"
    text = written.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert not any(word in text for word in ("METHOD", "ATTENDEE", "ORGANIZER", "@example.com"))
    after = starts(run("meet", "acme/ana", *DAY, "--json", folder=mine))
    assert starts(before)[1] not in after
    at = starts(before)[1].replace("T", " ")
    again = run("meet", "acme/ana", "--at", at, "--json", folder=mine)
    assert again.code == 1, "you are busy then"


def test_a_series_is_saved_whole_and_once(run: Run, tmp_path: Path) -> None:
    mine = home(tmp_path / "mine", "[{file: lea.ics, save: yes}]")
    words = ("meet", "acme", "--at", "2026-11-25 11:00", "--every", "1w", "--times", "3", "--save")
    told = " ".join(run(*words, folder=mine).err.split())
    assert told == "Wed 25 Nov 11:00 and 2 more stand in your calendar: lea.ics"
    text = (mine / "lea.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert "RRULE" in text


@pytest.mark.parametrize(
    ("calendar", "words", "say"),
    [
        ("lea.ics", ("acme",), "no calendar of yours is marked as the one to save to"),
        ("[{file: lea.ics, save: yes}]", (), "no client is named"),
    ],
)
def test_without_a_place_nothing_is_searched(
    calendar: str, words: tuple[str, ...], say: str, run: Run, tmp_path: Path
) -> None:
    told = run("meet", *words, "--save", folder=home(tmp_path / "mine", calendar))
    assert (told.code, told.out) == (2, "")
    assert say in " ".join(told.err.split())


def test_the_sample_is_not_written_to(run: Run) -> None:
    told = run("--demo", "meet", "hikari", "--save")
    assert told.code == 2
    assert "the sample workspace is not changed" in told.err


def test_where_there_is_no_slot_nothing_is_written(run: Run, tmp_path: Path) -> None:
    mine = home(tmp_path / "mine", "[{file: lea.ics, save: yes}]")
    assert run("meet", "acme", "--from", "2026-11-28", "--to", "2026-11-29", "--save", folder=mine).code == 1
    assert not (mine / "lea.ics").exists()
