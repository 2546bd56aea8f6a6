"""Your own defaults (`cb config`) in a search: they fill what the call leaves out, and say so."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.cli.meeting.options import MeetQuery
from clientbridge.load.meeting.meeting_loader import MeetingLoader

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def with_defaults(context: "Context", query: MeetQuery, loader: MeetingLoader) -> MeetQuery:
    """The query with your defaults where no option says otherwise; each that counts is noted.

    Raises WrongFilesError where your settings are wrong.
    """
    used = {name: value for name, value in _left_out(context, query, loader) if value is not None}
    if not used:
        return query
    said = ", ".join(f"{name} {value}" for name, value in used.items())
    context.note(f"{said}: your defaults; see: cb config")
    options = replace(
        query.options,
        duration=used.get("duration", query.options.duration),
        notice=used.get("notice", query.options.notice),
        stretch=used.get("stretch", query.options.stretch),
    )
    return replace(query, options=options, lang=used.get("language", query.lang))


def _left_out(
    context: "Context", query: MeetQuery, loader: MeetingLoader
) -> Iterator[tuple[str, str | None]]:
    """The defaults for what neither the call nor the workspace says."""
    defaults = context.session.defaults
    if query.options.duration is None:
        yield "duration", defaults.duration
    if query.options.notice is None:
        yield "notice", defaults.notice
    if query.options.stretch is None and not loader.me.schedule.stretch:
        yield "stretch", defaults.stretch
    if query.text and query.lang is None:
        yield "language", defaults.language
