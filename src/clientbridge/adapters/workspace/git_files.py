"""What git is told of a workspace: how journals merge, and which files are none of its business.

Files that are there already keep every line; what is missing is added at their end.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.core.errors import FileMissingError

_ATTRIBUTES = ("journal/*.jsonl merge=union",)
"""Two machines' journals merge line by line (docs/answers.md)."""
_IGNORED = (
    "# What cb leaves beside your files while it works, or after it was killed.",
    ".*.new",
    ".*.draft.yaml",
    ".*.draft.base",
    "journal/*.torn",
)
_MOST_BYTES = 1_000_000
_LINES: Mapping[str, Sequence[str]] = {".gitattributes": _ATTRIBUTES, ".gitignore": _IGNORED}


def git_files(folder: Path) -> Mapping[str, bytes]:
    """The files to write, by name, with all they are to hold; none for a file that has it all, or is a link.

    Raises FileFailedError where one cannot be read.
    """
    files = {name: _completed(folder / name, lines) for name, lines in _LINES.items()}
    return {name: content for name, content in files.items() if content is not None}


def _completed(path: Path, lines: Sequence[str]) -> bytes | None:
    if path.is_symlink():
        return None  # whatever it points to is kept for other folders too
    there = _content(path)
    known = {line.strip() for line in there.splitlines()}
    missing = [line.encode() for line in lines if line.encode() not in known]
    if all(line.startswith(b"#") for line in missing):
        return None
    line_end = b"\r\n" if b"\r\n" in there else b"\n"
    before = [there.removesuffix(line_end)] if there else []
    return line_end.join([*before, *missing, b""])


def _content(path: Path) -> bytes:
    try:
        return read_regular_file(path, most_bytes=_MOST_BYTES, file=str(path))
    except FileMissingError:
        return b""
