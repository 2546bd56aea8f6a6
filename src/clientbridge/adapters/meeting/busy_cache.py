"""Busy times of a calendar text, computed once: reading a calendar costs a tenth of a second and more.

Kept in the user's cache folder by a hash of everything they follow from. A file that cannot be read is
computed anew; a folder that cannot be written costs only time. Only spans are kept.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

from clientbridge import __version__
from clientbridge.adapters.meeting.calendar_sources import calendar_texts
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, Spans, clip

_BLOCK = 64 * MINUTES_PER_DAY
"""Ranges are widened to multiples of this, so that tomorrow's search finds what today's has kept."""


def busy_times(
    address: str,
    within: Span,
    *,
    home: ZoneInfo,
    zones: ZoneDatabase,
    folder: Path,
    cache_folder: Path | None,
) -> Spans:
    """The busy times of a calendar in the range; raises SourceFailedError."""
    texts = calendar_texts(address, folder)
    wide = (within[0] // _BLOCK * _BLOCK, -(-within[1] // _BLOCK) * _BLOCK)
    file = None if cache_folder is None else cache_folder / "busy" / f"{_key(texts, wide, home, zones)}.json"
    spans = None if file is None else _read(file)
    if spans is None:
        from clientbridge.adapters.meeting.busy_events import busy_spans

        spans = busy_spans(texts, wide, home=home, zones=zones, name=_shown(address))
        if file is not None:
            _write(file, spans)
    return clip(spans, within)


def _shown(address: str) -> str:
    scheme, separator, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if separator else address


def _key(texts: Sequence[str], wide: Span, home: ZoneInfo, zones: ZoneDatabase) -> str:
    hashed = sha256(f"1 {__version__} {zones.version} {home.key} {wide}".encode())
    for text in texts:
        hashed.update(text.encode(errors="replace"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def _read(file: Path) -> Spans | None:
    try:
        checksum, _, text = file.read_text(encoding="utf-8").partition("\n")
        # A damaged file must not make anyone look free.
        kept: object = json.loads(text) if checksum == _checksum(text) else None
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, list):
        return None
    spans: list[Span] = []
    for pair in kept:
        match pair:
            case [int(start), int(end)]:
                spans.append((start, end))
            case _:
                return None
    return tuple(spans)


def _checksum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"


def _write(file: Path, spans: Spans) -> None:
    draft = file.with_suffix(f".{id(spans):x}.tmp")
    text = json.dumps(spans)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8")
        draft.replace(file)
    except OSError:
        return
