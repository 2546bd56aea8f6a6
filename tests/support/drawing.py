"""The arrows of docs/architecture.md, and the imports that they must match."""

import re
from collections.abc import Iterator
from pathlib import Path

import grimp

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
PACKAGE = "clientbridge"
Arrow = tuple[str, str]


def drawn(title: str) -> set[Arrow]:
    """The arrows ``a --> b`` of the Mermaid block under a heading."""
    page = PAGE.read_text(encoding="utf-8")
    block = re.search(rf"^#+ {re.escape(title)}\n.*?^```mermaid\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert block is not None, f"{PAGE.name} has no drawing under '{title}'"
    arrows = set[Arrow]()
    for line in block[1].splitlines()[1:]:
        source, _, targets = line.strip().partition(" --> ")
        arrows |= {(source, target) for target in targets.split(" & ")}
    return arrows


def imported(layer: str = "") -> set[Arrow]:
    """Which part of a layer imports which other part of it; of the whole program without a layer."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    inside = f"{PACKAGE}.{layer}." if layer else f"{PACKAGE}."
    packages = {module for module in graph.modules if graph.find_children(module)}

    def part(module: str) -> str | None:
        name = module.removeprefix(inside).partition(".")[0]
        return name if module.startswith(inside) and inside + name in packages else None

    def arrows() -> Iterator[Arrow]:
        for importer in graph.modules:
            for module in graph.find_modules_directly_imported_by(importer):
                source, target = part(importer), part(module)
                if source and target and source != target:
                    yield source, target

    return set(arrows())
