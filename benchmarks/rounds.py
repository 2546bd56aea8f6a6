"""Whole commands against a bare start of the same interpreter, started in turn, round after round.

A slower moment of the machine is so shared by all. The first round fills the caches and is not counted.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[1] / "src"
CB = (sys.executable, "-m", "clientbridge")
BARE = "python -c pass"
BARE_START = (sys.executable, "-c", "pass")


class Spent(NamedTuple):
    """What one process took, in milliseconds."""

    clock: float
    processor: float
    """Its own and its children's: on a busy machine only this says something."""


def options_of(description: str | None, *, runs: int) -> argparse.ArgumentParser:
    """The options of a benchmark: how many rounds are counted."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=runs)
    return parser


def surroundings(scratch: Path, **more: str) -> dict[str, str]:
    """The environment of a command: the source of this checkout, compiled once, and caches of its own."""
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(SOURCE),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        **more,
    }


def spent(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    """Run one whole process; its output is read and thrown away, and a failure ends the benchmark."""
    before, started = os.times(), time.perf_counter()
    done = subprocess.run(command, env=dict(environment), capture_output=True, check=False)
    clock, after = time.perf_counter() - started, os.times()
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command[:8])} failed:\n{done.stderr.decode()}")
    processor = after.children_user - before.children_user + after.children_system - before.children_system
    return Spent(clock * 1000, processor * 1000)


def in_rounds(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], runs: int
) -> dict[str, list[Spent]]:
    """What each command took in each round."""
    taken: dict[str, list[Spent]] = {name: [] for name in commands}
    for round_number in range(runs + 1):
        for name, command in commands.items():
            one = spent(command, environment)
            if round_number:
                taken[name].append(one)
    return taken
