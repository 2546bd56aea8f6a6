"""Calendars as programs write them, and as no program should: each comes out right, or is told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from calendar_samples import SAMPLES, CalendarSample, calendar_samples, sample_answer, shown_spans
from hostile_calendars import HOSTILE_CALENDARS
from tzif import write_database_of_2025

from clientbridge.adapters.time.zone_database import open_zone_database

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 5.0
"""Of the processor; none takes a second and a half on a quiet machine."""
MOST_MEGABYTES = 300
ALL_SAMPLES = calendar_samples()


def in_own_process(script: str, **environment: str) -> str:
    path = os.pathsep.join(str(ROOT / folder) for folder in ("src", "tests/support"))
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "support" / script],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("sample", ALL_SAMPLES, ids=lambda sample: sample.id)
def test_a_sample_comes_out_right(sample: CalendarSample) -> None:
    answer = sample_answer(sample, open_zone_database([]))
    assert answer.is_right_for(sample), (
        f"{sample.source_program}, {sample.peculiarity}: {shown_spans(answer.busy)} {answer.told}, "
        f"not {shown_spans(sample.busy)}: {sample.why}"
    )


def test_every_sample_has_an_answer() -> None:
    stored = {path.stem for path in SAMPLES.iterdir() if path.name not in {"expected.csv", ".gitattributes"}}
    assert stored == {sample.id for sample in ALL_SAMPLES}
    assert {sample.kind for sample in ALL_SAMPLES} == {"busy", "not_busy", "told", "busy_or_told"}


@pytest.mark.parametrize("has_old_zones", [False, True])
def test_samples_come_out_right_whatever_zones_the_system_has(tmp_path: Path, *, has_old_zones: bool) -> None:
    old = str(write_database_of_2025(tmp_path)) if has_old_zones else ""
    assert json.loads(in_own_process("calendar_samples.py", PYTHONTZPATH=old)) == []


def test_hostile_calendars_end_and_lose_nothing_untold() -> None:
    outcomes = json.loads(in_own_process("hostile_calendars.py"))
    assert outcomes.keys() == HOSTILE_CALENDARS.keys()
    for name, outcome in outcomes.items():
        assert outcome["seconds"] < MOST_SECONDS, name
        assert outcome["megabytes"] < MOST_MEGABYTES, name
        assert outcome["told"] or not outcome["missing"], name
        assert not outcome["good_is_lost"], name
