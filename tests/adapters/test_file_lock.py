"""Two processes that hold one lock wait for each other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientbridge.adapters.file_lock import locked_file, locked_folder

SOURCE = Path(__file__).parents[2] / "src"
COUNT = """
import os, sys
from pathlib import Path
from clientbridge.adapters.file_lock import locked_file, locked_folder

counter = Path(sys.argv[1]) / "counter"
for _ in range(200):
    if sys.argv[2] == "folder":
        with locked_folder(counter.parent):
            counter.write_text(str(int(counter.read_text()) + 1))
    else:
        descriptor = os.open(counter, os.O_RDWR)
        with locked_file(descriptor):
            counter.write_text(str(int(counter.read_text()) + 1))
        os.close(descriptor)
"""


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_no_step_of_four_counting_processes_is_lost(tmp_path: Path, kind: str) -> None:
    (tmp_path / "counter").write_text("0", encoding="utf-8")
    command = [sys.executable, "-c", COUNT, str(tmp_path), kind]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    counting = [subprocess.Popen(command, env=environment) for _ in range(4)]
    assert [process.wait() for process in counting] == [0, 0, 0, 0]
    assert (tmp_path / "counter").read_text(encoding="utf-8") == "800"


def test_a_lock_is_released_on_leaving_also_by_an_error(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w", encoding="utf-8") as file, (tmp_path / "file").open("a") as other:
        with pytest.raises(ZeroDivisionError), locked_file(file.fileno()):
            _ = 1 // 0
        with locked_file(other.fileno()):
            pass


def test_a_folder_that_is_missing_is_not_held(tmp_path: Path) -> None:
    with locked_folder(tmp_path / "gone"):
        assert not (tmp_path / "gone").exists()
