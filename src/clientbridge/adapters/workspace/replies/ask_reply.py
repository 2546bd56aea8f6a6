"""The lines of a reply between ``cb-ask: acme/ana`` and ``cb-ask: end``: who answers, and what.

Values are percent-encoded, so that none holds a blank: a line without a key goes on with the value before it,
whoever broke it. Quoting marks before lines are passed over.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from clientbridge.core.errors import FileFailedError
from clientbridge.core.frozen_dataclass import dataclass

_QUOTED = re.compile(r"^(?:[ \t\u200b\ufeff]*[>|])*[ \t\u200b\ufeff]*")
_MARK = re.compile(r"cb-ask:\s*(\S+)\s*")
_LINE = re.compile(r"([a-z_]{1,40}):[ \t]*(.*)")
_END = "end"
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class AskReply:
    """What came back."""

    party: str
    answers: tuple[tuple[str, str], ...]
    """Keys and values as they were sent; nothing is checked yet."""


def ask_reply(texts: Sequence[str], *, file: str) -> AskReply:
    """The first whole block of a mail; raises FileFailedError where there is none."""
    found = [block for text in texts for block in _blocks(text)]
    whole = next((block for block in found if block.lines is not None), None)
    if whole is not None:
        return AskReply(whole.party, _answers(whole.lines or ()))
    if found:
        hint = "its last line is 'cb-ask: end'; copy all of it"
        raise FileFailedError(f"the answers in {file} are cut off", hint=hint)
    hint = "they stand between 'cb-ask: CLIENT/PERSON' and 'cb-ask: end'"
    raise FileFailedError(f"{file} holds no answers of a page of cb ask", hint=hint)


@dataclass(frozen=True, slots=True)
class _AnswerBlock:
    party: str
    lines: Sequence[str] | None
    """None where its end is missing, or too far to be its own."""


def _blocks(text: str) -> Iterator[_AnswerBlock]:
    lines = [_QUOTED.sub("", line).rstrip() for line in text.splitlines()]
    marks = [(at, found[1]) for at, line in enumerate(lines) if (found := _MARK.fullmatch(line))]
    for (start, name), (end, ending) in pairwise((*marks, (len(lines), ""))):
        if name != _END:
            is_whole = ending == _END and end - start <= _MOST_LINES
            yield _AnswerBlock(name, lines[start + 1 : end] if is_whole else None)


def _answers(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for line in lines:
        named = _LINE.fullmatch(line)
        if named is not None:
            found.append((named[1], named[2]))
        elif found:
            key, value = found[-1]
            found[-1] = key, value + line
    return tuple((key, _value(written)) for key, written in found)


def _value(written: str) -> str:
    """As it was typed, on one line."""
    text = unicodedata.normalize("NFC", unquote("".join(written.split())))
    return " ".join(text.split())
