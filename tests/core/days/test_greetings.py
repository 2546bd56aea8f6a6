"""Which feast a holiday is, whether it is greeted, and when the line is to be sent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from zones import zone

from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.greetings import (
    Feast,
    Feasts,
    Greeting,
    GreetingTone,
    greeted_feast,
    greeting_for,
    greeting_on,
    is_kept,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.workspace.profiles import DateRange, Schedule

WEDNESDAY, THURSDAY = date(2026, 12, 9), date(2026, 12, 10)


def feast(
    feast_id: str,
    *names: str,
    tone: GreetingTone = GreetingTone.FESTIVE,
    say: str | None = "Happy day.",
    never: str | None = None,
    faith: bool = False,
    nations: str = "",
    countries: str = "",
) -> Feast:
    return Feast(
        id=feast_id,
        names=names,
        meaning="",
        tone=tone,
        say=say,
        never=never,
        of_one_faith=faith,
        nations=frozenset(nations.split()),
        countries=frozenset(countries.split()),
    )


TABLE = Feasts(
    [
        feast("beginning", "Eid*"),
        feast("end", "*Liberation"),
        feast("middle", "*of the Dead*"),
        feast("whole", "Eid al-Fitr"),
        feast("national", "Founding Day", countries="AE QA"),
        feast("other_national", "Founding Day"),
    ]
)


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Eid al-Adha", "AE", "beginning"),
        ("eid", "AE", "beginning"),
        ("The Eid", "AE", None),
        ("Day of Liberation", "NL", "end"),
        ("Liberation Day", "NL", None),
        ("Day of the Dead", "MX", "middle"),
        ("Week of the Dead Holiday", "MX", "middle"),
        # a whole name beats a pattern that comes first
        ("Eid al-Fitr", "AE", "whole"),
        ("EID AL-FITR", "AE", "whole"),
        # days given back on another date are the same feast
        ("Alternative holiday for Eid al-Fitr", "AE", "whole"),
        ("Alternative holiday for Eid al-Adha", "AE", "beginning"),
        # where a name means something else
        ("Founding Day", "AE", "national"),
        ("Founding Day", "SA", "other_national"),
        ("Market Day", "SA", None),
    ],
)
def test_the_feast_of_a_holiday(name: str, country: str, expected: str | None) -> None:
    found = TABLE.named(name, country)
    assert (found.id if found else None) == expected
    assert TABLE.named(name, country) is found


def greeted(
    known: Feast,
    *observes: str,
    kind: ReasonKind = ReasonKind.PUBLIC_HOLIDAY,
    where: str = "Europe/Brussels",
    send_on: date | None = WEDNESDAY,
) -> Greeting | None:
    """The greeting of a Belgian Thursday with a plain day and then the feast among its reasons."""
    reasons = (Reason(kind=ReasonKind.SEASON, name="Summer"), Reason(kind=kind, name=known.names[0]))
    day = Day(date=THURSDAY, place=Place("BE"), status=DayStatus.CLOSED, reasons=reasons)
    return greeting_for(day, Feasts([known]), observes=observes, zone=zone(where), send_on=send_on)


@pytest.mark.parametrize(
    ("known", "observes", "kind", "is_greeted"),
    [
        # a public holiday that is not of one faith: everywhere
        (feast("new_year", "New Year"), (), ReasonKind.PUBLIC_HOLIDAY, True),
        # another kind of day: where the whole nation keeps it, or the client is known to
        (feast("carnival", "Carnival"), (), ReasonKind.OPTIONAL, False),
        (feast("carnival", "Carnival"), (), ReasonKind.BANK_HOLIDAY, False),
        (feast("carnival", "Carnival", nations="BE NL"), (), ReasonKind.OPTIONAL, True),
        (feast("carnival", "Carnival", nations="NL"), (), ReasonKind.OPTIONAL, False),
        (feast("carnival", "Carnival"), ("carnival",), ReasonKind.OPTIONAL, True),
        # of one faith: never inferred from the place
        (feast("eid_al_fitr", "Eid", faith=True), (), ReasonKind.PUBLIC_HOLIDAY, False),
        (feast("eid_al_fitr", "Eid", faith=True, nations="BE"), (), ReasonKind.PUBLIC_HOLIDAY, True),
        (feast("eid_al_fitr", "Eid", faith=True, nations="AE"), (), ReasonKind.PUBLIC_HOLIDAY, False),
        # however the client's file writes it
        (feast("eid_al_fitr", "Eid", faith=True), ("eid_al_fitr",), ReasonKind.PUBLIC_HOLIDAY, True),
        (feast("eid_al_fitr", "Eid", faith=True), ("Eid al-Fitr",), ReasonKind.PUBLIC_HOLIDAY, True),
        (feast("eid_al_fitr", "Eid", faith=True), ("diwali", "EID-AL-FITR"), ReasonKind.PUBLIC_HOLIDAY, True),
        (feast("eid_al_fitr", "Eid", faith=True), ("eid",), ReasonKind.PUBLIC_HOLIDAY, False),
    ],
)
def test_who_is_greeted(
    known: Feast, observes: tuple[str, ...], kind: ReasonKind, *, is_greeted: bool
) -> None:
    assert (greeted(known, *observes, kind=kind) is not None) is is_greeted


@pytest.mark.parametrize(
    ("where", "send_on", "send_at"),
    [
        ("Europe/Brussels", WEDNESDAY, "2026-12-09T08:30"),
        ("Asia/Tokyo", WEDNESDAY, "2026-12-09T00:30"),
        ("Asia/Kathmandu", WEDNESDAY, "2026-12-09T03:45"),
        ("America/Los_Angeles", date(2026, 12, 4), "2026-12-04T17:30"),
        ("Europe/Brussels", date(2026, 7, 3), "2026-07-03T07:30"),
    ],
)
def test_it_is_sent_at_half_past_nine_of_their_last_worked_morning(
    where: str, send_on: date, send_at: str
) -> None:
    greeting = greeted(feast("f", "Feast", never="Not now."), where=where, send_on=send_on)
    assert greeting == Greeting(
        tone=GreetingTone.FESTIVE,
        say="Happy day.",
        send_at=datetime.fromisoformat(send_at).replace(tzinfo=UTC),
        never="Not now.",
        send_on=send_on,
    )


@pytest.mark.parametrize(
    ("known", "send_on"),
    [
        (feast("f", "Feast", tone=GreetingTone.SOLEMN), WEDNESDAY),
        (feast("f", "Feast", say=None), WEDNESDAY),
        (feast("f", "Feast"), None),
    ],
)
def test_nothing_is_sent_for_a_solemn_day_or_without_words_or_without_a_worked_day(
    known: Feast, send_on: date | None
) -> None:
    greeting = greeted(known, send_on=send_on)
    assert greeting is not None
    assert (greeting.tone, greeting.say) == (known.tone, known.say)
    assert (greeting.send_at, greeting.send_on) == (None, None)
    assert greeted(feast("f", "Feast", tone=GreetingTone.NEUTRAL)) is not None


def test_the_first_feast_that_is_kept_is_greeted() -> None:
    table = Feasts([feast("eid", "Eid", faith=True), feast("new_year", "New Year", say="Happy New Year.")])
    reasons = tuple(Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name=name) for name in ("Eid", "New Year"))
    day = Day(date=THURSDAY, place=Place("BE"), status=DayStatus.CLOSED, reasons=reasons)
    greeting = greeting_for(day, table, observes=(), zone=zone("UTC"), send_on=WEDNESDAY)
    assert greeting is not None
    assert greeting.say == "Happy New Year."
    plain = Day(date=THURSDAY, place=Place("BE"), status=DayStatus.WORKING)
    assert greeting_for(plain, table, observes=("eid",), zone=zone("UTC"), send_on=WEDNESDAY) is None


MIXED = Feasts(
    [
        feast("eid", "Eid", faith=True, nations="AE"),
        feast("rest", "Rest", tone=GreetingTone.NEUTRAL),
        feast("work", "Work", tone=GreetingTone.NEUTRAL),
        feast("joy", "Joy"),
        feast("mourning", "Mourning", tone=GreetingTone.SOLEMN),
        feast("arafah", "Arafah", tone=GreetingTone.SOLEMN, faith=True),
    ]
)


def day_of(*names: str, country: str = "BE") -> Day:
    reasons = tuple(Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name=name) for name in names)
    return Day(date=THURSDAY, place=Place(country), status=DayStatus.CLOSED, reasons=reasons)


@pytest.mark.parametrize(
    ("names", "observes", "expected"),
    [
        ("Rest Work", (), "rest"),  # the first of one tone
        ("Rest Joy Work", (), "joy"),  # a festive one before a neutral one
        ("Rest Eid", (), "rest"),  # only of those that are kept
        ("Rest Eid", ("eid",), "eid"),
        ("Joy Mourning", (), "mourning"),  # a solemn one before all
        ("Joy Arafah", (), None),  # even one that others keep: then nothing is said
        ("Joy Arafah", ("arafah",), "arafah"),
        ("Market", (), None),
        ("", (), None),
    ],
)
def test_one_feast_of_a_day_is_greeted(names: str, observes: tuple[str, ...], expected: str | None) -> None:
    greeted = greeted_feast(day_of(*names.split()), MIXED, observes)
    assert (greeted.id if greeted is not None else None) == expected


@pytest.mark.parametrize(
    ("names", "expected"), [("Joy Arafah Mourning", "Arafah"), ("Joy Rest", None), ("", None)]
)
def test_a_solemn_day_is_solemn_for_everybody(names: str, expected: str | None) -> None:
    assert MIXED.solemn(day_of(*names.split())) == expected


def test_feasts_are_looked_up_by_id() -> None:
    joy = MIXED.with_id("joy")
    assert joy is not None
    assert joy.names == ("Joy",)
    assert (MIXED.with_id("market"), MIXED.with_id(None)) == (None, None)


@pytest.mark.parametrize(
    ("country", "observes", "kept"),
    [("AE", (), True), ("BE", (), False), ("BE", ("EID",), True), ("BE", ("joy",), False)],
)
def test_a_feast_is_kept_by_a_nation_or_by_a_client(
    country: str, observes: tuple[str, ...], *, kept: bool
) -> None:
    eid = MIXED.with_id("eid")
    assert eid is not None
    assert is_kept(eid, country, observes) is kept


def test_the_words_of_a_feast_are_said_on_its_eve() -> None:
    eve = replace(feast("christmas_eve", "Christmas Eve"), eve_of="christmas")
    said = [eve.has_words_of(one) for one in ("christmas_eve", "christmas", "easter", None)]
    assert said == [True, True, False, False]
    assert not feast("christmas", "Christmas").has_words_of("christmas_eve")
    assert not feast("christmas", "Christmas").has_words_of(None)


FIRST = date(2026, 12, 7)
"""A Monday; the place works from Monday to Friday and has two feasts."""
EID = feast("eid", "Eid*")
EVE = replace(feast("eve", "Eve"), eve_of="eid")
LONG = replace(feast("long", "Long Day", say="Enjoy the long weekend."), say_alone="Enjoy the day off.")
SOME = Feasts([EID, EVE, LONG])


def calendar(days: Mapping[int, str]) -> PartyCalendar:
    """Holidays by name, by the number of days after `FIRST`."""
    place = Place("BE")
    facts = {
        FIRST + timedelta(days=ahead): (
            DayFact(status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name=name)),
        )
        for ahead, name in days.items()
    }
    year = DateRange(date(2026, 1, 1), date(2027, 12, 31))
    schedule = Schedule(place=place, zone=zone("Europe/Brussels"))
    return PartyCalendar(
        schedule=schedule, calendars={place: PlaceCalendar(place=place, days=year, facts=facts)}
    )


def sent(days: Mapping[int, str], on: int, *, today: int = -30, in_zone: bool = True) -> Greeting:
    greeting = greeting_on(
        FIRST + timedelta(days=on),
        calendar(days),
        SOME,
        observes=(),
        today=FIRST + timedelta(days=today),
        in_zone=in_zone,
    )
    assert greeting is not None
    return greeting


@pytest.mark.parametrize(
    ("days", "on", "first", "send_on"),
    [
        ({3: "Eid"}, 3, 3, 2),
        ({0: "Eid"}, 0, 0, -3),  # a Monday: on the Friday before
        ({3: "Eid", 4: "Eid Holiday"}, 4, 3, 2),  # one greeting, before the first day
        ({3: "Eve", 4: "Eid"}, 4, 3, 2),  # the eve begins the feast
        ({4: "Eid", 7: "Eid Holiday"}, 7, 4, 3),  # over a weekend
        ({1: "Eid", 5: "Eid"}, 5, 5, 4),  # another feast of that name
        ({2: "Long Day", 3: "Eid"}, 3, 3, 1),  # days off before it are no days to write on
    ],
)
def test_a_feast_is_greeted_once_before_it_begins(
    days: dict[int, str], on: int, first: int, send_on: int
) -> None:
    greeting = sent(days, on)
    assert greeting.first == FIRST + timedelta(days=first)
    assert greeting.send_on == FIRST + timedelta(days=send_on)


@pytest.mark.parametrize(
    ("today", "send_on"),
    [
        (-20, -3),
        (-3, -3),
        (-2, None),  # Saturday: the Friday has passed, and nobody is there
        (0, None),  # the feast itself is off
        (1, None),  # over
    ],
)
def test_no_greeting_is_to_be_sent_in_the_past_or_on_a_day_off(today: int, send_on: int | None) -> None:
    greeting = sent({0: "Eid"}, 0, today=today)
    assert greeting.send_on == (None if send_on is None else FIRST + timedelta(days=send_on))
    assert (greeting.send_at is None) is (send_on is None)
    assert greeting.say == "Happy day."


def test_a_missed_day_is_made_up_for_today_where_today_is_worked() -> None:
    """The feast runs from Thursday over Friday; on the Wednesday before it is not too late."""
    assert sent({3: "Eid", 4: "Eid Holiday"}, 4, today=2).send_on == FIRST + timedelta(days=2)
    assert sent({2: "Eid", 4: "Eid Holiday"}, 4, today=3).send_on == FIRST + timedelta(days=3)


def test_a_country_of_several_zones_has_a_day_to_send_on_and_no_instant() -> None:
    greeting = sent({3: "Eid"}, 3, in_zone=False)
    assert (greeting.send_on, greeting.send_at) == (FIRST + timedelta(days=2), None)


@pytest.mark.parametrize(
    ("days", "on", "say"),
    [
        ({0: "Long Day"}, 0, "Enjoy the long weekend."),  # Monday
        ({4: "Long Day"}, 4, "Enjoy the long weekend."),  # Friday
        ({1: "Long Day"}, 1, "Enjoy the day off."),  # Tuesday
        ({3: "Long Day"}, 3, "Enjoy the day off."),  # Thursday, Friday worked
        ({3: "Long Day", 4: "Eid"}, 3, "Enjoy the long weekend."),
    ],
)
def test_a_long_weekend_is_wished_only_where_there_is_one(days: dict[int, str], on: int, say: str) -> None:
    assert sent(days, on).say == say


def test_a_solemn_pattern_decides_before_any_other() -> None:
    mixed = Feasts(
        [feast("nation", "National Day*"), feast("mourning", "*Remembrance*", tone=GreetingTone.SOLEMN)]
    )
    found = mixed.named("National Day of Remembrance", "AR")
    assert found is not None
    assert found.id == "mourning"


def test_the_words_of_a_country_come_before_the_usual_ones() -> None:
    light = replace(feast("light", "Diwali", say="Happy Diwali."), say_in={"SG": "Happy Deepavali."})
    assert [light.words(country, long_weekend=False) for country in ("SG", "IN")] == [
        "Happy Deepavali.",
        "Happy Diwali.",
    ]


def day_because(kind: ReasonKind, name: str) -> Day:
    reasons = (Reason(kind=kind, name=name),)
    return Day(date=THURSDAY, place=Place("BE"), status=DayStatus.LIKELY_CLOSED, reasons=reasons)


CHRISTMAS = feast("christmas", "Christmas*", nations="BE")


@pytest.mark.parametrize(
    ("kind", "name", "observes", "expected"),
    [
        (ReasonKind.PUBLIC_HOLIDAY, "Christmas Day", (), True),
        # a season is the feast of that very name; a closure around it goes on when the feast is over
        (ReasonKind.SEASON, "Christmas", (), True),
        (ReasonKind.SEASON, "Christmas closure", (), False),
        (ReasonKind.SEASON, "Christmas closure", ("christmas",), False),
        # what only some regions keep is nobody's feast elsewhere, unless the client keeps it
        (ReasonKind.REGION_DEPENDENT, "Christmas Day", (), False),
        (ReasonKind.REGION_DEPENDENT, "Christmas Day", ("christmas",), True),
    ],
)
def test_which_reasons_of_a_day_are_greeted(
    kind: ReasonKind, name: str, observes: tuple[str, ...], *, expected: bool
) -> None:
    assert (greeted_feast(day_because(kind, name), Feasts([CHRISTMAS]), observes) is not None) is expected
