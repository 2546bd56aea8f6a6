"""The command list, and the functions behind it."""

from collections.abc import Iterator
from inspect import getdoc

import pytest

from clientbridge.cli.app import COMMANDS, GROUPS, Command, imported


def _every_command() -> Iterator[tuple[str, Command]]:
    yield from COMMANDS.items()
    for group_name, group in GROUPS.items():
        yield from ((f"{group_name} {name}", command) for name, command in group.commands.items())


@pytest.mark.parametrize(("name", "command"), tuple(_every_command()))
def test_help_shows_what_the_function_says_of_itself(name: str, command: Command) -> None:
    assert getdoc(imported(command)) == command.help, name


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_names_its_commands(group: str) -> None:
    named = GROUPS[group].help.partition(": ")[2].rstrip(".").split(", ")
    assert sorted(named) == sorted(GROUPS[group].commands)
