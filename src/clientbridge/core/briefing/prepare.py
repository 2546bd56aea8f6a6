"""Everything known about one call put together: `prepare` gives the `Briefing`."""

from dataclasses import field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from clientbridge.core.briefing.briefing import (
    BriefedClient,
    BriefedPerson,
    Briefing,
    LastContact,
    Moment,
    RedLine,
    WarningCode,
)
from clientbridge.core.briefing.culture_lines import culture_lines, their_side, your_side
from clientbridge.core.briefing.part_of_day import moment_of
from clientbridge.core.briefing.red_lines import Horizon, red_lines
from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.greeting_words import Greeted, greeting_words
from clientbridge.core.culture.lookup import Side, applicable, positions
from clientbridge.core.culture.phrases import SpokenWords, in_language
from clientbridge.core.culture.place_facts import PlaceFacts
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.seasons import seasons_of
from clientbridge.core.culture.sources import SourceRules
from clientbridge.core.culture.statements import basis, scale_rows, sources_of, statements
from clientbridge.core.days.day_status import hours_are_assumed
from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.holiday_report import DayRow, Subject, day_row
from clientbridge.core.days.location import date_at, local_at, where_at, zone_at
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.time.anniversaries import next_on
from clientbridge.core.time.date_rules import FeastDates
from clientbridge.core.workspace.profiles import Client, Me, Person

if TYPE_CHECKING:
    from clientbridge.core.relationship.past_events import PastEvent
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState


_YEAR_END_DAYS_AHEAD = 60
"""Budgets are closed, and the next ones decided, some two months before a business year ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNames:
    """The names of the place of the call."""

    country: str
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefInput:
    """Everything that goes into one brief."""

    now: datetime
    """The moment of the call."""
    asked_at: datetime | None = None
    """The moment at which the brief is asked for, where the call is at another."""
    me: Me
    client: Client
    person: Person | None
    """Whom the call is with, where one person was named."""
    days: PartyCalendar
    """Of the person, else of the client; seven days back and fourteen ahead must be known,
    and around a day off as much as an answer about days needs."""
    names: PlaceNames
    culture_data: CultureData
    feast_dates: FeastDates = field(default_factory=dict)
    feasts: Feasts = field(default_factory=lambda: Feasts(()))
    """Needed on a day with a reason or a greeting; empty on any other."""
    promises: "tuple[PromiseState, ...]" = ()
    last_contact: LastContact | None = None
    remembered: "tuple[PersonalNote, ...]" = ()
    occasions: "tuple[Occasion, ...]" = ()
    problems: "tuple[PastEvent, ...]" = ()
    feedback: "tuple[PastEvent, ...]" = ()
    gifts: "tuple[PastEvent, ...]" = ()
    facts: PlaceFacts | None = None


def prepare(call: BriefInput) -> Briefing:
    """The brief for one call."""
    brief = _of_their_place(call)
    return replace(
        brief,
        asked=call.client.id if call.person is None else f"{call.client.id}/{call.person.id}",
        called_at=None if call.asked_at is None else local_at(call.me.schedule, call.now),
        asked_on=None if call.asked_at is None else call.days.date_at(call.asked_at),
        notes=_notes(call),
        problems=call.problems,
        feedback=call.feedback,
        promises=call.promises,
        last_contact=call.last_contact,
        remembered=call.remembered,
        occasions=call.occasions,
        gifts=call.gifts,
        goals=call.client.context.goals,
        fiscal_year_end=_fiscal_year_end(call.client, brief.local_time.date()),
    )


def _is_later(call: BriefInput) -> bool:
    asked_at = call.asked_at
    return asked_at is not None and call.days.date_at(asked_at) != call.days.date_at(call.now)


def _of_their_place(call: BriefInput) -> Briefing:
    """Their day, the people and the culture, without what is between you."""
    culture_data, notes = call.culture_data, call.culture_data.theirs
    you = your_side(call.me, culture_data.yours)
    them = their_side(call.client, call.person, notes, culture_data.rules)
    lines, applying = culture_lines(you, them, culture_data), applicable(them, culture_data.rules)
    local = call.days.local_at(call.now)
    moment, day = _moment_and_day(call, local)
    return Briefing(
        client=_client(call),
        people=_people(call, local),
        local_time=local,
        moment=moment,
        day=day,
        warnings=_warnings(call, local.date()),
        gaps=lines.gaps,
        from_own_notes=_is_all_own(them, culture_data.rules),
        watch=lines.watch,
        open_with=lines.open_with,
        avoid=lines.avoid,
        close_with=lines.close_with,
        phrases=_phrases(call, applying, local),
        greeting=_greeting(call, local.date()),
        channels=call.client.channels,
        scales=scale_rows(you, them, culture_data.scales, culture_data.rules),
        claims=statements(applying, culture_data.rules),
        small_talk=notes.small_talk if notes is not None else None,
        office_hours=notes.office_hours if notes is not None else None,
        lunch=notes.lunch_hours if notes is not None else None,
        seasons=seasons_of(notes, local.date(), call.feast_dates),
        facts=call.facts,
        basis=basis(notes, culture_data.rules),
        sources=sources_of(notes),
        left_out=len(notes.claims) - len(applying.claims)
        if notes is not None and applying is not None
        else 0,
    )


def _moment_and_day(call: BriefInput, local: datetime) -> tuple[Moment, DayRow]:
    schedule, today = call.days.schedule, local.date()
    day, hours = call.days.day(today), call.days.hours(today)
    usual = bool(hours) and hours_are_assumed(day, schedule)
    moment = moment_of(
        local,
        zone_at(call.me.schedule, call.now),
        hours,
        lunch=day.lunch,
        usual=usual,
        many_off=day.many_are_off,
        yesterdays=call.days.hours(today - timedelta(days=1)),
    )
    asked = Subject(
        schedule=schedule, client=call.client.id, name=call.client.name, observes=call.client.observes
    )
    row = day_row(asked, call.days, today, call.feasts, now=call.asked_at or call.now)
    return moment, replace(row, hours=", ".join(map(str, hours)) or None)


def _warnings(call: BriefInput, today: date) -> tuple[RedLine, ...]:
    horizon = Horizon(
        now=call.now,
        today=today,
        days=call.days,
        here=zone_at(call.me.schedule, call.now),
        notes=call.culture_data.theirs,
        feasts=call.feast_dates,
        solemn=call.feasts.solemn(call.days.day(today)),
        is_later=_is_later(call),
    )
    return (*_away(call, today), *red_lines(horizon), *_no_notes(call))


def _client(call: BriefInput) -> BriefedClient:
    schedule = call.days.schedule
    return BriefedClient(
        id=call.client.id,
        name=call.client.name,
        country=schedule.place.country,
        country_name=call.names.country,
        region=schedule.place.region,
        region_name=call.names.region,
        timezone=call.days.zone_at(call.now),
        where=where_at(schedule, call.now),
        language=_language(call),
        sector=call.client.context.sector,
        notes=call.client.notes,
    )


def _people(call: BriefInput, local: datetime) -> tuple[BriefedPerson, ...]:
    return tuple(_person(person, call.now, local) for person in _on_the_call(call))


def _on_the_call(call: BriefInput) -> tuple[Person, ...]:
    return call.client.people if call.person is None else (call.person,)


def _notes(call: BriefInput) -> tuple[str, ...]:
    on_people = (f"{person.name}: {person.notes}" for person in _on_the_call(call) if person.notes)
    return (*((call.client.notes,) if call.client.notes else ()), *on_people)


def _fiscal_year_end(client: Client, today: date) -> date | None:
    end = client.context.fiscal_year_end
    on = None if end is None else next_on(end, today)
    return on if on is not None and (on - today).days <= _YEAR_END_DAYS_AHEAD else None


def _person(person: Person, now: datetime, local: datetime) -> BriefedPerson:
    theirs = local_at(person.schedule, now)
    elsewhere = theirs.utcoffset() != local.utcoffset()
    return BriefedPerson(
        id=person.id,
        name=person.name,
        call=person.call,
        say=person.say,
        role=person.role,
        level=person.level,
        decides=person.decides,
        language=person.language,
        notes=person.notes,
        local_time=theirs,
        elsewhere=where_at(person.schedule, now) if elsewhere else None,
    )


def _away(call: BriefInput, today: date) -> tuple[RedLine, ...]:
    people = call.client.people if call.person is None else ()
    when = "that day" if _is_later(call) else "today"
    return tuple(
        RedLine(code=WarningCode.PERSON_AWAY, on=today, say=f"{person.called} is away {when}.")
        for person in people
        if any(
            off.away and date_at(person.schedule, call.now) in off.days for off in person.schedule.days_off
        )
    )


def _no_notes(call: BriefInput) -> tuple[RedLine, ...]:
    if call.culture_data.theirs is not None:
        return ()
    say = f"No sourced notes on work in {call.names.country} yet: ask, and write down what you learn."
    return (RedLine(code=WarningCode.NO_NOTES, on=None, say=say),)


def _is_all_own(them: Side, rules: SourceRules) -> bool:
    known = positions(them, rules)
    return len(known) == len(ScaleId) and all(at.is_own_note for at in known.values())


def _language(call: BriefInput) -> str | None:
    """The language noted for the person, else for the client, else that of work at their place."""
    noted = (call.person.language if call.person is not None else None) or call.client.language
    notes = call.culture_data.theirs
    usual = notes.language_of_work(call.days.schedule.place.region) if notes is not None else None
    return noted or (usual.language if usual is not None else None)


def _phrases(call: BriefInput, notes: CountryNotes | None, local: datetime) -> tuple[SpokenWords, ...]:
    """The phrases of the client's language: the greeting of this hour first, those of other hours last."""
    if notes is None:
        return ()
    usable = in_language(notes.phrases, _language(call))
    return tuple(sorted(usable, key=lambda phrase: _hour_rank(phrase, local)))


_NOON, _EVENING = 12, 18


def _hour_rank(phrase: SpokenWords, local: datetime) -> int:
    part = "morning" if local.hour < _NOON else "afternoon" if local.hour < _EVENING else "evening"
    said = fold(phrase.en)
    if said.startswith(f"good {part}"):
        return 0
    return 2 if said.startswith(("good morning", "good afternoon", "good evening", "good night")) else 1


def _greeting(call: BriefInput, today: date) -> SpokenWords | None:
    who = Greeted(observes=call.client.observes, language=_language(call))
    day = call.days.day(today)
    return greeting_words(day, call.culture_data.theirs, call.feast_dates, call.feasts, who)
