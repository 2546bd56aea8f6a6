"""A stamp is the same only while the file is: whatever its size and its time say."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from clientbridge.adapters.file_stamp import stamp_of, stamp_of_content, stamp_of_status

LONG_AGO = 1_700_000_000_000_000_001


def settled(file: Path) -> Path:
    """The file, untouched for longer than a tick of any clock."""
    sleep(0.12)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "me.yaml"
    made.write_text("country: BE\n", encoding="utf-8")
    os.utime(made, ns=(LONG_AGO, LONG_AGO))
    return settled(made)


def test_a_file_that_stays_keeps_its_stamp(file: Path) -> None:
    assert stamp_of(file) == stamp_of(file)


def written_anew(file: Path) -> None:
    file.write_text("country: NL\n", encoding="utf-8")


def renamed_over(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("country: NL\n", encoding="utf-8")
    shutil.copystat(file, other)
    other.replace(file)


@pytest.mark.parametrize("change", [written_anew, renamed_over])
def test_another_content_of_the_same_size_and_time_is_seen(
    file: Path, change: Callable[[Path], None]
) -> None:
    before, status = stamp_of(file), file.stat()
    change(file)
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert stamp_of(settled(file)) != before


def test_a_file_that_was_changed_just_now_is_not_trusted_to_stay(file: Path) -> None:
    written_anew(file)
    assert stamp_of(file) != stamp_of(file)


@pytest.mark.parametrize(("age_ns", "stays"), [(1_000_000, False), (99_000_000, False), (101_000_000, True)])
def test_how_old_a_change_must_be(file: Path, age_ns: int, *, stays: bool) -> None:
    status = file.stat()
    at = status.st_ctime_ns + age_ns
    assert (stamp_of_status(status, at) == stamp_of_status(status, at + 10**12)) is stays


def test_where_the_file_system_counts_in_seconds_more_age_is_needed(file: Path) -> None:
    at = 100 * 10**9
    coarse = os.stat_result(tuple(file.stat())[:10], {"st_ctime_ns": at, "st_mtime_ns": at})
    assert stamp_of_status(coarse, at + 2 * 10**9) != stamp_of_status(coarse, at + 10**12)
    assert stamp_of_status(coarse, at + 3 * 10**9) == stamp_of_status(coarse, at + 10**12)


def test_contents_differ_where_anything_in_them_does() -> None:
    contents = (b"", b"a", b"b", b"ab", b"ba", b"a" * 1000, b"a" * 999 + b"b")
    assert len({stamp_of_content(content) for content in contents}) == len(contents)
