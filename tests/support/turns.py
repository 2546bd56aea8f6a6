"""Two writers at once, of whom the second is to wait for its turn."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from clientbridge.adapters.file_lock import locked_folder

_T = TypeVar("_T")
_SECONDS = 0.2
"""Far longer than it takes who does not wait."""


def waits_for(folder: Path, act: Callable[[], _T], *, meanwhile: Callable[[], object]) -> _T:
    """What `act` returns, begun while another holds the folder and does `meanwhile`: it is to wait."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        with locked_folder(folder):
            acting = pool.submit(act)
            with pytest.raises(TimeoutError):
                acting.result(timeout=_SECONDS)
            meanwhile()
        return acting.result()
