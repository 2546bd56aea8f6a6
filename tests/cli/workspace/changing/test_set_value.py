"""`cb client set`, as typed."""

import json
from pathlib import Path

import pytest
from sessions import make_workspace

from conftest import Run

ACME = "name: Acme KK\ncountry: JP   # Tokyo\npeople: [{id: sato, name: Kenichi Sato}]\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "mine", acme=ACME)


def test_what_stood_there_and_what_stands_there_now(home: Path, run: Run) -> None:
    answer = run("client", "set", "acme", "hours", "mon-thu", "09:00-18:00", folder=home)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Acme KK, hours  clients/acme.yaml\nbefore  nothing\nnow     mon-thu 09:00-18:00\n\n"
        "Next: cb meet acme  when to meet\nNext: cb data undo  take it back\n"
    )
    again = run("client", "set", "acme", "hours", "mon-thu 09:00-18:00", "--plain", folder=home)
    assert again.out.startswith("Acme KK, hours")
    assert "Nothing is changed" in again.out
    assert "undo" not in again.out


@pytest.mark.parametrize(
    ("words", "following"),
    [
        (("acme", "rhythm.checkin", "2w"), "cb today"),
        (("acme/sato", "directness", "2", "--because", "said no outright"), "cb brief acme/sato"),
        (("acme", "language", "fr"), "cb client show acme"),
        (("me", "days_off", "fri", "--add"), "cb meet"),
        (("me", "directness", "2"), "cb client show me"),
    ],
)
def test_the_next_command_fits_the_key(home: Path, run: Run, words: tuple[str, ...], following: str) -> None:
    answer = run("client", "set", *words, folder=home)
    assert f"Next: {following}  " in answer.out
    assert run(*following.split()[1:], folder=home).code in {0, 1}  # 1: no slot on a holiday


def test_json_has_before_and_after(home: Path, run: Run) -> None:
    told = json.loads(run("client", "set", "acme/sato", "role", "CTO", "--json", folder=home).out)
    assert told["kind"] == "profile_changed"
    known = {key: told[key] for key in ("id", "person", "name", "file", "key", "before", "after", "changed")}
    assert known == {
        "id": "acme",
        "person": "sato",
        "name": "Kenichi Sato",
        "file": "clients/acme.yaml",
        "key": "role",
        "before": None,
        "after": "CTO",
        "changed": True,
    }


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("acme timezon Tokyo", 2, "did you mean 'timezone'?"),
        ("acme", 2, "what is to be set?"),
        ("acme hours 9-", 2, "for example"),
        ("acme hours 9-17 --unset", 2, "--unset takes no value"),
        ("acme hours 9-17 --add --remove", 2, "only one of --add, --remove and --unset"),
        ("nobody hours 9-17", 3, "unknown client 'nobody'"),
        ("acme/nobody role CTO", 3, "unknown person"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(
    home: Path, run: Run, words: str, code: int, told: str
) -> None:
    answer = run("client", "set", *words.split(), folder=home)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert (home / "clients" / "acme.yaml").read_text() == ACME


def test_a_key_is_taken_out_again(home: Path, run: Run) -> None:
    run("client", "set", "acme", "language", "fr", folder=home)
    assert run("client", "set", "acme", "language", "--unset", folder=home).code == 0
    assert (home / "clients" / "acme.yaml").read_text() == ACME


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("acme/sato", "your note of 20 Nov 2026 on Kenichi Sato: said no outright"),
        ("acme", "your note of 20 Nov 2026 on this client: said no outright"),
    ],
)
def test_a_brief_says_when_you_learned_it_and_from_what(home: Path, run: Run, name: str, told: str) -> None:
    run("client", "set", "me", "directness", "1", folder=home)
    words = ("directness", "5", "--because", "said no outright", "--since", "20 nov 2026")
    run("client", "set", name, *words, folder=home)
    assert told in run("brief", "acme", "--plain", folder=home).out
