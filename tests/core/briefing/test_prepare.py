from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from brief_samples import ANA, HOLIDAY, call, notes_of
from culture_rules import MEDIUM, claim, notes, value

from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.briefing.briefing import PartOfDay, WarningCode
from clientbridge.core.briefing.prepare import prepare
from clientbridge.core.culture.country import (
    BriefChoice,
    ClockSpan,
    CountryNotes,
    RegionNotes,
    SmallTalk,
    Workday,
    WorkLanguage,
)
from clientbridge.core.culture.lookup import CultureLayer
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.days.greetings import Feasts
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.time.hours import ClockRange
from clientbridge.core.workspace.profiles import BusinessContext, DateRange, DaysOff, Person, Travel

JP, BE, BR, ID = notes_of("JP"), notes_of("BE"), notes_of("BR"), notes_of("ID")
FEASTS = Feasts(feasts(NO_CACHE))


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """That time in Tokyo, in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - (
        datetime(2026, 1, 1, 9, tzinfo=UTC) - datetime(2026, 1, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("now", "part", "say"),
    [
        (at(7), PartOfDay.BEFORE_WORK, "Before hours: work there starts at 09:00, in 2 h."),
        (at(9, 10), PartOfDay.MORNING, "The day has just begun there; work there ends at 17:30."),
        (at(14), PartOfDay.AFTERNOON, "Afternoon there; work there ends at 17:30."),
        (at(16, 40), PartOfDay.LAST_HOUR, "Late in the day: work there ends at 17:30, in 50 min."),
        (at(17, 30), PartOfDay.AFTER_WORK, "After hours: work there ends at 17:30."),
        (at(11, 0, 28), PartOfDay.DAY_OFF, "A day off there."),
    ],
)
def test_where_they_are_in_their_day(now: datetime, part: PartOfDay, say: str) -> None:
    moment = prepare(call(you=BE, them=JP, now=now)).moment
    assert (moment.part, moment.say) == (part, say)
    assert moment.minutes_ahead == 480


def test_without_hours_of_the_client_those_of_offices_there_are_told_as_such() -> None:
    moment = prepare(call(you=BE, them=BR, hours=None, now=at(8))).moment
    assert moment.hours_are_usual
    assert moment.closes == "18:00"
    assert moment.say.startswith("Before hours: offices there usually start at 09:00")


def warned(**facts: int) -> dict[WarningCode, str]:
    days = {date(2026, 11, day): HOLIDAY for day in facts.values()}
    brief = prepare(call(you=BE, them=replace(JP, slow_seasons=()), facts=days))
    return {line.code: line.say for line in brief.warnings}


def test_a_holiday_today_is_the_first_thing_said() -> None:
    assert warned(today=24) == {
        WarningCode.TODAY: "Today is a day off there: Labor Thanksgiving Day. Back at work tomorrow."
    }


def test_a_closure_of_several_days_is_told_once() -> None:
    assert warned(tuesday=24, wednesday=25, thursday=26) == {
        WarningCode.TODAY: (
            "Today is a day off there: Labor Thanksgiving Day. Back at work on Monday 30 November, "
            "Friday likely taken off too."
        )
    }


def test_on_a_weekend_the_holiday_after_it_is_told() -> None:
    brief = prepare(call(you=BE, them=JP, now=at(10, 0, 21), facts={date(2026, 11, 23): HOLIDAY}))
    said = [line.say for line in brief.warnings]
    assert said[0] == "It is Saturday there, a day off."
    assert said[1] == "Monday 23 November is off there: Labor Thanksgiving Day."


def test_a_holiday_within_a_week_is_told_with_the_day_they_are_back() -> None:
    said = warned(friday=27)[WarningCode.DAY_OFF_SOON]
    assert said == "Friday 27 November is off there: Labor Thanksgiving Day; back on Monday 30 November."


def test_a_holiday_yesterday_is_told() -> None:
    assert "Yesterday was a day off" in warned(monday=23)[WarningCode.DAY_OFF_BEFORE]


def test_an_ordinary_week_has_no_red_line() -> None:
    assert warned() == {}


def test_a_country_without_a_file_says_so() -> None:
    brief = prepare(call(you=BE, them=None))
    assert WarningCode.NO_NOTES in {line.code for line in brief.warnings}
    assert (brief.gaps, brief.phrases, brief.basis) == ((), (), None)


def test_a_change_of_clocks_within_a_week_is_told() -> None:
    brief = prepare(call(you=BE, them=JP, now=datetime(2026, 10, 21, 8, tzinfo=UTC)))
    (line,) = [line for line in brief.warnings if line.code is WarningCode.CLOCK_CHANGE]
    assert line.say == "Clocks here change by Sunday 25 October: the hours between you shift."


def test_a_season_is_told_two_weeks_ahead_and_while_it_runs() -> None:
    soon = prepare(call(you=BE, them=BR, now=datetime(2026, 12, 10, 8, tzinfo=UTC)))
    running = prepare(call(you=BE, them=BR, now=datetime(2026, 12, 22, 8, tzinfo=UTC)))
    codes = [{line.code for line in brief.warnings} for brief in (soon, running)]
    assert WarningCode.SEASON_SOON in codes[0]
    assert WarningCode.SEASON in codes[1]


def test_what_you_noted_of_the_person_beats_the_client_and_the_country() -> None:
    ana = replace(ANA, culture={"directness": 1, "schedule": 5})
    brief = prepare(call(you=BE, them=JP, person=ana, client_culture={"schedule": 4}))
    row = {row.id: row for row in brief.scales}
    assert (row[ScaleId.SCHEDULE].them, row[ScaleId.SCHEDULE].layer) == (5, CultureLayer.PERSON)
    assert (row[ScaleId.DIRECTNESS].them, row[ScaleId.DIRECTNESS].layer) == (1, CultureLayer.PERSON)


def test_notes_on_every_scale_drop_the_country() -> None:
    brief = prepare(call(you=BE, them=JP, client_culture={scale.value: 3 for scale in ScaleId}))
    assert brief.from_own_notes


def test_at_most_three_gaps() -> None:
    brief = prepare(call(you=BE, them=JP, client_culture={scale.value: 5 for scale in ScaleId}))
    assert len(brief.gaps) == 3


CHRISTMAS_WEEK = datetime(2026, 12, 21, 8, tzinfo=UTC)


def test_a_feast_is_greeted_where_the_nation_or_the_client_keeps_it() -> None:
    def said(them: CountryNotes, *observes: str) -> str | None:
        asked = call(you=BE, them=them, now=CHRISTMAS_WEEK, observes=observes)
        greeting = prepare(replace(asked, feasts=FEASTS)).greeting
        return None if greeting is None else greeting.native

    assert said(BR) == said(BR, "Christmas") == "Feliz Natal"
    assert said(ID) is None
    assert said(ID, "Christmas") == "Selamat Natal"


def test_a_solemn_day_gets_no_greeting() -> None:
    mourning = replace(HOLIDAY, reason=replace(HOLIDAY.reason, name="Day of Mourning"))
    asked = call(you=BE, them=BR, now=CHRISTMAS_WEEK, facts={date(2026, 12, 21): mourning})
    brief = prepare(replace(asked, feasts=FEASTS))
    assert brief.greeting is None
    assert WarningCode.SOLEMN in {line.code for line in brief.warnings}


def test_the_greeting_of_the_hour_comes_first_and_those_of_other_hours_last() -> None:
    morning = [said.en for said in prepare(call(you=BE, them=BR, now=at(10))).phrases]
    evening = [said.en for said in prepare(call(you=BE, them=BR, now=at(19))).phrases]
    assert morning[0] == "Good morning"
    assert evening[0] == "Good evening"
    assert evening[-1] == "Good afternoon"


XK = notes({ScaleId.DIRECTNESS: value(4)}, (claim("a"), claim("b"), claim("c"), claim("d")))
BEN = replace(
    ANA,
    id="ben",
    name="Ben Cohen",
    notes="Prefers mornings.",
    schedule=replace(ANA.schedule, zone=ZoneInfo("America/New_York")),
)


def test_the_people_of_the_client_are_told_with_their_clocks() -> None:
    ana, ben = prepare(call(you=BE, them=XK, people=(ANA, BEN), now=at(16))).people
    assert (ana.id, ana.elsewhere, ana.local_time.isoformat()) == ("ana", None, "2026-11-24T16:00:00+09:00")
    assert (ben.id, ben.elsewhere, ben.local_time.isoformat()) == (
        "ben",
        "New York",
        "2026-11-24T02:00:00-05:00",
    )
    assert (ana.call, ana.say, ana.role, ana.decides) == (
        "Ana-san",
        "AH-nah SOH-zah",
        "Head of procurement",
        True,
    )


@pytest.mark.parametrize("person", [None, BEN])
def test_your_notes_stand_on_the_client_first_and_then_on_whoever_is_called(person: Person | None) -> None:
    asked = call(you=BE, them=XK, people=(ANA, BEN), person=person)
    assert prepare(asked).notes == ("Ben Cohen: Prefers mornings.",)
    noted = replace(asked, client=replace(asked.client, notes="Slides two days ahead."))
    assert prepare(noted).notes == ("Slides two days ahead.", "Ben Cohen: Prefers mornings.")
    assert [one.notes for one in prepare(asked).people if one.id == "ben"] == ["Prefers mornings."]


def test_your_notes_on_someone_else_are_not_told() -> None:
    assert prepare(call(you=BE, them=XK, people=(ANA, BEN), person=ANA)).notes == ()


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ((11, 24), "2026-11-24"),  # today in Tokyo
        ((1, 23), "2027-01-23"),  # in sixty days
        ((1, 24), None),
        ((11, 23), None),  # it ended yesterday
        (None, None),
    ],
)
def test_the_end_of_their_business_year_is_told_sixty_days_ahead(
    ends: tuple[int, int] | None, told: str | None
) -> None:
    asked = call(you=BE, them=XK)
    context = BusinessContext(fiscal_year_end=ends, goals=("one data standard",))
    brief = prepare(replace(asked, client=replace(asked.client, context=context)))
    assert brief.fiscal_year_end == (None if told is None else date.fromisoformat(told))
    assert brief.goals == ("one data standard",)


@pytest.mark.parametrize(
    ("first", "last", "off_on", "alone", "said"),
    [
        (24, 24, True, False, True),
        (20, 24, True, False, True),
        (24, 30, True, False, True),
        (25, 30, True, False, False),
        (20, 23, True, False, False),
        (24, 24, False, False, False),  # a closure is no absence
        (24, 24, True, True, False),  # the call is with that person: the day says it
    ],
)
def test_who_is_away_is_said(first: int, last: int, *, off_on: bool, alone: bool, said: bool) -> None:
    days = DateRange(date(2026, 11, first), date(2026, 11, last))
    away = replace(ANA, schedule=replace(ANA.schedule, days_off=(DaysOff(days=days, away=off_on),)))
    brief = prepare(call(you=BE, them=XK, people=(away,), person=away if alone else None, now=at(10)))
    found = [(line.on, line.say) for line in brief.warnings if line.code is WarningCode.PERSON_AWAY]
    assert found == ([(date(2026, 11, 24), "Ana-san is away today.")] if said else [])


def test_each_part_of_the_brief_shows_the_claims_chosen_for_it() -> None:
    choice = BriefChoice(watch=("b", "a"), open_with=("c",), avoid=("d",), closing=("a",))
    brief = prepare(call(you=BE, them=replace(XK, brief=choice)))
    assert [[one.id for one in part] for part in (brief.watch, brief.open_with, brief.avoid)] == [
        ["b", "a"],
        ["c"],
        ["d"],
    ]
    assert [one.id for one in brief.close_with] == ["a"]
    assert [one.id for one in brief.claims] == ["a", "b", "c", "d"]
    assert prepare(call(you=BE, them=None)).watch == ()


def phrase(en: str, language: str | None = None) -> SpokenWords:
    return SpokenWords(en=en, native=en, romanised=None, sounds=en, language=language)


SPOKEN = (phrase("thanks"), phrase("merci", "fr"), phrase("dank u", "nl"))


@pytest.mark.parametrize(
    ("client", "person", "said"),
    [
        ("fr", None, ["thanks", "merci"]),
        ("fr", "nl", ["thanks", "dank u"]),  # the person's language before the client's
        (None, "nl", ["thanks", "dank u"]),
        ("de", None, ["thanks", "merci", "dank u"]),  # no phrase of that language: all of them
        (None, None, ["thanks", "merci", "dank u"]),
    ],
)
def test_phrases_are_those_of_the_language_noted(
    client: str | None, person: str | None, said: list[str]
) -> None:
    ana = None if person is None else replace(ANA, language=person)
    asked = call(you=BE, them=replace(XK, phrases=SPOKEN), person=ana)
    brief = prepare(replace(asked, client=replace(asked.client, language=client)))
    assert [one.en for one in brief.phrases] == said
    assert brief.client.language == (person or client)


ENGLISH, KOREAN = (WorkLanguage(language=code, sources=("a",)) for code in ("en", "ko"))


@pytest.mark.parametrize(
    ("client", "country", "region", "expected"),
    [
        ("ja", ENGLISH, KOREAN, "ja"),
        (None, ENGLISH, KOREAN, "ko"),
        (None, None, KOREAN, "ko"),
        (None, ENGLISH, None, "en"),
        (None, None, None, None),
    ],
)
def test_without_a_language_noted_it_is_that_of_work_there(
    client: str | None, country: WorkLanguage | None, region: WorkLanguage | None, expected: str | None
) -> None:
    part = RegionNotes(say=None, scales={}, sources=(), work_language=region)
    asked = call(you=BE, them=replace(XK, work_language=country, regions={"JP-13": part}))
    days = replace(asked.days, schedule=replace(asked.days.schedule, place=Place("JP", "JP-13")))
    calendars = {Place("JP", "JP-13"): replace(next(iter(asked.days.calendars.values())))}
    there = replace(asked, days=replace(days, calendars=calendars))
    assert prepare(replace(there, client=replace(there.client, language=client))).client.language == expected


HOURS = tuple(phrase(en) for en in ("Good night", "Good evening", "Good afternoon", "Good morning", "Thanks"))


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (at(0), "Good morning"),
        (at(11, 59), "Good morning"),
        (at(12), "Good afternoon"),
        (at(17, 59), "Good afternoon"),
        (at(18), "Good evening"),
        (at(23, 59), "Good evening"),
    ],
)
def test_the_greeting_of_the_hour_comes_first(now: datetime, first: str) -> None:
    said = [one.en for one in prepare(call(you=BE, them=replace(XK, phrases=HOURS), now=now)).phrases]
    assert said[:2] == [first, "Thanks"]
    assert said[2:] == [one.en for one in HOURS if one.en not in {first, "Thanks"}]


@pytest.mark.parametrize(
    ("scales", "own"),
    [
        ({scale.value: 3 for scale in ScaleId}, True),
        ({scale.value: 3 for scale in list(ScaleId)[1:]}, False),  # the country says the first
        ({}, False),
    ],
)
def test_own_notes_cover_a_client_when_they_cover_every_scale(scales: dict[str, int], *, own: bool) -> None:
    assert prepare(call(you=BE, them=XK, client_culture=scales)).from_own_notes is own


def test_on_a_journey_the_clock_and_the_day_are_those_there() -> None:
    travel = Travel(days=DateRange(date(2026, 11, 24), date(2026, 11, 24)), zone=ZoneInfo("America/New_York"))
    # New York's day begins when it is 14:00 in Tokyo; until then the clock is the one at home.
    for hour, shown in ((13, "2026-11-24T13:00:00+09:00"), (15, "2026-11-24T01:00:00-05:00")):
        asked = call(you=BE, them=XK, now=at(hour))
        days = replace(asked.days, schedule=replace(asked.days.schedule, travel=(travel,)))
        answer = prepare(replace(asked, days=days))
        assert answer.local_time.isoformat() == shown
        assert answer.client.timezone.key == ("Asia/Tokyo" if hour == 13 else "America/New_York")


def test_on_your_own_journey_the_difference_is_from_where_you_are() -> None:
    """Brussels is 8 h behind Tokyo, Dubai 5 h."""
    asked = call(you=BE, them=XK, now=at(12))
    travel = Travel(days=DateRange(date(2026, 11, 24), date(2026, 11, 24)), zone=ZoneInfo("Asia/Dubai"))
    at_home = prepare(asked).moment.minutes_ahead
    me = replace(asked.me, schedule=replace(asked.me.schedule, travel=(travel,)))
    assert (at_home, prepare(replace(asked, me=me)).moment.minutes_ahead) == (8 * 60, 5 * 60)


def test_a_person_on_a_journey_has_the_clock_of_there() -> None:
    asked = call(you=BE, them=XK, now=at(12))
    travel = Travel(days=DateRange(date(2026, 11, 23), date(2026, 11, 25)), zone=ZoneInfo("Asia/Dubai"))
    away = tuple(
        replace(one, schedule=replace(one.schedule, travel=(travel,))) for one in asked.client.people
    )
    client = replace(asked.client, people=away)
    first = prepare(replace(asked, client=client)).people[0]
    assert (first.local_time.hour, first.elsewhere) == (7, "Dubai")


@pytest.mark.parametrize(("fact", "hours"), [(None, "09:00-17:30"), (HOLIDAY, None)])
def test_the_day_has_its_hours(fact: DayFact | None, hours: str | None) -> None:
    facts = {} if fact is None else {date(2026, 11, 24): fact}
    assert prepare(call(you=BE, them=XK, facts=facts, now=at(10))).day.hours == hours


def test_the_night_shift_of_yesterday_is_still_at_work() -> None:
    moment = prepare(call(you=BE, them=XK, hours="22:00-06:00", now=at(2))).moment
    assert (moment.part, moment.closes) == (PartOfDay.MORNING, "06:00")


def test_no_notes_say_so_last() -> None:
    brief = prepare(call(you=BE, them=None, now=at(10), facts={date(2026, 11, 24): HOLIDAY}))
    assert [line.code for line in brief.warnings] == [WarningCode.TODAY, WarningCode.NO_NOTES]
    assert brief.warnings[-1].on is None
    assert brief.sources == ()


def test_the_client_is_named_with_its_place() -> None:
    client = prepare(call(you=BE, them=JP)).client
    assert (client.country, client.timezone.key) == ("JP", "Asia/Tokyo")


def test_usual_hours_and_lunch_are_those_of_the_country() -> None:
    brief = prepare(call(you=BE, them=BR))
    assert BR.workday.lunch is not None
    assert (brief.office_hours, brief.lunch) == ("09:00-18:00", str(BR.workday.lunch.span))
    assert prepare(call(you=BE, them=BR, now=at(0, 30))).moment.part is not PartOfDay.LUNCH
    nothing = prepare(call(you=BE, them=replace(BR, workday=Workday())))
    assert (nothing.office_hours, nothing.lunch) == (None, None)


def test_small_talk_is_that_of_the_country() -> None:
    talk = SmallTalk(good=("football",), careful=("politics",), sources=MEDIUM)
    assert prepare(call(you=BE, them=replace(BR, small_talk=talk))).small_talk == talk
    assert prepare(call(you=BE, them=None)).small_talk is None


def test_lunch_is_that_of_the_place_where_their_own_hours_say_nothing() -> None:
    lunch = ClockSpan(span=ClockRange(13 * 60, 14 * 60), sources=MEDIUM)
    late = replace(JP, workday=replace(JP.workday, lunch=lunch))
    assert prepare(call(you=BE, them=late, now=at(13, 30))).moment.part is PartOfDay.LUNCH
    assert prepare(call(you=BE, them=late, now=at(12, 30))).moment.part is not PartOfDay.LUNCH


def test_hours_that_began_yesterday_still_run() -> None:
    """Saturday, 01:00 in Tokyo: Friday's night has not ended, and tomorrow has no night."""
    night = prepare(call(you=BE, them=JP, now=at(1, day=28), hours="22:00-06:00"))
    assert night.moment.part is PartOfDay.MORNING
    assert prepare(call(you=BE, them=JP, now=at(1, day=30), hours="22:00-06:00")).moment.part is not (
        PartOfDay.MORNING
    )


def test_your_own_region_counts_on_your_side() -> None:
    part = RegionNotes(say=None, scales={ScaleId.DIRECTNESS: value(1, MEDIUM)}, sources=MEDIUM)
    here = replace(BE, regions={"BE-VLG": part})
    asked = call(you=here, them=JP)
    schedule = asked.me.schedule
    flemish = replace(asked, me=replace(asked.me, schedule=replace(schedule, place=Place("BE", "BE-VLG"))))
    (row,) = (row for row in prepare(flemish).scales if row.id is ScaleId.DIRECTNESS)
    assert row.you == 1
