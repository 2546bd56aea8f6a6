import os
from pathlib import Path

import pytest
from sample_copies import copy_of_sample
from transcripts import PROMPT, Step, shown, steps

from conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = sorted(GOLDEN.glob("*.txt"))


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
