"""Links in a workspace: those that stay inside are followed, those that lead out are refused."""

from pathlib import Path

import pytest

from clientbridge.adapters.meeting.own_place import place_inside
from clientbridge.core.errors import FileFailedError


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Beside it lies a folder whose name begins as its own does."""
    for folder in ("mine/here", "mine-too"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mine" / "within").symlink_to("here")
    (tmp_path / "mine" / "out").symlink_to("../mine-too")
    (tmp_path / "mine" / "far").symlink_to("/")
    (tmp_path / "way").symlink_to("mine")
    return tmp_path / "mine"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("here/a.json", "here/a.json"),
        ("none/a.json", "none/a.json"),
        ("within", "here"),
        ("within/a.json", "here/a.json"),
    ],
)
def test_what_is_inside_is_where_it_really_is(mine: Path, name: str, place: str) -> None:
    assert place_inside(mine, name, hint="") == mine.resolve() / place
    assert place_inside(mine.parent / "way", name, hint="") == mine.resolve() / place


@pytest.mark.parametrize("name", ["out", "out/a.json", "far/tmp", "within/../../mine-too"])
def test_what_leads_out_is_refused(mine: Path, name: str) -> None:
    with pytest.raises(FileFailedError) as told:
        place_inside(mine, name, hint="move it")
    assert (told.value.say, told.value.hint) == (f"{name} is a link that leads out of your files", "move it")
