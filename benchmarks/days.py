"""What `cb holidays --next 30d` costs for 1, 100 and 1,000 clients in 60 countries: whole commands, warm.

    python benchmarks/days.py [--runs 9]

Printed are medians of rounds (`rounds.py`), the ratio to one client, and to a bare start of the interpreter.
Nothing here is run by the tests.
"""

import tempfile
from pathlib import Path
from statistics import median

from rounds import BARE, BARE_START, CB, in_rounds, options_of, surroundings

WEST = ("JP", "DE", "FR", "BE", "NL", "GB", "IE", "ES", "PT", "IT", "CH", "AT", "PL", "CZ", "HU")
NORTH_AND_EAST = ("RO", "SE", "NO", "DK", "FI", "EE", "LV", "LT", "GR", "TR", "IL", "AE", "SA", "QA", "KW")
SOUTH = ("OM", "BH", "EG", "MA", "ZA", "NG", "KE", "IN", "PK", "BD", "LK", "SG", "MY", "ID", "TH")
FAR = ("VN", "PH", "HK", "TW", "KR", "CN", "AU", "NZ", "US", "CA", "MX", "BR", "AR", "CL", "CO")
COUNTRIES = (*WEST, *NORTH_AND_EAST, *SOUTH, *FAR)
ZONES = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "MX": "America/Mexico_City",
    "PT": "Europe/Lisbon",
    "US": "America/New_York",
}
SIZES = (1, 100, 1000)


def make_workspace(folder: Path, clients: int) -> Path:
    """A workspace of that many clients, spread over the countries."""
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text("name: Lea Peeters\ncountry: BE\nhours: 09:00-17:00\n", encoding="utf-8")
    for number in range(clients):
        country = COUNTRIES[number % len(COUNTRIES)]
        zone = f"timezone: {ZONES[country]}\n" if country in ZONES else ""
        (folder / "clients" / f"client{number:04d}.yaml").write_text(
            f"name: Client {number}\ncountry: {country}\n{zone}hours: 09:00-12:30, 13:30-18:00\n"
            "people:\n  - id: ana\n    name: Ana Souza\n    role: CTO\n",
            encoding="utf-8",
        )
    return folder


def main() -> None:
    """Run the rounds and print the table."""
    runs = options_of(__doc__, runs=9).parse_args().runs
    with tempfile.TemporaryDirectory() as scratch:
        commands: dict[str, tuple[str, ...]] = {BARE: BARE_START}
        for size in SIZES:
            home = make_workspace(Path(scratch) / str(size), size)
            words = ("--home", str(home), "holidays", "--next", "30d")
            commands[f"{size} clients, terminal"] = (*CB, *words)
            commands[f"{size} clients, --json"] = (*CB, *words, "--json")
        environment = surroundings(Path(scratch), CB_NOW="2026-11-23T07:05:00Z")
        taken = in_rounds(commands, environment, runs)
    medians = {name: median(one.clock for one in times) for name, times in taken.items()}
    print(f"{'command':<26} {'median ms':>10} {'times 1 client':>15} {'times bare':>11}")
    for name, ms in medians.items():
        one = medians.get(f"{SIZES[0]} clients, {name.rpartition(', ')[2]}", ms)
        print(f"{name:<26} {ms:>10.1f} {ms / one:>15.2f} {ms / medians[BARE]:>11.1f}")


if __name__ == "__main__":
    main()
