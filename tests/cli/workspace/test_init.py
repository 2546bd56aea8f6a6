"""`cb init`: from nothing to files that work."""

import stat
from pathlib import Path

import pytest

from clientbridge.adapters.time.machine_place import guessed_country, guessed_zone
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.workspace.profile_edits import checked_client, checked_me
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.new_files import new_client, new_me
from clientbridge.adapters.workspace.workspace import Workspace
from conftest import Run

OPTIONS = (
    "--name",
    "Jo Null",
    "--country",
    "Norway",
    "--language",
    "no",
    "--language",
    "en",
    "--hours",
    "8-16",
)
FIRST = ("--client", "Acme KK", "--client-country", "JP")


def test_options_are_enough(tmp_path: Path, run: Run) -> None:
    answer = run("init", *OPTIONS, *FIRST)
    assert answer.code == 0
    data = tmp_path / "home" / ".local" / "share" / "clientbridge"
    assert sorted(path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()) == [
        ".gitattributes",
        ".gitignore",
        ".schema/client.json",
        ".schema/me.json",
        "clients/acme.yaml",
        "me.yaml",
    ]
    assert (data / ".gitattributes").read_text("utf-8") == "journal/*.jsonl merge=union\n"
    assert stat.S_IMODE((data / "me.yaml").stat().st_mode) == 0o600
    assert stat.S_IMODE((data / "clients").stat().st_mode) == 0o700
    assert run("data", "check").code == 0
    shown = run("client", "show", "me", "--plain").out
    assert "Jo Null" in shown
    assert "Europe/Oslo" in shown


def test_questions_until_they_are_understood(tmp_path: Path, run: Run) -> None:
    typed = "\nLea Peeters\n\nfr, nederlands\nfr, nl, en\n9-\n\nSolaris\nBR\n\n\n"
    answer = run("init", "work", typed=typed, TZ=":Europe/Brussels")
    assert answer.code == 0, answer.err
    text = (tmp_path / "work" / "me.yaml").read_text("utf-8")
    assert "name: Lea Peeters\ncountry: BE\ntimezone: Europe/Brussels" in text
    assert "languages: [fr, nl, en]" in text
    assert "hours: 08:30-17:30" in text
    assert "America/Sao_Paulo" in (tmp_path / "work" / "clients" / "solaris.yaml").read_text("utf-8")
    assert "set CB_HOME to this folder" in " ".join(answer.out.split())
    assert run("data", "check", folder=tmp_path / "work").code == 0


def test_who_gives_name_and_country_is_asked_nothing_more(tmp_path: Path, run: Run) -> None:
    answer = run("init", "work", "--name", "Lea", "--country", "BE", typed="")
    assert (answer.code, answer.err) == (0, "")
    assert "hours" not in (tmp_path / "work" / "me.yaml").read_text("utf-8").split("\n\n")[1]


def test_the_first_client_can_wait(tmp_path: Path, run: Run) -> None:
    answer = run("init", "work", typed="Lea\nBE\n\n\n\n", TZ="UTC")
    assert answer.code == 0, answer.err
    assert list((tmp_path / "work" / "clients").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "a name is needed"),
        (("--name", "Jo", "--country", "US"), "United States has 29 time zones"),
        (("--name", "Jo", "--country", "NO", "--hours", "8-"), "'8-' has no end"),
        (("--name", "Jo", "--country", "NO", "--language", "norwegian"), "is 'no'"),
        (("--no-input",), "a name is needed"),
    ],
)
def test_nothing_is_asked_where_nobody_answers(
    words: tuple[str, ...], said: str, tmp_path: Path, run: Run
) -> None:
    answer = run("init", "work", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (tmp_path / "work").exists()


def test_no_input_asks_nothing_at_a_terminal(run: Run) -> None:
    answer = run("init", "work", "--no-input", typed="Lea\n")
    assert (answer.code, answer.out) == (2, "")


def test_what_is_there_is_not_overwritten(tmp_path: Path, run: Run) -> None:
    assert run("init", "work", *OPTIONS).code == 0
    before = (tmp_path / "work" / "me.yaml").read_bytes()
    again = run("init", "work", *OPTIONS)
    assert (again.code, again.out) == (2, "")
    assert "is there already" in again.err
    assert (tmp_path / "work" / "me.yaml").read_bytes() == before


def test_where_the_files_go(tmp_path: Path, run: Run) -> None:
    assert run("init", "--home", "here", *OPTIONS).code == 0
    assert run("init", *OPTIONS, CB_HOME=str(tmp_path / "there")).code == 0
    assert (tmp_path / "here" / "me.yaml").exists()
    assert (tmp_path / "there" / "me.yaml").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = run("init", "file/work", *OPTIONS)
    assert (answer.code, answer.out) == (4, "")
    assert "cannot be made" in answer.err


def test_zone_and_country_are_guessed_from_the_machine(tmp_path: Path) -> None:
    zones = open_zone_database(())
    link = tmp_path / "localtime"
    link.symlink_to(tmp_path / "zoneinfo" / "Asia" / "Tokyo")
    nowhere = tmp_path / "nothing"
    assert guessed_zone({"TZ": "Europe/Brussels"}, zones, localtime=link) == "Europe/Brussels"
    assert guessed_zone({"TZ": ":/usr/share/zoneinfo/Europe/Oslo"}, zones, localtime=link) == "Europe/Oslo"
    assert guessed_zone({"TZ": "EST5EDT"}, zones, localtime=link) == "Asia/Tokyo"
    assert guessed_zone({"TZ": "Mars/Base"}, zones, localtime=nowhere) is None
    assert guessed_country("Asia/Tokyo") == "JP"
    assert guessed_country(None) is None
    assert guessed_country("Etc/UTC") is None


def test_every_line_of_a_new_file_may_be_taken_into_use(tmp_path: Path) -> None:
    workspace = Workspace(folder=tmp_path)
    for text, check in (
        (new_client({"name": "x", "country": "JP"}), checked_client),
        (new_me({"name": "x", "country": "JP"}), checked_me),
    ):
        used = "\n".join(
            line.removeprefix("# ") if line.startswith("# ") and at > 1 else line
            for at, line in enumerate(text.splitlines())
        )
        _, reading = check(workspace, used.encode(), file="clients/x.yaml")
        assert reading.problems == ()
        section = schema.CLIENT if check is checked_client else schema.ME
        assert all(f"{key.name}:" in text for key in section.keys)
        assert max(map(len, text.splitlines())) <= 110


def test_closing_the_input_ends_it_and_makes_nothing(tmp_path: Path, run: Run) -> None:
    answer = run("init", "work", typed="Lea\n")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err.endswith("\n")
    assert not (tmp_path / "work").exists()
