"""No command opens a file of the workspace twice for reading, seen from inside a real process."""

import os
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from kept_offers import MADE, kept
from sample_copies import copy_of_sample

from clientbridge.adapters.meeting.holds.holds_text import text_with

ROOT = Path(__file__).parents[2]
WATCHED = """
import os, sys

def watch(event, given):
    if event == "open" and not isinstance(given[0], int) and given[2] & os.O_ACCMODE == os.O_RDONLY:
        path = os.fsdecode(given[0])
        if path.startswith(sys.argv[1]) and os.path.isfile(path):
            opened.append(path)

opened = []
sys.addaudithook(watch)
from clientbridge.cli import main
code = main(sys.argv[2:])
print("code", code, file=sys.stderr)
print(*opened, sep=chr(10), file=sys.stderr)
"""
JOURNAL = """\
{"id": "call01", "at": "2026-11-02T09:00:00Z", "kind": "call", "text": "Hello.", "people": ["tanaka"]}
{"id": "prom01", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "me", "text": "A."}
{"id": "prob01", "at": "2026-11-02T09:00:00Z", "kind": "problem", "text": "It is broken."}
{"id": "feed01", "at": "2026-11-02T09:00:00Z", "kind": "feedback", "text": "More slides."}
"""
CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana Souza\nEND:VCARD\n"
REPLY = "cb-ask: hikari/tanaka\nhours: 09%3A00-17%3A30\ncb-ask: end\n"
RECEIVED = (
    "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@mail.example.com\nSUMMARY:Server move\n"
    "ORGANIZER;CN=Kenichi Sato:mailto:k.sato@example.com\nATTENDEE;CN=Lea:mailto:lea.peeters@example.com\n"
    "DTSTART:20261203T070000Z\nDTEND:20261203T080000Z\nEND:VEVENT\nEND:VCALENDAR\n"
)
INVITATION = (
    "BEGIN:VCALENDAR\nPRODID:-//clientbridge//cb meet//EN\nBEGIN:VEVENT\nUID:a@clientbridge\n"
    "END:VEVENT\nEND:VCALENDAR\n"
)
COMMANDS = (
    "today",
    "clock",
    "clock hikari/tanaka @tokyo --day tomorrow",
    "clock --at '2027-03-28 02:30'",
    "meet",
    "meet hikari nordlys",
    "meet hikari @lima",
    "meet hikari hikari/weber hikari/tanaka --ics x.ics --force --every 1w",
    "meet hikari hikari/tanaka --rotate",
    "meet hikari --at 2026-12-03T09:00Z --text",
    "meet --cancel meeting.ics",
    "meet hikari --every 1w --keep",
    "offer hikari",
    "offer hikari/tanaka nordlys",
    "offer --all",
    "offer accept k3x9ab 2 --ics x.ics --force",
    "offer withdraw k3x9ab",
    "offer expire",
    "answer invite.ics --accept --ics reply.ics",
    "brief hikari",
    "brief hikari/tanaka --full",
    "brief hikari --handover",
    "holidays",
    "holidays 'Al Madar'",
    "holidays --country JP",
    "log hikari Hello. --kind call --with tanaka --i-promise thanks",
    "log hikari Tea. --kind gift",
    "log hikari Solved. --closes prob01",
    "log hikari Hi. --amend call01",
    "log hikari --retract call01",
    "culture hikari",
    "culture JP BR",
    "review",
    "review hikari --share",
    "config",
    "help",
    "client list",
    "client show hikari",
    "client show 'Al Madar'",
    "client show me",
    "client add Acme --country BE",
    "client set hikari/tanaka role CTO",
    "client set 'Al Madar' hours 9-17",
    "client person hikari",
    "client person hikari add Bo",
    "client rename hikari corona --name Corona",
    "client remove hikari --yes --with-journal --with-calendars",
    "client archive hikari",
    "client unarchive hikari",
    "client list --all",
    "client edit 'Al Madar'",
    "client map hikari",
    "client import hikari cards.vcf",
    "ask hikari/tanaka --page ask.html",
    "ask hikari/tanaka --reply reply.txt --yes",
    "promise",
    "promise hikari --all",
    "promise add hikari B. --answers feed01",
    "promise done prom01",
    "promise move prom01 2026-12-04",
    "promise drop prom01",
    "data check",
    "data undo",
    "data schema me",
)


@pytest.mark.parametrize("words", COMMANDS)
def test_no_file_is_opened_twice(words: str, tmp_path: Path, shared_cache: Path) -> None:
    workspace = tmp_path / "mine"
    copy_of_sample(workspace)
    (workspace / "journal").mkdir(exist_ok=True)
    (workspace / "journal" / "hikari.jsonl").write_text(JOURNAL, encoding="utf-8")
    (workspace / "cards.vcf").write_text(CARD, encoding="utf-8")
    (workspace / "reply.txt").write_text(REPLY, encoding="utf-8")
    (workspace / "meeting.ics").write_text(INVITATION, encoding="utf-8")
    (workspace / "calendars").mkdir(exist_ok=True)
    offers = text_with("", [kept(clients=("hikari",))], MADE)
    (workspace / "calendars" / "holds.ics").write_text(offers, encoding="utf-8")
    (workspace / "invite.ics").write_text(RECEIVED, encoding="utf-8")
    (workspace / "x.ics").write_text("BEGIN:VCALENDAR", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(workspace), *shlex.split(words)],
        cwd=workspace,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "HOME": str(tmp_path / "home"),
            "XDG_CACHE_HOME": str(shared_cache),
            "CB_NOW": "2026-11-23T08:05",
            "EDITOR": "true",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    told = done.stderr.splitlines()
    ends = next(number for number, line in enumerate(told) if line.startswith("code "))
    assert told[ends] in {"code 0", "code 1"}, done.stderr
    opened = Counter(Path(line).relative_to(workspace).as_posix() for line in told[ends + 1 :] if line)
    assert {name for name, times in opened.items() if times > 1} == _reopened(words)


def _reopened(words: str) -> set[str]:
    """A profile is read once to find whom a name means, and once when nobody else may write it.

    So is one before the editor and after it, to see whether another hand was in it.
    """
    if words.startswith(
        ("client set hikari/", "client rename", "client archive", "ask hikari/tanaka --reply")
    ):
        return {"clients/hikari.yaml"}
    return {"clients/almadar.yaml"} if words.startswith(("client edit", "client set")) else set()
