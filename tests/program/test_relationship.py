"""The commands of the journal, end to end: writing, refusing, undoing."""

import json
import shlex
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sample_copies import copy_of_sample

from conftest import Answer, Run

LATER = datetime(2026, 11, 24, 9, tzinfo=UTC)
Cb = Callable[..., Answer]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "clients of mine"
    copy_of_sample(folder)
    return folder


@pytest.fixture
def cb(run: Run, home: Path) -> Cb:
    def call(*words: str, **given: object) -> Answer:
        return run(*words, folder=home, **given)

    return call


def lines(home: Path, client: str) -> list[dict[str, object]]:
    text = (home / "journal" / f"{client}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_log_answers_with_the_event_and_its_promises(cb: Cb, home: Path) -> None:
    answer = cb(
        "log",
        "hikari",
        "Budget ok",
        "--kind",
        "call",
        "--with",
        "sato",
        "--i-promise",
        "SOW by fri",
        "--json",
    )
    document = json.loads(answer.out)
    assert answer.code == 0
    assert document["kind"] == "logged"
    assert document["event"]["text"] == "Budget ok"
    assert document["event"]["people"] == ["sato"]
    (promise,) = document["promises"]
    assert {key: promise[key] for key in ("owner", "text", "due")} == {
        "owner": "me",
        "text": "SOW",
        "due": "2026-11-27",
    }
    assert [line["kind"] for line in lines(home, "hikari")] == ["call", "promise"]


def test_a_person_is_named_in_log_as_everywhere(cb: Cb) -> None:
    answer = cb("log", "hikari/sato", "Liked the figures", "--with", "tanaka", "--with", "sato", "--json")
    assert json.loads(answer.out)["event"]["people"] == ["sato", "tanaka"]
    assert cb("log", "hikari/nobody", "x").code == 3


def test_text_comes_from_standard_input_when_piped(run: Run, home: Path) -> None:
    answer = run("log", "nordlys", folder=home, piped="They renew\nfor a year\n")
    assert answer.code == 0
    assert lines(home, "nordlys")[0]["text"] == "They renew\nfor a year"


def test_text_comes_from_the_editor_at_a_terminal(cb: Cb, home: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text('Written with care\\n' + file.read_text())\n",
        encoding="utf-8",
    )
    answer = cb("log", "nordlys", typed="", terminal=True, EDITOR=f"{sys.executable} {editor}")
    assert answer.code == 0, answer.err
    assert lines(home, "nordlys")[0]["text"] == "Written with care"


def test_who_named_no_editor_is_asked_for_a_line(cb: Cb, home: Path) -> None:
    answer = cb("log", "nordlys", typed="Said yes\n", terminal=True)
    assert answer.code == 0, answer.err
    assert "What happened? " in answer.err
    assert lines(home, "nordlys")[0]["text"] == "Said yes"
    assert cb("log", "nordlys", typed="\n", terminal=True).code == 2


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("log", "hikari", "x", "--kind", "cal"), 2, "did you mean call"),
        (("log", "hikary", "x"), 3, "hikari"),
        (("log", "hikari", "x", "--with", "nobody"), 3, "sato"),
        (("log", "hikari", "x", "--on", "tomorrow"), 2, "in the future"),
        (("log", "hikari", "x", "--i-promise", "list by 03/04"), 2, "two different days"),
        (("log", "hikari", ""), 2, "nothing to log"),
        (("log", "hikari", "x", "--closes", "zz"), 3, "unknown"),
        (("promise", "done", "zz"), 3, "unknown promise"),
        (("promise", "nobody"), 3, "unknown client"),
        (("review", "--month", "11/2026"), 2, "2026-11"),
        (("review", "--month", "9999-12"), 2, "1973 to 2199"),
        (("review", "--month", "9999-11"), 2, "1973 to 2199"),
        (("review", "--month", "1900-01"), 2, "1973 to 2199"),
        (("review", "--month", "0000-00"), 2, "2026-11"),
        (("review", "--share"), 2, "cb review CLIENT --share"),
        (("review", "--share", "--json"), 2, "promised to the others"),
        (("client", "map", "nobody"), 3, "unknown client"),
    ],
)
def test_a_refused_command_says_why_and_writes_nothing(
    cb: Cb, home: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    answer = cb(*words)
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.err
    assert not (home / "journal").exists()


def test_a_correction_and_a_removal_are_lines_of_their_own(cb: Cb, home: Path) -> None:
    cb("log", "hikari", "Pilot acepted", "--kind", "call")
    entry = str(lines(home, "hikari")[0]["id"])
    assert cb("log", "hikari", "Pilot accepted", "--amend", entry[:3]).code == 0
    assert "Call today: Pilot accepted" in cb("brief", "hikari").out
    assert cb("log", "hikari", "--retract", entry).code == 0
    assert "Pilot" not in cb("brief", "hikari").out
    assert [line["kind"] for line in lines(home, "hikari")] == ["call", "amended", "retracted"]


def test_promises_are_kept_moved_and_dropped(cb: Cb, home: Path) -> None:
    for text in ("SOW by fri", "slides by fri", "invoice by fri"):
        cb("promise", "add", "hikari", text)
    sow, slides, invoice = (str(line["id"]) for line in lines(home, "hikari"))
    assert cb("promise", "done", sow).out.startswith("Kept: SOW")
    moved = cb("promise", "move", slides, "sat")
    assert "Sat 28 Nov is a day off" in moved.out
    assert "tell the other side" in moved.out
    assert "tell the other side" not in cb("promise", "move", slides, "30 nov", "--told").out
    assert cb("promise", "drop", invoice, "--why", "not needed").code == 0
    assert cb("promise", "done", sow).code == 2
    promises = json.loads(cb("promise", "--all", "--json").out)["promises"]
    assert {promise["text"]: promise["status"] for promise in promises} == {
        "SOW": "done",
        "slides": "open",
        "invoice": "dropped",
    }
    assert [promise["text"] for promise in json.loads(cb("promise", "--json").out)["promises"]] == ["slides"]


def test_a_promise_without_a_date_comes_up_until_it_is_dated(cb: Cb, home: Path) -> None:
    said = cb("log", "hikari", "Hello", "--i-promise", "send slides").out
    (slides,) = (str(line["id"]) for line in lines(home, "hikari") if line["kind"] == "promise")
    assert f"no date: cb promise move {slides} WHEN" in said
    undated = "you promised, without a date: send slides"
    assert undated in cb("today").out
    assert undated in cb("today", now=datetime(2027, 3, 1, 9, tzinfo=UTC)).out
    dated = cb("promise", "move", slides, "4 dec")
    assert dated.out.startswith("Dated: send slides (hikari), now by Fri 4 Dec 18:00")
    assert "tell the other side" not in dated.out
    assert "send slides" not in cb("today").out  # eleven days ahead
    assert "you promised: send slides" in cb("today", now=datetime(2026, 12, 2, 9, tzinfo=UTC)).out
    assert (
        json.loads(cb("review", "hikari", "--month", "2026-12", "--json").out)["clients"][0]["yours"]["moved"]
        == 0
    )


def test_an_absence_counts_for_whoever_promised(cb: Cb) -> None:
    said = " ".join(cb("promise", "add", "nordlys", "list by 2 dec", "--by", "oystein").out.split())
    assert "oystein is away on Wed 2 Dec (Parental leave); the working day before is Fri 27 Nov" in said
    said = cb("log", "nordlys", "x", "--with", "oystein", "--they-promise", "plan by 3 dec").out
    assert "oystein is away on Thu 3 Dec (Parental leave)" in said
    late = cb("promise", "nordlys", now=datetime(2026, 12, 7, 9, tzinfo=UTC)).out
    assert late.count("late 1 working day") == 2  # Monday alone: he was away until Friday


def test_undo_reverts_one_change_after_the_other(cb: Cb) -> None:
    cb("log", "hikari", "one", "--i-promise", "list by fri")
    cb("log", "hikari", "two")
    assert "log hikari: two" in cb("data", "undo", now=LATER).out
    assert "log hikari: one" in cb("data", "undo", now=LATER).out
    assert cb("data", "undo", now=LATER).code == 1
    assert json.loads(cb("promise", "--json").out)["promises"] == []


def test_feedback_waits_for_an_answer(cb: Cb, home: Path) -> None:
    answer = cb("log", "nordlys", "shorter slides", "--kind", "feedback")
    assert "--no-action" in answer.out
    entry = str(lines(home, "nordlys")[0]["id"])
    codes = [item["code"] for item in json.loads(cb("today", "--json").out)["items"]]
    assert "feedback_open" in codes
    assert cb("promise", "add", "nordlys", "ten slides by fri", "--answers", entry).code == 0
    codes = [item["code"] for item in json.loads(cb("today", "--json").out)["items"]]
    assert "feedback_open" not in codes


def test_a_problem_stays_until_it_is_closed(cb: Cb, home: Path) -> None:
    cb("log", "nordlys", "export is empty", "--kind", "problem")
    entry = str(lines(home, "nordlys")[0]["id"])
    agenda = json.loads(cb("today", "--json").out)["items"]
    (problem,) = [item for item in agenda if item["code"] == "problem_open"]
    assert problem["command"] == f'cb log nordlys --closes {entry} "how it was solved"'
    closed = cb("log", "nordlys", "wrong path", "--kind", "problem", "--closes", entry)
    assert (closed.code, "closed: export is empty" in closed.out) == (0, True)
    assert "problem_open" not in cb("today", "--json").out


def test_what_today_offers_to_say_is_gone_once_it_is_logged(cb: Cb) -> None:
    eve = datetime(2026, 12, 22, 9, tzinfo=UTC)

    def greetings() -> list[dict[str, str]]:
        items = json.loads(cb("today", "--days", "3", "--json", now=eve).out)["items"]
        return [item for item in items if item["code"] == "greeting" and item["client"] == "nordlys"]

    (greeting,) = greetings()  # Christmas Eve, Christmas Day and the day after it are one feast
    command = shlex.split(greeting["command"])
    assert command[:3] == ["cb", "log", "nordlys"]
    assert cb(*command[1:], now=eve).code == 0
    assert greetings() == []


def test_the_same_gift_is_not_given_twice(cb: Cb) -> None:
    cb("log", "hikari", "Chocolate", "--kind", "gift")
    again = cb("log", "hikari", "chocolate", "--kind", "gift", now=LATER)
    assert "the same gift was logged on 2026-11-23" in again.out
    assert again.out.index("sets of four") < again.out.index("Logged")


@pytest.mark.parametrize(
    ("now", "section", "when"),
    [
        (datetime(2026, 11, 26, 16, 30, tzinfo=UTC), "Soon", "Fri 27 Nov"),  # already Friday in Tokyo
        (datetime(2026, 11, 27, 16, 0, tzinfo=UTC), "Now", "today"),  # already Saturday there
        (datetime(2026, 11, 28, 9, 0, tzinfo=UTC), "Now", "Fri 27 Nov"),  # a weekend: it stays overdue
    ],
)
def test_an_update_is_due_on_one_date_in_today_and_the_handover(
    cb: Cb, now: datetime, section: str, when: str
) -> None:
    cb("log", "hikari", "weekly status", "--kind", "email", now=datetime(2026, 11, 20, 10, tzinfo=UTC))
    soon = cb("today", "--all", now=now).out.partition("\nSoon\n")
    shown = soon[0].partition("\nNow\n")[2] if section == "Now" else soon[2]
    (line,) = [
        line for line in shown.splitlines() if "hikari" in line and " update" in line and "cb " not in line
    ]
    assert line.endswith(when)
    handover = cb("brief", "hikari", "--handover", now=now).out
    assert "due Fri 27 Nov 2026, last Fri 20 Nov 2026" in handover


def test_a_bare_cb_shows_the_day(cb: Cb) -> None:
    assert cb().out == cb("today").out


def test_the_sample_workspace_is_never_written_to(run: Run) -> None:
    before = run("--demo", "promise", "--all", "--json").out
    for words in (("log", "hikari", "x"), ("promise", "add", "hikari", "x"), ("data", "undo")):
        answer = run("--demo", *words)
        assert (answer.code, answer.out) == (2, "")
    assert run("--demo", "promise", "--all", "--json").out == before


def test_people_are_imported_from_an_address_book_and_can_be_undone(cb: Cb, home: Path) -> None:
    before = (home / "clients" / "nordlys.yaml").read_bytes()
    cards = home / "people.vcf"
    cards.write_text(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Åse Null\r\nTITLE:Pilot\r\nX-A:1\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ingrid Solheim\r\nEND:VCARD\r\n",
        encoding="utf-8",
    )
    answer = cb("client", "import", "nordlys", "people.vcf")
    assert answer.code == 0, answer.err
    assert "Added: Åse Null as nordlys/ase" in answer.out
    assert "Left out: other fields (1 card)" in answer.out
    assert cb("log", "nordlys", "met", "--with", "ase").code == 0
    cb("data", "undo")
    cb("data", "undo")
    assert (home / "clients" / "nordlys.yaml").read_bytes() == before


def test_a_shared_review_holds_nothing_private(cb: Cb) -> None:
    cb("log", "hikari", "SECRET-NOTE", "--with", "sato")
    cb("log", "hikari", "SECRET-PROBLEM", "--kind", "problem")
    for form in ((), ("--json",), ("--plain",)):
        out = cb("review", "hikari", "--share", *form).out
        assert "Hikari" in out
        assert "SECRET" not in out
        assert "佐藤" not in out


def test_a_torn_line_is_reported_and_nothing_else_is_lost(cb: Cb, home: Path) -> None:
    cb("log", "hikari", "first")
    with (home / "journal" / "hikari.jsonl").open("ab") as writer:
        writer.write(b'{"id": "torn", "at"')
    assert "journal/hikari.jsonl has 1 problem" in cb("brief", "hikari").err
    answer = cb("log", "hikari", "second", now=LATER)
    assert "set aside" in answer.err
    assert [line["text"] for line in lines(home, "hikari")] == ["first", "second"]
