"""What help says is complete, and its examples can be typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answer_shapes import CALLS, NO_ANSWER, call_on_sample

from clientbridge.cli.app import COMMANDS, GROUPS
from clientbridge.cli.guide import ENVIRONMENT, EXAMPLES, PURPOSES, TOPICS, TOPICS_IN_SHORT

SOURCE = Path(__file__).parents[2] / "src" / "clientbridge"
ASKING = {"cb init", "cb ask hikari/tanaka --reply reply.eml"}
"""Calls that ask at a terminal."""


def _every_command() -> Iterator[str]:
    yield from COMMANDS
    yield from (f"{group} {name}" for group, below in GROUPS.items() for name in below.commands)


def test_help_says_what_each_command_is_for() -> None:
    named = [name for _, rows in PURPOSES for name, _ in rows]
    assert len(named) == len(set(named))
    found = {name if name in named else name.partition(" ")[0] for name in _every_command()}
    assert found == set(named)


@pytest.mark.parametrize("command", tuple(_every_command()))
def test_each_command_has_examples_and_an_answer_in_the_docs(command: str) -> None:
    words = {command, command.removesuffix(" list"), command.removesuffix(" make")}
    assert EXAMPLES[command]
    assert all(any(call.startswith(f"cb {word}") for word in words) for call, _ in EXAMPLES[command])
    assert (command in CALLS) != (command in NO_ANSWER)


@pytest.mark.parametrize("call", [call for rows in EXAMPLES.values() for call, _ in rows])
def test_an_example_can_be_typed(call: str, shared_cache: Path) -> None:
    called = call_on_sample(call, shared_cache)
    if call in ASKING:
        assert called.code == 2
    else:
        assert called.code == 0, called.err
        assert called.out


def test_each_topic_is_listed() -> None:
    assert [name for name, _ in TOPICS_IN_SHORT] == list(TOPICS)


def test_each_variable_that_is_read_is_named() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    named = {name for names, _ in ENVIRONMENT for name in names.split(", ")}
    assert [name for name in named if f'"{name}"' not in text] == []
    assert {
        name for name in ("CB_HOME", "CB_NOW", "NO_COLOR", "EDITOR", "VISUAL") if name not in named
    } == set()
