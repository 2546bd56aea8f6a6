"""A cache that is damaged, in any file and any way, is computed anew without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

QUESTIONS = (["today"], ["meet", "solaris"], ["brief", "hikari"], ["holidays"])

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda kept: kept[: len(kept) // 2],
    "not text": lambda _: b"\xff\x00\xfe",
    "deep": lambda _: b"[" * 100_000,
    "null": lambda _: b"null",
    "list": lambda _: b"[]",
    "mapping": lambda _: b"{}",
    "another body": lambda kept: kept.rpartition(b"\n")[0] + b"\n[[]]",
    "another type": lambda kept: kept.replace(b"1", b'"x"', 3),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_caches_change_no_answer(run: Run, tmp_path: Path, damage: str) -> None:
    cache = str(tmp_path / "cache")
    right = [run("--demo", *words, "--json", XDG_CACHE_HOME=cache).out for words in QUESTIONS]
    kept = [file for file in (tmp_path / "cache").rglob("*") if file.is_file()]
    assert kept
    for file in kept:
        file.write_bytes(DAMAGE[damage](file.read_bytes()))
    for words, before in zip(QUESTIONS, right, strict=True):
        answer = run("--demo", *words, "--json", XDG_CACHE_HOME=cache)
        assert (answer.out, answer.err) == (before, "")


def test_a_cache_that_is_a_file_costs_only_time(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    for words in QUESTIONS:
        answer = run("--demo", *words, XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert answer.code == 0
        assert answer.err.count("nothing is kept for the next time, which makes it slower: ") == 1
        assert len(answer.err.splitlines()) == 1
