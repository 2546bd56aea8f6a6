"""The life of an offer that stands in your own calendar too: on a CalDAV server, in a file, in a folder."""

import json
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from caldav_server import MAKE_CALENDAR, PASSWORD, USER, WORK, CalDavHost, radicale
from icalendar import Calendar

from clientbridge.adapters.web.exchange import Deadline, HttpRequest
from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK, ask
from clientbridge.adapters.web.web_address import parse_address
from conftest import Answer, Run

ME = "name: Lea\ncountry: BE\nhours: 09:00-12:00\nemail: lea@example.com\ncalendar: [{{{}, save: yes}}]\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "clients").mkdir(parents=True)
    for name in ("acme", "bolt"):
        profile = f"name: {name.title()}\ncountry: BE\nhours: 09:00-12:00\n"
        (tmp_path / "mine" / "clients" / f"{name}.yaml").write_text(profile, encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def host(mine: Path) -> Iterator[CalDavHost]:
    (mine.parent / "server").mkdir()
    with radicale(mine.parent / "server") as one:
        address = parse_address(f"http://lea:pa%3Ass%20w%C3%B6rd@127.0.0.1:{one.port}{WORK}")
        request = HttpRequest(method="MKCALENDAR", headers={}, body=MAKE_CALENDAR.encode())
        answer = ask(address, request, deadline=Deadline.after(10), network=SYSTEM_NETWORK)
        assert answer.status == 201
        yield one


def saves_on(mine: Path, port: int) -> None:
    top = f"http://127.0.0.1:{port}"
    (mine / "me.yaml").write_text(ME.format(f"caldav: '{top}{WORK}'"), encoding="utf-8")
    settings = mine.parent / "home" / ".config" / "clientbridge"
    settings.mkdir(parents=True, exist_ok=True)
    words = f"import sys; sys.stdout.buffer.write({PASSWORD.encode()!r})"
    login = json.dumps({"user": USER, "password_command": shlex.join([sys.executable, "-c", words])})
    (settings / "config.yaml").write_text(f"credentials: {{'{top}/': {login}}}\n", encoding="utf-8")
    (settings / "config.yaml").chmod(0o600)


def events(place: Path) -> list[tuple[str, str, str]]:
    """UID, status and start of every event in the calendars of a folder, or in one file."""
    files = (
        [place]
        if place.is_file()
        else [one for one in place.rglob("*@clientbridge.ics") if ".Radicale.cache" not in one.parts]
    )
    found = []
    for file in files:
        calendar = Calendar.from_ical(file.read_bytes())
        assert isinstance(calendar, Calendar)
        for one in calendar.walk("VEVENT"):
            assert "ATTENDEE" not in one
            start = one.decoded("dtstart")
            found.append((str(one["uid"]), str(one["status"]), f"{start:%Y-%m-%dT%H:%M}"))
    return sorted(found)


def offer_of(answer: Answer) -> tuple[str, str, list[str]]:
    """Its id, the UID of its meeting, and when its slots begin."""
    assert answer.code == 0, answer.err
    offer = json.loads(answer.out)["offer"]
    return offer["id"], offer["uid"], [slot["start"][:16] for slot in offer["slots"]]


def live(run: Run, mine: Path, place: Path) -> None:
    """Offered, held before others, answered by mail, accepted, moved, called off."""
    cache = str(mine.parent / "cache")

    def cb(*words: str) -> Answer:
        return run(*words, folder=mine, XDG_CACHE_HOME=cache)

    made = cb("offer", "acme", "--save", "--json")
    assert "your calendar is in step" in made.err
    name, uid, starts = offer_of(made)
    held = [(f"{name}.{n}.hold@clientbridge", "TENTATIVE", at) for n, at in enumerate(starts, start=1)]
    assert events(place) == held
    at = ("meet", "bolt", "--at", f"{starts[1]}Z")
    assert f"held in an offer to Acme ({name})" in " ".join(cb(*at).out.split())
    assert cb(*at, "--over-holds").code == 0, "what stands in the calendar is the hold, told once"

    reply = mine.parent / "reply.eml"
    reply.write_text(f"From: a@acme.example\nSubject: Re\n\nYes.\n\ncb-offer: {name} 2\n", encoding="utf-8")
    offer_of(cb("offer", "accept", name, "--reply", str(reply), "--json"))
    assert events(place) == [(uid, "CONFIRMED", starts[1])]
    offer_of(cb("offer", "accept", name, "3", "--json"))
    assert events(place) == [(uid, "CONFIRMED", starts[2])]
    offer_of(cb("offer", "withdraw", name, "--json"))
    assert events(place) == []
    assert cb("offer", "bolt").err == "", "what was never saved stays out of the calendar"
    assert events(place) == []


def test_on_a_server(run: Run, mine: Path, host: CalDavHost) -> None:
    saves_on(mine, host.port)
    live(run, mine, mine.parent / "server" / "collections")


@pytest.mark.parametrize("place", ["calendars/lea.ics", "calendars/lea", "calendars"])
def test_in_files(run: Run, mine: Path, place: str) -> None:
    is_folder = not place.endswith(".ics")
    (mine / place if is_folder else mine / "calendars").mkdir(parents=True)
    (mine / "me.yaml").write_text(ME.format(f"file: {place}"), encoding="utf-8")
    live(run, mine, mine / place)


def test_a_server_that_was_away_is_brought_in_step(run: Run, mine: Path, host: CalDavHost) -> None:
    place, cache = mine.parent / "server" / "collections", str(mine.parent / "cache")
    saves_on(mine, host.port)
    name, uid, starts = offer_of(run("offer", "acme", "--save", "--json", folder=mine, XDG_CACHE_HOME=cache))
    saves_on(mine, 9)  # where nothing answers
    accepted = run("offer", "accept", name, "1", "--json", folder=mine, XDG_CACHE_HOME=cache)
    assert offer_of(accepted)[0] == name
    told = " ".join(accepted.err.split())
    assert "your calendar is not in step: the appointment is not saved: 127.0.0.1" in told
    assert told.endswith("to try again: cb offer expire")
    assert [status for _, status, _ in events(place)] == ["TENTATIVE"] * 3
    saves_on(mine, host.port)
    assert "in step" in run("offer", "expire", folder=mine, XDG_CACHE_HOME=cache).err
    assert events(place) == [(uid, "CONFIRMED", starts[0])]
    assert run("offer", "expire", folder=mine, XDG_CACHE_HOME=cache).err == ""


def test_what_is_taken_back_is_taken_out(run: Run, mine: Path) -> None:
    (mine / "calendars").mkdir()
    (mine / "me.yaml").write_text(ME.format("file: calendars/lea.ics"), encoding="utf-8")
    name, uid, starts = offer_of(run("offer", "acme", "--save", "--json", folder=mine))
    run("offer", "accept", name, "1", folder=mine)
    assert events(mine / "calendars" / "lea.ics") == [(uid, "CONFIRMED", starts[0])]
    assert run("data", "undo", folder=mine).code == 0
    assert [status for _, status, _ in events(mine / "calendars" / "lea.ics")] == ["TENTATIVE"] * 3
    assert "your calendar is in step" in run("data", "undo", folder=mine).err
    assert events(mine / "calendars" / "lea.ics") == []
    assert run("meet", "bolt", "--at", f"{starts[1]}Z", folder=mine).code == 0


def test_what_was_saved_goes_when_it_has_expired(run: Run, mine: Path) -> None:
    (mine / "calendars").mkdir()
    (mine / "me.yaml").write_text(ME.format("file: calendars/lea.ics"), encoding="utf-8")
    offer_of(run("offer", "acme", "--expires", "12h", "--save", "--json", folder=mine))
    assert len(events(mine / "calendars" / "lea.ics")) == 3
    run("offer", "expire", "--now", "2026-11-23T21:00:00Z", folder=mine)
    assert events(mine / "calendars" / "lea.ics") == []


def test_without_a_calendar_to_save_to_nothing_is_offered(run: Run, mine: Path) -> None:
    (mine / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    told = run("offer", "acme", "--save", folder=mine)
    assert (told.code, "no calendar of yours is marked" in told.err) == (2, True)
    assert not (mine / "calendars").exists()
