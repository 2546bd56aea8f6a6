"""Characters that look right and are not: encodings, control characters, colons, spaces, tabs."""

import re
from itertools import islice

from clientbridge.adapters.yaml_files.nodes import Node, Style, texts
from clientbridge.core.errors import Problem

_MOST_TOLD = 50
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_CONTROL = re.compile(r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile(r"[\t：\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
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
    problems: list[Problem] = []
    covered: list[tuple[int, int]] = []
    for written in texts(root):
        start, end = written.spot.start, written.spot.end
        if written.style is not Style.PLAIN:
            covered.append((start, end))
    for match in _ODD.finditer(text):
        at = match.start()
        if not any(start <= at < end for start, end in covered) and not _in_comment(text, at):
            line_start = text.rfind("\n", 0, at) + 1
            line = _line_at(text, at)
            if (suggestion := _suggestion(line, at - line_start)) is not None:
                where = Problem(
                    file=file,
                    line=text.count("\n", 0, at) + 1,
                    column=at - line_start + 1,
                    say=f"{named(match[0])} stands here",
                    suggestion=suggestion,
                )
                problems.append(where)
    return problems


def odd_character_in(line: str) -> tuple[int, str, str] | None:
    """The first character of the wrong kind in a line: its index, its name and what to write instead."""
    for match in _ODD.finditer(line):
        if (suggestion := _suggestion(line, match.start())) is not None:
            return match.start(), named(match[0]), suggestion
    return None


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


def _in_comment(text: str, at: int) -> bool:
    line_start = text.rfind("\n", 0, at) + 1
    before = text[line_start:at]
    return re.search(r"(?:^|\s)#", before) is not None


def _line_at(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : len(text) if end < 0 else end]


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, counted from 1, of a character."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1
