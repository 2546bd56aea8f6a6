"""A command about one promise, called without its id: a list at a terminal, a usage error elsewhere."""

import re
from pathlib import Path

import pytest

from conftest import Run

ABOUT_ONE = [("done",), ("move",), ("drop",)]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """You, two clients and three promises, one of them theirs, one without a date."""
    (tmp_path / "clients").mkdir()
    (tmp_path / "journal").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", "utf-8")
    (tmp_path / "clients" / "acme.yaml").write_text("name: Acme KK\ncountry: JP\n", "utf-8")
    (tmp_path / "clients" / "bolt.yaml").write_text("name: Bolt\ncountry: NL\n", "utf-8")
    promise = '{{"id": "{}", "at": "2026-11-0{}T09:00:00Z", "kind": "promise", "owner": "{}", {}}}\n'
    (tmp_path / "journal" / "acme.jsonl").write_text(
        promise.format("planaa", 1, "me", '"text": "send the plan", "due": "2026-11-27"')
        + promise.format("noteaa", 2, "me", '"text": "call about ' + "the numbers " * 9 + '"'),
        "utf-8",
    )
    (tmp_path / "journal" / "bolt.jsonl").write_text(
        promise.format("listaa", 3, "them", '"text": "send the list", "due": "2026-11-24"'), "utf-8"
    )
    return tmp_path


LIST = (
    "Which promise?\n"
    "  1  bolt, theirs: send the list, Tue 24 Nov\n"
    "  2  acme: send the plan, Fri 27 Nov\n"
    "  3  acme: call about the numbers the numbers the numb…\n"
    "Number or name: "
)


@pytest.mark.parametrize("act", ["done", "drop"])
@pytest.mark.parametrize(
    ("typed", "chosen"), [("1", "send the list"), ("plan", "send the plan"), ("note", "call")]
)
def test_a_number_a_word_or_an_id_chooses(act: str, typed: str, chosen: str, home: Path, run: Run) -> None:
    answer = run("promise", act, "--plain", folder=home, typed=f"{typed}\n")
    assert (answer.code, answer.err) == (0, LIST)
    assert chosen in answer.out
    assert chosen not in run("promise", "--plain", folder=home).out


def test_a_new_date_is_asked_for_too(home: Path, run: Run) -> None:
    answer = run("promise", "move", "--plain", folder=home, typed="2\nsomeday\nmon\ny\n")
    asked = "When is it due now? (fri, 4 dec, end of month): "
    assert answer.code == 0
    assert answer.err.startswith(f"{LIST}{asked}  'someday' is not a day; write it like ")
    assert answer.err.endswith(f"{asked}Were they told? (y/n) ")
    assert "30 Nov" in answer.out
    assert '"due": "2026-11-30"' in (home / "journal" / "acme.jsonl").read_text("utf-8")


@pytest.mark.parametrize("words", ABOUT_ONE, ids=" ".join)
@pytest.mark.parametrize("typed", [None, ""])
def test_where_nobody_is_asked_the_promises_are_named(
    words: tuple[str, ...], typed: str | None, home: Path, run: Run
) -> None:
    no_input = () if typed is None else ("--no-input",)
    answer = run("promise", *words, *no_input, folder=home, typed=typed)
    assert (answer.code, answer.out) == (2, "")
    assert " ".join(answer.err.split()) == (
        "error: which promise? hint: name one of: listaa (send the list), planaa (send the plan), "
        "noteaa (call about the numbers the nu…)"
    )


def test_a_promise_without_a_new_date_says_how_to_give_one(home: Path, run: Run) -> None:
    answer = run("promise", "move", "plan", folder=home)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "error: when is it due now?\nhint: name the day: cb promise move planaa fri\n"


def test_of_many_the_most_urgent_are_named(home: Path, run: Run) -> None:
    for number in range(3):
        run("promise", "add", "acme", f"thing {number} by 2 dec", folder=home)
    assert re.search(r" … and 2 more: cb promise\n$", run("promise", "done", folder=home).err)


@pytest.mark.parametrize("words", ABOUT_ONE, ids=" ".join)
def test_where_none_is_open_that_is_said(words: tuple[str, ...], home: Path, run: Run) -> None:
    for file in (home / "journal").iterdir():
        file.unlink()
    answer = run("promise", *words, folder=home, typed="1\n")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: no promise is open\nhint: ")


@pytest.mark.parametrize("words", ABOUT_ONE, ids=" ".join)
def test_the_sample_is_not_changed_and_nothing_is_asked(words: tuple[str, ...], run: Run) -> None:
    answer = run("--demo", "promise", *words, typed="1\n")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: the sample workspace is not changed\n")
