"""Every command that a screen offers can be pasted from it, at every width, into every shell."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pasted_commands import offered
from real_shell import RealShell, is_there
from screens_page import SCREENS

from clientbridge.core.command_line import command
from clientbridge.render.command_text import typed
from clientbridge.render.formats import Look
from clientbridge.render.page import Facts, Line, Next, page, phrase
from clientbridge.render.page import offered as piece
from clientbridge.render.writers.to_terminal import to_terminal
from conftest import Run

WIDTHS = (40, 60, 80)
WIDE = 900
"""No command is broken there."""
ON_NARROW_SCREENS = (["cb", "client", "list"], ["cb", "--demo", "client", "list"])
"""What only a small screen offers, where a table has no room for names."""
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(not is_there(name), reason=f"{name} is not installed"))
    for name in ("bash", "zsh", "fish")
]
ON_HARD = (
    "today",
    "today --all",
    "meet",
    "meet llanfair madrid --next 2d --duration 8h",
    "brief llanfair",
    "holidays",
    "client list",
    "client show llanfair",
    "promise list",
)
LLANFAIR = "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
SAID = "Merry Christmas and a happy New Year, to you and to your family!"


@pytest.fixture
def hard(tmp_path: Path) -> Path:
    """A client whose id is wider than a small screen, and who is to be told more than fits a line."""
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    people = ", ".join(f"{{id: p{number}, name: Person {number}}}" for number in range(4))
    for name, text in (
        (LLANFAIR, f"name: Railway\ncountry: GB\nrhythm: {{update: 1w}}\npeople: [{people}]\n"),
        ("madrid", "name: Gulf\ncountry: AE\nregion: AE-SH\nrhythm: {checkin: 2w}\n"),
    ):
        (tmp_path / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def check(run: Run, words: list[str], folder: Path | None = None) -> int:
    def read(width: int) -> list[list[str]]:
        answer = run(*words, width=width, terminal=True, folder=folder, NO_COLOR="1")
        assert answer.code in {0, 1}, answer.err
        return [shlex.split(line) for line in offered(answer.out)]

    of_page = [*read(WIDE), *ON_NARROW_SCREENS]
    for width in WIDTHS:
        assert [line for line in read(width) if line not in of_page] == [], width
    return len(read(WIDE))


def test_every_command_of_the_sample_can_be_pasted_from_a_screen_of_any_width(run: Run) -> None:
    found = {line: check(run, ["--demo", *shlex.split(line)]) for line in SCREENS if line[:4] != "help"}
    assert found["today --all"] == 14
    assert found["meet hikari bayside --next 1w"] == 4
    assert sum(found.values()) > 30


@pytest.mark.parametrize("line", ON_HARD)
def test_a_name_wider_than_the_screen_can_be_pasted_too(run: Run, line: str, hard: Path) -> None:
    assert check(run, line.replace("llanfair", LLANFAIR).split(), hard)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RealShell]:
    opened = RealShell(request.param, tmp_path)
    yield opened
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the shells are those of POSIX")
def test_a_broken_command_runs_as_it_is_pasted(shell: RealShell) -> None:
    words = [
        "log",
        "solaris",
        SAID,
        "--with",
        'ana\'s "boss"',
        "=ls",
        "%self",
        "a\\b\\",
        f"--link=https://{LLANFAIR}.example.org",
    ]
    line = typed(command(*words))
    broken = (Next(line), Line(phrase(piece(line)), indent=4), Facts((("say", phrase(piece(line))),)))
    for block in broken:
        for width in WIDTHS:
            screen = to_terminal(page(block), Look(width=width))
            assert shell.words_when_pasted(screen[screen.index("cb ") :].rstrip("\n")) == words, screen
