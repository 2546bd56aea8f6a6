"""Series remembered and forgotten by two at once: the second goes on from what the first left."""

from dataclasses import replace
from pathlib import Path

import pytest
from kept_series import WEEKLY
from sessions import make_workspace, session
from turns import waits_for

from clientbridge.adapters.meeting.kept.series_folder import read_series, series_file
from clientbridge.adapters.meeting.kept.series_record import written
from clientbridge.load.changes import undo
from clientbridge.load.meeting.kept.keeping import forget, keep

SHORTER = replace(WEEKLY, times=3)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """With a folder for series that holds none."""
    folder = make_workspace(tmp_path / "mine")
    (folder / "series").mkdir()
    return folder


def write(folder: Path) -> None:
    (folder / series_file(WEEKLY.id)).write_bytes(written(SHORTER))


def test_a_series_kept_by_two_at_once_is_kept_once(mine: Path) -> None:
    new = replace(WEEKLY, id="", uid=f"{'1' * 24}@clientbridge")
    kept, replaced = waits_for(
        mine / "series", lambda: keep(session(mine), new, invited=False), meanwhile=lambda: write(mine)
    )
    assert (kept, replaced) == (WEEKLY, True), "its id and its UID are those of the first"
    assert read_series(mine).series == (WEEKLY,)
    undo(session(mine))
    assert read_series(mine).series == (SHORTER,)


def test_what_is_forgotten_comes_back_as_the_one_before_left_it(mine: Path) -> None:
    (mine / series_file(WEEKLY.id)).write_bytes(written(WEEKLY))
    forgotten = waits_for(
        mine / "series", lambda: forget(session(mine), WEEKLY.id), meanwhile=lambda: write(mine)
    )
    assert (forgotten, read_series(mine).series) == (SHORTER, ())
    undo(session(mine))
    assert read_series(mine).series == (SHORTER,)
