"""Changes of a rule that no test can notice are listed with the reason, and only those that still exist."""

import re
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

ROOT = Path(__file__).parents[2]


class Survivor(TypedDict):
    """A row of ``tests/mutants.yaml``: what was changed, and why it makes no difference."""

    function: str
    change: str
    why: str


LISTED: list[Survivor] = yaml.safe_load((ROOT / "tests" / "mutants.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row["function"])
def test_a_listed_survivor_is_of_a_function_that_exists(row: Survivor) -> None:
    parts = row["function"].split(".")
    modules = [ROOT / "src" / Path(*parts[:at]).with_suffix(".py") for at in range(2, len(parts))]
    (module,) = [path for path in modules if path.exists()]
    assert re.search(rf"^ *def {parts[-1]}\(", module.read_text(encoding="utf-8"), re.MULTILINE)
    assert row["change"].startswith(("- ", "+ "))
    assert len(row["why"].split()) >= 3
