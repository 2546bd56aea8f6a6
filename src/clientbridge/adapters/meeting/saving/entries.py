"""The entries of a calendar's text, taken apart and put together line by line; all else stays as it is.

An entry is kept without who is invited: many servers, and programs that fetch from a folder, send invitations
of their own to whoever stands in a new entry, and here nothing is sent.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINES = re.compile(r"[^\n]*\n|[^\n]+\Z")
_NOT_KEPT = frozenset({"METHOD", "ORGANIZER", "ATTENDEE"})
_CALENDAR, _EVENT, _ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"


class CalendarEntry(NamedTuple):
    """One appointment: all events of one UID, as a calendar of its own."""

    uid: str
    text: str


class _Part(NamedTuple):
    """A component right inside a calendar, or lines between such ones (with an empty kind)."""

    kind: str
    lines: tuple[str, ...]
    """Whole lines, each with those that continue it."""

    @property
    def uid(self) -> str | None:
        """Of an event, "" where it has none; None for all else."""
        return (self._value("UID") or "") if self.kind == _EVENT else None

    @property
    def zone(self) -> str | None:
        """The name of the zone that it describes, if it is one."""
        return self._value("TZID") if self.kind == _ZONE else None

    def _value(self, name: str) -> str | None:
        """The value of its own first property of that name, its end trimmed."""
        depth = 0
        for line in self.lines:
            word, _, rest = _unfolded(line).partition(":")
            depth += {"BEGIN": 1, "END": -1}.get(word.upper(), 0)
            if depth == 1 and word.partition(";")[0].upper() == name:
                return rest
        return None


def entries_of(text: str) -> tuple[CalendarEntry, ...]:
    """The appointments of a text that `cb` wrote, each with the time zones that the text describes."""
    parts = [_kept(part) for part in _parts(text)]
    uids = dict.fromkeys(part.uid for part in parts if part.uid is not None)
    return tuple(CalendarEntry(uid, _text(one for one in parts if one.uid in {None, uid})) for uid in uids)


def with_entry(before: str, entry: CalendarEntry) -> str:
    """A calendar with an appointment in place of what has its UID; raises ValueError for what is none."""
    kept = [part for part in _parts(before) if part.uid != entry.uid]
    text = _text(kept)
    end = _last_end(text)
    zones = {None, *(part.zone for part in kept)}
    new = _text(part for part in _parts(entry.text) if part.uid or part.zone not in zones)
    added = _with_newlines(new, "\r\n" if text.endswith("\r\n", 0, end) else "\n")
    return f"{text[:end]}{added}{text[end:]}"


def without_entry(before: str, uid: str) -> str:
    """A calendar without the appointment of that UID."""
    return _text(part for part in _parts(before) if part.uid != uid)


def holds(text: str, uid: str) -> bool:
    """Whether a calendar has an appointment of that UID."""
    return any(part.uid == uid for part in _parts(text))


def _text(parts: Iterable[_Part]) -> str:
    return "".join(line for part in parts for line in part.lines)


def _last_end(text: str) -> int:
    """Where the line begins that ends the last calendar; raises ValueError where there is none."""
    at, end = 0, -1
    for line in _whole_lines(text):
        if _unfolded(line).strip().upper() == "END:VCALENDAR":
            end = at
        at += len(line)
    if end < 0:
        raise ValueError("it does not end as a calendar does")
    return end


def _kept(part: _Part) -> _Part:
    own = (line for line in part.lines if _name(line) not in _NOT_KEPT)
    return _Part(part.kind, tuple(own))


def _parts(text: str) -> Iterator[_Part]:
    """The text cut at its components; all lines together are the text again."""
    kind, lines = "", list[str]()
    for line in _whole_lines(text):
        begins, ends = _marked(line, "BEGIN"), _marked(line, "END")
        if not kind and begins not in {"", _CALENDAR}:
            yield _Part("", tuple(lines))
            kind, lines = begins, []
        lines.append(line)
        if kind and ends == kind:
            yield _Part(kind, tuple(lines))
            kind, lines = "", []
    yield _Part("", tuple(lines))


def _marked(line: str, word: str) -> str:
    """The component that a line begins or ends, in capitals; "" for any other line."""
    said, _, kind = _unfolded(line).strip().upper().partition(":")
    return kind.strip() if said == word else ""


def _whole_lines(text: str) -> Iterator[str]:
    """Each line with the lines that continue it."""
    whole = ""
    for line in _LINES.findall(text):
        if whole and line[:1] not in {" ", "\t"}:
            yield whole
            whole = ""
        whole += line
    if whole:
        yield whole


def _unfolded(line: str) -> str:
    return re.sub(r"\r?\n[ \t]", "", line).rstrip("\r\n")


def _name(line: str) -> str:
    return re.split("[:;]", _unfolded(line), maxsplit=1)[0].strip().upper()


def _with_newlines(text: str, newline: str) -> str:
    return re.sub(r"\r?\n", newline, text)
