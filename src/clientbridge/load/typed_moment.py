"""The instant of a time that was typed for a call or a meeting, as ``--at`` takes it."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from clientbridge.core.days.location import zone_on
from clientbridge.core.time.parse import read_moment
from clientbridge.core.typed_option import read_from

if TYPE_CHECKING:
    from clientbridge.load.session import Session


def moment_typed(session: "Session", text: str, zone_name: str | None = None) -> datetime:
    """The UTC instant of ``fri 14:00``, on the clock of that zone or city, else of where you are that day.

    Raises UnknownNameError for the zone, UsageError for the time, also where a clock skips or repeats it.
    """
    read = partial(read_moment, text, week=session.week)
    if not zone_name:
        mine, today = partial(zone_on, session.workspace.me.schedule), session.today
        with read_from("--at"):
            return read(today=today, zone_on=mine)
    with read_from("--zone"):
        zone = session.workspace.zones.find(zone_name)
    with read_from("--at"):
        return read(today=session.now.astimezone(zone).date(), zone_on=lambda _day: zone)
