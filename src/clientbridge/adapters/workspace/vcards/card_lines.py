"""The lines of a card file: folds and soft breaks joined, names and parameters told apart, in linear time.

Works on text in which each character is one byte of the file (ISO 8859-1), because a card says how a value is
encoded in the middle of a line, and lines are folded in the middle of a letter. Standards: RFC 6350 3.2, RFC
2426 (vCard 3.0), the vCard 2.1 specification, RFC 6868. A line that is no property is given as one without a
name, so that its reader can tell.

Expressions are possessive ("++"): none of them looks at a character twice, whatever the file holds.
"""

import re
from collections.abc import Iterator, Mapping

from clientbridge.core.frozen_dataclass import dataclass

_MOST_OF_A_LINE = 20_000
"""Characters of a line that are looked at; photos are longer, what a profile holds never is."""
_MOST_OF_TAIL = 20
_MOST_PIECES = 2_000
_FOLDED = re.compile(r"[^\r\n]++(?:(?:\r\n|\r|\n)++[ \t][^\r\n]*+)*+")
_PHYSICAL = re.compile(r"[^\r\n]++")
_FOLD = re.compile(r"(?<![\r\n])(?:\r\n|\r|\n)++[ \t]")
_NAME = re.compile(r"[ \t]*+(?:[\w-]++\.)*+([\w-]++)[ \t]*+(?=[;:])", re.ASCII)
_ITEM = r'(?:"[^"]*+"[^,;:]*+|[^,;:]*+)'
_PARAMETER = re.compile(rf";[ \t]*+([^=:;]*+)(?:=({_ITEM}(?:,{_ITEM})*+))?+")
_ITEMS = re.compile(rf"(?:^|,)({_ITEM})")
_SOFT_BREAK = re.compile(r"=[ \t]*\Z")
_ENCODED_OCTET = re.compile(r"=[0-9A-Fa-f]{2}")
_ENCODED_OCTET_AT_END = re.compile(r"=[0-9A-Fa-f]{0,2}\Z")
_MARK = re.compile(r"[ \t]*+(?:BEGIN|END)[ \t]*+:[ \t]*+VCARD[ \t]*+(?=[\r\n]|\Z)", re.IGNORECASE)
_INDENT = re.compile(
    r"(?:\A|[\r\n])[ \t]*+BEGIN[ \t]*+:[ \t]*+VCARD[ \t]*+[\r\n]++(?P<indent>[ \t]++)[\w-]++[;:]",
    re.IGNORECASE | re.ASCII,
)
"""Before the first property of the first card, which no fold can stand in."""
_CARETS = {"n": " ", "^": "^", "'": '"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One property as it is written; names and keys in capital letters."""

    name: str
    """Without its group; empty for a line that is no property."""
    group: str = ""
    parameters: Mapping[str, tuple[str, ...]]
    """Values by key; words without a key, as vCard 2.1 has them, stand under an empty one."""
    value: str
    """Still encoded; one character is one byte."""


_NO_PROPERTY = CardLine(name="", parameters={}, value="?")
_BLANK = CardLine(name="", parameters={}, value="")


def card_lines(text: str) -> Iterator[CardLine]:
    """Each line that is not empty."""
    text = _without_indent(text)
    position = 0
    while (match := _FOLDED.search(text, position)) is not None:
        start, position = match.span()
        mark = _MARK.match(text, start)
        if mark is not None:  # never goes on, so that no card is lost behind a damaged line
            position = mark.end()
        line = _FOLD.sub("", text[start : min(position, start + _MOST_OF_A_LINE)])
        if ":" not in line:  # of a photo without folds, for example
            yield _BLANK if line.isspace() else _NO_PROPERTY
            continue
        if "=" in line and "QUOTED-PRINTABLE" in line.partition(":")[0].upper():
            line, position = _quoted_printable(text, start)
        yield _parsed(line)


def _without_indent(text: str) -> str:
    """Cards that were written with an indent, as templates of programs do: it is no fold."""
    first = _INDENT.search(text)
    return text if first is None else re.sub(rf"(?<=[\r\n]){first['indent']}", "", text)


def _quoted_printable(text: str, start: int) -> tuple[str, int]:
    """A line whose value may go on after a soft line break, "=" at its end; and where it ends."""
    pieces: list[str] = []
    length, end = 0, start
    while len(pieces) < _MOST_PIECES and (following := _PHYSICAL.search(text, end)) is not None:
        line = following[0] if length < _MOST_OF_A_LINE else following[0][-_MOST_OF_TAIL:]
        if pieces and not _goes_on(pieces[-1], line, text[end : following.start()]):
            break
        soft = bool(pieces) and _SOFT_BREAK.search(pieces[-1][-_MOST_OF_TAIL:]) is not None
        if soft:
            pieces[-1] = pieces[-1].rstrip(" \t")[:-1]
        pieces.append(_continued(pieces[-1], line, soft=soft) if pieces else line)
        length, end = length + len(line), following.end()
    return "".join(pieces), end


def _goes_on(before: str, line: str, between: str) -> bool:
    """Whether the line belongs to the value before it.

    Some telephones end a value with a soft break and an empty line, so that a property may follow; some
    programs break it without one, but no property begins with an encoded letter.
    """
    if _MARK.match(line) is not None:
        return False
    if _SOFT_BREAK.search(before[-_MOST_OF_TAIL:]) is None:
        return line[0] in " \t" or _ENCODED_OCTET.match(line) is not None
    has_gap = len(between.replace("\r\n", "\n")) > 1
    return not has_gap or _NAME.match(line) is None


def _continued(before: str, line: str, *, soft: bool) -> str:
    """A continuation without the blank that folds it.

    After a soft break a blank may belong to the text. It does not where it would part two encoded letters.
    """
    folds = not soft or line[1:2] == "=" or _ENCODED_OCTET_AT_END.search(before) is not None
    return line[1:] if line[0] in " \t" and folds else line


def _parsed(line: str) -> CardLine:
    named = _NAME.match(line)
    if named is None:
        return CardLine(name="", parameters={}, value=line)
    group, _, name = named[0].strip().upper().rpartition(".")
    parameters: dict[str, tuple[str, ...]] = {}
    position = named.end()
    while (match := _PARAMETER.match(line, position)) is not None:
        # "TYPE=" is often left out before the word.
        key, items = (match[1].strip().upper(), match[2]) if match[2] is not None else ("", match[1])
        parameters[key] = (*parameters.get(key, ()), *map(_plain, _ITEMS.findall(items)))
        position = match.end()
    if not line.startswith(":", position):
        return CardLine(name="", parameters={}, value=line)
    return CardLine(name=name, group=group, parameters=parameters, value=line[position + 1 :])


def _plain(item: str) -> str:
    """A parameter value without quotes, carets (RFC 6868) and stray backslashes."""
    return re.sub(r"\^(.)", _of_caret, item.strip().strip('"')).rstrip("\\")


def _of_caret(match: re.Match[str]) -> str:
    return _CARETS.get(match[1], match[0])
