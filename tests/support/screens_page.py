"""``docs/screens.md``: every screen as it stands on a terminal of 80 columns; the layout test tries them too.

`make docs` writes the page; a test says when it is stale.
"""

import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sample_copies import copy_of_sample

from clientbridge.cli import main
from clientbridge.cli.surroundings import Surroundings

PAGE = Path(__file__).parents[2] / "docs" / "screens.md"
NOW = datetime(2026, 11, 26, 7, 5, tzinfo=UTC)
"""Thursday, 08:05 in Brussels; Thanksgiving in the United States."""
WIDTH = 80

SCREENS = (
    "today",
    "today --all",
    "clock",
    'clock hikari @kathmandu @"São Paulo" @BE',
    'clock bayside --at "2026-11-01 01:30" --zone "New York"',
    "clock --day 2026-12-25",
    "meet",
    "meet hikari",
    "meet hikari bayside --next 1w",
    "meet hikari --stretch 07:00-22:00 --client-stretch 1h",
    'meet nordlys --at "2026-12-03 15:00"',
    "meet nordlys --every 1w --times 6",
    "meet nordlys bayside --every 1w --times 6 --rotate --stretch 07:00-22:00 --client-stretch 3h",
    "meet hikari nordlys --map --client-stretch 1h",
    "meet hikari --text",
    "holidays",
    "holidays --month",
    "holidays almadar",
    "holidays --country DE-BY --on 2026-12-24",
    "brief hikari",
    "brief solaris",
    "brief bayside",
    "brief hikari --full",
    "brief hikari --phrases",
    "brief hikari --why",
    "brief hikari --in-person",
    "brief hikari --handover",
    "culture JP",
    "culture JP BE --full",
    "client list",
    "client show hikari",
    "client map hikari",
    "client map hikari --why",
    "promise",
    "review",
    "review hikari --share",
    "data check",
    "help",
    "help meet",
    "help completion",
    "help environment",
)
"""What is only looked at: each is tried at every width by tests/program/test_layout.py."""
WRITING = (
    "offer hikari",
    "offer make nordlys bayside --count 2",
    "offer",
    "offer accept sytt6g 2",
    "offer withdraw sytt6g",
    "offer expire",
    'log hikari "Walked through the plan" --with sato --they-promise "list of servers by fri"',
    'promise add nordlys "a shorter deck by tue"',
    "data undo",
    "promise done n8fn3h",
    "promise move y5rkzp thu --told",
    "promise drop ubmytt",
    'client add "Kanda Optics" --country JP --region Tokyo',
    'client set kanda hours "mon-thu 09:00-18:00"',
    'client person kanda add "Kenichi Sato" --call Sato-san --role CTO',
    "client rename kanda lens",
    "client archive lens",
    "client unarchive lens",
    "client remove lens --yes",
)
"""What writes, in order, on one copy of the sample."""

NOT_SHOWN = {
    "config": "it names the folder of your settings: docs/file-formats.md shows the file",
    "init": "it asks: tests/program/test_first_hour.py types the answers",
    "client edit": "it opens an editor",
    "ask": "it writes a page, or reads a reply of yours",
    "client import": "it reads a file of yours",
    "answer": "it reads a mail of yours: docs/commands.md shows its answer",
    "data schema": "it prints a file for editors",
}

_INTRODUCTION = """\
# Screens

Every screen at 80 columns, with the sample clients, on Thursday 26 November 2026 at 08:05 in Brussels.
Written by `make docs`; do not edit.
"""


def screens_page() -> str:
    """The whole page."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "clients"
        copy_of_sample(copy, on=NOW.date(), with_journals=True)
        shown = [f"## {command}\n\n```text\n{screen}```\n" for command, screen in _screens(copy)]
    return "\n".join([_INTRODUCTION, *shown])


def _screens(folder: Path) -> Iterator[tuple[str, str]]:
    for command in (*SCREENS, *WRITING):
        sample = ("--demo",) if command in SCREENS else ()
        out = Terminal()
        around = Surroundings(
            environment={"HOME": str(folder.parent), "NO_COLOR": "1"},
            folder=folder,
            input=StringIO(),
            output=out,
            talk=out,
            clock=NOW,
            width=WIDTH,
        )
        main([*sample, *shlex.split(command), "--no-input"], around)
        yield shlex.join(["cb", *sample]) + f" {command}", out.getvalue()


class Terminal(StringIO):
    """A screen that is written to."""

    def isatty(self) -> bool:
        return True
