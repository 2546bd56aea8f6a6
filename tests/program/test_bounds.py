"""Large calls end within fifteen seconds and a gigabyte, or are refused at once with what to type.

The refusals are tried always; HYPOTHESIS_PROFILE=long measures what is allowed, each call in its own process.
"""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from conftest import IS_LONG, Run

PLACES = (("JP", "Asia/Tokyo"), ("BR", "America/Sao_Paulo"), ("AE", "Asia/Dubai"), ("NP", "Asia/Kathmandu"))
MOST_SECONDS, MOST_MEGABYTES = 15, 1000
ROOT = Path(__file__).parents[2]
MEASURED = """
import sys, time
from clientbridge.cli import main
from peak_memory import peak_megabytes
code = main(sys.argv[1:])
print(f"{time.process_time():.3f} {peak_megabytes()}", file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """500 clients in four places."""
    folder = tmp_path_factory.mktemp("crowd")
    (folder / "clients").mkdir()
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\nstretch: 06:00-23:00\n", encoding="utf-8")
    for number in range(500):
        country, zone = PLACES[number % len(PLACES)]
        text = f"name: Client {number}\ncountry: {country}\ntimezone: {zone}\nstretch: 05:00-23:00\n"
        (folder / "clients" / f"c{number:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def named(count: int) -> list[str]:
    return [f"c{number:03}" for number in range(count)]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["meet", *named(500), "--next", "3y"], "give --next 399d or name fewer clients"),
        (["meet", *named(500), "--count", "1000"], "give --count 39 or less"),
        (["meet", "--next", "1y"], "name those you want to meet"),
        (["meet", "--step", "1m", "--next", "4w"], "name those you want to meet"),
        (["meet", *named(200), "--rotate", "--every", "1w", "--times", "156"], "give fewer --times"),
        (["meet", *named(20), "--rotate", "--times", "156", "--step", "1m"], "longer --step"),
        (["meet", *named(200), "--times", "156"], "give fewer --times or fewer clients"),
        (["meet", "c001", "--next", "500y"], ""),
        (["meet", "c001", "--from", "1973-01-01", "--to", "2199-12-31"], "give an earlier --to"),
        (["meet", "c001", "--every", "1d", "--times", "100000"], ""),
        (["meet", "c001", "--step", "1m", "--duration", "1m", "--count", "100000"], ""),
        (["holidays", "--from", "1973-01-01", "--to", "2199-12-31"], "give an earlier --to"),
        (["holidays", "--next", "100y"], "give a shorter --next"),
    ],
)
def test_too_much_is_refused_at_once(words: list[str], hint: str, crowd: Path, run: Run) -> None:
    began = monotonic()
    answer = run(*words, folder=crowd)
    assert (answer.code, answer.out) == (2, "")
    assert hint in answer.err
    assert monotonic() - began < MOST_SECONDS


@pytest.mark.skipif(not IS_LONG, reason="HYPOTHESIS_PROFILE=long tries it")
def test_what_would_help_is_told_for_the_first_days_of_a_long_search(crowd: Path, run: Run) -> None:
    answer = run("meet", *named(100), "--next", "1y", "--between", "03:00-04:00", folder=crowd)
    assert answer.code == 1
    assert "what would help is told for the first 99 of 365 days" in answer.err


@pytest.mark.skipif(not IS_LONG, reason="HYPOTHESIS_PROFILE=long measures them")
@pytest.mark.skipif(sys.platform != "linux", reason="memory is told by /proc")
@pytest.mark.parametrize(
    "words",
    [
        ["meet", *named(500), "--next", "1y"],
        ["meet", *named(500), "--next", "1y", "--quorum", "1%"],
        ["meet", *named(500), "--next", "1y", "--quorum", "100%", "--strict"],
        ["meet", *named(500), "--next", "1y", "--between", "03:00-04:00"],
        ["meet", *named(180), "--next", "3y", "--step", "1m"],
        ["meet", *named(5), "--strict", "--next", "3y"],
        ["meet", *named(18), "--step", "1m", "--duration", "1m", "--count", "1000", "--next", "3y"],
        ["meet", *named(130), "--rotate", "--every", "1w", "--times", "156"],
        ["meet", "c001", "--rotate", "--every", "1w", "--times", "156", "--step", "1m"],
        ["meet", *named(180), "--every", "1d", "--times", "160", "--step", "1m"],
        ["meet"],
        ["meet", "--next", "9w"],
        ["holidays", "--next", "3y"],
        ["today"],
        ["review"],
        ["data", "check"],
    ],
    ids=lambda words: " ".join([words[0], *(word for word in words[1:] if word not in named(500))]),
)
def test_what_is_allowed_ends_in_time_and_memory(words: list[str], crowd: Path, tmp_path: Path) -> None:
    surroundings = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests' / 'support'}",
        "CB_HOME": str(crowd),
        "CB_NOW": "2026-11-23T07:05Z",
        "XDG_CACHE_HOME": str(tmp_path),
    }
    call = [sys.executable, "-c", MEASURED, *words]
    ended = subprocess.run(call, env=surroundings, capture_output=True, text=True, check=False)
    assert ended.returncode in {0, 1}, ended.stderr[-500:]
    seconds, megabytes = ended.stderr.splitlines()[-1].split()
    assert float(seconds) < MOST_SECONDS
    assert float(megabytes) < MOST_MEGABYTES
