"""`cb clock` as it is typed."""

import json
from pathlib import Path

import pytest

from conftest import Run

CLIENTS = {
    "acme": "name: Acme KK\ncountry: JP\ntimezone: Asia/Tokyo\nhours: 09:00-17:30\n",
    "bay": "name: Bay Health\ncountry: US\nregion: US-MA\ntimezone: America/New_York\nhours: 08:00-16:30\n"
    "people:\n  - {id: ana, name: Ana Souza, timezone: America/Sao_Paulo}\n",
    "vague": "name: Vague\ncountry: DE\nregion: DE-BE\n",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\nhours: 09:00-18:00\n", encoding="utf-8")
    for name, text in CLIENTS.items():
        (folder / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def rows(run: Run, home: Path, *words: str) -> list[dict[str, object]]:
    got = run("clock", *words, "--json", folder=home)
    assert got.code == 0, got.err
    found = json.loads(got.out)["rows"]
    assert isinstance(found, list)
    return found


def local(run: Run, home: Path, *words: str) -> dict[object, object]:
    return {row["party"]: row["local"] for row in rows(run, home, *words)}


def test_you_and_every_client_now(run: Run, home: Path) -> None:
    assert local(run, home) == {
        "me": "2026-11-23T08:05:00+01:00",
        "acme": "2026-11-23T16:05:00+09:00",
        "bay": "2026-11-23T02:05:00-05:00",
        "vague": "2026-11-23T08:05:00+01:00",
    }


def test_a_row_has_the_promised_shape(run: Run, home: Path) -> None:
    row = rows(run, home, "acme")[1]
    assert row["day"] == {
        "status": "closed",
        "reasons": [
            {
                "kind": "public_holiday",
                "name": "Labor Thanksgiving Day",
                "local_name": "勤労感謝の日",
                "category": "public",
                "estimated": False,
                "source": "holidays 0.109",
                "regions": [],
            }
        ],
    }
    assert (row["fit"], row["day_shift"], row["next_change"], row["hours_known"]) == ("closed", 0, None, True)
    assert row["hours"] == [
        {"start": "2026-11-22T23:00:00Z", "end": "2026-11-23T15:00:00Z", "fit": "closed"},
        {"start": "2026-11-23T15:00:00Z", "end": "2026-11-23T23:00:00Z", "fit": "outside"},
    ]


def test_places_and_people_stand_beside_clients(run: Run, home: Path) -> None:
    found = local(run, home, "bay/ana", "@kathmandu", "@São Paulo", "@BE", "@DE-BY", "@Asia/Tokyo", "@Minot")
    assert {party: str(when)[-6:] for party, when in found.items()} == {
        "me": "+01:00",
        "bay/ana": "-03:00",
        "@kathmandu": "+05:45",
        "@São Paulo": "-03:00",
        "@BE": "+01:00",
        "@DE-BY": "+01:00",
        "@Asia/Tokyo": "+09:00",
        "@Minot": "-06:00",
    }


def test_a_place_has_the_holidays_of_its_region_and_says_what_is_assumed(run: Run, home: Path) -> None:
    bavaria = rows(run, home, "@DE-BY", "--day", "2027-01-06")[1]
    assert bavaria["fit"] == "closed"
    assert rows(run, home, "@DE-BE", "--day", "2027-01-06")[1]["fit"] == "unknown"
    shown = " ".join(run("clock", "@DE-BY", "vague", folder=home).out.split())
    assert "assumed: office hours, week, holidays and seasons are those usual in Bavaria, Germany" in shown
    assert "assumed: office hours there for Vague" in shown


@pytest.mark.parametrize(
    ("words", "mine", "tokyo"),
    [
        (("--at", "15:00"), "2026-11-23T15:00:00+01:00", "2026-11-23T23:00:00+09:00"),
        (("--at", "thu 17:00"), "2026-11-26T17:00:00+01:00", "2026-11-27T01:00:00+09:00"),
        (
            ("--at", "2026-12-03 15:00", "--zone", "Tokyo"),
            "2026-12-03T07:00:00+01:00",
            "2026-12-03T15:00:00+09:00",
        ),
        (("--at", "2026-12-03T15:00Z"), "2026-12-03T16:00:00+01:00", "2026-12-04T00:00:00+09:00"),
        (("--day", "2026-12-24"), "2026-12-24T08:05:00+01:00", "2026-12-24T16:05:00+09:00"),
        (("--day", "2026-12-24", "--at", "10:00"), "2026-12-24T10:00:00+01:00", "2026-12-24T18:00:00+09:00"),
        (("--day", "2027-03-28", "--at", "10:00"), "2027-03-28T10:00:00+02:00", "2027-03-28T17:00:00+09:00"),
    ],
)
def test_another_time_or_day(words: tuple[str, ...], mine: str, tokyo: str, run: Run, home: Path) -> None:
    found = local(run, home, "acme", *words)
    assert (found["me"], found["acme"]) == (mine, tokyo)


@pytest.mark.parametrize(
    ("at", "moments", "said"),
    [
        ("2027-03-28 02:30", ("00:30Z", "01:30Z"), "does not exist: the clocks skip it"),
        ("2026-10-25 02:30", ("00:30Z", "01:30Z"), "exists twice: the clocks go back over it"),
    ],
)
def test_a_time_that_is_two_moments_shows_both(
    at: str, moments: tuple[str, str], said: str, run: Run, home: Path
) -> None:
    skipped = "not exist" in said
    answer = json.loads(run("clock", "acme", "--at", at, "--json", folder=home).out)
    day = at.partition(" ")[0]
    assert (answer["at"], answer["other_at"]) == tuple(
        f"{day}T{one.removesuffix('Z')}:00Z" for one in moments
    )
    assert answer["is_skipped"] is skipped
    assert [row["other_local"][11:16] for row in answer["rows"]] == ["03:30" if skipped else "02:30", "10:30"]
    shown = run("clock", "acme", "--at", at, folder=home)
    assert shown.code == 0
    text = " ".join(shown.out.split())
    assert said in text
    assert f"{day}T{moments[0]} and {day}T{moments[1]}" in text
    assert "09:30 or 10:30" in text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("@birmingham",),
            3,
            "'@Birmingham, England, United Kingdom' or '@Birmingham, Alabama, United States'",
        ),
        (("@US",), 3, "'@America/New_York'"),
        (("@tokoyo",), 3, "did you mean Tokyo"),
        (("@",), 2, "no place is named after @"),
        (("nobody",), 3, "unknown"),
        (("--zone", "Tokyo"), 2, "--zone says whose clock --at means"),
        (("--at", "15:00", "--zone", "Nowhere"), 3, "error: --zone: unknown time zone 'Nowhere'"),
        (("--at", "tomorrow"), 2, "error: --at: 'tomorrow' has no time of day"),
        (("--day", "03/04"), 2, "error: --day: '03/04'"),
    ],
)
def test_what_cannot_be_understood(
    words: tuple[str, ...], code: int, said: str, run: Run, home: Path
) -> None:
    got = run("clock", *words, folder=home)
    assert (got.code, got.out) == (code, "")
    assert said in got.err


def test_a_place_of_a_common_name_is_asked_about_at_a_terminal(run: Run, home: Path) -> None:
    got = run("clock", "@birmingham", folder=home, typed="2\n", terminal=True, width=80)
    assert got.code == 0
    assert "1  Birmingham, England, United Kingdom" in got.err
    assert "Birmingham, Alabama, United States" in got.out
    zones = run("clock", "@texas", folder=home, typed="2\n", terminal=True, width=80)
    assert "Which clock?" in zones.err
    assert "-8h" in zones.out


def test_the_page_shows_who_is_at_work(run: Run, home: Path) -> None:
    shown = run("clock", "bay", folder=home, terminal=True, width=80, NO_COLOR="1").out
    rows = shown.splitlines()
    assert next(row for row in rows if row.startswith("Bay")).split()[-2:] == ["-6h", "night"]
    assert "Next: cb meet bay" in shown
    assert next(row for row in rows if "█" in row and row.startswith("you")).index("█") == 12 + 18


def test_the_hours_above_the_picture_are_those_the_clock_shows(run: Run, home: Path) -> None:
    shown = run(
        "clock", "acme", "--day", "2027-03-28", folder=home, terminal=True, width=80, NO_COLOR="1"
    ).out
    ruler = next(line for line in shown.splitlines() if line.startswith("blank=night"))
    assert [ruler.index(f" {hour}") + 1 for hour in (6, 12, 18)] == [12 + 10, 12 + 22, 12 + 34]


def test_a_place_stands_for_a_party_of_a_meeting(run: Run, home: Path) -> None:
    answer = json.loads(run("meet", "@lisbon", "--next", "1w", "--json", folder=home).out)
    assert [(one["id"], one["known"], one["timezone"]) for one in answer["parties"]] == [
        ("me", True, "Europe/Brussels"),
        ("@lisbon", False, "Europe/Lisbon"),
    ]
    assert answer["slots"]
    asked = run("meet", "@birmingham", folder=home)
    assert (asked.code, asked.out) == (3, "")


@pytest.mark.parametrize(
    "words",
    [
        ("--at", "tue 14:00"),
        ("--every", "1w", "--times", "2"),
        ("--every", "1w", "--times", "2", "--rotate"),
        ("--text",),
        ("acme", "--optional", "@lima"),
        ("acme", "--client-stretch", "@lisbon=1h"),
        ("--ics", "slot.ics"),
    ],
)
def test_every_question_of_a_meeting_takes_a_place(words: tuple[str, ...], run: Run, home: Path) -> None:
    got = run("meet", "@lisbon", *words, folder=home)
    assert got.code in {0, 1}, got.err


def test_where_the_clocks_differ_between_the_two_moments_both_differences_are_told(
    run: Run, home: Path
) -> None:
    shown = run("clock", "bay", "--at", "2026-11-01 01:30", "--zone", "New York", folder=home).out
    assert "-5h or -6h" in " ".join(shown.split())
    assert "then" in shown


def test_places_need_no_files(run: Run, tmp_path: Path) -> None:
    """You are then where the machine says."""
    got = run("clock", "@lima", "@lima", "--at", "15:00", "--json", folder=tmp_path, TZ="Asia/Tokyo")
    assert [row["local"] for row in json.loads(got.out)["rows"]] == [
        "2026-11-23T15:00:00+09:00", "2026-11-23T01:00:00-05:00",
    ]  # fmt: skip
    assert got.err == "you are taken to be in Tokyo, from this machine; say where you are: cb init\n"
    assert run("clock", folder=tmp_path, TZ="Asia/Tokyo").code == 4
    assert run("clock", "acme", folder=tmp_path, TZ="Asia/Tokyo").code == 4


def test_files_that_cannot_be_read_are_told_and_no_place_is_guessed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_bytes(b"#" * 9_000_000)
    answer = run("clock", "@lima", folder=tmp_path, TZ="Europe/Oslo")
    assert (answer.code, answer.out) == (4, "")
    assert "me.yaml" in answer.err


@pytest.mark.parametrize(("width", "dropped"), [(80, []), (60, ["where"]), (36, ["from you", "where"])])
def test_what_has_no_room_is_named(width: int, dropped: list[str], home: Path, run: Run) -> None:
    shown = run("clock", "acme", "@kathmandu", folder=home, terminal=True, width=width, NO_COLOR="1").out
    told = " ".join(shown.split())
    assert [name for name in ("from you", "where") if f"{name}: on a wider screen" in told] == dropped
    plain = run("clock", "acme", "@kathmandu", "--plain", folder=home).out
    assert "Kathmandu, Nepal" in plain
    assert "from you +" in plain
