"""Which feast a holiday is, whether it is greeted, and when the line is to be sent."""

from datetime import UTC, date, datetime

import pytest
from zones import zone

from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.greetings import Feast, Feasts, Greeting, GreetingTone, greeting_for
from clientbridge.core.days.place import Place

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
