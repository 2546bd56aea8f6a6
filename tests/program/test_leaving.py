"""The end of a process: everything said has arrived, nothing of it is left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"


def called(*words: str, under: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "CB_NOW": "2026-11-26T08:05Z"}
    return subprocess.run(
        [sys.executable, *under, "-m", "clientbridge", *words],
        env=surroundings | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_long_answer_arrives_whole_through_a_pipe(tmp_path: Path) -> None:
    got = called("--demo", "holidays", "--next", "900d", "--json", HOME=str(tmp_path))
    assert len(got.stdout) > 1 << 16  # more than a pipe holds
    assert got.stdout.endswith("\n}\n")


def test_the_sample_without_a_cache_leaves_no_folder(tmp_path: Path) -> None:
    got = called("--demo", "clock", TMPDIR=str(tmp_path))
    assert got.returncode == 0, got.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("words", "code"), [(["--version"], 0), (["breif"], 2), (["clock", "nobody"], 3)])
def test_the_exit_code_is_that_of_the_answer(tmp_path: Path, words: list[str], code: int) -> None:
    assert called("--demo", *words, HOME=str(tmp_path)).returncode == code


def test_whoever_measures_the_program_gets_the_figures(tmp_path: Path) -> None:
    figures = tmp_path / "figures"
    got = called("--version", under=("-m", "cProfile", "-o", str(figures)), HOME=str(tmp_path))
    assert got.stdout.startswith("clientbridge ")
    assert figures.stat().st_size > 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is a thing of Linux")
def test_an_answer_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)}
    with Path("/dev/full").open("w") as full:
        got = subprocess.run(
            [sys.executable, "-m", "clientbridge", "--version"],
            env=surroundings,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert got.returncode != 0
    assert got.stderr
