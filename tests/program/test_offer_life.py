"""The life of an offer in files: held, seen by another search, answered, accepted, moved, called off."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from icalendar import Calendar

from conftest import Answer, Run

HOLDS = "calendars/holds.ics"
ME = "name: Lea\ncountry: BE\nhours: 09:00-12:00\nemail: lea@example.com\n"
ACME = (
    "name: Acme KK\ncountry: NL\nlanguage: en\nhours: 09:00-12:00\n"
    "people: [{id: ana, name: Ana, email: ana@example.com, language: de}]\n"
)
BOLT = "name: Bolt\ncountry: BE\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    for name, text in (("me", ME), ("clients/acme", ACME), ("clients/bolt", BOLT)):
        (folder / f"{name}.yaml").parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def offer_of(answer: Answer) -> dict[str, object]:
    assert answer.code == 0, answer.err
    offer = json.loads(answer.out)["offer"]
    assert isinstance(offer, dict)
    return offer


def events(folder: Path) -> list[tuple[str, str]]:
    calendar = Calendar.from_ical((folder / HOLDS).read_bytes())
    assert isinstance(calendar, Calendar)
    return [(str(one.decoded("dtstart")), str(one["status"])) for one in calendar.walk("VEVENT")]


def logged(folder: Path, client: str) -> list[str]:
    lines = (folder / "journal" / f"{client}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"].partition(";")[0] for line in lines]


def invitation(file: Path) -> tuple[str, str, int]:
    calendar = Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, Calendar)
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), str(event["uid"]), int(event.decoded("sequence"))


def test_an_offer_from_the_first_hold_to_the_cancelled_meeting(run: Run, mine: Path, tmp_path: Path) -> None:
    made = offer_of(run("offer", "acme/ana", "--json", folder=mine))
    name, slots = str(made["id"]), made["slots"]
    assert isinstance(slots, list)
    starts = [slot["start"] for slot in slots]
    assert len({start[:10] for start in starts}) == 3
    assert [status for _, status in events(mine)] == ["TENTATIVE"] * 3

    at = f"{starts[1][:16]}Z"
    other = run("meet", "bolt", "--at", at, folder=mine)
    assert other.code == 1
    assert f"held in an offer to Ana ({name})" in " ".join(other.out.split())
    assert run("meet", "bolt", "--at", at, "--over-holds", folder=mine).code == 0
    second = offer_of(run("offer", "bolt", "--json", folder=mine))
    assert isinstance(second["slots"], list)
    assert not {slot["start"] for slot in second["slots"]} & set(starts)

    refused = run(
        "offer", "accept", name, "--reply", "-", "--no-input", folder=mine, piped="Mittwoch geht nicht"
    )
    assert (refused.code, run("offer", "--json", folder=mine).out.count('"waiting"')) == (2, 2)

    away = "From: ana@example.com\nSubject: Termin\nAuto-Submitted: auto-replied\n\nOption 2 passt."
    refused = run("offer", "accept", name, "--reply", "-", folder=mine, piped=away)
    assert refused.code == 2
    assert "an automatic answer" in refused.err

    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ana@example.com", "lea@example.com", "Re: Termin"
    mail.set_content(f"Hallo Lea,\n\nder zweite Termin passt.\n\ncb-offer: {name} 2\n\nGrüße, Ana")
    (tmp_path / "reply.eml").write_bytes(mail.as_bytes())
    file = tmp_path / "meeting.ics"
    words = ("--reply", str(tmp_path / "reply.eml"), "--ics", str(file), "--json")
    accepted = offer_of(run("offer", "accept", name, *words, folder=mine))
    assert (accepted["status"], accepted["accepted"], accepted["sequence"]) == ("accepted", 2, 0)
    assert invitation(file) == ("REQUEST", made["uid"], 0)
    held = [status for _, status in events(mine)]
    assert sorted(held) == ["CONFIRMED", *["TENTATIVE"] * 3]

    again = offer_of(run("offer", "accept", name, "2", "--json", folder=mine))
    assert again == accepted
    moved = offer_of(run("offer", "accept", name[:4], "3", "--ics", str(file), "--json", folder=mine))
    assert (moved["accepted"], moved["sequence"]) == (3, 1)
    assert invitation(file) == ("REQUEST", made["uid"], 1)

    off = offer_of(run("offer", "withdraw", name, "--ics", str(file), "--json", folder=mine))
    assert (off["status"], off["sequence"]) == ("withdrawn", 2)
    assert invitation(file) == ("CANCEL", made["uid"], 2)
    assert [status for _, status in events(mine)] == ["TENTATIVE"] * 3
    assert [text.split(" ")[0] for text in logged(mine, "acme")] == ["offered", "they", "the", "the"]
    assert run("data", "check", folder=mine).code == 0


def test_what_cannot_be_read_of_a_calendar_is_told_wherever_times_are(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    (mine / "me.yaml").write_text(f"{ME}calendar: lea.ics\n", encoding="utf-8")
    event = "BEGIN:VEVENT\nUID:a\nDTSTART:20261199T080000Z\nDTEND:20261124T093000Z\nEND:VEVENT\n"
    (mine / "lea.ics").write_text(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n", encoding="utf-8")
    careful = "careful: 1 event in lea.ics could not be read; its time is not known (line 4:"
    made = run("offer", "acme", folder=mine)
    assert careful in " ".join(made.out.split())
    (warning,) = json.loads(run("offer", "acme", "--json", folder=mine).out)["warnings"]
    assert (warning["code"], warning["party"]) == ("calendar_unread", "me")
    for words in (
        ("meet", "acme", "--text"),
        ("offer", "bolt", "--text"),
        ("offer", "--free-busy", str(tmp_path / "busy.ics")),
    ):
        told = run(*words, folder=mine)
        assert (told.code, careful in " ".join(told.err.split())) == (0, True), (words, told.err)


FULL = Path("/dev/full")
"""A disk without room, where the system has one."""


def failed(answer: Answer) -> str:
    """The hint of a file that could not be written; nothing is shown as if all were well."""
    assert (answer.code, answer.out) == (4, ""), answer.err
    error, _, hint = " ".join(answer.err.split()).partition(" hint: ")
    assert "/dev/full cannot be written" in error
    return hint


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("option", ["--page", "--free-busy"])
def test_a_file_that_cannot_be_written_does_not_hide_what_is_held(option: str, run: Run, mine: Path) -> None:
    hint = failed(run("offer", "acme", option, str(FULL), folder=mine))
    (held,) = json.loads(run("offer", "--json", folder=mine).out)["offers"]
    assert hint == (
        f"the offer {held['id']} holds its times all the same; free the disk or the folder, then "
        f"offer again, and give this up: cb offer withdraw {held['id']}"
    )
    assert run(*hint.partition(": cb ")[2].split(), folder=mine).code == 0


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_an_invitation_that_cannot_be_written_says_what_became_of_the_offer(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    name = str(offer_of(run("offer", "acme/ana", "--json", folder=mine))["id"])
    file = tmp_path / "m.ics"
    for words, done in ((("accept", name, "2"), "accepted"), (("withdraw", name), "withdrawn")):
        hint = failed(run("offer", *words, "--ics", str(FULL), folder=mine))
        again = " ".join(words)
        assert hint == (
            f"the offer {name} is {done} all the same; free the disk or the folder, then type: "
            f"cb offer {again} --ics /dev/full"
        )
        typed = hint.partition(": cb ")[2].replace(str(FULL), str(file))
        assert run(*typed.split(), folder=mine).code == 0
    assert invitation(file)[0] == "CANCEL"


def test_a_meeting_that_has_taken_place_is_not_called_off(run: Run, mine: Path, tmp_path: Path) -> None:
    words = ("offer", "acme", "--from", "2026-11-24", "--to", "2026-11-25", "--count", "1", "--json")
    name = str(offer_of(run(*words, folder=mine))["id"])
    slots = offer_of(run("offer", "accept", name, "1", "--json", folder=mine))["slots"]
    assert isinstance(slots, list)
    before = (mine / HOLDS).read_bytes()
    over = ("offer", "withdraw", name, "--ics", str(tmp_path / "m.ics"), "--now", slots[0]["end"])
    refused = run(*over, folder=mine)
    assert (refused.code, refused.out, (tmp_path / "m.ics").exists()) == (2, "", False)
    assert f"the meeting of {name} with Acme KK was on Tue 24 Nov" in refused.err
    assert (mine / HOLDS).read_bytes() == before
    running = ("offer", "withdraw", name, "--now", slots[0]["start"])
    assert run(*running, folder=mine).code == 0


def test_an_offer_can_be_taken_back(run: Run, mine: Path) -> None:
    name = offer_of(run("offer", "acme", "--json", folder=mine))["id"]
    assert "offer acme" in run("data", "undo", folder=mine).out
    assert not (mine / HOLDS).exists()
    assert "No offer waits" in run("offer", folder=mine).out
    assert run("offer", "accept", str(name), "1", folder=mine).code == 3


def test_what_has_expired_holds_nothing_before_anybody_writes_it(run: Run, mine: Path) -> None:
    offer = offer_of(run("offer", "acme", "--expires", "12h", "--json", folder=mine))
    slots = offer["slots"]
    assert isinstance(slots, list)
    late = ("--now", "2026-11-23T21:00:00Z")
    assert run("meet", "bolt", "--at", f"{slots[0]['start'][:16]}Z", *late, folder=mine).code == 0
    assert "No offer waits" in run("offer", *late, folder=mine).out
    assert len(events(mine)) == 3
    assert (
        json.loads(run("offer", "expire", "--json", *late, folder=mine).out)["offers"][0]["status"]
        == "expired"
    )
    assert events(mine) == []
    assert logged(mine, "acme")[-1] == "the offer expired without an answer"


def test_expire_says_what_waits_still(run: Run, mine: Path) -> None:
    assert "No offer has run out.\n" in run("offer", "expire", folder=mine).out
    run("offer", "acme", "--expires", "12h", folder=mine)
    run("offer", "bolt", "--expires", "2d", folder=mine)
    told = " ".join(run("offer", "expire", folder=mine).out.split())
    assert told == "No offer has run out. Next: cb offer 2 wait for an answer"
    late = ("--now", "2026-11-23T21:00:00Z")
    told = " ".join(run("offer", "expire", *late, folder=mine).out.split())
    assert told.startswith("Expired offers")
    assert told.endswith("cb offer 1 waits for an answer")


@pytest.mark.parametrize(
    ("me", "whom", "why"),
    [
        ("name: Lea\ncountry: BE\n", "acme/ana", "your own address is not known; cb client set me email"),
        (ME, "acme", "acme has no mail address; name people of theirs"),
        (ME, "acme/bo", "the address of acme/bo is not known; cb client set acme/bo email"),
    ],
)
def test_a_file_that_invites_nobody_says_so(run: Run, mine: Path, me: str, whom: str, why: str) -> None:
    (mine / "me.yaml").write_text(me, encoding="utf-8")
    profile = ACME.replace("people: [", "people: [{id: bo, name: Bo}, ")
    (mine / "clients" / "acme.yaml").write_text(profile, encoding="utf-8")
    name = str(offer_of(run("offer", whom, "--json", folder=mine))["id"])
    file = mine.parent / "meeting.ics"
    told = run("offer", "accept", name, "1", "--ics", str(file), folder=mine).err
    assert f"{file} invites nobody, since {why}" in " ".join(told.split())
    off = run("offer", "withdraw", name, "--ics", str(file), folder=mine).err
    assert f"{file} tells nobody, since {why}" in " ".join(off.split())
    assert invitation(file)[0] == "PUBLISH"


@pytest.mark.parametrize("calendar", ["calendars", "calendars/holds.ics"])
def test_holds_in_a_calendar_of_yours_count_once(run: Run, mine: Path, calendar: str) -> None:
    (mine / "calendars").mkdir()
    (mine / HOLDS).write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    (mine / "me.yaml").write_text(f"{ME}calendar: {calendar}\n", encoding="utf-8")
    slots = offer_of(run("offer", "acme", "--expires", "12h", "--json", folder=mine))["slots"]
    assert isinstance(slots, list)
    at = ("meet", "bolt", "--at", f"{slots[0]['start'][:16]}Z")
    assert run(*at, folder=mine).code == 1
    assert run(*at, "--over-holds", folder=mine).code == 0
    assert run(*at, "--now", "2026-11-23T21:00:00Z", folder=mine).code == 0


def test_what_was_not_logged_when_a_call_was_killed_is_logged_by_the_next_once(run: Run, mine: Path) -> None:
    run("offer", "acme", folder=mine)
    (mine / "journal" / "acme.jsonl").unlink()
    for _ in range(2):
        run("offer", "expire", folder=mine)
    assert [text.split(" ")[0] for text in logged(mine, "acme")] == ["offered"]


@pytest.mark.parametrize(
    ("now", "code", "why"),
    [
        ("2026-11-23T09:00:00Z", "offer_waiting", "the offer {} waits for an answer"),
        ("2026-11-26T22:59:00Z", "offer_waiting", "the offer {} waits for an answer"),
        ("2026-11-26T23:00:00Z", "offer_expired", "the offer {} expired without an answer"),
        ("2026-12-03T22:59:00Z", "offer_expired", "the offer {} expired without an answer"),
        ("2026-12-03T23:00:00Z", None, ""),
    ],
)
def test_the_agenda_follows_an_offer(run: Run, mine: Path, now: str, code: str | None, why: str) -> None:
    """It ends with Thursday, where its last slot is not sooner."""
    offer = offer_of(run("offer", "acme/ana", "--from", "2026-11-27", "--json", folder=mine))
    items = json.loads(run("today", "--now", now, "--json", folder=mine).out)["items"]
    told = [(one["code"], one["why"], one["when"]) for one in items if one["code"].startswith("offer")]
    assert told == ([] if code is None else [(code, why.format(offer["id"]), "2026-11-26")])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("offer nosuch", 3, "unknown client 'nosuch'"),
        ("offer me", 2, "a meeting needs someone else"),
        ("offer acme --count 0", 2, "--count: 0 is not between 1 and 12"),
        ("offer acme --count 13", 2, "--count: 13 is not between 1 and 12"),
        ("offer acme --expires soon", 2, "--expires"),
        ("offer acme --expires 0d", 2, "--expires: '0d' is no time at all"),
        ("offer accept nosuch 1", 3, "unknown offer 'nosuch'"),
        ("offer accept nosuch", 2, "which slot did they choose?"),
        ("offer withdraw nosuch", 3, "unknown offer 'nosuch'"),
        ("offer expire nosuch", 3, "unknown offer 'nosuch'"),
        ("offer make list", 3, "unknown client 'list'"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, mine: Path, words: str, code: int, said: str) -> None:
    answer = run(*words.split(), folder=mine)
    assert (answer.code, said in answer.err) == (code, True), answer.err
    assert not (mine / HOLDS).exists()


def test_without_a_slot_nothing_is_held_and_what_would_help_is_told(run: Run, mine: Path) -> None:
    answer = run("offer", "acme", "--from", "2026-11-28", "--to", "2026-11-29", folder=mine)
    assert answer.code == 1
    assert "you  Saturday (Sat 28 Nov); Sunday (Sun 29 Nov)" in answer.out
    assert not (mine / HOLDS).exists()


def test_each_reader_has_a_text_of_their_own(run: Run, mine: Path) -> None:
    answer = json.loads(run("offer", "acme", "acme/ana", "bolt", "--json", folder=mine).out)
    assert [(text["whom"], text["language"]) for text in answer["texts"]] == [
        (["Acme KK"], "en"),
        (["Ana"], "de"),
        (["Bolt"], "en-GB"),
    ]
    text = run("offer", "acme", "acme/ana", "--text", folder=mine).out
    assert text.startswith("Acme KK:\n1. ")
    assert "\n\nAna:\n1. " in text


def test_a_damaged_file_of_holds_stops_what_would_lose_it(run: Run, mine: Path) -> None:
    (mine / "calendars").mkdir()
    (mine / HOLDS).write_text("hello", encoding="utf-8")
    for words in (("offer", "acme"), ("offer",), ("meet", "acme"), ("data", "check")):
        answer = run(*words, folder=mine)
        assert (answer.code, f"{HOLDS}:1:1: it is not a calendar" in answer.err + answer.out) == (4, True), (
            words
        )
    assert run("meet", "acme", "--over-holds", folder=mine).code == 0
    assert (mine / HOLDS).read_text(encoding="utf-8") == "hello"
