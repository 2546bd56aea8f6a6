"""`cb client person`, as typed."""

import json
from pathlib import Path

import pytest
from sessions import make_workspace

from conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "mine", acme="name: Acme KK\ncountry: JP\n")


def test_people_are_added_listed_and_removed(home: Path, run: Run) -> None:
    assert "You know nobody at Acme KK yet." in run("client", "person", "acme", folder=home).out
    words = ("add", "Kenichi Sato", "--call", "Sato-san", "--role", "CTO", "--decides")
    added = run("client", "person", "acme", *words, folder=home)
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith("Kenichi Sato  clients/acme.yaml\nbefore  nothing\nnow     id sato, ")
    assert "Next: cb client person acme list" in added.out
    shown = run("client", "person", "acme", "list", folder=home)
    assert "sato  Kenichi Sato  Sato-san  CTO, decides" in shown.out
    listed = json.loads(run("client", "person", "acme", "list", "--json", folder=home).out)
    assert listed["people"] == [
        {
            "id": "sato",
            "name": "Kenichi Sato",
            "call": "Sato-san",
            "role": "CTO",
            "level": None,
            "decides": True,
            "timezone": "Asia/Tokyo",
            "email": None,
        }
    ]
    assert run("client", "person", "acme", "remove", "sato", folder=home).code == 0
    assert "You know nobody" in run("client", "person", "acme", folder=home).out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("acme ad X", 2, "did you mean add?"),
        ("acme frobnicate X", 2, "write list, add, remove"),
        ("acme add", 2, "who is to be added?"),
        ("acme remove", 2, "who is to be removed?"),
        ("acme remove nobody", 3, "unknown person"),
        ("nobody add X", 3, "unknown client"),
    ],
)
def test_mistakes_are_told(home: Path, run: Run, words: str, code: int, told: str) -> None:
    answer = run("client", "person", *words.split(), folder=home)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
