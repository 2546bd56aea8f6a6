"""What needs you today, and soon: each thing with why, when and the command that deals with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from clientbridge.core.command_line import CommandLine
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.core.values import dataclass

SOON_DAYS = 7
"""How far ahead the agenda looks when nothing else is asked."""


class AgendaCode(StrEnum):
    """What kind of thing needs you; in the order in which they rank on the same day."""

    PROMISE_LATE = "promise_late"
    PROBLEM_OPEN = "problem_open"
    PROMISE_DUE = "promise_due"
    WAITING = "waiting"
    FEEDBACK_OPEN = "feedback_open"
    GREETING = "greeting"
    BIRTHDAY = "birthday"
    HOLIDAY = "holiday"
    UPDATE_DUE = "update_due"
    CHECKIN_DUE = "checkin_due"
    FEEDBACK_DUE = "feedback_due"
    VISIT_DUE = "visit_due"
    SINGLE_CONTACT = "single_contact"
    LEVEL_MISSING = "level_missing"
    DATA_ENDS = "data_ends"


_URGENCY = {code: number for number, code in enumerate(AgendaCode)}
_STANDING = frozenset({AgendaCode.SINGLE_CONTACT, AgendaCode.LEVEL_MISSING, AgendaCode.DATA_ENDS})
"""True for weeks on end; they come after everything that has a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing that needs you."""

    rank: int = 0
    client: str
    code: AgendaCode
    why: str
    when: date
    """The day on your calendar that it is about; for what is overdue, the day on which it was due."""
    command: CommandLine
    overdue_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The answer of `cb today`."""

    kind: ClassVar[str] = "agenda"
    today: date
    until: date
    you: str
    clocks: tuple[Clock, ...]
    items: tuple[AgendaItem, ...]

    @property
    def answered(self) -> bool:
        """A quiet day is an answer."""
        return True


def ranked(items: Iterable[AgendaItem], today: date) -> tuple[AgendaItem, ...]:
    """Most pressing first: what has a day, overdue counting as today; then what is true for weeks on end."""
    ordered = sorted(
        items,
        key=lambda item: (
            item.code in _STANDING,
            max(item.when, today),
            _URGENCY[item.code],
            item.when,
            item.client,
        ),
    )
    return tuple(replace(item, rank=number) for number, item in enumerate(ordered, start=1))
