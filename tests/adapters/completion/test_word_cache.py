"""Words that are kept for the Tab key."""

from pathlib import Path

import pytest

from clientbridge.adapters.completion.word_cache import files_in, read_words, stamp_of_files, write_words

WORDS = [("ana", "Ana Souza"), ("rui", "")]


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    write_words(str(tmp_path), "people acme", "1", WORDS)
    assert read_words(str(tmp_path), "people acme", "1") == WORDS
    assert read_words(str(tmp_path), "people acme", "2") is None
    assert read_words(str(tmp_path), "people other", "1") is None
    assert read_words(None, "people acme", "1") is None


def test_no_words_are_an_answer_too(tmp_path: Path) -> None:
    write_words(str(tmp_path), "people acme", "1", [])
    assert read_words(str(tmp_path), "people acme", "1") == []


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe", b"cb words 1\n", b"cb words 1\npeople acme\t1\nana\tAna"]
)
def test_a_damaged_file_is_not_read(damage: bytes, tmp_path: Path) -> None:
    write_words(str(tmp_path), "people acme", "1", WORDS)
    (file,) = (tmp_path / "tab").iterdir()
    file.write_bytes(damage)
    assert read_words(str(tmp_path), "people acme", "1") is None


def test_only_you_can_read_what_is_kept(tmp_path: Path) -> None:
    write_words(str(tmp_path / "cache"), "people acme", "1", WORDS)
    (file,) = (tmp_path / "cache" / "tab").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    write_words(str(tmp_path / "file"), "people acme", "1", WORDS)
    assert (tmp_path / "file").read_bytes() == b""


def test_a_stamp_follows_the_files(tmp_path: Path) -> None:
    one, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    stamps = [stamp_of_files([str(one)])]
    one.write_text("x", encoding="utf-8")
    stamps.append(stamp_of_files([str(one)]))
    one.write_text("xy", encoding="utf-8")
    stamps.append(stamp_of_files([str(one)]))
    other.write_text("", encoding="utf-8")
    stamps.append(stamp_of_files(files_in(str(tmp_path), ".jsonl")))
    assert len(set(stamps)) == len(stamps)
    assert stamps[-1] == stamp_of_files([str(one), str(other)])
    assert files_in(str(tmp_path / "nowhere"), ".jsonl") == []
