"""What is known of one client at one moment, and whose calendar a date is read on."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.agenda.agenda import DEFAULT_DAYS_AHEAD
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.journal.replay import Journal, Promise
from clientbridge.core.relationship.promise_status import PromiseState, promise_state
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.workspace.profiles import Client


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientState:
    """Everything that is known of one client at one moment."""

    client: Client
    journal: Journal
    theirs: PartyCalendar
    yours: PartyCalendar
    now: datetime
    days_ahead: int = DEFAULT_DAYS_AHEAD
    """Look-ahead in days after today."""
    feasts: Feasts = field(default_factory=lambda: Feasts(()))
    """The table of feasts and their greetings."""
    people: Mapping[str, PartyCalendar] = field(default_factory=dict)
    """Calendars of the people who promised something, by id; a promise of anyone else is the client's."""

    @property
    def your_date(self) -> date:
        """Today's date where you are."""
        return self.yours.date_at(self.now)

    @property
    def their_date(self) -> date:
        """Today's date where the client is."""
        return self.theirs.date_at(self.now)

    def today(self, owner: Owner, person: str | None = None) -> date:
        """Return today's date where the owner of a promise is."""
        return self.days(owner, person).date_at(self.now)

    def week(self, owner: Owner, person: str | None = None) -> CalendarWeek:
        """Return the week of the owner of a promise, for words like ``eow``."""
        return self.days(owner, person).week(self.today(owner, person))

    def days(self, owner: Owner, person: str | None = None) -> PartyCalendar:
        """Return the calendar of the owner of a promise: yours, the person's who made it, or the client's."""
        if owner is Owner.ME:
            return self.yours
        return self.theirs if person is None else self.people.get(person, self.theirs)

    def promise_state(self, promise: Promise) -> PromiseState:
        """Return the state of a promise now, by its owner's calendar."""
        return promise_state(promise, self.days(promise.owner, promise.person), self.now)

    def open_promises(self, owner: Owner) -> tuple[PromiseState, ...]:
        """Return the open promises of one side with their state now."""
        return tuple(map(self.promise_state, self.journal.open_promises(owner)))
