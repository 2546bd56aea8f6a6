"""Ids of journal entries: six letters and digits, easy to read aloud and to type.

An id is a hash of the entry's content, so the same entry written on two machines gets the same id and merges
into one. On a collision with another entry the new id is made longer.
"""

from collections.abc import Container
from datetime import datetime
from hashlib import sha256

from clientbridge.core.relationship.journal.kinds import EntryId

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0 and 1, which look alike."""
_SHORTEST = 6


def entry_id(client: str, at: datetime, *content: str, taken: Container[EntryId]) -> EntryId:
    """Return the id for an entry with this client, moment and content; never one of `taken`."""
    number = int.from_bytes(sha256("\0".join((client, at.isoformat(), *content)).encode()).digest())
    letters = []
    while number:
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    text = "".join(letters)
    length = _SHORTEST
    while EntryId(text[:length]) in taken and length < len(text):
        length += 1
    return EntryId(text[:length])
