"""Write a call of the program as the user would type it."""

from clientbridge.core.command_line import CommandLine


def typed(command: CommandLine) -> str:
    """Return the command line starting with ``cb``; arguments with spaces are quoted."""
    return " ".join(("cb", *(f'"{word}"' if " " in word else word for word in command.words)))
