"""Short names for journal entries: six letters and digits that can be read aloud and typed.

They come from what the entry says, so the same entry written on two machines has one id and merges into one;
a clash with another entry lengthens the new one.
"""

from collections.abc import Container
from datetime import datetime
from hashlib import sha256

from clientbridge.core.relationship.journal.kinds import EntryId

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which are taken for each other."""
_SHORTEST = 6


def entry_id(client: str, at: datetime, *said: str, taken: Container[EntryId]) -> EntryId:
    """The id of an entry of that client and moment that says this; none of `taken`."""
    number = int.from_bytes(sha256("\0".join((client, at.isoformat(), *said)).encode()).digest())
    letters = []
    while number:
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    text = "".join(letters)
    length = _SHORTEST
    while EntryId(text[:length]) in taken and length < len(text):
        length += 1
    return EntryId(text[:length])
