"""What is written in the editor is gone when it was used, and kept when it was not."""

import os
import sys
from pathlib import Path

import pytest

from clientbridge.adapters.editor import editor_command, written_in_editor
from clientbridge.core.errors import FileFailedError, UsageError

WRITES = "import pathlib, sys; file = pathlib.Path(sys.argv[1]); file.write_text({text!r} + file.read_text())"
FAILS = "; sys.exit(3)"


def editor(text: str, then: str = "") -> list[str]:
    return [sys.executable, "-c", WRITES.format(text=text) + then]


def test_what_was_used_is_gone(tmp_path: Path) -> None:
    kept: list[Path] = []
    with written_in_editor(tmp_path, editor("ok\n# no"), invitation="?", on_kept=kept.append) as said:
        assert said == "ok"
    assert (kept, list(tmp_path.iterdir())) == ([], [])


def test_what_was_not_used_is_kept(tmp_path: Path) -> None:
    kept: list[Path] = []
    with (
        pytest.raises(UsageError),
        written_in_editor(tmp_path, editor("long"), invitation="?", on_kept=kept.append),
    ):
        raise UsageError("too long", hint=None)
    assert list(tmp_path.iterdir()) == kept
    assert kept[0].read_text(encoding="utf-8").startswith("long")


@pytest.mark.parametrize(("text", "is_kept"), [("half a page", True), ("", False), ("# only that", False)])
def test_an_editor_that_fails(text: str, is_kept: bool, tmp_path: Path) -> None:  # noqa: FBT001
    kept: list[Path] = []
    with (
        pytest.raises(FileFailedError, match="ended with an error"),
        written_in_editor(tmp_path, editor(text, FAILS), invitation="?", on_kept=kept.append),
    ):
        pytest.fail("nothing is to be used")
    assert list(tmp_path.iterdir()) == kept
    assert bool(kept) is is_kept


def test_which_editor() -> None:
    assert editor_command({"VISUAL": "code -w", "EDITOR": "vi"}) == ["code", "-w"]
    assert editor_command({"EDITOR": "vi"}) == ["vi"]
    with pytest.raises(UsageError, match="a quote that does not end"):
        editor_command({"EDITOR": "vi '"})


@pytest.mark.skipif(sys.platform == "win32", reason="what may be run is told otherwise on Windows")
def test_a_usual_editor_is_not_taken_from_where_one_stands(tmp_path: Path) -> None:
    (tmp_path / "nano").touch(mode=0o700)
    assert editor_command({"PATH": str(tmp_path)}) == [str(tmp_path / "nano")]
    with pytest.raises(UsageError, match="there is no editor"):
        editor_command({"PATH": os.path.relpath(tmp_path)})
