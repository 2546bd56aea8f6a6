"""Whether to write or call now: `cb today`, `cb brief` and `cb client show` say the same of one moment."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import Run

CLIENTS = {
    "sharjah": "name: Sharjah Co\ncountry: AE\nregion: Sharjah\n",
    "zurich": "name: Zurich AG\ncountry: CH\n",
    "delhi": "name: Delhi Co\ncountry: IN\n",
    "colombo": "name: Colombo Co\ncountry: LK\n",
    "riyadh": "name: Riyadh Co\ncountry: SA\nhours: 08:00-16:00\n",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    for client, text in CLIENTS.items():
        (tmp_path / "clients" / f"{client}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


ASK = "ask before you call"


@pytest.mark.parametrize(
    ("case", "today", "brief"),
    [
        # Sharjah's Friday, off in the government and worked by many firms
        (
            "sharjah 2026-11-27T13:07",
            f"many firms work on Friday): {ASK}",
            "those at work end at 18:00, in 53 min",
        ),
        (
            "sharjah 2026-11-27T15:07",
            "many firms work on Friday): until Mon",
            "After hours: those at work end at 18:00",
        ),
        ("sharjah 2026-11-28T06:07", "Weekend: until Mon", "It is Saturday there, a day off."),
        (
            "sharjah 2026-11-26T06:07",
            "in office hours there: write or call",
            "offices there usually end at 18:00",
        ),
        # Saturday is off in most offices of India, Sunday in all
        ("delhi 2026-11-28T06:07", f"worked in some): {ASK}", "those at work end at 17:30"),
        ("delhi 2026-11-29T06:07", "Weekend: until Mon", "It is Sunday there, a day off."),
        # the days between the years
        (
            "zurich 2026-12-28T10:00",
            f"many are off (Days between the years): {ASK}",
            "those at work end at 17:30",
        ),
        ("zurich 2026-12-25T10:00", "Christmas Day: until", "Today is a day off there: Christmas Day"),
        # a year without data
        (
            "colombo 2027-02-01T07:00",
            "not known whether it is worked (no holiday data for LK in 2027): ask",
            "Whether today is worked there is not known: no holiday data for LK in 2027. Ask.",
        ),
        # a short day with hours of their own
        (
            "riyadh 2027-02-16T08:00",
            "at work until 14:00: write or call (Ramadan)",
            "A short day there today (Ramadan",
        ),
        ("riyadh 2027-02-20T08:00", "Weekend: until Sun", "It is Saturday there, a day off."),
    ],
)
def test_today_and_brief_say_the_same(run: Run, workspace: Path, case: str, today: str, brief: str) -> None:
    client, now = case.split()
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)

    def said(*words: str) -> str:
        return " ".join(run(*words, "--plain", folder=workspace, now=at).out.split())

    clocks = run("today", "--all", "--plain", folder=workspace, now=at).out.splitlines()
    (line,) = (one for one in clocks if one.startswith(f"{client}, "))
    assert today in line
    assert brief in said("brief", client)


def test_hours_that_are_not_known_are_those_of_offices_in_every_command(run: Run, workspace: Path) -> None:
    at = datetime(2026, 11, 26, 6, 7, tzinfo=UTC)

    def said(*words: str) -> str:
        return " ".join(run(*words, "--plain", folder=workspace, now=at).out.split())

    assert "09:00-18:00 on working days, usual office hours there" in said("client", "show", "sharjah")
    assert "offices there usually end at 18:00" in said("brief", "sharjah")
    assert "in office hours there: write or call" in said("today")
    assert "office hours assumed, none are given" in said("meet", "sharjah")
