"""How `cb today` and `cb brief` grow with the number of clients, in one run.

    python benchmarks/scale.py [--clients 10,100,2000] [--events 100] [--runs 7]

Workspaces are made from a few templates in different countries and zones; each client gets a journal. Every
command is a whole process; the first run of each fills the caches and is shown apart.
"""

import json
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from rounds import CB, options_of, spent, surroundings

NOW = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)
PLACES = (
    ("JP", "JP-13", "Asia/Tokyo"),
    ("BR", "BR-SP", "America/Sao_Paulo"),
    ("NO", "NO-03", "Europe/Oslo"),
    ("AE", "AE-DU", "Asia/Dubai"),
    ("US", "US-MA", "America/New_York"),
    ("DE", "DE-BY", "Europe/Berlin"),
    ("IN", "IN-MH", "Asia/Kolkata"),
    ("MX", "MX-CMX", "America/Mexico_City"),
)
CLIENT = """\
name: Client {number} Ltd
country: {country}
region: {region}
timezone: {zone}
language: en
hours: 09:00-12:00, 13:00-17:30
people:
  - {{id: ana, name: Ana Souza {number}, role: CTO, level: executive, decides: yes, birthday: 05-17}}
  - {{id: bo, name: Bo Berg, role: Engineer, level: team, email: bo{number}@example.com}}
rhythm: {{checkin: 2w, checkin_max: 4w, update: 1w, feedback: 3mo}}
manager: Lea Peeters
"""
ME = """\
name: Lea Peeters
country: BE
timezone: Europe/Brussels
languages: [fr, nl, en]
hours: 09:00-12:30, 13:30-18:00
"""
KINDS = ("call", "email", "chat", "note", "meeting", "feedback", "problem", "insight", "visit", "success")


def make_workspace(folder: Path, clients: int, events: int) -> None:
    """A workspace of that size; one client in five has something that needs you."""
    (folder / "clients").mkdir(parents=True)
    (folder / "journal").mkdir()
    (folder / "me.yaml").write_text(ME, encoding="utf-8")
    for number in range(clients):
        country, region, zone = PLACES[number % len(PLACES)]
        text = CLIENT.format(number=number, country=country, region=region, zone=zone)
        (folder / "clients" / f"c{number:05d}.yaml").write_text(text, encoding="utf-8")
        lines = [json.dumps(_event(number, event, events)) for event in range(events)]
        (folder / "journal" / f"c{number:05d}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _event(client: int, number: int, events: int) -> dict[str, object]:
    at = NOW - timedelta(days=(events - number) * 3, hours=client % 7)
    common = {"id": f"e{client}x{number}", "at": f"{at:%Y-%m-%dT%H:%M:%SZ}"}
    if number % 10 == 9:  # every tenth entry is a promise
        open_ = number == events - 1 and client % 5 == 0
        due = (NOW - timedelta(days=1)).date().isoformat()
        kind = {"kind": "promise", "owner": "me", "text": "send the notes", "due": due}
        return {**common, **kind} if open_ else {**common, "kind": "note", "text": "notes sent as promised"}
    kind_name = KINDS[number % len(KINDS)]
    said: dict[str, object] = {
        "kind": kind_name,
        "text": "talked about the pilot and the budget of next year",
    }
    if kind_name == "feedback":
        said["no_action"] = "thanked"
    if kind_name == "problem":
        said = {"kind": "note", "text": "a problem, solved the same day"}
    return {**common, **said, "people": ["ana", "bo"]}


def main() -> None:
    """Make the workspaces, time the commands, print the table."""
    parser = options_of(__doc__, runs=7)
    parser.add_argument("--clients", default="10,100,500,2000")
    parser.add_argument("--events", type=int, default=100)
    options = parser.parse_args()
    sizes = [int(size) for size in options.clients.split(",")]
    commands = {"cb today": ("today",), "cb brief": ("brief", "c00003")}
    print(f"{'command':<10} {'clients':>8} {'first ms':>9} {'median ms':>10} {'times the smallest':>19}")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        environment = surroundings(base, CB_NOW=f"{NOW:%Y-%m-%dT%H:%M:%SZ}")
        for size in sizes:
            make_workspace(base / str(size), size, options.events)
        for command, words in commands.items():
            smallest = None
            for size in sizes:
                called = (*CB, "--home", str(base / str(size)), *words)
                first = spent(called, environment).clock
                warm = median(spent(called, environment).clock for _ in range(options.runs))
                smallest = smallest or warm
                print(f"{command:<10} {size:>8} {first:>9.0f} {warm:>10.0f} {warm / smallest:>19.1f}")


if __name__ == "__main__":
    main()
