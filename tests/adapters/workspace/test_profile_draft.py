"""What was typed is never lost, and never overwrites what somebody else has written since."""

import os
from pathlib import Path

import pytest

from clientbridge.adapters.file_lock import hold_if_free
from clientbridge.adapters.workspace import profile_draft
from clientbridge.adapters.workspace.profile_draft import AcceptedDraft, Draft
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.core.errors import FileFailedError, WrongFilesError

ACME = "name: Acme KK\ncountry: JP\n"
BROKEN = "name: Acme KK\ncountry: Nippn\n"
MENDED = "name: Acme KK\ncountry: JP\nnotes: mine\n"
BY_OTHERS = "name: Acme KK\ncountry: JP\nmanager: Lea\n"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    (tmp_path / "clients").mkdir()
    (tmp_path / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    return Draft(workspace=Workspace(folder=tmp_path), which="acme")


def edited(draft: Draft, text: str | None, *, meanwhile: str | None = None) -> AcceptedDraft | None:
    """As in an editor: `text` is typed, None types nothing, and somebody else writes `meanwhile`."""
    with draft.opened() as opened:
        if text is not None:
            draft.path.write_text(text, encoding="utf-8")
        if meanwhile is not None:
            draft.original.write_text(meanwhile, encoding="utf-8")
        return opened.accept()


def names(draft: Draft) -> list[str]:
    return sorted(path.name for path in draft.original.parent.iterdir())


def keep_a_broken_text(draft: Draft) -> None:
    with pytest.raises(WrongFilesError):
        edited(draft, BROKEN)
    assert names(draft) == [".acme.draft.base", ".acme.draft.yaml", "acme.yaml"]


def test_a_right_text_takes_the_place_and_leaves_nothing(draft: Draft) -> None:
    accepted = edited(draft, MENDED)
    assert accepted is not None
    assert (accepted.before.decode(), accepted.content.decode()) == (ACME, MENDED)
    assert (names(draft), draft.original.read_text("utf-8")) == (["acme.yaml"], MENDED)
    assert edited(draft, None) is None
    assert names(draft) == ["acme.yaml"]


def test_a_broken_text_is_kept_and_gone_on_with(draft: Draft) -> None:
    keep_a_broken_text(draft)
    with draft.opened() as opened:
        assert opened.is_kept
        assert draft.path.read_text("utf-8") == BROKEN
        draft.path.write_text(MENDED, encoding="utf-8")
        assert opened.accept() is not None
    assert (names(draft), draft.original.read_text("utf-8")) == (["acme.yaml"], MENDED)


def test_a_kept_text_never_overwrites_what_was_written_since(draft: Draft) -> None:
    keep_a_broken_text(draft)
    draft.original.write_text(BY_OTHERS, encoding="utf-8")
    for _ in range(2):
        with pytest.raises(
            FileFailedError, match="was changed after the text that was kept was begun"
        ) as told:
            edited(draft, MENDED)
        assert told.value.hint == (
            f"see both: diff {draft.original} {draft.path}   put what is to stay into the first,"
            " then delete the second"
        )
    assert draft.original.read_text("utf-8") == BY_OTHERS
    assert draft.path.read_text("utf-8") == BROKEN
    draft.path.unlink()
    assert edited(draft, f"{BY_OTHERS}notes: mine\n") is not None
    assert names(draft) == ["acme.yaml"]


def test_a_change_while_the_editor_is_open_is_kept_also_the_next_time(draft: Draft) -> None:
    with pytest.raises(FileFailedError, match="was changed while you were in the editor"):
        edited(draft, MENDED, meanwhile=BY_OTHERS)
    with pytest.raises(FileFailedError, match="was changed after the text that was kept was begun"):
        edited(draft, None)
    assert draft.original.read_text("utf-8") == BY_OTHERS
    assert draft.path.read_text("utf-8") == MENDED


def test_a_text_kept_without_what_it_was_begun_from_overwrites_nothing(draft: Draft) -> None:
    draft.path.write_text(MENDED, encoding="utf-8")
    with pytest.raises(FileFailedError, match="was changed after"):
        edited(draft, None)
    assert draft.original.read_text("utf-8") == ACME


def test_a_copy_in_which_nothing_was_typed_is_begun_anew(draft: Draft) -> None:
    draft.path.write_text(ACME, encoding="utf-8")
    draft.path.with_name(".acme.draft.base").write_text(ACME, encoding="utf-8")  # as after a kill
    draft.original.write_text(BY_OTHERS, encoding="utf-8")
    with draft.opened() as opened:
        assert not opened.is_kept
        assert draft.path.read_text("utf-8") == BY_OTHERS
    assert names(draft) == ["acme.yaml"]


def test_a_second_editor_is_told(draft: Draft) -> None:
    with draft.opened() as opened:
        draft.path.write_text(MENDED, encoding="utf-8")
        with pytest.raises(FileFailedError, match="is open in another editor"):
            edited(draft, BY_OTHERS)
        assert opened.accept() is not None
    assert draft.original.read_text("utf-8") == MENDED


def test_an_editor_that_closes_while_the_next_one_opens_lets_no_third_one_in(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_free(descriptor: int) -> bool:
        base = draft.path.with_name(".acme.draft.base")
        base.rename(base.with_name("closed"))
        base.touch()
        return hold_if_free(descriptor)

    monkeypatch.setattr(profile_draft, "_is_free", is_free)
    with pytest.raises(FileFailedError, match="open in another editor"):
        edited(draft, MENDED)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("name", [".acme.draft.yaml", ".acme.draft.base", "acme.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "device"])
def test_what_is_no_file_in_their_places_is_told_at_once(draft: Draft, name: str, kind: str) -> None:
    place = draft.original.with_name(name)
    place.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(place.name if kind == "link" else "/dev/zero")
    with pytest.raises(FileFailedError):
        edited(draft, None)


def test_a_link_in_a_shared_folder_opens_no_other_file(draft: Draft, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("name: secret\n", encoding="utf-8")
    draft.path.symlink_to(secret)
    with pytest.raises(FileFailedError, match="is a link to another file"):
        edited(draft, MENDED)
    assert secret.read_text(encoding="utf-8") == "name: secret\n"
