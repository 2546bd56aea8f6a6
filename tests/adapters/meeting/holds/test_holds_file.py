import stat
from pathlib import Path

import pytest
from kept_offers import MADE, kept
from turns import waits_for

from clientbridge.adapters.meeting.holds.holds_file import HoldsFile
from clientbridge.core.errors import ClientbridgeError, FileFailedError, UsageError, WrongFilesError
from clientbridge.core.meeting.offers.kept_offer import withdrawn
from clientbridge.core.meeting.offers.offer import OfferId

NAME = "calendars/holds.ics"


def test_offers_are_kept_in_a_private_file(tmp_path: Path) -> None:
    holds = HoldsFile(tmp_path, NAME)
    assert holds.offers() == ()
    written = holds.change(lambda offers: (*offers, kept()), MADE)
    assert (written.before, written.offers) == (None, (kept(),))
    assert holds.offers() == (kept(),)
    assert (tmp_path / NAME).read_bytes() == written.after
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_where_nothing_changes_nothing_is_written(tmp_path: Path) -> None:
    holds = HoldsFile(tmp_path, NAME)
    holds.change(lambda _: (), MADE)
    assert not (tmp_path / NAME).exists()
    holds.change(lambda _: (kept(),), MADE)
    before = (tmp_path / NAME).stat().st_mtime_ns
    holds.change(tuple, MADE)
    assert (tmp_path / NAME).stat().st_mtime_ns == before


def test_what_the_change_refuses_leaves_the_file(tmp_path: Path) -> None:
    holds = HoldsFile(tmp_path, NAME)
    written = holds.change(lambda _: (kept(),), MADE)

    def refuse(_: object) -> tuple[()]:
        raise UsageError("no")

    with pytest.raises(UsageError):
        holds.change(refuse, MADE)
    assert (tmp_path / NAME).read_bytes() == written.after


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"hello", WrongFilesError), (b"\xff\xfe", FileFailedError), (b"x" * 5_000_001, FileFailedError)],
    ids=["no calendar", "no text", "too large"],
)
def test_a_file_that_is_wrong_is_told_and_left(
    tmp_path: Path, content: bytes, error: type[ClientbridgeError]
) -> None:
    (tmp_path / "calendars").mkdir()
    (tmp_path / NAME).write_bytes(content)
    holds = HoldsFile(tmp_path, NAME)
    with pytest.raises(error):
        holds.offers()
    with pytest.raises(error):
        holds.change(lambda _: (kept(),), MADE)
    assert (tmp_path / NAME).read_bytes() == content


def test_a_link_may_not_lead_out_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "mine" / "calendars").mkdir(parents=True)
    (tmp_path / "other.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    (tmp_path / "mine" / NAME).symlink_to(tmp_path / "other.ics")
    with pytest.raises(FileFailedError, match="leads out of your files"):
        HoldsFile(tmp_path / "mine", NAME).change(lambda _: (kept(),), MADE)
    assert "OFFER" not in (tmp_path / "other.ics").read_text(encoding="utf-8")


def test_where_a_file_stands_in_place_of_the_folder_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "calendars").write_text("notes", encoding="utf-8")
    with pytest.raises(FileFailedError, match=r"^calendars/holds\.ics cannot be "):
        HoldsFile(tmp_path, NAME).change(lambda _: (kept(),), MADE)
    assert (tmp_path / "calendars").read_text(encoding="utf-8") == "notes"


def test_a_writer_waits_for_the_one_before_and_goes_on_from_there(tmp_path: Path) -> None:
    holds, other = HoldsFile(tmp_path, NAME), kept(id=OfferId("other2"))
    holds.change(lambda _: (kept(),), MADE)
    first = (tmp_path / NAME).read_bytes()
    holds.change(lambda offers: (*offers, other), MADE)
    both = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(first)
    after = waits_for(
        tmp_path / "calendars",
        lambda: holds.change(lambda offers: [withdrawn(one) for one in offers], MADE),
        meanwhile=lambda: (tmp_path / NAME).write_bytes(both),
    )
    assert (after.before, after.offers) == (both, (withdrawn(kept()), withdrawn(other)))
    assert holds.offers() == after.offers


def test_what_is_prepared_is_of_the_file_as_the_one_before_left_it(tmp_path: Path) -> None:
    holds = HoldsFile(tmp_path, NAME)
    holds.change(lambda _: (kept(),), MADE)
    first = (tmp_path / NAME).read_bytes()
    second = holds.change(lambda _: (kept(id=OfferId("other2")),), MADE).after
    (tmp_path / NAME).write_bytes(first)

    def prepare() -> bytes | None:
        with holds.prepared(tuple, MADE) as new:
            return None if new is None else new.before

    found = waits_for(
        tmp_path / "calendars", prepare, meanwhile=lambda: (tmp_path / NAME).write_bytes(second)
    )
    assert found == second
