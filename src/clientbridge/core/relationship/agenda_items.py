"""What one client asks of you at a moment: promises, beats, holidays, gaps; each found by itself."""

from collections.abc import Iterator
from dataclasses import field
from datetime import UTC, date, datetime, timedelta

from clientbridge.core.command_line import command
from clientbridge.core.days.closures import closures
from clientbridge.core.days.greetings import Feasts, greeting_for
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.agenda import SOON_DAYS, AgendaCode, AgendaItem
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.journal.replay import Journal, Promise
from clientbridge.core.relationship.promise_status import PromiseStatus, StandingPromise, standing
from clientbridge.core.relationship.rhythm import Beat, NextBeat, next_beats
from clientbridge.core.relationship.tie_strength import coverage, ties
from clientbridge.core.time.anniversaries import next_on
from clientbridge.core.time.formatting import short_day
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import Client, DateRange

_GREETED_BEFORE_DAYS = 14
"""A feast may follow the last working day before it by that much: a Golden Week, a year's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientState:
    """Everything that is known of one client at one moment."""

    client: Client
    journal: Journal
    theirs: PartyCalendar
    yours: PartyCalendar
    now: datetime
    soon: int = SOON_DAYS
    feasts: Feasts = field(default_factory=lambda: Feasts(()))
    """What is known of feasts and what to say on them."""

    @property
    def today_here(self) -> date:
        """The date on your calendar."""
        return self.now.astimezone(self.yours.schedule.zone).date()

    @property
    def today_there(self) -> date:
        """The date on the client's calendar."""
        return self.now.astimezone(self.theirs.schedule.zone).date()

    def today(self, owner: Owner) -> date:
        """The date on the calendar of one side."""
        return self.today_here if owner is Owner.ME else self.today_there

    def days(self, owner: Owner) -> PartyCalendar:
        """The calendar of one side."""
        return self.yours if owner is Owner.ME else self.theirs

    def status_of(self, promise: Promise) -> StandingPromise:
        """A promise as it stands, on its owner's calendar."""
        return standing(promise, self.days(promise.owner), self.now)

    def standing(self, owner: Owner) -> tuple[StandingPromise, ...]:
        """The open promises of one side as they stand."""
        return tuple(map(self.status_of, self.journal.open_promises(owner)))


def items_of(situation: ClientState) -> tuple[AgendaItem, ...]:
    """What one client asks of you up to the last day looked at; not yet ranked."""
    return (
        *_your_promises(situation),
        *_their_promises(situation),
        *_open_matters(situation),
        *_beats(situation),
        *_holidays(situation),
        *_greetings(situation),
        *_birthdays(situation),
        *_gaps(situation),
        *_data_end(situation),
    )


def holds_until(situation: ClientState) -> datetime:
    """The first moment at which `items_of` may answer something else: a midnight, a promise falling due."""
    ends = [
        days.instant(today + timedelta(days=1), 0)
        for days, today in (
            (situation.yours, situation.today_here),
            (situation.theirs, situation.today_there),
        )
    ]
    due = [
        promise.due_at.astimezone(UTC)
        for owner in Owner
        for promise in situation.standing(owner)
        if promise.due_at is not None and promise.due_at > situation.now
    ]
    return min((*ends, *due))


def _your_promises(situation: ClientState) -> Iterator[AgendaItem]:
    last = situation.today_here + timedelta(days=situation.soon)
    for promise in situation.standing(Owner.ME):
        if promise.due is None or promise.due > last:
            continue
        late = promise.status is PromiseStatus.LATE
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.PROMISE_LATE if late else AgendaCode.PROMISE_DUE,
            why=f"you promised: {promise.text}",
            when=promise.due,
            command=command("promise", "done", promise.id),
            overdue_days=max((situation.today_here - promise.due).days, 0) if late else 0,
        )


def _their_promises(situation: ClientState) -> Iterator[AgendaItem]:
    for promise in situation.standing(Owner.THEM):
        if promise.status is not PromiseStatus.LATE or promise.due is None:
            continue
        person = situation.client.person(promise.person) if promise.person else None
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.WAITING,
            why=f"{person.name if person else 'they'} promised: {promise.text}",
            when=promise.due,
            command=command("promise", situation.client.id, "--theirs"),
            overdue_days=-(promise.working_days_left or 0),
        )


def _open_matters(situation: ClientState) -> Iterator[AgendaItem]:
    zone = situation.yours.schedule.zone
    for problem in situation.journal.open_problems():
        since = problem.at.astimezone(zone).date()
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.PROBLEM_OPEN,
            why=f"a problem is open: {problem.text}",
            when=since,
            command=command("log", situation.client.id, "--closes", problem.id, "how it was solved"),
        )
    for feedback in situation.journal.unanswered_feedback():
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.FEEDBACK_OPEN,
            why=f"feedback without an answer: {feedback.text}",
            when=feedback.at.astimezone(zone).date(),
            command=command(
                "promise", "add", situation.client.id, "what you will do by fri", "--answers", feedback.id
            ),
        )


_BEAT_CODES = {
    Beat.CHECKIN: AgendaCode.CHECKIN_DUE,
    Beat.UPDATE: AgendaCode.UPDATE_DUE,
    Beat.FEEDBACK: AgendaCode.FEEDBACK_DUE,
    Beat.VISIT: AgendaCode.VISIT_DUE,
}
_BEAT_COMMANDS = {
    Beat.CHECKIN: ("brief", ()),
    Beat.UPDATE: ("log", ("what you told them", "--kind", "email")),
    Beat.FEEDBACK: ("log", ("what they said", "--kind", "feedback")),
    Beat.VISIT: ("meet", ("--duration", "1h")),
}
"""What deals with each beat: the command, and the words after the client."""


def _beats(situation: ClientState) -> Iterator[AgendaItem]:
    today = situation.today_there
    beats = next_beats(situation.client.rhythm, situation.journal, situation.theirs, today)
    for beat in beats:
        if beat.due > today:
            continue
        name, options = _BEAT_COMMANDS[beat.beat]
        yield AgendaItem(
            client=situation.client.id,
            code=_BEAT_CODES[beat.beat],
            why=_beat_reason(beat, today),
            when=situation.today_here - (today - beat.due),
            command=command(name, situation.client.id, *options),
            overdue_days=(today - beat.due).days,
        )


def _beat_reason(beat: NextBeat, today: date) -> str:
    what = {
        Beat.CHECKIN: "last contact",
        Beat.UPDATE: "last update",
        Beat.FEEDBACK: "last feedback",
        Beat.VISIT: "last visit",
    }[beat.beat]
    if beat.last is None:
        return f"no {what.removeprefix('last ')} logged yet"
    since = (today - beat.last).days
    too_long = beat.latest is not None and today > beat.latest
    return f"{what} {since} days ago{', longer than you allow' if too_long else ''}"


def _holidays(situation: ClientState) -> Iterator[AgendaItem]:
    """Each closure ahead or running that is no mere weekend."""
    today = situation.today_there
    ahead = DateRange(today, today + timedelta(days=situation.soon))
    for closure in closures(situation.theirs, ahead):
        likely = ", many are away" if closure.likely else ""
        until = f", back {short_day(situation.theirs.worked_from(closure.last + timedelta(days=1)))}"
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.HOLIDAY,
            why=f"{'; '.join(closure.names)}{likely}{until}",
            when=closure.first,
            command=command("holidays", situation.client.id),
        )


def _greetings(situation: ClientState) -> Iterator[AgendaItem]:
    """Greetings whose moment is near: sent on the working day before the feast, so look further ahead."""
    last = situation.today_here + timedelta(days=situation.soon)
    for ahead in range(1, situation.soon + _GREETED_BEFORE_DAYS + 1):
        day = situation.theirs.day(situation.today_there + timedelta(days=ahead))
        if not day.reasons:
            continue
        before = situation.theirs.worked_until(day.date - timedelta(days=1))
        greeting = greeting_for(
            day,
            situation.feasts,
            observes=situation.client.observes,
            zone=situation.theirs.zone(before),
            send_on=before,
        )
        if greeting is None or greeting.say is None or greeting.send_at is None:
            continue
        when = greeting.send_at.astimezone(situation.yours.schedule.zone).date()
        if situation.today_here <= when <= last:
            yield AgendaItem(
                client=situation.client.id,
                code=AgendaCode.GREETING,
                why=f"{day.reasons[0].name} is on {short_day(day.date)}: {greeting.say}",
                when=when,
                command=command("holidays", situation.client.id),
            )


def _birthdays(situation: ClientState) -> Iterator[AgendaItem]:
    ahead = DateRange(situation.today_here, situation.today_here + timedelta(days=situation.soon))
    for person in situation.client.people:
        on = None if person.birthday is None else next_on(person.birthday, situation.today_here)
        if on is not None and on in ahead:
            yield AgendaItem(
                client=situation.client.id,
                code=AgendaCode.BIRTHDAY,
                why=f"{person.name} has their birthday",
                when=on,
                command=command("brief", situation.client.id, "--person", person.id),
            )


def _gaps(situation: ClientState) -> Iterator[AgendaItem]:
    found = coverage(ties(situation.client, situation.journal, situation.today_there))
    see_map = command("client", "map", situation.client.id)
    if found.single_contact is not None:
        person = situation.client.person(found.single_contact)
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.SINGLE_CONTACT,
            why=f"only {person.name if person else found.single_contact} has been in touch in 90 days",
            when=situation.today_here,
            command=see_map,
        )
    if found.levels_missing:
        levels = " or ".join(level.value for level in found.levels_missing)
        yield AgendaItem(
            client=situation.client.id,
            code=AgendaCode.LEVEL_MISSING,
            why=f"no contact at {levels} level in 90 days",
            when=situation.today_here,
            command=see_map,
        )


def _data_end(situation: ClientState) -> Iterator[AgendaItem]:
    """A year close ahead of which the holidays are not known."""
    near = situation.today_there + timedelta(days=60)
    for calendar in situation.theirs.calendars.values():
        if near.year in calendar.years_without_data:
            yield AgendaItem(
                client=situation.client.id,
                code=AgendaCode.DATA_ENDS,
                why=f"the holidays of {near.year} in {calendar.place.country} are not known yet",
                when=date(near.year, 1, 1),
                command=command("data", "check"),
            )
