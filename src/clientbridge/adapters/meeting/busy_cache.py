"""Busy times of a calendar text, computed once: reading a calendar costs a tenth of a second and more.

Stored by a hash of everything they follow from. Only spans are stored, never a title, a place or a name.
"""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from clientbridge import __version__
from clientbridge.adapters.json_cache import Json, JsonCache
from clientbridge.adapters.meeting.calendar_sources import calendar_texts, shown_address
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, Spans, clip

_BLOCK = 64 * MINUTES_PER_DAY
"""Ranges are widened to multiples of this, so that tomorrow's search can use what today's has stored."""
_STAMP = f"1 {__version__}"


def busy_times(
    address: str,
    within: Span,
    *,
    home: ZoneInfo,
    zones: ZoneDatabase,
    folder: Path,
    cache: JsonCache,
    now: datetime,
) -> Spans:
    """The busy times of a calendar in the range; raises SourceFailedError."""
    read = calendar_texts(address, folder, copies=cache, now=now)
    texts = tuple(one.text for one in read.texts)
    wide = (within[0] // _BLOCK * _BLOCK, -(-within[1] // _BLOCK) * _BLOCK)
    name = f"busy/{_key(texts, wide, home, zones)}"
    spans = _spans(cache.read(name, _STAMP))
    if spans is None:
        from clientbridge.adapters.meeting.busy_events import busy_spans

        spans = busy_spans(texts, wide, home=home, zones=zones, name=shown_address(address))
        cache.write(name, _STAMP, spans)
    return clip(spans, within)


def _key(texts: Sequence[str], wide: Span, home: ZoneInfo, zones: ZoneDatabase) -> str:
    hashed = sha256(f"{zones.version} {home.key} {wide}".encode())
    for text in texts:
        hashed.update(text.encode(errors="replace"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def _spans(entry: Json) -> Spans | None:
    if not isinstance(entry, list):
        return None
    spans: list[Span] = []
    for pair in entry:
        match pair:
            case [int(start), int(end)]:
                spans.append((start, end))
            case _:
                return None
    return tuple(spans)
