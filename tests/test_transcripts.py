import os
from pathlib import Path

import pytest

from conftest import Run
from transcripts import PROMPT, Step, shown, steps

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(GOLDEN.glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_transcript_is_true(file: Path, run: Run) -> None:
    text = file.read_text(encoding="utf-8")
    now = [Step(step.command, _answer(run, step)) for step in steps(text)]
    assert now, f"{file.name} holds no command"
    if os.environ.get("REWRITE_GOLDEN"):
        file.write_text(
            "\n".join(f"{PROMPT}{step.command}\n{step.expected}\n" for step in now), encoding="utf-8"
        )
        return
    for before, after in zip(steps(text), now, strict=True):
        assert after.expected == before.expected, f"$ {before.command}"


def _answer(run: Run, step: Step) -> str:
    answer = run(*step.words)
    return shown(answer.code, answer.out, answer.err)
