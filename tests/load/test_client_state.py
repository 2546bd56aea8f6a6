"""Loading the state of clients."""

from datetime import date
from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.core.days.day import DayStatus
from clientbridge.core.errors import UnknownNameError, UsageError
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.load.client_state import client_state, load_states, state_with_promise, states_of

JOURNAL = """\
{"id": "mine01", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "me", "text": "A.",\
 "due": "2026-11-27"}
{"id": "kept01", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "me", "text": "B."}
{"id": "done01", "at": "2026-11-03T09:00:00Z", "kind": "promise_kept", "promise": "kept01"}
{"id": "drop01", "at": "2026-11-02T09:00:00Z", "kind": "promise", "owner": "them", "text": "C."}
{"id": "gone01", "at": "2026-11-03T09:00:00Z", "kind": "promise_dropped", "promise": "drop01", "why": ""}
half a line
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mine = make_workspace(
        tmp_path / "mine", acme="name: Acme\ncountry: JP\n", bolt="name: Bolt\ncountry: NO\n"
    )
    (mine / "journal").mkdir()
    (mine / "journal" / "acme.jsonl").write_text(JOURNAL, encoding="utf-8")
    return mine


def test_a_state_holds_both_calendars_and_the_journal(folder: Path, shared_cache: Path) -> None:
    notes: list[str] = []
    state = client_state(session(folder, cache=shared_cache, notes=notes), "acme")
    assert [promise.id for promise in state.open_promises(Owner.ME)] == ["mine01"]
    assert (state.your_date, state.their_date) == (date(2026, 11, 23), date(2026, 11, 23))
    monday = date(2026, 11, 23)
    assert state.days(Owner.THEM).day(monday).status is DayStatus.CLOSED
    assert state.days(Owner.ME).day(monday).status is DayStatus.WORKING
    assert notes == ["journal/acme.jsonl has 1 problem and those lines are left out; see: cb data check"]


def test_problems_are_returned_for_the_caller_to_report(folder: Path, shared_cache: Path) -> None:
    notes: list[str] = []
    call = session(folder, cache=shared_cache, notes=notes)
    every = call.workspace.every_client().clients
    states = load_states(call, every, days_ahead=3)
    assert [(state.client.id, state.days_ahead) for state in states.states] == [("acme", 3), ("bolt", 3)]
    assert (
        {client: [one.line for one in lines] for client, lines in states.unread_lines.items()},
        notes,
    ) == ({"acme": [6], "bolt": []}, [])
    assert [state.client.id for state in states_of(call, every)] == ["acme", "bolt"]
    assert len(notes) == 1


def test_a_promise_is_matched_by_a_prefix_of_its_id(folder: Path, shared_cache: Path) -> None:
    state, promise = state_with_promise(session(folder, cache=shared_cache), "min")
    assert (state.client.id, promise.id, promise.due) == ("acme", "mine01", date(2026, 11, 27))
    with pytest.raises(UnknownNameError) as unknown:
        state_with_promise(session(folder, cache=shared_cache), "zz")
    assert unknown.value.hint == "see every id: cb promise --all"


@pytest.mark.parametrize(
    ("name", "said"), [("kept", "'B.' is already kept"), ("drop", "'C.' is already dropped")]
)
def test_a_closed_promise_is_refused(name: str, said: str, folder: Path, shared_cache: Path) -> None:
    with pytest.raises(UsageError, match=said):
        state_with_promise(session(folder, cache=shared_cache), name)
