"""People added to a client and removed."""

from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.core.errors import UnknownNameError, UsageError
from clientbridge.load.changes import undo
from clientbridge.load.workspace.people import add_person, people, remove_person

ACME = "name: Acme KK\ncountry: JP\npeople:   # ours\n- id: ana   # first\n  name: Ana Souza\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "mine", acme=ACME, bolt="name: Bolt\ncountry: BE\n")


def client_text(mine: Path, client: str = "acme") -> str:
    return (mine / "clients" / f"{client}.yaml").read_text(encoding="utf-8")


def test_someone_is_added_and_the_rest_stays(mine: Path) -> None:
    said = {"call": "Sato-san", "role": "CTO", "birthday": "17 May", "timezone": "tokyo", "decides": "yes"}
    told = add_person(session(mine), "acme", "Kenichi Sato", said)
    assert (told.id, told.person, told.name, told.key) == ("acme", "sato", "Kenichi Sato", "people")
    assert client_text(mine) == (
        f"{ACME}- id: sato\n  name: Kenichi Sato\n  call: Sato-san\n  role: CTO\n"
        '  decides: "yes"\n  timezone: Asia/Tokyo\n  birthday: 05-17\n'
    )
    assert [one.id for one in people(session(mine), "acme").people] == ["ana", "sato"]
    assert undo(session(mine)).what == "client person acme add Kenichi Sato"
    assert client_text(mine) == ACME


def test_the_first_one_makes_the_list(mine: Path) -> None:
    add_person(session(mine), "Bolt", "João", {})
    assert client_text(mine, "bolt") == "name: Bolt\ncountry: BE\npeople:\n  - id: joao\n    name: João\n"


def test_someone_is_removed_and_comes_back(mine: Path) -> None:
    add_person(session(mine), "acme", "Li Wei", {"id": "li"})
    told = remove_person(session(mine), "acme", "ana")
    assert (told.person, told.name, told.before, told.after) == (
        "ana",
        "Ana Souza",
        "id ana, Ana Souza",
        None,
    )
    assert [one.id for one in people(session(mine), "acme").people] == ["li"]
    undo(session(mine))
    assert [one.id for one in people(session(mine), "acme").people] == ["ana", "li"]


@pytest.mark.parametrize(
    ("name", "said", "say"),
    [
        ("ana souza", {}, "Ana Souza is there already"),
        ("Li Wei", {"id": "ana"}, "the id 'ana' is Ana Souza's"),
        ("Li Wei", {"id": "Li Wei"}, "is not an id"),
        ("Li Wei", {"birthday": "sometime"}, "sometime"),
        (" ", {}, "the name is empty"),
    ],
)
def test_what_cannot_be_added_is_told(mine: Path, name: str, said: dict[str, str], say: str) -> None:
    with pytest.raises(UsageError) as told:
        add_person(session(mine), "acme", name, said)
    assert say in told.value.say
    assert client_text(mine) == ACME


def test_only_who_is_there_can_be_removed(mine: Path) -> None:
    with pytest.raises(UnknownNameError):
        remove_person(session(mine), "acme", "nobody")
    with pytest.raises(UsageError, match="names a person"):
        remove_person(session(mine), "acme/ana", "ana")


def test_a_person_may_be_told_whole(mine: Path) -> None:
    """Each key that is one text of a person can be given from the start."""
    said = {key.name: key.example for key in schema.PERSON.keys if not key.example.startswith(("[", "{"))}
    told = add_person(session(mine), "bolt", "Ana Souza", said | {"region": "JP-13", "country": "JP"})
    assert told.person == "ana"
