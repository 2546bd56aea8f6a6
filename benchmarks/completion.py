"""How long the Tab key takes against a bare start of the same interpreter: the bound is 60 ms.

    python benchmarks/completion.py [--runs 20]

Each round asks for every kind of word once, in turn, after a first round that fills the caches. Processor
time stands beside the time on the clock: on a busy machine only the former says something.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[1] / "src"
DEMO = SOURCE.parent / "data" / "demo"
BARE = "python -c pass"
ASKED: Mapping[str, tuple[str, ...]] = {
    "commands": ("",),
    "clients": ("client", "show", ""),
    "people": ("brief", "hikari/"),
    "promises": ("promise", "done", ""),
    "kinds": ("log", "hikari", "--kind", ""),
    "countries": ("culture", ""),
    "regions": ("holidays", "--country", "DE-"),
    "languages": ("meet", "--lang", ""),
    "zones": ("meet", "--zone", "Europe/"),
    "files": ("meet", "--ics", ""),
}


def spent(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor for one whole process."""
    before, started = os.times(), time.perf_counter()
    subprocess.run(command, env=dict(environment), capture_output=True, check=True)
    taken, after = time.perf_counter() - started, os.times()
    worked = after.children_user - before.children_user + after.children_system - before.children_system
    return taken * 1000, worked * 1000


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(SOURCE),
            "XDG_CACHE_HOME": str(Path(folder) / "cache"),
            "CB_HOME": str(shutil.copytree(DEMO, Path(folder) / "files")),
        }
        run = "from clientbridge.__main__ import run; run()"
        commands: dict[str, tuple[str, ...]] = {BARE: (sys.executable, "-c", "pass")}
        commands |= {
            name: (sys.executable, "-c", run, "--tab", "zsh", *words) for name, words in ASKED.items()
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for round_number in range(runs + 1):
            for name, command in commands.items():
                taken = spent(command, environment)
                if round_number:  # the first round fills the caches
                    times[name].append(taken)
    bare = sum(worked for _, worked in times[BARE])
    print(f"{'the Tab key for':<16} {'median ms':>10} {'least ms':>10} {'times bare (processor)':>24}")
    for name, taken_all in times.items():
        clock = [taken for taken, _ in taken_all]
        ratio = sum(worked for _, worked in taken_all) / bare
        print(f"{name:<16} {median(clock):>10.1f} {min(clock):>10.1f} {ratio:>24.1f}")


if __name__ == "__main__":
    main()
