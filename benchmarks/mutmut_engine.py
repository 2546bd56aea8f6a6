"""Runs mutmut with operators of our own: ``mutmut_engine.py generate`` or ``mutmut_engine.py run NAME…``.

mutmut changes comparisons, numbers, arguments and branches inside functions. It leaves alone what carries
many of our rules: `any` and `all`, `min` and `max`, the constants of a module; and it has no change for a
returned expression. Those are added here. A constant is changed where a function uses it.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
from mutmut.__main__ import cli, create_mutants, store_lines_covered_by_tests
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths

CORE = Path("src/clientbridge/core")
OPPOSITES = {"any": "all", "all": "any", "min": "max", "max": "min"}


def opposite_call(node: cst.Call) -> Iterator[cst.Call]:
    """``any(…)`` becomes ``all(…)``, ``min(…)`` becomes ``max(…)``, and the other way round."""
    if isinstance(node.func, cst.Name) and node.func.value in OPPOSITES:
        yield node.with_changes(func=cst.Name(OPPOSITES[node.func.value]))


def nothing_returned(node: cst.Return) -> Iterator[cst.Return]:
    """``return X`` becomes ``return None``, unless a smaller change already makes it None."""
    if node.value is not None and not isinstance(node.value, cst.Name):
        yield node.with_changes(value=cst.Name("None"))


def whole_numbers() -> frozenset[str]:
    """The names of core that stand for a whole number, such as ``_LAST_MINUTES = 120``."""
    return frozenset(
        name
        for path in CORE.rglob("*.py")
        for name, number in re.findall(
            r"^(_?[A-Z][A-Z_]+)(?:: int)? = ([\d_ *]+)$", path.read_text("utf-8"), re.MULTILINE
        )
        if number.strip()
    )


def one_more(node: cst.Name) -> Iterator[cst.BinaryOperation]:
    """A constant becomes the next whole number."""
    if node.value in CONSTANTS:
        yield cst.BinaryOperation(
            node, cst.Add(), cst.Integer("1"), lpar=[cst.LeftParen()], rpar=[cst.RightParen()]
        )


CONSTANTS = whole_numbers()


def generate() -> None:
    """Copy the tree to ``mutants/`` and write every mutant, without running any."""
    Path("mutants").mkdir(exist_ok=True)
    set_mutant_under_test("mutant_generation")
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    store_lines_covered_by_tests()
    create_mutants(os.cpu_count() or 2)


if __name__ == "__main__":
    assert isinstance(mutation_operators, list)
    mutation_operators += [(cst.Call, opposite_call), (cst.Return, nothing_returned), (cst.Name, one_more)]
    if sys.argv[1:] == ["generate"]:
        generate()
    else:
        cli()
