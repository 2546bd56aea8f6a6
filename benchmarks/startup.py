"""How long whole commands take against a bare start of the same interpreter, and how many modules they load.

    python benchmarks/startup.py [--runs 15]

Each round starts every command once, in turn, so that a slower moment of the machine is shared by all; the
medians and their ratios to `python -c pass` are printed. How many modules of the program a warm command
imports stands beside them: a figure to watch, not a limit (tests/program/test_import_cost.py has the limits).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from clientbridge.adapters.workspace.sample.sample_folder import lay_out_sample

SOURCE = Path(__file__).parents[1] / "src"
CB = (sys.executable, "-m", "clientbridge")
BARE = "python -c pass"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "cb --version": ("--version",),
    "cb --help": ("--help",),
    "cb meet, 4 parties, 2 weeks": ("meet", "hikari", "nordlys", "almadar", "--next", "2w"),
    "cb meet, every client": ("meet",),
    "cb holidays --next 30d": ("holidays", "--next", "30d"),
    "cb brief hikari": ("brief", "hikari"),
    "cb today": ("today",),
    "cb log hikari": ("log", "hikari", "call went well, they send the plan by fri"),
    "cb promise list": ("promise", "list"),
    "cb review hikari": ("review", "hikari"),
    "cb client list": ("client", "list"),
    "cb culture JP --you NL": ("culture", "JP", "--you", "NL"),
}
COUNT = (
    "import sys; from clientbridge.cli import main; main(sys.argv[1:]);"
    "print(sum(name.startswith('clientbridge.') for name in sys.modules), file=sys.stderr)"
)


def milliseconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Wall time of one whole process; its output is read and thrown away."""
    started = time.perf_counter()
    done = subprocess.run(command, env=dict(environment), capture_output=True, check=False)
    taken = (time.perf_counter() - started) * 1000
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return taken


def modules(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """How many modules of the program a command has imported at its end."""
    command = [sys.executable, "-c", COUNT, *words]
    talk = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=True).stderr
    return int(talk.splitlines()[-1])


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "files"
        lay_out_sample(home, date(2026, 11, 23))
        environment = {
            **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(SOURCE),
            "XDG_CACHE_HOME": str(Path(folder) / "cache"),
            "CB_HOME": str(home),
            "CB_NOW": "2026-11-23T07:05:00Z",
        }
        commands: dict[str, tuple[str, ...]] = {BARE: (sys.executable, "-c", "pass")}
        commands |= {name: (*CB, *words) for name, words in COMMANDS.items()}
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for round_number in range(runs + 1):
            for name, command in commands.items():
                spent = milliseconds(command, environment)
                if round_number:  # the first round fills the caches
                    taken[name].append(spent)
        loaded = {name: modules(words, environment) for name, words in COMMANDS.items()}
    bare = median(taken[BARE])
    print(f"{'command':<30} {'median ms':>10} {'times bare':>11} {'modules':>8}")
    for name, times in taken.items():
        print(f"{name:<30} {median(times):>10.1f} {median(times) / bare:>11.1f} {loaded.get(name, 0):>8}")


if __name__ == "__main__":
    main()
