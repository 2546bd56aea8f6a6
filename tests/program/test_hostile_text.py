"""Text from files and options cannot move the cursor, colour the screen or reorder a line, in any format."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.cli import main
from clientbridge.cli.surroundings import Surroundings
from clientbridge.render.safe_text import REORDERING
from conftest import MONDAY_MORNING, Answer, Screen

PIECES = st.one_of(
    st.sampled_from(
        [
            "\x1b[31mred",
            "\x1b]0;title\x07",
            "\x1b]8;;https://example.com\x1b\\link",
            "\x9b2J",
            "\x08\x08\x7f",
            "a\rb",
            "\r\n\t",
            "\x00",
            "\u202etxt.exe",
            "\u2066\u2069\u200f",
            "\u2028\u2029\x85\x0b\x0c",
            "[bold red]x[/]",
            "[/]",
            "[link=file:///]",
            "<b>&amp;",
            "`*_#|",
            "{x}%s",
            "\\",
            "👩‍👩‍👧",
            "田中",
            "שלום",
            "e\u0301",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=5).map("".join)

ASKED = [
    ["today"],
    ["meet"],
    ["meet", "acme", "--count", "1"],
    ["meet", "acme", "--text"],
    ["brief", "acme"],
    ["brief", "acme", "--full"],
    ["brief", "acme", "--handover"],
    ["holidays", "--next", "5d"],
    ["review", "--month", "2026-11"],
    ["review", "acme", "--share"],
    ["promise"],
    ["client", "list"],
    ["client", "show", "acme"],
    ["client", "map", "acme", "--why"],
    ["data", "check"],
]
FORMATS = [[], ["--plain"], ["--json"]]


def quoted(text: str) -> str:
    """As a YAML text, every character escaped."""
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


def fill(workspace: Path, text: str) -> None:
    """Put the text wherever a profile and a journal have room for one."""
    said = quoted(text)
    (workspace / "clients").mkdir(exist_ok=True)
    (workspace / "journal").mkdir(exist_ok=True)
    (workspace / "me.yaml").write_text(f"name: {said}\ncountry: BE\n", encoding="utf-8")
    (workspace / "clients" / "acme.yaml").write_text(
        f"name: {said}\ncountry: JP\nlanguage: ja\ncalendar: {said}\nmanager: {said}\nbackup: {said}\n"
        f"days_off: [{{days: 2026-11-24, name: {said}}}]\n"
        f"context: {{sector: {said}, goals: [{said}]}}\nnotes: {said}\n"
        f"channels: {{first: {said}, documents: {said}}}\nrhythm: {{checkin: 1d}}\n"
        f"people:\n  - {{id: ana, name: {said}, call: {said}, say: {said}, role: {said}, phone: {said}, "
        f"notes: {said}, birthday: 11-24, level: manager}}\n",
        encoding="utf-8",
    )
    (workspace / "clients" / "zoo.yaml").write_text(f"{said}: {said}\ncountry: {said}\n", encoding="utf-8")
    lines: list[dict[str, object]] = [
        {"kind": kind, "text": text, "people": [text, "ana"], "links": [text]}
        for kind in ("call", "gift", "problem", "feedback", "success", "insight", "visit")
    ]
    promises: list[dict[str, object]] = [
        {"kind": "promise", "owner": owner, "text": text, "due": "2026-11-20", "person": text}
        for owner in ("me", "them")
    ]
    entries = [
        {"id": f"e{number}", "at": "2026-11-10T09:00:00Z", **line}
        for number, line in enumerate([*lines, *promises])
    ]
    odd = {"id": text, "at": text, "kind": text}
    (workspace / "journal" / "acme.jsonl").write_text(
        "".join(f"{json.dumps(entry)}\n" for entry in [*entries, odd]), encoding="utf-8"
    )


def call(workspace: Path, *words: str) -> Answer:
    out, talk = Screen(), Screen()
    around = Surroundings(
        environment={"HOME": str(workspace.parent / "home"), "NO_COLOR": "1"},
        folder=workspace,
        input=Screen(),
        output=out,
        talk=talk,
        clock=MONDAY_MORNING,
        width=60,
    )
    return Answer(main(words, around), out.getvalue(), talk.getvalue())


def moves_something(text: str) -> set[str]:
    return {
        char
        for char in text
        if (unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} and char != "\n") or char in REORDERING
    }


@given(text=TEXTS, words=st.sampled_from(ASKED))
def test_text_of_files_is_only_text(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: list[str]
) -> None:
    workspace = tmp_path_factory.mktemp("workspace")
    fill(workspace, text)
    for form in FORMATS:
        answer = call(workspace, *words, *form)
        assert answer.code in {0, 1, 4, 5}
        assert not moves_something(answer.out + answer.err)


def is_refused(answer: Answer) -> bool:
    """A name of nothing that can be seen is no name, and what looks like an address has to be one."""
    told = " ".join(answer.err.split())
    return answer.code == 4 and ("the name is empty" in told or "only https addresses" in told)


@given(text=TEXTS)
def test_text_in_markdown_and_html_is_only_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    workspace = tmp_path_factory.mktemp("workspace")
    fill(workspace, text)
    for option in ("--md", "--html"):
        answer = call(workspace, "brief", "acme", "--full", option, f"brief{option}")
        if is_refused(answer):
            return
        assert answer.code == 0, answer.err
        assert not moves_something((workspace / f"brief{option}").read_text(encoding="utf-8"))


@given(text=TEXTS)
def test_text_in_calendar_files_is_only_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    workspace = tmp_path_factory.mktemp("workspace")
    fill(workspace, text)
    for words in (["meet", "acme/ana", "--quorum", "1"], ["holidays", "acme", "--on", "2026-11-24"]):
        answer = call(workspace, *words, "--ics", f"{words[0]}.ics")
        if is_refused(answer):
            return
        assert answer.code == 0, answer.err
        written = (workspace / f"{words[0]}.ics").read_bytes().decode()
        assert not moves_something(written.replace("\r\n", ""))


TYPED = [
    ["brief", "x{}"],
    ["culture", "x{}"],
    ["log", "acme", "x{}", "--i-promise", "x{} by fri"],
    ["log", "acme", "x", "--kind={}"],
    ["promise", "add", "acme", "x{}"],
    ["client", "add", "x{}", "--country", "JP", "--id", "new"],
    ["client", "add", "x", "--country={}"],
    ["meet", "acme", "--duration={}"],
    ["meet", "acme", "--on={}"],
    ["today", "x{}"],
    ["today", "--{}"],
    ["x{}"],
    ["today", "--now={}"],
]


@given(text=TEXTS, words=st.sampled_from(TYPED))
def test_text_of_options_is_only_text(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: list[str]
) -> None:
    workspace = tmp_path_factory.mktemp("workspace")
    fill(workspace, "plain")
    (workspace / "clients" / "zoo.yaml").unlink()
    for last in (["promise"], ["data", "undo"]):
        for typed in ([word.replace("{}", text) for word in words], last):
            answer = call(workspace, *typed)
            assert answer.code in {0, 1, 2, 3, 4}
            assert not moves_something(answer.out + answer.err)
