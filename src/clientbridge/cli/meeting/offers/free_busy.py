"""``--free-busy FILE``: when you are busy, for others to look into before they ask."""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.core.meeting.offers.published_times import PUBLISHED_DAYS
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import minute_of

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.time.intervals import Span


def publish(context: "Context", file: Path, within: "Span | None" = None) -> None:
    """Write it of a range, or of the next four weeks."""
    from clientbridge.load.meeting.offers.free_busy import busy_within
    from clientbridge.render.meeting.invitations.free_busy_ics import free_busy_ics

    if within is None:
        now = minute_of(context.now)
        within = (now, now + PUBLISHED_DAYS * MINUTES_PER_DAY)
    email = context.session.workspace.me.email
    context.save(file, free_busy_ics(busy_within(context.session, within), email, context.now))
    if email is None:
        context.note(f"{file} does not say whose times these are; cb client set me email name@example.com")
