"""Kinds of events, owners of promises, and the type of entry ids."""

from enum import StrEnum
from typing import NewType

EntryId = NewType("EntryId", str)


class EventKind(StrEnum):
    """The kind of an event."""

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
"""The kinds of event in which you and the client were in touch."""


class Owner(StrEnum):
    """The side that made a promise."""

    ME = "me"
    THEM = "them"
