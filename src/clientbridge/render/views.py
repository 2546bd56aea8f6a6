"""How much of an answer a page shows; the answer itself, and its JSON, have all of it."""

from typing import TYPE_CHECKING, TypeAlias

from clientbridge.core.values import dataclass

if TYPE_CHECKING:
    from clientbridge.core.days.holiday_report import MonthLine


@dataclass(frozen=True, slots=True, kw_only=True)
class CultureView:
    """How much of a brief, or of a comparison of working cultures."""

    full: bool = False
    in_person: bool = False
    phrases: bool = False
    """Nothing but what to say."""
    why: bool = False
    """With who says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """How much of an agenda fits a screen; None for all."""

    clocks: int | None = 12
    """Those of clients that need you come first."""
    items: int | None = 15
    """As many for now, and as many for soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysView:
    """How the days of a range are shown."""

    every_day: bool = False
    """One date was asked for: its greetings of every tone are shown."""
    months: "tuple[MonthLine, ...]" = ()
    """As a calendar with these lines, where there are any."""


View: TypeAlias = CultureView | AgendaView | DaysView
