"""A remembered series as JSON, and back; whatever else stands there is refused with what is wrong."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeVar

from clientbridge.core.limits import MOST_OCCURRENCES
from clientbridge.core.meeting.series.kept_series import KeptSeries, rules_of
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.time.hours import MINUTES_PER_DAY

VERSION = 1
SERIES_ID = re.compile(r"[a-z0-9]{6,40}")
_UID = re.compile(r"[0-9a-f]{24}@clientbridge")
_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_MOST_WORDS = 1000
_T = TypeVar("_T")


class WrongSeriesError(Exception):
    """What stands there is no series; the message says why."""


def written(series: KeptSeries) -> bytes:
    """The series as JSON, a line for each key, in ASCII."""
    record = {
        "version": VERSION,
        "id": series.id,
        "parties": series.parties,
        "optional": series.optional,
        "start": _instant(series.start),
        "duration_minutes": series.duration_minutes,
        "every": series.every,
        "times": series.times,
        "anchor": series.anchor,
        "starts": [_instant(start) for start in series.starts],
        "options": series.options,
        "uid": series.uid,
        "made": _instant(series.made),
    }
    lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in record.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read(content: bytes) -> KeptSeries:
    """The series of a file; raises WrongSeriesError."""
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        raise WrongSeriesError("the series cannot be read: its text is damaged") from None
    if not isinstance(record, dict):
        raise WrongSeriesError("the series cannot be read: its text is damaged")
    version = record.get("version")
    if isinstance(version, int) and version > VERSION:
        raise WrongSeriesError("the series was written by a newer version of cb: update this one")
    try:
        series = _series(record)
        rules_of(series)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise WrongSeriesError(f"the series cannot be read: wrong {error}") from None
    return series


def _series(record: Mapping[str, object]) -> KeptSeries:
    minutes, times = _given(record, "duration_minutes", int), _given(record, "times", int)
    parties = _texts(record, "parties")
    every = parse_time_span(_given(record, "every", str))
    _check("version", _given(record, "version", int) == VERSION)
    _check("duration_minutes", 1 <= minutes <= MINUTES_PER_DAY)
    _check("times", 1 <= times <= MOST_OCCURRENCES)
    _check("parties", bool(parties))
    _check("every", every.whole_days and bool(every.days or every.months))
    return KeptSeries(
        id=_matching(record, "id", SERIES_ID),
        parties=parties,
        optional=_texts(record, "optional"),
        start=_moment(_given(record, "start", str)),
        duration_minutes=minutes,
        every=_given(record, "every", str),
        times=times,
        anchor=_given(record, "anchor", str),
        starts=tuple(map(_moment, _given(record, "starts", list))),
        options=tuple(map(_option, _given(record, "options", list))),
        uid=_matching(record, "uid", _UID),
        made=_moment(_given(record, "made", str)),
    )


def _option(pair: object) -> tuple[str, str]:
    match pair:
        case [str(name), str(value)]:
            return name, value
        case _:
            raise ValueError("'options'")


def _given(record: Mapping[str, object], name: str, kind: type[_T]) -> _T:
    value = record.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"'{name}'")  # noqa: TRY004 - a wrong value of the file
    return value


def _texts(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    texts: list[object] = _given(record, name, list)
    _check(name, len(texts) <= _MOST_WORDS and all(isinstance(text, str) for text in texts))
    return tuple(map(str, texts))


def _matching(record: Mapping[str, object], name: str, form: re.Pattern[str]) -> str:
    text = _given(record, name, str)
    _check(name, form.fullmatch(text) is not None)
    return text


def _check(name: str, is_right: bool) -> None:  # noqa: FBT001 - what is checked reads as one
    if not is_right:
        raise ValueError(f"'{name}'")


def _moment(text: object) -> datetime:
    if not isinstance(text, str):
        raise TypeError("time")
    return datetime.strptime(text, _INSTANT).replace(tzinfo=UTC)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_INSTANT)
