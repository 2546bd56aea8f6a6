"""How long the Tab key takes against a bare start of the same interpreter: the bound is 60 ms.

    python benchmarks/completion.py [--runs 20]

Each round (`rounds.py`) asks for every kind of word once. Processor time stands beside the time on the clock:
on a busy machine only the former says something.
"""

import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from statistics import median

from rounds import BARE, BARE_START, in_rounds, options_of, surroundings

from clientbridge.adapters.workspace.sample.sample_folder import lay_out_sample

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


def main() -> None:
    """Run the rounds and print the table."""
    runs = options_of(__doc__, runs=20).parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "files"
        lay_out_sample(home, date(2026, 11, 23))
        environment = surroundings(Path(folder), CB_HOME=str(home))
        run = "from clientbridge.__main__ import run; run()"
        commands: dict[str, tuple[str, ...]] = {BARE: BARE_START}
        commands |= {
            name: (sys.executable, "-c", run, "--tab", "zsh", *words) for name, words in ASKED.items()
        }
        times = in_rounds(commands, environment, runs)
    bare = sum(one.processor for one in times[BARE])
    print(f"{'the Tab key for':<16} {'median ms':>10} {'least ms':>10} {'times bare (processor)':>24}")
    for name, taken_all in times.items():
        clock = [one.clock for one in taken_all]
        ratio = sum(one.processor for one in taken_all) / bare
        print(f"{name:<16} {median(clock):>10.1f} {min(clock):>10.1f} {ratio:>24.1f}")


if __name__ == "__main__":
    main()
