"""What is said of an invitation, and what is written for it, case by case."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar, Event
from itip_rules import broken_rules

from conftest import Run

ME = "name: Lea\ncountry: BE\ntimezone: Europe/Brussels\nhours: 09:00-18:00\nemail: lea@example.com\n"
TOKYO = (
    "name: Acme KK\ncountry: JP\ntimezone: Asia/Tokyo\nhours: 09:00-19:00\n"
    "people:\n  - {id: mori, name: Kenji Mori, email: k.mori@acme.example.org}\n"
)
ASKED = (
    "UID:s1\nSUMMARY:Weekly\nORGANIZER;CN=Kenji Mori:mailto:k.mori@acme.example.org\n"
    "ATTENDEE:mailto:lea@example.com\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(ME, encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text(TOKYO, encoding="utf-8")
    return folder


def invitation(*events: str, method: str = "REQUEST", before: str = "") -> str:
    parts = "".join(f"BEGIN:VEVENT\n{ASKED}{event}END:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nMETHOD:{method}\n{before}{parts}END:VCALENDAR\n"


def hour(day: int, begin: int = 8, *, month: int = 12) -> str:
    """An hour of December 2026 in UTC."""
    return (
        f"DTSTART:2026{month:02}{day:02}T{begin:02}0000Z\nDTEND:2026{month:02}{day:02}T{begin + 1:02}0000Z\n"
    )


def moved(of: int, to: int, sequence: int = 3) -> str:
    return f"RECURRENCE-ID:202612{of:02}T080000Z\nSEQUENCE:{sequence}\n{hour(to)}"


def shown(run: Run, home: Path, text: str, *words: str, code: int = 0) -> str:
    (home / "invite.ics").write_text(text, encoding="utf-8")
    got = run("answer", "invite.ics", *words, folder=home)
    assert got.code == code, got.err
    return " ".join(f"{got.out} {got.err}".split())


def events_of_reply(home: Path) -> Sequence[Event]:
    """Of a reply that keeps to the rules and is read by two libraries."""
    text = (home / "reply.ics").read_bytes().decode()
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    assert broken_rules(calendar) == []
    assert vobject.readOne(text).validate()
    return calendar.events


def dates_of(events: Sequence[Event]) -> list[tuple[str, int, str]]:
    """Which date of the series, in which version, and when it takes place."""
    return [
        (
            str(event.decoded("RECURRENCE-ID").strftime("%Y%m%dT%H%M%SZ"))
            if "RECURRENCE-ID" in event
            else "series",
            event.sequence,
            f"{event.start:%d %H:%M}",
        )
        for event in events
    ]


SERIES = f"SEQUENCE:2\nRRULE:FREQ=WEEKLY\n{hour(1)}"
MOVED = (moved(15, 16), moved(8, 9))
BOTH = [("20261208T080000Z", 3, "09 08:00"), ("20261215T080000Z", 3, "16 08:00")]


@pytest.mark.parametrize(
    ("events", "choice", "answered"),
    [
        (MOVED, "--accept", BOTH),
        (MOVED, "--decline", BOTH),
        ((*MOVED, moved(8, 10, 4)), "--accept", [("20261208T080000Z", 4, "10 08:00"), BOTH[1]]),
        ((SERIES, *MOVED), "--accept", [("series", 2, "01 08:00"), *BOTH]),
        (
            (SERIES, MOVED[0], f"{MOVED[1]}STATUS:CANCELLED\n"),
            "--tentative",
            [("series", 2, "01 08:00"), BOTH[1]],
        ),
        ((SERIES.replace("20261201", "20261103"), moved(1, 2).replace("202612", "202611")), "--accept", None),
    ],
    ids=[
        "two dates",
        "declined",
        "a date in two versions",
        "with their series",
        "one called off",
        "one is past",
    ],
)
def test_each_date_that_is_told_alone_is_answered(
    events: Sequence[str],
    choice: str,
    answered: list[tuple[str, int, str]] | None,
    run: Run,
    home: Path,
) -> None:
    """A moved date has its own list of guests: an answer to another one, or to the series, leaves it open."""
    shown(run, home, invitation(*events), choice, "--ics", "reply.ics")
    assert dates_of(events_of_reply(home)) == (answered or [("series", 2, "03 08:00")])


def test_another_time_is_proposed_for_the_first_of_the_dates(run: Run, home: Path) -> None:
    text = invitation(*MOVED)
    shown(run, home, text, "--counter", "--ics", "reply.ics")
    ((date, _, _),) = dates_of(events_of_reply(home))
    assert date == "20261208T080000Z"
    assert "2 dates of a series, moved from Tue 8 Dec 09:00 and Tue 15 Dec 09:00." in shown(run, home, text)


def test_every_date_that_is_called_off_is_shown(run: Run, home: Path) -> None:
    """Without DTSTART, which RFC 5546 leaves out of a cancellation where it wants."""
    text = invitation(*(f"RECURRENCE-ID:202612{day:02}T080000Z\n" for day in (8, 15)), method="CANCEL")
    said = shown(run, home, text)
    assert "these 2 dates of the series are called off" in said
    assert "Tue 8 Dec 2026 09:00" in said
    assert "Tue 15 Dec 2026 09:00" in said
    assert json.loads(run("answer", "invite.ics", "--json", folder=home).out)["series"]["times"] == len(BOTH)


DATES = "RDATE:" + ",".join(f"202612{day:02}T080000Z" for day in range(2, 14)) + "\n"


@pytest.mark.parametrize(
    ("event", "says", "dates"),
    [
        (SERIES, "Weekly, every week, next on: Tuesday, 1 December 2026", 1),
        (
            SERIES.replace("WEEKLY", "MONTHLY;INTERVAL=3"),
            "Weekly, every 3 months, next on: Tuesday, 1 Dec",
            1,
        ),
        (f"{hour(1)}{DATES}", "and 3 more dates", 10),
        (hour(1), "Weekly: Tuesday, 1 December 2026", 1),
    ],
)
def test_the_words_for_a_series_say_that_it_is_one(
    event: str, says: str, dates: int, run: Run, home: Path
) -> None:
    said = shown(run, home, invitation(event), "--accept", "--text")
    assert says in said
    assert said.count(" December 2026") == dates


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ("9999", "careful: 9999-03-18 is too far away"),
        ("2500", "careful: 2500-03-18 is too far away"),
        ("2199", "Mon 18 Mar 2199"),
    ],
)
def test_years_without_known_holidays_are_not_judged(year: str, says: str, run: Run, home: Path) -> None:
    """The same years that can be typed (core/limits.py)."""
    asked = invitation(hour(18, month=3).replace("2026", year))
    assert says in shown(run, home, asked)
    shown(run, home, asked, "--accept", "--ics", "reply.ics")
    assert f"{next(iter(events_of_reply(home))).start:%Y}" == year


def new_york(offset: str, rule: str = "") -> str:
    return (
        "BEGIN:VTIMEZONE\nTZID:America/New_York\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        f"TZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\n{rule}END:STANDARD\nEND:VTIMEZONE\n"
    )


NINE = "DTSTART;TZID=America/New_York:20261202T090000\nDURATION:PT1H\n"
DOUBT = "the file has America/New_York at {}, where clocks show {}: the time here is by the file"


@pytest.mark.parametrize(
    ("offset", "event", "doubt"),
    [
        ("-0500", NINE, None),
        ("-0400", NINE, "on Wed 2 Dec 2026 " + DOUBT.format("UTC-04:00", "UTC-05:00")),
        (
            "-0500",
            f"{NINE}RRULE:FREQ=WEEKLY\n",
            "on Wed 17 Mar 2027 " + DOUBT.format("UTC-05:00", "UTC-04:00"),
        ),
    ],
    ids=["right that day", "wrong that day", "wrong from March on"],
)
def test_a_zone_that_is_defined_as_another_is_told(
    offset: str, event: str, doubt: str | None, run: Run, home: Path
) -> None:
    said = shown(run, home, invitation(event, before=new_york(offset)))
    assert (doubt or "the file has") in said if doubt else "the file has" not in said
    assert f"{14 if offset == '-0400' else 15}:00-" in said


UNKNOWN_ZONE = "DTSTART;TZID=Foo/Bar:20261202T090000\n"


def test_a_time_on_an_unknown_clock_is_needed_by_all_but_a_refusal(run: Run, home: Path) -> None:
    series = "RECURRENCE-ID;TZID=Foo/Bar:20261201T090000\n"
    for event in (UNKNOWN_ZONE, series + UNKNOWN_ZONE):
        for words in ((), ("--accept", "--text")):
            said = shown(run, home, invitation(event), *words, code=4)
            assert "the time zone 'Foo/Bar' is not known error: 1 problem in the invitation" in said
            assert "your files" not in said
        assert "Foo/Bar' is not known" in shown(
            run, home, invitation(event), "--decline", "--ics", "reply.ics"
        )
        text = (home / "reply.ics").read_text(encoding="utf-8")
        assert ("RECURRENCE-ID;TZID=Foo/Bar:20261201T090000" in text) == (series in event)
    said = shown(run, home, invitation(UNKNOWN_ZONE), "--decline", "--text")
    assert "I am sorry that I cannot be there. Weekly careful:" in said


TUESDAYS = "RRULE:FREQ=WEEKLY;COUNT=3\nDTSTART;TZID=America/New_York:20261027T090000\nDURATION:PT1H\n"
BY_HAND = (
    "RECURRENCE-ID;TZID=America/New_York:20261103T090000\n"
    "DTSTART;TZID=America/New_York:20261104T110000\nDURATION:PT1H\n"
)


@pytest.mark.parametrize(
    ("events", "changes", "kept_at"),
    [
        ((TUESDAYS,), "2 you 15:00 instead of 14:00, acme/mori 23:00 instead of 22:00", "at 09:00 New York"),
        ((TUESDAYS, BY_HAND), "3 you 15:00 instead of 14:00, acme/mori 23:00", "mostly at 09:00 New York"),
        ((f"RRULE:FREQ=DAILY;COUNT=3\n{hour(1)}", moved(1, 2).replace("T08", "T10", 2)), "", "at 08:00 UTC"),
    ],
    ids=["the clock", "the clock, beside a date by hand", "by hand alone"],
)
def test_a_date_that_was_moved_is_no_clock_change(
    events: Sequence[str], changes: str, kept_at: str, run: Run, home: Path
) -> None:
    said = shown(run, home, invitation(*events), "--now", "2026-10-20T08:00")
    assert kept_at in said
    assert said.partition("Clocks that change on the way ")[2].startswith(changes)
    assert ("Clocks that change" in said) == bool(changes)


@pytest.mark.parametrize(
    ("event", "verdict"),
    [
        (hour(2), "This time is good."),
        (f"RRULE:FREQ=WEEKLY;COUNT=2\n{hour(2)}", "Both dates are good."),
        (f"RRULE:FREQ=WEEKLY;COUNT=4\n{hour(4)}", "1 of 4 dates does not work."),
        (f"RRULE:FREQ=DAILY;COUNT=5\n{hour(3)}", "2 of 5 dates do not work."),
    ],
)
def test_the_verdict_is_on_all_dates_of_a_series(event: str, verdict: str, run: Run, home: Path) -> None:
    """25 December is a holiday, 5 and 6 December 2026 a weekend."""
    assert verdict in shown(run, home, invitation(event))


def test_what_is_over_is_shown_and_nothing_is_offered_for_it(run: Run, home: Path) -> None:
    said = shown(run, home, invitation(hour(3, month=11)), "--now", "2026-11-23T08:00")
    assert said.endswith("careful: it is over Tue 3 Nov 2026 09:00-10:00 Brussels")


@pytest.mark.parametrize(
    ("words", "answered", "then"),
    [
        (("--accept",), "you come.", "--accept --text"),
        (("--decline",), "you do not come.", "--decline --text"),
        (
            ("--counter", "--pick", "2", "--as", "lea@example.com"),
            r"you propose \w+ \d+ \w+ 09:00-10:00 Brussels.",
            "--counter --pick 2 --as lea@example.com --text",
        ),
    ],
)
def test_after_the_file_is_written_the_screen_says_what_was_answered(
    words: Sequence[str], answered: str, then: str, run: Run, home: Path
) -> None:
    said = shown(run, home, invitation(hour(5)), *words, "--ics", "reply.ics")
    assert re.search(f"Your answer: {answered} Next: cb answer invite.ics {then}", said)
    assert "--ics reply.ics" not in said


@pytest.mark.parametrize(
    ("event", "says", "never"),
    [
        (
            "DTSTART:20261202T080000Z\n",
            "it does not say when it ends; it is looked at as an hour",
            "09:00-09:01",
        ),
        (
            "DTSTART:20261202T140000Z\nDTEND:20280106T150000Z\n",
            "Wed 2 Dec 2026 15:00 to Thu 6 Jan 2028 16:00",
            "min outside",
        ),
        (
            "DTSTART:20261202T080000Z\nDTEND:20261203T150000Z\n",
            "Wed 2 Dec 09:00 to Thu 3 Dec 2026 16:00",
            "31h",
        ),
    ],
    ids=["no end", "a year", "two days"],
)
def test_a_meeting_without_an_end_or_of_days(event: str, says: str, never: str, run: Run, home: Path) -> None:
    said = shown(run, home, invitation(event))
    assert says in said
    assert never not in said
    assert "1m " not in said
    shown(run, home, invitation(event), "--accept", "--ics", "reply.ics")
    assert ("DTEND" in (home / "reply.ics").read_text(encoding="utf-8")) == ("DTEND" in event)


def test_nothing_is_said_twice(run: Run, home: Path) -> None:
    off = "days_off:\n  - {days: 2026-12-02, name: Away}\n"
    (home / "clients" / "acme.yaml").write_text(TOKYO + off, encoding="utf-8")
    (home / "me.yaml").write_text(f"{ME}calendar: me.ics\n", encoding="utf-8")
    (home / "me.ics").write_text(invitation(hour(2)).replace("UID:s1", "UID:s2"), encoding="utf-8")
    said = shown(run, home, invitation(f"SEQUENCE:1\n{hour(2)}"))
    assert "you: another appointment Kenji Mori: day off: Away" in said
    assert "changed since it was first sent" in said
    called_off = shown(run, home, invitation(f"SEQUENCE:1\n{hour(2)}", method="CANCEL"))
    assert "calls it off careful:" in called_off
