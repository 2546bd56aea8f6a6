"""A random month: every item of the agenda comes on its day, once, and goes when it is done.

Days, due times and greetings are worked out here the slow way, from dates alone and without a function of the
program. You are in Brussels or on a journey, the client in Tokyo, one of its people perhaps in Lisbon.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agenda_states import FOUNDING_DAY, QUIET
from hypothesis import given
from hypothesis import strategies as st
from people import AT_HIKARI, BRUSSELS, MORI, TOKYO, day_fact, with_facts

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.agenda.agenda_items import agenda_items, valid_until
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.entries import (
    Entry,
    Event,
    FeedbackAnswered,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
)
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.journal.replay import Promise, replay
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Rhythm, Travel

FIRST = date(2026, 11, 2)
LENGTH = 35
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
HOME, CLIENT, LISBON = ZoneInfo("Europe/Brussels"), ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Lisbon")
BEATS = {
    AgendaCode.CHECKIN_DUE: EventKind.CALL,
    AgendaCode.UPDATE_DUE: EventKind.EMAIL,
    AgendaCode.FEEDBACK_DUE: EventKind.FEEDBACK,
    AgendaCode.VISIT_DUE: EventKind.VISIT,
}


@dataclass(frozen=True)
class Month:
    """What happens in five weeks, as plain dates."""

    your_off: frozenset[date]
    their_off: frozenset[date]
    feasts: frozenset[date]
    away: frozenset[date]
    journey: tuple[date, date, ZoneInfo] | None
    moris_zone: ZoneInfo
    birthday: date
    rhythm: Rhythm
    entries: tuple[Entry, ...]

    def your_zone(self, on: date) -> ZoneInfo:
        if self.journey is not None and self.journey[0] <= on <= self.journey[1]:
            return self.journey[2]
        return HOME

    def morning(self, on: date) -> datetime:
        """Eight o'clock where you are, which is the same date in Tokyo."""
        return datetime.combine(on, time(8), self.your_zone(on)).astimezone(UTC)

    def works(self, owner: str, on: date) -> bool:
        off = {"me": self.your_off, "them": self.their_off | self.feasts}
        off["mori"] = off["them"] | self.away
        return on.weekday() < 5 and on not in off[owner]

    def zone(self, owner: str, on: date) -> ZoneInfo:
        return {"me": self.your_zone(on), "them": CLIENT, "mori": self.moris_zone}[owner]

    def end_of_work(self, owner: str, on: date) -> datetime:
        ends = time(18) if owner == "me" else time(17, 30)
        return datetime.combine(on, ends, self.zone(owner, on)).astimezone(UTC)

    def last_worked(self, owner: str, on: date) -> date:
        return next(on - n * DAY for n in range(60) if self.works(owner, on - n * DAY))

    def late_days(self, owner: str, due: date, today: date) -> int:
        return sum(self.works(owner, due + n * DAY) for n in range(1, (today - due).days + 1))


def off_days(chosen: frozenset[date]) -> tuple[DaysOff, ...]:
    return tuple(DaysOff(days=DateRange(on, on), name="Off", away=True) for on in sorted(chosen))


def calendars(month: Month) -> tuple[PartyCalendar, PartyCalendar, PartyCalendar]:
    """Yours, the client's, and that of the person, as the program has them."""
    journey = month.journey
    travel = () if journey is None else (Travel(days=DateRange(*journey[:2]), zone=journey[2]),)
    theirs = with_facts(TOKYO, {on: day_fact(DayStatus.CLOSED, "Founding Day") for on in month.feasts})
    at_client = replace(AT_HIKARI, days_off=off_days(month.their_off))
    at_mori = replace(at_client, zone=month.moris_zone, days_off=off_days(month.their_off | month.away))
    return (
        replace(
            BRUSSELS, schedule=replace(BRUSSELS.schedule, days_off=off_days(month.your_off), travel=travel)
        ),
        replace(theirs, schedule=at_client),
        replace(theirs, schedule=at_mori),
    )


class Mornings:
    """The agenda of one month at any moment; the calendars are made once."""

    def __init__(self, month: Month) -> None:
        self.month = month
        self.yours, self.theirs, self.moris = calendars(month)
        birthday = (month.birthday.month, month.birthday.day)
        mori = replace(MORI, birthday=birthday, schedule=self.moris.schedule)
        self.client = replace(QUIET, people=(mori,), rhythm=month.rhythm, schedule=self.theirs.schedule)

    def state(self, now: datetime, *more: Entry) -> ClientState:
        so_far = [entry for entry in (*self.month.entries, *more) if entry.at <= now]
        return ClientState(
            client=self.client,
            journal=replay("hikari", so_far),
            theirs=self.theirs,
            yours=self.yours,
            now=now,
            feasts=Feasts([FOUNDING_DAY]),
            people={"mori": self.moris},
        )


def of(items: Sequence[AgendaItem], *codes: AgendaCode) -> list[AgendaItem]:
    return [item for item in items if item.code in codes]


DATES = st.integers(0, LENGTH + 20).map(lambda ahead: FIRST + ahead * DAY)
SOME_DATES = st.frozensets(DATES, max_size=8)
MOMENTS = st.integers(0, LENGTH * 24 * 60 - 1).map(
    lambda ahead: datetime.combine(FIRST, time(0), UTC) + ahead * MINUTE
)


@st.composite
def journeys(draw: st.DrawFn) -> tuple[date, date, ZoneInfo]:
    start = draw(DATES)
    to = draw(st.sampled_from(["Asia/Dubai", "America/New_York", "Asia/Kolkata"]))
    return start, start + draw(st.integers(0, 9)) * DAY, ZoneInfo(to)


@st.composite
def promises(draw: st.DrawFn, number: int) -> list[Entry]:
    """A promise, and what becomes of it: kept, moved, dropped, or nothing."""
    owner = draw(st.sampled_from(Owner))
    made = draw(MOMENTS)
    promised = Promised(
        id=EntryId(f"promise{number}"),
        at=made,
        owner=owner,
        text=f"thing {number}",
        due=draw(st.none() | DATES),
        person=draw(st.sampled_from(["mori", None])) if owner is Owner.THEM else None,
    )
    entries: list[Entry] = [promised]
    for step, what in enumerate(draw(st.lists(st.sampled_from(["move", "keep", "drop"]), max_size=2))):
        at = made + draw(st.integers(1, 20 * 24 * 60)) * MINUTE
        id_ = EntryId(f"{what}{number}{step}")
        if what == "move":
            entries.append(PromiseMoved(id=id_, at=at, promise=promised.id, due=draw(DATES), told=True))
        elif what == "keep":
            entries.append(PromiseKept(id=id_, at=at, promise=promised.id))
        else:
            entries.append(PromiseDropped(id=id_, at=at, promise=promised.id, why=""))
    return entries


@st.composite
def events(draw: st.DrawFn, number: int) -> Event:
    kind = draw(st.sampled_from(EventKind))
    return Event(
        id=EntryId(f"event{number}"),
        at=draw(MOMENTS),
        kind=kind,
        text=f"talk {number}",
        people=draw(st.sampled_from([(), ("mori",)])),
        from_them=draw(st.booleans()),
    )


INTERVALS = st.none() | st.sampled_from(["3d", "1w", "10d", "2w", "1mo"])
RHYTHMS = st.builds(
    Rhythm,
    checkin=INTERVALS,
    update=INTERVALS,
    update_on=st.none() | st.integers(0, 4),
    feedback=INTERVALS,
    visit=INTERVALS,
)


@st.composite
def months(draw: st.DrawFn) -> Month:
    start = datetime.combine(FIRST - 3 * DAY, time(3), UTC)
    entries: list[Entry] = [Event(id=EntryId("first"), at=start, kind=EventKind.CALL, text="hello")]
    for number in range(draw(st.integers(0, 5))):
        entries += draw(promises(number))
    for number in range(draw(st.integers(0, 5))):
        entries.append(draw(events(number)))
    return Month(
        your_off=draw(SOME_DATES),
        their_off=draw(SOME_DATES),
        feasts=draw(st.frozensets(DATES, max_size=4)),
        away=draw(SOME_DATES),
        journey=draw(st.none() | journeys()),
        moris_zone=draw(st.sampled_from([CLIENT, LISBON])),
        birthday=draw(DATES),
        rhythm=draw(RHYTHMS),
        entries=tuple(entries),
    )


def expected_promises(
    month: Month, promise: Promise, now: datetime, today: date
) -> Iterator[tuple[AgendaCode, date, int]]:
    """The item of an open promise on that morning: its kind, its day, and how late it is."""
    owner = "me" if promise.owner is Owner.ME else promise.person or "them"
    if promise.due is None:
        yield AgendaCode.PROMISE_UNDATED, today, 0
    elif now >= month.end_of_work(owner, promise.due):
        there = now.astimezone(month.zone(owner, today)).date()
        code = AgendaCode.PROMISE_LATE if owner == "me" else AgendaCode.WAITING
        yield code, promise.due, month.late_days(owner, promise.due, there)
    elif owner == "me":
        act_on = month.last_worked("me", promise.due)
        if act_on <= today + 7 * DAY:
            yield AgendaCode.PROMISE_DUE, act_on, 0


def your_date(month: Month, at: datetime) -> date:
    """Your date at an instant: each day begins at the midnight of where you are on it."""
    day = at.date() + DAY
    while datetime.combine(day, time(), month.your_zone(day)) > at:
        day -= DAY
    return at.astimezone(month.your_zone(day)).date()


def expected_greetings(month: Month, today: date) -> Iterator[date]:
    """The days on which to send a greeting, of those seen today; it can be sent until the feast."""
    last: date | None = None
    for feast in sorted(month.feasts):
        is_first = last is None or feast - last > 7 * DAY
        last = feast
        before = month.last_worked("them", feast - DAY)
        when = your_date(month, datetime.combine(before, time(9, 30), CLIENT))
        if is_first and today < feast <= today + 21 * DAY and when <= today + 7 * DAY:
            yield when


@given(month=months())
def test_every_item_comes_on_its_day_and_once(month: Month) -> None:
    mornings = Mornings(month)
    for ahead in range(LENGTH):
        today = FIRST + ahead * DAY
        now = month.morning(today)
        state = mornings.state(now)
        items = agenda_items(state)
        assert state.your_date == today
        told = [(item.code, item.why) for item in items]
        assert len(told) == len(set(told))
        expected = sorted(
            (code, when, late, promise.text)
            for promise in state.journal.open_promises()
            for code, when, late in expected_promises(month, promise, now, today)
        )
        found = of(
            items,
            AgendaCode.PROMISE_UNDATED,
            AgendaCode.PROMISE_LATE,
            AgendaCode.WAITING,
            AgendaCode.PROMISE_DUE,
        )
        assert (
            sorted(
                (item.code, item.when, item.overdue_days, item.why.partition(": ")[2].partition(" (")[0])
                for item in found
            )
            == expected
        )
        assert [item.when for item in of(items, AgendaCode.GREETING)] == sorted(
            set(expected_greetings(month, today))
        )
        is_near = today <= month.birthday <= today + 7 * DAY
        assert [item.when for item in of(items, AgendaCode.BIRTHDAY)] == [month.birthday] * is_near
        open_ones = (*state.journal.open_problems(), *state.journal.unanswered_feedback())
        matters = of(items, AgendaCode.PROBLEM_OPEN, AgendaCode.FEEDBACK_OPEN)
        assert len(matters) == len(open_ones)


@given(month=months())
def test_a_contact_seen_ahead_is_due_on_that_day_and_stays_until_it_is_made(month: Month) -> None:
    mornings = Mornings(month)
    seen: Mapping[AgendaCode, AgendaItem] = {}
    logged_before = 0
    for ahead in range(LENGTH):
        today = FIRST + ahead * DAY
        state = mornings.state(month.morning(today))
        found = of(agenda_items(state), *BEATS)
        now_seen = {item.code: item for item in found}
        assert len(now_seen) == len(found)
        is_quiet = len(state.journal.events) == logged_before
        for code, item in seen.items() if is_quiet else ():
            if item.when > today:
                assert now_seen[code].when == item.when
            else:
                assert now_seen[code].when <= today
                assert now_seen[code].overdue_days >= item.overdue_days
        seen, logged_before = now_seen, len(state.journal.events)


def done(item: AgendaItem, state: ClientState) -> Entry:
    """What is logged when the thing has been done."""
    at, id_, words = state.now + MINUTE, EntryId("done"), item.command.words
    entry: Entry
    match item.code:
        case AgendaCode.PROMISE_UNDATED:
            due = state.your_date + 30 * DAY
            entry = PromiseMoved(id=id_, at=at, promise=EntryId(words[2]), due=due, told=True)
        case AgendaCode.PROMISE_LATE | AgendaCode.PROMISE_DUE:
            entry = PromiseKept(id=id_, at=at, promise=EntryId(words[2]))
        case AgendaCode.WAITING:
            text = item.why.partition(": ")[2]
            promise = next(one for one in state.journal.open_promises() if one.text == text)
            entry = PromiseKept(id=id_, at=at, promise=promise.id)
        case AgendaCode.PROBLEM_OPEN:
            entry = ProblemClosed(id=id_, at=at, problem=EntryId(words[3]), text="mended")
        case AgendaCode.FEEDBACK_OPEN:
            entry = FeedbackAnswered(id=id_, at=at, feedback=EntryId(words[5]), promise=EntryId("none"))
        case AgendaCode.GREETING | AgendaCode.BIRTHDAY:
            entry = Event(id=id_, at=at, kind=EventKind.CHAT, text=words[2], people=("mori",))
        case code:
            entry = Event(id=id_, at=at, kind=BEATS[code], text="done", no_action="thanks")
    return entry


DONE_BY_LOGGING = frozenset(AgendaCode) - {
    AgendaCode.HOLIDAY,
    AgendaCode.SINGLE_CONTACT,
    AgendaCode.LEVEL_MISSING,
    AgendaCode.DATA_ENDS,
}


@given(month=months(), ahead=st.integers(0, LENGTH - 1))
def test_every_item_goes_when_it_is_done(month: Month, ahead: int) -> None:
    mornings = Mornings(month)
    state = mornings.state(month.morning(FIRST + ahead * DAY))
    due = [item for item in agenda_items(state) if item.when <= state.your_date]
    for item in due:
        if item.code in DONE_BY_LOGGING:
            after = agenda_items(mornings.state(state.now + 2 * MINUTE, done(item, state)))
            same = [one for one in after if (one.code, one.why) == (item.code, item.why)]
            assert [one for one in same if one.when <= state.your_date] == []


@given(month=months(), start=MOMENTS, share=st.floats(0, 1, exclude_max=True))
def test_items_stay_as_they_are_until_they_are_said_to_change(
    month: Month, start: datetime, share: float
) -> None:
    """So an agenda that is kept until `valid_until` is the agenda of any moment before it."""
    mornings = Mornings(month)
    state = mornings.state(start)
    until = valid_until(state)
    assert until > start
    later = start + int((until - start) / MINUTE * share) * MINUTE
    same_journal = replace(state, now=later)
    assert agenda_items(same_journal) == agenda_items(state)
    assert agenda_items(replace(state, now=until - MINUTE)) == agenda_items(state)
