"""A month with a client: what was promised and kept, who was reached, what next month brings.

`ClientReview` is for you. `SharedReview` is for the client: it is made of fields that are theirs to see, so
notes, strengths and people cannot slip into it.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.days.closures import closures
from clientbridge.core.relationship.agenda_items import ClientState
from clientbridge.core.relationship.journal.kinds import CONTACTS, EventKind, Owner
from clientbridge.core.relationship.journal.replay import Promise
from clientbridge.core.relationship.rhythm import Beat, next_beats
from clientbridge.core.relationship.tie_strength import TieStrength, coverage, ties
from clientbridge.core.time.anniversaries import in_year
from clientbridge.core.time.offsets import local_time, offset_pieces, start_of_day
from clientbridge.core.values import dataclass
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
        """Its first and last day."""
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
    """How many got another date."""
    told: int
    """Of these moves, how many the other side was told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatKept:
    """One beat of the rhythm at the end of the month."""

    beat: Beat
    kept: bool
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Something next month that can get in the way."""

    code: str
    """``closed``, ``clock_change``, ``fiscal_year_end`` or ``birthday``."""
    when: date
    until: date | None = None
    """The last day of a closure of more than one."""
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientReview:
    """One client's month, for you."""

    client: str
    name: str
    yours: PromiseCount
    theirs: PromiseCount
    contacts: int
    rhythm: tuple[BeatKept, ...]
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
        """A month without clients has nothing to say."""
        return bool(self.clients)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPromise:
    """A promise as both sides may see it."""

    owner: Owner
    text: str
    due: date | None
    done: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClient:
    """One client's month as the client may see it."""

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
        """A month without clients has nothing to say."""
        return bool(self.clients)


def review_client(situation: ClientState, month: Month) -> ClientReview:
    """The month of one client; what lies after `situation.now` counts as not yet done."""
    zone = situation.theirs.schedule.zone
    in_month = [event for event in situation.journal.events if event.at.astimezone(zone).date() in month.days]
    last_day = min(month.days.last, situation.today_there)
    found = ties(situation.client, situation.journal, last_day)
    gaps = coverage(found)
    kinds = Counter(event.kind for event in in_month)
    unanswered = sum(event in in_month for event in situation.journal.unanswered_feedback())
    return ClientReview(
        client=situation.client.id,
        name=situation.client.name,
        yours=_count(situation, month, Owner.ME),
        theirs=_count(situation, month, Owner.THEM),
        contacts=sum(kinds[kind] for kind in CONTACTS),
        rhythm=_rhythm(situation, last_day),
        strong=sum(tie.strength is TieStrength.STRONG for tie in found),
        people=len(found),
        single_contact=gaps.single_contact,
        levels_missing=tuple(map(str, gaps.levels_missing)),
        feedback=kinds[EventKind.FEEDBACK],
        feedback_acted_on=kinds[EventKind.FEEDBACK] - unanswered,
        problems=kinds[EventKind.PROBLEM],
        problems_open=sum(event in in_month for event in situation.journal.open_problems()),
        manager=situation.client.manager,
        risks=tuple(sorted(_risks(situation, month.following), key=lambda risk: (risk.when, risk.code))),
    )


def share_review(situation: ClientState, month: Month) -> SharedClient:
    """What the client may see of the month."""
    zone = situation.theirs.schedule.zone
    return SharedClient(
        client=situation.client.id,
        name=situation.client.name,
        promises=tuple(
            SharedPromise(
                owner=promise.owner,
                text=promise.text,
                due=promise.due,
                done=None if promise.kept is None else promise.kept.astimezone(zone).date(),
            )
            for promise in situation.journal.promises
            if promise.dropped is None and (promise.is_open or _concerns(promise, month, zone))
        ),
        contacts=sum(
            event.kind in CONTACTS and event.at.astimezone(zone).date() in month.days
            for event in situation.journal.events
        ),
        closed_next_month=tuple(_closures(situation, month.following.days)),
    )


def _concerns(promise: Promise, month: Month, zone: ZoneInfo) -> bool:
    kept = promise.kept is not None and promise.kept.astimezone(zone).date() in month.days
    return kept or (promise.due is not None and promise.due in month.days)


def _rhythm(situation: ClientState, last_day: date) -> tuple[BeatKept, ...]:
    beats = next_beats(situation.client.rhythm, situation.journal, situation.theirs, last_day)
    return tuple(
        BeatKept(beat=beat.beat, kept=beat.last is not None and beat.due >= last_day, last=beat.last)
        for beat in beats
    )


def _count(situation: ClientState, month: Month, owner: Owner) -> PromiseCount:
    due = list(_due_in(situation, month, owner))
    kept = [(promise.kept, end) for promise, end in due if promise.kept is not None]
    on_time = sum(at <= end for at, end in kept)
    return PromiseCount(
        due=len(due),
        kept_on_time=on_time,
        kept_late=len(kept) - on_time,
        still_open=len(due) - len(kept),
        moved=sum(bool(promise.moves) for promise, _ in due),
        told=sum(move.told for promise, _ in due for move in promise.moves),
    )


def _due_in(situation: ClientState, month: Month, owner: Owner) -> Iterator[tuple[Promise, datetime]]:
    """One side's promises of the month that were not dropped, each with the instant at which it was due."""
    days = situation.yours if owner is Owner.ME else situation.theirs
    for promise in situation.journal.promises:
        due = promise.due if promise.owner is owner and promise.dropped is None else None
        if due is not None and due in month.days:
            yield promise, days.end_of_work(due)


def _risks(situation: ClientState, month: Month) -> Iterator[Risk]:
    yield from _closures(situation, month.days)
    theirs, yours = situation.theirs.schedule.zone, situation.yours.schedule.zone
    for zone, whose in ((theirs, "theirs"), (yours, "yours")):
        if whose == "theirs" or zone.key != theirs.key:
            yield from _clock_changes(zone, whose, month.days)
    client = situation.client
    fiscal_year_end = client.context.fiscal_year_end
    if fiscal_year_end is not None and (on := in_year(fiscal_year_end, month.year)) in month.days:
        yield Risk(code="fiscal_year_end", when=on, say="their fiscal year ends")
    for person in client.people:
        if person.birthday is not None and (on := in_year(person.birthday, month.year)) in month.days:
            yield Risk(code="birthday", when=on, say=f"birthday of {person.name}")


def _closures(situation: ClientState, days: DateRange) -> Iterator[Risk]:
    for closure in closures(situation.theirs, days):
        until = closure.last if closure.last > closure.first else None
        yield Risk(code="closed", when=closure.first, until=until, say="; ".join(closure.names))


def _clock_changes(zone: ZoneInfo, whose: str, days: DateRange) -> Iterator[Risk]:
    span = (start_of_day(days.first, zone), start_of_day(days.last + timedelta(days=1), zone))
    for before, after in pairwise(offset_pieces(zone, span)):
        step = after.offset - before.offset
        way = "forward" if step > 0 else "back"
        yield Risk(
            code="clock_change",
            when=local_time(after.start, zone).date(),
            say=f"{whose} clocks go {way} {abs(step)} min",
        )
