import os
import re
from pathlib import Path

import pytest
from generated_docs import commands
from sample_copies import copy_of_sample
from transcripts import PROMPT, Step, shown, steps

from clientbridge.cli.app import make_app
from conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = sorted(GOLDEN.glob("*.txt"))
OF_THE_SAMPLE = sorted(GOLDEN.glob("demo-*.txt"))
NEEDING_NO_WORKSPACE = {"config", "data schema", "completion", "help"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_transcript_is_true(file: Path, run: Run, tmp_path: Path) -> None:
    """Each file has a copy of the profiles of the sample; its commands run in order in that folder."""
    text = file.read_text(encoding="utf-8")
    copy = tmp_path / "clients of mine"
    copy_of_sample(copy)
    now = [Step(step.command, _answer(run, step, copy)) for step in steps(text)]
    assert now, f"{file.name} holds no command"
    if os.environ.get("REWRITE_GOLDEN"):
        file.write_text(
            "\n".join(f"{PROMPT}{step.command}\n{step.expected}\n" for step in now), encoding="utf-8"
        )
        return
    for before, after in zip(steps(text), now, strict=True):
        assert after.expected == before.expected, f"$ {before.command}"


def _answer(run: Run, step: Step, folder: Path) -> str:
    answer = run(*step.words, folder=folder)
    return shown(answer.code, answer.out, answer.err)


def test_the_sample_is_shown_on_hard_days_by_every_command() -> None:
    """New Year's Day, Thanksgiving and the shortest day: the same commands each time."""
    assert [file.stem for file in OF_THE_SAMPLE] == ["demo-2026-11-26", "demo-2026-12-21", "demo-2027-01-01"]
    asked = [
        [words[3:] for words in (step.words for step in steps(file.read_text(encoding="utf-8")))]
        for file in OF_THE_SAMPLE
    ]
    named = {" ".join(words) for words in asked[0]}
    for command in (" ".join(command) for command in commands(make_app(width=80))):
        assert command in NEEDING_NO_WORKSPACE or any(f"{one} ".startswith(f"{command} ") for one in named), (
            command
        )
    months = re.compile(r"\d{4}-\d\d")
    first, *others = ([months.sub("MONTH", " ".join(words)) for words in each] for each in asked)
    assert all(other == first for other in others)
