"""A call of the program as it is typed."""

from clientbridge.core.command_line import CommandLine


def typed(command: CommandLine) -> str:
    """The command with the program's name in front, words of several words in quotes."""
    return " ".join(("cb", *(f'"{word}"' if " " in word else word for word in command.words)))
