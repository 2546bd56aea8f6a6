"""The agenda: what to do today and soon, each item with its reason, date and command."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.command_line import CommandLine
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.core.results import AlwaysAnswered

DEFAULT_DAYS_AHEAD = 7
"""Default look-ahead of the agenda, in days after today."""


class AgendaCode(StrEnum):
    """The kind of an agenda item, in rank order for items of the same day."""

    PROMISE_LATE = "promise_late"
    PROBLEM_OPEN = "problem_open"
    PROMISE_DUE = "promise_due"
    WAITING = "waiting"
    OFFER_EXPIRED = "offer_expired"
    OFFER_WAITING = "offer_waiting"
    SERIES_MOVED = "series_moved"
    FEEDBACK_OPEN = "feedback_open"
    PROMISE_UNDATED = "promise_undated"
    GREETING = "greeting"
    BIRTHDAY = "birthday"
    HOLIDAY = "holiday"
    UPDATE_DUE = "update_due"
    CHECKIN_DUE = "checkin_due"
    FEEDBACK_DUE = "feedback_due"
    VISIT_DUE = "visit_due"
    NO_CONTACT = "no_contact"
    """Nothing was ever logged, so that no rhythm has begun."""
    SINGLE_CONTACT = "single_contact"
    LEVEL_MISSING = "level_missing"
    DATA_ENDS = "data_ends"


ANY_TIME = frozenset(
    {
        AgendaCode.NO_CONTACT,
        AgendaCode.SINGLE_CONTACT,
        AgendaCode.LEVEL_MISSING,
        AgendaCode.DATA_ENDS,
    }
)
"""Conditions that last for weeks; they rank after every item with a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing to do for one client, or one that several have in common."""

    rank: int = 0
    client: str
    others: tuple[str, ...] = ()
    """Further clients of whom the same is true."""
    code: AgendaCode
    why: str
    when: date
    """The date on your calendar on which to do it; of what is due already, the date on which it fell due."""
    command: CommandLine
    overdue_days: int = 0
    """Of promises, working days of whoever made them; of everything else, days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(AlwaysAnswered):
    """The answer of `cb today`."""

    kind: ClassVar[str] = "agenda"
    today: date
    until: date
    you: str
    here: ZoneInfo = field(metadata={"json": False})
    """The zone of where you are now."""
    clocks: tuple[Clock, ...]
    items: tuple[AgendaItem, ...]
