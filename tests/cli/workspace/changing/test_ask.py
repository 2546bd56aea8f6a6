"""`cb ask`: a page for a person, and what they said: seen first, written with its date, nothing lost."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from conftest import Run

ME = "name: Lea Peeters\ncountry: BE\nemail: lea@example.com\n"
HIKARI = """\
# Hikari, since 2024
name: Hikari KK
country: JP
region: Tokyo
people:
  - id: sato   # the boss
    name: Sato Kenichi
    role: CTO
    culture: {directness: 4}   # my guess
observes: [christmas]
notes: Prefers slides.
"""
REPLY = """\
> cb-ask: hikari/sato
> name: 佐藤%20健一
> call: Sato-san
> hours: mon%2Ctue%2Cwed%2Cthu%2009%3A00-17%3A30
> away: 2026-12-28..2027-01-05
> feast: diwali
> feedback: 1
> directness: 5
> channel: Teams%3A%20%22x%22%20%23%20y
> reply: 1d
> language: ja
> notes: No%20calls%20before%209.
> cb-ask: end
"""
WRITTEN = """\
# Hikari, since 2024
name: Hikari KK
country: JP
region: Tokyo
people:
  - id: sato   # the boss
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text(ME, encoding="utf-8")
    (tmp_path / "clients" / "hikari.yaml").write_text(HIKARI, encoding="utf-8")
    (tmp_path / "reply.txt").write_text(REPLY, encoding="utf-8")
    return tmp_path


def profile(home: Path) -> str:
    return (home / "clients" / "hikari.yaml").read_text(encoding="utf-8")


def test_a_page_is_made_in_their_language_and_says_how_to_go_on(run: Run, home: Path) -> None:
    answer = run("ask", "hikari", "--page", "ask.html", folder=home)
    assert (answer.code, answer.err) == (0, "wrote ask.html\n")
    assert "answers go  by their own mail to lea@example.com" in answer.out
    assert "cb ask hikari/sato --reply FILE" in answer.out
    page = (home / "ask.html").read_text(encoding="utf-8")
    assert '<html lang="ja" dir="ltr">' in page
    assert '"id":"hikari/sato"' in page
    assert run("ask", "hikari", "--page", "ask.html", folder=home).code == 0
    (home / "mine.html").write_text("mine", encoding="utf-8")
    assert run("ask", "hikari", "--page", "mine.html", folder=home).code == 2
    assert profile(home) == HIKARI


def test_a_reply_is_written_with_its_date_and_leaves_the_rest_of_the_file(run: Run, home: Path) -> None:
    answer = run("ask", "hikari/sato", "--reply", "reply.txt", "--yes", folder=home)
    assert (answer.code, answer.err) == (0, "")
    assert "Written into clients/hikari.yaml, as said by them." in answer.out
    text = profile(home)
    assert text.startswith(WRITTEN)
    assert text.endswith("notes: Prefers slides.\nchannels: {first: 'Teams: \"x\" # y', reply_within: 1d}\n")
    assert "name: Sato Kenichi\n" in text, "the name that can be read stays"
    assert '{value: "5", because: said by them, since: "2026-11-23"}' in text
    assert "   # my guess\n" in text
    assert "observes: [christmas, diwali]\n" in text
    assert 'hours: {mon-thu: "09:00-17:30"}' in text
    assert "Writes their name 佐藤 健一. No calls before 9." in text
    assert run("data", "check", folder=home).code == 0
    assert run("data", "undo", folder=home).code == 0
    assert profile(home) == HIKARI


def test_what_they_said_replaces_what_is_usual_there(run: Run, home: Path) -> None:
    assert run("ask", "hikari/sato", "--reply", "reply.txt", "--yes", folder=home).code == 0
    brief = " ".join(run("--plain", "brief", "hikari/sato", folder=home).out.split())
    assert "(said by Sato-san on 23 Nov 2026)" in brief
    assert "call 2026-11-23" in " ".join(run("--plain", "client", "show", "hikari", folder=home).out.split())


def test_nothing_is_written_before_you_say_so(run: Run, home: Path) -> None:
    shown = run("ask", "hikari/sato", "--reply", "reply.txt", folder=home)
    assert shown.code == 2
    assert "Nothing is written yet." in shown.out
    assert "nothing is written before you say so" in shown.err
    asked = run("ask", "hikari/sato", "--reply", "reply.txt", folder=home, typed="n\n")
    assert (asked.code, profile(home)) == (1, HIKARI)
    assert "nothing was written" in asked.err
    assert run("ask", "hikari/sato", "--reply", "reply.txt", folder=home, typed="y\n").code == 0
    assert "call: Sato-san" in profile(home)


def test_what_stands_beside_the_rest_is_added_and_takes_no_place(run: Run, home: Path) -> None:
    shown = run("ask", "hikari/sato", "--reply", "reply.txt", folder=home, COLUMNS="200").out
    signs = {line.split()[0]: line.split()[-1] for line in shown.splitlines() if line.strip()}
    assert (signs["observes"], signs["notes"], signs["directness"], signs["away"]) == (
        "added",
        "added",
        "changed",
        "new",
    )


def test_the_same_reply_once_more_changes_nothing(run: Run, home: Path) -> None:
    words = ("--json", "ask", "hikari/sato", "--reply", "reply.txt", "--yes")
    first = json.loads(run(*words, folder=home).out)
    text = profile(home)
    again = json.loads(run(*words, folder=home).out)
    assert profile(home) == text
    assert (first["written"], again["written"]) == (True, False)
    assert {answer["state"] for answer in again["answers"]} == {"same"}
    assert first["answers"][4] == {
        "key": "observes",
        "before": "christmas",
        "said": "Diwali",
        "after": "christmas, diwali",
        "state": "changed",
        "why": None,
    }


HOSTILE = (
    ("boss: yes", "this was not asked"),
    ("people: x", "this was not asked"),
    ("country: US", "this was not asked"),
    (f"notes: {'x' * 1001}", "it is longer than 1000 characters"),
    ("notes: a%1B%5B31mb", "it holds characters that cannot be shown"),
    ("notes: a%E2%80%AEb", "it holds characters that cannot be shown"),
    ("notes: %FF", "it holds characters that cannot be shown"),
    ("notes: %20", "it is empty"),
    ("hours: mon%2Ctue", "it names days without hours"),
    ("hours: always%2025", None),
    ("schedule: 9", "'9' is not on the scale"),
    ("language: klingon", None),
    ("away: yesterday%3F", None),
    ("reply: soon", None),
)


@pytest.mark.parametrize(("line", "why"), HOSTILE)
def test_what_cannot_stand_in_a_profile_is_shown_and_left_out(
    run: Run, home: Path, line: str, why: str | None
) -> None:
    (home / "reply.txt").write_text(
        f"cb-ask: hikari/sato\n{line}\nsay: SAH-toh\ncb-ask: end\n", encoding="utf-8"
    )
    answer = run("--json", "ask", "hikari/sato", "--reply", "reply.txt", "--yes", folder=home)
    refused, taken = json.loads(answer.out)["answers"]
    assert (refused["state"], taken["state"]) == ("refused", "new")
    assert refused["after"] is None
    assert refused["why"] == why or (why is None and refused["why"])
    assert profile(home) == HIKARI.replace(
        "    culture: {directness: 4}   # my guess\n",
        '    culture: {directness: 4}   # my guess\n    say: SAH-toh\n    said: {say: "2026-11-23"}\n',
    ) or "say: SAH-toh" in profile(home)
    assert run("data", "check", folder=home).code == 0


@pytest.mark.parametrize(
    "text",
    [
        "]}\n- id: eve\n  decides: yes",
        "x: y",
        "# no comment",
        "&a *a !!python/object",
        "'\"{[",
        "yes",
        "2026-11-26",
        "|\n  block",
    ],
)
def test_words_of_theirs_stay_words(run: Run, home: Path, text: str) -> None:
    block = f"cb-ask: hikari/sato\nsay: {quote(text, safe='')}\nfeast: {quote(text, safe='')}\ncb-ask: end\n"
    (home / "reply.txt").write_text(block, encoding="utf-8")
    assert run("ask", "hikari/sato", "--reply", "reply.txt", "--yes", folder=home).code == 0
    shown = json.loads(run("--json", "client", "show", "hikari", folder=home).out)
    facts = {fact["name"]: fact["value"] for fact in shown["people"][0]["facts"]}
    assert facts["say"] == " ".join(text.split())
    assert len(shown["people"]) == 1


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("ask",), 2, "who is to be asked?"),
        (("ask", "hikari"), 2, "either --page or --reply is needed"),
        (("ask", "hikari/nobody", "--page", "x.html"), 3, "nobody"),
        (("ask", "hikari", "--reply", "none.txt"), 4, "none.txt cannot be read"),
        (("ask", "hikari", "--reply", "me.yaml"), 4, "me.yaml holds no answers of a page of cb ask"),
    ],
)
def test_what_is_wrong_is_said(run: Run, home: Path, words: tuple[str, ...], code: int, say: str) -> None:
    answer = run(*words, folder=home)
    assert answer.code == code
    assert say in answer.err


def test_the_answers_of_somebody_else_are_refused(run: Run, home: Path) -> None:
    (home / "reply.txt").write_text(REPLY.replace("hikari/sato", "acme/ana"), encoding="utf-8")
    answer = run("ask", "hikari/sato", "--reply", "reply.txt", "--yes", folder=home)
    assert answer.code == 2
    assert "these are the answers of acme/ana, not of hikari/sato" in answer.err
    assert profile(home) == HIKARI


def test_a_reply_is_read_from_a_pipe(run: Run, home: Path) -> None:
    answer = run("ask", "hikari/sato", "--reply", "-", "--yes", folder=home, piped=REPLY)
    assert answer.code == 0, answer.err
    assert "call: Sato-san" in profile(home)
