"""The tree is what the documents say: tests mirror it, names stand for one thing, drawings match imports."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from drawing import drawn, imported

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "clientbridge"
TESTS = ROOT / "tests"
LAYERS = ("core", "adapters", "load", "render", "cli")
MODULES = sorted(SOURCE.rglob("*.py"))
TECHNIQUES = {"mails", "web", "yaml_files", "writers", "completion"}
"""Folders of a layer that are no room: what several rooms of that layer stand on."""
MOST_FILES = 12
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def folders(layer: str) -> set[str]:
    return {path.name for path in (SOURCE / layer).iterdir() if (path / "__init__.py").exists()}


def classes(path: Path) -> Iterator[str]:
    """The names of the classes of a module, those inside functions and classes too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("layer", LAYERS)
def test_each_test_answers_to_a_module(layer: str) -> None:
    for test in sorted((TESTS / layer).rglob("*.py")):
        folder = SOURCE / test.parent.relative_to(TESTS)
        name = test.stem.removeprefix("test_")
        assert test.name.startswith("test_"), f"{test}: what supports tests stands in tests/support"
        answers_to = [folder / f"{name}.py", folder / name / "__init__.py"]
        if name == "rules":  # the table of a room's rules
            answers_to = [folder / "__init__.py"]
        assert any(path.exists() for path in answers_to), f"{test} has no module"


def test_there_is_nothing_else_among_the_tests() -> None:
    here = {path.name for path in TESTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert here == {*LAYERS, "program", "support", "golden", "samples", "cases"}
    assert [path.name for path in TESTS.glob("*.py")] == ["conftest.py"]
    assert all(path.name.startswith("test_") for path in (TESTS / "program").glob("*.py"))
    assert not list((TESTS / "support").rglob("test_*.py"))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_has_the_rooms_of_core(layer: str) -> None:
    assert folders(layer) <= folders("core") | TECHNIQUES
    assert folders("core") == {"time", "days", "culture", "meeting", "relationship", "briefing", "workspace"}


def test_every_room_of_core_has_tests() -> None:
    tested = {path.relative_to(TESTS / "core").parts[0] for path in (TESTS / "core").rglob("test_*.py")}
    assert folders("core") <= tested


def test_a_folder_is_one_look() -> None:
    counted = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert not {str(folder.relative_to(SOURCE)): n for folder, n in counted.items() if n > MOST_FILES}


def test_a_class_name_stands_for_one_thing() -> None:
    names = Counter(chain.from_iterable(classes(path) for path in MODULES))
    assert [name for name, times in names.items() if times > 1] == []


def test_the_glossary_names_what_is_there() -> None:
    rows = re.findall(r"^\| (.+?) \| .+ \| \[`?([\w/]+)`?\]\(\.\./(.+?)\) \|$", GLOSSARY, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| (?!term|---)", GLOSSARY, re.MULTILINE))
    for _, name, path in rows:
        if "/" in name or not name[0].isupper():
            assert path == f"src/clientbridge/{name}.py"
        assert (ROOT / path).exists(), path
        assert not name[0].isupper() or name in classes(ROOT / path), f"{path} has no class {name}"
    assert not [term for term, times in Counter(term for term, _, _ in rows).items() if times > 1]


@pytest.mark.parametrize(
    ("title", "layer"),
    [("The layers", ""), ("The rooms of core", "core"), ("The rooms of adapters", "adapters")],
)
def test_the_drawings_are_the_imports(title: str, layer: str) -> None:
    arrows, imports = drawn(title), imported(layer)
    assert sorted(arrows - imports) == [], "drawn in docs/architecture.md, and not in the code"
    assert sorted(imports - arrows) == [], "in the code, and not drawn in docs/architecture.md"


def test_every_path_in_the_architecture_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for path in re.findall(r"`((?:core|adapters|load|render|cli)/[\w/.]*)`", page):
        assert (SOURCE / path).exists(), path
    for path in re.findall(r"`((?:data|docs|tests|benchmarks)/[\w/.]*)`", page):
        assert (ROOT / path).exists(), path


def test_nothing_points_out_of_the_repository() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "pyproject.toml", ROOT / "Makefile"]
    code = [path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    outside = re.compile(
        r"\b(?:the|by|of|against) design\b(?! of)|\(design|design, section|design's", re.IGNORECASE
    )
    others = [path for path in (*pages, *code) if path != Path(__file__)]
    assert [str(path) for path in others if outside.search(path.read_text(encoding="utf-8"))] == []
