"""`cb meet` as it is typed, over small workspaces in temporary folders."""

import json
import os
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from recurring_ical_events import of
from tzif import write_database_of_2025

from conftest import Run

SOURCE = Path(__file__).parents[3] / "src"
ME = """\
name: Lea
country: BE
timezone: Europe/Brussels
hours: 09:00-12:30, 13:30-18:00
stretch: 07:00-21:30
email: lea@example.com
"""
CLIENTS = {
    "acme": "name: Acme KK\ncountry: JP\ntimezone: Asia/Tokyo\nhours: 09:00-17:30\n",
    "bay": "name: Bay Health\ncountry: US\nregion: US-MA\ntimezone: America/New_York\nhours: 08:00-16:30\n"
    "people:\n  - {id: ana, name: Ana Souza, timezone: America/Sao_Paulo, email: ana@example.com}\n",
    "lon": "name: London Ltd\ncountry: GB\nregion: GB-ENG\ntimezone: Europe/London\nhours: 09:00-17:00\n",
    "van": "name: Van Corp\ncountry: CA\nregion: CA-BC\ntimezone: America/Vancouver\nhours: 08:00-16:00\n",
    "vague": "name: Vague\ncountry: DE\nregion: DE-BE\n",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(ME, encoding="utf-8")
    for name, text in CLIENTS.items():
        (folder / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def answer(run: Run, home: Path, *words: str, code: int = 0, **environment: str) -> dict[str, object]:
    got = run("meet", *words, "--json", folder=home, **environment)
    assert got.code == code, got.err
    document = json.loads(got.out)
    assert isinstance(document, dict)
    return document


def test_a_plan_has_the_promised_shape(run: Run, home: Path) -> None:
    plan = answer(run, home, "lon", "--on", "tue", "--count", "1")
    assert plan["kind"] == "meeting_plan"
    assert list(plan)[:4] == ["schema", "kind", "now", "versions"]
    assert plan["windows"] == [
        {"start": "2026-11-24T09:00:00Z", "end": "2026-11-24T17:00:00Z"},
        {"start": "2026-12-01T09:00:00Z", "end": "2026-12-01T17:00:00Z"},
    ]
    slots = plan["slots"]
    assert isinstance(slots, list)
    (slot,) = slots
    assert (slot["rank"], slot["cost"], slot["reasons"]) == (1, 0, ["everyone in working time"])
    assert [(time["id"], time["start"], time["fit"]) for time in slot["parties"]] == [
        ("me", "2026-11-24T10:00:00+01:00", "working"),
        ("lon", "2026-11-24T09:00:00+00:00", "working"),
    ]


def test_the_same_question_gives_the_same_bytes_whatever_the_machine_says(run: Run, home: Path) -> None:
    words = ("meet", "acme", "lon", "bay/ana", "--json", "--client-stretch", "3h")
    first = run(*words, folder=home)
    assert first.out == run(*words, folder=home, TZ="Pacific/Kiritimati", LANG="de_DE").out


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ((), "2026-11-24T09:45:00Z"),
        (("--notice", "0m"), "2026-11-24T09:15:00Z"),
        (("--notice", "1h"), "2026-11-24T10:15:00Z"),
    ],
)
def test_the_overview_gives_half_an_hour_of_notice_unless_it_is_said(
    options: tuple[str, ...], start: str, run: Run, home: Path
) -> None:
    clients = answer(run, home, *options, "--now", "2026-11-24T09:10:00Z")["clients"]
    assert isinstance(clients, list)
    (london,) = (client for client in clients if client["id"] == "lon")
    assert (london["slot"]["start"], london["sooner"]) == (start, None)
    plan = answer(run, home, "lon", *options, "--now", "2026-11-24T09:10:00Z")
    windows = plan["windows"]
    assert isinstance(windows, list)
    assert windows[0]["start"] == ("2026-11-24T10:10:00Z" if "1h" in options else "2026-11-24T09:10:00Z")


def test_the_overview_shows_what_is_to_be_had_sooner(run: Run, home: Path) -> None:
    """Half of France is away between the years; 4 January is the fourth working day after the 28th."""
    text = "name: Paris SA\ncountry: FR\nhours: 09:00-17:00\n"
    (home / "clients" / "paris.yaml").write_text(text, encoding="utf-8")
    words = ("meet", "--now", "2026-12-28T07:00:00Z")
    clients = json.loads(run(*words, "--json", folder=home).out)["clients"]
    (paris,) = (client for client in clients if client["id"] == "paris")
    assert (paris["slot"]["start"], paris["slot"]["cost"]) == ("2027-01-04T09:00:00Z", 0)
    assert paris["sooner"]["start"].startswith("2026-12-28")
    assert paris["sooner"]["cost"] > 0
    for width in (80, 60):
        shown = run(*words, folder=home, terminal=True, width=width, NO_COLOR="1").out
        rows = [row.split() for row in shown.splitlines()]
        at = next(number for number, row in enumerate(rows) if row[1:2] in (["Paris"], ["paris"]))
        sooner = str(int(rows[at][0]) + 1)
        assert " ".join(rows[at]).count("Mon 4 Jan 10:00-11:00 10:00") == 1
        assert rows[at + 1][:7] == [sooner, "or", "sooner", "Mon", "28", "Dec", "10:00-11:00"]
        assert any(row[:3] == [sooner, "likely", "closed:"] for row in rows)


def test_without_a_party_every_client_has_a_row(run: Run, home: Path) -> None:
    document = answer(run, home)
    clients = document["clients"]
    assert isinstance(clients, list)
    assert document["kind"] == "next_slots"
    assert {client["id"] for client in clients} == set(CLIENTS)
    impossible = answer(run, home, "--between", "00:00-03:00", code=1)
    none = impossible["clients"]
    assert isinstance(none, list)
    assert all(client["slot"] is None and client["why"] for client in none)


def test_every_change_told_finds_its_slots_when_it_is_typed(run: Run, home: Path) -> None:
    plan = answer(run, home, "acme", "bay", "lon", "--strict", code=1)
    assert plan["blockers"]
    told = plan["relaxations"]
    assert isinstance(told, list)
    assert told
    for relaxation in told:
        command, *words = relaxation["args"]
        assert command == "meet"
        again = answer(run, home, *words, "--count", "1000")
        slots = again["slots"]
        assert isinstance(slots, list)
        assert len(slots) == min(1000, relaxation["slots"])


def test_quorum_and_optional_name_who_misses_it(run: Run, home: Path) -> None:
    for words in (["acme", "bay", "lon", "--quorum", "75%"], ["bay", "lon", "--optional", "acme"]):
        slots = answer(run, home, *words)["slots"]
        assert isinstance(slots, list)
        assert slots
        for slot in slots:
            assert len(slot["missing"]) <= 1
            if slot["missing"]:
                assert slot["reasons"][0].startswith("without ")


def test_unknown_hours_are_a_third_state(run: Run, home: Path) -> None:
    plan = answer(run, home, "vague", "--count", "1")
    parties, slots = plan["parties"], plan["slots"]
    assert isinstance(parties, list)
    assert isinstance(slots, list)
    assert [party["known"] for party in parties] == [True, False]
    assert slots[0]["parties"][1]["fit"] == "unknown"
    assert "hours assumed" in slots[0]["parties"][1]["notes"]


def test_notice_moves_the_first_start(run: Run, home: Path) -> None:
    slots = answer(run, home, "lon", "--notice", "1d", "--count", "50")["slots"]
    assert isinstance(slots, list)
    assert min(slot["start"] for slot in slots) == "2026-11-24T09:00:00Z"


def test_busy_times_of_a_calendar_are_left_out(run: Run, home: Path) -> None:
    event = "BEGIN:VEVENT\nUID:1\nDTSTART:20261124T100000Z\nDTEND:20261124T113000Z\nEND:VEVENT\n"
    (home / "lea.ics").write_text(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n", encoding="utf-8")
    (home / "me.yaml").write_text(f"{ME}calendar: lea.ics\n", encoding="utf-8")
    words = ("lon", "--from", "2026-11-24", "--to", "2026-11-24", "--stretch", "09:00-18:00")
    assert answer(run, home, *words)["windows"] == [
        {"start": "2026-11-24T09:00:00Z", "end": "2026-11-24T10:00:00Z"},
        {"start": "2026-11-24T11:30:00Z", "end": "2026-11-24T17:00:00Z"},
    ]
    assert answer(run, home, *words, "--buffer", "30m")["windows"] == [
        {"start": "2026-11-24T12:00:00Z", "end": "2026-11-24T17:00:00Z"},
    ]
    (home / "lea.ics").write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", encoding="utf-8")
    broken = run("meet", "lon", folder=home)
    assert broken.code == 0
    assert "careful: lea.ics could not be read whole" in " ".join(broken.out.split())
    strict = run("meet", "lon", "--strict", folder=home)
    assert (strict.code, strict.out) == (4, "")
    assert "lea.ics:2:1: the event that begins here has no end" in strict.err
    (home / "lea.ics").write_text("<html>sign in</html>", encoding="utf-8")
    foreign = run("meet", "lon", folder=home)
    assert (foreign.code, foreign.out) == (5, "")
    assert "lea.ics is not a calendar" in foreign.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["lom"], 3, "lon"),
        (["lon", "--at", "2027-03-28 02:30"], 2, "2027-03-28T01:30Z"),
        (["lon", "--at", "2026-10-25 02:30"], 2, "exists twice"),
        (["lon", "--at", "2026-12-03 15:00", "--zone", "EST"], 3, "America/New_York"),
        (["lon", "--at", "2026-12-03"], 2, "time of day"),
        (["lon", "--from", "03/04"], 2, "two different days"),
        (["lon", "--from", "2026-12-03", "--to", "2026-12-01"], 2, "before --from"),
        (["lon", "--next", "2w", "--to", "2026-12-01"], 2, "--next"),
        (["lon", "--next", "9y"], 2, "three years"),
        (["lon", "--duration", "0"], 2, "--duration"),
        (["lon", "--step", "2d"], 2, "--step"),
        (["lon", "--on", "someday"], 2, "--on"),
        (["lon", "--between", "9"], 2, "--between"),
        (["lon", "--quorum", "0%"], 2, "--quorum"),
        (["lon", "--count", "0"], 2, "--count"),
        (["lon", "--every", "1h"], 2, "--every"),
        (["lon", "--every", "1mo"], 2, "--at"),
        (["lon", "--times", "0"], 2, "--times"),
        (["lon", "--text", "--lang", "xx-Nowhere"], 2, "language"),
        (["lon", "--lang", "japanish"], 2, "did you mean Spanish or Japanese?"),
        (["lon", "--text", "--lang", "arn"], 2, "Mapuche (arn)"),
        (["me"], 2, "someone else"),
        (["--at", "2026-12-03 15:00"], 2, "no client is named"),
    ],
)
def test_what_cannot_be_asked(run: Run, home: Path, words: list[str], code: int, says: str) -> None:
    got = run("meet", *words, folder=home)
    assert (got.code, got.out) == (code, "")
    assert says in got.err
    assert "Traceback" not in got.err


def test_one_time_is_judged_with_a_better_one(run: Run, home: Path) -> None:
    late = answer(run, home, "acme", "--at", "2026-12-03 15:00", code=1)
    assert late["possible"] is False
    against, better = late["against"], late["better"]
    assert isinstance(against, list)
    assert isinstance(better, dict)
    assert [(blocker["party"], blocker["code"]) for blocker in against] == [("acme", "outside_hours")]
    good = answer(run, home, "acme", "--at", better["start"])
    assert good["possible"] is True
    same = answer(run, home, "acme", "--at", "2026-12-03 23:00", "--zone", "Tokyo", code=1)
    slots = [late["slot"], same["slot"]]
    assert [slot["start"] for slot in slots if isinstance(slot, dict)] == ["2026-12-03T14:00:00Z"] * 2


def test_a_series_tells_its_drift(run: Run, home: Path) -> None:
    words = ("lon", "van", "--at", "2027-03-01 09:00", "--zone", "America/New_York", "--times", "6")
    plan = answer(run, home, *words, code=1)
    series = plan["series"]
    assert isinstance(series, dict)
    starts = {drift["party"]: [start[11:16] for start in drift["starts"]] for drift in series["drift"]}
    assert starts["lon"] == ["14:00", "14:00", "13:00", "13:00", "14:00", "14:00"]
    assert starts["van"] == ["07:00", "07:00", "06:00", "06:00", "06:00", "06:00"]


def test_turns_count_what_the_journal_says_of_past_calls(run: Run, home: Path) -> None:
    words = ("acme", "bay", "--rotate", "--times", "4")
    fresh = answer(run, home, *words)["series"]
    for day in ("2026-11-09", "2026-11-16"):
        logged = run("log", "acme", "a late call", "--kind", "call", "--on", f"{day}T17:00", folder=home)
        assert logged.code == 0, logged.err
    later = answer(run, home, *words)["series"]
    assert isinstance(fresh, dict)
    assert isinstance(later, dict)
    before = {burden["party"]: burden["before"] for burden in later["rotation"]}
    # 17:00 in Brussels is 01:00 in Tokyo: an hour at night, the eighth from working time.
    assert before == {"me": 0, "acme": 2 * 60 * (8 * 8 + 144), "bay": 0}
    shown = " ".join(run("meet", *words, folder=home).out.split())
    assert f"in the last 13 weeks {before['acme']}" in shown
    assert shown.count("in the last 13 weeks") == 1
    carried = [
        {burden["party"]: burden["minutes"] for burden in series["rotation"]}["acme"]
        for series in (fresh, later)
    ]
    assert carried[1] <= carried[0]


def test_a_zone_with_new_rules_is_right_and_warned_of_on_an_old_system(home: Path, tmp_path: Path) -> None:
    """In a process of its own: the standard library reads the search path once."""
    old = write_database_of_2025(tmp_path / "old")
    offsets = {"van": "-07:00", "edm": "-06:00", "win": "-05:00", "hav": "-04:00", "cas": "+00:00"}
    for name, (country, zone) in {
        "edm": ("CA", "America/Edmonton"),
        "win": ("CA", "America/Winnipeg"),
        "hav": ("CU", "America/Havana"),
        "cas": ("MA", "Africa/Casablanca"),
    }.items():
        text = f"name: {name}\ncountry: {country}\ntimezone: {zone}\nhours: 00:00-24:00\n"
        (home / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "PYTHONTZPATH": str(old),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "CB_NOW": "2026-11-23T07:05:00Z",
    }
    words = ["meet", *offsets, "--json", "--home", str(home), "--count", "1", "--client-stretch", "6h"]
    done = subprocess.run(
        [sys.executable, "-m", "clientbridge", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    plan = json.loads(done.stdout)
    shown = {time["id"]: time["start"][-6:] for time in plan["slots"][0]["parties"][1:]}
    assert shown == offsets
    assert {(warning["code"], warning["party"]) for warning in plan["warnings"]} == {
        ("zone_changed", name) for name in offsets
    }


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en-GB", ["Tuesday, 24 November 2026", "10:00–11:00 Brussels (UTC+01:00)", "England (UTC+00:00)"]),
        ("en-US", ["Tuesday, November 24, 2026", "AM Brussels"]),
        ("PT_br", ["24 de novembro de 2026"]),
        ("jpn", ["2026年11月24日"]),
        ("pt-BR", ["terça-feira, 24 de novembro de 2026", "Londres"]),
        ("ja", ["2026年11月24日火曜日", "ロンドン"]),
    ],
)  # fmt: skip
def test_text_to_paste(run: Run, home: Path, lang: str, shown: list[str]) -> None:
    got = run("meet", "lon", "--on", "tue", "--text", "--lang", lang, folder=home)
    assert got.code == 0
    for part in shown:
        assert part in got.out


@pytest.mark.parametrize(
    ("options", "outside"),
    [
        (("--client-stretch", "2h"), {"acme", "bay/ana", "lon"}),
        (("--client-stretch", "acme=2h"), {"acme"}),
        (("--client-stretch", "2h", "--client-stretch", "acme=0m"), {"bay/ana", "lon"}),
        # a client's name is for its people, a unique prefix is enough, the person's own comes first
        (("--client-stretch", "ba=2h"), {"bay/ana"}),
        (("--client-stretch", "bay/ana=2h", "--client-stretch", "lon=2h"), {"bay/ana", "lon"}),
        (("--client-stretch", "bay=2h", "--client-stretch", "bay/ana=0m"), set()),
    ],
)
def test_one_client_may_be_asked_for_more(
    options: tuple[str, ...], outside: set[str], run: Run, home: Path
) -> None:
    """Who accepts any time outside its hours, where none is waited for."""
    parties = ("--optional", "acme", "--optional", "bay/ana", "--optional", "lon")
    slots = answer(run, home, *parties, *options, "--on", "tue", "--count", "999")["slots"]
    assert isinstance(slots, list)
    found = {time["id"] for slot in slots for time in slot["parties"] if time["fit"] == "stretch"} - {"me"}
    assert found == outside


@pytest.mark.parametrize(
    ("option", "code", "says"),
    [
        ("1x", 2, "--client-stretch"),
        ("acme=", 2, "--client-stretch"),
        ("acme=25h", 2, "--client-stretch"),
        ("lon=1h", 2, "takes no part"),
        ("bay/ana=1h", 2, "takes no part"),
        ("nobody=1h", 3, "nobody"),
    ],
)
def test_a_stretch_for_nobody_is_refused(option: str, code: int, says: str, run: Run, home: Path) -> None:
    got = run("meet", "acme", "--client-stretch", option, folder=home)
    assert got.code == code
    assert says in got.err


@pytest.mark.parametrize(
    ("client", "person", "start"),
    [
        ("", "", "14:00"),
        ("stretch: 06:00-20:00", "", "11:45"),
        ("stretch: 06:00-20:00", "stretch: 07:00-20:00", "12:00"),
        ("", "stretch: 07:30-20:00", "12:30"),
    ],
)
def test_a_profile_says_what_a_client_or_a_person_accepts(
    client: str, person: str, start: str, run: Run, home: Path
) -> None:
    """The first start on the clock of UTC, five hours ahead of New York; you are there from 11:45."""
    text = f"name: Bay\ncountry: US\ntimezone: America/New_York\nhours: 09:00-16:30\n{client}\n"
    text += f"people:\n  - id: ana\n    name: Ana\n    {person}\n"
    (home / "clients" / "bay.yaml").write_text(text, encoding="utf-8")
    words = ("bay/ana", "--from", "2026-12-01", "--to", "2026-12-01", "--between", "12:45-24:00")
    windows = answer(run, home, *words)["windows"]
    assert isinstance(windows, list)
    assert datetime.fromisoformat(windows[0]["start"]).strftime("%H:%M") == start


def test_text_for_a_changed_zone_has_the_utc_time(run: Run, home: Path) -> None:
    got = run("meet", "van", "--text", "--client-stretch", "1h", "--count", "1", folder=home)
    assert "UTC\n" in got.out


def read_calendar(file: Path) -> Calendar:
    content = file.read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return parsed(content)


def parsed(content: bytes) -> Calendar:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


def test_a_single_meeting_as_a_file(run: Run, home: Path) -> None:
    words = ("meet", "bay/ana", "--on", "wed", "--ics", "meeting.ics", "--json")
    slot = json.loads(run(*words, folder=home).out)["slots"][0]
    (event,) = read_calendar(home / "meeting.ics").events
    assert event.start.strftime("%Y-%m-%dT%H:%M:%SZ") == slot["start"]
    assert "São Paulo (UTC-03:00)" in str(event["DESCRIPTION"])
    assert str(event["ATTENDEE"]) == "mailto:ana@example.com"
    assert str(event["ORGANIZER"]) == "mailto:lea@example.com"
    assert event.sequence == 0


def test_a_file_written_again_is_the_same_meeting(run: Run, home: Path) -> None:
    file = home / "meeting.ics"
    run("meet", "lon", "--on", "tue", "--ics", "meeting.ics", folder=home)
    first = file.read_bytes()
    run("meet", "lon", "--on", "tue", "--ics", "meeting.ics", folder=home)
    assert file.read_bytes() == first
    run("meet", "lon", "--on", "wed", "--ics", "meeting.ics", folder=home)
    (before,), (after,) = parsed(first).events, read_calendar(file).events
    assert before["UID"] == after["UID"]
    assert after.sequence == 1


def test_a_called_off_meeting_is_the_next_version_of_its_file(run: Run, home: Path) -> None:
    file = home / "meeting.ics"
    run("meet", "bay/ana", "--on", "wed", "--ics", "meeting.ics", folder=home)
    invited = file.read_bytes()
    told = run("meet", "--cancel", "meeting.ics", "--ics", "off.ics", "--json", folder=home)
    assert file.read_bytes() == invited
    document = json.loads(told.out)
    assert (document["kind"], document["sequence"]) == ("meeting_cancelled", 1)
    assert document["invited"] == ["ana@example.com"]
    said = run("meet", "--cancel", "meeting.ics", folder=home)
    assert file.read_bytes() == (home / "off.ics").read_bytes()
    assert "Send it to ana@example.com" in said.out
    again = run("meet", "--cancel", "meeting.ics", folder=home)
    assert (again.code, "called off already" in again.err) == (2, True)
    run("meet", "bay/ana", "--on", "wed", "--ics", "meeting.ics", folder=home)
    (event,) = read_calendar(file).events
    assert (str(event["STATUS"]), event.sequence) == ("CONFIRMED", 2)


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("--cancel", "none.ics"), 4, "there is no file none.ics"),
        (("--cancel", "me.yaml"), 2, "me.yaml is not an invitation written by cb"),
        (("lon", "--cancel", "meeting.ics"), 2, "--cancel takes nothing but --ics and --save"),
        (("--cancel", "meeting.ics", "--at", "fri 10:00"), 2, "--cancel takes nothing but --ics and --save"),
        (("--cancel", "meeting.ics", "--ics", "me.yaml"), 2, "me.yaml is not an invitation"),
    ],
)
def test_what_cannot_be_called_off_stays(
    words: tuple[str, ...], code: int, say: str, run: Run, home: Path
) -> None:
    run("meet", "bay/ana", "--on", "wed", "--ics", "meeting.ics", folder=home)
    before = [(home / name).read_bytes() for name in ("me.yaml", "meeting.ics")]
    got = run("meet", *words, folder=home)
    assert (got.code, say in got.err) == (code, True), got.err
    assert [(home / name).read_bytes() for name in ("me.yaml", "meeting.ics")] == before


def test_one_slot_of_the_list_is_picked_for_the_file_and_the_text(run: Run, home: Path) -> None:
    words = ("meet", "lon", "--on", "tue", "--count", "3")
    got = run(*words, "--pick", "2", "--ics", "meeting.ics", "--json", folder=home)
    slots = json.loads(got.out)["slots"]
    (event,) = read_calendar(home / "meeting.ics").events
    assert event.start.strftime("%Y-%m-%dT%H:%M:%SZ") == slots[1]["start"]
    text = json.loads(run(*words, "--pick", "3", "--text", "--json", folder=home).out)
    assert [slot["start"] for slot in text["slots"]] == [slots[2]["start"]]


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (("--count", "3", "--pick", "4", "--text"), "--pick 4: there are 3 slots"),
        (("--pick", "0", "--text"), "--pick 0: there are 5 slots"),
        (("--at", "tue 10:00", "--pick", "2", "--text"), "--pick 2: there is only one slot"),
        (("--pick", "2"), "--pick chooses what is written"),
        (("--every", "1w", "--pick", "2", "--text"), "a series is written whole"),
    ],
)
def test_what_cannot_be_picked(words: tuple[str, ...], say: str, run: Run, home: Path) -> None:
    got = run("meet", "lon", *words, folder=home)
    assert (got.code, say in got.err) == (2, True), got.err


@pytest.mark.parametrize(
    ("party", "say"),
    [
        ("lon", "lon has no mail address; name people of theirs"),
        ("lon/tom", "the address of lon/tom is not known; cb client set lon/tom email name@example.com"),
        ("bay/ana", "your own address is not known; cb client set me email name@example.com"),
    ],
)
def test_a_file_that_invites_nobody_says_what_is_missing(party: str, say: str, run: Run, home: Path) -> None:
    if party == "bay/ana":
        (home / "me.yaml").write_text(ME.replace("email: lea@example.com\n", ""), encoding="utf-8")
    london = home / "clients" / "lon.yaml"
    london.write_text(f"{CLIENTS['lon']}people:\n  - {{id: tom, name: Tom Hill}}\n", encoding="utf-8")
    got = run("meet", party, "--on", "wed", "--ics", "meeting.ics", folder=home)
    assert say in got.err
    assert "METHOD:PUBLISH" in (home / "meeting.ics").read_text(encoding="utf-8")


@pytest.mark.parametrize("party", ["lon", "bay"])
def test_a_series_as_a_file_comes_at_the_times_told(run: Run, home: Path, party: str) -> None:
    words = ("meet", party, "--every", "1w", "--times", "20", "--ics", "series.ics", "--json")
    series = json.loads(run(*words, folder=home).out)["series"]
    calendar = read_calendar(home / "series.ics")
    assert len(calendar.walk("VEVENT")) == 1
    assert len(calendar.walk("VTIMEZONE")) == 1
    found = sorted(
        event.start.timestamp() for event in of(calendar).between("20261101T000000Z", "20271101T000000Z")
    )
    told = [json_time(slot["start"]) for slot in series["occurrences"]]
    assert found == told


@pytest.mark.parametrize(
    ("series", "held", "rule"),
    [
        # Easter Monday, 29 March, is a day off in Brussels, and the clocks go forward the day before
        (("2027-03-15 10:00", 4), ["03-15 09:00", "03-22 09:00", "04-05 08:00"], "COUNT=4"),
        (("2027-03-29 10:00", 3), ["04-05 08:00", "04-12 08:00"], "COUNT=2"),
        (("2027-03-22 10:00", 2), ["03-22 09:00"], None),
    ],
)
def test_an_impossible_occurrence_is_marked_and_left_out_of_the_file(
    series: tuple[str, int], held: list[str], rule: str | None, run: Run, home: Path
) -> None:
    text = "name: Patient\ncountry: BE\nhours: 08:00-18:00\npublic_holidays: no\n"
    (home / "clients" / "patient.yaml").write_text(text, encoding="utf-8")
    words = ("meet", "patient", "--at", series[0], "--every", "1w", "--times", str(series[1]))
    got = run(*words, "--ics", "series.ics", folder=home)
    assert got.code == 0, got.err
    marked = [line for line in got.out.splitlines() if "not possible" in line]
    assert [line.split(" not possible")[0].endswith("Mon 29 Mar") for line in marked] == [True]
    calendar = read_calendar(home / "series.ics")
    found = of(calendar).between((2027, 1, 1), (2028, 1, 1))
    utc = sorted(event["DTSTART"].dt.astimezone(UTC) for event in found)
    assert [f"{start:%m-%d %H:%M}" for start in utc] == held
    content = (home / "series.ics").read_text(encoding="utf-8")
    (event,) = calendar.events
    assert (rule is None) == (event.get("RRULE") is None)
    assert rule is None or rule in content
    assert "29 Mar" not in content.replace("\n ", "").replace("\r", "")
    pasted = run(*words, "--text", folder=home).out
    assert "29 March" not in pasted
    assert pasted.count("Brussels") >= len(held)


@pytest.mark.parametrize(
    ("first", "days", "events"),
    [
        ("2027-01-31", ["01-31", "02-28", "03-31", "04-30"], 1),
        ("2027-03-30", ["03-30", "04-30", "05-30", "06-30"], 1),
        ("2027-01-29", ["01-29", "02-28", "03-29", "04-29"], 1 + 3),
    ],
)
def test_a_series_at_the_end_of_the_month_comes_on_the_days_told(
    first: str, days: list[str], events: int, run: Run, home: Path
) -> None:
    text = "name: Patient\ncountry: BE\nhours: {mon-sun: 08:00-18:00}\npublic_holidays: no\n"
    (home / "clients" / "patient.yaml").write_text(text, encoding="utf-8")
    (home / "me.yaml").write_text(text.replace("Patient", "Lea"), encoding="utf-8")
    words = ("meet", "patient", "--at", f"{first} 10:00", "--every", "1mo", "--times", "4")
    assert run(*words, "--ics", "series.ics", folder=home).code == 0
    calendar = read_calendar(home / "series.ics")
    found = of(calendar).between((2027, 1, 1), (2028, 1, 1))
    assert sorted(f"{event['DTSTART'].dt.astimezone(UTC):%m-%d}" for event in found) == days
    assert len(calendar.events) == events


@pytest.mark.parametrize(
    "options",
    [
        ("--every", "1w"),
        ("--every", "1w", "--rotate"),
        ("--every", "1mo", "--at", "2027-01-29 10:00", "--times", "4"),
        ("--every", "3mo", "--at", "2027-01-29 10:00", "--times", "1"),
    ],
)
def test_the_range_of_a_series_ends_with_its_last_meeting(
    options: tuple[str, ...], run: Run, home: Path
) -> None:
    plan = answer(run, home, "lon", *options)
    request, slots, windows = plan["request"], plan["slots"], plan["windows"]
    assert isinstance(request, dict)
    assert isinstance(slots, list)
    assert isinstance(windows, list)
    assert json_time(request["to"]) == json_time(slots[-1]["parties"][0]["end"])
    assert windows[-1]["end"] <= request["to"]
    last_day = datetime.fromisoformat(slots[-1]["parties"][0]["start"])
    title = run("meet", "lon", *options, folder=home).out.splitlines()[0]
    assert title.endswith(f"{last_day:%a} {last_day.day} {last_day:%b}")


def test_a_series_with_a_changed_zone_is_in_utc(run: Run, home: Path) -> None:
    words = ("meet", "van", "--every", "1w", "--client-stretch", "2h", "--ics", "series.ics", "--json")
    series = json.loads(run(*words, folder=home).out)["series"]
    calendar = read_calendar(home / "series.ics")
    found = of(calendar).between("20261101T000000Z", "20271101T000000Z")
    starts = sorted(event.start.timestamp() for event in found)
    assert starts == [json_time(slot["start"]) for slot in series["occurrences"]]
    assert not calendar.walk("VTIMEZONE")


def json_time(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def test_a_language_is_named_or_given_by_its_code(run: Run, home: Path) -> None:
    named, coded = (run("meet", "lon", "--text", "--lang", word, folder=home) for word in ("Japanese", "ja"))
    assert (named.code, named.out) == (0, coded.out)
    assert "月" in named.out


def test_what_is_offered_after_the_slots_is_their_text(run: Run) -> None:
    asked = ("--demo", "meet", "hikari", "--client-stretch", "hikari=1h", "--count", "2", "--next", "1w")
    *_, last = run(*asked, "--plain").out.splitlines()
    command, _, _ = last.removeprefix("Next: cb ").partition(" (")
    assert run(*shlex.split(command)) == run(*asked, "--text")
