"""Where your files are found, and whom a name means."""

from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import normalize

import pytest

from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.adapters.workspace.workspace_folder import find_workspace
from clientbridge.core.errors import AmbiguousNameError, FileFailedError, UnknownNameError, WrongFilesError

ME = "name: Lea\ncountry: BE\n"
PEOPLE = (
    "people: [{id: ana, name: Ana Souza}, {id: joao, name: João Anacleto}, {id: maria, name: Maria Ana}]\n"
)


def make(folder: Path, **clients: str) -> Path:
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(ME, encoding="utf-8")
    for client_id, source in clients.items():
        (folder / "clients" / f"{client_id}.yaml").write_text(source, encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = make(
        tmp_path / "home",
        acme="name: Acme KK\ncountry: JP\n" + PEOPLE,
        acorn="name: Zürich Söhne\ncountry: CH\n",
        broken="name: Solaris\ncountry: XX\nhours: 9-\n",
    )
    return Workspace(folder=folder)


def test_the_workspace_is_found_by_option_then_upwards_then_in_the_data_folder(tmp_path: Path) -> None:
    mine, other, data = make(tmp_path / "mine"), make(tmp_path / "other"), tmp_path / "data"
    deep = mine / "clients" / "deep"
    deep.mkdir()
    assert find_workspace(home=str(other), folder=deep, data_folder=data).folder == other
    assert find_workspace(home="../../../other", folder=deep, data_folder=data).folder.resolve() == other
    assert find_workspace(home=None, folder=deep, data_folder=data).folder == mine
    with pytest.raises(FileFailedError, match="you have no files yet"):
        find_workspace(home=None, folder=tmp_path, data_folder=data)
    make(data)
    assert find_workspace(home=None, folder=tmp_path, data_folder=data).folder == data
    with pytest.raises(FileFailedError) as missing:
        find_workspace(home="nowhere", folder=tmp_path, data_folder=data)
    assert missing.value.hint == "make one with: cb init --home nowhere"


@pytest.mark.parametrize("name", ["acme", "ACME", "acm", "Acme KK", "acme kk"])
def test_a_client_is_known_by_id_name_and_unique_start(name: str, workspace: Workspace) -> None:
    assert workspace.client(name).id == "acme"


Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]
FULL_WIDTH = "ＴōｋＹō Çelik"


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_name_is_found_however_its_letters_are_stored(stored: Form, typed: Form, tmp_path: Path) -> None:
    def kept(text: str) -> str:
        return normalize(stored, text)

    def said(text: str) -> str:
        return normalize(typed, text)

    source = f"name: {FULL_WIDTH}\ncountry: TR\npeople: [{{id: a, name: Zoë Ağaoğlu}}]\n"
    clients = {kept("josé"): kept(source), "other": "name: Other\ncountry: TR\n"}
    workspace = Workspace(folder=make(tmp_path / "home", **clients))
    for name in ("josé", "JOSÉ", "ｊosé", FULL_WIDTH, "tōkyō Ç"):
        assert normalize("NFC", workspace.client(said(name)).id) == "josé"
    for person in ("Zoë", "Ağaoğlu", "zoë ağaoğlu"):
        _, found = workspace.party(f"{said('josé')}/{said(person)}")
        assert found is not None
    assert workspace.called(said(FULL_WIDTH)) == (kept("josé"),)


@pytest.mark.parametrize("name", ["zurich", "Zürich Söhne", "zürich sohne"])
def test_accents_do_not_matter(name: str, workspace: Workspace) -> None:
    assert workspace.client(name).id == "acorn"


def test_an_ambiguous_name_is_not_guessed(workspace: Workspace) -> None:
    with pytest.raises(AmbiguousNameError) as error:
        workspace.client("ac")
    assert error.value.candidates == ("acme", "acorn")


def test_an_unknown_name_comes_with_the_nearest(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError) as error:
        workspace.client("akme")
    assert error.value.nearest == ("acme",)
    with pytest.raises(UnknownNameError) as error:
        workspace.client("quux")
    assert error.value.hint == "known: acme, acorn, broken"
    with pytest.raises(UnknownNameError):
        workspace.client("")


@pytest.mark.parametrize(
    ("name", "person"), [("acme/ana", "ana"), ("ac/joao", "joao"), ("acme/souza", "ana")]
)
def test_a_person_is_known_within_the_client(name: str, person: str, workspace: Workspace) -> None:
    client, found = workspace.party(name.replace("ac/", "acm/"))
    assert client.id == "acme"
    assert found is not None
    assert found.id == person


def test_whom_a_word_of_a_name_fits_first(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError) as error:
        workspace.party("acme/bob")
    assert error.value.hint == "known: acme/ana, acme/joao, acme/maria"
    with pytest.raises(AmbiguousNameError) as ambiguous:
        workspace.party("acme/an")  # all three have a name that starts so
    assert ambiguous.value.candidates == ("acme/ana", "acme/joao", "acme/maria")
    assert workspace.party("acme")[1] is None


def test_a_broken_client_hides_only_itself(workspace: Workspace) -> None:
    assert workspace.client("acme").name == "Acme KK"
    everyone = workspace.every_client()
    assert [client.id for client in everyone.clients] == ["acme", "acorn"]
    assert [problem.place for problem in everyone.problems] == [
        "clients/broken.yaml:2:10",
        "clients/broken.yaml:3:8",
    ]
    for name in ("broken", "Solaris"):
        with pytest.raises(WrongFilesError) as error:
            workspace.client(name)
        assert len(error.value.problems) == 2
    with pytest.raises(WrongFilesError):
        workspace.clients(["acme", "broken"])


def test_ids_need_no_reading(workspace: Workspace) -> None:
    (workspace.folder / "clients" / "garbage.yaml").write_bytes(b"\x00\xff")
    (workspace.folder / "clients" / "notes.txt").write_bytes(b"")
    assert workspace.client_ids() == ("acme", "acorn", "broken", "garbage")
    assert workspace.client("acme").id == "acme"


def test_without_clients_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text(ME, encoding="utf-8")
    empty = Workspace(folder=tmp_path)
    assert empty.client_ids() == ()
    assert empty.me.name == "Lea"
    with pytest.raises(UnknownNameError) as error:
        empty.client("acme")
    assert error.value.hint == "there is no client yet; add one with: cb client add"


def test_ids_that_differ_in_capitals_or_accents_alone_are_meant_as_typed(tmp_path: Path) -> None:
    composed, decomposed = normalize("NFC", "josé"), normalize("NFD", "josé")
    ids = ["Acme", "acme", composed, decomposed]
    folder = make(
        tmp_path / "twins", **{one: f"name: {number}\ncountry: JP\n" for number, one in enumerate(ids)}
    )
    workspace = Workspace(folder=folder)
    if len(workspace.client_ids()) < len(ids):
        pytest.skip("here they are one file")
    assert [workspace.client_id(one) for one in ids] == ids
    with pytest.raises(AmbiguousNameError) as error:
        workspace.client_id("ACME")
    assert error.value.candidates == ("Acme", "acme")


@pytest.mark.parametrize("typed", [normalize("NFC", "josé"), normalize("NFD", "JOSÉ"), "jose"])
def test_names_match_however_their_accents_are_stored(typed: str, tmp_path: Path) -> None:
    for name in (normalize("NFC", "josé"), normalize("NFD", "josé")):
        folder = make(tmp_path / ascii(name).strip("'"), **{name: "name: x\ncountry: JP\n"})
        assert Workspace(folder=folder).client_id(typed) == name


@pytest.mark.parametrize(
    ("typed", "client"),
    [
        ("al", "k7"),  # its whole name, though an id starts so
        ("AL", "k7"),
        ("alb", "alba"),
        ("Alba", "alba"),
        ("شركة", "noor"),
        ("شركة النور", "noor"),
        ("🚀", "moon"),
        ("x" * 10_000, "long"),
        ("x" * 100, "long"),
    ],
)
def test_names_that_start_alike_and_names_of_all_kinds(typed: str, client: str, tmp_path: Path) -> None:
    folder = make(
        tmp_path / "many",
        alba="name: Alba SA\ncountry: ES\n",
        k7='"name": "Al" # short\ncountry: JP\n',
        noor="name: \u200fشركة النور\u200e\ncountry: AE\n",
        moon="name: 🚀 Moon\ncountry: JP\n",
        long=f"name: {'x' * 10_000}\ncountry: JP\n",
    )
    assert Workspace(folder=folder).client_id(typed) == client
