"""Characters that look right and are not: encodings, control characters, colons, spaces, tabs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from clientbridge.adapters.yaml_files.nodes import Node, Style, texts
from clientbridge.core.errors import Problem

_MOST_TOLD = 50
_MOST_IN_A_LINE = 200
"""Each is looked at with the words around it: more of them, in a line of a megabyte, would take hours."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_CONTROL = re.compile(r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile(r"[\t：\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
_COMMENT = re.compile(r"(?:^|\s)#")
_INVISIBLE = frozenset("\u200b\u2060\ufeff")
_KEY_BEFORE_COLON = re.compile(r"[ \t]*(?:- +)*[A-Za-z_][\w-]*\s*")

NAMES = {
    "\t": "a tab",
    "：": "a full-width colon (U+FF1A)",
    "\u00a0": "a non-breaking space (U+00A0)",
    "\u3000": "a full-width space (U+3000)",
    "\u200b": "an invisible space (U+200B)",
    "\u2060": "an invisible joiner (U+2060)",
    "\ufeff": "an invisible byte order mark (U+FEFF)",
}


def named(character: str) -> str:
    """``a non-breaking space (U+00A0)``."""
    return NAMES.get(character, f"an odd space (U+{ord(character):04X})")


def decoded(content: bytes, *, file: str) -> tuple[str, Problem | None]:
    """The text of a file that must be UTF-8, or what it seems to be instead."""
    if content.startswith(_UTF_16_MARKS) or b"\x00" in content[:4]:
        say = "the file is saved as UTF-16, not as UTF-8"
        hint = "save it again with the encoding UTF-8"
        return "", Problem(file=file, line=1, column=1, say=say, suggestion=hint)
    try:
        return content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = content.removeprefix(_BYTE_ORDER_MARK)[: error.start]
        line_start = before.rfind(b"\n") + 1
        meant = error.object[error.start : error.start + 1].decode("cp1252", errors="replace")
        return "", Problem(
            file=file,
            line=before.count(b"\n") + 1,
            column=len(before[line_start:].decode("utf-8")) + 1,
            say=f"the file is not UTF-8 (perhaps Latin-1, where this character is '{meant}')",
            suggestion="save it again with the encoding UTF-8",
        )


def without_control_characters(text: str, *, file: str) -> tuple[str, list[Problem]]:
    """The text with a space for each control character, so that reading can go on, and what to say of it."""
    problems = [
        Problem(
            file=file,
            line=line,
            column=column,
            say=f"an invisible control character (U+{ord(match[0]):04X})",
            suggestion="delete it",
        )
        for match in islice(_CONTROL.finditer(text), _MOST_TOLD)
        for line, column in [place_of(text, match.start())]
    ]
    return (_CONTROL.sub(" ", text) if problems else text), problems


def odd_characters(text: str, root: Node, *, file: str) -> list[Problem]:
    """Colons, spaces and tabs of the wrong kind, where they do not simply belong to a text.

    A full-width colon inside a sentence and a non-breaking space between two words are nobody's mistake.
    """
    if _ODD.search(text) is None:
        return []
    marked = sorted(
        (written.spot.start, written.spot.end) for written in texts(root) if written.style is not Style.PLAIN
    )
    return list(islice(_odd_outside(text, marked, file), _MOST_TOLD))


def _odd_outside(text: str, marked: Sequence[tuple[int, int]], file: str) -> Iterator[Problem]:
    """Those outside the marked parts of the text, which are in order."""
    line_start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for at, name, suggestion in _odd_in(line):
            before = bisect_right(marked, (line_start + at, len(text)))
            if not before or line_start + at >= marked[before - 1][1]:
                say = f"{name} stands here"
                yield Problem(file=file, line=number, column=at + 1, say=say, suggestion=suggestion)
        line_start += len(line) + 1


def odd_character_in(line: str) -> tuple[int, str, str] | None:
    """The first character of the wrong kind in a line: its index, its name and what to write instead."""
    return next(_odd_in(line, in_comments=True), None)


def _odd_in(line: str, *, in_comments: bool = False) -> Iterator[tuple[int, str, str]]:
    """Index, name and what to write instead, of the first so many characters of the wrong kind in a line."""
    comment = None if in_comments else _COMMENT.search(line)
    end = len(line) if comment is None else comment.end()
    for match in islice(_ODD.finditer(line, 0, end), _MOST_IN_A_LINE):
        if (suggestion := _suggestion(line, match.start())) is not None:
            yield match.start(), named(match[0]), suggestion


def _suggestion(line: str, at: int) -> str | None:
    """What to write instead of the odd character at this index; None where it may stand."""
    character, before, after = line[at], line[:at], line[at + 1 :]
    if character == "：":
        if _KEY_BEFORE_COLON.fullmatch(before):
            return f"write '{before.strip().removeprefix('- ')}: {after.strip()}'"
        return None
    if character in _INVISIBLE:
        return "delete it"
    if not before.strip():
        return "indent with ordinary spaces"
    return "use an ordinary space" if _parts_the_line(character, before, after.lstrip()) else None


def _parts_the_line(character: str, before: str, follows: str) -> bool:
    """Whether YAML needs an ordinary space there; a tab before the end or a comment may stay."""
    if character == "\t" and (not follows or follows.startswith("#")):
        return False
    return before.rstrip().endswith((":", "-")) or not follows or follows.startswith((": ", "#"))


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, counted from 1, of a character."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1
