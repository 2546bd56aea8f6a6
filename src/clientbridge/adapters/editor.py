"""The user's own editor."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import make_folder
from clientbridge.core.errors import FileFailedError, UsageError

_USUAL = ("nano", "vi", "notepad")
_MOST_BYTES_OF_NOTE = 1_000_000


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The words that start the editor: ``VISUAL``, else ``EDITOR``, else a usual one; raises UsageError.

    A usual one is never taken from the folder that the user stands in, where others may have put it.
    """
    chosen = environment.get("VISUAL") or environment.get("EDITOR")
    if chosen and chosen.strip():
        try:
            return shlex.split(chosen)
        except ValueError:
            raise UsageError(
                f"the editor is given as {chosen}, with a quote that does not end", hint="mend EDITOR"
            ) from None
    return [_usual_editor(environment.get("PATH"))]


def _usual_editor(path: str | None) -> str:
    found = (shutil.which(name, path=path) for name in _USUAL)
    editor = next((one for one in found if one is not None and Path(one).is_absolute()), None)
    if editor is None:
        raise UsageError("there is no editor", hint="name yours in the environment variable EDITOR")
    return editor


@contextmanager
def written_in_editor(
    folder: Path | None, command: list[str], *, invitation: str, on_kept: Callable[[Path], None]
) -> Iterator[str]:
    """What the user writes in a private file; lines that start with # are left out.

    The file is in `folder`, where that can be used, else where the system keeps temporary files. It is gone
    afterwards, unless the block or the editor failed and something stands in it: `on_kept` is told where.
    Raises FileFailedError when the editor cannot be used.
    """
    handle, path = _private_file(folder)
    is_done = False
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(f"\n# {invitation}\n")
        edit(path, command)
        yield _written(read_regular_file(path, most_bytes=_MOST_BYTES_OF_NOTE, file="what you wrote"))
        is_done = True
    finally:
        if is_done or not _says_something(path):
            path.unlink(missing_ok=True)
        else:
            on_kept(path)


def _written(content: bytes) -> str:
    lines = content.decode("utf-8", errors="replace").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#")).strip()


def _says_something(path: Path) -> bool:
    try:
        return bool(_written(read_regular_file(path, most_bytes=_MOST_BYTES_OF_NOTE, file="")))
    except FileFailedError:  # too large, or no file any more
        return path.exists()


def _private_file(folder: Path | None) -> tuple[int, Path]:
    import tempfile

    if folder is not None:
        with suppress(OSError, FileFailedError):
            make_folder(folder, file=str(folder))
            handle, name = tempfile.mkstemp(dir=folder, prefix="note-", suffix=".txt")
            return handle, Path(name)
    try:
        handle, name = tempfile.mkstemp(prefix="note-", suffix=".txt")
    except OSError as error:
        raise FileFailedError(f"no file can be made for the editor: {error.strerror}") from error
    return handle, Path(name)


def edit(path: Path, command: list[str]) -> None:
    """Open a file and wait until the editor is closed; raises FileFailedError when it cannot be used."""
    try:
        ended = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own choice of editor
    except OSError as error:
        raise FileFailedError(
            f"the editor {command[0]} cannot be started: {error.strerror}",
            hint="see the environment variable EDITOR",
        ) from error
    if ended.returncode:
        raise FileFailedError(f"the editor ended with an error ({ended.returncode}); nothing was changed")
