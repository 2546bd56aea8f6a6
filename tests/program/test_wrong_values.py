"""What stands after an option and cannot be: each refusal names the option as typed and a form that works."""

from pathlib import Path

import pytest
from sample_copies import copy_of_sample

from conftest import Run

DATES = "write it like 2026-12-03, 4 dec, fri, tomorrow, +3d, in 2 weeks or end of month"
MOMENTS = 'write it like "2026-12-03 15:00", "fri 9:30", "tomorrow 3pm" or 2026-12-03T15:00Z'
LENGTHS = [
    (("meet", "hikari", "--duration"), "45m"),
    (("meet", "hikari", "--next"), "2w"),
    (("meet", "hikari", "--step"), "15m"),
    (("meet", "hikari", "--notice"), "4h"),
    (("meet", "hikari", "--buffer"), "15m"),
    (("meet", "hikari", "--client-stretch"), "1h"),
    (("meet", "hikari", "--every"), "1w"),
    (("holidays", "hikari", "--next"), "30d"),
]
DAYS = [
    ("meet", "hikari", "--from"),
    ("meet", "hikari", "--to"),
    ("meet", "hikari", "--at"),
    ("holidays", "hikari", "--from"),
    ("holidays", "hikari", "--to"),
    ("holidays", "hikari", "--on"),
    ("brief", "hikari", "--at"),
    ("log", "hikari", "x", "--on"),
    ("promise", "add", "hikari", "x", "--due"),
    ("today", "--now"),
]
OTHERS = [
    (("meet", "hikari", "--next", "0d"), "--next: '0d' is no time at all", "write it like --next 2w"),
    (("meet", "hikari", "--next", "4y"), "--next: the search is longer than three years", None),
    (("meet", "hikari", "--to", "yesterday"), "--to: 'yesterday' has passed", "give a later --to"),
    (
        ("meet", "hikari", "--from", "4 dec", "--to", "3 dec"),
        "--to: '3 dec' is before --from '4 dec'",
        "give a later --to, or an earlier --from",
    ),
    (("meet", "hikari", "--to", "2030-01-01"), "--to: the search is longer than three years", None),
    (
        ("meet", "hikari", "--duration", "0"),
        "--duration: '0' is not between 1 minute and a day",
        "write it like --duration 45m",
    ),
    (("meet", "hikari", "--count", "0"), "--count: 0 is not between 1 and 1000", "write it like --count 5"),
    (
        ("meet", "hikari", "--every", "1w", "--times", "0"),
        "--times: 0 is not between 1 and 160",
        "write it like --times 6",
    ),
    (("meet", "hikari", "--every", "2h"), "--every: '2h' is not in days, weeks or months", None),
    (
        ("meet", "hikari", "--on", "2026-12-03"),
        "--on: '2026-12-03' is not a weekday",
        "for that day alone: --from 2026-12-03 --to 2026-12-03",
    ),
    (("meet", "hikari", "--on", "x"), "--on: 'x' is not a weekday", None),
    (
        ("meet", "hikari", "--between", "9"),
        "--between: '9' has no end",
        "write it like --between 09:00-12:00",
    ),
    (
        ("meet", "hikari", "--stretch", "9"),
        "--stretch: '9' has no end",
        "write it like --stretch 07:00-22:00",
    ),
    (
        ("meet", "hikari", "--optional", "nordlys", "--quorum", "101%"),
        "--quorum: '101%' is not a percentage",
        "write it like --quorum 80%",
    ),
    (
        ("meet", "hikari", "--text", "--lang", "99"),
        "--lang: '99' is not a language known here",
        "write it like French, ja or pt-BR",
    ),
    (
        ("holidays", "hikari", "--next", "0d"),
        "--next: '0d' is shorter than a day",
        "write it like --next 30d",
    ),
    (("holidays", "hikari", "--next", "4y"), "--next: more than three years are too many days to tell", None),
    (
        ("holidays", "hikari", "--to", "yesterday"),
        "--to: 'yesterday' is before today",
        "give a later --to, or an earlier --from",
    ),
    (
        ("holidays", "hikari", "--from", "4 dec", "--to", "3 dec"),
        "--to: '3 dec' is before --from '4 dec'",
        None,
    ),
    (
        ("holidays", "hikari", "--year", "1200"),
        "--year: '1200' is not a year from 1973 to 2199",
        "write --year 2027, or --year alone",
    ),
    (("review", "--month", "2026-13"), "--month: '2026-13' is not a month", "write it like --month 2026-11"),
    (("log", "hikari", "x", "--kind", "cal"), "--kind: 'cal' is not a kind of event", "did you mean call?"),
    (("log", "hikari", "x", "--on", "4 dec 2026"), "--on: 4 dec 2026 is in the future", None),
    (
        ("client", "set", "hikari/sato", "directness", "2", "--because", "x", "--since", "x"),
        "--since: 'x' is not a day",
        None,
    ),
    (("client", "person", "hikari", "add", "Bo", "--birthday", "0"), "--birthday: '0' is not a month", None),
    (("client", "person", "hikari", "add", "Bo", "--level", "x"), "--level: 'x' is not level", None),
    (
        ("client", "add", "Acme", "--country", "JP", "--hours", "x"),
        "--hours: 'x' has no time of day",
        'write it like --hours "09:00-12:30, 13:30-18:00"',
    ),
    (("client", "add", "A", "--country", "JP", "--language", "99"), "--language: '99' is not", None),
]
ZONES = [
    ("meet", "hikari", "--at", "fri 14:00", "--zone"),
    ("meet", "hikari", "--every", "1w", "--zone"),
    ("brief", "hikari", "--at", "fri 14:00", "--zone"),
    ("client", "add", "Acme", "--country", "JP", "--timezone"),
    ("init", "new", "--name", "Lea", "--country", "BE", "--timezone"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the sample."""
    copy_of_sample(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("words", "form"), LENGTHS, ids=[" ".join(words) for words, _ in LENGTHS])
@pytest.mark.parametrize("typed", ["-1", "x", "２w", "2 semaines", "999999999999", "9999y"])
def test_a_length(words: tuple[str, ...], form: str, typed: str, home: Path, run: Run) -> None:
    answer = run(*words, typed, folder=home)
    error, hint = answer.err.splitlines()
    assert (answer.code, answer.out) == (2, "")
    assert error.startswith(f"error: {words[-1]}: '{typed}' is ")
    assert hint == f"hint: write it like {words[-1]} {form}"
    assert run(*words, form, folder=home).code in {0, 1}


@pytest.mark.parametrize("words", DAYS, ids=" ".join)
@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("mañana", ("'mañana' is not a day", DATES)),
        ("5", ("'5' is not a day", DATES)),
        ("99999d", ("'99999d' is not a day", DATES)),
        ("firday", ("'firday' is not a day", f"did you mean friday for firday? Else {DATES}")),
        (
            "2026-13-01",
            ("there is no day 2026-13-01: there is no month 13", f"did you mean 2026-01-13? Else {DATES}"),
        ),
        ("2026-13-32", ("there is no day 2026-13-32: there is no month 13", DATES)),
        ("2026-02-30", ("there is no day 2026-02-30: February 2026 has 28 days", DATES)),
        ("31 nov", ("there is no day 31 nov: November 2026 has 30 days", DATES)),
        ("0000-01-01", ("there is no day 0000-01-01: there is no year 0", DATES)),
        ("25:00", ("'25:00' is not a time of day; the last one is 24:00", MOMENTS)),
        (
            "03/04",
            (
                "'03/04' could be two different days: Sat 3 Apr 2027 or Thu 4 Mar 2027",
                "write 2027-04-03 or 2027-03-04",
            ),
        ),
    ],
)
def test_a_day(words: tuple[str, ...], typed: str, refusal: tuple[str, str], home: Path, run: Run) -> None:
    say, hint = refusal
    answer = run(*words, typed, folder=home)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"error: {words[-1]}: {say}\nhint: {hint}\n"


@pytest.mark.parametrize(("words", "say", "hint"), OTHERS, ids=[" ".join(words) for words, _, _ in OTHERS])
def test_anything_else(words: tuple[str, ...], say: str, hint: str | None, home: Path, run: Run) -> None:
    answer = run(*words, folder=home)
    assert (answer.code, answer.out) == (2, "")
    error, said = answer.err.splitlines()
    assert error.startswith(f"error: {say}")
    assert said.startswith("hint: ")
    assert hint is None or said == f"hint: {hint}"


@pytest.mark.parametrize("words", ZONES, ids=" ".join)
def test_a_zone(words: tuple[str, ...], home: Path, run: Run) -> None:
    answer = run(*words, "xyzzy", folder=home)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.splitlines() == [
        f"error: {words[-1]}: unknown time zone 'xyzzy'",
        "hint: name a big city of it: Tokyo, Europe/Brussels",
    ]


@pytest.mark.parametrize(
    "words", [("meet", "--at", ""), ("holidays", "--from="), ("today", "--home", ""), ("log", "x", "--on=")]
)
def test_nothing_is_no_word(words: tuple[str, ...], home: Path, run: Run) -> None:
    option = next(word for word in words if word.startswith("--")).rstrip("=")
    answer = run(*words, folder=home)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {option} needs a word after it\nhint: ")


def test_a_reason_may_be_empty(home: Path, run: Run) -> None:
    assert run("promise", "add", "hikari", "send it by fri", folder=home).code == 0
    made = run("promise", "--json", folder=home).out.split('"id": "')[1].split('"')[0]
    assert run("promise", "drop", made, "--why", "", folder=home).code == 0


def test_a_wrong_now_of_the_environment_is_named_as_such(home: Path, run: Run) -> None:
    answer = run("today", folder=home, CB_NOW="x")
    assert (answer.code, answer.err) == (2, f"error: CB_NOW: 'x' is not a day\nhint: {DATES}\n")
