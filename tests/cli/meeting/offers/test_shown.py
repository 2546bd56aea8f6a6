"""The screens of an offer: on whose clock each time is, and how it suits everyone."""

from pathlib import Path

import pytest

from conftest import Run

ME = """\
name: Lea
country: BE
hours: 09:00-17:00
stretch: 08:00-20:00
travel: [{days: 2026-11-25..2026-11-25, timezone: Asia/Dubai, country: AE}]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(ME, encoding="utf-8")
    profile = "name: Bay\ncountry: GB\nregion: GB-ENG\nhours: 14:00-15:00\n"
    (folder / "clients/bay.yaml").write_text(profile, encoding="utf-8")
    return folder


def rows(out: str) -> list[str]:
    """The lines of the slots in the table."""
    return [line.rstrip() for line in out.splitlines() if line[:3] in {"1  ", "2  ", "3  "}]


def offered(run: Run, mine: Path) -> str:
    words = (
        "bay",
        "--from",
        "2026-11-24",
        "--to",
        "2026-11-26",
        "--client-stretch",
        "30m",
        "--between",
        "08:00-20:00",
    )
    return run("offer", *words, folder=mine).out


def test_where_you_are_elsewhere_the_place_stands_beside_the_time(run: Run, mine: Path) -> None:
    shown = rows(offered(run, mine))
    assert [("Dubai" in line, line[3:13]) for line in shown] == [
        (False, "Tue 24 Nov"),
        (True, "Wed 25 Nov"),
        (False, "Thu 26 Nov"),
    ]


def test_the_list_names_the_place_where_it_changes(run: Run, mine: Path) -> None:
    offered(run, mine)
    told = run("offer", "--plain", folder=mine).out
    (slots,) = [line.partition("slots ")[2] for line in told.splitlines() if "1: Tue 24" in line]
    assert [part.split()[-1] for part in slots.split("   ")] == ["Brussels", "Dubai", "Brussels"]


def test_what_was_accepted_for_it_counts_as_long_as_the_offer_is_known(run: Run, mine: Path) -> None:
    made = offered(run, mine)
    assert "~" in rows(made)[1]
    offer_id = made.split()[1]
    for change in (("accept", offer_id, "2"), ("accept", offer_id, "1"), ("withdraw", offer_id)):
        assert rows(run("offer", *change, folder=mine).out) == rows(made)
