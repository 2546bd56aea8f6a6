"""`cb config`: your own defaults, shown, changed, used where no option says otherwise, told where wrong."""

import json
import sys
from pathlib import Path

import pytest
from sample_copies import copy_of_sample

from conftest import Run


def config_file(tmp_path: Path) -> Path:
    return tmp_path / "home" / ".config" / "clientbridge" / "config.yaml"


def write(tmp_path: Path, text: str) -> None:
    config_file(tmp_path).parent.mkdir(parents=True)
    config_file(tmp_path).write_text(text, encoding="utf-8")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    copy_of_sample(tmp_path / "files")
    me = tmp_path / "files" / "me.yaml"
    kept = [line for line in me.read_text(encoding="utf-8").splitlines() if not line.startswith("stretch")]
    me.write_text("\n".join(kept), encoding="utf-8")
    return tmp_path / "files"


def test_nothing_is_set_at_first(run: Run, tmp_path: Path) -> None:
    shown = json.loads(run("config", "--json").out)
    assert {one["key"]: (one["value"], one["from"]) for one in shown["settings"]} == {
        "duration": ("60m", "usual"),
        "notice": ("none", "usual"),
        "language": ("en", "usual"),
        "stretch": ("none", "usual"),
    }
    assert not config_file(tmp_path).exists()


def test_a_default_is_set_and_taken_out(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        "# mine\ncredentials:\n  'https://cal.test/': {user: lea, keyring: yes}\nidentity: ~/.age/key.txt\n",
    )
    before = config_file(tmp_path).read_bytes()
    for words in (("duration", "45m"), ("notice", "4h"), ("language", "French"), ("stretch", "07:00-21:30")):
        answer = run("config", "set", *words)
        assert (answer.code, answer.err) == (0, "")
    shown = json.loads(run("config", "--json").out)
    assert [(one["value"], one["from"]) for one in shown["settings"]] == [
        ("45m", "config.yaml:5"),
        ("4h", "config.yaml:6"),
        ("fr", "config.yaml:7"),
        ("07:00-21:30", "config.yaml:8"),
    ]
    for key in ("duration", "notice", "language", "stretch", "stretch"):
        assert run("config", "unset", key).code == 0
    assert config_file(tmp_path).read_bytes() == before


def test_a_change_is_a_sentence(run: Run) -> None:
    following = "\nNext: cb meet  with your defaults\nNext: cb config  all of them\n"
    set_ = "duration is 45m from now on; an option goes before it.\n"
    assert run("config", "set", "duration", "45m").out == set_ + following
    assert run("config", "unset", "duration").out == "duration is 60m again, as usual.\n" + following


@pytest.mark.parametrize("comment", ["", "# Mine\n\n"])
def test_the_last_default_is_taken_out_too(comment: str, run: Run, tmp_path: Path) -> None:
    assert run("config", "set", "duration", "45m").code == 0
    config_file(tmp_path).write_text(f"{comment}duration: 45m  # short\n", encoding="utf-8")
    assert run("config", "unset", "duration").code == 0
    assert config_file(tmp_path).read_text(encoding="utf-8") == comment
    assert run("config").code == 0


def test_the_file_is_yours_alone(run: Run, tmp_path: Path) -> None:
    assert run("config", "set", "duration", "45m").code == 0
    assert config_file(tmp_path).stat().st_mode & 0o777 == 0o600
    assert config_file(tmp_path).parent.stat().st_mode & 0o077 == 0
    assert config_file(tmp_path).read_text(encoding="utf-8") == "duration: 45m\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "duration", "soon"), "cb config set duration 45m"),
        (("set", "duration", "0m"), "no time at all"),
        (("set", "duration", "2d"), "hours and minutes"),
        (("set", "notice", "4"), "cb config set notice 4h"),
        (("set", "stretch", "late"), "07:00-21:30"),
        (("set", "language", "Klingonese"), "language"),
        (("set", "duraton", "45m"), "did you mean duration?"),
        (("unset", "colour"), "duration, notice, language, stretch"),
        (("set", "duration"), "cb config set duration 45m"),
        (("unset", "duration", "45m"), "cb config unset duration"),
        (("delete",), "set"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_told_with_an_example(
    words: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    answer = run("config", *words)
    assert answer.code == 2
    assert said in answer.err
    assert not config_file(tmp_path).exists()


def test_every_problem_of_the_file_is_told_with_its_line(run: Run, tmp_path: Path, files: Path) -> None:
    write(tmp_path, "duraton: 45m\nnotice: soon\n")
    for words in (("config",), ("meet", "hikari"), ("config", "set", "duration", "45m")):
        answer = run(*words, folder=files)
        assert answer.code == 4
        assert f"{config_file(tmp_path)}:1:1: unknown key 'duraton'" in answer.err
        assert f"{config_file(tmp_path)}:2:9: " in answer.err
        assert "cb config" in answer.err


def test_defaults_count_where_no_option_says_otherwise(run: Run, tmp_path: Path, files: Path) -> None:
    write(tmp_path, "duration: 30m\nstretch: 06:30-09:00\nlanguage: pt-BR\nnotice: 3d\n")
    with_defaults = run("meet", "hikari", "--json", folder=files)
    assert json.loads(with_defaults.out)["request"]["duration_minutes"] == 30
    assert "duration 30m, notice 3d, stretch 06:30-09:00: your defaults" in with_defaults.err
    first = json.loads(with_defaults.out)["slots"][0]["start"]
    assert first >= "2026-11-26"
    options = ("--duration", "1h", "--stretch", "06:30-09:00", "--notice", "1h")
    own = run("meet", "hikari", *options, "--json", folder=files)
    assert json.loads(own.out)["request"]["duration_minutes"] == 60
    assert own.err == ""


def test_text_to_paste_is_in_your_language(run: Run, tmp_path: Path, files: Path) -> None:
    write(tmp_path, "language: pt-BR\n")
    text = run("meet", "nordlys", "--text", folder=files)
    assert "novembro" in text.out
    assert "language pt-BR: your defaults" in text.err
    english = run("meet", "nordlys", "--text", "--lang", "en", folder=files)
    assert "November" in english.out
    assert english.err == ""


def test_what_a_workspace_says_goes_before_a_default(run: Run, tmp_path: Path) -> None:
    copy_of_sample(tmp_path / "files")
    usual = run("meet", "hikari", "--json", folder=tmp_path / "files").out
    write(tmp_path, "stretch: 00:00-24:00\n")
    assert run("meet", "hikari", "--json", folder=tmp_path / "files").out == usual


def test_the_sample_looks_the_same_for_everyone(run: Run, tmp_path: Path) -> None:
    usual = run("--demo", "meet", "hikari")
    write(tmp_path, "duration: 15m\n")
    assert run("--demo", "meet", "hikari") == usual


def test_without_a_home_there_are_no_defaults(run: Run, files: Path) -> None:
    assert run("meet", "nordlys", folder=files, HOME="").code == 0
    answer = run("config", HOME="")
    assert answer.code == 4
    assert "HOME" in answer.err


LOGINS = """\
credentials:
  https://cal.example/: {user: lea, password_command: "pass show s3cr3t"}
  https://dav.example/lea/: {user: lea.p, keyring: yes}
"""


def test_who_logs_in_is_shown_without_asking_for_a_password(run: Run, tmp_path: Path) -> None:
    write(tmp_path, LOGINS)
    config_file(tmp_path).chmod(0o600)
    shown = run("config")
    assert (shown.code, shown.err) == (0, "")
    lines = [" ".join(line.split()) for line in shown.out.splitlines()]
    assert "https://cal.example/ lea pass config.yaml:2" in lines
    assert "https://dav.example/lea/ lea.p the keyring config.yaml:3" in lines
    assert "s3cr3t" not in shown.out
    (first, _) = json.loads(run("config", "--json").out)["logins"]
    assert first == {
        "address": "https://cal.example/",
        "user": "lea",
        "asks": "pass",
        "from": "config.yaml:2",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="a file there is its owner's")
def test_logins_that_others_can_read_are_told(run: Run, tmp_path: Path, files: Path) -> None:
    write(tmp_path, LOGINS)
    config_file(tmp_path).chmod(0o644)
    shown = run("config")
    assert shown.code == 0
    assert "says who logs in, and others can read or change it" in " ".join(shown.err.split())
    checked = run("data", "check", folder=files)
    assert checked.code == 4
    assert "chmod 600" in checked.err


def test_a_wrong_login_is_found_by_a_check(run: Run, tmp_path: Path, files: Path) -> None:
    assert run("data", "check", folder=files).code == 0
    write(tmp_path, "credentials: {'https://cal.example/': {user: lea, password: s3cr3t}}\n")
    checked = run("data", "check", folder=files)
    assert checked.code == 4
    assert "unknown key 'password'" in checked.err
    assert "s3cr3t" not in f"{checked.out}{checked.err}"
