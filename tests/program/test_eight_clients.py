"""`cb meet` for eight clients in eight places: one screen of 80 x 24, on any day, and no name said twice."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clientbridge.render.line_wrapping import columns
from conftest import Run

ME = "name: Lea Peeters\ncountry: BE\nhours: 09:00-12:30, 13:30-18:00\n"
STRETCH = "stretch: 07:00-21:30\n"
CLIENTS = {
    "sakura": "name: Sakura Denki KK\ncountry: JP\n",
    "paulista": "name: Paulista Energia\ncountry: BR\nregion: São Paulo\n",
    "fjord": "name: Fjord Logistikk AS\ncountry: NO\nhours: 08:00-16:00\n",
    "sharjah": "name: Sharjah Port Services\ncountry: AE\nregion: Sharjah\n",
    "deccan": "name: Deccan Analytics\ncountry: IN\nregion: Telangana\nhours: 10:00-18:30\n",
    "prairie": "name: Prairie Grain Co\ncountry: US\nregion: North Dakota\ntimezone: America/Chicago\n",
    "chatham": "name: Chatham Fisheries\ncountry: NZ\ntimezone: Pacific/Chatham\n",
    "kiri": "name: Kiritimati Copra\ncountry: KI\ntimezone: Pacific/Kiritimati\n",
}
DAYS = (
    "2026-11-23", "2026-11-26", "2026-11-27", "2026-11-28", "2026-12-04", "2026-12-18", "2026-12-21",
    "2026-12-23", "2026-12-24", "2026-12-25", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-13",
    "2027-02-05", "2027-02-10", "2027-02-22", "2027-03-08", "2027-03-12", "2027-03-26", "2027-03-29",
    "2027-04-02", "2027-05-05", "2027-06-16", "2027-07-20", "2027-09-03", "2027-10-29", "2027-10-31",
)  # fmt: skip
"""Ordinary weeks, days before holidays here and there, the end of the year, Ramadan, clock changes."""


@pytest.fixture(scope="module")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    def made(me: str) -> Path:
        folder = tmp_path_factory.mktemp("eight")
        (folder / "clients").mkdir()
        (folder / "me.yaml").write_text(me, encoding="utf-8")
        for name, text in CLIENTS.items():
            (folder / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    folders = {me: made(me) for me in (ME, ME + STRETCH)}
    return folders.__getitem__


@pytest.mark.parametrize("me", [ME, ME + STRETCH], ids=["hours", "stretch"])
@pytest.mark.parametrize("day", DAYS)
def test_eight_clients_fit_one_screen(day: str, me: str, run: Run, folder_of: Callable[[str], Path]) -> None:
    for width, most in ((80, 24), (60, 28)):
        words = ("meet", "--now", f"{day}T08:05:00+01:00")
        shown = run(*words, folder=folder_of(me), terminal=True, width=width, NO_COLOR="1").out
        lines = shown.splitlines()
        assert len(lines) <= most, shown
        assert all(columns(line) <= width for line in lines)
        for client, text in CLIENTS.items():
            name = text.partition("name: ")[2].partition("\n")[0]
            assert shown.count(name) + len(re.findall(rf"^ *\d+  {client} ", shown, re.MULTILINE)) == 1, shown


@pytest.mark.parametrize("day", ["2026-11-26", "2027-02-10", "2027-03-29"])
def test_what_would_help_finds_a_slot_when_it_is_typed(
    day: str, run: Run, folder_of: Callable[[str], Path]
) -> None:
    now = ("--now", f"{day}T08:05:00+01:00", "--json")
    overview = json.loads(run("meet", *now, folder=folder_of(ME)).out)
    none = {client["id"] for client in overview["clients"] if client["slot"] is None}
    helped = {client["id"]: change for change in overview["relaxations"] for client in change["clients"]}
    assert none
    assert none == {*helped}
    for client, change in helped.items():
        again = json.loads(run(*change["args"], *now, folder=folder_of(ME)).out)
        told = next(one for one in change["clients"] if one["id"] == client)["slot"]
        if again["kind"] == "next_slots":
            (row,) = (one for one in again["clients"] if one["id"] == client)
            assert row["slot"] == told
        else:
            assert told["start"] in [slot["start"] for slot in again["slots"]]
