"""`cb meet` from outside: random workspaces as files, the real command, and the minute oracle's answer."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypedDict

import icalendar
import pytest
import recurring_ical_events
from meet_cases import case
from meet_workspaces import Case
from minute_oracle import MINUTE, SlowSearch, price

from conftest import IS_LONG, Answer, Run

CASES = 2000 if IS_LONG else 16
BUSY_AND_OUTSIDE = 64
ELSEWHERE = {"TZ": "Pacific/Apia"}


class Span(TypedDict):
    start: str
    end: str


class Place(Span):
    """One party's part of a slot."""

    id: str
    day_shift: int
    fit: str
    minutes_outside: int
    cost: int


class Slot(Span):
    rank: int
    cost: int
    parties: list[Place]


class Gap(Span):
    minutes: int


class Relaxation(TypedDict):
    args: list[str]


class Plan(TypedDict):
    """What the tests read of the JSON answer."""

    windows: list[Span]
    slots: list[Slot]
    blockers: list[dict[str, str]]
    longest_gap: Gap | None
    relaxations: list[Relaxation]


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def span(each: Span) -> tuple[datetime, datetime]:
    return instant(each["start"]), instant(each["end"])


@pytest.mark.parametrize("first", range(0, CASES, 4))
def test_the_command_finds_what_the_minutes_say(first: int, tmp_path: Path, run: Run) -> None:
    for seed in range(first, first + 4):
        made = case(seed)
        folder = tmp_path / str(seed)
        made.write(folder)
        answer = run(*made.arguments, "--json", folder=folder, now=made.now)
        assert answer.code in {0, 1}, (seed, answer.err)
        plan: Plan = json.loads(answer.out)
        windows = made.search.windows()
        assert [span(each) for each in plan["windows"]] == windows, seed
        check_slots(made, plan["slots"], made.search.grid())
        if windows:
            continue
        assert answer.code == 1, seed
        check_why_not(plan, made.search.common_spans())
        check_relaxations(made, plan, folder, run)


def check_slots(made: Case, slots: list[Slot], starts: list[datetime]) -> None:
    asked = made.search
    keys = {start: asked.key(start) for start in starts}
    found = [instant(slot["start"]) for slot in slots]
    assert set(found) <= set(starts)
    assert [slot["rank"] for slot in slots] == list(range(1, len(slots) + 1))
    assert [keys[start] for start in found] == sorted(keys[start] for start in found)
    inside = [start for start in sorted(starts, key=lambda start: keys[start]) if not keys[start][0]]
    if any(keys[start][0] for start in found):
        assert set(inside) <= set(found)
    assert len(found) == min(made.count, len(starts))
    days: dict[date, datetime] = {}
    for start in inside:
        apart = all(abs(start - other) >= asked.duration * MINUTE for other in days.values())
        if apart:
            days.setdefault(asked.you.here(start)[0], start)
    assert set(list(days.values())[: made.count]) <= set(found)
    for slot in slots:
        check_slot(asked, slot)


def check_slot(asked: SlowSearch, slot: Slot) -> None:
    start, end = span(slot)
    assert end - start == asked.duration * MINUTE
    everyone = {party.id: which for which, party in enumerate(asked.parties)}
    assert {place["id"] for place in slot["parties"]} == set(everyone)
    assert slot["cost"] == sum(place["cost"] for place in slot["parties"])
    yours = next(datetime.fromisoformat(place["start"]) for place in slot["parties"] if place["id"] == "me")
    for place in slot["parties"]:
        check_place(everyone[place["id"]], place, asked, (start, end))
        shown = datetime.fromisoformat(place["start"])
        assert place["day_shift"] == (shown.date() - yours.date()).days


def check_place(which: int, place: Place, asked: SlowSearch, when: tuple[datetime, datetime]) -> None:
    party = asked.parties[which]
    start, end = (datetime.fromisoformat(place["start"]), datetime.fromisoformat(place["end"]))
    assert (start, end) == when
    clocks = [(local.replace(tzinfo=None), local.utcoffset()) for local in party.clocks(when[0])]
    assert not clocks or (start.replace(tzinfo=None), start.utcoffset()) in clocks
    cost = price(party, when[0], asked.duration, asked.buffer)
    assert place["cost"] == asked.price(which, when[0]).total
    if not party.required:
        assert (place["fit"] == "working") == (cost.outside == cost.busy == 0)
        return
    assert place["minutes_outside"] == cost.outside
    assert place["fit"] == ("stretch" if cost.outside else "working")


def check_why_not(plan: Plan, spans: list[tuple[datetime, datetime]]) -> None:
    assert not plan["slots"]
    assert plan["blockers"]
    longest = max((end - start for start, end in spans), default=timedelta())
    gap = plan["longest_gap"]
    if gap is None:
        assert not spans
        return
    assert span(gap) in spans
    assert gap["minutes"] * MINUTE == longest


def check_relaxations(made: Case, plan: Plan, folder: Path, run: Run) -> None:
    for relaxation in plan["relaxations"]:
        again = run(*relaxation["args"], "--json", folder=folder, now=made.now)
        assert again.code == 0, relaxation
        other: Plan = json.loads(again.out)
        assert other["slots"], relaxation


def test_a_day_that_is_busy_and_outside_hours_still_has_a_blocker(tmp_path: Path, run: Run) -> None:
    made = case(BUSY_AND_OUTSIDE)
    made.write(tmp_path)
    plan: Plan = json.loads(run(*made.arguments, "--json", folder=tmp_path, now=made.now).out)
    assert not plan["windows"]
    assert plan["blockers"]


@pytest.mark.parametrize("seed", [3, 7, 11])
def test_the_same_question_has_the_same_answer_anywhere(seed: int, tmp_path: Path, run: Run) -> None:
    made = case(seed)
    made.write(tmp_path)
    first = run(*made.arguments, "--json", folder=tmp_path, now=made.now)
    assert run(*made.arguments, "--json", folder=tmp_path, now=made.now) == first
    assert run(*made.arguments, "--json", folder=tmp_path, now=made.now, **ELSEWHERE) == first


CLIENTS = {
    "london": ("GB", "Europe/London", ("14", "14", "13", "13", "14", "14")),
    "kolkata": ("IN", "Asia/Kolkata", ("19:30", "19:30", "18:30", "18:30", "18:30", "18:30")),
    "vancouver": ("CA", "America/Vancouver", ("07", "07", "06", "06", "06", "06")),
}
ASKED = ("--at", "2027-03-01 09:00", "--every", "1w", "--times", "6", "--now", "2027-02-20T10:00:00Z")
STARTS = [
    datetime(2027, month, day, hour, tzinfo=UTC)
    for month, day, hour in ((3, 1, 14), (3, 8, 14), (3, 15, 13), (3, 22, 13), (3, 29, 13), (4, 5, 13))
]


@pytest.fixture
def new_york(tmp_path: Path) -> Path:
    """You in New York with clients in three zones, all of them patient."""
    (tmp_path / "clients").mkdir()
    profile = "country: {}\ntimezone: {}\nhours: 06:00-22:00\npublic_holidays: no\n"
    (tmp_path / "me.yaml").write_text("name: Lea Peeters\n" + profile.format("US", "America/New_York"))
    for name, (country, place, _) in CLIENTS.items():
        text = f"name: {name.title()} Co\n" + profile.format(country, place)
        (tmp_path / "clients" / f"{name}.yaml").write_text(text)
    return tmp_path


def test_a_series_drifts_with_the_clocks(new_york: Path, run: Run) -> None:
    answer = run("meet", *CLIENTS, *ASKED, "--json", folder=new_york)
    assert answer.code == 0
    drift = {each["party"]: each["starts"] for each in json.loads(answer.out)["series"]["drift"]}
    assert [instant(start) for start in drift["me"]] == STARTS
    assert {start[11:16] for start in drift["me"]} == {"09:00"}
    for name, (_, _, times) in CLIENTS.items():
        assert tuple(start[11:16] for start in drift[name]) == tuple(f"{time}:00"[:5] for time in times)


def test_the_screen_shows_the_drift(new_york: Path, run: Run) -> None:
    shown = run("meet", *CLIENTS, *ASKED, "--plain", folder=new_york).out
    occasions = [line for line in shown.splitlines() if re.match(r"\d, Mon ", line)]
    assert len(occasions) == len(STARTS)
    for name, (_, place, times) in CLIENTS.items():
        city = place.split("/")[1]
        found = [re.search(rf"{name}, {city} (\d\d:\d\d)( moved)?", line) for line in occasions]
        assert [one[1] for one in found if one] == [f"{time}:00"[:5] for time in times]
        moved = [number for number, one in enumerate(found) if one and one[2]]
        assert moved == [number for number in range(1, len(times)) if times[number] != times[number - 1]]


@pytest.mark.parametrize("clients", [("london", "kolkata"), tuple(CLIENTS)])
def test_a_calendar_of_the_series_holds_the_same_instants(
    clients: tuple[str, ...], new_york: Path, run: Run
) -> None:
    target = new_york / "series.ics"
    assert run("meet", *clients, *ASKED, "--ics", str(target), folder=new_york).code == 0
    calendar = icalendar.Calendar.from_ical(target.read_bytes())
    events = recurring_ical_events.of(calendar).between(date(2027, 1, 1), date(2028, 1, 1))
    assert sorted(event["DTSTART"].dt.astimezone(UTC) for event in events) == STARTS
    assert {event["DTEND"].dt - event["DTSTART"].dt for event in events} == {timedelta(hours=1)}


@pytest.mark.parametrize(
    ("language", "date_shown", "hour_shown"),
    [
        ("pt-BR", "segunda-feira, 15 de março de 2027", "18:30"),
        ("ja", "2027年3月15日月曜日", "18:30"),
        ("ar", "الاثنين، 15 مارس 2027", "6:30"),
    ],
)
def test_text_is_in_the_language_asked_for(
    language: str, date_shown: str, hour_shown: str, new_york: Path, run: Run
) -> None:
    shown = run("meet", *CLIENTS, *ASKED, "--text", "--lang", language, folder=new_york).out
    assert date_shown in shown
    assert hour_shown in shown
    assert "UTC+05:30" in shown
    assert "UTC-04:00" in shown


@pytest.mark.parametrize(
    ("at", "instants"),
    [
        ("2027-03-14 02:30", ("2027-03-14T06:30Z", "2027-03-14T07:30Z")),
        ("2027-11-07 01:30", ("2027-11-07T05:30Z", "2027-11-07T06:30Z")),
    ],
)
def test_a_time_without_one_meaning_is_refused(
    at: str, instants: tuple[str, str], new_york: Path, run: Run
) -> None:
    refused: Answer = run("meet", "london", "--at", at, "--now", "2027-02-20T10:00:00Z", folder=new_york)
    assert refused.code == 2
    assert not refused.out
    for each in instants:
        assert each in refused.err
