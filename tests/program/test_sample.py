"""`cb --demo` is worth a look on whatever day it is tried: nothing wrong or empty, a story that holds."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias

import pytest
from sample_copies import sample_files

from clientbridge.adapters.relationship.journal_lines import read_line
from clientbridge.core.relationship.journal.entries import Entry, Event, Promised, PromiseMoved
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.relationship.journal.replay import Promise, replay
from conftest import IS_LONG, Run

Answered: TypeAlias = Mapping[str, Any]

CLIENTS = ("almadar", "bayside", "hikari", "nordlys", "solaris")
EVERY_THIRTEENTH = [date(2026, 11, 27) + timedelta(days=13 * number) for number in range(28)]
YEARS_END = [date(2026, 12, 20) + timedelta(days=number) for number in range(0, 20, 2)]
HARD_DAYS = [
    date(2026, 11, 26),  # Thanksgiving
    date(2028, 2, 29),
    date(2027, 3, 28),  # Easter, and the night in which clocks change in Europe
    date(2027, 5, 3),  # in the middle of Golden Week
    date(2027, 8, 14),  # a Saturday, in the slow weeks
]
DAYS = sorted({*EVERY_THIRTEENTH, *YEARS_END, *HARD_DAYS})
SOME_DAYS = DAYS if IS_LONG else sorted({*DAYS[::2], *HARD_DAYS})
SATURDAY = 5


def entries(client: str, on: date) -> list[Entry]:
    return [read_line(line) for line in sample_files(on)[f"journal/{client}.jsonl"].splitlines()]


def refers_to(entry: Entry) -> Iterator[EntryId]:
    for name in ("promise", "problem", "feedback", "event"):
        value = getattr(entry, name, None)
        if value is not None:
            yield value


def check_promise(promise: Promise) -> None:
    assert promise.first_due is not None
    assert promise.due is not None
    made = promise.made.date()
    assert made < promise.first_due <= promise.due
    assert promise.kept_at is None or promise.kept_at > promise.made


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_story_holds(on: date) -> None:
    midnight = datetime.combine(on, datetime.min.time(), UTC) - timedelta(hours=2)
    ids: list[str] = []
    for client in CLIENTS:
        lines = entries(client, on)
        at = {line.id: line.at for line in lines}
        ids += at
        assert max(at.values()) < midnight
        assert min(at.values()) > midnight - timedelta(days=200)
        assert [line.at for line in lines] == sorted(line.at for line in lines)
        for line in lines:
            assert all(at[other] <= line.at for other in refers_to(line)), line
        for promise in replay(client, lines).promises:
            check_promise(promise)
    assert len(ids) == len(set(ids))
    starts = [ids_of[:3] for ids_of in ids]
    assert len(starts) == len(set(starts)), "the start of an id is enough to type"


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_nobody_is_called_on_a_day_off(on: date, run: Run) -> None:
    """Every event of the journal falls on a day of work on both sides."""
    for client in CLIENTS:
        days = {line.at.date() for line in entries(client, on) if isinstance(line, Event)}
        around = ("--from", min(days).isoformat(), "--to", max(days).isoformat())
        answer = run("--demo", "holidays", client, *around, "--json", now=at_eight(on))
        closed = {day["date"] for day in json.loads(answer.out)["days"] if day["status"] == "closed"}
        assert closed.isdisjoint(day.isoformat() for day in days), client
        assert all(day.weekday() < SATURDAY for day in days), client


def at_eight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize("on", SOME_DAYS, ids=str)
def test_every_page_has_something_to_show(on: date, run: Run) -> None:
    def answer(*words: str) -> Answered:
        got = run("--demo", *words, "--json", now=at_eight(on))
        assert (got.code, got.err) == (0, ""), words
        found: Answered = json.loads(got.out)
        return found

    assert answer("data", "check")["problems"] == []
    codes = {item["code"] for item in answer("today")["items"]}
    assert {"promise_late", "waiting", "problem_open", "feedback_open", "birthday"} <= codes
    statuses = {promise["status"] for promise in answer("promise")["promises"]}
    assert {"late", "open"} <= statuses
    assert "done" in {promise["status"] for promise in answer("promise", "--all")["promises"]}
    assert answer("holidays", "--next", "6w")["days"]
    reviewed = answer("review")["clients"]
    assert any(client["rhythm"] for client in reviewed)
    for client in CLIENTS:
        brief = answer("brief", client)
        assert brief["last_contact"] is not None
        assert any(tie["contacts"] for tie in answer("client", "map", client)["ties"])


@pytest.mark.parametrize("on", [date(1974, 6, 1), date(2198, 6, 1), date(2100, 2, 28)])
def test_far_away_years_have_a_sample_too(on: date, run: Run) -> None:
    answer = run("--demo", "today", now=at_eight(on))
    assert answer.code == 0
    assert "Traceback" not in answer.err


def test_the_kinds_of_things_that_happen_are_all_there() -> None:
    lines = [line for client in CLIENTS for line in entries(client, date(2026, 11, 23))]
    kinds = {line.kind for line in lines if isinstance(line, Event)}
    assert kinds == set(EventKind)
    assert {Promised, PromiseMoved} <= {type(line) for line in lines}


def test_read_aloud_no_reason_of_today_is_shortened(run: Run) -> None:
    on = datetime(2026, 11, 26, 8, 5, tzinfo=UTC)
    assert "…" in run("--demo", "today", now=on, width=60, terminal=True).out
    assert "…" not in run("--demo", "today", "--plain", now=on, width=60).out
