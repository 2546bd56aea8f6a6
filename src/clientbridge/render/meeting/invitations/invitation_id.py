"""The UID and SEQUENCE of an invitation, by which a calendar recognises the meeting and its versions."""

import re
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

_ID = re.compile(r"^UID:(?:[0-9]+\.)?([0-9a-f]{24}@clientbridge)\r?$", re.MULTILINE)
_SEQUENCE = re.compile(r"^SEQUENCE:([0-9]{1,9})\r?$", re.MULTILINE)
_VERSION = re.compile(r"^(?:SEQUENCE|DTSTAMP):[^\r\n]*\r?\n", re.MULTILINE)


def invitation_id(parties: Iterable[str], first_start: datetime, *, before: str | None) -> tuple[str, int]:
    """The id of the meeting and the number of its version so far; `before` is the file to be replaced.

    A file that is written again is the same meeting and keeps the id. A new file has an id that follows from
    who meets and when.
    """
    uid = _ID.search(before or "")
    sequence = sequence_of(before or "")
    if uid is None or sequence is None:
        made = sha256(f"{' '.join(parties)} {first_start.isoformat()}".encode()).hexdigest()[:24]
        return f"{made}@clientbridge", 0
    return uid[1], sequence


def sequence_of(text: str) -> int | None:
    """The number of the version of an invitation; None where it names none that can be one."""
    found = _SEQUENCE.search(text)
    return None if found is None else int(found[1])


def says_the_same(text: str, before: str) -> bool:
    """Whether two versions of an invitation differ in nothing but their number and when they were written."""
    return _VERSION.sub("", text) == _VERSION.sub("", before)
