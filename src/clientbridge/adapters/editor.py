"""The user's own editor."""

import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from clientbridge.core.errors import FileFailedError, UsageError

_USUAL = ("nano", "vi", "notepad")


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The words that start the editor: ``VISUAL``, else ``EDITOR``, else a usual one; raises UsageError."""
    chosen = environment.get("VISUAL") or environment.get("EDITOR")
    if chosen:
        return shlex.split(chosen)
    found = next((path for name in _USUAL if (path := shutil.which(name)) is not None), None)
    if found is None:
        raise UsageError("there is no editor", hint="name yours in the environment variable EDITOR")
    return [found]


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
