"""The UID and SEQUENCE of an invitation, by which a calendar recognises the meeting."""

import re
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

_ID = re.compile(r"^UID:(?:[0-9]+\.)?([0-9a-f]{24}@clientbridge)\r?$", re.MULTILINE)
_SEQUENCE = re.compile(r"^SEQUENCE:([0-9]{1,9})\r?$", re.MULTILINE)


def invitation_id(parties: Iterable[str], first_start: datetime, *, before: str | None) -> tuple[str, int]:
    """The id of the meeting and the number of its version; `before` is the text of the file to be replaced.

    A file that is written again is the same meeting: it keeps the id, and gets the next number when its times
    are others. A new file has an id that follows from who meets and when.
    """
    made = sha256(f"{' '.join(parties)} {first_start.isoformat()}".encode()).hexdigest()[:24]
    uid = _ID.search(before or "")
    sequence = _SEQUENCE.search(before or "")
    if before is None or uid is None or sequence is None:
        return f"{made}@clientbridge", 0
    same = f"{first_start:%Y%m%dT%H%M%SZ}" in before or uid[1].startswith(made)
    return uid[1], int(sequence[1]) + (0 if same else 1)
