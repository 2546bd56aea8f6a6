"""What most tests need: a call of `cb` in this process, with surroundings of its own."""

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from clientbridge.cli import main
from clientbridge.cli.surroundings import Surroundings

settings.register_profile(
    "short", max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
IS_LONG = settings().max_examples > 1000
"""Whether what takes minutes is tried too: HYPOTHESIS_PROFILE=long, by hand."""
FEW = settings(max_examples=settings().max_examples // 4)
"""For a property whose oracle counts every minute."""


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what collecting made: it stays to the end, a gigabyte of it."""
    gc.collect()
    gc.freeze()


MONDAY_MORNING = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
"""08:05 in Brussels, Labour Thanksgiving Day in Japan."""


@dataclass(frozen=True)
class Answer:
    """What one call of `cb` gave."""

    code: int
    out: str
    err: str


class Keyboard(StringIO):
    """Answers typed at a terminal."""

    def isatty(self) -> bool:
        return True


class Screen(StringIO):
    """A terminal that is written to."""

    def isatty(self) -> bool:
        return True


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of all calls, as a user has one; a test of caches names its own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(tmp_path: Path, shared_cache: Path) -> Run:
    """Call `cb` as in a pipe, from ``piped``: ``run("meet", "acme")``; with ``typed`` as at a terminal."""

    def call(
        *words: str,
        folder: Path | None = None,
        typed: str | None = None,
        piped: str = "",
        terminal: bool = False,
        width: int | None = None,
        now: datetime = MONDAY_MORNING,
        **environment: str,
    ) -> Answer:
        out = Screen() if terminal else StringIO()
        talk = Screen() if typed is not None or terminal else StringIO()
        around = Surroundings(
            environment={"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(shared_cache), **environment},
            folder=folder or tmp_path,
            input=StringIO(piped) if typed is None else Keyboard(typed),
            output=out,
            talk=talk,
            clock=now,
            width=width,
        )
        return Answer(main(words, around), out.getvalue(), talk.getvalue())

    return call
