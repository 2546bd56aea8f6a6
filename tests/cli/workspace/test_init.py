"""`cb init`: from nothing to files that work."""

import os
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
    typed = (
        "\nLea Peeters\nBelgim\n\n9-\n9 to 5\n8.30am to 5.30pm\nfr, klingonn\nFrench, Nederlands, en\n7-\n\n"
        "nowhere.ics\n\nSolaris\nSao Paulo\nNordlys\nOslo\n\n"
    )
    answer = run("init", "work", typed=typed, TZ=":Europe/Brussels")
    assert answer.code == 0, answer.err
    text = (tmp_path / "work" / "me.yaml").read_text("utf-8")
    assert "name: Lea Peeters\ncountry: BE\ntimezone: Europe/Brussels" in text
    assert "languages: [fr, nl, en]" in text
    assert "hours: 08:30-17:30" in text
    assert "stretch: 07:00-22:00" in text
    assert "did you mean 09:00-17:00?" in answer.err
    assert "America/Sao_Paulo" in (tmp_path / "work" / "clients" / "solaris.yaml").read_text("utf-8")
    assert (tmp_path / "work" / "clients" / "nordlys.yaml").exists()
    assert "set CB_HOME to this folder" in " ".join(answer.out.split())
    assert run("data", "check", folder=tmp_path / "work").code == 0


def test_enter_is_no_place_where_the_machine_says_none(run: Run) -> None:
    answer = run("init", "work", typed="Lea\n\nOslo\n\n\n\n\n\n", TZ=":UTC")
    assert answer.code == 0, answer.err
    assert "please type something" in answer.err
    assert "unknown" not in answer.err


def test_every_clock_of_a_first_call_shows_the_now_that_was_typed(run: Run) -> None:
    answers = "Lea\nOslo\n\n\n\n\nAcme\nTokyo\n\n"
    answer = run("--now", "2026-06-26T21:30Z", "init", "work", typed=answers)
    assert answer.code == 0, answer.err
    assert "Acme is added as acme: Tokyo, 06:30 there now" in answer.err
    assert "06:30 there now" in answer.out


def test_a_client_is_told_with_the_city_that_was_typed(run: Run) -> None:
    answers = "Lea\nOslo\n\n\n\n\nDeccan\nHyderabad\nPrairie\nFargo, North Dakota\n\n"
    answer = run("--now", "2026-06-26T21:30Z", "init", "work", typed=answers)
    assert answer.code == 0, answer.err
    assert "Deccan is added as deccan: Hyderabad, 03:00 there now" in answer.err
    assert "prairie  Prairie, Fargo, 16:30 there now" in answer.out
    shown = run("--home", "work", "client", "show", "deccan", "--plain").out
    assert "Hyderabad, Telangana (IN-TS)" in shown


def test_enter_takes_the_hours_that_were_likely_meant(tmp_path: Path, run: Run) -> None:
    answer = run("init", "work", typed="Lea\nGhent\n9 to 5\n\n\n7u-22\n\n\n")
    assert answer.code == 0, answer.err
    assert "did you mean 09:00-17:00?\nYour working hours [09:00-17:00]: " in answer.err
    text = (tmp_path / "work" / "me.yaml").read_text("utf-8")
    assert "hours: 09:00-17:00" in text
    assert "stretch: 07:00-22:00" in text


def test_who_gives_name_and_country_is_asked_nothing_more(tmp_path: Path, run: Run) -> None:
    answer = run("init", "work", "--name", "Lea", "--country", "BE", typed="")
    assert (answer.code, answer.err) == (0, "")
    assert "hours" not in (tmp_path / "work" / "me.yaml").read_text("utf-8").split("\n\n")[1]


def test_the_first_client_can_wait(tmp_path: Path, run: Run) -> None:
    answer = run("init", "work", typed="Lea\nBE\n\n\nnone\n\n\n", TZ="UTC")
    assert answer.code == 0, answer.err
    assert list((tmp_path / "work" / "clients").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "a name is needed"),
        (("--name", "Jo", "--country", "US"), "United States has 29 time zones"),
        (("--name", "Jo", "--country", "NO", "--hours", "8-"), "'8-' has no end"),
        (("--name", "Jo", "--country", "NO", "--language", "norwegan"), "did you mean Norwegian"),
        (("--name", "Jo", "--country", "NO", "--stretch", "7-"), "'7-' has no end"),
        (
            (*OPTIONS, "--client", "Prairie", "--client-country", "US"),
            "give --client-region, or --client-timezone with one of: ",
        ),
        (("--no-input",), "a name is needed"),
    ],
)
def test_nothing_is_asked_where_nobody_answers(
    words: tuple[str, ...], said: str, tmp_path: Path, run: Run
) -> None:
    answer = run("init", "work", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (tmp_path / "work" / "me.yaml").exists() or "--client" in words


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


QUESTIONS = (
    "Lea Peeters",
    "Belgium",
    "9-17",
    "French, Dutch",
    "7-22",
    "",
    "Acme",
    "US",
    "Texas",
    "1",
    "Oslo AS",
    "Oslo",
    "",
)
"""An answer to each question of a first call."""
KEYS = ("name: Lea", "country: BE", "hours: 09:00-17:00", "languages: [fr, nl]", "stretch: 07:00-22:00")


@pytest.mark.parametrize("answered", range(len(QUESTIONS)))
def test_stopping_keeps_what_was_answered_and_a_second_call_goes_on(
    answered: int, tmp_path: Path, run: Run
) -> None:
    stopped = run("init", "work", typed="".join(f"{one}\n" for one in QUESTIONS[:answered]), TZ="UTC")
    assert (stopped.code, stopped.out) == (130, "")
    file = tmp_path / "work" / "me.yaml"
    if answered < 2:
        assert stopped.err.endswith("\nNothing is written yet.\n\n")
        assert not file.exists()
        return
    said = " ".join(stopped.err.split())  # a long path goes on the next line
    assert said.endswith(f"What you answered is kept. Go on with: cb init {tmp_path / 'work'}")
    text = file.read_text("utf-8")
    assert [key for key in KEYS if key in text] == list(KEYS[:answered])
    assert run("data", "check", folder=tmp_path / "work").code == 0
    left = [*QUESTIONS[answered:6], *(QUESTIONS[5:6] if answered > 5 else ()), ""]
    again = run("init", "work", typed="".join(f"{one}\n" for one in left), TZ="UTC")
    assert again.code == 0, again.err
    assert again.err.startswith("Going on with")
    assert [key for key in KEYS if key in file.read_text("utf-8")] == list(KEYS)
    assert (tmp_path / "work" / "clients" / "acme.yaml").exists() == (answered > 9)


def test_going_on_leaves_what_was_written_by_hand(tmp_path: Path, run: Run) -> None:
    (tmp_path / "clients").mkdir()
    by_hand = "# mine\ncountry: NO  # north\nname: Lea\nhours: {mon-thu: 8-16}\n"
    (tmp_path / "me.yaml").write_text(by_hand, "utf-8")
    answer = run("init", ".", typed="norsk\nnone\n\n\n")
    assert answer.code == 0, answer.err
    text = (tmp_path / "me.yaml").read_text("utf-8")
    assert text.startswith(by_hand)
    assert text.removeprefix(by_hand) == 'languages: ["no"]\n'
    refused = run("init", ".", "--name", "Jo", typed="")
    assert (refused.code, refused.out) == (2, "")
    assert "'name' stands in me.yaml already" in refused.err


CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nbegin:vevent\nEND:VEVENT\nEND:VCALENDAR\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("my cal.ics", "../my cal.ics"),
        ("'my cal.ics'", "../my cal.ics"),
        ("my\\ cal.ics", "../my cal.ics"),
        ("work/calendars/", "calendars"),
        ("http://example.com/x.ics\nmy cal.ics", "../my cal.ics"),
        ("empty.ics\nmy cal.ics", "../my cal.ics"),
    ],
)
def test_a_calendar_is_read_before_it_is_kept(typed: str, written: str, tmp_path: Path, run: Run) -> None:
    for file in (tmp_path / "my cal.ics", tmp_path / "work" / "calendars" / "a.ics"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(CALENDAR, "utf-8")
    (tmp_path / "empty.ics").write_text("no calendar", "utf-8")
    words = ("init", "work", "--name", "Lea")
    answer = run(*words, typed=f"BE\n\n\n\n{typed}\n\n", TZ="UTC")
    assert answer.code == 0, answer.err
    assert "  2 events found\n" in answer.err
    text = (tmp_path / "work" / "me.yaml").read_text("utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("calendar: ")]
    expected = tmp_path / "my cal.ics" if written.startswith("..") else written
    assert str(expected) in line
    assert run("data", "check", folder=tmp_path / "work").code == 0


def test_options_give_what_the_questions_ask(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.ics").write_text(CALENDAR, "utf-8")
    words = (*OPTIONS[:4], "--language", "Norwegian", "--stretch", "7am to 10pm", "--calendar", "a.ics")
    client = ("--client", "Prairie", "--client-country", "US", "--client-region", "Fargo")
    answer = run("init", "work", *words, *client)
    assert answer.code == 0, answer.err
    text = (tmp_path / "work" / "me.yaml").read_text("utf-8")
    assert "stretch: 07:00-22:00" in text
    assert "calendar: " in text.split("\n\n")[1]
    assert "timezone: America/Chicago" in (tmp_path / "work" / "clients" / "prairie.yaml").read_text("utf-8")
    lost = run("init", "other", *words[:-1], "nowhere.ics")
    assert (lost.code, lost.out) == (5, "")
    assert not (tmp_path / "other" / "me.yaml").exists()


def test_the_last_screen_offers_what_comes_next(run: Run) -> None:
    answer = run("init", *OPTIONS, *FIRST, COLUMNS="200")
    assert answer.out.splitlines()[1:] == [
        "you   Jo Null, Norway, 08:05 there now",
        "acme  Acme KK, Japan, 16:05 there now",
        "",
        "Next: cb meet acme  when to meet",
        "Next: cb brief acme  what to know before a call",
        'Next: cb client add "Another client"  the next client',
    ]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_question_is_wider_than_the_screen(width: int, run: Run) -> None:
    typed = "Lea\nBE\n\n\n\n\nAcme\nUS\nNorth Dakota\n\n\n"
    answer = run("init", typed=typed, width=width, TZ="UTC")
    assert answer.code == 0
    prompts = answer.err.replace(": ", ":\n").splitlines()
    assert max(map(len, prompts)) <= width


def test_read_aloud_the_picture_is_told(run: Run) -> None:
    answer = run("init", "--plain", typed="Lea\nBE\n\n\n\n\n\n", TZ="UTC")
    assert "Tokyo works from 01:00 to 09:00 on your clock, 2 h of it within 07:00-22:00" in answer.err
    assert "█" not in answer.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_is_not_yours_is_told_before_a_question(tmp_path: Path, run: Run) -> None:
    tmp_path.chmod(0o500)
    answer = run("init", "work", typed="")
    tmp_path.chmod(0o700)
    assert (answer.code, "cannot be written" in answer.err) == (4, True)
