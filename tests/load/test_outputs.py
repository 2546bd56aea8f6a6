"""No file is replaced that is something else, and none is written twice."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clientbridge.core.errors import ClientbridgeError, ExitCode, FileFailedError, UsageError
from clientbridge.load.outputs import OutputFile, check_outputs
from clientbridge.load.session import Folders, Session

OURS = "ours\n"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folders = Folders(current=tmp_path, data=tmp_path, cache=tmp_path, state=tmp_path)
    return Session(folders=folders, clock=datetime(2026, 11, 23, tzinfo=UTC))


def output(name: str, option: str = "--ics") -> OutputFile:
    return OutputFile(
        option=option, file=Path(name), what="an invitation", is_own_kind=lambda text: text == OURS
    )


def refused(session: Session, *outputs: OutputFile, answer_to: int | None = None) -> tuple[str, str | None]:
    with pytest.raises(ClientbridgeError) as caught:
        check_outputs(session, outputs, force=False, answer_to=answer_to)
    assert caught.value.exit_code in {ExitCode.USAGE, ExitCode.WRONG_FILE}
    return caught.value.say, caught.value.hint


def test_a_new_an_empty_and_an_own_file_are_free(session: Session, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "ours").write_text(OURS, encoding="utf-8")
    (tmp_path / "link").symlink_to("later")
    outputs = [output(name) for name in ("new", "empty", "ours", "link", os.devnull, os.devnull)]
    check_outputs(session, outputs, force=False, answer_to=None)


@pytest.mark.parametrize("content", [b"name: Lea\n", b"\xff\xfe", b"\0", b" ", OURS.encode() * 2])
def test_anything_else_is_replaced_only_by_force(content: bytes, session: Session, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_bytes(content)
    (tmp_path / "plan.ics").symlink_to("me.yaml")
    hint = "name another file, or add --force to replace it"
    say = "is not an invitation written by cb, so it stays as it is"
    assert refused(session, output("me.yaml")) == (f"me.yaml {say}", hint)
    assert refused(session, output("plan.ics")) == (f"plan.ics leads to me.yaml, which {say}", hint)
    for name in ("me.yaml", "plan.ics"):
        check_outputs(session, [output(name)], force=True, answer_to=None)


def test_a_file_larger_than_any_of_ours_is_something_else(session: Session, tmp_path: Path) -> None:
    with (tmp_path / "film").open("wb") as file:
        file.truncate(10**11)
    assert refused(session, output("film"))[0].startswith("film is not an invitation")


def test_one_file_is_written_once(session: Session, tmp_path: Path) -> None:
    (tmp_path / "ours").write_text(OURS, encoding="utf-8")
    (tmp_path / "link").symlink_to("ours")
    (tmp_path / "name").hardlink_to(tmp_path / "ours")
    (tmp_path / "soon").symlink_to("new")
    for first, second in (("new", "./new"), ("ours", "link"), ("name", "ours"), ("soon", "new")):
        say, hint = refused(session, output(first, "--md"), output(second, "--html"))
        assert (say, hint) == ("--md and --html write to the same file", "give each its own file")
    with pytest.raises(UsageError):
        check_outputs(session, [output("new"), output("new")], force=True, answer_to=None)


def test_the_answer_has_its_own_file(session: Session, tmp_path: Path) -> None:
    with (tmp_path / "answer").open("wb") as stream:
        say, _ = refused(session, output("answer", "--md"), answer_to=stream.fileno())
        assert say == "--md answer: the answer goes to this file already"
        check_outputs(session, [output("other")], force=False, answer_to=stream.fileno())


def test_where_nothing_can_be_written_is_told_even_by_force(session: Session) -> None:
    for name in (".", "nowhere/plan.ics"):
        with pytest.raises(FileFailedError):
            check_outputs(session, [output(name)], force=True, answer_to=None)
