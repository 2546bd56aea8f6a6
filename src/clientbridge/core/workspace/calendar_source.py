"""A calendar as a profile names it: where its entries are, and what they count as."""

from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass


class Weight(StrEnum):
    """What an entry of a calendar counts as in a search."""

    BUSY = "busy"
    """It leaves no room."""
    LIKELY = "likely"
    """It is allowed at a price and marked; a strict search leaves it no room."""
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True, order=True)
class CalendarSource:
    """One calendar of a party."""

    place: str
    """A file or folder relative to the workspace, or an https address."""
    is_caldav: bool = False
    """Whether the address is a collection that is asked for its entries (RFC 4791), and not one text."""
    busy: Weight = Weight.BUSY
    """What an entry counts as that says nothing else of itself."""
    tentative: Weight = Weight.BUSY
    """The same of one that calls itself not firm, or waits for an answer."""
    saves: bool = False
    """Whether it is where your own appointments are written when you say so."""
