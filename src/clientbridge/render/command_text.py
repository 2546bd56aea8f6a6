"""Write a call of the program as the user would type it."""

from clientbridge.core.command_line import CommandLine, quoted


def typed(command: CommandLine) -> str:
    """Return the command line starting with ``cb``; what a shell would take apart is quoted."""
    return " ".join(("cb", *map(quoted, command.words)))
