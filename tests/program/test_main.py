from io import StringIO
from pathlib import Path

import pytest

from clientbridge.cli import main
from clientbridge.cli.options import split_global_options
from clientbridge.cli.surroundings import Surroundings
from clientbridge.core.errors import UsageError
from conftest import MONDAY_MORNING, Run


def test_version_names_the_program_and_its_data(run: Run) -> None:
    answer = run("--version")
    assert answer.code == 0
    assert "tzdata 20" in answer.out
    assert "holidays 0." in answer.out


def test_an_unknown_command_is_a_usage_error_on_stderr(run: Run) -> None:
    answer = run("breif")
    assert (answer.code, answer.out) == (2, "")
    assert "breif" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "--home", "here", "meet", "acme"],
        ["meet", "--json", "--home=here", "acme"],
        ["meet", "acme", "--home", "here", "--json"],
    ],
)
def test_global_options_are_accepted_anywhere(words: list[str]) -> None:
    options, left = split_global_options(words)
    assert options.home == "here"
    assert options.has("--json")
    assert left == ("meet", "acme")


def test_after_two_dashes_nothing_is_an_option() -> None:
    options, left = split_global_options(["log", "acme", "--", "--json"])
    assert not options.flags
    assert left == ("log", "acme", "--", "--json")


def test_an_option_without_its_value_is_told() -> None:
    with pytest.raises(UsageError, match="--now needs a word after it"):
        split_global_options(["meet", "--now"])


class GoneReader(StringIO):
    """The far side of a pipe that `head` has closed."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(text)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    talk = StringIO()
    around = Surroundings(
        environment={},
        folder=tmp_path,
        input=StringIO(),
        output=GoneReader(),
        talk=talk,
        clock=MONDAY_MORNING,
    )
    assert main(["--version"], around) == 0
    assert talk.getvalue() == ""
