"""Heavy imports stay inside the commands that need them (docs/answers.md, Speed)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = ("babel", "dateutil", "holidays", "icalendar", "recurring_ical_events", "rich", "yaml")


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["--version"], ()),
        (["--help"], ()),
        (["nosuch"], ()),
    ],
)
def test_a_command_imports_only_what_it_needs(
    words: list[str], allowed: tuple[str, ...], tmp_path: Path
) -> None:
    asked = (
        "import sys; from clientbridge.cli import main; main(sys.argv[1:]);"
        f"print(*sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "XDG_CACHE_HOME": str(tmp_path),
        "CB_NOW": "2026-11-23T07:05:00Z",
    }

    def talk() -> str:
        return subprocess.run(
            [sys.executable, "-c", asked, *words], env=environment, capture_output=True, text=True, check=True
        ).stderr

    talk()  # fills the caches
    assert set(talk().splitlines()[-1].split()) <= set(allowed)
