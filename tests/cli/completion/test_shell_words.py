"""A line of bash, and a word as bash must be given it."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.cli.completion.shell_words import BashLine, written_in_bash

BREAKS = " \t\n\"'@><=;|&(:"


@pytest.mark.parametrize(
    ("line", "words", "current", "quote", "replaced"),
    [
        ("cb ", ["cb"], "", "", ""),
        ("cb br", ["cb"], "br", "", "br"),
        ("cb  brief\tac", ["cb", "brief"], "ac", "", "ac"),
        ("cb brief acme/s", ["cb", "brief"], "acme/s", "", "acme/s"),
        ("cb brief My\\ Cl", ["cb", "brief"], "My Cl", "", "My Cl"),
        ('cb brief "My Cl', ["cb", "brief"], "My Cl", '"', "My Cl"),
        ("cb brief 'My Cl", ["cb", "brief"], "My Cl", "'", "My Cl"),
        ('cb "a \\"b\\" \\x" x', ["cb", 'a "b" \\x'], "x", "", "x"),
        ("cb '' x", ["cb", ""], "x", "", "x"),
        ("cb --home=/tm", ["cb"], "--home=/tm", "", "/tm"),
        ('cb --home="/tm p', ["cb"], "--home=/tm p", '"', "/tm p"),
        ("cb --now=12:3", ["cb"], "--now=12:3", "", "3"),
        ("cb meet @tok", ["cb", "meet"], "@tok", "", "tok"),
        ('cb "My"Cl', ["cb"], "MyCl", "", "Cl"),
        ("cb brief a\\", ["cb", "brief"], "a", "", "a"),
    ],
)
def test_a_line_of_bash(line: str, words: list[str], current: str, quote: str, replaced: str) -> None:
    read = BashLine(line, BREAKS)
    assert (read.words, read.current, read.quote) == (words, current, quote)
    assert read.current[read.kept :] == replaced


@pytest.mark.parametrize(
    ("word", "quote", "written"),
    [
        ("acme/sato", "", "acme/sato"),
        ("My Client", "", "My\\ Client"),
        ("東京 電", "", "東京\\ 電"),
        ("$(rm)", "", "\\$\\(rm\\)"),
        ("$(rm)", '"', "\\$(rm)"),
        ("it's", "'", "it'\\''s"),
        ("it's", "", "it\\'s"),
        ('the "q"', '"', 'the \\"q\\""'),
        ("hurry!", '"', 'hurry"\\!""'),
        ("l'", "'", "l'\\'''"),
    ],
)
def test_how_a_word_is_written_in_bash(word: str, quote: str, written: str) -> None:
    assert written_in_bash(word, quote) == written


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_a_written_word_says_itself(word: str) -> None:
    for quote in ("", "'", '"'):
        written = written_in_bash(word, quote)
        closed = "" if quote and written.endswith(quote) else quote
        read = BashLine(f"{quote}{written}{closed} ", BREAKS)
        assert (read.words, read.quote) == ([word], "")


def test_bash_reads_the_same_words() -> None:
    words = ["a b", "$(x)", "`x`", "it's", '"q"', "a;b&c|d", "~", "{1,2}*?", "#x", "é 東", "-n", "a\\b", "!x"]
    for quote in ("", "'", '"'):
        written = [written_in_bash(word, quote) for word in words]
        closed = [f"{quote}{one}{'' if quote and one.endswith(quote) else quote}" for one in written]
        line = f"printf '%s\\n' {' '.join(closed)}"
        told = subprocess.run(["bash", "-c", f"set +H; {line}"], capture_output=True, text=True, check=True)
        assert told.stdout.splitlines() == words
