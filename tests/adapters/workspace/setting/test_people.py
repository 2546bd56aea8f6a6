"""Ids of people who are added."""

import pytest

from clientbridge.adapters.workspace.setting.people import new_person_id


@pytest.mark.parametrize(
    ("name", "call", "taken", "person_id"),
    [
        ("Kenichi Sato", "Sato-san", (), "sato"),
        ("Kenichi Sato", "", (), "kenichi"),
        ("Kenichi Sato", "Chief", (), "kenichi"),
        ("Øystein Berg", "", (), "oystein"),
        ("Ana Souza", "", ("ana",), "ana2"),
        ("Ana Souza", "", ("ana", "ana2"), "ana3"),
        ("Me Too", "", (), "me2"),
        ("佐藤 健一", "Sato-san", (), "sato"),
        ("佐藤 健一", "Mr Sato", ("sato",), "sato2"),
        ("佐藤 健一", "佐藤さん", (), "person"),
        ("佐藤 健一", "", ("person",), "person2"),
    ],
)
def test_an_id_is_made_of_the_name(name: str, call: str, taken: tuple[str, ...], person_id: str) -> None:
    assert new_person_id(name, call, frozenset(taken)) == person_id
