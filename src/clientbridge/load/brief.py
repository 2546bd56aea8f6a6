"""What a brief needs: your files, their days, both countries, and what was last said."""

from datetime import date, datetime, timedelta
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
from clientbridge.load.clients import note_archived

if TYPE_CHECKING:
    from clientbridge.core.culture.country import CountryNotes
    from clientbridge.core.culture.place_facts import PlaceFacts
    from clientbridge.core.days.day import Day
    from clientbridge.core.relationship.journal.replay import Journal
    from clientbridge.core.relationship.past_events import PastEvent
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState
    from clientbridge.core.time.date_rules import FeastDates
    from clientbridge.core.workspace.profiles import Client, Person, Schedule
    from clientbridge.load.session import Session

_BACK, _AHEAD = timedelta(days=10), timedelta(days=21)


def call(
    session: "Session", name: str, *, at: datetime | None = None, with_place_facts: bool = False
) -> BriefInput:
    """Everything known of a call with ``acme`` or ``acme/ana``, now or at a moment; raises as the workspace.

    What is derived of their country is looked up where asked, or where there are no notes on it.
    """
    now = session.now if at is None else at
    workspace = session.workspace
    me = workspace.me
    client, person = workspace.party(name)
    note_archived(session, client)
    schedule = (person or client).schedule
    days = _days(session, schedule, now)
    dealings = _dealings(session, client, person, days, now)
    culture_data = culture_data_for(
        you=me.schedule.place.country, them=schedule.place.country, cache=session.cache
    )
    notes = culture_data.theirs
    dates = feast_dates_for(() if notes is None else notes.date_rules, schedule.place.country, session.cache)
    return BriefInput(
        now=now,
        asked_at=None if at is None else session.now,
        me=me,
        client=client,
        person=person,
        days=days,
        names=_names(session, schedule),
        culture_data=culture_data,
        feast_dates=dates,
        feasts=_feasts(session, days.day(days.date_at(now)), notes, dates),
        promises=dealings.promises,
        last_contact=dealings.last_contact,
        remembered=dealings.remembered,
        occasions=dealings.occasions,
        problems=dealings.problems,
        feedback=dealings.feedback,
        gifts=dealings.gifts,
        facts=_facts(schedule) if notes is None or with_place_facts else None,
    )


def _facts(schedule: "Schedule") -> "PlaceFacts":
    from clientbridge.adapters.culture.derived_facts import place_facts

    return place_facts(schedule.place.country)


def _days(session: "Session", schedule: "Schedule", now: datetime) -> PartyCalendar:
    today = date_at(schedule, now)
    days = _known(session, schedule, today - _BACK, today + _AHEAD)
    # How long a break lasts is asked of days off alone.
    return days if days.is_worked(today) else _known(session, schedule, today - MARGIN, today + MARGIN)


def _known(session: "Session", schedule: "Schedule", first: date, last: date) -> PartyCalendar:
    calendars = calendars_for(places_of(schedule), first, last, session.cache)
    return PartyCalendar(schedule=schedule, calendars=calendars)


def _feasts(session: "Session", day: "Day", notes: "CountryNotes | None", dates: "FeastDates") -> Feasts:
    """All feasts where the day is or may be one, or has a greeting; on other days nothing is read."""
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
    session: "Session", client: "Client", person: "Person | None", days: PartyCalendar, now: datetime
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
    schedule, today = days.schedule, days.date_at(now)
    journal = opened.journal
    return _Dealings(
        promises=_promises(session, journal, client, now),
        last_contact=_last_contact(journal, days, today),
        remembered=personal_notes(journal, people, today, schedule),
        occasions=occasions(journal, people, today, schedule),
        problems=past_events(journal.open_problems(), schedule),
        feedback=past_events(journal.unanswered_feedback(), schedule),
        gifts=past_events(journal.gifts(None if person is None else person.id), schedule),
    )


def _promises(
    session: "Session", journal: "Journal", client: "Client", now: datetime
) -> "tuple[PromiseState, ...]":
    from clientbridge.core.relationship.promise_status import by_urgency, owner_schedule, promise_state

    open_ones = journal.open_promises()
    if not open_ones:
        return ()
    calendars: dict[Schedule, PartyCalendar] = {}
    promises = []
    for promise in open_ones:
        schedule = owner_schedule(promise, session.workspace.me.schedule, client)
        days = calendars[schedule] = calendars.get(schedule) or _days(session, schedule, now)
        promises.append(promise_state(promise, days, now))
    return tuple(sorted(promises, key=by_urgency))


def _last_contact(journal: "Journal", days: PartyCalendar, today: date) -> LastContact | None:
    event = journal.last_contact
    if event is None:
        return None
    on = days.date_at(event.at)
    return LastContact(on=on, days_ago=(today - on).days, what=event.kind.value, text=event.text)
