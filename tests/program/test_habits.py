"""How the code is written: functions of one question, modules of one look, values that do not change."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "clientbridge"
MODULES = {
    str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))
}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}
MOST_WAYS = 9
MOST_LINES = 40
MOST_LINES_OF_A_MODULE = 300

BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.comprehension)


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield f"{name}:{node.lineno} {node.name}", node


def ways_through(function: ast.FunctionDef) -> int:
    """McCabe's number, conditions inside expressions counted; a `match` chooses one thing and is one way."""
    ways = 1
    for node in ast.walk(function):
        ways += isinstance(node, BRANCHES)
        if isinstance(node, ast.comprehension):
            ways += len(node.ifs)
        elif isinstance(node, ast.BoolOp):
            ways += len(node.values) - 1
    return ways


def body_lines(function: ast.FunctionDef) -> int:
    """The signature is left out: that of a command lists its options."""
    return (function.end_lineno or 0) - function.body[0].lineno + 1


def test_a_function_has_few_ways_through_it() -> None:
    counted = {name: ways_through(function) for name, function in functions()}
    assert {name: ways for name, ways in counted.items() if ways > MOST_WAYS} == {}


def test_a_function_fits_one_look() -> None:
    counted = {name: body_lines(function) for name, function in functions()}
    assert {name: lines for name, lines in counted.items() if lines > MOST_LINES} == {}


def test_a_module_fits_one_look() -> None:
    counted = {name: len(text.splitlines()) for name, text in MODULES.items()}
    assert {name: lines for name, lines in counted.items() if lines > MOST_LINES_OF_A_MODULE} == {}


def test_types_are_never_ignored() -> None:
    assert [name for name, text in MODULES.items() if "type: ignore" in text] == []


def test_a_value_does_not_change() -> None:
    made = [
        (f"{name}: {node.name}", ast.unparse(decorator))
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
    ]
    data_classes = [(name, decorator) for name, decorator in made if decorator.startswith("dataclass")]
    assert len(data_classes) > len(MODULES) / 2
    assert [name for name, decorator in data_classes if "frozen=True" not in decorator] == []


def _unquoted(text: ast.JoinedStr) -> Iterator[str]:
    """What stands in a command to type without having been quoted."""
    in_command = False
    for part in text.values:
        if isinstance(part, ast.Constant):
            in_command = in_command or re.search(r"\bcb [a-z-]+ ", str(part.value)) is not None
        elif isinstance(part, ast.FormattedValue) and in_command:
            shown = ast.unparse(part.value)
            if not shown.startswith("quoted(") and shown != "option":
                yield shown


def test_what_fills_a_command_to_type_is_quoted() -> None:
    texts = [
        (name, node)
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
    ]
    assert sum("quoted(" in ast.unparse(text) for _, text in texts) > 20
    assert [f"{name}: {found}" for name, text in texts for found in _unquoted(text)] == []
