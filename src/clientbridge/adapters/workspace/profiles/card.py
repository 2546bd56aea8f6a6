"""A profile shown key by key, with where each value comes from."""

from datetime import datetime

from clientbridge.adapters.culture import country_facts
from clientbridge.adapters.culture.usual_language import usual_language
from clientbridge.adapters.days import places
from clientbridge.adapters.days.usual_days import usual_workday
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.in_words import in_words
from clientbridge.adapters.workspace.profiles.reading import Given, Key, Reading, Section
from clientbridge.adapters.yaml_files.nodes import MappingNode
from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.time.hours import OFFICE_HOURS
from clientbridge.core.time.offsets import utc_offset
from clientbridge.core.workspace.client_card import ClientCard, Fact, Origin, PersonCard
from clientbridge.core.workspace.profiles import Client, Me, Person, Schedule

_HEADINGS = frozenset({schema.NAME.name, schema.PERSON_ID.name, schema.PEOPLE.name})
"""Shown above the facts, not among them."""
_MINUTE_IN_SECONDS = 60


def client_card(client: Client, reading: Reading, now: datetime) -> ClientCard:
    """The client and its people; `now` decides the UTC offsets."""
    given = _given(schema.CLIENT, reading.document.root, reading)
    facts = (
        *_facts(_Party(given, schema.CLIENT, client.schedule, now)),
        *_of_country(client.schedule.place, now),
    )
    people = given.get(schema.PEOPLE) or ()
    by_id = {one.get(schema.PERSON_ID): one for one in people}
    cards = tuple(
        PersonCard(id=person.id, name=person.name, facts=_person_facts(person, by_id[person.id], facts, now))
        for person in client.people
    )
    notes = tuple(map(str, reading.notes))
    return ClientCard(
        id=client.id, name=client.name, file=client.file, facts=facts, people=cards, notes=notes
    )


def my_card(me: Me, reading: Reading, now: datetime) -> ClientCard:
    """You, in the same form."""
    given = _given(schema.ME, reading.document.root, reading)
    facts = (*_facts(_Party(given, schema.ME, me.schedule, now)), *_of_country(me.schedule.place, now))
    return ClientCard(
        id="me",
        name=me.name,
        file=reading.document.file,
        facts=facts,
        people=(),
        notes=tuple(map(str, reading.notes)),
    )


def _given(section: Section, root: MappingNode | None, reading: Reading) -> Given:
    values = None if root is None else section.open(root, reading)
    if values is None:
        raise AssertionError("a file without problems is a mapping")
    return values


@dataclass(frozen=True, slots=True)
class _Party:
    given: Given
    section: Section
    schedule: Schedule
    now: datetime


def _facts(party: _Party) -> tuple[Fact, ...]:
    """Each key in the file, then the values that apply without one."""
    facts = []
    for key in party.section.keys:
        if key.name in _HEADINGS:
            continue
        fact = _written(party, key) if party.given.has(key) else _unwritten(party, key)
        if fact is not None:
            facts.append(fact)
    return tuple(facts)


def _person_facts(
    person: Person, given: Given, of_client: tuple[Fact, ...], now: datetime
) -> tuple[Fact, ...]:
    party = _Party(given, schema.PERSON, person.schedule, now)
    elsewhere = given.has(schema.COUNTRY_KEY) or given.has(schema.REGION_KEY)
    known = {fact.name: fact for fact in of_client}
    keys = (key for key in (*schema.PERSON.keys, schema.PUBLIC_HOLIDAYS) if key.name not in _HEADINGS)
    facts = (_person_fact(party, key, known.get(key.name), elsewhere=elsewhere) for key in keys)
    return tuple(fact for fact in facts if fact is not None)


def _person_fact(party: _Party, key: Key[object], above: Fact | None, *, elsewhere: bool) -> Fact | None:
    """What the file says of the person, else what holds for the client; `elsewhere` is another place."""
    if party.given.has(key):
        return _written(party, key)
    if above is None or key.name not in _INHERITED:
        return None
    if above.origin in {Origin.COUNTRY, Origin.DERIVED} or (elsewhere and key.name in _OF_PLACE):
        return _unwritten(party, key)
    origin = Origin.CLIENT if above.origin is Origin.PROFILE else above.origin
    return Fact(name=key.name, value=above.value, origin=origin, line=above.line)


_OF_PLACE = frozenset({"region", "timezone"})
"""What the client's file says no longer holds for a person of another country or region."""
_INHERITED = frozenset({"country", "region", "timezone", "language", "hours", "public_holidays"})


def _written(party: _Party, key: Key[object]) -> Fact:
    value = _resolved(party, key) or in_words(party.given.values[key.name])
    return Fact(name=key.name, value=value, origin=Origin.PROFILE, line=party.given.spot(key).line)


def _resolved(party: _Party, key: Key[object]) -> str | None:
    """Places and zones are shown as they are understood."""
    place = party.schedule.place
    match key.name:
        case "country":
            return f"{places.country_name(place.country)} ({place.country})"
        case "region" if place.region is not None:
            return f"{_region_named(places.region_name(place.region), party.schedule)} ({place.region})"
        case "timezone":
            offset = party.now.astimezone(party.schedule.zone).utcoffset()
            minutes = 0 if offset is None else int(offset.total_seconds()) // _MINUTE_IN_SECONDS
            return f"{party.schedule.zone.key}, now {utc_offset(minutes)}"
        case "language":
            code = party.given.get(schema.LANGUAGE_KEY)
            return None if code is None else f"{country_facts.language_name(code)} ({code})"
        case _:
            return None


def _region_named(region: str, schedule: Schedule) -> str:
    """``Hyderabad, Telangana`` where the file names a city of the region."""
    city = schedule.where
    return region if city is None or fold(city) == fold(region) else f"{city}, {region}"


def _unwritten(party: _Party, key: Key[object]) -> Fact | None:
    """Values that apply although the file does not state them."""
    match key.name:
        case "country" | "timezone":
            value = _resolved(party, key)
            return None if value is None else Fact(name=key.name, value=value, origin=Origin.COUNTRY)
        case "language":
            usual = usual_language(party.schedule.place)
            return None if usual is None else Fact(name=key.name, value=usual.say, origin=Origin.COUNTRY)
        case "hours":
            office = usual_workday(party.schedule.place.country).hours
            value = (
                ", ".join(map(str, OFFICE_HOURS.every_working_day)) if office is None else str(office.span)
            )
            return Fact(
                name=key.name,
                value=f"{value} on working days, usual office hours there",
                origin=Origin.DERIVED,
            )
        case "public_holidays":
            value = f"yes, those of {places.country_name(party.schedule.place.country)}"
            return Fact(name=key.name, value=value, origin=Origin.COUNTRY)
        case _:
            return None


def _of_country(place: Place, now: datetime) -> tuple[Fact, ...]:
    money = country_facts.currency(place.country, now.date())
    return () if money is None else (Fact(name="currency", value=money, origin=Origin.COUNTRY),)
