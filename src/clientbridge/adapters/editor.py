"""The user's own editor."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from clientbridge.adapters.safe_write import make_folder
from clientbridge.core.errors import FileFailedError, UsageError

_USUAL = ("nano", "vi", "notepad")


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The words that start the editor: ``VISUAL``, else ``EDITOR``, else a usual one; raises UsageError."""
    chosen = environment.get("VISUAL") or environment.get("EDITOR")
    if chosen and chosen.strip():
        try:
            return shlex.split(chosen)
        except ValueError:
            raise UsageError(
                f"the editor is given as {chosen}, with a quote that does not end", hint="mend EDITOR"
            ) from None
    editor = next((path for name in _USUAL if (path := shutil.which(name)) is not None), None)
    if editor is None:
        raise UsageError("there is no editor", hint="name yours in the environment variable EDITOR")
    return [editor]


def write_in_editor(folder: Path, command: list[str], *, invitation: str) -> str:
    """What the user writes in a private file that is gone afterwards; lines that start with # are left out.

    Raises FileFailedError when the editor cannot be used.
    """
    make_folder(folder, file=str(folder))
    handle, name = tempfile.mkstemp(dir=folder, prefix="note-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(f"\n# {invitation}\n")
        edit(path, command)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    finally:
        path.unlink(missing_ok=True)
    return "\n".join(line for line in lines if not line.startswith("#")).strip()


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
