import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.command_line import CommandLine, command, quoted


def test_a_call_is_its_words() -> None:
    assert command("log", "acme", "call went well") == CommandLine(("log", "acme", "call went well"))
    assert command() == CommandLine(())


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("acme/ana", "acme/ana"),
        ("--client-stretch=1h30", "--client-stretch=1h30"),
        ("", '""'),
        ("São Paulo", '"São Paulo"'),
        ("$HOME", "'$HOME'"),
        ("it's `now`", """'it'"'"'s `now`'"""),
        ("=ls", '"=ls"'),
        ("%self", '"%self"'),
        ("it's a\\b\\", r"""'it'"'"'s a'\\'b'\\''"""),
        ("two\nlines", r"$'two\x0alines'"),
        ("it's\x1b[1m\\", r"$'it\'s\x1b[1m\\'"),
        ("acme\u202egpj", r"$'acme\xe2\x80\xaegpj'"),
        ("flag\U000e0067", r"$'flag\xf3\xa0\x81\xa7'"),
    ],
)
def test_a_word_is_quoted_where_a_shell_would_take_it_apart(word: str, written: str) -> None:
    assert quoted(word) == written


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=20))
def test_a_shell_reads_back_every_word_that_a_screen_shows(word: str) -> None:
    assert shlex.split(quoted(word)) == [word]


def test_bash_reads_back_what_no_screen_shows() -> None:
    words = ["a\nb", "it's\t$HOME\x1b[31m", "x\u202ey\U000e0067", "\\n\u200b", "~", "=ls", "*", "a;b|c&d"]
    script = "printf '%s\\0' " + " ".join(map(quoted, words))
    read = subprocess.run(["bash", "-c", script], check=True, capture_output=True)
    assert read.stdout.decode().split("\0")[:-1] == words
