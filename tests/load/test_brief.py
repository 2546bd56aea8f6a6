"""What a brief needs."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sessions import MORNING, make_workspace, session

from clientbridge.core.days.day import DayStatus
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.relationship.promise_status import PromiseStatus
from clientbridge.load.brief import call
from clientbridge.load.session import Session

ACME = """\
name: Acme KK
country: JP
region: JP-13
people: [{id: ana, name: Ana, country: BR, timezone: Sao Paulo, birthday: 11-25}]
"""
JOURNAL = """\
{"id": "call01", "at": "2026-11-20T09:00:00Z", "kind": "call", "text": "Hello."}
{"id": "late01", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "me", "text": "A.",\
 "due": "2026-11-13"}
{"id": "soon01", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "them", "text": "B.",\
 "due": "2026-11-27"}
no JSON
{"id": "broken1", "at": "2026-11-03T09:00:00Z", "kind": "problem", "text": "Export empty."}
{"id": "broken2", "at": "2026-11-04T09:00:00Z", "kind": "problem", "text": "Login."}
{"id": "solved2", "at": "2026-11-05T09:00:00Z", "kind": "problem_closed", "problem": "broken2", "text": "x"}
{"id": "said01", "at": "2026-11-06T09:00:00Z", "kind": "feedback", "text": "Shorter slides."}
{"id": "said02", "at": "2026-11-06T10:00:00Z", "kind": "feedback", "text": "Thanks.", "no_action": "none"}
{"id": "gift01", "at": "2026-05-06T09:00:00Z", "kind": "gift", "text": "Chocolate.", "people": ["bob"]}
{"id": "gift02", "at": "2026-06-06T09:00:00Z", "kind": "gift", "text": "A book.", "people": ["ana"]}
{"id": "gift03", "at": "2026-07-06T09:00:00Z", "kind": "gift", "text": "A calendar."}
{"id": "call02", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "them", "text": "C.",\
 "due": "2026-11-20", "person": "ana"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "mine", acme=ACME)


def opened(folder: Path, cache: Path, notes: list[str] | None = None) -> Session:
    return session(folder, cache=cache, notes=notes)


def test_the_day_of_whoever_is_called_is_known_around_today(folder: Path, shared_cache: Path) -> None:
    gathered = call(opened(folder, shared_cache), "acme")
    assert (gathered.client.id, gathered.person, gathered.names.country) == ("acme", None, "Japan")
    today = gathered.days.day(date(2026, 11, 23))
    assert today.status is DayStatus.CLOSED
    assert gathered.days.day(MORNING.date() + timedelta(days=14)).date == date(2026, 12, 7)
    assert gathered.culture_data.theirs is not None
    assert gathered.culture_data.yours is not None
    assert gathered.facts is None
    assert call(opened(folder, shared_cache), "acme", with_place_facts=True).facts is not None


def test_a_person_of_another_country_has_days_and_notes_of_that_country(
    folder: Path, shared_cache: Path
) -> None:
    gathered = call(opened(folder, shared_cache), "acme/ana")
    assert gathered.person is not None
    assert gathered.days.schedule.place.country == "BR"
    assert gathered.culture_data.theirs is not None
    assert gathered.culture_data.theirs.code == "BR"
    assert len(gathered.occasions) == 1
    with pytest.raises(UnknownNameError):
        call(opened(folder, shared_cache), "acme/bob")


def test_what_was_promised_and_said_comes_from_the_journal(folder: Path, shared_cache: Path) -> None:
    (folder / "journal").mkdir()
    (folder / "journal" / "acme.jsonl").write_text(JOURNAL, encoding="utf-8")
    notes: list[str] = []
    gathered = call(opened(folder, shared_cache, notes), "acme")
    assert [promise.id for promise in gathered.promises] == ["late01", "call02", "soon01"]
    # Ana works in São Paulo: 18:00 there, and Monday the 23rd is no holiday of hers.
    anas = next(promise for promise in gathered.promises if promise.id == "call02")
    assert anas.due_at is not None
    assert (anas.due_at.isoformat(), anas.working_days_left) == ("2026-11-20T18:00:00-03:00", -1)
    assert gathered.last_contact is not None
    assert (gathered.last_contact.days_ago, gathered.last_contact.what) == (3, "call")
    assert notes == ["journal/acme.jsonl has 1 problem and those lines are left out; see: cb data check"]


def test_what_is_open_and_what_was_given_comes_from_the_journal(folder: Path, shared_cache: Path) -> None:
    (folder / "journal").mkdir()
    (folder / "journal" / "acme.jsonl").write_text(JOURNAL, encoding="utf-8")
    gathered = call(opened(folder, shared_cache), "acme")
    assert [problem.text for problem in gathered.problems] == ["Export empty."]
    assert [one.text for one in gathered.feedback] == ["Shorter slides."]
    assert [gift.text for gift in gathered.gifts] == ["A calendar.", "A book.", "Chocolate."]
    with_ana = call(opened(folder, shared_cache), "acme/ana")
    assert [gift.text for gift in with_ana.gifts] == ["A calendar.", "A book."]
    assert [problem.text for problem in with_ana.problems] == ["Export empty."]


def test_a_call_to_come_is_briefed_for_its_own_moment(folder: Path, shared_cache: Path) -> None:
    (folder / "journal").mkdir()
    (folder / "journal" / "acme.jsonl").write_text(JOURNAL, encoding="utf-8")
    then = MORNING + timedelta(days=7)
    now, later = (call(opened(folder, shared_cache), "acme", at=at) for at in (None, then))
    assert (now.now, now.asked_at) == (MORNING, None)
    assert (later.now, later.asked_at) == (then, MORNING)
    assert later.days.day(date(2026, 12, 14)).date == date(2026, 12, 14)
    statuses = [{str(one.id): one.status for one in gathered.promises}["soon01"] for gathered in (now, later)]
    assert statuses == [PromiseStatus.OPEN, PromiseStatus.LATE]
    assert now.last_contact is not None
    assert later.last_contact is not None
    assert later.last_contact.days_ago == now.last_contact.days_ago + 7
