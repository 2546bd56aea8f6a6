"""The Tab key: commands and the ids of your clients, as a shell asks for them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ("cb cl", 1, ["client"]),
        ("cb client sh", 2, ["show"]),
        ("cb client show ac", 3, ["acme"]),
        ("cb brief ", 2, ["acme", "solaris"]),
        ("cb meet so", 2, ["solaris"]),
        ("cb client show x", 3, []),
    ],
)
def test_what_the_tab_key_offers(line: str, word: int, offered: list[str], tmp_path: Path) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_bytes(b"")
    for client_id in ("acme", "solaris"):
        (tmp_path / "clients" / f"{client_id}.yaml").write_bytes(b"\xff not even text")
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "CB_HOME": str(tmp_path),
        "_CB_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(word),
    }
    asked = [sys.executable, "-c", "from clientbridge.__main__ import run; run()"]
    answer = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    assert answer.stdout.split() == offered
    assert answer.stderr == ""
