"""How long whole commands take, against a bare start of the same interpreter, in one run.

    python benchmarks/startup.py [--runs 15]

Each round starts every command once, in turn, so that a slower moment of the machine is shared by all; the
medians and their ratios to `python -c pass` are printed. Nothing here is run by the tests.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[1] / "src"
CB = (sys.executable, "-m", "clientbridge")
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "cb --version": (*CB, "--version"),
    "cb --help": (*CB, "--help"),
    "cb meet, 4 parties, 2 weeks": (*CB, "--demo", "meet", "hikari", "nordlys", "almadar", "--next", "2w"),
    "cb meet, every client": (*CB, "--demo", "meet"),
    "cb holidays --next 30d": (*CB, "--demo", "holidays", "--next", "30d"),
    "cb brief hikari": (*CB, "--demo", "brief", "hikari"),
}


def milliseconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Wall time of one whole process; its output is read and thrown away."""
    started = time.perf_counter()
    done = subprocess.run(command, env=dict(environment), capture_output=True, check=False)
    taken = (time.perf_counter() - started) * 1000
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return taken


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as cache:
        environment = {
            **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(SOURCE),
            "XDG_CACHE_HOME": cache,
            "CB_NOW": "2026-11-23T07:05:00Z",
        }
        taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for round_number in range(runs + 1):
            for name, command in COMMANDS.items():
                spent = milliseconds(command, environment)
                if round_number:  # the first round fills the caches
                    taken[name].append(spent)
    bare = median(taken["python -c pass"])
    print(f"{'command':<30} {'median ms':>10} {'times bare':>11}")
    for name, times in taken.items():
        print(f"{name:<30} {median(times):>10.1f} {median(times) / bare:>11.1f}")


if __name__ == "__main__":
    main()
