"""What can be logged, who can promise, and how entries are named."""

from enum import StrEnum
from typing import NewType

EntryId = NewType("EntryId", str)


class EventKind(StrEnum):
    """What happened."""

    CALL = "call"
    MEETING = "meeting"
    EMAIL = "email"
    CHAT = "chat"
    VISIT = "visit"
    GIFT = "gift"
    SUCCESS = "success"
    PROBLEM = "problem"
    FEEDBACK = "feedback"
    INSIGHT = "insight"
    NOTE = "note"


CONTACTS = frozenset({EventKind.CALL, EventKind.MEETING, EventKind.EMAIL, EventKind.CHAT, EventKind.VISIT})
"""The kinds in which the client heard from you or you from them."""


class Owner(StrEnum):
    """Who said that something would be done."""

    ME = "me"
    THEM = "them"
