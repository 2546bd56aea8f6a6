"""The page of ``cb meet --cancel FILE``: what is to be done with the file."""

from clientbridge.core.meeting.result import MeetingCancelled
from clientbridge.render.page import Line, Page, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: MeetingCancelled) -> Page:
    """Whom to send it to, or what else it is good for."""
    return page_of(
        Line(phrase("Called off: ", strong(result.file), quiet(f"  version {result.sequence}"))),
        *(Line(phrase(line)) for line in _what_to_do(result)),
    )


def _what_to_do(result: MeetingCancelled) -> tuple[str, ...]:
    if not result.invited:
        return (
            "It invited nobody, so tell them yourself; opened in your calendar it takes the meeting out.",
        )
    return (
        f"Send it to {', '.join(result.invited)}: their calendars take the meeting out, as yours does.",
        "cb sends nothing itself.",
    )
