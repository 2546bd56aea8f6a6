"""The scripts that make a shell ask, and where they are put."""

from pathlib import Path

from clientbridge.adapters import shipped_folder
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileMissingError

_MOST_BYTES_OF_SETTINGS = 10_000_000


def script(name: str) -> str:
    """The text of one of our scripts."""
    return (Path(shipped_folder()) / "completion" / name).read_text(encoding="utf-8")


def put_script(name: str, path: Path) -> None:
    """Write one of our scripts where a shell looks for it; raises FileFailedError."""
    make_folder(path.parent, file=str(path.parent))
    write_whole(path, script(name).encode(), file=str(path))


def add_line(path: Path, line: str) -> bool:
    """Add a line at the end of a shell's settings, unless it is there; whether it was added.

    All else stays byte for byte. Raises FileFailedError.
    """
    try:
        content = read_regular_file(path, most_bytes=_MOST_BYTES_OF_SETTINGS, file=str(path))
    except FileMissingError:
        content = b""
    if line.encode() in content.splitlines():
        return False
    before = content if content.endswith(b"\n") or not content else content + b"\n"
    make_folder(path.parent, file=str(path.parent))
    write_whole(path, before + line.encode() + b"\n", file=str(path))
    return True
