"""No word on any command line ends in a traceback or runs for long: every command, argument and option."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from types import FrameType

import pytest
from command_options import HARD_WORDS, CommandOptions, every_command
from hypothesis import given
from hypothesis import strategies as st
from sample_copies import copy_of_sample

from clientbridge.cli import main
from clientbridge.cli.surroundings import Surroundings
from clientbridge.core.errors import ExitCode
from conftest import IS_LONG

EVERY_COMMAND = tuple(every_command())
LONGEST_SECONDS = 15
USUAL = {
    "client": "hikari",
    "party": "hikari",
    "text": "sent it by fri",
    "promise": "q4",
    "offer": "k3x9ab",
    "number": "2",
    "when": "fri",
    "person": "hikari/tanaka",
    "place": "JP",
    "beside": "BR",
    "which": "me",
    "file": "people.vcf",
    "folder": "new",
    "name": "New KK",
    "act": "list",
    "new_id": "corona",
    "key": "hours",
    "value": "9-17",
    "about": "meet",
}
"""A right word for each argument."""

commands = st.sampled_from(EVERY_COMMAND)
values = st.sampled_from(HARD_WORDS) | st.text(max_size=12)


def _kept_inside(word: str) -> str:
    """The word, made one that as a path leads nowhere outside the folder: some commands write there."""
    return word.replace("..", "").lstrip("/~\\")


@contextmanager
def _in_time() -> Iterator[None]:
    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {LONGEST_SECONDS} s")

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Place:
    """A workspace that commands may write to, made anew when it was spoilt."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def call(self, words: Sequence[str]) -> tuple[int, str]:
        """The exit code and all that was written; an unexpected exception goes through."""
        copy_of_sample(self.folder / "home", with_journals=True)
        card = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Lee\nN:Lee;Bo\nEND:VCARD\n"
        (self.folder / "people.vcf").write_text(card, encoding="utf-8")
        written = StringIO()
        around = Surroundings(
            environment={
                "HOME": str(self.folder / "user"),
                "XDG_CACHE_HOME": str(self.folder / "cache"),
                "CB_HOME": str(self.folder / "home"),
                "EDITOR": "true",
            },
            folder=self.folder,
            input=StringIO("what was said"),
            output=written,
            talk=written,
            clock=datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
        )
        with _in_time():
            return main(words, around), written.getvalue()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("place"))


def _check(place: Place, words: Sequence[str]) -> None:
    code, said = place.call(words)
    assert code in set(ExitCode) - {ExitCode.INTERRUPTED}
    assert code <= ExitCode.NONE or said.strip()
    assert "Traceback" not in said


def _line(command: CommandOptions, given: dict[str, str], flags: Sequence[str] = ()) -> list[str]:
    """The command line with these values, and a right word for what else it needs."""
    given = {name: _kept_inside(word) for name, word in given.items()}
    options = [f"{name}={value}" for name, value in given.items() if name.startswith("--")]
    last = max((at for at, name in enumerate(command.arguments) if name in given), default=-1)
    arguments = [
        given.get(name, USUAL[name])
        for at, name in enumerate(command.arguments)
        if at <= last or name in command.needed or name == "party"
    ]
    return [*command.words, *options, *flags, "--", *arguments]


def test_every_argument_has_a_right_word() -> None:
    assert {name for command in EVERY_COMMAND for name in command.arguments} <= set(USUAL)
    assert sum(len(command.options) for command in EVERY_COMMAND) > 100


@given(data=st.data(), command=commands)
def test_one_hard_word(data: st.DataObject, command: CommandOptions, place: Place) -> None:
    name = data.draw(st.sampled_from([*command.arguments, *command.options]))
    _check(place, _line(command, {name: data.draw(values)}))


@given(data=st.data(), command=commands)
def test_several_hard_words(data: st.DataObject, command: CommandOptions, place: Place) -> None:
    names = st.sampled_from([*command.arguments, *command.options])
    given_words = data.draw(st.dictionaries(names, values, min_size=2, max_size=5))
    flags = st.sampled_from([*command.flags, "--json", "--plain"])
    given_flags = data.draw(st.lists(flags, unique=True, max_size=3))
    _check(place, _line(command, given_words, given_flags))


@pytest.mark.skipif(not IS_LONG, reason="HYPOTHESIS_PROFILE=long tries every one")
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda command: " ".join(command.words))
def test_every_hard_word_everywhere(command: CommandOptions, place: Place) -> None:
    for name in (*command.arguments, *command.options):
        for word in HARD_WORDS:
            _check(place, _line(command, {name: word}))
