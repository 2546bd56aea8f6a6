"""Where a command can be divided over lines so that bash, zsh and fish still run it as it was."""

import re
from collections.abc import Callable
from itertools import groupby

_SEGMENT = r"""\$'(?:\\.|[^'\\])*'|'[^']*'|"[^"]*"|\\.|[^\s'"]|['"]"""
_WORD = rf"(?:{_SEGMENT})+"
_BYTES = r"(?:\\x[0-9a-f]{2})+|\\.|."
"""Signs between ``$'`` and ``'``: what is written by its bytes is one sign."""
GOES_ON = "\\"
"""At the end of a line whose command goes on in the next one."""

_Sign = tuple[str, str, str]
"""One sign of a word between the quotes that open and close it there; none where it stands without."""


def shell_words(command: str) -> list[str]:
    """The words of a command as they are typed, each with its quotes."""
    return re.findall(_WORD, command)


def options_with_values(words: list[str]) -> list[str]:
    """The words, each option together with the word after it, which is read best beside it."""
    together: list[str] = []
    for word in words:
        if together and together[-1].startswith("--") and " " not in together[-1] and word[:1] != "-":
            together[-1] = f"{together[-1]} {word}"
        else:
            together.append(word)
    return together


def divided(word: str, room: int, columns: Callable[[str], int]) -> tuple[str, str]:
    """The longest first part of a word that fits, after a blank if it has one, and the rest.

    Quotes are closed after the one and opened before the other: with `GOES_ON` and a line break between them,
    and nothing else, a shell takes both for the word.
    """
    signs = list(_signs(word))
    most = 1
    while most < len(signs) - 1 and columns(_typed(signs[: most + 1])) <= room:
        most += 1
    blanks = [at for at, (_, sign, _) in enumerate(signs[:most], start=1) if sign == " "]
    at = blanks[-1] if blanks else most
    return _typed(signs[:at]), _typed(signs[at:])


def _signs(word: str) -> list[_Sign]:
    signs: list[_Sign] = []
    for segment in re.findall(_SEGMENT, word):
        opens = "$'" if segment.startswith("$'") else segment[0] if segment[0] in "'\"" else ""
        if not opens or len(segment) == 1:
            signs.append(("", segment, ""))
            continue
        inside = segment[len(opens) : -1]
        each = re.findall(_BYTES, inside) if opens == "$'" else inside
        signs.extend((opens, sign, segment[-1]) for sign in each)
    return signs


def _typed(signs: list[_Sign]) -> str:
    return "".join(
        f"{opens}{''.join(sign for _, sign, _ in some)}{closes}"
        for (opens, closes), some in groupby(signs, key=lambda sign: (sign[0], sign[2]))
    )
