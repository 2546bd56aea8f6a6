"""The same words mean the same in every command that takes a day or a time."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sample_copies import copy_of_sample

from conftest import Run

FRIDAY = datetime(2026, 11, 27, 8, 5, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    copy_of_sample(folder)
    return folder


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("next friday", "2026-12-04"),
        ("4th of December", "2026-12-04"),
        ("Dec. 4", "2026-12-04"),
        ("end of next month", "2026-12-31"),
        ("31/12", "2026-12-31"),
        ("day after tomorrow", "2026-11-29"),
        ("COB thurs", "2026-12-03"),
        ("eow", "2026-11-27"),
        ("eom", "2026-11-30"),
    ],
)
def test_one_day_in_every_option(run: Run, home: Path, typed: str, day: str) -> None:
    def answer(*words: str) -> dict[str, Any]:
        given = run(*words, "--json", folder=home, now=FRIDAY)
        assert given.code in {0, 1}, given.err
        document: dict[str, Any] = json.loads(given.out)
        return document

    promise = answer("promise", "add", "hikari", f"send it by {typed}")["promise"]
    assert promise["due"] == day
    assert answer("promise", "move", promise["id"], typed, "--told")["promise"]["due"] == day
    assert answer("promise", "add", "hikari", "send it", "--due", typed)["promise"]["due"] == day
    logged = answer("log", "hikari", "hello", "--i-promise", f"do it by {typed}")["promises"]
    assert [one["due"] for one in logged] == [day]
    assert answer("holidays", "--on", typed)["from"] == day
    assert answer("holidays", "--from", typed, "--next", "1d")["from"] == day
    assert answer("holidays", "--from", "yesterday", "--to", typed)["to"] == day
    assert answer("meet", "hikari", "--at", f"{typed} 11:00")["slot"]["start"] == f"{day}T10:00:00Z"
    assert answer("client", "list", "--now", f"{typed} 11:00")["now"] == f"{day}T10:00:00Z"
    assert (
        answer("meet", "hikari", "--from", typed, "--to", f"{typed} 23:00")["request"]["to"]
        == f"{day}T22:00:00Z"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("promise", "add", "hikari", "send it by 03/04"),
        ("promise", "add", "hikari", "send it", "--due", "03/04"),
        ("log", "hikari", "hello", "--they-promise", "it by 03/04"),
        ("holidays", "--on", "03/04"),
        ("holidays", "--from", "03/04"),
        ("meet", "hikari", "--to", "03/04"),
        ("meet", "hikari", "--at", "03/04 15:00"),
        ("log", "hikari", "hello", "--on", "03/04"),
        ("today", "--now", "03/04"),
    ],
)
def test_two_days_are_asked_in_every_option(run: Run, home: Path, words: tuple[str, ...]) -> None:
    answer = run(*words, folder=home, now=FRIDAY)
    assert (answer.code, answer.out) == (2, "")
    assert "could be two different days: Sat 3 Apr 2027 or Thu 4 Mar 2027" in answer.err
    assert not list(home.glob("journal/*.jsonl"))


def test_a_week_is_a_range_and_no_day(run: Run, home: Path) -> None:
    answer = run("holidays", "--from", "next week", "--to", "next week", "--json", folder=home, now=FRIDAY)
    document = json.loads(answer.out)
    assert (document["from"], document["to"]) == ("2026-11-30", "2026-12-06")
    answer = run(
        "meet", "hikari", "--from", "next week", "--to", "next week", "--json", folder=home, now=FRIDAY
    )
    request = json.loads(answer.out)["request"]
    assert (request["from"], request["to"]) == ("2026-11-29T23:00:00Z", "2026-12-06T20:00:00Z")  # in Dubai
    refused = run("promise", "add", "hikari", "send it by next week", folder=home, now=FRIDAY)
    assert refused.code == 2
    assert "'next week' is no day but a week: Mon 30 Nov 2026 to Sun 6 Dec 2026" in refused.err
    assert "write 2026-12-04 for its end" in refused.err


def test_the_day_that_is_meant_is_shown(run: Run, home: Path) -> None:
    def said(*words: str) -> tuple[str, str]:
        answer = run(*words, folder=home, now=FRIDAY)
        return answer.out, answer.err

    assert "by Fri 4 Dec 18:00" in said("promise", "add", "hikari", "a by next friday")[0]
    passed = said("promise", "add", "hikari", "b by 20 nov")[0]
    assert "by Sat 20 Nov 2027 18:00" in passed
    assert "20 Nov 2026 has passed" in passed
    assert "no date: cb promise move" in said("promise", "add", "hikari", "review by Tom")[0]
    assert "Sat 20 Nov 2027" in said("promise")[0]
    assert "fri: today is a Friday: read as Fri 4 Dec 2026" in said("holidays", "--on", "fri")[1]
    assert "fri 9am: today is a Friday" in said("meet", "hikari", "--at", "fri 9am")[1]
    assert "fri is in the future (Fri 4 Dec 2026)" in said("log", "hikari", "hi", "--on", "fri")[1]


def test_their_week_ends_when_their_work_does(run: Run, home: Path) -> None:
    client = home / "clients" / "negev.yaml"
    client.write_text("name: Negev Ltd\ncountry: IL\n", encoding="utf-8")
    monday = datetime(2026, 11, 23, 8, tzinfo=UTC)
    for words, day in ((("--theirs",), "2026-11-26"), ((), "2026-11-27")):
        answer = run("promise", "add", "negev", "list by eow", *words, "--json", folder=home, now=monday)
        assert json.loads(answer.out)["promise"]["due"] == day


@pytest.mark.parametrize("option", [("--now", "2027-03-28 02:30"), ()])
@pytest.mark.parametrize(
    "words",
    [
        ("log", "hikari", "hello"),
        ("client", "add", "Nova", "--country", "NO"),
    ],
)
def test_a_now_in_a_gap_writes_nothing(
    run: Run, home: Path, option: tuple[str, ...], words: tuple[str, ...]
) -> None:
    environment = {} if option else {"CB_NOW": "2027-03-28 02:30"}
    answer = run(*words, *option, folder=home, **environment)
    assert (answer.code, answer.out) == (2, "")
    assert "2027-03-28 02:30 in Brussels does not exist: the clocks skip it" in answer.err
    assert "say 2027-03-28T00:30Z (01:30, UTC+01:00) or 2027-03-28T01:30Z (03:30, UTC+02:00)" in answer.err
    assert not list(home.glob("journal/*.jsonl"))
    assert not list(home.glob("clients/nova.yaml"))


def test_a_now_in_words_leaves_wrong_files_to_the_command(run: Run, home: Path) -> None:
    (home / "me.yaml").write_text("name: Lea\ncountry: XX\n", encoding="utf-8")
    answer = run("data", "check", "--now", "tomorrow 9am", folder=home)
    assert answer.code == 4
    assert "me.yaml:2:10" in answer.err
