"""A client's file as typed values: inheritance, places, hours, and every mistake with its place."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.time.zone_database import ZoneDatabase, open_zone_database
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.kinds.said import SAID
from clientbridge.adapters.workspace.profiles.kinds.scales import CULTURE
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.reading import Key, Reading, Section
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value, in_brackets
from clientbridge.core.days.place import Place
from clientbridge.core.time.hours import ClockRange
from clientbridge.core.workspace.profiles import CalendarSource, Client, DateRange, Me, Seniority, Weight


@pytest.fixture(scope="module")
def zones() -> ZoneDatabase:
    return open_zone_database(())


def reading_of(source: str, zones: ZoneDatabase) -> Reading:
    return Reading(document=parse(source.encode(), file="clients/acme.yaml"), zones=zones)


def client(source: str, zones: ZoneDatabase) -> Client:
    reading = reading_of(source, zones)
    found = client_of(reading, client_id="acme")
    assert reading.problems == ()
    assert found is not None
    return found


def told(source: str, zones: ZoneDatabase) -> list[str]:
    reading = reading_of(source, zones)
    client_of(reading, client_id="acme")
    return [f"{one.line}:{one.column} {one.say} -> {one.suggestion}" for one in reading.problems]


JAPAN = "name: Acme\ncountry: JP\n"


def test_the_least_a_client_needs(zones: ZoneDatabase) -> None:
    acme = client(JAPAN, zones)
    assert (acme.id, acme.name, acme.file) == ("acme", "Acme", "clients/acme.yaml")
    assert acme.schedule.place == Place("JP")
    assert acme.schedule.zone.key == "Asia/Tokyo"
    assert acme.schedule.hours is None


def test_every_key_is_understood(zones: ZoneDatabase) -> None:
    acme = client(
        """
name: Acme KK
country: JP
region: JP-13
timezone: Asia/Tokyo
language: ja
hours: {mon-thu: "09:00-12:00, 13:00-17:30", fri: 09:00-16:00}
days_off: [{days: 2026-12-28..2027-01-05, name: Winter closure}]
public_holidays: no
seasons: [{days: ramadan, hours: 10:00-15:00}]
observes: [christmas]
people:
  - id: ana
    name: Ana Souza
    call: Ana-san
    say: AH-nah SOH-zah
    role: CTO
    level: executive
    decides: yes
    language: en
    timezone: America/Sao_Paulo
    hours: 10:00-19:00
    culture: {directness: 2}
    away: [{days: 2026-12-10..2026-12-12}]
    birthday: 05-17
    email: ana@example.com
channels: {first: teams, documents: email, reply_within: 1d}
rhythm: {checkin: 2w, checkin_max: 4w, update: 1w, update_on: thu, feedback: 3mo, visit: 12mo}
manager: Lea Peeters
backup: Tom Claes
context: {sector: solar, fiscal_year_end: 03-31, goals: [new revenue in Brazil]}
news: [https://example.com/feed.xml]
notes: Prefers slides two days ahead.
""",
        zones,
    )
    hours = acme.schedule.hours
    assert hours is not None
    assert hours.replaces_work_week
    assert hours.on(3) == (ClockRange(540, 720), ClockRange(780, 1050))
    assert hours.on(4) == (ClockRange(540, 960),)
    assert hours.on(5) == ()
    assert acme.schedule.works_public_holidays
    assert acme.schedule.seasons[0].days == "ramadan"
    assert acme.rhythm.update_on == 3
    assert acme.context.fiscal_year_end == (3, 31)
    (ana,) = acme.people
    assert (ana.level, ana.decides, ana.birthday, ana.language) == (Seniority.EXECUTIVE, True, (5, 17), "en")
    assert ana.culture == {"directness": 2}
    assert ana.schedule.zone.key == "America/Sao_Paulo"
    assert ana.schedule.place == acme.schedule.place
    assert [(off.days.first, off.name, off.away) for off in ana.schedule.days_off] == [
        (date(2026, 12, 28), "Winter closure", False),
        (date(2026, 12, 10), None, True),
    ]


@pytest.mark.parametrize("name", ["Null", "null", "~", "No", "on", "1.10", "0x1F", "2026-11-23", "9:00"])
def test_a_name_is_any_text(name: str, zones: ZoneDatabase) -> None:
    acme = client(f"name: {name}\ncountry: NO\npeople: [{{id: a, name: {name}, phone: 0478123456}}]\n", zones)
    assert (acme.name, acme.people[0].name, acme.schedule.place.country) == (name, name, "NO")
    assert acme.people[0].phone == "0478123456"


def test_hours_without_a_zero_and_phones_with_a_plus(zones: ZoneDatabase) -> None:
    acme = client(JAPAN + "hours: 9:00-17:00\npeople: [{id: a, name: b, phone: +4791234567}]\n", zones)
    assert acme.schedule.hours is not None
    assert acme.schedule.hours.on(0) == (ClockRange(540, 1020),)
    assert acme.people[0].phone == "+4791234567"


def test_hours_of_a_season_are_for_every_day_or_by_weekday(zones: ZoneDatabase) -> None:
    written = "seasons: [{days: obon, hours: 10-12}, {days: ramadan, hours: {mon-tue: 9-14, fri: closed}}]\n"
    plain, named = client(JAPAN + written, zones).schedule.seasons
    assert (plain.hours, plain.by_weekday) == ((ClockRange(600, 720),), None)
    nine = (ClockRange(540, 840),)
    assert (named.hours, named.by_weekday) == ((), (nine, nine, None, None, (), None, None))


def test_what_a_client_accepts_is_taken_over_by_its_people(zones: ZoneDatabase) -> None:
    people = (
        "people:\n  - {id: a, name: A}\n  - {id: b, name: B, stretch: 7-8}\n"
        "  - {id: c, name: C, hours: 10-16}\n  - {id: d, name: D, timezone: Europe/Paris}\n"
    )
    acme = client(JAPAN + "stretch: 06:00-20:00\n" + people, zones)
    assert acme.schedule.stretch == (ClockRange(360, 1200),)
    assert [person.schedule.stretch for person in acme.people] == [
        (ClockRange(360, 1200),),
        (ClockRange(420, 480),),
        (),  # with other hours
        (),  # on another clock
    ]


def test_a_person_takes_over_what_the_file_does_not_say_of_them(zones: ZoneDatabase) -> None:
    acme = client(
        JAPAN
        + "language: ja\nhours: 9-17\npublic_holidays: no\nseasons: [{days: obon, hours: 10:00-12:00}]\n"
        + "people:\n  - {id: a, name: A}\n  - {id: b, name: B, country: DE, region: by, hours: 8-16}\n",
        zones,
    )
    first, second = acme.people
    assert first.schedule == acme.schedule
    assert first.language == "ja"
    assert second.schedule.place == Place("DE", "DE-BY")
    assert second.schedule.zone.key == "Europe/Berlin"
    assert second.schedule.works_public_holidays
    assert second.schedule == replace(
        acme.schedule,
        place=second.schedule.place,
        zone=second.schedule.zone,
        hours=second.schedule.hours,
    )


def test_a_zone_abroad_is_a_note_and_no_mistake(zones: ZoneDatabase) -> None:
    reading = reading_of(
        JAPAN + "people:\n  - id: a\n    name: Ana\n    timezone: America/Sao_Paulo\n", zones
    )
    assert client_of(reading, client_id="acme") is not None
    assert reading.problems == ()
    assert [str(note) for note in reading.notes] == [
        (
            "clients/acme.yaml:6: America/Sao_Paulo is not a zone of Japan, whose holidays hold for Ana; "
            "add 'country:' to give other ones"
        )
    ]


@pytest.mark.parametrize(("country", "zone"), [("IN", "Asia/Calcutta"), ("NO", "Europe/Berlin")])
def test_another_name_of_the_same_zone_is_not_abroad(country: str, zone: str, zones: ZoneDatabase) -> None:
    reading = reading_of(f"name: A\ncountry: {country}\ntimezone: {zone}\n", zones)
    client_of(reading, client_id="acme")
    assert (reading.problems, reading.notes) == ((), ())


@pytest.mark.parametrize(
    ("region", "says", "zones_named"),
    [
        (
            "North Dakota",
            "North Dakota has 5 time zones",
            "America/Chicago, America/Denver, America/North_Dakota",
        ),
        ("Texas", "Texas has 2 time zones", "America/Chicago, America/Denver"),
        ("AK", "Alaska has 7 time zones", "America/Anchorage, America/Juneau"),
    ],
)
def test_a_region_with_several_zones_asks_for_its_own(
    region: str, says: str, zones_named: str, zones: ZoneDatabase
) -> None:
    (only,) = told(f"name: A\ncountry: US\nregion: {region}\n", zones)
    assert f"{says}, and 'timezone' is not given -> add one of: timezone: {zones_named}" in only
    assert "New_York" not in only


@pytest.mark.parametrize(
    ("place", "zone", "note"),
    [
        ("country: US\nregion: North Dakota", "America/New_York", "North Dakota"),
        ("country: US\nregion: TX", "America/Los_Angeles", "Texas"),
        ("country: US\nregion: MA", "America/Chicago", "Massachusetts"),
        ("country: BR\nregion: SP", "America/Manaus", "São Paulo"),
        # any zone of the region will do, and one with the same clock; a territory has its own
        ("country: US\nregion: North Dakota", "America/Denver", None),
        ("country: US\nregion: MI", "America/Detroit", None),
        ("country: US\nregion: MI", "America/Menominee", None),
        ("country: US\nregion: PR", "America/Puerto_Rico", None),
        ("country: US\nregion: KY", "America/Indiana/Indianapolis", None),
        ("country: BR\nregion: RJ", "America/Bahia", None),
        ("country: US\nregion: NY", "US/Eastern", None),
        # of a person, who says no region, none is expected to fit
        (
            "country: US\nregion: MA\npeople: [{id: d, name: D, timezone: America/Los_Angeles}]",
            "US/Eastern",
            None,
        ),
        # abroad is abroad, whatever the clock
        ("country: US\nregion: NY", "America/Toronto", "United States"),
    ],
)
def test_a_zone_that_is_not_the_region_s_is_a_note(
    place: str, zone: str, note: str | None, zones: ZoneDatabase
) -> None:
    reading = reading_of(f"name: A\n{place}\ntimezone: {zone}\n", zones)
    assert client_of(reading, client_id="acme") is not None
    notes = [str(one) for one in reading.notes]
    assert bool(notes) is (note is not None), notes
    assert note is None or f"is not a zone of {note}, whose holidays hold for A" in notes[0]


def test_where_a_country_has_several_zones_the_file_must_choose(zones: ZoneDatabase) -> None:
    (only,) = told("name: A\ncountry: US\n", zones)
    assert only.startswith(
        "2:10 United States has 29 time zones, and 'timezone' is not given -> add one of: "
    )
    assert "America/New_York, America/Los_Angeles" in only
    texas = client("name: A\ncountry: US\nregion: Texas\ntimezone: America/Denver\n", zones)
    assert texas.schedule.zone.key == "America/Denver"
    assert client("name: A\ncountry: BR\nregion: São Paulo\n", zones).schedule.zone.key == "America/Sao_Paulo"


MISTAKES = [
    ("countri: JP\n", "3:1 unknown key 'countri' -> did you mean 'country'?"),
    ("days-off: []\n", "3:1 unknown key 'days-off' -> did you mean 'days_off'?"),
    ("hours: 9-\n", "3:8 '9-' has no end -> write hours like 09:00-17:00"),
    ("hours: 25:00-26:00\n", "3:8 '25:00' is not a time of day -> the last one is 24:00"),
    ("hours: {mom: 9:00-17:00}\n", "3:9 'mom' is not a weekday -> did you mean 'mon'?"),
    (
        "hours: {mon-tue: 9:00-17:00, tue: 9:00-12:00}\n",
        "3:30 'tue' is given twice -> name each weekday once",
    ),
    ("hours: {sat, sun: 9:00-17:00}\n", "3:9 'sat' has no hours -> write '9:00-17:00' after it, or closed"),
    (
        "timezone: EST\n",
        "3:11 unknown time zone 'EST' -> an abbreviation is not a place; use America/New_York",
    ),
    ("timezone: Asia/Tokio\n", "3:11 unknown time zone 'Asia/Tokio' -> did you mean"),
    ("region: Bavaria\n", "3:9 unknown region of Japan 'Bavaria'"),
    ("language: Japanese\n", "3:11 'Japanese' is not a language code -> Japanese is 'ja'"),
    ("language: jp\n", "3:11 'jp' is not a language code"),
    ("days_off: [{days: 2026-02-30}]\n", "3:19 30 February does not exist -> February has 28 days"),
    ("days_off: [{days: 2026-02-29}]\n", "3:19 29 February 2026 does not exist -> February has 28 days"),
    ("days_off: [{days: 03/04/2026}]\n", "3:19 '03/04/2026' is not a date -> write it like 2026-12-01"),
    ("days_off: [{days: 2026-12-09..2026-12-01}]\n", "3:19 2026-12-01 is before 2026-12-09"),
    (
        "days_off: [{days: 2026-12-01 to 2026-12-09}]\n",
        "3:19 '2026-12-01 to 2026-12-09' is not a range of days -> write 2026-12-01..2026-12-09",
    ),
    ("days_off: [{name: x}]\n", "3:13 days off needs 'days' -> add 'days: 2026-12-28..2027-01-05'"),
    ("days_off: 2026-12-01\n", "3:11 a list of days off belongs here -> write it in brackets: [2026-12-01]"),
    ("public_holidays: perhaps\n", "3:18 'perhaps' is not yes or no -> write 'yes' or 'true' or 'on'"),
    ("culture: {directness: 6}\n", "3:23 '6' is not on the scale -> write a whole number from 1 to 5"),
    ("culture: {direktness: 2}\n", "3:11 unknown key 'direktness' -> did you mean 'directness'?"),
    ("rhythm: {checkin: fortnight}\n", "3:19 'fortnight' is not a length of time"),
    ("rhythm: {checkin: 45m}\n", "3:19 '45m' is not a number of days -> write it like 1d, 2w or 3mo"),
    ("rhythm: {checkin: 4w, checkin_max: 2w}\n", "3:36 'checkin_max' (2w) is shorter than 'checkin' (4w)"),
    ("rhythm: {update_on: tursday}\n", "3:21 'tursday' is not a weekday -> did you mean 'thursday'?"),
    ("context: {fiscal_year_end: 1980-03-31}\n", "3:28 '1980-03-31' has a year -> leave it out: 03-31"),
    ("context: solar\n", "3:10 context is made of lines of its own, like 'sector' -> write 'sector: solar'"),
    ("news: [feed.xml]\n", "3:8 'feed.xml' is not a web address"),
    ("people: [{id: a}]\n", "3:11 person needs 'name' -> add 'name: Ana Souza'"),
    ("people: [{id: Ana S, name: b}]\n", "3:15 'Ana S' is not an id -> write small letters"),
    (
        "people: [{id: a, name: b}, {id: a, name: c}]\n",
        "3:33 two people have the id 'a' -> change one of them",
    ),
    ("people: [{id: a, name: b, email: x}]\n", "3:34 'x' is not an e-mail address"),
    *(
        (f"people: [{{id: a, name: b, email: '{written}'}}]\n", f"3:34 '{written}' is not {told}")
        for written, told in (
            ("a@b.de?bcc=c@d.de", "an e-mail address -> write a@b.de"),
            ("a@b?bcc=c@d.de", "an e-mail address -> write it like ana@example.com"),
            ("mailto:a@b.de", "an e-mail address -> write a@b.de"),
            ("Ana <a@b.de>", "an e-mail address -> write a@b.de"),
            ("a @b.de", "an e-mail address -> write it like ana@example.com"),
            ('"a"@b.de', "an e-mail address -> write it like ana@example.com"),
            (
                "a@b.de; c@d.de",
                "an e-mail address -> write one, a@b.de, or in me.yaml a list: [a@b.de, c@d.de]",
            ),
        )
    ),
    (
        'people: [{id: a, name: b, email: "a@b.de\\rX"}]\n',
        "3:34 'a@b.de\rX' is not an e-mail address -> write a@b.de",
    ),
    ("people: [{id: a, name: b, level: boss}]\n", "3:34 'boss' is not level -> write 'executive' or"),
    ("people: [{id: a, name: b, country: XX}]\n", "3:36 unknown country 'XX'"),
    ("people: [{id: a, name: b, birthday: 31-12}]\n", "3:37 there is no month 31 -> the month comes first"),
    (
        "people: [{id: a, name: b, birthday: 31-02}]\n",
        "3:37 31 February does not exist -> February has 29 days",
    ),
]


@pytest.mark.parametrize(("line", "expected"), MISTAKES, ids=[line.strip()[:36] for line, _ in MISTAKES])
def test_each_mistake_is_told_once_with_its_place(line: str, expected: str, zones: ZoneDatabase) -> None:
    (only,) = told(JAPAN + line, zones)
    assert only.startswith(expected)


def test_all_mistakes_come_out_of_one_run(zones: ZoneDatabase) -> None:
    source = "name: @acme\ncountry: Norwai\nhours: 9-\npeople:\n  - id: a\n    nam: b\nnews: [x]\nnews: [y]\n"
    places = [line.split(" ")[0] for line in told(source, zones)]
    assert places == ["1:7", "2:10", "3:8", "6:5", "7:8", "8:1"]


def test_what_a_syntax_error_hides_is_not_called_missing(zones: ZoneDatabase) -> None:
    assert len(told(JAPAN + "hours: @nine\n", zones)) == 1
    assert len(told('name: "Acme\ncountry: JP\n', zones)) == 1
    assert len(told("name：Acme\ncountry: JP\n", zones)) == 1


def test_one_day_is_a_range_of_days_too(zones: ZoneDatabase) -> None:
    acme = client(JAPAN + "days_off: [{days: 2026-12-01..2026-12-01}, {days: 2026-12-01}]\n", zones)
    assert acme.schedule.days_off[0] == acme.schedule.days_off[1]
    assert acme.schedule.days_off[0].days.days == 1


def test_an_empty_value_is_as_good_as_none(zones: ZoneDatabase) -> None:
    assert client(JAPAN + "hours:\npeople:\nrhythm:\n", zones) == client(JAPAN, zones)
    assert told("name:\ncountry: JP\n", zones) == ["1:1 'name' has no value -> write 'name: Acme KK'"]


def test_a_night_shift_is_noted_only_when_it_is_unlikely(zones: ZoneDatabase) -> None:
    long_night = reading_of(JAPAN + "hours: 9:00-5:00\n", zones)
    client_of(long_night, client_id="acme")
    assert [note.say for note in long_night.notes] == [
        "'9:00-5:00' runs over night, 20 hours long; did you mean 09:00-17:00?"
    ]
    night = reading_of(JAPAN + "hours: 22:00-06:00\n", zones)
    client_of(night, client_id="acme")
    assert night.notes == ()


def me(source: str, zones: ZoneDatabase) -> Me | None:
    reading = Reading(document=parse(source.encode(), file="me.yaml"), zones=zones)
    found = me_of(reading)
    return None if reading.problems else found


def test_me(zones: ZoneDatabase) -> None:
    lea = me(
        "name: Lea\ncountry: BE\nlanguages: [fr, pt-br]\nstretch: 07:00-21:30\ncalendar: webcal://a.com/c.ics\n"
        "travel: [{days: 2026-12-01..2026-12-09, country: AE}]\nculture: {directness: 2}\nemail: l@a.com\n",
        zones,
    )
    assert lea is not None
    assert lea.languages == ("fr", "pt-BR")
    assert lea.schedule.stretch == (ClockRange(420, 1290),)
    assert lea.schedule.calendars == (CalendarSource("https://a.com/c.ics"),)
    (stay,) = lea.schedule.travel
    assert (stay.zone.key, stay.place) == ("Asia/Dubai", Place("AE"))
    assert stay.days == DateRange(date(2026, 12, 1), date(2026, 12, 9))
    assert me("name: Lea\ncountry: BE\ntravel: [{days: 2026-12-01}]\n", zones) is None
    assert me("name: Lea\ncountry: BE\npeople: []\n", zones) is None


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("l@a.com", ("l@a.com",)),
        ("[l@a.com, lea@b.be]", ("l@a.com", "lea@b.be")),
        ("[]", ()),
        ("", ()),
    ],
)
def test_you_may_have_several_addresses(
    written: str, addresses: tuple[str, ...], zones: ZoneDatabase
) -> None:
    lea = me(f"name: Lea\ncountry: BE\nemail: {written}\n", zones)
    assert lea is not None
    assert lea.emails == addresses
    assert lea.email == next(iter(addresses), None)


@pytest.mark.parametrize(
    ("written", "weight"),
    [
        ("", Weight.BUSY),
        ("busy", Weight.BUSY),
        ("Free", Weight.IGNORE),
        ("ignore", Weight.IGNORE),
        ("likely", Weight.LIKELY),
    ],
)
def test_tentative_entries_take_time_unless_the_profile_says_otherwise(
    written: str, weight: Weight, zones: ZoneDatabase
) -> None:
    given = f"tentative: {written}\n"
    lea = me(f"name: Lea\ncountry: BE\n{given}", zones)
    assert lea is not None
    assert lea.schedule.tentative is weight
    acme = client(f"{JAPAN}{given}people: [{{id: a, name: A}}, {{id: b, name: B, tentative: busy}}]\n", zones)
    assert [acme.schedule.tentative, *(one.schedule.tentative for one in acme.people)] == [
        weight,
        weight,
        Weight.BUSY,
    ]
    assert told(f"{JAPAN}tentative: maybe\n", zones) == [
        "3:12 'maybe' is not busy, likely or ignore -> write 'busy' or 'likely' or 'ignore'"
    ]


def keys_below(section: Section, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Key[object]]]:
    inner: dict[str, Section] = {
        "people": schema.PERSON,
        "culture": CULTURE,
        "said": SAID,
        "travel": schema.STAY,
        "days_off": schema.OFF,
        "away": schema.OFF,
        "seasons": schema.SEASON,
        "channels": schema.CHANNELS,
        "rhythm": schema.RHYTHM,
        "context": schema.CONTEXT,
    }
    found: list[tuple[tuple[str, ...], Key[object]]] = []
    for key in section.keys:
        found.append(((*path, key.name), key))
        if key.name in inner and path[-1:] != ("said",):  # whose keys are days
            found += keys_below(inner[key.name], (*path, key.name))
    return found


IN_LISTS = {"people", "travel", "days_off", "away", "seasons"}
CLIENT_KEYS = keys_below(schema.CLIENT)


@pytest.mark.parametrize("path", [path for path, _ in CLIENT_KEYS], ids=".".join)
def test_every_key_of_the_table_is_read(path: tuple[str, ...], zones: ZoneDatabase) -> None:
    """A list in a list is right nowhere, so each key that is looked at tells it."""
    value: Value = [[]]
    for step in reversed(path):
        beside = {"country": "JP"} if step == "region" else {}
        inside = [value] if step in IN_LISTS and step != path[-1] else value
        value = {**beside, step: inside}
    problems = told(in_brackets(value), zones)
    assert any("a list where" in one or "is made of lines" in one for one in problems)


NONSENSE = [
    *(
        "",
        "x",
        "[x]",
        "{x: y}",
        "JP",
        "US",
        "2026-02-30",
        "9:00-17:00",
        "[{}]",
        "[[]]",
        "{mon: x}",
        "[{id: a}]",
    ),
    *("[{days: x}]", "[{days: 2026-01-01, hours: 1}]", "{directness: 9}", "EST", "🦊", "[{id: a, name: b}]"),
]


@given(
    source=st.lists(
        st.tuples(
            st.sampled_from([key.name for key in (*schema.CLIENT.keys, *schema.PERSON.keys)]),
            st.sampled_from(NONSENSE),
        ),
        max_size=8,
    )
)
def test_nonsense_is_told_and_never_raised(source: list[tuple[str, str]], zones: ZoneDatabase) -> None:
    text = "".join(f"{name}: {value}\n" for name, value in source)
    reading = reading_of(text, zones)
    found = client_of(reading, client_id="acme")
    assert found is not None or reading.problems


@pytest.mark.parametrize("name", ['""', '"   "', '"\\u200b"', '"\\u200e \\ufeff"', '"\\u0301"'])
def test_a_name_that_cannot_be_seen_is_no_name(name: str, zones: ZoneDatabase) -> None:
    said = "1:7 the name is empty"
    assert told(f"name: {name}\ncountry: JP\n", zones)[0].startswith(said)
    person = f"name: A\ncountry: JP\npeople: [{{id: a, name: {name}}}]\n"
    assert "the name is empty" in told(person, zones)[0]


def test_a_long_word_for_an_address_is_refused_in_linear_time(zones: ZoneDatabase) -> None:
    start = process_time()
    reading = reading_of(
        f"name: A\ncountry: JP\npeople: [{{id: a, name: b, email: {'x' * 100_000}}}]\n", zones
    )
    client_of(reading, client_id="acme")
    assert [problem.line for problem in reading.problems] == [3]
    assert process_time() - start < 10  # a tenth of a second; a quadratic expression takes a minute


@pytest.mark.parametrize(
    ("of_client", "of_person", "where", "persons"),
    [
        ("country: JP", "", None, None),
        ("country: US\nregion: fargo", "", "Fargo", "Fargo"),
        ("country: US\nregion: US-ND\ntimezone: America/Chicago", "", "North Dakota", "North Dakota"),
        # who is elsewhere has a place of their own, or none
        ("country: US\nregion: Fargo", "region: Boston", "Fargo", "Boston"),
        ("country: US\nregion: Fargo", "country: JP", "Fargo", None),
        ("country: US\nregion: Fargo", "timezone: America/Denver", "Fargo", None),
        ("country: US\nregion: Fargo", "timezone: America/Chicago", "Fargo", "Fargo"),
        # beside the clock of somewhere else, the place would mislead
        ("country: US\nregion: Fargo\ntimezone: America/New_York", "", None, None),
        ("country: DE\nregion: Munich\ntimezone: Asia/Tokyo", "", None, None),
    ],
)
def test_the_place_to_name_beside_the_time_there(
    of_client: str, of_person: str, where: str | None, persons: str | None, zones: ZoneDatabase
) -> None:
    own = f"\n    {of_person}" if of_person else ""
    acme = client(f"name: Acme\n{of_client}\npeople:\n  - id: ana\n    name: Ana{own}\n", zones)
    assert (acme.schedule.where, acme.people[0].schedule.where) == (where, persons)
