"""Syntax errors in words a consultant understands.

The parser's own sentences ("found character that cannot start any token") are matched, never shown; those of
the C parser and of the pure one differ a little, so each rule fits both.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from clientbridge.adapters.yaml_files.suspicious_characters import odd_character_in
from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    import yaml

_WORDS_OF_A_KEY = r"[^\s#:'\"\[\]{},](?:[^#\s:]|:(?!\s|$)|\s++(?!:(?:\s|$)))*+"
"""Up to the colon that ends the key. What was taken is never given back: a line of a megabyte of spaces would
take hours."""
KEY = re.compile(rf"\s*(?:- +)*(?P<key>\"[^\"]*\"|'[^']*'|{_WORDS_OF_A_KEY})\s*+:(?=\s|$)\s*")
DASHES = re.compile(r"\s*(?:- +)+")
_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?P<value>\S.*)")


class Reach(IntEnum):
    """How much of the file a mistake makes unreadable."""

    VALUE = 0
    LINE = 1
    BLOCK = 2
    """Everything up to the next line that starts at the left edge."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One syntax error: where (from 1), what, what to write instead."""

    line: int
    column: int
    say: str
    suggestion: str | None
    reach: Reach

    def as_problem(self, file: str) -> Problem:
        """The same, for the user."""
        return Problem(
            file=file, line=self.line, column=self.column, say=self.say, suggestion=self.suggestion
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the parser reported; indexes count from 0."""

    lines: list[str]
    context: str
    problem: str
    started: tuple[int, int]
    """Line and column where what could not be finished began."""
    met: tuple[int, int]
    """Line and column where it could not go on."""

    def line(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""


def mistake_in(text: str, error: "yaml.MarkedYAMLError") -> Mistake:
    """The syntax error in the user's words."""
    met = error.problem_mark or error.context_mark
    started = error.context_mark or error.problem_mark
    lines = text.split("\n")
    seen = _Seen(
        lines=lines,
        context=str(error.context or ""),
        problem=str(error.problem or ""),
        started=(0, 0) if started is None else _within(lines, started.line, started.column),
        met=(0, 0) if met is None else _within(lines, met.line, met.column),
    )
    for pattern, explain in _RULES:
        if pattern.search(f"{seen.context} | {seen.problem}"):
            return explain(seen)
    return _unreadable(seen)


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The place itself, or the end of the last line that has words when it lies behind them."""
    if line < len(lines) and (line < len(lines) - 1 or lines[line].strip()):
        return line, column
    last = max((index for index, words in enumerate(lines) if words.strip()), default=0)
    return last, len(lines[last].rstrip())


def in_quotes(line: str) -> str:
    """``put this text in quotes: handle: "@tanaka"``, with the line's own words."""
    match = KEY.match(line) or DASHES.match(line)
    if match is None:
        return "put this text in quotes"
    value = re.split(r"(?<!\s)\s+#\s", line[match.end() :])[0].strip()
    key = f"{match['key']}: " if match.re is KEY else "- "
    return f"put this text in quotes: {key}{quoted(value)}" if value else "put this text in quotes"


def quoted(value: str) -> str:
    """The text in the quotes that need the least care inside."""
    bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
    if '"' in bare or "\\" in bare:
        return "'" + bare.replace("'", "''") + "'"
    return f'"{bare}"'


def line_without_key(line: str, number: int) -> Mistake:
    """A line that is no ``key: value``."""
    if (odd := odd_character_in(line)) is not None:
        at, name, suggestion = odd
        return Mistake(number, at + 1, f"{name} stands here", suggestion, Reach.LINE)
    if (match := _NO_SPACE_AFTER_COLON.match(line)) is not None:
        say = "there is no space after the colon"
        suggestion = f"write '{match['key']}: {match['value'].strip()}'"
        return Mistake(number, match.start("value") + 1, say, suggestion, Reach.LINE)
    say = f"'{line.strip()[:40]}' is not of the form 'key: value'"
    suggestion = "write a key before it, or join it to the line above"
    return Mistake(number, _indent(line) + 1, say, suggestion, Reach.LINE)


def _cannot_start(seen: _Seen) -> Mistake:
    line, column = seen.met if "alias" not in seen.context and "anchor" not in seen.context else seen.started
    text = seen.line(line)
    character = text[column : column + 1]
    if not character.strip() and (odd := _odd(seen, line)) is not None:
        return odd
    if column == 0:
        return Mistake(line + 1, 1, f"a line cannot start with '{character}'", in_quotes(text), Reach.LINE)
    say = f"a text cannot start with '{character}'"
    return Mistake(line + 1, column + 1, say, in_quotes(text), Reach.VALUE)


def _text_cannot_start(seen: _Seen) -> Mistake:
    """`started` or `met` is where the text starts: block scalar headers, dashes, tags."""
    line, column = seen.met if "not allowed" in seen.problem or "entries" in seen.problem else seen.started
    text = seen.line(line)
    say = f"a text cannot start with '{text[column : column + 1]}'"
    return Mistake(line + 1, column + 1, say, in_quotes(text), Reach.VALUE)


def _colon_inside(seen: _Seen) -> Mistake:
    line, column = seen.met
    text = seen.line(line)
    match = KEY.match(text)
    if match is not None and column >= match.end():
        return Mistake(line + 1, column + 1, "a ': ' inside a text", in_quotes(text), Reach.VALUE)
    return _odd(seen, line) or _indented(seen, line, _indent(text))


def _odd(seen: _Seen, line: int) -> Mistake | None:
    """The first character of the wrong kind in a line, where that explains the error."""
    odd = odd_character_in(seen.line(line))
    if odd is None:
        return None
    return Mistake(line + 1, odd[0] + 1, f"{odd[1]} stands here", odd[2], Reach.BLOCK)


def _no_colon(seen: _Seen) -> Mistake:
    line = seen.started[0]
    return line_without_key(seen.line(line), line + 1)


def _indented(seen: _Seen, line: int, column: int) -> Mistake:
    above = _above(seen, line)
    if above is not None and _is_loose(seen.line(above)):
        return _after_loose_lines(seen, line, above)
    hint = "give it as many spaces as the lines it belongs with"
    if above is not None:
        spaces = _indent(seen.line(above))
        hint = f"line {above + 1} above it starts after {spaces} space{'' if spaces == 1 else 's'}; {hint}"
    return Mistake(line + 1, column + 1, "this line is indented differently", hint, Reach.BLOCK)


def _after_loose_lines(seen: _Seen, line: int, above: int) -> Mistake:
    """The lines above have no key: a text over several lines meets a colon, or a key is broken."""
    start: int | None = above
    while start is not None and _is_loose(seen.line(start)):
        above, start = start, _above(seen, start)
    if start is not None and _indent(seen.line(start)) < _indent(seen.line(line)):
        at = seen.line(line).index(":")
        hint = f"put the whole text that starts on line {start + 1} in quotes"
        return Mistake(line + 1, at + 1, "a ': ' inside a text", hint, Reach.BLOCK)
    return line_without_key(seen.line(above), above + 1)


def _above(seen: _Seen, line: int) -> int | None:
    """The nearest line above that has words."""
    return next((at for at in range(line - 1, -1, -1) if seen.line(at).strip()), None)


def _is_loose(line: str) -> bool:
    """Neither a key nor an item nor a comment nor the end of a bracket."""
    starts_well = KEY.match(line) or DASHES.match(line) or line.lstrip().startswith(("#", "]", "}"))
    return not starts_well


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _not_a_key_here(seen: _Seen) -> Mistake:
    line, column = seen.met
    text = seen.line(line)
    before = text[:column].rstrip()
    if before.strip() and not DASHES.fullmatch(text[:column]):
        what = "quote" if before[-1] in "'\"" else "bracket" if before[-1] in "]}" else "text"
        say = f"more text after the closing {what}"
        return Mistake(line + 1, column + 1, say, in_quotes(text), Reach.VALUE)
    if text.lstrip().startswith("- "):
        say = "a list item where a 'key: value' is expected"
        hint = "put the list under its key, each item after '- '"
        return Mistake(line + 1, column + 1, say, hint, Reach.LINE)
    if "collection" in seen.context and column == seen.started[1]:
        say, hint = "this line stands in a list, without '- '", "put the list under a key of its own"
        return Mistake(line + 1, column + 1, say, hint, Reach.BLOCK)
    if KEY.match(text) is None:
        return line_without_key(text, line + 1)
    return _indented(seen, line, column)


def _never_closed(seen: _Seen) -> Mistake:
    line, column = seen.started
    mark = seen.line(line)[column : column + 1]
    if mark in "[{" and _closes(seen.line(line)[column:]):
        say = "this list cannot be read" if mark == "[" else "what stands in these braces cannot be read"
        hint = "separate with commas, and put texts with ':' or quotes in them in quotes"
        return Mistake(line + 1, column + 1, say, hint, Reach.VALUE)
    kind = {"[": "bracket", "{": "bracket"}.get(mark, "quote")
    closing = {"[": "]", "{": "}"}.get(mark, mark)
    say = f"this {kind} is opened and never closed"
    return Mistake(line + 1, column + 1, say, f"close it with {closing}", Reach.BLOCK)


def _closes(text: str) -> bool:
    return text.count("]") >= text.count("[") and text.count("}") >= text.count("{")


def _backslash(seen: _Seen) -> Mistake:
    line, column = seen.met
    at = max(seen.line(line).rfind("\\", 0, column + 1), 0)
    return Mistake(
        line + 1, at + 1, "a backslash between double quotes", in_quotes(seen.line(line)), Reach.VALUE
    )


def _second_document(seen: _Seen) -> Mistake:
    line, column = seen.met
    say = "a second document starts here"
    return Mistake(line + 1, column + 1, say, "put it in a file of its own", Reach.BLOCK)


def _unreadable(seen: _Seen) -> Mistake:
    line, column = seen.met
    text = seen.line(line)
    if (odd := _odd(seen, line)) is not None:
        return odd
    if (match := KEY.match(text)) is not None and text[match.end() : match.end() + 1] in {"[", "{"}:
        return _never_closed(replace(seen, started=(line, match.end())))
    return Mistake(line + 1, column + 1, "this cannot be read", in_quotes(text), Reach.BLOCK)


_RULES: tuple[tuple[re.Pattern[str], Callable[[_Seen], Mistake]], ...] = (
    (re.compile(r"escape|hexa?decimal"), _backslash),
    (re.compile(r"quoted scalar.*(end of stream|document)"), _never_closed),
    (re.compile(r"flow (sequence|mapping)"), _never_closed),
    (re.compile(r"cannot start any token|scanning an? (alias|anchor)"), _cannot_start),
    (re.compile(r"entries are not allowed|block scalar.*(comment|indicator)|a tag"), _text_cannot_start),
    (re.compile(r"mapping values are not allowed"), _colon_inside),
    (re.compile(r"could not find expected ':'"), _no_colon),
    (re.compile(r"document start"), _second_document),
    (re.compile(r"parsing a block"), _not_a_key_here),
)
