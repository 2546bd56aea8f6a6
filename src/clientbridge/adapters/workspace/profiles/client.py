"""One file of `clients/` as a client and its people."""

from collections.abc import Mapping

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.said import SAID
from clientbridge.adapters.workspace.profiles.kinds.scales import SCALES
from clientbridge.adapters.workspace.profiles.reading import Given, Reading
from clientbridge.adapters.workspace.profiles.schedules import schedule_of
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.workspace.profiles import (
    BusinessContext,
    Channels,
    Client,
    Learned,
    Person,
    Rhythm,
    Schedule,
)

_DAYS_PER_MONTH = 30


def client_of(reading: Reading, *, client_id: str) -> Client | None:
    """The client, as far as the file can be understood; the reading then holds every problem."""
    root = reading.document.root
    given = None if root is None else schema.CLIENT.open(root, reading)
    if given is None:
        return None
    name = given.get(schema.NAME)
    language = given.get(schema.LANGUAGE_KEY)
    schedule = schedule_of(given, whose=name or client_id)
    people = _people(given, schedule, language)
    culture, observes = culture_of(given), given.get(schema.OBSERVES)
    channels, rhythm, context = _channels(given), _rhythm(given), _context(given)
    manager, backup = given.get(schema.MANAGER), given.get(schema.BACKUP)
    news, notes, archived = given.get(schema.NEWS), given.get(schema.NOTES), given.get(schema.ARCHIVED)
    if name is None or schedule is None:
        return None
    return Client(
        id=client_id,
        name=name,
        schedule=schedule,
        file=reading.document.file,
        language=language,
        people=people,
        culture=values_of(culture),
        learned=_reasons_of(culture),
        observes=observes or (),
        channels=channels,
        rhythm=rhythm,
        manager=manager,
        backup=backup,
        context=context,
        news=news or (),
        notes=notes,
        archived=archived,
    )


def culture_of(given: Given) -> Mapping[str, Learned]:
    """What is known by scale, for the scales that are given."""
    scales = given.get(schema.CULTURE_KEY)
    if scales is None:
        return {}
    return {key.name: value for key in SCALES if (value := scales.get(key)) is not None}


def values_of(culture: Mapping[str, Learned]) -> Mapping[str, int]:
    """Scale -> 1 to 5."""
    return {scale: learned.value for scale, learned in culture.items()}


def _reasons_of(culture: Mapping[str, Learned]) -> Mapping[str, Learned]:
    """Those of which the file says why or since when."""
    return {scale: learned for scale, learned in culture.items() if learned.because or learned.since}


def _people(given: Given, schedule: Schedule | None, language: str | None) -> tuple[Person, ...]:
    people: dict[str, Person] = {}
    for one in given.get(schema.PEOPLE) or ():
        person = _person(one, schedule, language)
        if person is None:
            continue
        if person.id in people:
            say = f"two people have the id '{person.id}'"
            one.reading.wrong(one.spot(schema.PERSON_ID), say, "change one of them")
        people[person.id] = person
    return tuple(people.values())


def _person(given: Given, inherited: Schedule | None, language: str | None) -> Person | None:
    person_id, name = given.get(schema.PERSON_ID), given.get(schema.PERSON_NAME)
    schedule = schedule_of(given, whose=name or "this person", inherited=inherited)
    call, say, role = given.get(schema.CALL), given.get(schema.SAY), given.get(schema.ROLE)
    level, decides = given.get(schema.LEVEL_KEY), given.get(schema.DECIDES)
    own_language, culture = given.get(schema.LANGUAGE_KEY), culture_of(given)
    birthday, email = given.get(schema.BIRTHDAY), given.get(schema.PERSON_EMAIL)
    phone, notes = given.get(schema.PHONE), given.get(schema.NOTES)
    _check_said(given)
    if person_id is None or name is None or schedule is None:
        return None
    return Person(
        id=person_id,
        name=name,
        schedule=schedule,
        call=call,
        say=say,
        role=role,
        level=level,
        decides=decides or False,
        language=own_language or language,
        culture=values_of(culture),
        learned=_reasons_of(culture),
        birthday=birthday,
        email=email,
        phone=phone,
        notes=notes,
    )


def _check_said(given: Given) -> None:
    """Tell what is wrong there: it is for people who read the file, and for the next reply."""
    said = given.get(schema.SAID_KEY)
    if said is not None:
        for key in SAID.keys:
            said.get(key)


def _channels(given: Given) -> Channels:
    one = given.get(schema.CHANNELS_KEY)
    if one is None:
        return Channels()
    return Channels(
        first=one.get(schema.CHANNEL_FIRST),
        documents=one.get(schema.CHANNEL_DOCUMENTS),
        reply_within=one.get(schema.REPLY_WITHIN),
    )


def _rhythm(given: Given) -> Rhythm:
    one = given.get(schema.RHYTHM_KEY)
    if one is None:
        return Rhythm()
    rhythm = Rhythm(
        checkin=one.get(schema.CHECKIN),
        checkin_max=one.get(schema.CHECKIN_MAX),
        update=one.get(schema.UPDATE),
        update_on=one.get(schema.UPDATE_ON),
        feedback=one.get(schema.FEEDBACK),
        visit=one.get(schema.VISIT),
    )
    if rhythm.checkin and rhythm.checkin_max and _days(rhythm.checkin_max) < _days(rhythm.checkin):
        say = f"'checkin_max' ({rhythm.checkin_max}) is shorter than 'checkin' ({rhythm.checkin})"
        one.reading.wrong(one.spot(schema.CHECKIN_MAX), say, "it says after how long it is too late")
    return rhythm


def _days(written: str) -> int:
    """Approximate length in days, to compare two rhythms."""
    span = parse_time_span(written)
    return span.months * _DAYS_PER_MONTH + span.days


def _context(given: Given) -> BusinessContext:
    one = given.get(schema.CONTEXT_KEY)
    if one is None:
        return BusinessContext()
    return BusinessContext(
        sector=one.get(schema.SECTOR),
        fiscal_year_end=one.get(schema.FISCAL_YEAR_END),
        goals=one.get(schema.GOALS) or (),
    )
