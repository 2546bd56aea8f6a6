"""Write a call of the program as the user would type it."""

import re
from shlex import quote

from clientbridge.core.command_line import CommandLine

_SPECIAL = re.compile(r"[^\w@%+=:,./-]")
_NOT_IN_DOUBLE_QUOTES = re.compile(r"[\"$`\\!]")


def typed(command: CommandLine) -> str:
    """Return the command line starting with ``cb``; what a shell would take apart is quoted."""
    return " ".join(("cb", *map(_quoted, command.words)))


def _quoted(word: str) -> str:
    """In double quotes, which every shell knows, unless the word itself has a sign they do not hold."""
    if word and not _SPECIAL.search(word):
        return word
    return f'"{word}"' if not _NOT_IN_DOUBLE_QUOTES.search(word) else quote(word)
