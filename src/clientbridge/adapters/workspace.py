"""Your files: where they are, and what stands in them."""

from dataclasses import dataclass
from pathlib import Path

from clientbridge.core.errors import FileFailedError
from clientbridge.core.profiles import Me


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A folder with ``me.yaml`` and ``clients/``."""

    folder: Path

    @property
    def me(self) -> Me:
        """You."""
        raise FileFailedError("me.yaml is not read yet")


def find_workspace(*, home: str | None, folder: Path, data_folder: Path) -> Workspace:
    """The workspace that the options, the folder you stand in or the data folder give, in this order."""
    raise FileFailedError(f"no workspace in {home or folder} or {data_folder}", hint="make one with: cb init")


def demo_workspace() -> Workspace:
    """The bundled sample workspace."""
    raise FileFailedError("the sample workspace is not there yet")
