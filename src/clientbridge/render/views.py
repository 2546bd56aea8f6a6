"""Views: how much of a result a page shows. JSON always has all of it."""

from typing import TYPE_CHECKING, TypeAlias

from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from clientbridge.core.days.report.month_lines import MonthLine
    from clientbridge.core.days.report.spells import Spell


@dataclass(frozen=True, slots=True, kw_only=True)
class CultureView:
    """How much to show of country notes or of a comparison of working cultures."""

    full: bool = False
    in_person: bool = False
    phrases: bool = False
    """Show only phrases."""
    why: bool = False
    """Show the sources of each statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """How much of an agenda to show."""

    is_whole: bool = False
    """Every clock, and every item with its command, whatever room that takes; else what fits one screen."""
    width: int = 80
    """Columns of that screen; less than 80 count as 80."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesView:
    """How much of a list of promises to show."""

    is_whole: bool = False
    """Every promise; else as many as fit one screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysView:
    """How to show the days of a range."""

    every_day: bool = False
    """Show greetings of every tone, for a single date."""
    months: "tuple[MonthLine, ...]" = ()
    """The lines of a month calendar; empty for a list of days."""
    spells: "tuple[Spell, ...] | None" = None
    """The breaks of a year; None for no page of a year."""


View: TypeAlias = CultureView | AgendaView | PromisesView | DaysView
