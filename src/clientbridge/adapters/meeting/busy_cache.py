"""Busy times of a calendar, computed once: reading one of ten thousand entries costs a second.

Stored by a hash of everything they follow from. Only spans are stored and what could not be read, never a
title, a place or a name.
"""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge import __version__
from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.json_codec import Codec, cached_value
from clientbridge.adapters.meeting.calendar_sources import CalendarText, calendar_texts
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import Problem
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarCopy, CalendarOwner
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, clip

if TYPE_CHECKING:
    from datetime import datetime


_BLOCK = 64 * MINUTES_PER_DAY
"""Ranges are widened to multiples of this, so that tomorrow's search can use what today's has stored."""
_LAYOUT = 2
"""Another when the same text is read otherwise."""


def busy_times(
    address: str,
    within: Span,
    *,
    owner: CalendarOwner,
    zones: ZoneDatabase,
    folder: Path,
    cache: JsonCache,
    now: "datetime",
) -> BusyTimes:
    """What a calendar says of a range; raises SourceFailedError where it cannot be read at all."""
    found = calendar_texts(address, folder, copies=cache, now=now)
    wide = (within[0] // _BLOCK * _BLOCK, -(-within[1] // _BLOCK) * _BLOCK)
    name = f"busy/{_key(found.texts, wide, owner, zones)}"
    codec, stamp = Codec(BusyTimes, Problem), f"{_LAYOUT} {__version__}"
    read = cached_value(
        cache, name, stamp, BusyTimes, codec=codec, compute=lambda: _read(found.texts, wide, owner, zones)
    )
    return replace(
        read,
        busy=clip(read.busy, within),
        unread=(*found.unread, *read.unread),
        copy=None
        if found.fetched is None
        else CalendarCopy(fetched=found.fetched, failure=found.failure or "the calendar does not answer"),
    )


def _read(texts: Sequence[CalendarText], wide: Span, owner: CalendarOwner, zones: ZoneDatabase) -> BusyTimes:
    from clientbridge.adapters.meeting.calendars.busy_calendar import busy_calendar

    return busy_calendar(texts, wide, owner, zones)


def _key(texts: Sequence[CalendarText], wide: Span, owner: CalendarOwner, zones: ZoneDatabase) -> str:
    whose = f"{owner.home.key} {sorted(owner.emails)} {owner.tentative_is_busy}"
    hashed = sha256(f"{zones.version} {whose} {wide}".encode())
    for text in texts:
        hashed.update(f"{text.name}\0{text.text}\0".encode(errors="replace"))
    return hashed.hexdigest()
