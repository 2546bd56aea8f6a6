"""The project as a whole: what is shipped, and that what it says of itself is true."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def built(target: str, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (archive,) = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("source")
    shutil.unpack_archive(built("sdist", tmp_path_factory.mktemp("sdist")), folder, filter="data")
    (tree,) = folder.iterdir()
    return tree


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    data = {
        file.relative_to(ROOT / "data").as_posix() for file in (ROOT / "data").rglob("*") if file.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name.removeprefix("clientbridge/data/") for name in archive.namelist()}
    assert data <= shipped


def test_the_wheel_brings_the_man_page(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        pages = [name for name in archive.namelist() if name.endswith(".data/data/share/man/man1/cb.1")]
        assert [archive.read(page) for page in pages] == [(ROOT / "docs" / "man" / "cb.1").read_bytes()]


def test_the_wheel_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "clientbridge", "--version"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("clientbridge ")


def test_the_source_distribution_holds_all_that_the_tests_need(unpacked: Path) -> None:
    kinds = {".py", ".yaml", ".tsv", ".csv", ".json", ".txt", ".md", ".ics", ".toml", ""}
    for folder in ("src", "tests", "data", "docs", "benchmarks", ".ci"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in kinds and "__pycache__" not in path.parts:
                assert (unpacked / path.relative_to(ROOT)).is_file(), path


def test_tests_run_in_the_source_distribution(unpacked: Path) -> None:
    some = ("tests/core/time/test_durations.py", "tests/render/writers", "tests/program/test_docs.py")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *some],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
