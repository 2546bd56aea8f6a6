"""What `cb init` tells git, and that nothing of yours is lost."""

import subprocess
from pathlib import Path

import pytest

from clientbridge.adapters.workspace.git_files import git_files

RULE = b"journal/*.jsonl merge=union\n"


def written(folder: Path) -> dict[str, bytes]:
    for name, content in git_files(folder).items():
        (folder / name).write_bytes(content)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith(".git")}


def test_a_second_time_there_is_nothing_to_add(tmp_path: Path) -> None:
    first = written(tmp_path)
    assert first[".gitattributes"] == RULE
    assert git_files(tmp_path) == {}


@pytest.mark.parametrize(
    ("there", "after"),
    [
        (b"*.txt text\n", b"*.txt text\n" + RULE),
        (b"*.txt text", b"*.txt text\n" + RULE),
        (b"*.txt text\r\n", b"*.txt text\r\n" + RULE.replace(b"\n", b"\r\n")),
        (b"\xff\xfe", b"\xff\xfe\n" + RULE),
        (RULE.strip(), RULE.strip()),
        (b"", RULE),
    ],
)
def test_what_is_there_is_kept_and_completed(there: bytes, after: bytes, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_bytes(there)
    assert written(tmp_path)[".gitattributes"] == after


def test_a_link_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"secret\n")
    (tmp_path / ".gitignore").symlink_to(tmp_path / "elsewhere")
    assert ".gitignore" not in git_files(tmp_path)
    assert (tmp_path / "elsewhere").read_bytes() == b"secret\n"


def test_git_passes_over_what_the_program_leaves_and_nothing_else(tmp_path: Path) -> None:
    written(tmp_path)
    left = [
        "clients/.acme.yaml.x1.new",
        ".me.draft.yaml",
        "clients/.acme.draft.yaml",
        "clients/.acme.draft.base",
        "journal/acme.jsonl.torn",
    ]
    kept = ["me.yaml", "clients/acme.yaml", "journal/acme.jsonl", "clients/new.yaml", "calendars/holds.ics"]
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    ignored = subprocess.run([*git, "check-ignore", *left, *kept], capture_output=True, text=True, check=True)
    assert ignored.stdout.splitlines() == left
