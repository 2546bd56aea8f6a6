"""One call: where its files are, when it is, what it writes for the user."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.time.hours import Weekday
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.load.session import Folders, Session, versions


def nowhere(folder: Path, clock: datetime = MORNING) -> Session:
    return Session(folders=Folders(current=folder, data=folder, cache=folder, state=folder), clock=clock)


def test_a_time_without_offset_is_one_in_your_zone(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine"))
    assert call.now == MORNING
    local = replace(call, typed_now="2026-11-24 00:30")
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
    local = replace(call, typed_now="2026-12-08 12:00")
    assert local.now == datetime(2026, 12, 8, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("2026-11-24T08:00Z", datetime(2026, 11, 24, 8, tzinfo=UTC)),
        ("2026-11-24T08:00:30+09:00", datetime(2026, 11, 23, 23, 0, 30, tzinfo=UTC)),
        ("20261124T080000Z", datetime(2026, 11, 24, 8, tzinfo=UTC)),
        ("2026-11-24T08:00:30", datetime(2026, 11, 24, 7, 0, 30, tzinfo=UTC)),
        ("tomorrow 09:00", datetime(2026, 11, 24, 8, tzinfo=UTC)),
        ("fri 3pm", datetime(2026, 11, 27, 14, tzinfo=UTC)),
        ("9am", datetime(2026, 11, 23, 8, tzinfo=UTC)),
        ("eow", datetime(2026, 11, 26, 23, tzinfo=UTC)),
        ("2026-11-24", datetime(2026, 11, 23, 23, tzinfo=UTC)),
    ],
)
def test_now_takes_the_words_of_every_other_time(tmp_path: Path, typed: str, now: datetime) -> None:
    call = replace(session(make_workspace(tmp_path / "mine")), typed_now=typed)
    assert call.now == now


@pytest.mark.parametrize(
    ("typed", "both"),
    [
        ("2027-03-28 02:30", "2027-03-28T00:30Z (01:30, UTC+01:00) or 2027-03-28T01:30Z (03:30, UTC+02:00)"),
        ("2027-10-31 02:30", "2027-10-31T00:30Z (02:30, UTC+02:00) or 2027-10-31T01:30Z (02:30, UTC+01:00)"),
    ],
)
def test_a_now_that_the_clock_skips_or_shows_twice_is_asked(tmp_path: Path, typed: str, both: str) -> None:
    call = replace(session(make_workspace(tmp_path / "mine")), typed_now=typed)
    with pytest.raises(UsageError) as refused:
        _ = call.now
    assert refused.value.hint == f"say {both}"


def test_your_week_is_that_of_your_place(tmp_path: Path) -> None:
    assert nowhere(tmp_path).week() == CalendarWeek()
    mine = make_workspace(tmp_path / "mine")
    assert session(mine).week() == CalendarWeek()
    (mine / "me.yaml").write_text("name: Noa\ncountry: IL\n", encoding="utf-8")
    assert session(mine).week() == CalendarWeek(Weekday.SUN, Weekday.THU)
    (mine / "me.yaml").write_text("name: Noa\ncountry: BE\nhours: {mon-wed: 09:00-17:00}\n", encoding="utf-8")
    assert session(mine).week() == CalendarWeek(Weekday.MON, Weekday.WED)


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
