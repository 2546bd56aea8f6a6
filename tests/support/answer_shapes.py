"""What each command answers with ``--json``, on a copy of the sample and shortened: for docs/commands.md."""

import json
import shlex
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from clientbridge.adapters.workspace.sample.sample_folder import lay_out_sample
from clientbridge.cli import main
from clientbridge.cli.surroundings import Surroundings

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)

CALLS: Mapping[str, Sequence[str]] = {
    "init": ('cb init new --name "Lea Peeters" --country BE',),
    "today": ("cb today",),
    "clock": ("cb clock hikari @lima",),
    "meet": (
        "cb meet hikari --next 1w",
        "cb meet",
        'cb meet hikari --at "2026-12-03 15:00"',
        "cb meet hikari --text --lang ja",
        "cb meet --cancel meeting.ics",
        "cb meet --forget r5gg9u",
    ),
    "offer make": ("cb offer make hikari --count 2",),
    "offer list": ("cb offer list",),
    "offer accept": ("cb offer accept pnsj3c 2",),
    "offer withdraw": ("cb offer withdraw pnsj3c",),
    "offer expire": ("cb offer expire",),
    "answer": ("cb answer invite.ics",),
    "brief": ("cb brief hikari", "cb brief hikari --handover"),
    "holidays": ("cb holidays hikari",),
    "log": ('cb log hikari "Budget ok" --kind call --i-promise "send the plan by fri"',),
    "culture": ("cb culture JP",),
    "review": ("cb review hikari", "cb review hikari --share"),
    "config": ("cb config set duration 45m",),
    "help": ("cb help",),
    "client list": ("cb client list",),
    "client show": ("cb client show hikari",),
    "client add": ('cb client add "Acme KK" --country JP',),
    "client set": ('cb client set hikari hours "mon-thu 09:00-18:00"',),
    "client person": (
        "cb client person hikari",
        'cb client person hikari add "Aiko Mori" --call Mori-san --role CFO',
    ),
    "client rename": ('cb client rename hikari hkr --name "Hikari KK"',),
    "client archive": ("cb client archive hikari",),
    "client unarchive": ("cb client unarchive hikari",),
    "client remove": ("cb client remove hikari --yes",),
    "client edit": ("cb client edit hikari",),
    "client map": ("cb client map hikari",),
    "ask": ("cb ask hikari/tanaka --page ask.html", "cb ask hikari/tanaka --reply reply.txt --yes"),
    "client import": ("cb client import hikari contacts.vcf",),
    "data check": ("cb data check",),
    "data undo": ("cb data undo",),
    "promise list": ("cb promise",),
    "promise add": ('cb promise add hikari "send the plan by fri"',),
    "promise done": ("cb promise done ubmytt",),
    "promise move": ("cb promise move ubmytt mon --told",),
    "promise drop": ('cb promise drop ubmytt --why "no longer needed"',),
}
"""For each command the calls whose answers are shown."""

NO_ANSWER: Mapping[str, str] = {"data schema": "The schema is the answer, with or without `--json`."}
"""Commands without a document of their own, and what to say instead."""

_BEFORE: Mapping[str, str] = {
    "cb meet --cancel": "cb meet hikari/sato --client-stretch 1h --ics meeting.ics",
    "cb meet --forget": "cb meet hikari --every 1w --keep",
    "cb client unarchive": "cb client archive hikari",
    "cb data undo": "cb promise done ubmytt",
    "cb offer accept": "cb offer hikari",
    "cb offer withdraw": "cb offer hikari",
    "cb offer list": "cb offer hikari",
    "cb offer expire": "cb offer hikari",
}
_REPLY = "cb-ask: hikari/tanaka\nhours: 09%3A00-17%3A30\nfeedback: 3\ncb-ask: end\n"
_CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\nTITLE:CTO\nEND:VCARD\n"
_INVITE = (
    "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@mail.example.com\nSUMMARY:Server move\n"
    "ORGANIZER;CN=Kenichi Sato:mailto:k.sato@example.com\nATTENDEE;CN=Lea:mailto:lea.peeters@example.com\n"
    "DTSTART:20261203T070000Z\nDTEND:20261203T080000Z\nEND:VEVENT\nEND:VCALENDAR\n"
)
_LONGEST = 100

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True)
class Called:
    """What came of a call."""

    code: int
    out: str
    err: str
    folder: str


def shape(call: str, cache: Path) -> str:
    """The JSON answer of a call without what all have first, each list cut to its first entry."""
    called = call_on_sample(f"{call} --json", cache)
    answer = json.loads(called.out)
    own = {key: value for key, value in answer.items() if key not in {"schema", "now", "versions"}}
    return json.dumps(_shortened(own, called.folder), ensure_ascii=False, indent=1)


def call_on_sample(call: str, cache: Path, *, width: int = 80) -> Called:
    """Call the program in a folder with a copy of the sample of that day, after what the call needs."""
    with TemporaryDirectory() as folder:
        sample = cache / "sample for docs"
        if not sample.exists():
            lay_out_sample(sample, NOW.date())
        shutil.copytree(sample, Path(folder) / "files")
        (Path(folder) / "contacts.vcf").write_text(_CARD, encoding="utf-8")
        (Path(folder) / "reply.txt").write_text(_REPLY, encoding="utf-8")
        (Path(folder) / "reply.eml").write_text(_as_mail("text/plain", _REPLY), encoding="utf-8")
        (Path(folder) / "invite.ics").write_text(_INVITE, encoding="utf-8")
        (Path(folder) / "invite.eml").write_text(_as_mail("text/calendar", _INVITE), encoding="utf-8")
        for before, needed in _BEFORE.items():
            if call.startswith(before):
                _called(needed, Path(folder), cache, width)
        return _called(call, Path(folder), cache, width)


def _as_mail(kind: str, content: str) -> str:
    return f"Subject: Our call\nMIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{content}"


def _called(call: str, folder: Path, cache: Path, width: int) -> Called:
    out, err = StringIO(), StringIO()
    around = Surroundings(
        environment={
            "HOME": str(folder / "home"),
            "XDG_CACHE_HOME": str(cache),
            "CB_HOME": str(folder / ("mine" if call.startswith("cb init") else "files")),
            "EDITOR": "true",
            "COLUMNS": str(width),
        },
        folder=folder,
        input=StringIO(),
        output=out,
        talk=err,
        clock=NOW,
    )
    code = main(shlex.split(call)[1:], around)
    return Called(code, out.getvalue(), err.getvalue(), str(folder))


def _shortened(value: Json, folder: str) -> Json:
    if isinstance(value, Mapping):
        return {key: _shortened(item, folder) for key, item in value.items()}
    if isinstance(value, str):
        text = value.replace(folder, "…")
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    if isinstance(value, Sequence):
        return [_shortened(item, folder) for item in value[:1]]
    return value
