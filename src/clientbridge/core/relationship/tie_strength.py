"""The strength of the tie to each person, from logged contacts alone.

A tie is `strong` with a contact in the last 30 days and at least two in 90; `fresh` with that one alone, as
it has just begun, or begun again; `decaying` with the last one 31 to 60 days ago; `at_risk` with an older
one; `none` without any. How many contacts they started is shown separately and does not affect the
strength: some people respond well but rarely write first.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from clientbridge.core.days.location import date_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import CONTACTS
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.workspace.profiles import Client, Person, Schedule, Seniority

STRONG_WITHIN_DAYS = 30
DECAYING_WITHIN_DAYS = 60
COUNTED_DAYS = 90
STRONG_CONTACTS = 2


class TieStrength(StrEnum):
    """The strength of a tie, strongest first."""

    STRONG = "strong"
    FRESH = "fresh"
    DECAYING = "decaying"
    AT_RISK = "at_risk"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The tie to one person of a client."""

    id: str
    name: str
    called: str = ""
    """How you address them, else the name."""
    role: str | None
    level: Seniority | None
    decides: bool
    strength: TieStrength
    last_contact: date | None
    days_since: int | None
    contacts: int
    """Number of contacts in the last 90 days."""
    from_them: int
    """How many of these they started."""

    @property
    def why(self) -> str:
        """The numbers behind the strength, as a phrase."""
        if self.days_since is None:
            return "no contact logged yet"
        since = "today" if not self.days_since else f"{self.days_since} day{'s' * (self.days_since != 1)} ago"
        started = f", {self.from_them} started by them" if self.from_them else ""
        counted = f"{self.contacts} contact{'s' * (self.contacts != 1)} in {COUNTED_DAYS} days"
        return f"last contact {since}; {counted}{started}"


def ties(client: Client, journal: Journal, today: date) -> tuple[Tie, ...]:
    """Return a tie for each person of the client, in the order of the file; `today` is the client's date."""
    contacts = [event for event in journal.events if event.kind in CONTACTS]
    return tuple(
        _tie(person, (event for event in contacts if person.id in event.people), client.schedule, today)
        for person in client.people
    )


def _tie(person: Person, contacts: Iterable[Event], theirs: Schedule, today: date) -> Tie:
    dated = [(date_at(theirs, event.at), event.from_them) for event in contacts]
    last = max((day for day, _ in dated), default=None)
    recent = [from_them for day, from_them in dated if today - day <= timedelta(days=COUNTED_DAYS)]
    since = None if last is None else max((today - last).days, 0)
    return Tie(
        id=person.id,
        name=person.name,
        called=person.called,
        role=person.role,
        level=person.level,
        decides=person.decides,
        strength=_strength(since, len(recent)),
        last_contact=last,
        days_since=since,
        contacts=len(recent),
        from_them=sum(recent),
    )


def _strength(days_since: int | None, contacts: int) -> TieStrength:
    if days_since is None:
        return TieStrength.NONE
    if days_since <= STRONG_WITHIN_DAYS:
        return TieStrength.STRONG if contacts >= STRONG_CONTACTS else TieStrength.FRESH
    return TieStrength.DECAYING if days_since <= DECAYING_WITHIN_DAYS else TieStrength.AT_RISK


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCoverage:
    """Gaps in the contact with a client over the last 90 days."""

    single_contact: str | None
    """The only person with a contact in 90 days; None when there are several or none."""
    levels_missing: tuple[Seniority, ...]
    """Levels with people but no contact in 90 days; empty when there is no contact at all."""
    nobody_decides: bool
    """Whether there is contact, but with nobody marked as deciding."""


def coverage(client_ties: Iterable[Tie]) -> ContactCoverage:
    """Return the gaps in a client's ties; a client without any contact has none."""
    every = tuple(client_ties)
    in_touch = [tie for tie in every if tie.contacts]
    if not in_touch:
        return ContactCoverage(single_contact=None, levels_missing=(), nobody_decides=False)
    return ContactCoverage(
        single_contact=in_touch[0].id if len(in_touch) == 1 else None,
        levels_missing=_levels_missing(every, in_touch),
        nobody_decides=not any(tie.decides for tie in in_touch),
    )


def _levels_missing(every: Iterable[Tie], in_touch: Iterable[Tie]) -> tuple[Seniority, ...]:
    missing = {tie.level for tie in every}.difference(tie.level for tie in in_touch)
    return tuple(level for level in Seniority if level in missing)
