"""The commands that a screen offers, as a shell takes them from it when they are pasted."""

import re

_BETWEEN_WORDS = re.compile(r" \\\n +")
_WITHIN_A_WORD = re.compile(r"(?<! )\\\n")
_OFFERED = re.compile(r"""(?:^ *|Next: |: )(cb (?:"[^"\n]*"|'[^'\n]*'|[^\s"']| (?! ))+)""", re.MULTILINE)


def offered(screen: str) -> list[str]:
    """Every command in reading order, its lines put together as a shell does; two blanks end it."""
    return [found.rstrip() for found in _OFFERED.findall(put_together(screen))]


def put_together(pasted: str) -> str:
    """What stands on lines that end in a backslash, on one line."""
    return _WITHIN_A_WORD.sub("", _BETWEEN_WORDS.sub(" ", pasted))
