"""What one call may read of calendars: enough for any desk, too little to stall the program."""

from clientbridge.core.errors import SourceFailedError

MOST_EVENTS = 120_000
"""Some 40 microseconds each; a person has one or two thousand in a year."""
_EVENTS_OF_ONE_IN_RANGE = 4
"""What an event that may lie in the range costs: it is read whole."""
_STEPS_OF_AN_EVENT = 20


class ReadingBudget:
    """What is left, counted in events outside the range, for all calendars of a call together.

    A calendar that was read before costs nothing, so that the next call comes further.
    """

    def __init__(self, events: int = MOST_EVENTS) -> None:
        self._left = events

    def spend_on_event(self, file: str, *, in_range: bool) -> None:
        """Raises SourceFailedError when nothing is left."""
        self._left -= _EVENTS_OF_ONE_IN_RANGE if in_range else 1
        if self._left < 0:
            raise SourceFailedError(
                f"{file} has more events than one call reads",
                hint="leave out what is past or not yours, for example calendars of rooms",
            )

    def spend_on_steps(self, steps: int) -> None:
        """What following rules has cost; the next event finds out when nothing is left."""
        self._left -= steps // _STEPS_OF_AN_EVENT
