"""One call: where its files are, when it is, what it writes for the user."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.core.errors import FileFailedError
from clientbridge.load.session import Folders, Session, versions


def nowhere(folder: Path, clock: datetime = MORNING) -> Session:
    return Session(folders=Folders(current=folder, data=folder, cache=folder, state=folder), clock=clock)


def test_a_time_without_offset_is_one_in_your_zone(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine"))
    assert call.now == MORNING
    local = replace(call, clock=datetime(2026, 11, 24, 0, 30))  # noqa: DTZ001  (the point of the test)
    assert local.now == datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert local.today == date(2026, 11, 24)


def test_today_and_a_time_without_offset_are_those_of_where_you_are(tmp_path: Path) -> None:
    """Until 9 December in Dubai, at UTC+4."""
    mine = make_workspace(tmp_path / "mine")
    me = mine / "me.yaml"
    stay = "travel: [{days: 2026-12-07..2026-12-09, timezone: Asia/Dubai}]\n"
    me.write_text(me.read_text(encoding="utf-8") + stay, encoding="utf-8")
    call = session(mine, now=datetime(2026, 12, 8, 21, 30, tzinfo=UTC))
    assert call.today == date(2026, 12, 9)
    local = replace(call, clock=datetime(2026, 12, 8, 12, 0))  # noqa: DTZ001  (the point of the test)
    assert local.now == datetime(2026, 12, 8, 8, 0, tzinfo=UTC)


def test_without_files_today_is_that_of_utc(tmp_path: Path) -> None:
    call = nowhere(tmp_path, datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert call.today == date(2026, 11, 23)
    with pytest.raises(FileFailedError, match="you have no files yet"):
        _ = call.workspace


def test_the_workspace_is_opened_once(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine"))
    assert call.workspace is call.workspace
    assert call.workspace.folder == tmp_path / "mine"
    assert not replace(call, folders=replace(call.folders, demo=True)).workspace.writable


def test_files_are_written_beside_where_the_user_stands(tmp_path: Path) -> None:
    call = nowhere(tmp_path)
    file = Path("brief.md")
    assert call.saved(file) is None
    call.save(file, "# Ça va\n")
    assert (tmp_path / "brief.md").read_bytes() == "# Ça va\n".encode()
    assert call.saved(file) == "# Ça va\n"
    with pytest.raises(FileFailedError, match="it is a folder"):
        call.saved(Path())


def test_versions_are_those_of_the_program_and_its_data() -> None:
    assert list(versions()) == ["clientbridge", "tzdata", "holidays"]
