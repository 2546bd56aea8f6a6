import json
from pathlib import Path

import pytest
from sample_copies import copy_of_sample

from clientbridge.adapters.safe_write import write_whole
from conftest import Run

DEMO_CLIENTS = ("almadar", "bayside", "hikari", "nordlys", "solaris")


@pytest.mark.parametrize("client", DEMO_CLIENTS)
def test_a_sample_client_fits_one_screen(run: Run, client: str) -> None:
    answer = run("--demo", "brief", client)
    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) <= 24


def test_labour_thanksgiving_day_stands_before_the_people(run: Run) -> None:
    lines = run("--demo", "brief", "hikari", "--plain").out.splitlines()
    labels = [line.partition(":")[0] for line in lines]
    assert "Labor Thanksgiving Day" in lines[labels.index("Today")]
    assert labels.index("Late") < labels.index("Now") < labels.index("Today") < labels.index("On the call")


def test_one_person_in_another_country_has_a_day_and_a_culture_of_her_own(run: Run) -> None:
    answer = json.loads(run("--demo", "brief", "hikari", "--person", "weber", "--json").out)
    assert answer["kind"] == "briefing"
    assert answer["client"]["country"] == "DE"
    assert answer["local_time"] == "2026-11-23T08:05:00+01:00"
    assert [person["id"] for person in answer["people"]] == ["weber"]
    assert {row["them"] for row in answer["scales"] if row["id"] == "directness"} < {1, 2, 3}


def test_every_source_named_in_the_json_is_listed(run: Run) -> None:
    answer = json.loads(run("--demo", "brief", "solaris", "--json").out)
    listed = {source["key"] for source in answer["sources"]}
    parts = ("open_with", "avoid", "close_with", "claims", "scales", "gaps", "seasons")
    used = {key for part in parts for line in answer[part] for key in line["sources"]}
    assert used <= listed
    assert answer["day"]["status"] == "working"
    assert all(
        {"scale", "you", "them", "layer", "confidence", "say", "do"} <= set(gap) for gap in answer["gaps"]
    )


def test_an_unknown_client_is_told_with_the_nearest(run: Run) -> None:
    answer = run("--demo", "brief", "hikary")
    assert (answer.code, answer.out) == (3, "")
    assert "hikari" in answer.err


def test_files_are_written_where_asked(run: Run, tmp_path: Path) -> None:
    answer = run("--demo", "brief", "hikari", "--md", "brief.md", "--html", "brief.html", folder=tmp_path)
    assert answer.code == 0
    assert (
        (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# Hikari Seimitsu KK (Tokyo, Japan)")
    )
    html = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "<h1>Hikari Seimitsu KK <small>Tokyo, Japan</small></h1>" in html
    assert "<footer>Made on Mon 23 Nov 2026 with cb</footer>" in html
    assert (answer.out, answer.err) == ("", "wrote brief.md\nwrote brief.html\n")


def test_a_script_that_writes_a_page_still_gets_its_json(run: Run, tmp_path: Path) -> None:
    answer = run("--demo", "brief", "hikari", "--html", "brief.html", "--json", folder=tmp_path)
    assert json.loads(answer.out)["kind"] == "briefing"
    assert (tmp_path / "brief.html").exists()


ME = "name: Lea\ncountry: BE\nhours: 09:00-18:00\nculture: {hierarchy: 1}\n"


def workspace(folder: Path, client: str) -> Path:
    (folder / "clients").mkdir()
    write_whole(folder / "me.yaml", ME.encode(), file="me.yaml")
    write_whole(folder / "clients" / "acme.yaml", client.encode(), file="clients/acme.yaml")
    return folder


def test_a_country_without_a_file_says_so_and_shows_what_is_derived(run: Run, tmp_path: Path) -> None:
    home = workspace(tmp_path, "name: Acme\ncountry: MG\n")
    answer = run("brief", "acme", "--home", str(home))
    assert answer.code == 0
    assert "No sourced notes on work in Madagascar yet" in answer.out
    assert "Malagasy" in answer.out
    assert "Ariary" in answer.out


def test_what_you_noted_of_a_client_counts_where_the_country_has_no_file(run: Run, tmp_path: Path) -> None:
    home = workspace(tmp_path, "name: Acme\ncountry: MG\nculture: {hierarchy: 4}\n")
    assert "(your note on this client)" in run("brief", "acme", "--home", str(home), "--plain").out


def test_christmas_is_greeted_where_the_nation_keeps_it_or_the_client_is_known_to(
    run: Run, tmp_path: Path
) -> None:
    home = workspace(tmp_path, "name: Acme\ncountry: BR\nregion: SP\n")

    def greeting() -> str | None:
        words = ("brief", "acme", "--home", str(home), "--now", "2026-12-21T15:00:00Z", "--json")
        said = json.loads(run(*words).out)["greeting"]
        return None if said is None else str(said["native"])

    assert greeting() == "Feliz Natal"
    file = home / "clients" / "acme.yaml"
    file.write_text("name: Acme\ncountry: ID\ntimezone: Asia/Jakarta\n", encoding="utf-8")
    assert greeting() is None
    with file.open("a", encoding="utf-8") as text:
        text.write("observes: [christmas]\n")
    assert greeting() == "Selamat Natal"


def test_a_solemn_day_is_told_and_not_greeted(run: Run, tmp_path: Path) -> None:
    home = workspace(tmp_path, "name: Acme\ncountry: DE\nregion: BY\nobserves: [good friday]\n")
    answer = json.loads(
        run("brief", "acme", "--home", str(home), "--now", "2027-03-26T09:00:00Z", "--json").out
    )
    assert answer["greeting"] is None
    assert answer["warnings"][0]["code"] == "today"
    assert "solemn" in [line["code"] for line in answer["warnings"]]


@pytest.mark.parametrize("who", ["solaris", "solaris/ana"])
@pytest.mark.parametrize("more", [(), ("--full",), ("--why",), ("--json",)])
def test_what_is_known_of_ana_beats_what_is_said_of_brazil(
    run: Run, tmp_path: Path, who: str, more: tuple[str, ...]
) -> None:
    """She says no plainly (directness: 2) and is called Ana."""
    told = " ".join(run("brief", who, *more, folder=copy_of_sample(tmp_path / "mine")).out.split())
    for line in ("signalled rather than said", "bare no", "pode ser", "Senhor"):
        assert line not in told
    assert "A no is said clearly" in told


def test_the_claims_left_out_are_counted(run: Run) -> None:
    full = " ".join(run("--demo", "brief", "solaris", "--full").out.split())
    assert "4 lines are left out, as you noted otherwise; all of them: cb --demo culture BR --full" in full
    assert "left out" not in run("--demo", "brief", "nordlys", "--person", "lars", "--full").out


def test_a_call_to_come_is_briefed_on_its_own_clock_and_day(run: Run) -> None:
    words = ("--demo", "brief", "hikari", "--at", "2026-12-04 09:00")
    first, *lines = run(*words, "--plain").out.splitlines()
    assert first == "Hikari Seimitsu KK: Tokyo, Japan; for a call on Fri 4 Dec 09:00 here"
    assert any(line.startswith("The call: 17:00 on Friday 4 December in Tokyo") for line in lines)
    answer = json.loads(run(*words, "--json").out)
    assert (answer["kind"], answer["local_time"]) == ("briefing", "2026-12-04T17:00:00+09:00")
    assert answer["day"]["date"] == "2026-12-04"
    assert not {"asked", "asked_on", "called_at"} & set(answer)
    there = run("--demo", "brief", "hikari", "--at", "2026-12-04 17:00", "--zone", "Tokyo")
    assert there.out == run(*words).out


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (("--at", "2027-03-28 02:30"), "does not exist"),
        (("--at", "2027-10-31 02:30"), "exists twice"),
        (("--zone", "Tokyo"), "--zone says on which clock --at is read"),
    ],
)
def test_a_time_that_is_not_one_moment_is_asked_back(run: Run, words: tuple[str, ...], say: str) -> None:
    answer = run("--demo", "brief", "hikari", *words)
    assert (answer.code, answer.out) == (2, "")
    assert say in answer.err


def test_the_short_friday_of_a_client_is_said(run: Run) -> None:
    out = " ".join(run("--demo", "brief", "almadar", "--at", "2026-11-27 09:00").out.split())
    assert "Friday is a short day there: work ends at 12:00, on other days at 17:30." in out


def test_the_days_of_regions_are_told_by_name(run: Run, tmp_path: Path) -> None:
    home = workspace(tmp_path, "name: Acme\ncountry: DE\n")
    out = run("brief", "acme", "--home", str(home), "--now", "2027-11-01T09:00:00Z", "--plain").out
    assert "Bavaria" in out
    assert "DE-B" not in out
