"""Whole commands with a calendar at an address: what is told, and what never is."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hostile_answers import BAD_HTTP, CALENDAR, NO_CALENDAR, SECRET, STATUSES, TOO_MUCH
from raw_server import RawServer, answer, raw_server

from conftest import MONDAY_MORNING, Run

WORDS = ("meet", "lon", "--from", "2026-11-24", "--to", "2026-11-24")
ENDLESS = {name for name in (*BAD_HTTP, *TOO_MUCH) if "without end" in name or "bomb" in name}
FAST = {**NO_CALENDAR, **BAD_HTTP, **STATUSES}.keys() - ENDLESS


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with raw_server() as one:
        yield one


@pytest.fixture
def home(tmp_path: Path, server: RawServer) -> Path:
    calendar = f"http://127.0.0.1:{server.port}/{SECRET}/lea.ics?{SECRET}#{SECRET}"
    write(tmp_path, calendar)
    return tmp_path


def write(folder: Path, calendar: str) -> None:
    (folder / "clients").mkdir()
    (folder / "clients" / "lon.yaml").write_text("name: Lon\ncountry: GB\n", encoding="utf-8")
    (folder / "me.yaml").write_text(f"name: Lea\ncountry: BE\ncalendar: '{calendar}'\n", encoding="utf-8")


@pytest.mark.parametrize("name", sorted(FAST))
def test_a_server_that_fails_is_one_sentence_and_no_secret(
    name: str, run: Run, home: Path, server: RawServer
) -> None:
    server.answer = {**NO_CALENDAR, **BAD_HTTP, **STATUSES}[name].answer
    for form in ((), ("--json",)):
        told = run(*WORDS, *form, folder=home, XDG_CACHE_HOME=str(home / "cache"))
        assert (told.code, told.out) == (5, "")
        assert told.err.startswith("error: the calendar at 127.0.0.1 ")
        assert SECRET not in told.err
        assert "Traceback" not in told.err


def test_the_last_good_copy_answers_with_its_age(run: Run, home: Path, server: RawServer) -> None:
    cache = str(home / "cache")
    server.answer = answer(CALENDAR)
    fresh = json.loads(run(*WORDS, "--json", folder=home, XDG_CACHE_HOME=cache).out)
    server.answer = STATUSES["503"].answer
    later = MONDAY_MORNING + timedelta(hours=15)
    told = run(*WORDS, "--json", folder=home, XDG_CACHE_HOME=cache, now=later)
    stood_in = json.loads(told.out)
    assert stood_in["windows"] == fresh["windows"]
    assert any("127.0.0.1 is out of order (503)" in warning["detail"] for warning in stood_in["warnings"])
    assert not any("127.0.0.1" in warning["detail"] for warning in fresh["warnings"])
    screen = run(*WORDS, folder=home, XDG_CACHE_HOME=cache, now=later)
    assert screen.code == told.code == 0
    files = [path for path in (home / "cache" / "clientbridge" / "calendars").rglob("*") if path.is_file()]
    assert sorted(path.name[:4] for path in files) == ["busy", "copy"]
    kept = "".join(f"{path}{path.read_text(encoding='utf-8')}" for path in files)
    assert SECRET not in f"{told.out}{told.err}{screen.out}{screen.err}{kept}"


@pytest.mark.parametrize(
    ("calendar", "told"),
    [
        ("http://cal.example/s3cr3t", "an http address is not read, only https ones are"),
        ("https://lea:s3cr3t/s3cr3t@cal.example/", "the address has a wrong port"),
        ("https://lea:s3cr3t@cal.example/lea.ics", "the address holds a user name or a password"),
        ("https:///s3cr3t", "the address names no host"),
        ("ftp://lea:s3cr3t@cal.example/", "only https addresses are read"),
        ("file:///etc/s3cr3t", "only https addresses are read"),
        ("https://[fe80::1%eth0]/s3cr3t", "the address has a wrong IPv6 host"),
    ],
)
def test_a_wrong_address_is_told_with_its_place(calendar: str, told: str, run: Run, tmp_path: Path) -> None:
    write(tmp_path, calendar)
    for words in (WORDS, ("data", "check"), ("client", "show", "me"), (*WORDS, "--json")):
        said = run(*words, folder=tmp_path)
        assert said.code == 4
        assert f"me.yaml:3:11: {told}" in " ".join(said.err.split())
        assert SECRET not in f"{said.out}{said.err}"


def test_an_address_without_its_beginning_is_not_shown(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "calendar.example/private-s3cr3t/basic.ics")
    for words, code in ((WORDS, 5), (("data", "check"), 4)):
        said = run(*words, folder=tmp_path)
        assert said.code == code
        assert "calendar.example/… (an address begins with https://)" in " ".join(said.err.split())
        assert SECRET not in f"{said.out}{said.err}"
