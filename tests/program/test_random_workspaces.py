"""A hundred workspaces made at random, with travel, overrides and seasons: commands say the same of now.

What one command prints is compared with what another does; nothing is computed here but calendar dates.
"""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypedDict

import pytest

from clientbridge.adapters.days.places import zone_for, zones
from conftest import Run

WORKSPACES = 100
COUNTRIES = (
    *(
        "AE",
        "AE",
        "AR",
        "AU",
        "BE",
        "BR",
        "CA",
        "CH",
        "CN",
        "CZ",
        "DE",
        "EG",
        "ES",
        "FR",
        "GB",
        "GH",
        "ID",
        "IL",
    ),
    *(
        "IN",
        "IN",
        "IT",
        "JP",
        "KE",
        "KR",
        "MX",
        "MY",
        "NG",
        "NL",
        "NO",
        "NZ",
        "PK",
        "PL",
        "SA",
        "SE",
        "SG",
        "TH",
    ),
    *("TN", "TR", "UA", "US", "US", "VN", "ZA"),
)
REGIONS = {"DE": ("Bavaria", "Berlin"), "IN": ("Karnataka", "Delhi"), "AE": ("Sharjah",), "CH": ("Zurich",)}
ELSEWHERE = (
    "Asia/Dubai",
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/Santiago",
)
HOURS = (
    "09:00-17:00",
    "08:30-12:00, 13:00-17:45",
    "22:00-06:00",
    "{mon-thu: '09:00-12:00, 13:00-17:30', fri: 09:00-16:00}",
    "{sun-thu: 08:00-16:00}",
    "{mon-sat: 01:15-05:00}",
)
SEASON_HOURS = ("10:00-15:00", "09:00-12:30", "08:00-15:00")
FEASTS = ("christmas", "eid_al_fitr", "diwali", "lunar_new_year")
SCALES = ("directness", "formality", "hierarchy", "schedule")
NOON = 12


class Reason(TypedDict):
    kind: str
    name: str


class Row(TypedDict):
    date: str
    status: str
    reasons: list[Reason]
    hours: str | None
    back_on: str | None
    greeting: dict[str, str] | None


class Moment(TypedDict):
    minutes_ahead: int


class Gap(TypedDict):
    scale: str
    them: int
    layer: str


class Brief(TypedDict):
    local_time: str
    moment: Moment
    day: Row
    gaps: list[Gap]


class Days(TypedDict):
    days: list[Row]


class Clock(TypedDict):
    local_time: str
    day: str
    reasons: list[str]
    may_write: bool
    next_there: str | None
    next_here: str | None


class Today(TypedDict):
    today: str
    clocks: list[Clock]


class Party(TypedDict):
    start: str
    fit: str


class Slot(TypedDict):
    parties: list[Party]


class Meeting(TypedDict):
    slot: Slot


def around(now: datetime, draw: Random, *, longest: int) -> str:
    """A range of days that may hold now, begin later, or have ended."""
    first = now.date() + timedelta(days=draw.randint(-longest, 3))
    return f"{first}..{first + timedelta(days=draw.randint(0, longest))}"


def schedule_lines(now: datetime, draw: Random, country: str) -> list[str]:
    """A country with what a profile may say of hours, days off and seasons there."""
    lines = [f'country: "{country}"']
    if country in REGIONS and draw.random() < 0.6:
        lines.append(f"region: {draw.choice(REGIONS[country])}")
    if zone_for(country, None) is None:
        lines.append(f"timezone: {draw.choice(zones(country))}")
    elif draw.random() < 0.15:
        lines.append(f"timezone: {draw.choice(ELSEWHERE)}")
    if draw.random() < 0.6:
        lines.append(f"hours: {draw.choice(HOURS)}")
    if draw.random() < 0.3:
        lines.append(f"days_off: [{{days: {around(now, draw, longest=20)}, name: Works closure}}]")
    if draw.random() < 0.3:
        when = draw.choice(("ramadan", around(now, draw, longest=30)))
        lines.append(f"seasons: [{{days: {when}, hours: {draw.choice(SEASON_HOURS)}}}]")
    return lines


def travel_line(now: datetime, draw: Random) -> str:
    where = draw.choice(COUNTRIES)
    days, zone = around(now, draw, longest=10), draw.choice(zones(where))
    return f'travel: [{{days: {days}, timezone: {zone}, country: "{where}"}}]'


def workspace(folder: Path, now: datetime, draw: Random) -> dict[str, int]:
    """Write the files; the overrides of the person are returned."""
    (folder / "clients").mkdir()
    mine = ["name: Lea", *schedule_lines(now, draw, draw.choice(COUNTRIES))]
    if draw.random() < 0.6:
        mine.append(travel_line(now, draw))
    (folder / "me.yaml").write_text("\n".join(mine) + "\n", encoding="utf-8")
    theirs = ["name: Acme", *schedule_lines(now, draw, draw.choice(COUNTRIES))]
    if draw.random() < 0.2:
        theirs.append("public_holidays: no")
    if draw.random() < 0.4:
        theirs.append(f"observes: [{draw.choice(FEASTS)}]")
    overrides = {scale: draw.randint(1, 5) for scale in draw.sample(SCALES, 2)}
    culture = ", ".join(f"{scale}: {value}" for scale, value in overrides.items())
    person = ["id: ana", "name: Ana Souza", f"culture: {{{culture}}}"]
    if draw.random() < 0.3:
        person.append(f"away: [{{days: {around(now, draw, longest=5)}}}]")
    theirs += ["people:", *(("  - " if at == 0 else "    ") + line for at, line in enumerate(person))]
    (folder / "clients" / "acme.yaml").write_text("\n".join(theirs) + "\n", encoding="utf-8")
    return overrides


def moment(draw: Random) -> datetime:
    day = date(2026, 1, 1) + timedelta(days=draw.randrange(3 * 365))
    return datetime(
        day.year, day.month, day.day, draw.randrange(24), draw.choice((0, 15, 30, 45)), tzinfo=UTC
    )


def named(row: Row) -> list[str]:
    return [reason["name"] for reason in row["reasons"] if reason["kind"] != "weekend"]


@pytest.mark.parametrize("seed", range(WORKSPACES))
def test_commands_agree_about_now(run: Run, tmp_path: Path, seed: int) -> None:
    draw = Random(seed)  # noqa: S311
    now = moment(draw)
    overrides = workspace(tmp_path, now, draw)

    def said(*words: str) -> str:
        answer = run(*words, "--json", folder=tmp_path, now=now)
        assert answer.code in {0, 1}, answer.err
        return answer.out

    brief: Brief = json.loads(said("brief", "acme"))
    today: Today = json.loads(said("today"))
    here = datetime.fromisoformat(brief["local_time"])
    holidays: Days = json.loads(said("holidays", "acme", "--on", here.date().isoformat()))
    meet: Meeting = json.loads(said("meet", "acme", "--at", now.isoformat(), "--duration", "15m"))
    (clock,) = today["clocks"]
    (row,) = holidays["days"]
    mine, theirs = (datetime.fromisoformat(party["start"]) for party in meet["slot"]["parties"])

    # one moment, on the clocks of both sides
    assert brief["local_time"] == clock["local_time"]
    assert (mine, theirs, here) == (now, now, now)
    assert theirs.utcoffset() == here.utcoffset()
    assert mine.date().isoformat() == today["today"]
    apart = (theirs.utcoffset() or timedelta()) - (mine.utcoffset() or timedelta())
    assert timedelta(minutes=brief["moment"]["minutes_ahead"]) == apart
    if clock["next_there"] is not None and clock["next_here"] is not None:
        assert datetime.fromisoformat(clock["next_there"]) == datetime.fromisoformat(clock["next_here"])

    # one day, with one name and one greeting
    day = brief["day"]
    assert (row["date"], row["status"], row["reasons"]) == (day["date"], day["status"], day["reasons"])
    assert (row["back_on"], row["greeting"]) == (day["back_on"], day["greeting"])
    assert row["hours"] in {None, day["hours"]}
    assert clock["day"] == day["status"]

    # whoever may be written to is at work
    fit = meet["slot"]["parties"][1]["fit"]
    if clock["may_write"]:
        assert fit in {"working", "unknown"} or still_closing(fit, day)
    elif fit in {"working", "unknown"}:
        assert day["status"] == "likely_closed"

    # what is known of the person stands before what is said of the country
    person: Brief = json.loads(said("brief", "acme/ana"))
    assert all(gap["layer"] == "person" for gap in person["gaps"] if gap["scale"] in overrides)


def still_closing(fit: str, day: Row) -> bool:
    """A meeting of a quarter of an hour may end after the hours that run now."""
    return fit == "outside" and day["hours"] is not None
