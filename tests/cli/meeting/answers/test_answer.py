"""Invitations in the shapes of Outlook, Google, Apple and Nextcloud are read, judged and answered."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar, Event
from itip_rules import broken_rules

from clientbridge.adapters.meeting.received.mail_parts import calendar_text
from conftest import Run

BRUSSELS = ZoneInfo("Europe/Brussels")
SAMPLES = Path(__file__).parents[3] / "samples" / "invitations"
ME = (
    "name: Lea\ncountry: BE\ntimezone: Europe/Brussels\nhours: 09:00-12:30, 13:30-18:00\n"
    "stretch: 07:00-21:30\n"
)
EMAIL = "email: lea@example.com\n"
CLIENTS = {
    "acme": "name: Acme KK\ncountry: JP\ntimezone: Asia/Tokyo\nhours: 09:00-17:30\n"
    "people:\n  - {id: mori, name: Kenji Mori, email: k.mori@acme.example.org}\n",
    "bay": "name: Bay Health\ncountry: US\nregion: US-MA\ntimezone: America/New_York\nhours: 08:00-16:30\n"
    "people:\n  - {id: ana, name: Ana Souza, email: ana@bay.example.com}\n",
    "lon": "name: London Ltd\ncountry: GB\nregion: GB-ENG\ntimezone: Europe/London\nhours: 09:00-17:00\n"
    "people:\n  - {id: tom, name: Tom Hill, email: tom@lon.example.com}\n",
}
ANSWERABLE = (
    # file, its first time on your clock, how often, who of yours
    ("outlook-single.ics", "2026-12-02 08:00", None, "acme/mori"),
    ("exchange-weekly.eml", "2026-12-01 10:00", "1w", "acme/mori"),
    ("exchange-one-date.eml", "2026-12-03 09:00", None, "acme/mori"),
    ("outlook-moved.ics", "2026-12-04 07:00", None, "acme/mori"),
    ("outlook-all-day.ics", "2026-12-10 00:00", None, "acme/mori"),
    ("outlook-shown-zone.ics", "2027-03-15 14:00", None, "bay/ana"),
    ("google-single.eml", "2026-12-01 15:00", None, "bay/ana"),
    ("google-weekly.ics", "2027-02-22 15:00", "1w", "bay/ana"),
    ("google-until.ics", "2026-12-02 16:00", "1w", "bay/ana"),
    ("google-one-date.eml", "2027-03-02 17:00", None, "bay/ana"),
    ("apple-single.ics", "2026-12-03 15:00", None, "lon/tom"),
    ("apple-series-and-change.ics", "2026-12-04 10:00", "2w", "lon/tom"),
    ("apple-mail.eml", "2026-12-07 17:00", None, "lon/tom"),
    ("apple-monthly.ics", "2026-12-08 12:00", "1mo", "lon/tom"),
    ("apple-two-days.ics", "2026-12-14 00:00", None, "lon/tom"),
    ("apple-over-a-change.ics", "2027-03-24 19:00", "1d", "lon/tom"),
    ("nextcloud-mail.eml", "2026-12-07 08:00", None, "acme/mori"),
    ("nextcloud-daily.ics", "2026-12-07 07:00", "1d", "acme/mori"),
    ("nextcloud-dates.ics", "2026-12-07 09:00", None, "acme/mori"),
    ("nextcloud-added-date.ics", "2026-12-28 07:00", None, "acme/mori"),
    ("nextcloud-two-meetings.ics", "2026-12-08 08:00", None, "acme/mori"),
    ("nextcloud-saved.ics", "2026-12-08 08:30", None, "acme/mori"),
    ("outlook-two-dates.ics", "2026-12-09 07:30", None, "acme/mori"),
    ("outlook-other-months.ics", "2026-12-08 09:00", "2mo", "acme/mori"),
    ("exchange-own-zone.eml", "2026-12-10 09:00", None, "acme/mori"),
    ("google-following.eml", "2027-01-05 15:30", "1w", "bay/ana"),
    ("google-all-day.eml", "2026-12-16 00:00", None, "bay/ana"),
    ("apple-duration.eml", "2026-12-09 16:30", None, "lon/tom"),
    ("apple-two-changes.ics", "2026-12-03 11:00", "1w", "lon/tom"),
    ("nextcloud-no-end.ics", "2026-12-11 08:30", None, "acme/mori"),
    ("nextcloud-called-off-date.eml", "2026-12-09 08:00", "1w", "acme/mori"),
)
ANSWERED_DATES = {"outlook-two-dates.ics": 2, "apple-two-changes.ics": 3, "apple-series-and-change.ics": 2}
"""Events of an answer, where it is not one."""
WHOLE_DAYS = frozenset({"outlook-all-day.ics", "apple-two-days.ics", "google-all-day.eml"})
OTHERS = (
    # file, method, what it says, why it has no answer
    ("exchange-cancelled.eml", "CANCEL", "calls it off", "it is called off"),
    ("google-cancelled.eml", "CANCEL", "calls it off", "it is called off"),
    ("apple-cancelled-date.ics", "CANCEL", "calls it off", "this date of the series is called off"),
    ("google-reply.eml", "REPLY", "Ana Souza does not come", "it is itself an answer"),
    ("google-counter.ics", "COUNTER", "proposes another time", "it proposes another time"),
    ("outlook-counter.eml", "COUNTER", "Could we start later?", "it proposes another time"),
    ("google-published.ics", "PUBLISH", "tells of a meeting", "it only tells of a meeting"),
    ("nextcloud-refresh.ics", "REFRESH", "asks for the newest version", "send that file again"),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text(ME + EMAIL, encoding="utf-8")
    for name, text in CLIENTS.items():
        (folder / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def event_of(text: str) -> Event:
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return next(iter(calendar.events))


def instance_of(event: Event) -> str:
    written = event["RECURRENCE-ID"].to_ical()
    assert isinstance(written, bytes)
    return written.decode()


def start_of(event: Event) -> str:
    start = event.start
    assert isinstance(start, datetime)
    return f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def parameters_of(event: Event) -> dict[str, str]:
    (me,) = event.attendees
    return {**me.params, "": str(me).casefold()}


@pytest.mark.parametrize("expected", ANSWERABLE, ids=lambda expected: expected[0])
def test_an_invitation_is_read_and_answered(
    expected: tuple[str, str, str | None, str], run: Run, home: Path
) -> None:
    """Each reply keeps to the rules of the RFC, is read by two libraries, and says which meeting it means."""
    file, start, every, party = expected
    sample = SAMPLES / file
    document = json.loads(run("answer", str(sample), "--json", folder=home).out)
    assert [one["id"] for one in document["parties"]] == ["me", party]
    facts = document["invitation"]
    assert datetime.fromisoformat(facts["start"]) == datetime.fromisoformat(start).replace(tzinfo=BRUSSELS)
    assert facts["every"] == every
    assert document["you"] == "lea@example.com"
    asked = event_of(calendar_text(sample.read_bytes(), file=file))
    answers = {"accept": "ACCEPTED", "tentative": "TENTATIVE", "decline": "DECLINED", "counter": "TENTATIVE"}
    for option, participation in answers.items():
        got = run("answer", str(sample), f"--{option}", "--ics", "reply.ics", folder=home)
        if option == "counter" and file in WHOLE_DAYS:
            assert (got.code, "it takes whole days" in got.err) == (2, True)
            continue
        assert got.code == 0, got.err
        text = (home / "reply.ics").read_bytes().decode()
        calendar = Calendar.from_ical(text)
        assert isinstance(calendar, Calendar)
        assert broken_rules(calendar) == []
        assert vobject.readOne(text).validate()
        event, *_ = calendar.events
        assert len(calendar.events) == (ANSWERED_DATES.get(file, 1) if option != "counter" else 1)
        assert str(event["UID"]) == str(asked["UID"])
        assert event.sequence == asked.sequence
        me = parameters_of(event)
        assert (me["PARTSTAT"], me.get("EMAIL", me[""])) in {
            (participation, "mailto:lea@example.com"),
            (participation, "/amtizndu2nzg5/principal/"),
        }
        assert str(event["ORGANIZER"]) == str(asked["ORGANIZER"])
        if "RECURRENCE-ID" in asked:
            assert instance_of(event) == instance_of(asked)
        if option == "counter":
            assert str(calendar["METHOD"]) == "COUNTER"
            proposed = {slot["start"] for slot in document["counter"]}
            assert start_of(event) in proposed
        else:
            assert str(calendar["METHOD"]) == "REPLY"


@pytest.mark.parametrize("expected", OTHERS, ids=lambda expected: expected[0])
def test_what_asks_for_no_answer_is_told_and_not_answered(
    expected: tuple[str, str, str, str], run: Run, home: Path
) -> None:
    file, method, says, why = expected
    shown = run("answer", str(SAMPLES / file), folder=home)
    assert shown.code == 0, shown.err
    assert says in " ".join(shown.out.split())
    assert (
        json.loads(run("answer", str(SAMPLES / file), "--json", folder=home).out)["invitation"]["method"]
        == method
    )
    refused = run("answer", str(SAMPLES / file), "--accept", "--ics", "reply.ics", folder=home)
    assert refused.code == 2
    assert why in " ".join(refused.err.split())
    assert not (home / "reply.ics").exists()


def said(run: Run, home: Path, *words: str, code: int = 0) -> str:
    got = run("answer", *words, folder=home)
    assert got.code == code, got.err
    return " ".join(f"{got.out} {got.err}".split())


def test_a_date_of_a_series_comes_back_as_it_was_written_with_its_zone(run: Run, home: Path) -> None:
    """By the text of RECURRENCE-ID, not by its instant, Nextcloud finds the date again."""
    said(run, home, str(SAMPLES / "google-one-date.eml"), "--accept", "--ics", "reply.ics")
    text = (home / "reply.ics").read_text(encoding="utf-8")
    assert "RECURRENCE-ID;TZID=America/New_York:20270301T090000\n" in text
    assert text.count("BEGIN:VTIMEZONE") == 1


def test_another_time_for_a_series_is_proposed_for_its_next_date(run: Run, home: Path) -> None:
    said(run, home, str(SAMPLES / "exchange-weekly.eml"), "--counter", "--pick", "2", "--ics", "reply.ics")
    event = event_of((home / "reply.ics").read_text(encoding="utf-8"))
    slots = json.loads(run("answer", str(SAMPLES / "exchange-weekly.eml"), "--json", folder=home).out)[
        "counter"
    ]
    assert instance_of(event) == "20261201T090000Z"
    assert start_of(event) == slots[1]["start"]
    assert "RRULE" not in event


def test_each_week_in_which_one_side_alone_has_changed_its_clock_is_told(run: Run, home: Path) -> None:
    """New York goes forward on 14 March 2027, Brussels on the 28th; and back on 31 October and 7 November."""
    shown = said(run, home, str(SAMPLES / "google-weekly.ics"))
    moves = shown.partition("Clocks that change on the way ")[2].partition(" Next")[0]
    assert "4 you 14:00 instead of 15:00 6 you 15:00 instead of 14:00" in moves
    assert "The next 53 dates" in shown


def test_your_calendar_does_not_clash_with_the_meeting_itself_and_knows_a_later_version(
    run: Run, home: Path
) -> None:
    text = calendar_text((SAMPLES / "outlook-single.ics").read_bytes(), file="")
    (home / "lea.ics").write_text(text.replace("SEQUENCE:0", "SEQUENCE:4"), encoding="utf-8")
    (home / "me.yaml").write_text(f"{ME}{EMAIL}calendar: lea.ics\n", encoding="utf-8")
    shown = said(run, home, str(SAMPLES / "outlook-single.ics"))
    assert "careful: this is version 0; your calendar has version 4" in shown
    assert "busy" not in shown
    other = text.replace("UID:04", "UID:05")
    (home / "lea.ics").write_text(other, encoding="utf-8")
    clash = said(run, home, str(SAMPLES / "outlook-single.ics"))
    assert "you 08:00 Brussels UTC+01:00 busy" in clash
    assert "This time does not work." in clash


def test_what_is_over_is_answered_with_a_warning(run: Run, home: Path) -> None:
    words = ("answer", str(SAMPLES / "outlook-single.ics"), "--decline", "--ics", "reply.ics")
    got = run(*words, "--now", "2026-12-24T08:00", folder=home)
    assert (got.code, "careful: it is over" in got.err) == (0, True)


def test_who_is_not_among_the_guests_says_as_whom_they_answer(run: Run, home: Path) -> None:
    (home / "me.yaml").write_text(ME, encoding="utf-8")
    file = str(SAMPLES / "outlook-single.ics")
    assert "name yours: --as ADDRESS" in said(run, home, file)
    said(run, home, file, "--accept", "--ics", "reply.ics", code=2)
    said(run, home, file, "--accept", "--ics", "reply.ics", "--as", "LEA@example.com")
    assert parameters_of(event_of((home / "reply.ics").read_text(encoding="utf-8")))["CN"] == "Lea Peeters"
    said(run, home, file, "--accept", "--ics", "reply.ics", "--as", "team@example.com")
    me = parameters_of(event_of((home / "reply.ics").read_text(encoding="utf-8")))
    assert me == {"": "mailto:team@example.com", "CN": "Lea", "PARTSTAT": "ACCEPTED"}


def test_your_own_invitation_and_a_stranger(run: Run, home: Path) -> None:
    (home / "me.yaml").write_text(f"{ME}email: k.mori@acme.example.org\n", encoding="utf-8")
    assert "you invite to it yourself" in said(run, home, str(SAMPLES / "outlook-single.ics"))
    (home / "me.yaml").write_text(ME + EMAIL, encoding="utf-8")
    (home / "clients" / "acme.yaml").unlink()
    shown = said(run, home, str(SAMPLES / "outlook-single.ics"))
    assert "No hours known of: k.mori@acme.example.org It was written on the clock of Tokyo Standard" in shown


def test_a_colleague_is_of_the_client_whose_address_ends_alike(run: Run, home: Path) -> None:
    text = calendar_text((SAMPLES / "outlook-single.ics").read_bytes(), file="")
    (home / "new.ics").write_text(text.replace("k.mori@", "assistant@"), encoding="utf-8")
    document = json.loads(run("answer", "new.ics", "--json", folder=home).out)
    assert [one["id"] for one in document["parties"]] == ["me", "acme"]
    (home / "clients" / "acme.yaml").write_text(
        CLIENTS["acme"].replace("acme.example.org", "gmail.com"), encoding="utf-8"
    )
    (home / "new.ics").write_text(
        text.replace("k.mori@acme.example.org", "somebody@gmail.com"), encoding="utf-8"
    )
    document = json.loads(run("answer", "new.ics", "--json", folder=home).out)
    assert [one["id"] for one in document["parties"]] == ["me"]


@pytest.mark.parametrize(
    ("choice", "say"),
    [
        ("--accept", "I will be there."),
        ("--decline", "I am sorry that I cannot be there."),
        ("--counter", "Would one of these suit you?"),
    ],
)
def test_the_words_for_the_mail(choice: str, say: str, run: Run, home: Path) -> None:
    shown = run("answer", str(SAMPLES / "outlook-single.ics"), choice, "--text", folder=home).out
    assert say in shown
    assert "Budget, second round:" in shown
    assert shown.count("Tokyo (UTC+09:00)") == (3 if choice == "--counter" else 1)


def test_a_proposal_of_theirs_is_declined_or_followed(run: Run, home: Path) -> None:
    file = str(SAMPLES / "outlook-counter.eml")
    shown = said(run, home, file)
    assert "cb meet bay/ana --at 2026-12-02T16:00Z --ics meeting.ics" in shown
    said(run, home, file, "--decline", "--ics", "reply.ics")
    calendar = Calendar.from_ical((home / "reply.ics").read_text(encoding="utf-8"))
    assert isinstance(calendar, Calendar)
    assert str(calendar["METHOD"]) == "DECLINECOUNTER"
    assert broken_rules(calendar) == []


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("none.ics",), 4, "none.ics cannot be read"),
        (("me.yaml",), 4, "me.yaml holds no invitation"),
        ((str(SAMPLES / "outlook-winmail.eml"),), 4, "winmail.dat, which Outlook alone can read"),
        (("empty.ics",), 4, "1 problem"),
        (("broken.ics",), 4, "broken.ics:3:1: '2026' is no time"),
        ((), 2, "which invitation?"),
        ((str(SAMPLES / "outlook-single.ics"), "--accept"), 2, "--accept says what is written"),
        ((str(SAMPLES / "outlook-single.ics"), "--accept", "--decline", "--text"), 2, "do not go together"),
        ((str(SAMPLES / "outlook-single.ics"), "--ics", "r.ics"), 2, "no answer is chosen"),
        ((str(SAMPLES / "outlook-single.ics"), "--accept", "--text", "--pick", "2"), 2, "add --counter"),
        ((str(SAMPLES / "outlook-single.ics"), "--counter", "--text", "--pick", "9"), 2, "there are 3 times"),
        ((str(SAMPLES / "outlook-single.ics"), "--accept", "--text", "--as", "lea"), 2, "is no mail address"),
        ((str(SAMPLES / "outlook-single.ics"), "--accept", "--ics", "me.yaml"), 2, "not an answer to an inv"),
    ],
)
def test_what_cannot_be_read_or_answered(
    words: tuple[str, ...], code: int, say: str, run: Run, home: Path
) -> None:
    (home / "empty.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    (home / "broken.ics").write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026\nEND:VEVENT\n", encoding="utf-8"
    )
    assert say in said(run, home, *words, code=code)


INVITE = (
    "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:x\x1b[31m\nSUMMARY:Hi\x1b[2J \u202eyou\n"
    'ORGANIZER;CN="Ev\x1b]0;il":mailto:k.mori@acme.example.org\nATTENDEE:mailto:lea@example.com\n'
    "DTSTART:20261203T090000Z\nDTEND:20261203T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"
)
NESTED = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(3000))


@pytest.mark.parametrize(
    ("text", "code", "say"),
    [
        (INVITE, 0, "This time is good."),
        (INVITE.replace("END:VEVENT", "RRULE:FREQ=MINUTELY\nEND:VEVENT"), 4, "repeats too often"),
        (INVITE.replace("END:VEVENT", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT"), 0, "is good"),
        (
            INVITE.replace("END:VEVENT", "RRULE:FREQ=DAILY\nEND:VEVENT").replace("20261203T", "00011203T"),
            0,
            "next 60",
        ),
        (INVITE.replace("20261203T100000Z", "99991231T235959Z"), 0, "too far away, or too long"),
        (INVITE.replace("20261203T09", "00010101T09"), 0, "01-03 is too far away"),
        (INVITE.replace("END:VEVENT", "ATTENDEE:mailto:g@example.net\n" * 3000 + "END:VEVENT"), 0, "is good"),
        (NESTED, 4, "is no mail: its parts"),
    ],
    ids=["signs", "each minute", "never", "from the year 1", "to the end", "long ago", "a crowd", "nested"],
)
def test_a_hostile_invitation_is_read_within_bounds_and_moves_no_cursor(
    text: str, code: int, say: str, run: Run, home: Path
) -> None:
    (home / "invite.ics").write_text(text, encoding="utf-8")
    shown = run("answer", "invite.ics", folder=home)
    assert shown.code == code, shown.err
    assert say in " ".join(f"{shown.out} {shown.err}".split())
    assert not {"\x1b", "\u202e"} & {*shown.out, *shown.err}
    if code == 0:
        run("answer", "invite.ics", "--accept", "--ics", "reply.ics", folder=home)
        assert not {"\x1b", "\u202e"} & {*(home / "reply.ics").read_text(encoding="utf-8")}


def test_what_a_mail_program_pipes_in_is_read(home: Path) -> None:
    """A mail is bytes: here in Latin-1, with a letter that is no UTF-8."""
    invite = INVITE.replace("Hi", "Caf\xe9").encode("latin-1", "replace")
    talk = subprocess.run(
        [sys.executable, "-m", "clientbridge", "--home", str(home), "answer", "-", "--plain"],
        input=invite,
        capture_output=True,
        check=False,
        env={**os.environ, "CB_NOW": "2026-11-23T07:05:00Z", "HOME": str(home)},
    )
    assert talk.stdout.decode().startswith("Caf\xe9")
    assert b"cb answer - --accept" in talk.stdout
