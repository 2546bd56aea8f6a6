"""A remembered series as JSON, and back; whatever else stands there is refused with what is wrong."""

import json
import re

from clientbridge.adapters.meeting.kept_record import KeptRecord, check, instant, reading
from clientbridge.core.limits import MOST_OCCURRENCES
from clientbridge.core.meeting.series.kept_series import KeptSeries, rules_of
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.time.hours import MINUTES_PER_DAY

VERSION = 1
SERIES_ID = re.compile(r"[a-z0-9]{6,40}")


def written(series: KeptSeries) -> bytes:
    """The series as JSON, a line for each key, in ASCII."""
    record = {
        "version": VERSION,
        "id": series.id,
        "parties": series.parties,
        "optional": series.optional,
        "start": instant(series.start),
        "duration_minutes": series.duration_minutes,
        "every": series.every,
        "times": series.times,
        "anchor": series.anchor,
        "starts": [instant(start) for start in series.starts],
        "options": series.options,
        "uid": series.uid,
        "made": instant(series.made),
    }
    lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in record.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read(content: bytes) -> KeptSeries:
    """The series of a file; raises WrongRecordError."""
    with reading(content, what="the series", newest=VERSION) as record:
        series = _series(record)
        rules_of(series)
        return series


def _series(record: KeptRecord) -> KeptSeries:
    minutes, times = record.given("duration_minutes", int), record.given("times", int)
    parties, written = record.texts("parties"), record.given("every", str)
    every = parse_time_span(written)
    check("version", record.given("version", int) == VERSION)
    check("duration_minutes", 1 <= minutes <= MINUTES_PER_DAY)
    check("times", 1 <= times <= MOST_OCCURRENCES)
    check("parties", parties)
    check("every", every.whole_days and (every.days or every.months))
    return KeptSeries(
        id=record.matching("id", SERIES_ID),
        parties=parties,
        optional=record.texts("optional"),
        start=record.moment("start"),
        duration_minutes=minutes,
        every=written,
        times=times,
        anchor=record.given("anchor", str),
        starts=record.moments("starts"),
        options=tuple(map(_option, record.given("options", list))),
        uid=record.uid,
        made=record.moment("made"),
    )


def _option(pair: object) -> tuple[str, str]:
    match pair:
        case [str(name), str(value)]:
            return name, value
        case _:
            raise ValueError("'options'")
