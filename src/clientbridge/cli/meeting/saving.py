"""``cb meet … --save``: what was found, in your own calendar."""

from typing import TYPE_CHECKING

from clientbridge.core.spelling import listed
from clientbridge.core.time.formatting import short_day
from clientbridge.load.meeting.event_store import event_store, save, source_to_save_to

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.meeting.slots import Slot

_MOST_PLACES = 3


def check_store(context: "Context") -> None:
    """Raises UsageError where no calendar of yours is there to be written to, before anything is done."""
    source_to_save_to(context.session)


def keep(context: "Context", text: str, slots: "tuple[Slot, ...]") -> None:
    """Write the appointments of an invitation, and say where they stand now."""
    places = save(event_store(context.session), text)
    mine = slots[0].parties[0].start
    what = f"{short_day(mine.date())} {mine:%H:%M}"
    stands = f"and {len(slots) - 1} more stand" if len(slots) > 1 else "stands"
    context.note(f"{what} {stands} in your calendar: {listed(places, most=_MOST_PLACES)}")
