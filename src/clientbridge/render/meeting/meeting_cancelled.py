"""The page of ``cb meet --cancel FILE``: what is to be done with the file."""

from collections.abc import Iterator

from clientbridge.core.command_line import CommandLine
from clientbridge.core.meeting.result import MeetingCancelled
from clientbridge.render.command_text import typed
from clientbridge.render.page import BlankLine, Block, Line, Next, Page, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: MeetingCancelled) -> Page:
    """Whom to send it to, or what else it is good for."""
    return page_of(
        Line(phrase("Called off: ", strong(result.file), quiet(f"  version {result.sequence}"))),
        *(Line(phrase(line)) for line in _what_to_do(result)),
        *_next(result),
    )


def _next(result: MeetingCancelled) -> Iterator[Block]:
    """What of yours the file does not reach."""
    if not result.series and not result.may_be_saved:
        return
    yield BlankLine()
    for series in result.series:
        yield Next(typed(CommandLine(("meet", "--forget", series))), "it is remembered as a series still")
    if result.may_be_saved:
        words = ("meet", "--cancel", result.file, "--save")
        yield Next(typed(CommandLine(words)), "take it out of your own calendar")


def _what_to_do(result: MeetingCancelled) -> tuple[str, ...]:
    if not result.invited:
        return (
            "It invited nobody, so tell them yourself; opened in your calendar it takes the meeting out.",
        )
    return (
        f"Send it to {', '.join(result.invited)}: their calendars take the meeting out, as yours does.",
        "cb sends nothing itself.",
    )
