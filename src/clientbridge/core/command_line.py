"""A call of the program as separate words; quoting them for a shell is up to `render.command_text`."""

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class CommandLine:
    """The words after the program's name, each without quotes: ``("log", "acme", "what was said")``."""

    words: tuple[str, ...]


def command(*words: str) -> CommandLine:
    """Return the call made of these words."""
    return CommandLine(words)
