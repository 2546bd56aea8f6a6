"""A mutation run over `core`: of the rules changed one at a time, how many do its tests notice?

    python benchmarks/mutation.py [ROOM …] [--sample 120] [--share 85]

mutmut (the extra ``mutation``) writes every single change of every function of `core` and runs the tests of
``tests/core`` that reach it. A room's sample is the same in every run: the changes whose names hash lowest.
Left out of the count: changes of nothing but the wording of a message, and of `zip`'s ``strict``. A survivor
is killed by a new row in the room's rule table, or listed with its reason in ``tests/mutants.yaml``.
Exit code 1 when a room falls below the share.
"""

import argparse
import ast
import difflib
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
CORE = Path("src/clientbridge/core")
MUTANTS = ROOT / "mutants"
ACCEPTED = ROOT / "tests/mutants.yaml"
ENGINE = Path(__file__).with_name("mutmut_engine.py")
NOTICED = {1, 3, 24, -24, 36, 152, 255}
"""Exit codes of mutmut's workers: a failed test, an internal error of pytest, a time-out."""


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change of one function."""

    name: str
    """mutmut's: ``clientbridge.core.time.hours.x_parse__mutmut_3``."""
    room: str
    change: str
    """The lines taken out and put in, as of a difference without context."""

    @property
    def function(self) -> str:
        """Dotted, with its class: ``clientbridge.core.days.greetings.Feasts.name``."""
        module, _, mangled = self.name.partition("__mutmut_")[0].rpartition(".")
        return f"{module}.{mangled.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


class Plain(ast.NodeTransformer):
    """Takes out of a function what no rule depends on."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Any sentence is like any other."""
        return ast.Constant("…") if isinstance(node.value, str) and " " in node.value else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """The text around the values is wording."""
        self.generic_visit(node)
        texts = (ast.Constant("…") if isinstance(part, ast.Constant) else part for part in node.values)
        return ast.JoinedStr(list(texts))

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        """So is the sentence of an error."""
        self.generic_visit(node)
        if isinstance(node.exc, ast.Call):
            node.exc.args = [
                ast.Constant("…") if isinstance(each, ast.Constant | ast.JoinedStr) else each
                for each in node.exc.args
            ]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """`zip`'s ``strict`` guards against a mistake that no input can cause."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "zip":
            node.keywords = []
        return node


def plain(function: ast.FunctionDef) -> str:
    """The function without its name and its wording, to compare."""
    copy = ast.parse(ast.unparse(function)).body[0]
    assert isinstance(copy, ast.FunctionDef)
    copy.name = ""
    return ast.dump(Plain().visit(copy))


def difference(before: ast.FunctionDef, after: ast.FunctionDef) -> str:
    """The lines taken out and put in, without context."""
    old, new = (ast.unparse(each).splitlines()[1:] for each in (before, after))
    lines = difflib.unified_diff(old, new, n=0, lineterm="")
    return "\n".join(
        line[0] + " " + line[1:].strip() for line in lines if not line.startswith(("---", "+++", "@"))
    )


def mutants_of(path: Path, results: Iterable[str]) -> Iterator[Mutant]:
    """The mutants of a module, those without a change of a rule left out."""
    functions = {
        node.name: node
        for node in ast.walk(ast.parse((MUTANTS / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    parts = path.relative_to(CORE).parts
    for name in results:
        mangled = name.rpartition(".")[2]
        after = functions[mangled]
        before = functions[mangled.partition("__mutmut_")[0] + "__mutmut_orig"]
        if plain(before) != plain(after):
            room = parts[0] if len(parts) > 1 else "core"
            yield Mutant(name=name, room=room, change=difference(before, after))


def results() -> dict[Path, dict[str, int | None]]:
    """The exit code of each mutant by module, None where it was not run."""
    every: dict[Path, dict[str, int | None]] = {}
    for meta in sorted((MUTANTS / CORE).rglob("*.meta")):
        read: dict[str, dict[str, int | None]] = json.loads(meta.read_text(encoding="utf-8"))
        every[meta.relative_to(MUTANTS).with_suffix("")] = read["exit_code_by_key"]
    return every


def sampled(mutants: Sequence[Mutant], size: int) -> list[Mutant]:
    """The mutants whose names hash lowest: the same in every run, whatever changes in other functions."""
    return sorted(mutants, key=lambda each: hashlib.sha256(each.name.encode()).digest())[:size]


def engine(*words: str) -> None:
    """Run mutmut; its own output is shown only when it fails."""
    done = subprocess.run(
        [sys.executable, ENGINE, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}")


def accepted() -> set[tuple[str, str]]:
    """The survivors that are listed with a reason, by function and change."""
    if not ACCEPTED.exists():
        return set()
    rows: list[Mapping[str, str]] = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8")) or []
    return {(row["function"], row["change"].strip()) for row in rows}


def main() -> None:
    """Write the mutants, run the sample of each room, print what survived and the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM")
    parser.add_argument("--sample", type=int, default=120, help="mutants of each room; 0 for all of them")
    parser.add_argument("--share", type=int, default=85, help="per cent that must be noticed")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    shutil.rmtree(MUTANTS, ignore_errors=True)
    engine("generate")
    every = [mutant for path, of_path in results().items() for mutant in mutants_of(path, of_path)]
    rooms = asked.rooms or sorted({mutant.room for mutant in every})
    chosen = {
        room: sampled(of_room, asked.sample or len(of_room))
        for room in rooms
        for of_room in ([mutant for mutant in every if mutant.room == room],)
    }
    engine(
        "run", "--max-children", str(asked.workers), *(each.name for some in chosen.values() for each in some)
    )
    codes = {name: code for of_path in results().values() for name, code in of_path.items()}
    report(
        {room: {each: codes[each.name] in NOTICED for each in some} for room, some in chosen.items()},
        asked.share,
    )


def report(noticed: Mapping[str, Mapping[Mutant, bool]], share: int) -> None:
    """Print each survivor that is not listed, then the figures; leave with 1 below the share."""
    listed = accepted()
    for some in noticed.values():
        for mutant in (each for each, killed in some.items() if not killed):
            if (mutant.function, mutant.change) not in listed:
                print(f"{mutant.name}\n{mutant.change}\n")
    print(f"{'room':<14} {'mutants':>8} {'killed':>7} {'survived':>9} {'listed':>7} {'share':>6}")
    low = False
    for room, some in noticed.items():
        killed, left = sum(some.values()), [each for each, was_killed in some.items() if not was_killed]
        known = sum((each.function, each.change) in listed for each in left)
        low = low or killed * 100 < share * len(some)
        print(f"{room:<14} {len(some):>8} {killed:>7} {len(left):>9} {known:>7} {killed / len(some):>6.0%}")
    if low:
        raise SystemExit(f"a room is below {share} %")


if __name__ == "__main__":
    main()
