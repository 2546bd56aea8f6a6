"""`cb meet … --keep`: a series from the day it is planned to the mornings that tell what moves its dates."""

import json
import shlex
from pathlib import Path

import pytest

from conftest import Answer, Run

ME = "name: Lea\ncountry: BE\nhours: 09:00-18:00\n"
TRAVEL = "travel: [{timezone: Asia/Tokyo, country: JP, days: 2027-03-22..2027-03-26}]\n"
BAY = "name: Bay\ncountry: US\nregion: US-NY\nhours: 09:00-17:00\n"
LON = "name: Lon\ncountry: GB\nregion: GB-ENG\nhours: 09:00-17:00\n"
PLAN = ("meet", "bay", "--at", "2027-02-23 15:00", "--every", "1w", "--times", "16", "--keep")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(ME, encoding="utf-8")
    (folder / "clients" / "bay.yaml").write_text(BAY, encoding="utf-8")
    (folder / "clients" / "lon.yaml").write_text(LON, encoding="utf-8")
    return folder


def moved(answer: Answer) -> list[tuple[str, str, list[str]]]:
    items = json.loads(answer.out)["items"]
    return [
        (one["when"], one["why"], shlex.split(one["command"]))
        for one in items
        if one["code"] == "series_moved"
    ]


def kept(home: Path) -> dict[str, object]:
    (file,) = (home / "series").glob("*.json")
    known: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return known


@pytest.mark.parametrize(
    ("now", "profile", "told"),
    [
        ("2027-02-20T08:05", "", [("2027-03-16", "10:00 for bay, not 09:00, by a clock change")]),
        (
            "2027-03-08T08:05",
            "",
            [
                (
                    "2027-03-16",
                    "10:00 for bay, not 09:00, by a clock change; everyone can still come, and at 14:00 too",
                ),
                ("2027-03-30", "09:00 for bay, not 10:00, by a clock change"),
            ],
        ),
        (
            "2027-03-17T08:05",
            TRAVEL,
            [
                ("2027-03-23", "without you (23:00 in "),
                ("2027-03-30", "09:00 for bay, not 10:00"),
            ],
        ),
        (
            "2027-04-20T08:05",
            "days_off: [{days: 2027-05-04..2027-05-04, name: Wedding}]\n",
            [("2027-05-04", "without you (Wedding")],
        ),
    ],
)
def test_each_morning_tells_what_moves_in_four_weeks(
    now: str, profile: str, told: list[tuple[str, str]], home: Path, run: Run
) -> None:
    assert run(*PLAN, folder=home, CB_NOW="2027-02-20T08:05").code == 0
    (home / "me.yaml").write_text(ME + profile, encoding="utf-8")
    items = moved(run("today", "--json", folder=home, CB_NOW=now))
    assert [when for when, _, _ in items] == [when for when, _ in told]
    for (_, why, command), (_, wanted) in zip(items, told, strict=True):
        assert wanted in why
        assert f"(series {kept(home)['id']})" in why
        assert "everyone can " in why
        found = run(*command[1:], "--json", folder=home, CB_NOW=now)
        assert found.code == 0, "the repair finds a time"


def test_a_holiday_of_theirs_is_told_with_the_nearest_day(home: Path, run: Run) -> None:
    words = ("meet", "lon", "--at", "2027-04-26 11:00", "--every", "1w", "--times", "3", "--keep")
    run(*words, folder=home, CB_NOW="2027-04-20T08:05")
    ((when, why, command),) = moved(run("today", "--json", folder=home, CB_NOW="2027-04-20T08:05"))
    assert when == "2027-05-03"
    assert "without lon (May Day" in why
    assert command[:3] == ["cb", "meet", "lon"]
    assert run(*command[1:], folder=home, CB_NOW="2027-04-20T08:05").code == 0


def test_kept_again_it_is_the_same_series(home: Path, run: Run) -> None:
    first = run(*PLAN, "--ics", "bay.ics", folder=home, CB_NOW="2027-02-20T08:05")
    before = kept(home)
    assert f"kept as series {before['id']}: " in " ".join(first.err.split())
    again = run(*PLAN, "--times", "3", folder=home, CB_NOW="2027-02-21T08:05")
    after = kept(home)
    assert f"kept as series {before['id']}, in place of the one before" in " ".join(again.err.split())
    assert (after["id"], after["uid"], after["times"]) == (before["id"], before["uid"], 3)


def test_it_is_forgotten_and_comes_back(home: Path, run: Run) -> None:
    run(*PLAN, folder=home, CB_NOW="2027-02-20T08:05")
    before = kept(home)
    told = run("meet", "--forget", str(before["id"]), "--json", folder=home)
    assert json.loads(told.out)["kind"] == "series_forgotten"
    assert not [*(home / "series").glob("*.json")]
    assert moved(run("today", "--json", folder=home, CB_NOW="2027-03-08T08:05")) == []
    assert run("data", "undo", folder=home).code == 0
    assert kept(home) == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("meet", "bay", "--keep"), 2, "--keep remembers a series"),
        (("meet", "--forget", "abc234"), 2, "no series 'abc234' is kept"),
        (("meet", "bay", "--forget", "abc234"), 2, "--forget takes nothing beside it"),
    ],
)
def test_what_cannot_be_kept_or_forgotten(
    words: tuple[str, ...], code: int, said: str, home: Path, run: Run
) -> None:
    answer = run(*words, folder=home)
    assert (answer.code, said in " ".join(answer.err.split())) == (code, True)


def test_a_renamed_client_is_followed_and_a_removed_one_takes_it_along(home: Path, run: Run) -> None:
    run(*PLAN, folder=home, CB_NOW="2027-02-20T08:05")
    assert run("client", "rename", "bay", "cove", folder=home).code == 0
    assert kept(home)["parties"] == ["cove"]
    assert moved(run("today", "--json", folder=home, CB_NOW="2027-03-08T08:05"))
    assert run("client", "remove", "cove", "--yes", folder=home).code == 0
    assert not [*(home / "series").glob("*.json")]
    run("data", "undo", folder=home)
    assert kept(home)["parties"] == ["cove"]


def test_a_damaged_file_is_told_and_left_alone(home: Path, run: Run) -> None:
    run(*PLAN, folder=home, CB_NOW="2027-02-20T08:05")
    (file,) = (home / "series").glob("*.json")
    file.write_text("<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n", encoding="utf-8")
    checked = run("data", "check", folder=home)
    assert (checked.code, f"series/{file.name}:1" in checked.out + checked.err) == (4, True)
    morning = run("today", folder=home, CB_NOW="2027-03-08T08:05")
    assert (morning.code, "is left out" in " ".join(morning.err.split())) == (0, True)
    assert "<<<<<<<" in file.read_text(encoding="utf-8")
