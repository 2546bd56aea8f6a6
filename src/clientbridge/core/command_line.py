"""A call of the program as separate words, and how a shell is given one of them."""

import re
import unicodedata

from clientbridge.core.frozen_dataclass import dataclass

_SPECIAL = r"^[=%]|[^\w@%+=:,./-]"
"""At the start zsh takes ``=`` for the path of a program, and fish a ``%`` for the number of a process."""
_NOT_IN_DOUBLE_QUOTES = r"[\"$`\\!]"
# Cc, Cf: control and format; Cs: lone surrogates; Zl, Zp: separators. A screen leaves all of them out.
_NOT_ON_A_SCREEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, order=True)
class CommandLine:
    """The words after the program's name, each without quotes: ``("log", "acme", "what was said")``."""

    words: tuple[str, ...]


def command(*words: str) -> CommandLine:
    """Return the call made of these words."""
    return CommandLine(words)


def quoted(word: str) -> str:
    """The word as it is typed: as it stands where no shell would take it apart.

    Otherwise in double quotes, which every shell knows, unless it has a sign that they do not hold. A
    backslash stands by itself, since fish reads it between single quotes too. What no screen shows is written
    by its bytes.
    """
    if word and not re.search(_SPECIAL, word):
        return word
    if any(unicodedata.category(char) in _NOT_ON_A_SCREEN for char in word):
        return f"$'{''.join(map(_by_bytes, word))}'"
    if not re.search(_NOT_IN_DOUBLE_QUOTES, word):
        return f'"{word}"'
    inside = word.replace("'", "'\"'\"'").replace("\\", "'\\\\'")
    return f"'{inside}'"


def _by_bytes(char: str) -> str:
    """By its bytes, which a shell reads alike under every locale."""
    if char in "'\\":
        return f"\\{char}"
    if unicodedata.category(char) not in _NOT_ON_A_SCREEN:
        return char
    return "".join(f"\\x{byte:02x}" for byte in char.encode(errors="surrogatepass"))
