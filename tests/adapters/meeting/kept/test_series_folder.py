"""The folder of the remembered series: what is a link in it stays as it is."""

from pathlib import Path

import pytest
from kept_series import WEEKLY

from clientbridge.adapters.meeting.kept.series_folder import (
    held_series,
    read_series,
    remove_series,
    series_file,
    without_client,
    write_series,
)
from clientbridge.adapters.meeting.kept.series_record import written
from clientbridge.core.errors import FileFailedError, UsageError

LEADS_OUT = "is a link that leads out of your files"


def keep(mine: Path) -> None:
    with held_series(mine, new=True):
        write_series(mine, WEEKLY)


def test_a_folder_that_leads_out_is_neither_read_nor_written(tmp_path: Path) -> None:
    mine, out = tmp_path / "mine", tmp_path / "out"
    mine.mkdir()
    out.mkdir()
    file = out / f"{WEEKLY.id}.json"
    file.write_bytes(written(WEEKLY))
    (mine / "series").symlink_to(out)
    for act in (
        lambda: read_series(mine),
        lambda: keep(mine),
        lambda: remove_series(mine, WEEKLY.id),
        lambda: without_client(mine, "bay", "cove"),
        lambda: without_client(mine, "bay"),
    ):
        with pytest.raises(FileFailedError, match=f"^series {LEADS_OUT}"):
            act()
    assert [*out.iterdir()] == [file]
    assert file.read_bytes() == written(WEEKLY)


def test_a_file_that_leads_out_is_told_and_left(tmp_path: Path) -> None:
    mine, out = tmp_path / "mine", tmp_path / "out.json"
    keep(mine)
    out.write_bytes(written(WEEKLY))
    file = mine / series_file(WEEKLY.id)
    file.unlink()
    file.symlink_to(out)
    kept = read_series(mine)
    assert (kept.series, [one.say for one in kept.problems]) == ((), [f"series/pakmga.json {LEADS_OUT}"])
    with pytest.raises(FileFailedError, match=LEADS_OUT):
        keep(mine)
    with pytest.raises(UsageError, match="no series 'pakmga' is kept"):
        remove_series(mine, WEEKLY.id)
    assert without_client(mine, "bay") == {}
    assert out.read_bytes() == written(WEEKLY)


def test_a_folder_inside_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "series").symlink_to("kept")
    keep(tmp_path)
    assert read_series(tmp_path).series == (WEEKLY,)
    assert (tmp_path / "kept" / f"{WEEKLY.id}.json").is_file()
