"""Weekday public holidays of 2026 and 2027 in 43 countries, ours against the npm package `date-holidays`.

    npm install --prefix /tmp/second date-holidays
    python benchmarks/second_opinion.py /tmp/second

Countries whose days differ by region are asked with one. Printed is the overlap (dates in both, of dates in
either) by country and in all, and every disagreement with the verdict of `second_opinion.csv`; a disagreement
without a verdict is marked NEW. Needs node; nothing of the package is kept. Nothing here is run by the tests.
"""

import argparse
import csv
import json
import subprocess
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from clientbridge.adapters.days.place_calendars import calendar_for
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.day_status import assess_day
from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import Schedule

YEARS = (2026, 2027)
RULES = (
    *(
        "US",
        "DE",
        "FR",
        "IT",
        "ES",
        "PT",
        "BE",
        "AT",
        "PL",
        "SE",
        "NO",
        "DK",
        "IE",
        "BR",
        "MX",
        "CL",
        "CO",
        "NZ",
    ),
    *("JP", "FI", "NL", "CZ", "HU", "GB-ENG", "CH-ZH", "AU-NSW", "CA-ON"),
)
LUNAR = ("AE", "SA", "EG", "TR", "IL", "IN", "ID", "MY-14", "SG", "TH", "VN", "CN", "HK", "TW", "KR", "ZA")
VERDICTS = Path(__file__).with_suffix(".csv")
SCRIPT = """
const Holidays = require('date-holidays');
const places = JSON.parse(process.argv[1]), years = JSON.parse(process.argv[2]), found = {};
for (const place of places) {
  const [country, region] = place.split('-');
  const states = { 'MY-14': '14', 'CH-ZH': 'ZH' };
  const all = region ? new Holidays(country, states[place] || region) : new Holidays(country);
  all.setLanguages('en');
  found[place] = years.flatMap(year => all.getHolidays(year))
    .filter(day => day.type === 'public').flatMap(day => {
      const start = new Date(day.date.slice(0, 10)), days = Math.round((day.end - day.start) / 864e5);
      return Array.from({ length: Math.max(1, days) }, (_, shift) =>
        [new Date(+start + shift * 864e5).toISOString().slice(0, 10), day.name]);
    });
}
console.log(JSON.stringify(found));
"""
Days = dict[date, str]


def theirs(folder: Path) -> dict[str, Days]:
    """Dates and names of every place, as the package gives them."""
    places, years = json.dumps([*RULES, *LUNAR]), json.dumps(YEARS)
    done = subprocess.run(
        ["node", "-e", SCRIPT, places, years], cwd=folder, capture_output=True, text=True, check=True
    )
    found: dict[str, list[list[str]]] = json.loads(done.stdout)
    return {
        place: {
            day: name
            for text, name in days
            if (day := date.fromisoformat(text)).year in YEARS and day.weekday() < 5
        }
        for place, days in found.items()
    }


def ours(text: str) -> Days:
    """The weekdays that are public holidays of the place."""
    country, _, region = text.partition("-")
    place = Place(country, text if region else None)
    schedule = Schedule(place=place, zone=ZoneInfo("UTC"))
    first, last = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
    calendar = calendar_for(place, first, last, NO_CACHE)
    found: Days = {}
    for shift in range((last - first).days + 1):
        day = assess_day(calendar, schedule, first + timedelta(days=shift))
        names = [reason.name for reason in day.reasons if reason.kind is ReasonKind.PUBLIC_HOLIDAY]
        if names and day.date.weekday() < 5:
            found[day.date] = "; ".join(names)
    return found


def main() -> None:
    """Ask both, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where date-holidays is installed")
    other = theirs(parser.parse_args().folder)
    with VERDICTS.open(encoding="utf-8", newline="") as lines:
        verdicts = {(row["place"], row["date"]): row for row in csv.DictReader(lines)}
    unexplained = 0
    for title, places in (("rule-based", RULES), ("lunar or by decree", LUNAR)):
        shared = either = settled = 0
        for place in places:
            mine, their = ours(place), other[place]
            both, differing = mine.keys() & their.keys(), mine.keys() ^ their.keys()
            shared, either = shared + len(both), either + len(mine.keys() | their.keys())
            print(f"{place:<7} {len(both):>3} of {len(mine.keys() | their.keys()):>3}")
            for day in sorted(differing):
                verdict = verdicts.get((place, day.isoformat()))
                who = "ours" if day in mine else "theirs"
                name = mine.get(day) or their.get(day)
                said = f"{verdict['right']}: {verdict['why']}" if verdict else "NEW"
                unexplained += verdict is None
                settled += verdict is not None and verdict["right"] in {"ours", "policy"}
                print(f"    {day} only {who:<6} {name}  [{said}]")
        print(f"{title}: overlap {shared / either:.3f}; settled for ours {(shared + settled) / either:.3f}\n")
    print(f"{unexplained} disagreements without a verdict")


if __name__ == "__main__":
    main()
