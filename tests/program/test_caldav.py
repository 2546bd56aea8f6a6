"""Whole commands with a real CalDAV server on loopback: what is busy there, and what is told without it."""

import json
import shlex
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from caldav_server import MAKE_CALENDAR, PASSWORD, USER, WORK, CalDavHost, event, radicale

from clientbridge.adapters.meeting.caldav.requests import written
from clientbridge.adapters.web.exchange import Deadline, HttpRequest
from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK, ask
from clientbridge.adapters.web.web_address import parse_address
from conftest import MONDAY_MORNING, Answer, Run

WORDS = ("meet", "lon", "--from", "2026-11-24", "--to", "2026-11-24", "--count", "1", "--json")
TUESDAY = "20261124T"
HELD = {
    "morning": event("morning", f"DTSTART:{TUESDAY}080000Z", f"DTEND:{TUESDAY}130000Z"),
    "maybe": event("maybe", f"DTSTART:{TUESDAY}130000Z", f"DTEND:{TUESDAY}153000Z", "STATUS:TENTATIVE"),
}
"""Brussels is an hour ahead: busy until 14:00 there, likely busy until 16:30."""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[CalDavHost]:
    (tmp_path / "server").mkdir()
    with radicale(tmp_path / "server") as one:
        send(one, WORK, HttpRequest(method="MKCALENDAR", headers={}, body=MAKE_CALENDAR.encode()))
        for name, text in HELD.items():
            send(one, f"{WORK}{name}.ics", written(text, etag=None))
        yield one


def send(host: CalDavHost, path: str, request: HttpRequest) -> None:
    quoted = "lea:pa%3Ass%20w%C3%B6rd"
    address = parse_address(f"http://{quoted}@127.0.0.1:{host.port}{path}")
    assert ask(address, request, deadline=Deadline.after(10), network=SYSTEM_NETWORK).status == 201


def home(folder: Path, host: CalDavHost, password: str = PASSWORD) -> Path:
    """A workspace whose calendar is on the server, and settings that say who logs in there."""
    mine, top = folder / "mine", f"http://127.0.0.1:{host.port}"
    (mine / "clients").mkdir(parents=True)
    (mine / "clients" / "lon.yaml").write_text("name: Lon\ncountry: GB\n", encoding="utf-8")
    calendar = f"{{caldav: '{top}{WORK}', tentative: likely}}"
    (mine / "me.yaml").write_text(f"name: Lea\ncountry: BE\ncalendar: [{calendar}]\n", encoding="utf-8")
    settings = folder / "home" / ".config" / "clientbridge"
    settings.mkdir(parents=True)
    printed = shlex.join(
        [sys.executable, "-c", f"import sys; sys.stdout.buffer.write({password.encode()!r})"]
    )
    login = json.dumps({"user": USER, "password_command": printed})
    (settings / "config.yaml").write_text(f"credentials: {{'{top}/': {login}}}\n", encoding="utf-8")
    (settings / "config.yaml").chmod(0o600)
    return mine


def first(answer: Answer) -> tuple[str, int]:
    """When the first slot begins on your clock, and what is likely there in minutes."""
    slot = json.loads(answer.out)["slots"][0]
    parts = [part for one in slot["parties"] for part in one["parts"] if part["code"] == "likely_busy"]
    return slot["parties"][0]["start"][11:16], sum(part["minutes"] for part in parts)


def test_a_search_leaves_out_what_the_server_holds(run: Run, tmp_path: Path, host: CalDavHost) -> None:
    mine, cache = home(tmp_path, host), str(tmp_path / "cache")
    found = run(*WORDS, folder=mine, XDG_CACHE_HOME=cache)
    assert (found.code, first(found)) == (0, ("16:30", 0))
    strict = run(*WORDS, "--strict", "--duration", "2h", folder=mine, XDG_CACHE_HOME=cache)
    assert strict.code == 1
    longer = run(*WORDS, "--duration", "2h", folder=mine, XDG_CACHE_HOME=cache)
    assert first(longer) == ("15:30", 60)
    assert "60 min likely busy" in longer.out
    host.stop()
    later = run(*WORDS, folder=mine, XDG_CACHE_HOME=cache, now=MONDAY_MORNING + timedelta(hours=3))
    assert first(later) == ("16:30", 0)
    (told,) = [one["detail"] for one in json.loads(later.out)["warnings"] if one["code"] == "calendar_copy"]
    assert told.startswith("127.0.0.1 refuses the connection; your busy times are as of Mon 23 Nov")
    assert told.endswith("3 h ago")
    kept = "".join(path.read_text() for path in (tmp_path / "cache").rglob("*") if path.is_file())
    everything = f"{kept}{found.out}{found.err}{later.out}{later.err}"
    assert not any(word in everything for word in (PASSWORD, "s3cr3t", "Authorization"))


def test_a_wrong_password_is_one_sentence(run: Run, tmp_path: Path, host: CalDavHost) -> None:
    mine = home(tmp_path, host, "wr0ng")
    told = run(*WORDS, folder=mine)
    assert (told.code, told.out) == (5, "")
    assert "127.0.0.1 does not accept the user name 'lea' with the password given (401)" in " ".join(
        told.err.split()
    )
    assert "wr0ng" not in told.err


def test_a_slot_is_saved_on_the_server_once(run: Run, tmp_path: Path, host: CalDavHost) -> None:
    mine, cache = home(tmp_path, host), str(tmp_path / "cache")
    me = mine / "me.yaml"
    me.write_text(me.read_text(encoding="utf-8").replace("tentative: likely", "save: yes"), encoding="utf-8")
    at = ("meet", "lon", "--at", "2026-11-24 16:30", "--duration", "30m")
    saved = run(*at, "--save", folder=mine, XDG_CACHE_HOME=cache)
    said = "Tue 24 Nov 16:30 stands in your calendar: http://127.0.0.1"
    assert (saved.code, " ".join(saved.err.split())) == (0, said)
    again = run(*at, "--save", folder=mine, XDG_CACHE_HOME=cache)
    assert (again.code, again.err) == (1, ""), "you are busy then, with what was saved"
