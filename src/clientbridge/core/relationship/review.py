"""The review of a month with a client: promises, contacts, ties, and risks of the month after.

`ClientReview` is for you. `SharedReview` is for the client: it has only fields that they may see, so that
notes, tie strengths and people cannot leak into it.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.days.closures import closures
from clientbridge.core.days.location import day_begins
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.kinds import CONTACTS, EventKind, Owner
from clientbridge.core.relationship.journal.replay import Promise
from clientbridge.core.relationship.promise_status import due_that_counts
from clientbridge.core.relationship.rhythm import Beat, next_beats
from clientbridge.core.relationship.tie_strength import TieStrength, coverage, ties
from clientbridge.core.time.anniversaries import in_year
from clientbridge.core.time.clock_changes import clock_changes
from clientbridge.core.time.offsets import local_time, start_of_day
from clientbridge.core.workspace.profiles import DateRange


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def days(self) -> DateRange:
        """The days of the month."""
        return DateRange(
            date(self.year, self.month, 1), date(self.year, self.month, monthrange(self.year, self.month)[1])
        )

    @property
    def following(self) -> "Month":
        """The month after it."""
        after = self.days.last + timedelta(days=1)
        return Month(after.year, after.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCount:
    """Promises of one side that fell due in the month."""

    due: int
    kept_on_time: int
    kept_late: int
    still_open: int
    moved: int
    """How many of them were given another due date."""
    told: int
    """Number of moves of which the other side was informed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatReview:
    """Whether one beat of the rhythm was kept, at the end of the month."""

    beat: Beat
    kept: bool
    """False when it was overdue; what had not fallen due by then is not missed."""
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Something in the next month that may get in the way."""

    code: str
    """``closed``, ``clock_change``, ``fiscal_year_end`` or ``birthday``."""
    when: date
    until: date | None = None
    """The last day of a closure of several days, else None."""
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientReview:
    """The month of one client, for you."""

    client: str
    name: str
    yours: PromiseCount
    theirs: PromiseCount
    contacts: int
    rhythm: tuple[BeatReview, ...]
    strong: int
    people: int
    single_contact: str | None
    levels_missing: tuple[str, ...]
    feedback: int
    feedback_acted_on: int
    problems: int
    problems_open: int
    manager: str | None
    risks: tuple[Risk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The answer of `cb review`."""

    kind: ClassVar[str] = "review"
    month: str
    clients: tuple[ClientReview, ...]

    @property
    def answered(self) -> bool:
        """False when there are no clients."""
        return bool(self.clients)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPromise:
    """The part of a promise that the client may see."""

    owner: Owner
    text: str
    due: date | None
    done: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClient:
    """The part of a client's month that the client may see."""

    client: str
    name: str
    promises: tuple[SharedPromise, ...]
    contacts: int
    closed_next_month: tuple[Risk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedReview:
    """The answer of `cb review --share`."""

    kind: ClassVar[str] = "shared_review"
    month: str
    clients: tuple[SharedClient, ...]

    @property
    def answered(self) -> bool:
        """False when there are no clients."""
        return bool(self.clients)


def review_client(state: ClientState, month: Month) -> ClientReview:
    """Return the month of one client; a month still running is reviewed up to today."""
    theirs = state.theirs
    in_month = [event for event in state.journal.events if theirs.date_at(event.at) in month.days]
    last_day = min(month.days.last, state.their_date)
    journal = state.journal.before(day_begins(theirs.schedule, last_day + timedelta(days=1)))
    client_ties = ties(state.client, journal, last_day)
    gaps = coverage(client_ties)
    kinds = Counter(event.kind for event in in_month)
    unanswered = sum(event in in_month for event in state.journal.unanswered_feedback())
    return ClientReview(
        client=state.client.id,
        name=state.client.name,
        yours=_count(state, month, Owner.ME),
        theirs=_count(state, month, Owner.THEM),
        contacts=sum(kinds[kind] for kind in CONTACTS),
        rhythm=_rhythm(state, month),
        strong=sum(tie.strength is TieStrength.STRONG for tie in client_ties),
        people=len(client_ties),
        single_contact=gaps.single_contact,
        levels_missing=tuple(map(str, gaps.levels_missing)),
        feedback=kinds[EventKind.FEEDBACK],
        feedback_acted_on=kinds[EventKind.FEEDBACK] - unanswered,
        problems=kinds[EventKind.PROBLEM],
        problems_open=sum(event in in_month for event in state.journal.open_problems()),
        manager=state.client.manager,
        risks=tuple(sorted(_risks(state, month.following), key=lambda risk: (risk.when, risk.code))),
    )


def share_review(state: ClientState, month: Month) -> SharedClient:
    """Return the part of the month that the client may see."""
    theirs = state.theirs
    return SharedClient(
        client=state.client.id,
        name=state.client.name,
        promises=tuple(
            SharedPromise(
                owner=promise.owner,
                text=promise.text,
                due=promise.due,
                done=None if promise.kept_at is None else theirs.date_at(promise.kept_at),
            )
            for promise in state.journal.promises
            if promise.dropped_at is None and (promise.is_open or _kept_or_due_in(promise, month, theirs))
        ),
        contacts=sum(
            event.kind in CONTACTS and theirs.date_at(event.at) in month.days
            for event in state.journal.events
        ),
        closed_next_month=tuple(_closures(state, month.following.days)),
    )


def _kept_or_due_in(promise: Promise, month: Month, theirs: PartyCalendar) -> bool:
    kept = promise.kept_at is not None and theirs.date_at(promise.kept_at) in month.days
    return kept or (promise.due is not None and promise.due in month.days)


def _rhythm(state: ClientState, month: Month) -> tuple[BeatReview, ...]:
    """Return each beat on the last day of the month on your calendar, as in `cb today`.

    A whole month without any contact has missed what is due from the start.
    """
    last_day = min(month.days.last, state.your_date)
    journal = state.journal.before(day_begins(state.yours.schedule, last_day + timedelta(days=1)))
    beats = next_beats(state.client.rhythm, journal, state.theirs, state.yours, last_day)
    month_is_over = last_day == month.days.last
    return tuple(
        BeatReview(
            beat=beat.beat,
            kept=beat.overdue_days(last_day) == 0 and (beat.has_start or not month_is_over),
            last=beat.last,
        )
        for beat in beats
    )


def _count(state: ClientState, month: Month, owner: Owner) -> PromiseCount:
    due = list(_due_in(state, month, owner))
    kept = [(promise.kept_at, end) for promise, end in due if promise.kept_at is not None]
    on_time = sum(at <= end for at, end in kept)
    return PromiseCount(
        due=len(due),
        kept_on_time=on_time,
        kept_late=len(kept) - on_time,
        still_open=len(due) - len(kept),
        moved=sum(bool(promise.moves) for promise, _ in due),
        told=sum(move.told for promise, _ in due for move in promise.moves),
    )


def _due_in(state: ClientState, month: Month, owner: Owner) -> Iterator[tuple[Promise, datetime]]:
    """Yield one side's promises due in the month, except dropped ones, each with the instant it was due."""
    for promise in state.journal.promises:
        if promise.owner is not owner or promise.dropped_at is not None:
            continue
        days = state.days(promise.owner, promise.person)
        due = due_that_counts(promise, days)
        if due is not None and due in month.days:
            yield promise, days.end_of_work(due)


def _risks(state: ClientState, month: Month) -> Iterator[Risk]:
    yield from _closures(state, month.days)
    theirs, yours = state.theirs.schedule.zone, state.yours.schedule.zone
    for zone, whose in ((theirs, "their"), (yours, "your")):
        if whose == "their" or zone.key != theirs.key:
            yield from _clock_changes(zone, whose, month.days)
    client = state.client
    fiscal_year_end = client.context.fiscal_year_end
    if fiscal_year_end is not None and (on := in_year(fiscal_year_end, month.year)) in month.days:
        yield Risk(code="fiscal_year_end", when=on, say="their business year ends")
    for person in client.people:
        if person.birthday is not None and (on := in_year(person.birthday, month.year)) in month.days:
            yield Risk(code="birthday", when=on, say=f"{person.called}'s birthday")


def _closures(state: ClientState, days: DateRange) -> Iterator[Risk]:
    for closure in closures(state.theirs, days):
        until = closure.last if closure.last > closure.first else None
        yield Risk(code="closed", when=closure.first, until=until, say=closure.say)


def _clock_changes(zone: ZoneInfo, whose: str, days: DateRange) -> Iterator[Risk]:
    span = (start_of_day(days.first, zone), start_of_day(days.last + timedelta(days=1), zone))
    for change in clock_changes(zone, span):
        way = "forward" if change.shift > 0 else "back"
        yield Risk(
            code="clock_change",
            when=local_time(change.at, zone).date(),
            say=f"{whose} clocks go {way} by {abs(change.shift)} minutes",
        )
