"""The words of a command, and the program that is meant: never one of the folder that the user stands in."""

import os
import sys
from pathlib import Path

import pytest

from clientbridge.adapters.web.own_command import command_words, program_of

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="what may be run is told otherwise on Windows")


@pytest.mark.parametrize(
    ("command", "words", "on_windows"),
    [
        ("pass show cal", ["pass", "show", "cal"], ["pass", "show", "cal"]),
        ("  pass   show 'my cal'#1 ", ["pass", "show", "my cal#1"], ["pass", "show", "my cal#1"]),
        ("'/opt/my pass' \"it's\" #2", ["/opt/my pass", "it's", "#2"], ["/opt/my pass", "it's", "#2"]),
        (r"C:\Tools\pass.exe x", ["C:Toolspass.exe", "x"], [r"C:\Tools\pass.exe", "x"]),
        (r'"C:\My Tools\pass.exe" "\"', None, [r"C:\My Tools\pass.exe", "\\"]),
        (r"/opt/my\ pass x", ["/opt/my pass", "x"], ["/opt/my\\", "pass", "x"]),
        ("", [], []),
        ("pass 'show", None, None),
    ],
)
def test_the_words_of_a_command(command: str, words: list[str] | None, on_windows: list[str] | None) -> None:
    for expected, windows in ((words, False), (on_windows, True)):
        if expected is None:
            with pytest.raises(ValueError, match=r"No (closing quotation|escaped)"):
                command_words(command, on_windows=windows)
        else:
            assert command_words(command, on_windows=windows) == expected


@on_unix
def test_a_bare_word_is_looked_up_and_a_path_is_read_from_home(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for name in ("pass", "two words"):
        (tmp_path / "bin" / name).touch(mode=0o700)
    found = {
        word: program_of(word, tmp_path, path=f"/nowhere:{tmp_path}/bin")
        for word in ("pass", "two words", "none", "", "./pass", "bin/pass", "/opt/pass")
    }
    assert found == {
        "pass": tmp_path / "bin" / "pass",
        "two words": tmp_path / "bin" / "two words",
        "none": None,
        "": None,
        "./pass": tmp_path / "pass",
        "bin/pass": tmp_path / "bin" / "pass",
        "/opt/pass": Path("/opt/pass"),
    }


@on_unix
def test_what_stands_where_the_user_does_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pass").touch(mode=0o700)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "pass").touch(mode=0o700)
    from_here = os.path.relpath(tmp_path)
    for path in (from_here, f"{from_here}:{tmp_path}/bin", f"/nowhere:{from_here}/bin"):
        with pytest.raises(PermissionError, match="pass"):
            program_of("pass", tmp_path, path=path)
    assert program_of("pass", tmp_path, path=f"{tmp_path}/bin:{from_here}") == tmp_path / "bin" / "pass"
