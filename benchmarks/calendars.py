"""How long busy times take from large calendars, as whole `cb meet` commands, against a bare start of Python.

    python benchmarks/calendars.py [--runs 7] [--peers /path/to/python]

One calendar has 10,000 events over a year in one file, the other 50 files of 100 events each. Cold is a
command whose caches are empty, warm one that finds them filled. Beside them two libraries read the same files
and expand the same fortnight, import included: `recurring-ical-events` with `icalendar`, and `ical`, where
the Python of `--peers` has it. Each round starts every command once, in turn, so that a slower moment of the
machine is shared by all.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from rounds import BARE, BARE_START, CB, options_of, spent, surroundings

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
YEAR_START = datetime.fromisoformat("2026-01-01")
EVENTS = 10_000
FILES = 50
EVENTS_A_FILE = 100
ME = "name: Lea Peeters\ncountry: BE\ntimezone: Europe/Brussels\nhours: 09:00-18:00\ncalendar: {calendar}\n"
CLIENT = "name: Acme\ncountry: JP\ntimezone: Asia/Tokyo\nhours: 09:00-18:00\n"
WORDS = ("meet", "acme", "--next", "2w")
ZONE = """\
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
EVENT = """\
BEGIN:VEVENT
UID:{uid}@example.com
DTSTAMP:20260101T000000Z
{when}
SUMMARY:Talk number {uid}
DESCRIPTION:Agenda\\, notes and all that was said before\\nhttps://meet.example/{uid}
LOCATION:Room {uid}
ORGANIZER;CN=Bo Berg:mailto:bo@example.com
ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:ana@example.com
STATUS:CONFIRMED
TRANSP:OPAQUE
END:VEVENT
"""
BY_RECURRING = """
import sys, datetime, pathlib, icalendar, recurring_ical_events
for name in sys.argv[1:]:
    calendar = icalendar.Calendar.from_ical(pathlib.Path(name).read_bytes())
    recurring_ical_events.of(calendar).between(datetime.datetime(2026, 11, 23), datetime.timedelta(days=14))
"""
BY_ICAL = """
import sys, datetime, pathlib, zoneinfo
from ical.calendar_stream import IcsCalendarStream
zone = zoneinfo.ZoneInfo("Europe/Brussels")
first = datetime.datetime(2026, 11, 23, tzinfo=zone)
for name in sys.argv[1:]:
    calendar = IcsCalendarStream.calendar_from_ics(pathlib.Path(name).read_text())
    list(calendar.timeline_tz(zone).overlapping(first, first + datetime.timedelta(days=14)))
"""


def calendar_text(events: int, called: str) -> str:
    """So many events spread over the year: one in 100 weekly, one in 50 a whole day."""
    parts = "".join(
        EVENT.format(uid=f"{called}{number}", when=_when(number, events)) for number in range(events)
    )
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//benchmark//EN\n{ZONE}{parts}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def _when(number: int, events: int) -> str:
    day = YEAR_START + timedelta(days=365 * number // events)
    start = day + timedelta(hours=8 + number % 10, minutes=15 * (number % 4))
    if number % 50 == 1:
        return f"DTSTART;VALUE=DATE:{day:%Y%m%d}\nDTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}\nX-A:1"
    zone = "TZID=Romance Standard Time"
    rule = "\nRRULE:FREQ=WEEKLY;COUNT=20" if number % 100 == 2 else ""
    end = start + timedelta(minutes=30)
    return f"DTSTART;{zone}:{start:%Y%m%dT%H%M%S}\nDTEND;{zone}:{end:%Y%m%dT%H%M%S}{rule}"


def make_workspace(home: Path, texts: Mapping[str, str]) -> list[str]:
    """A workspace whose owner keeps that calendar; the paths of its files."""
    (home / "clients").mkdir(parents=True)
    (home / "clients" / "acme.yaml").write_text(CLIENT, encoding="utf-8")
    (home / "calendar").mkdir()
    for name, text in texts.items():
        (home / "calendar" / name).write_text(text, encoding="utf-8", newline="")
    (home / "me.yaml").write_text(ME.format(calendar="calendar"), encoding="utf-8")
    return [str(home / "calendar" / name) for name in texts]


def has(python: str, module: str) -> bool:
    """Whether that Python can import it."""
    return (
        subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
    )


def main() -> None:
    """Make the workspaces, run the rounds, print the table."""
    parser = options_of(__doc__, runs=7)
    parser.add_argument("--peers", default=sys.executable)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        kinds = {
            f"{EVENTS} events in a file": {"work.ics": calendar_text(EVENTS, "e")},
            f"{FILES} files": {f"{n:02}.ics": calendar_text(EVENTS_A_FILE, f"f{n}x") for n in range(FILES)},
        }
        print_table(measured(base, kinds, options.peers, options.runs))


def measured(
    base: Path, kinds: Mapping[str, Mapping[str, str]], peers: str, runs: int
) -> dict[str, list[float]]:
    """The times of each command, by its name; the bare start is one of them."""
    environment = surroundings(base, CB_NOW=f"{NOW:%Y-%m-%dT%H:%M:%SZ}")
    plain = {key: value for key, value in environment.items() if key != "PYTHONPATH"}
    libraries = {
        "recurring-ical-events": (sys.executable, BY_RECURRING, "recurring_ical_events"),
        "ical": (peers, BY_ICAL, "ical"),
    }
    found = {name: of for name, of in libraries.items() if has(of[0], of[2])}
    taken: dict[str, list[float]] = {BARE: []}
    files = {kind: make_workspace(base / kind, texts) for kind, texts in kinds.items()}
    for round_number in range(runs + 1):
        here: dict[str, float] = {BARE: spent(BARE_START, plain).clock}
        for kind, paths in files.items():
            command = [*CB, "--home", str(base / kind), *WORDS]
            cold = base / "cold"
            shutil.rmtree(cold, ignore_errors=True)
            empty = {**environment, "XDG_CACHE_HOME": str(cold)}
            here[f"cb meet, {kind}, cold"] = spent(command, empty).clock
            here[f"cb meet, {kind}, warm"] = spent(command, environment).clock
            for name, (python, script, _) in found.items():
                here[f"{name}, {kind}"] = spent([python, "-c", script, *paths], plain).clock
        if round_number:  # the first round fills the caches
            for name, ms in here.items():
                taken.setdefault(name, []).append(ms)
    return taken


def print_table(taken: Mapping[str, Sequence[float]]) -> None:
    """Medians, and how many bare starts each is."""
    bare = median(taken[BARE])
    print(f"{'command':<48} {'median ms':>10} {'times bare':>11}")
    for name, times in taken.items():
        print(f"{name:<48} {median(times):>10.1f} {median(times) / bare:>11.1f}")


if __name__ == "__main__":
    main()
