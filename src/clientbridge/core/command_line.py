"""A call of the program as words; how it is typed is for those who show it."""

from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class CommandLine:
    """The words after the program's name, each without quotes: ``("log", "acme", "what was said")``."""

    words: tuple[str, ...]


def command(*words: str) -> CommandLine:
    """The call of these words."""
    return CommandLine(words)
