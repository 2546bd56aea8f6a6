"""A look at every file of a workspace."""

from dataclasses import replace
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.errors import WrongFilesError
from clientbridge.load.check import check_of, read_every_file
from clientbridge.load.session import Session


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = make_workspace(
        tmp_path / "home",
        acme="name: Acme KK\ncountry: JP\n",
        broken="name: Solaris\ncountry: XX\nhours: 9-\n",
    )
    return Workspace(folder=folder)


def test_checking_reads_every_file(workspace: Workspace) -> None:
    (workspace.folder / "clients" / "old.yml").write_text("name: x\n", encoding="utf-8")
    (workspace.folder / "me.yaml").write_text("name: Lea\n", encoding="utf-8")
    checked = read_every_file(session(workspace.folder))
    assert [problem.place for problem in checked.problems] == [
        "me.yaml:1:1",
        "clients/broken.yaml:2:10",
        "clients/broken.yaml:3:8",
        "clients/old.yml:1:1",
    ]
    with pytest.raises(WrongFilesError):
        _ = workspace.me


def test_seasons_and_feasts_that_nothing_knows_are_noted(workspace: Workspace) -> None:
    (workspace.folder / "clients" / "acorn.yaml").write_text(
        "name: A\ncountry: AE\nseasons: [{days: ramdan, hours: 9-14}, {days: Ramadan, hours: 9-14}]\n"
        "observes: [christmas, krismas]\n",
        encoding="utf-8",
    )
    assert [note.split("; did")[0] for note in read_every_file(session(workspace.folder)).notes] == [
        "clients/acorn.yaml:3: no season is called 'ramdan', so it has no effect",
        "clients/acorn.yaml:4: no feast is called 'krismas', so it has no effect",
    ]


def test_the_sample_workspace_is_right_and_wide(tmp_path: Path) -> None:
    demo = Session(folders=replace(session(tmp_path).folders, demo=True), clock=MORNING)
    checked = read_every_file(demo)
    assert checked.problems == ()
    assert {client.schedule.place.country for client in checked.clients} == {"BR", "JP", "NO", "AE", "US"}
    zones = {person.schedule.zone.key for client in checked.clients for person in client.people}
    assert len(zones) >= 10
    assert demo.workspace.me.name == "Lea Peeters"


def test_the_answer_says_how_many_clients_could_be_read_and_how_old_the_data_is(workspace: Workspace) -> None:
    call = session(workspace.folder)
    answer = check_of(call, read_every_file(call))
    assert (answer.clients, answer.folder) == (1, str(workspace.folder))
    assert set(answer.versions) == {"clientbridge", "tzdata", "holidays"}
    assert any("holidays" in note for note in answer.notes)
