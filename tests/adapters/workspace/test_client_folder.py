"""A look at the names in `clients/`."""

import os
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from clientbridge.adapters.workspace.client_folder import check_folder
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.command_line import quoted

ACME = "name: Acme KK\ncountry: JP\n"
COMPOSED, DECOMPOSED = normalize("NFC", "josé"), normalize("NFD", "josé")


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    folder = tmp_path / "clients"
    folder.mkdir()
    return folder


def problems(clients: Path, *names: str) -> dict[str, str]:
    """What is said of the files of these names, by name."""
    for name in names:
        (clients / name).write_text(ACME, encoding="utf-8")
    found = check_folder(Workspace(folder=clients.parent)).problems
    return {problem.file: f"{problem.say}; {problem.suggestion}" for problem in found}


def notes(clients: Path, *names: str) -> tuple[str, ...]:
    for name in names:
        (clients / name).write_text(ACME, encoding="utf-8")
    return check_folder(Workspace(folder=clients.parent)).notes


def test_ordinary_files_and_what_editors_leave_are_nobodys_business(clients: Path) -> None:
    names = [
        "acme.yaml",
        "acme.yaml~",
        ".acme.yaml.swp",
        ".DS_Store",
        "acme.yaml.bak",
        "My Client.yaml",
        "東京.yaml",
    ]
    assert problems(clients, *names) == {}
    assert notes(clients) == ()


@pytest.mark.parametrize(
    ("name", "right"), [("x.yml", "x.yaml"), ("x.YAML", "x.yaml"), ("a.b.Yml", "a.b.yaml")]
)
def test_another_ending_is_told_with_the_right_one(name: str, right: str, clients: Path) -> None:
    assert problems(clients, name)[f"clients/{name}"].endswith(f"is not read; rename it to {right}")


@pytest.mark.parametrize(
    ("name", "twin", "how"),
    [
        ("Acme", "acme", "only in capital letters"),
        (DECOMPOSED, COMPOSED, "only in how accents are stored"),
    ],
)
def test_files_that_are_one_on_other_machines(name: str, twin: str, how: str, clients: Path) -> None:
    if (clients / f"{name}.yaml").write_text(ACME, encoding="utf-8") and (clients / f"{twin}.yaml").exists():
        pytest.skip("here too they are one file")
    said = problems(clients, f"{twin}.yaml")
    first, second = sorted((name, twin))
    assert f"this is the file of '{first}'" in said[f"clients/{second}.yaml"]
    assert how in said[f"clients/{second}.yaml"]
    move = f"mv {quoted(f'clients/{second}.yaml')} {quoted(f'clients/{second}-2.yaml')}"
    assert said[f"clients/{second}.yaml"].endswith(move)
    assert len(said) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_that_nobody_can_type(clients: Path) -> None:
    said = problems(clients, "-x.yaml", "two\nlines.yaml", " acme.yaml")
    assert set(said) == {"clients/-x.yaml", "clients/two\nlines.yaml", "clients/ acme.yaml"}


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_that_is_no_text_is_no_client(clients: Path) -> None:
    (clients / os.fsdecode(b"lat\xe9.yaml")).write_text(ACME, encoding="utf-8")
    (said,) = problems(clients).values()
    assert "not UTF-8" in said
    workspace = Workspace(folder=clients.parent)
    assert workspace.client_ids() == check_folder(workspace).client_ids == ()


def test_what_windows_cannot_keep_and_what_misleads_is_noted(clients: Path) -> None:
    long = "x" * 201
    said = notes(clients, "con.yaml", "ac\u043ce.yaml", "dot..yaml", f"{long}.yaml", "notes.txt")
    assert [note.partition(": ")[0] for note in said[:-1]] == [
        "clients/ac\u043ce.yaml",
        "clients/con.yaml",
        "clients/dot..yaml",
        f"clients/{long}.yaml",
    ]
    assert said[-1] == "clients has other files that are not read: notes.txt"


def test_a_text_set_aside_is_told_with_how_to_go_on(clients: Path) -> None:
    (said,) = notes(clients, ".my client.draft.yaml")
    assert said.startswith("clients/.my client.draft.yaml is a text of yours that was set aside; ")
    assert said.endswith('go on with: cb client edit "my client"')


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links(clients: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("other") / "there.yaml"
    outside.write_text(ACME, encoding="utf-8")
    (clients / "acme.yaml").write_text(ACME, encoding="utf-8")
    for name, target in (
        ("in", "acme.yaml"),
        ("out", str(outside)),
        ("gone", "none.yaml"),
        ("loop", "loop.yaml"),
    ):
        (clients / f"{name}.yaml").symlink_to(target)
    assert problems(clients) == {
        "clients/gone.yaml": "a link that leads nowhere; remove it: rm clients/gone.yaml",
        "clients/loop.yaml": "a link that leads nowhere; remove it: rm clients/loop.yaml",
    }
    assert notes(clients) == (f"clients/out.yaml is a link to {outside}, outside your files",)


def test_a_folder_of_folders(clients: Path) -> None:
    (clients / "sub").mkdir()
    (clients / "acme.yaml").mkdir()
    assert set(problems(clients)) == {"clients/acme.yaml"}
    assert notes(clients) == ("clients has other files that are not read: sub",)


def test_a_workspace_without_the_folder_says_so(tmp_path: Path) -> None:
    assert check_folder(Workspace(folder=tmp_path)).notes == (
        "there is no folder clients: no client is known yet",
    )


def test_something_else_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "clients").write_text("", encoding="utf-8")
    (problem,) = check_folder(Workspace(folder=tmp_path)).problems
    assert problem.file == "clients"
    assert problem.say.startswith("the folder cannot be read: ")
