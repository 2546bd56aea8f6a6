"""`cb help`: the same as a command's own help, and a word where there is none."""

import pytest

from clientbridge.cli.app import GROUPS
from clientbridge.cli.guide import TOPICS
from conftest import Run


@pytest.mark.parametrize("command", ["meet", "client", "client add", "promise", "promise list", "help"])
def test_help_for_a_command_is_its_own(command: str, run: Run) -> None:
    asked, own = run("help", *command.split()), run(*command.split(), "--help")
    assert (asked.code, asked.out) == (0, own.out)
    assert asked.out.startswith(f"Usage: cb {command}")


def test_help_needs_no_files(run: Run) -> None:
    answer = run("help")
    assert (answer.code, answer.err) == (0, "")
    assert all(f"{group} " in answer.out for group in GROUPS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_a_page_in_every_width(topic: str, run: Run) -> None:
    for width in (40, 80):
        answer = run("help", topic, "--no-color", terminal=True, width=width)
        assert answer.code == 0
        assert all(len(line) <= width for line in answer.out.splitlines())


@pytest.mark.parametrize(("typed", "hint"), [("meat", "did you mean meet?"), ("qqqqqq", "see all: cb help")])
def test_what_there_is_no_help_for_is_told(typed: str, hint: str, run: Run) -> None:
    answer = run("help", typed)
    assert answer.code == 2
    assert hint in answer.err


def test_a_command_below_that_is_not_there_is_told(run: Run) -> None:
    answer = run("help", "client", "nosuch")
    assert answer.code == 2
    assert "nosuch" in answer.err
