"""What a brief needs: your files, their days, both countries, and what was last said."""

from datetime import date, timedelta
from os.path import lexists
from typing import TYPE_CHECKING

from clientbridge.adapters.culture.country_loader import culture_data_for
from clientbridge.adapters.days.feast_dates import feast_dates_for
from clientbridge.adapters.days.place_calendars import calendars_for
from clientbridge.adapters.days.places import country_name, region_name
from clientbridge.adapters.workspace.workspace import journal_name
from clientbridge.core.briefing.briefing import LastContact
from clientbridge.core.briefing.prepare import BriefInput, PlaceNames
from clientbridge.core.culture.greeting_words import greetings_on
from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.holiday_report import MARGIN
from clientbridge.core.days.location import date_at, places_of
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from clientbridge.core.culture.country import CountryNotes
    from clientbridge.core.relationship.journal.replay import Journal
    from clientbridge.core.relationship.past_events import PastEvent
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState
    from clientbridge.core.time.date_rules import FeastDates
    from clientbridge.core.workspace.profiles import Client, Person, Schedule
    from clientbridge.load.session import Session

_BACK, _AHEAD = timedelta(days=10), timedelta(days=21)


def call(session: "Session", name: str, *, with_place_facts: bool = False) -> BriefInput:
    """Everything known about a call with ``acme`` or ``acme/ana``; raises as the workspace does.

    What is derived of their country is looked up where asked, or where there are no notes on it.
    """
    workspace = session.workspace
    me = workspace.me
    client, person = workspace.party(name)
    schedule = (person or client).schedule
    days = _days(session, schedule)
    dealings = _dealings(session, client, person, days)
    culture_data = culture_data_for(
        you=me.schedule.place.country, them=schedule.place.country, cache=session.cache
    )
    notes = culture_data.theirs
    dates = feast_dates_for(() if notes is None else notes.date_rules, schedule.place.country, session.cache)
    facts = None
    if notes is None or with_place_facts:
        from clientbridge.adapters.culture.derived_facts import place_facts

        facts = place_facts(schedule.place.country)
    return BriefInput(
        now=session.now,
        me=me,
        client=client,
        person=person,
        days=days,
        names=_names(session, schedule),
        culture_data=culture_data,
        feast_dates=dates,
        feasts=_feasts(session, days, notes, dates),
        promises=dealings.promises,
        last_contact=dealings.last_contact,
        remembered=dealings.remembered,
        occasions=dealings.occasions,
        problems=dealings.problems,
        feedback=dealings.feedback,
        gifts=dealings.gifts,
        facts=facts,
    )


def _days(session: "Session", schedule: "Schedule") -> PartyCalendar:
    today = date_at(schedule, session.now)
    days = _known(session, schedule, today - _BACK, today + _AHEAD)
    # How long a break lasts is asked of days off alone.
    return days if days.is_worked(today) else _known(session, schedule, today - MARGIN, today + MARGIN)


def _known(session: "Session", schedule: "Schedule", first: date, last: date) -> PartyCalendar:
    calendars = calendars_for(places_of(schedule), first, last, session.cache)
    return PartyCalendar(schedule=schedule, calendars=calendars)


def _feasts(
    session: "Session", days: PartyCalendar, notes: "CountryNotes | None", dates: "FeastDates"
) -> Feasts:
    """All feasts where today is or may be one, or has a greeting; on other days nothing is read."""
    day = days.day(days.date_at(session.now))
    ordinary = all(reason.kind is ReasonKind.WEEKEND for reason in day.reasons)
    if ordinary and not greetings_on(notes, day, dates):
        return Feasts(())
    from clientbridge.adapters.days.greeting_table import feasts

    return Feasts(feasts(session.cache))


def _names(session: "Session", schedule: "Schedule") -> PlaceNames:
    region = schedule.place.region
    return PlaceNames(
        country=country_name(schedule.place.country),
        region=region_name(region, session.cache) if region is not None else None,
    )


@dataclass(frozen=True, slots=True)
class _Dealings:
    """What was said and promised before."""

    promises: "tuple[PromiseState, ...]" = ()
    last_contact: LastContact | None = None
    remembered: "tuple[PersonalNote, ...]" = ()
    occasions: "tuple[Occasion, ...]" = ()
    problems: "tuple[PastEvent, ...]" = ()
    feedback: "tuple[PastEvent, ...]" = ()
    gifts: "tuple[PastEvent, ...]" = ()


def _dealings(
    session: "Session", client: "Client", person: "Person | None", days: PartyCalendar
) -> _Dealings:
    """From the journal; where there is none and no birthday is known, its code is not even loaded."""
    people = client.people if person is None else (person,)
    # The name of a file may have its accents stored in another way.
    has_journal = not client.id.isascii() or lexists(session.workspace.folder / journal_name(client.id))
    if not has_journal and all(one.birthday is None for one in people):
        return _Dealings()
    from clientbridge.adapters.relationship.journals import Journals
    from clientbridge.core.relationship.past_events import past_events
    from clientbridge.core.relationship.personal_notes import occasions, personal_notes
    from clientbridge.load.clients import report_unreadable_lines

    opened = Journals(session.workspace.folder).open(client.id)
    report_unreadable_lines(session, opened.problems)
    schedule, today = days.schedule, days.date_at(session.now)
    journal = opened.journal
    return _Dealings(
        promises=_promises(session, journal, client),
        last_contact=_last_contact(session, journal, days),
        remembered=personal_notes(journal, people, today, schedule),
        occasions=occasions(journal, people, today, schedule),
        problems=past_events(journal.open_problems(), schedule),
        feedback=past_events(journal.unanswered_feedback(), schedule),
        gifts=past_events(journal.gifts(None if person is None else person.id), schedule),
    )


def _promises(session: "Session", journal: "Journal", client: "Client") -> "tuple[PromiseState, ...]":
    from clientbridge.core.relationship.promise_status import by_urgency, owner_schedule, promise_state

    open_ones = journal.open_promises()
    if not open_ones:
        return ()
    calendars: dict[Schedule, PartyCalendar] = {}
    promises = []
    for promise in open_ones:
        schedule = owner_schedule(promise, session.workspace.me.schedule, client)
        days = calendars[schedule] = calendars.get(schedule) or _days(session, schedule)
        promises.append(promise_state(promise, days, session.now))
    return tuple(sorted(promises, key=by_urgency))


def _last_contact(session: "Session", journal: "Journal", days: PartyCalendar) -> LastContact | None:
    event = journal.last_contact
    if event is None:
        return None
    on, today = days.date_at(event.at), days.date_at(session.now)
    return LastContact(on=on, days_ago=(today - on).days, what=event.kind.value, text=event.text)
