"""The clients that a command is about."""

from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.core.errors import Problem, UnknownNameError, WrongFilesError
from clientbridge.core.workspace.client_card import Origin
from clientbridge.load.clients import (
    client_card,
    readable_clients,
    report_unreadable_clients,
    report_unreadable_lines,
)

ACME = "name: Acme KK\ncountry: JP\npeople: [{id: ana, name: Ana Souza}]\n"
BROKEN = "name: Solaris\ncountry: XX\nhours: 9-\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "mine", acme=ACME, broken=BROKEN)


def test_without_a_name_it_is_everyone_who_can_be_read(folder: Path) -> None:
    notes: list[str] = []
    assert [client.id for client in readable_clients(session(folder, notes=notes))] == ["acme"]
    assert notes == ["clients/broken.yaml has 2 problems and is left out; see: cb data check"]


def test_a_named_client_must_be_right(folder: Path) -> None:
    notes: list[str] = []
    call = session(folder, notes=notes)
    assert [client.id for client in readable_clients(call, ["Acme", "acme"])] == ["acme"]
    with pytest.raises(WrongFilesError):
        readable_clients(call, ["broken"])
    with pytest.raises(UnknownNameError):
        readable_clients(call, ["nobody"])
    assert notes == []


def test_where_nobody_is_left_the_problems_are_the_answer(tmp_path: Path) -> None:
    with pytest.raises(WrongFilesError, match="2 problems"):
        readable_clients(session(make_workspace(tmp_path / "mine", broken=BROKEN)))


def test_what_is_left_out_is_said_once_a_file(folder: Path) -> None:
    notes: list[str] = []
    call = session(folder, notes=notes)
    lines = [Problem(file="journal/acme.jsonl", line=line, column=1, say="no JSON") for line in (2, 3)]
    profile = Problem(file="clients/beta.yaml", line=1, column=1, say="no name")
    report_unreadable_clients(call, [profile], any_left=True)
    report_unreadable_lines(call, lines)
    assert notes == [
        "clients/beta.yaml has 1 problem and is left out; see: cb data check",
        "journal/acme.jsonl has 2 problems and those lines are left out; see: cb data check",
    ]


def test_a_person_abroad_keeps_the_assumed_hours_of_that_country(tmp_path: Path) -> None:
    people = (
        "people: [{id: hans, name: Hans Weber, country: DE, region: Bavaria}, {id: omar, name: Omar Said}]"
    )
    dubai = f"name: Almadar\ncountry: AE\n{people}\n"
    card = client_card(session(make_workspace(tmp_path / "mine", almadar=dubai)), "almadar")
    hans, omar = ({fact.name: fact for fact in person.facts} for person in card.people)
    assert (hans["hours"].value, omar["hours"].value) == tuple(
        f"{hours} on working days, usual office hours there" for hours in ("08:00-17:00", "09:00-18:00")
    )
    assert (hans["country"].origin, hans["region"].origin) == (Origin.PROFILE, Origin.PROFILE)
    assert omar["country"].origin is Origin.CLIENT


def test_a_card_says_where_each_value_comes_from(folder: Path) -> None:
    card = client_card(session(folder), "acme")
    assert (card.id, card.file, [person.id for person in card.people]) == (
        "acme",
        "clients/acme.yaml",
        ["ana"],
    )
    assert {fact.name: fact.line for fact in card.facts}["country"] == 2
    assert client_card(session(folder), "ME").id == "me"
    with pytest.raises(WrongFilesError):
        client_card(session(folder), "broken")
