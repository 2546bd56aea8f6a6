"""How long whole commands take against a bare start of the same interpreter, and how many modules they load.

    python benchmarks/startup.py [--runs 15]

The medians of rounds (`rounds.py`) and their ratios to `python -c pass` are printed. How many modules of the
program a warm command imports stands beside them: a figure to watch, not a limit
(tests/program/test_import_cost.py has the limits).
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from rounds import BARE, BARE_START, CB, in_rounds, options_of, surroundings

from clientbridge.adapters.workspace.sample.sample_folder import lay_out_sample

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "cb --version": ("--version",),
    "cb --help": ("--help",),
    "cb meet, 4 parties, 2 weeks": ("meet", "hikari", "nordlys", "almadar", "--next", "2w"),
    "cb meet, every client": ("meet",),
    "cb meet, the map of a year": ("meet", "hikari", "nordlys", "--next", "365d", "--map"),
    "cb offer hikari": ("offer", "hikari"),
    "cb clock, every client": ("clock",),
    "cb clock @tokyo @lima": ("clock", "@tokyo", "@lima"),
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


def modules(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """How many modules of the program a command has imported at its end."""
    command = [sys.executable, "-c", COUNT, *words]
    talk = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=True).stderr
    return int(talk.splitlines()[-1])


def main() -> None:
    """Run the rounds and print the table."""
    runs = options_of(__doc__, runs=15).parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "files"
        lay_out_sample(home, date(2026, 11, 23))
        environment = surroundings(Path(folder), CB_HOME=str(home), CB_NOW="2026-11-23T07:05:00Z")
        commands = {BARE: BARE_START, **{name: (*CB, *words) for name, words in COMMANDS.items()}}
        taken = in_rounds(commands, environment, runs)
        loaded = {name: modules(words, environment) for name, words in COMMANDS.items()}
    medians = {name: median(one.clock for one in times) for name, times in taken.items()}
    print(f"{'command':<30} {'median ms':>10} {'times bare':>11} {'modules':>8}")
    for name, ms in medians.items():
        print(f"{name:<30} {ms:>10.1f} {ms / medians[BARE]:>11.1f} {loaded.get(name, 0):>8}")


if __name__ == "__main__":
    main()
