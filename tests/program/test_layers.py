"""What holds of a layer beside what it imports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "clientbridge"


def _spoken(file: Path) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def test_no_text_in_core_is_a_command_line() -> None:
    """How the program is called is for `cli` and `render` to say; a result gives a `CommandLine`."""
    said = [(file.name, text) for file in (SOURCE / "core").rglob("*.py") for text in _spoken(file)]
    assert [(name, text) for name, text in said if re.search(r"(^|[\s`])cb ", text)] == []
