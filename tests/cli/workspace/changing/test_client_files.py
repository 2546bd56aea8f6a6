"""`cb client rename`, `remove`, `archive` and `unarchive`, as typed."""

import json
from pathlib import Path

import pytest
from sessions import make_workspace

from conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = make_workspace(
        tmp_path / "mine", acme="name: Acme KK\ncountry: JP\n", bolt="name: Bolt\ncountry: BE\n"
    )
    (folder / "journal").mkdir()
    (folder / "journal" / "acme.jsonl").write_text("", encoding="utf-8")
    return folder


def test_renaming_says_what_went_along(home: Path, run: Run) -> None:
    answer = run("client", "rename", "acme", "corona", "--name", "Corona KK", folder=home)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Acme KK is called Corona KK now, with the id corona instead of acme. Moved with\n"
        "it: clients/corona.yaml, journal/corona.jsonl.\n"
        "\n"
        "Next: cb client show corona  everything known, and from where\n"
        "Next: cb data undo  take it back\n"
    )
    assert run("client", "show", "corona", folder=home).code == 0
    assert run("client", "show", "acme", folder=home).code == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("acme", "corona"),
            (
                "Acme KK has the id corona instead of acme. "
                "Moved with it: clients/corona.yaml, journal/corona.jsonl."
            ),
        ),
        (("acme", "--name", "Corona KK"), "Acme KK is called Corona KK now."),
    ],
)
def test_renaming_is_a_sentence(words: tuple[str, ...], expected: str, home: Path, run: Run) -> None:
    answer = run("client", "rename", *words, folder=home, COLUMNS="120")
    assert answer.out.partition("\n\nNext: ")[0] == expected


def test_archiving_is_a_sentence(home: Path, run: Run) -> None:
    for act, expected in (
        ("unarchive", "Acme KK is among your clients already."),
        ("archive", "Acme KK is archived, since 23 Nov 2026: nothing is asked for them any more."),
        ("archive", "Acme KK is archived already, since 23 Nov 2026: nothing is asked for them any\nmore."),
        ("unarchive", "Acme KK is among your clients again."),
    ):
        assert run("client", act, "acme", folder=home).out.partition("\n\nNext: ")[0] == expected


def test_removing_asks(home: Path, run: Run) -> None:
    no = run("client", "remove", "acme", folder=home, typed="n\n")
    assert (no.code, no.out) == (1, "")
    assert "Remove acme? (cb data undo brings it back) (y/n)" in no.err
    assert "nothing was removed" in no.err
    assert run("client", "remove", "acme", folder=home).code == 2
    yes = run("client", "remove", "acme", folder=home, typed="y\n")
    assert yes.code == 0
    assert "kept     journal/acme.jsonl" in yes.out
    added = run("client", "add", "Acme", "--country", "JP", folder=home)
    assert "journal/acme.jsonl is there already and is this client's now" in added.out


def test_removing_without_a_question(home: Path, run: Run) -> None:
    told = json.loads(run("client", "remove", "acme", "--yes", "--with-journal", "--json", folder=home).out)
    assert (told["kind"], told["removed"], told["kept"]) == (
        "client_removed",
        ["clients/acme.yaml", "journal/acme.jsonl"],
        [],
    )
    assert run("data", "undo", folder=home).code == 0
    assert (home / "journal" / "acme.jsonl").exists()


def test_archived_clients_are_out_of_the_way(home: Path, run: Run) -> None:
    assert "Next: cb client list --archived" in run("client", "archive", "acme", folder=home).out
    for words in (("client", "list"), ("meet",), ("holidays",), ("today",), ("review",)):
        assert "acme" not in run(*words, folder=home).out.casefold(), words
    assert "and 1 archived: cb client list --archived" in run("client", "list", folder=home).err
    archived = json.loads(run("client", "list", "--archived", "--json", folder=home).out)
    assert [(one["id"], one["archived"]) for one in archived["clients"]] == [("acme", "2026-11-23")]
    assert "Acme KK (archived 23 Nov 2026)" in run("client", "list", "--all", folder=home).out
    for named in (("brief", "acme"), ("meet", "acme", "--next", "2w"), ("holidays", "acme")):
        answer = run(*named, folder=home)
        assert answer.code in {0, 1}  # 1: no hour of theirs is an hour of yours
        assert "Acme KK is archived since 23 Nov 2026; back: cb client unarchive acme" in answer.err
    assert run("client", "unarchive", "acme", folder=home).code == 0
    assert "acme" in run("today", folder=home).out
