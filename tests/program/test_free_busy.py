"""``cb offer --free-busy FILE``: what others read of it, and what they cannot."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from sessions import make_workspace

from conftest import Run

EVENT = (
    "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:{1}\r\nDTEND:{2}\r\n"
    "SUMMARY:Secret {0}\r\nEND:VEVENT\r\n"
)
TIMES = (
    ("a", "20261124T080000Z", "20261124T093000Z"),
    ("b", "20261124T090000Z", "20261124T100000Z"),
    ("late", "20261222T080000Z", "20261222T090000Z"),
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = make_workspace(tmp_path / "mine", acme="name: Acme KK\ncountry: NL\n")
    me = "name: Lea\ncountry: BE\nemail: lea@example.com\ncalendar: lea.ics\n"
    (folder / "me.yaml").write_text(me, encoding="utf-8")
    events = "".join(EVENT.format(*one) for one in TIMES)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n"
    (folder / "lea.ics").write_text(text, encoding="utf-8", newline="")
    return folder


def told(file: Path) -> tuple[Calendar, dict[str, list[tuple[datetime, datetime]]]]:
    calendar = Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, Calendar)
    (found,) = calendar.walk("VFREEBUSY")
    periods = found.get("freebusy", [])
    by_kind: dict[str, list[tuple[datetime, datetime]]] = {}
    for one in periods if isinstance(periods, list) else [periods]:
        by_kind.setdefault(one.params["FBTYPE"], []).append((one.start, one.end))
    return calendar, by_kind


def test_four_weeks_are_published_without_a_word_of_what_for(run: Run, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "busy.ics"
    assert run("offer", "acme", "--from", "2026-11-25", "--duration", "30m", folder=mine).code == 0
    for _ in range(2):  # what it wrote it replaces
        answer = run("offer", "--free-busy", str(file), folder=mine)
        assert (answer.code, "Acme" in answer.out) == (0, True), answer.err
    calendar, times = told(file)
    (found,) = calendar.walk("VFREEBUSY")
    assert (calendar["method"], found["organizer"]) == ("PUBLISH", "mailto:lea@example.com")
    assert found.decoded("dtend") - found.decoded("dtstart") == timedelta(weeks=4)
    assert times["BUSY"] == [(datetime(2026, 11, 24, 8, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC))]
    assert [end - start for start, end in times["BUSY-TENTATIVE"]] == [timedelta(minutes=30)] * 3
    text = file.read_text(encoding="utf-8")
    assert not [word for word in ("Secret", "SUMMARY", "Acme", "acme") if word in text]


def test_an_offer_publishes_the_range_that_it_searched(run: Run, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "busy.ics"
    words = ("--from", "2026-12-21", "--to", "2026-12-23", "--free-busy", str(file))
    assert run("offer", "acme", *words, folder=mine).code == 0
    calendar, times = told(file)
    (found,) = calendar.walk("VFREEBUSY")
    assert found.decoded("dtend") == datetime(2026, 12, 23, 23, tzinfo=UTC)
    assert [start.day for start, _ in times["BUSY"]] == [22]
    assert len(times["BUSY-TENTATIVE"]) == 3


@pytest.mark.parametrize(
    "words",
    [("offer", "--free-busy"), ("offer", "acme", "--free-busy"), ("meet", "acme", "--ics")],
    ids=" ".join,
)
def test_no_file_is_called_as_what_is_piped(words: tuple[str, ...], run: Run, mine: Path) -> None:
    answer = run(*words, "-", folder=mine)
    assert (answer.code, answer.out, (mine / "-").exists()) == (2, "", False)
    assert f"{words[-1]} -: a file needs a name" in answer.err
    assert not (mine / "calendars").exists(), "nothing is held"


def test_no_foreign_file_is_replaced_and_no_busy_time_left_out(run: Run, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "busy.ics"
    file.write_text("mine", encoding="utf-8")
    for words in (
        ("offer", f"--free-busy={file}"),
        ("offer", "list", "--free-busy", str(file)),
        ("offer", "acme", "--free-busy", str(file)),
    ):
        answer = run(*words, folder=mine)
        said = "is not a file of busy times written by cb" in " ".join(answer.err.split())
        assert (answer.code, said) == (2, True), answer.err
    assert (file.read_text(encoding="utf-8"), (mine / "calendars").exists()) == ("mine", False)
    (mine / "lea.ics").unlink()
    assert run("offer", "--free-busy", str(file), "--force", folder=mine).code == 5
    assert file.read_text(encoding="utf-8") == "mine"


def test_without_an_address_it_says_so(run: Run, mine: Path, tmp_path: Path) -> None:
    (mine / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    file = tmp_path / "busy.ics"
    answer = run("offer", "--free-busy", str(file), folder=mine)
    assert "cb client set me email" in answer.err
    assert told(file)[1] == {}
