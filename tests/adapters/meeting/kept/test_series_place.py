"""Whether any series is remembered."""

from pathlib import Path

from clientbridge.adapters.meeting.kept.series_place import SERIES_FOLDER, has_series


def test_a_series_is_remembered_where_its_folder_holds_a_file(tmp_path: Path) -> None:
    assert not has_series(tmp_path)
    (tmp_path / SERIES_FOLDER).mkdir()
    assert not has_series(tmp_path)
    (tmp_path / SERIES_FOLDER / "pakmga.json").write_bytes(b"")
    assert has_series(tmp_path)


def test_what_is_no_folder_is_for_its_reader_to_tell(tmp_path: Path) -> None:
    (tmp_path / SERIES_FOLDER).write_bytes(b"")
    assert has_series(tmp_path)
