"""A kept series on disk and back, and what is told of a file that is none."""

import json
from dataclasses import replace

import pytest
from kept_series import IN_TURNS, WEEKLY

from clientbridge.adapters.meeting.kept.series_record import read, written
from clientbridge.adapters.meeting.kept_record import WrongRecordError
from clientbridge.core.meeting.series.kept_series import KeptSeries


@pytest.mark.parametrize("series", [WEEKLY, IN_TURNS, replace(WEEKLY, optional=("bay",))])
def test_what_is_written_reads_back(series: KeptSeries) -> None:
    assert read(written(series)) == series


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": 2}, "the series was written by a newer version of cb: update this one"),
        ({"version": 0}, "the series cannot be read: wrong 'version'"),
        ({"id": "../x"}, "the series cannot be read: wrong 'id'"),
        ({"uid": "x@y"}, "the series cannot be read: wrong 'uid'"),
        ({"parties": []}, "the series cannot be read: wrong 'parties'"),
        ({"parties": "bay"}, "the series cannot be read: wrong 'parties'"),
        ({"duration_minutes": 0}, "the series cannot be read: wrong 'duration_minutes'"),
        ({"duration_minutes": True}, "the series cannot be read: wrong 'duration_minutes'"),
        ({"times": 10**9}, "the series cannot be read: wrong 'times'"),
        ({"every": "2h"}, "the series cannot be read: wrong 'every'"),
        ({"start": "2027-02-23"}, "the series cannot be read: wrong 'start'"),
        ({"starts": [5]}, "the series cannot be read: wrong 'starts'"),
        ({"options": [["--step"]]}, "the series cannot be read: wrong 'options'"),
    ],
)
def test_what_is_no_series_is_told(changed: dict[str, object], said: str) -> None:
    with pytest.raises(WrongRecordError) as refused:
        read(json.dumps({**json.loads(written(WEEKLY)), **changed}).encode())
    assert str(refused.value) == said


@pytest.mark.parametrize("content", [b"", b"x", b"[]", b"1", b"[" * 10_000, b'{"id": "', b"\xff\xfe"])
def test_what_is_damaged_is_told(content: bytes) -> None:
    with pytest.raises(WrongRecordError, match="damaged"):
        read(content)


@pytest.mark.parametrize("name", sorted(json.loads(written(WEEKLY))))
def test_a_file_that_lacks_a_value_is_told(name: str) -> None:
    record = json.loads(written(WEEKLY))
    del record[name]
    with pytest.raises(WrongRecordError, match=f"wrong '{name}'"):
        read(json.dumps(record).encode())
