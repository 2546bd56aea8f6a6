"""Busy times of a calendar, computed once: reading one of ten thousand entries costs a second.

Used while everything they follow from is the same. Only spans are stored and what could not be read, never a
title, a place or a name.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge import __version__
from clientbridge.adapters.file_stamp import stamp_of_content
from clientbridge.adapters.json_cache import JsonCache, digest
from clientbridge.adapters.json_codec import Codec, cached_value
from clientbridge.adapters.meeting.calendar_copies import LONGEST_USE
from clientbridge.adapters.meeting.calendar_sources import CalendarText, CalendarTexts, NamedCalendar
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import Problem
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarCopy, CalendarOwner
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, clip

if TYPE_CHECKING:
    from clientbridge.adapters.meeting.reading_budget import ReadingBudget

_BLOCK = 64 * MINUTES_PER_DAY
"""Ranges are widened to multiples of this, so that tomorrow's search can use what today's has stored."""
_LAYOUT = 5
"""Another when the same text is read otherwise."""


def busy_times(
    calendar: NamedCalendar,
    found: CalendarTexts,
    within: Span,
    *,
    owner: CalendarOwner,
    zones: ZoneDatabase,
    cache: JsonCache,
    reading: "ReadingBudget | None" = None,
) -> BusyTimes:
    """What a calendar, of which these texts were found, says of a range.

    Raises SourceFailedError for texts that are no calendar, or too much for what is left of `reading`.
    """

    def compute() -> BusyTimes:
        cache.drop_older(calendar.kept_in, than=LONGEST_USE)
        return _read(found.texts, wide, owner, zones, reading)

    wide = (within[0] // _BLOCK * _BLOCK, -(-within[1] // _BLOCK) * _BLOCK)
    asked = f"{calendar} {wide} {owner.home.key} {sorted(owner.emails)} {owner.busy} {owner.tentative}"
    asked += f" {sorted(owner.not_counted)}" * bool(owner.not_counted)
    read = cached_value(
        cache,
        f"{calendar.kept_in}/busy-{digest(asked)}",
        _stamp(asked, found.texts, zones),
        BusyTimes,
        codec=Codec(BusyTimes, Problem),
        compute=compute,
    )
    return replace(
        read,
        busy=clip(read.busy, within),
        likely=clip(read.likely, within),
        unread=(*found.unread, *read.unread),
        copy=None
        if found.fetched is None
        else CalendarCopy(fetched=found.fetched, failure=found.failure or "the calendar does not answer"),
    )


def _stamp(asked: str, texts: Sequence[CalendarText], zones: ZoneDatabase) -> str:
    """Of everything that busy times follow from."""
    read = (stamp_of_content(f"{text.name}\0{text.text}".encode(errors="replace")) for text in texts)
    return " ".join([str(_LAYOUT), __version__, zones.version, stamp_of_content(asked.encode()), *read])


def _read(
    texts: Sequence[CalendarText],
    wide: Span,
    owner: CalendarOwner,
    zones: ZoneDatabase,
    reading: "ReadingBudget | None",
) -> BusyTimes:
    from clientbridge.adapters.meeting.calendars.busy_calendar import busy_calendar

    return busy_calendar(texts, wide, owner, zones, reading)
