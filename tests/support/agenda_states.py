"""A client in Tokyo at one moment, and the agenda items of one kind.

Unless a case says otherwise it is Tuesday 24 November 2026, 08:00 in Brussels and 16:00 in Tokyo.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from people import BRUSSELS, HIKARI, TOKYO, day, day_fact, journal_of, utc, with_facts

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.greetings import Feast, Feasts, GreetingTone
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.agenda.agenda_items import agenda_items
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.entries import Entry, Promised
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.workspace.profiles import Client, Rhythm

NOW = "11-24 07:00"
QUIET = replace(HIKARI, rhythm=Rhythm(), people=())
FOUNDING_DAY = Feast(
    id="founding_day",
    names=("Founding Day",),
    meaning="the nation began",
    tone=GreetingTone.FESTIVE,
    say="Happy Founding Day!",
    never=None,
    of_one_faith=False,
    nations=frozenset(),
    countries=frozenset(),
)


def promised(due: str | None, owner: Owner = Owner.ME, person: str | None = None) -> Promised:
    return Promised(
        id=EntryId(f"{owner} {due}"),
        at=utc("11-01 08:00"),
        owner=owner,
        text="send the SOW",
        due=None if due is None else day(due),
        person=person,
    )


def closed(*on: str, status: DayStatus = DayStatus.CLOSED, name: str = "Founding Day") -> dict[date, DayFact]:
    return {day(one): day_fact(status, name) for one in on}


def state(
    *lines: Entry,
    now: str = NOW,
    client: Client = QUIET,
    holidays: dict[date, DayFact] | None = None,
    feasts: Sequence[Feast] = (),
    yours: PartyCalendar = BRUSSELS,
) -> ClientState:
    theirs = replace(with_facts(TOKYO, holidays or {}), schedule=client.schedule)
    return ClientState(
        client=client,
        journal=journal_of(*lines),
        theirs=theirs,
        yours=yours,
        now=utc(now),
        feasts=Feasts(feasts),
        people={
            person.id: PartyCalendar(schedule=person.schedule, calendars=theirs.calendars)
            for person in client.people
        },
    )


def of(code: AgendaCode, current: ClientState) -> list[AgendaItem]:
    return [item for item in agenda_items(current) if item.code is code]
