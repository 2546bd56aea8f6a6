import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
from icalendar import Calendar

from conftest import Run

YEAR_END = ("--from", "2026-12-24", "--to", "2027-01-03")


def test_places_need_no_workspace(run: Run) -> None:
    answer = run("holidays", "--country", "JP-13", "--on", "2026-11-23", "--json")
    assert (answer.code, answer.err) == (0, "")
    document = json.loads(answer.out)
    assert (document["kind"], document["from"], document["to"]) == ("days", "2026-11-23", "2026-11-23")
    (day,) = document["days"]
    assert {key: day[key] for key in ("date", "client", "country", "region", "status", "days_until")} == {
        "date": "2026-11-23",
        "client": None,
        "country": "JP",
        "region": "JP-13",
        "status": "closed",
        "days_until": 0,
    }
    assert day["break"] == {"from": "2026-11-21", "to": "2026-11-23", "days": 3, "bridge": []}
    (reason,) = day["reasons"]
    assert (
        reason["kind"],
        reason["name"],
        reason["local_name"],
        reason["category"],
        reason["estimated"],
    ) == (
        "public_holiday",
        "Labor Thanksgiving Day",
        "勤労感謝の日",
        "public",
        False,
    )
    assert reason["source"].startswith("holidays ")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--country", "DE", "--region", "Munich"), 0),
        (("--country", "Nowheria"), 3),
        (("--country", "DE", "--region", "Bavria"), 3),
        (("--country", "DE", "--country", "FR", "--region", "Bavaria"), 2),
        (("--region", "Bavaria"), 2),
        (("acme", "--country", "DE"), 2),
        (("--country", "DE", "--on", "2026-12-24", "--next", "3d"), 2),
        (("--country", "DE", "--to", "2026-12-24", "--next", "3d"), 2),
        (("--country", "DE", "--from", "2026-12-24", "--to", "2026-12-01"), 2),
        (("--country", "DE", "--next", "50y"), 2),
        (("--country", "DE", "--next", "soon"), 2),
        (("--country", "DE", "--on", "03/04/2027"), 2),
        (("nobody",), 4),
    ],
)
def test_exit_codes(words: tuple[str, ...], code: int, run: Run) -> None:
    answer = run("holidays", *words)
    assert answer.code == code, answer.err
    assert "Traceback" not in answer.err


def test_a_wrong_region_comes_with_the_right_one(run: Run) -> None:
    assert "Bavaria (DE-BY)" in run("holidays", "--country", "DE", "--region", "Bavria").err


def test_the_default_is_thirty_days(run: Run) -> None:
    document = json.loads(run("holidays", "--country", "BE", "--json").out)
    assert (document["from"], document["to"]) == ("2026-11-23", "2026-12-22")


def test_only_ordinary_days_are_an_answer(run: Run) -> None:
    answer = run("holidays", "--country", "BE", "--on", "2026-11-24")
    assert (answer.code, "ordinary working day" in answer.out) == (0, True)
    answer = run("holidays", "--country", "BE", "--next", "3d")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "1 place: only ordinary days Mon 23 Nov to Wed 25 Nov 2026.",
        "Belgium: nothing until Fri 25 Dec, Christmas Day",
    ]


@pytest.mark.parametrize("form", ["--json", "--plain", "--no-color"])
@pytest.mark.parametrize("view", [(), ("--month",), ("--work",), ("--bridges",)])
def test_every_view_in_every_format_fits_the_screen(form: str, view: tuple[str, ...], run: Run) -> None:
    places = [word for code in ("AE", "CN", "GB", "IN", "SE", "US") for word in ("--country", code)]
    answer = run("holidays", *places, *YEAR_END, *view, form)
    assert answer.code == 0
    assert answer.out.strip()
    if form == "--no-color":
        assert max(map(len, answer.out.splitlines())) <= 80


def test_two_runs_give_the_same_bytes(run: Run) -> None:
    words = ("holidays", "--country", "IN", "--country", "CH", *YEAR_END, "--json")
    assert run(*words).out == run(*words).out


def test_events_for_a_calendar(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "days.ics"
    answer = run("holidays", "--country", "DE-BY", *YEAR_END, "--ics", str(target))
    assert answer.err == f"wrote {target}\n"
    lines = target.read_bytes().decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "X-WR-CALNAME:Days off: Bavaria" in lines
    assert "DTSTART;VALUE=DATE:20261224" in lines
    assert "DTEND;VALUE=DATE:20261228" in lines
    assert any(line.startswith("SUMMARY:Bavaria: ") and "Christmas Day" in line for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)


def test_the_calendar_has_the_days_of_the_answer(tmp_path: Path, run: Run) -> None:
    """As another program reads it: each day of the answer in one event of that client, and none besides."""
    target = tmp_path / "days.ics"
    words = ("--demo", "holidays", "--from", "2026-11-20", "--to", "2027-04-30")
    rows = json.loads(run(*words, "--ics", str(target), "--json").out)["days"]
    calendar = Calendar.from_ical(target.read_bytes())
    assert isinstance(calendar, Calendar)
    ids = {
        "Al": "almadar",
        "Bayside": "bayside",
        "Hikari": "hikari",
        "Nordlys": "nordlys",
        "Solaris": "solaris",
    }
    events = {
        (ids[str(event["SUMMARY"]).split(" ", maxsplit=1)[0]], str(event.start)): (
            str(event.end - timedelta(days=1)),
            event.categories[0].lower(),
        )
        for event in recurring_ical_events.of(calendar).between(date(2026, 11, 20), date(2027, 5, 1))
    }
    assert len({str(event["UID"]) for event in calendar.events}) == len(calendar.events) == len(events) > 20
    breaks = {(row["client"], row["break"]["from"]): row["break"]["to"] for row in rows if row["break"]}
    assert breaks == {whose: events[whose][0] for whose in breaks}
    runs = {whose: event for whose, event in events.items() if whose not in breaks}
    for row in rows:
        if row["break"] is None:
            day = row["date"]
            of_it = [
                status
                for (client, first), (last, status) in runs.items()
                if client == row["client"] and first <= day <= last
            ]
            assert of_it == [row["status"]], row


def test_importing_again_from_another_day_on_updates(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "days.ics"
    kept: dict[str, tuple[date, date]] = {}
    for first in ("2027-02-01", "2027-02-20", "2027-03-15"):
        words = ("--country", "AE", "--country", "BR", "--from", first, "--to", "2027-04-30")
        run("holidays", *words, "--ics", str(target))
        calendar = Calendar.from_ical(target.read_bytes())
        assert isinstance(calendar, Calendar)
        for event in calendar.events:
            span = (event.start, event.end)
            assert kept.setdefault(str(event["UID"]), span) == span
    assert len(kept) > 5


def test_markdown_in_a_file(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "days.md"
    run("holidays", "--country", "AE", "--next", "30d", "--md", str(target))
    assert target.read_text(encoding="utf-8").startswith("# Days off Mon 23 Nov to Tue 22 Dec 2026")


def test_the_sample_workspace(run: Run) -> None:
    answer = run("--demo", "holidays", "--next", "6w")
    assert answer.code == 0
    assert "hikari   closed         Labor Thanksgiving Day" in answer.out
    (day, *_) = json.loads(run("--demo", "holidays", "hikari", "--json").out)["days"]
    assert (day["client"], day["date"]) == ("hikari", "2026-11-23")


def test_a_country_of_several_zones_says_the_day_to_send_on_and_no_instant(run: Run) -> None:
    words = ("holidays", "--on", "2026-12-25")
    assert "Best sent Wed 23 Dec, 09:30 there." in " ".join(run(*words, "--country", "US").out.split())
    for country, send_at in (
        ("US", "null"),
        ("US-NY", '"2026-12-23T14:30:00Z"'),
        ("DE", '"2026-12-23T08:30:00Z"'),
    ):
        assert f'"send_at": {send_at}' in run(*words, "--country", country, "--json").out, country


@pytest.mark.parametrize("words", [("--next", "2w"), ("--on", "2026-11-26")])
def test_who_works_through_thanksgiving_is_told_so(words: tuple[str, ...], run: Run) -> None:
    words = ("--demo", "--now", "2026-11-26T08:05Z", "holidays", "bayside", *words)
    assert "they work through Thanksgiving Day" in run(*words).out
    (day,) = json.loads(run(*words, "--json").out)["days"]
    assert (day["status"], day["reasons"], day["notes"]) == (
        "working",
        [],
        ["they work through Thanksgiving Day"],
    )


def test_a_region_is_named_and_its_code_stays_in_json(run: Run) -> None:
    words = ("holidays", "--country", "GB", "--on", "2026-11-30")
    assert "only in Scotland" in run(*words).out
    (day,) = json.loads(run(*words, "--json").out)["days"]
    assert day["reasons"][0]["regions"] == ["GB-SCT"]
    assert "region_names" not in day["reasons"][0]


def test_who_has_only_ordinary_days_is_told_the_next_day_off(run: Run) -> None:
    words = ("--demo", "--now", "2026-11-27T08:05Z", "holidays", "--next", "1w")
    assert "nordlys: nothing until Thu 24 Dec, Christmas Eve (likely closed)" in run(*words).out
    document = json.loads(run(*words, "--json").out)
    assert {one["client"]: one["date"] for one in document["next_off"]} == {
        "bayside": None,
        "hikari": "2026-12-28",
        "nordlys": "2026-12-24",
        "solaris": "2026-12-21",
    }
    assert json.loads(run(*words, "--bridges", "--json").out)["next_off"] == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("--year",), "2026-01-01"),
        (("--year", "hikari"), "2026-01-01"),
        (("hikari", "--year"), "2026-01-01"),
        (("--year", "2027", "hikari"), "2027-01-01"),
        (("--year=2028",), "2028-01-01"),
    ],
)
def test_a_year_is_the_one_typed_or_that_of_now(words: tuple[str, ...], first: str, run: Run) -> None:
    document = json.loads(run("--demo", "holidays", *words, "--json").out)
    assert (document["from"], document["to"]) == (first, f"{first[:4]}-12-31")
    whose = {day["client"] for day in document["days"]}
    assert (whose == {"hikari"}) is ("hikari" in words)


def test_a_year_has_the_breaks_of_each_client_and_of_one_a_picture(run: Run) -> None:
    out = run("--demo", "holidays", "--year", "2027").out
    assert "\nHikari Seimitsu KK\nSat 26 Dec - Tue 5 Jan  Winter closure\n" in out
    assert "Mon 8 Feb - Mon 8 Mar  Ramadan (short day)" in out
    assert "Jan   - - -" not in out
    assert "\nJan   X - - X X . . .  - -"[:9] in run("--demo", "holidays", "hikari", "--year", "2027").out


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("--month", "dec"), ("2026-12-01", "2026-12-31")),
        (("--month", "December", "hikari"), ("2026-12-01", "2026-12-31")),
        (("hikari", "--month", "2027-02"), ("2027-02-01", "2027-02-28")),
        (("--month", "feb 2027"), ("2027-02-01", "2027-02-28")),
        (("--month",), ("2026-11-01", "2026-11-30")),
        (("--month", "hikari"), ("2026-11-01", "2026-11-30")),
        (("--month", "--next", "2w"), ("2026-11-23", "2026-12-06")),
    ],
)
def test_a_month_is_the_one_typed_or_that_of_now(
    words: tuple[str, ...], days: tuple[str, str], run: Run
) -> None:
    document = json.loads(run("--demo", "--now", "2026-11-23T08:05", "holidays", *words, "--json").out)
    assert (document["from"], document["to"]) == days
    whose = {day["client"] for day in document["days"]}
    assert (whose <= {"hikari"}) is ("hikari" in words)


@pytest.mark.parametrize("year", ["abc", "0000", "9999", "-1", "20x7"])
def test_what_is_no_year(year: str, run: Run) -> None:
    answer = run("holidays", "--country", "NO", f"--year={year}")
    assert (answer.code, "is not a year" in answer.err, "--year alone" in answer.err) == (2, True, True)


@pytest.mark.parametrize(
    "words", [("--on", "fri"), ("--next", "3d"), ("--from", "fri"), ("--to", "fri"), ("--month",)]
)
def test_a_year_stands_alone(words: tuple[str, ...], run: Run) -> None:
    answer = run("holidays", "--country", "NO", "--year", *words)
    assert (answer.code, "--year is a whole year" in answer.err) == (2, True)


def test_a_year_that_nobody_knows_is_said_to_be_unknown(run: Run) -> None:
    out = run("holidays", "--country", "CN", "--year", "2150").out
    assert "no holiday data for CN in 2150" in out


def test_places_stand_beside_clients(run: Run, tmp_path: Path) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (tmp_path / "clients" / "acme.yaml").write_text("name: Acme\ncountry: JP\n", encoding="utf-8")
    words = ("--on", "2027-01-06", "--json", "--quiet")
    answer = run("holidays", "acme", "@DE-BY", "@minot", "@US", *words, folder=tmp_path)
    assert [(day["client"], day["region"] or day["country"]) for day in json.loads(answer.out)["days"]] == [
        ("acme", "JP"), (None, "DE-BY"), (None, "US-ND"), (None, "US"),
    ]  # fmt: skip
    mixed = run("holidays", "acme", "@DE-BY", "--next", "60d", folder=tmp_path).out
    assert "2 clients and places" in mixed
    alone = run("holidays", "@DE-BY", "--on", "2027-01-06", folder=tmp_path)
    assert (alone.code, "Epiphany" in alone.out) == (0, True)
    several = run("holidays", "@birmingham", folder=tmp_path)
    assert (several.code, several.out) == (3, "")
    assert "'@Birmingham, Alabama, United States'" in several.err


def test_places_need_no_files(run: Run, tmp_path: Path) -> None:
    assert run("holidays", "@tokyo", "--on", "2027-01-01", folder=tmp_path).code == 0
