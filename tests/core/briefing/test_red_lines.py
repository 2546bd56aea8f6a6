"""Rule table of red lines: what could make this the wrong day to call, or the wrong tone.

Their day is Tuesday 24 November 2026 in Tokyo (09:00-12:00, 13:00-17:30) unless a case says otherwise; your
zone is Brussels.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from culture_rules import notes
from people import TOKYO, day, day_fact, utc, with_facts

from clientbridge.core.briefing.briefing import RedLine, WarningCode
from clientbridge.core.briefing.red_lines import Horizon, red_lines
from clientbridge.core.culture.country import CountryNotes, SeasonEffect, SlowSeason
from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff

W = WarningCode
CLOSED, LIKELY, REDUCED = DayStatus.CLOSED, DayStatus.LIKELY_CLOSED, DayStatus.REDUCED
ORDINARY = with_facts(replace(TOKYO, schedule=replace(TOKYO.schedule, days_off=())), {})
BRUSSELS = ZoneInfo("Europe/Brussels")
Line = tuple[WarningCode, date | None, str]


def lines(
    facts: Mapping[str, DayFact] | None = None,
    *,
    today: str = "11-24",
    days: PartyCalendar = ORDINARY,
    place: CountryNotes | None = None,
    solemn: str | None = None,
    is_later: bool = False,
) -> tuple[RedLine, ...]:
    known = days if facts is None else with_facts(days, {day(on): fact for on, fact in facts.items()})
    return red_lines(
        Horizon(
            now=datetime.combine(day(today), datetime.min.time(), TOKYO.schedule.zone) + timedelta(hours=10),
            today=day(today),
            days=known,
            here=BRUSSELS,
            notes=place,
            feasts={},
            solemn=solemn,
            is_later=is_later,
        )
    )


def told(facts: Mapping[str, DayFact] | None = None, *, today: str = "11-24") -> list[Line]:
    return [(line.code, line.on, line.say) for line in lines(facts, today=today)]


def off(name: str = "Founding Day", status: DayStatus = CLOSED) -> DayFact:
    return day_fact(status, name)


def off_in(*regions: str, status: DayStatus = LIKELY, name: str = "State Day") -> DayFact:
    reason = Reason(kind=ReasonKind.REGION_DEPENDENT, name=name, regions=regions)
    return DayFact(status=status, reason=reason)


def test_an_ordinary_day_has_no_red_line() -> None:
    assert lines() == ()


def test_a_holiday_that_they_work_through_is_named() -> None:
    through = replace(TOKYO.schedule, works_public_holidays=True)
    days = with_facts(replace(TOKYO, schedule=through), {day("11-24"): off()})
    (first, *_) = lines(days=days)
    assert (first.code, first.say) == (W.TODAY, "It is Founding Day, which they work through.")


@pytest.mark.parametrize(
    ("facts", "today", "say"),
    [
        ({"11-24": off()}, "11-24", "Today is a day off there: Founding Day. Back at work tomorrow."),
        (
            {"11-24": off(), "11-25": off()},
            "11-24",
            "Today is a day off there: Founding Day. Back at work on Thursday 26 November.",
        ),
        (
            {"11-27": off()},  # a Friday
            "11-27",
            "Today is a day off there: Founding Day. Back at work on Monday 30 November.",
        ),
        (
            {"11-24": off(status=LIKELY)},
            "11-24",
            "Many are off there today: Founding Day. Ask before you call.",
        ),
        ({}, "11-28", "It is Saturday there, a day off."),
        ({}, "11-29", "It is Sunday there, a day off."),
        ({"11-29": off_in("A")}, "11-29", "It is Sunday there, a day off."),
        (
            {"11-28": off()},  # a holiday on a Saturday is named, the weekend is not
            "11-28",
            "Today is a day off there: Founding Day. Back at work on Monday 30 November.",
        ),
        (
            {"11-24": off(status=REDUCED)},
            "11-24",
            "A short day there today (Founding Day), work ends at 17:30.",
        ),
    ],
)
def test_a_day_that_is_not_ordinary_is_said_first(facts: dict[str, DayFact], today: str, say: str) -> None:
    assert told(facts, today=today)[0] == (W.TODAY, day(today), say)


BRIDGED = "Monday 30 November, Friday likely taken off too."


@pytest.mark.parametrize(
    ("facts", "today", "say"),
    [
        (
            {"11-24": off()},
            "11-24",
            "That day is a day off there: Founding Day. Back at work on Wednesday 25 November.",
        ),
        (
            {"11-24": off(status=LIKELY)},
            "11-24",
            "Many are off there that day: Founding Day. Ask before you call.",
        ),
        (
            {"11-24": off(status=REDUCED)},
            "11-24",
            "A short day there that day (Founding Day), work ends at 17:30.",
        ),
        (
            {"11-24": off_in("A")},
            "11-24",
            "That day is off in A only: State Day. Ask where they work.",
        ),
        ({"11-25": off()}, "11-24", "Wednesday 25 November is off there: Founding Day."),
        (
            {"11-23": off()},
            "11-24",
            "The day before is a day off there (Founding Day); allow time to catch up.",
        ),
        ({}, "11-28", "It is Saturday there, a day off."),
    ],
)
def test_of_a_day_to_come_nothing_is_told_as_of_today(
    facts: dict[str, DayFact], today: str, say: str
) -> None:
    assert [line.say for line in lines(facts, today=today, is_later=True)] == [say]


MOST_DAYS = "08:30-12:00, 13:00-17:30"


@pytest.mark.parametrize(
    ("friday", "others", "say"),
    [
        (
            "08:00-12:00",
            MOST_DAYS,
            "Friday is a short day there: work ends at 12:00, on other days at 17:30.",
        ),
        (
            "08:00-16:30",
            MOST_DAYS,
            "Friday is a short day there: work ends at 16:30, on other days at 17:30.",
        ),
        ("08:00-16:31", MOST_DAYS, None),
        ("10:00-17:30", MOST_DAYS, None),
        ("08:00-19:00", MOST_DAYS, None),
        (
            "20:00-02:00",
            "20:00-04:00",
            "Friday is a short day there: work ends at 02:00, on other days at 04:00.",
        ),
    ],
)
def test_a_weekday_on_which_they_end_sooner_is_told(friday: str, others: str, say: str | None) -> None:
    week = (*(parse_hours(others) for _ in range(4)), parse_hours(friday), (), ())
    schedule = replace(ORDINARY.schedule, hours=WorkingHours(by_weekday=week))
    days = with_facts(replace(ORDINARY, schedule=schedule), {})
    told = [line.say for line in lines(today="11-27", days=days)]
    assert told == ([] if say is None else [say])
    assert lines(today="11-26", days=days) == ()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"11-24": off_in("A", "B")}, ["Today is off in A and B only: State Day. Ask where they work."]),
        (
            {"11-24": off_in(*"ABCD")},
            ["Today is off in A, B, C and D only: State Day. Ask where they work."],
        ),
        (
            {"11-24": off_in(*"ABCDEF")},
            ["Today is off in A, B, C, D and 2 more regions only: State Day. Ask where they work."],
        ),
        (
            {"11-24": off_in(*"ABCDE")},
            ["Today is off in A, B, C, D and 1 more region only: State Day. Ask where they work."],
        ),
        ({"11-26": off_in("A", "B")}, ["Thursday 26 November is off in A and B only: State Day."]),
        # a note on the day of a few is nothing to say before a call, today or soon
        ({"11-24": off_in("A", status=DayStatus.WORKING)}, []),
        ({"11-26": off_in("A", status=DayStatus.WORKING)}, []),
        # the day of the whole place is told, though the other comes first; nobody is back later for it
        (
            {"11-25": off_in("A"), "11-26": off(), "11-27": off_in("B")},
            [f"Thursday 26 November is off there: Founding Day; back on {BRIDGED}"],
        ),
        ({"11-28": off_in("A")}, []),  # on a Saturday it changes nothing
        ({"11-23": off_in("A")}, []),  # yesterday
    ],
)
def test_a_day_of_some_regions_is_never_told_as_that_of_the_whole_place(
    facts: dict[str, DayFact], said: list[str]
) -> None:
    assert [say for _, _, say in told(facts)] == said


def test_the_day_of_the_whole_place_gives_a_day_its_name() -> None:
    facts = {day("11-24"): (off("Carnival", LIKELY), off_in("A"))}
    (calendar,) = ORDINARY.calendars.values()
    days = replace(ORDINARY, calendars={calendar.place: replace(calendar, facts=facts)})
    assert lines(days=days)[0].say == "Many are off there today: Carnival. Ask before you call."


@pytest.mark.parametrize(
    ("hours", "cut", "say"),
    [
        ("09:00-17:30", HoursCut(until=13 * 60), "A short day there today (Eve), work ends at 13:00."),
        ("22:00-06:00", None, "A short day there today (Eve), work ends at 06:00."),
        ("09:00-17:30", HoursCut(until=9 * 60), "A short day there today (Eve)."),  # nothing is left of it
    ],
)
def test_a_short_day_says_when_it_ends(hours: str, cut: HoursCut | None, say: str) -> None:
    schedule = replace(ORDINARY.schedule, hours=WorkingHours(every_working_day=parse_hours(hours)))
    days = with_facts(
        replace(ORDINARY, schedule=schedule), {day("11-24"): replace(day_fact(REDUCED, "Eve"), cut=cut)}
    )
    assert [line.say for line in lines(days=days)] == [say]


def test_a_year_without_data_is_said_to_be_unknown() -> None:
    (calendar,) = ORDINARY.calendars.values()
    blind = replace(calendar, years_without_data=frozenset({2026}), facts={})
    days = replace(ORDINARY, calendars={calendar.place: blind})
    say = "Whether today is worked there is not known: no holiday data for JP in 2026. Ask."
    assert [(line.code, line.say) for line in lines(days=days)] == [(W.TODAY, say)], "a weekend is no news"
    assert [line.say for line in lines(today="11-28", days=days)] == ["It is Saturday there, a day off."]


def test_a_name_that_stands_twice_is_said_once_and_an_estimate_as_such() -> None:
    twice = {
        day("11-24"): (
            off("Eid"),
            replace(off("Eid"), reason=Reason(kind=ReasonKind.BANK_HOLIDAY, name="Eid")),
            DayFact(
                status=CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Vesak", estimated=True)
            ),
        )
    }
    (calendar,) = ORDINARY.calendars.values()
    days = replace(ORDINARY, calendars={calendar.place: replace(calendar, facts=twice)})
    assert lines(days=days)[0].say == (
        "Today is a day off there: Eid, Vesak (date not yet certain). Back at work tomorrow."
    )


@pytest.mark.parametrize(
    ("facts", "today", "coming"),
    [
        ({"11-25": off()}, "11-24", ("11-25", "Tomorrow is off there: Founding Day.")),
        ({"12-01": off()}, "11-24", ("12-01", "Tuesday 1 December is off there: Founding Day.")),  # in 7 days
        ({"12-02": off()}, "11-24", None),  # in 8
        (
            {"11-25": off(status=LIKELY)},
            "11-24",
            ("11-25", "Tomorrow is off for many there: Founding Day."),
        ),
        ({"11-25": off(status=REDUCED)}, "11-24", None),
        (
            {"11-25": off("A"), "11-27": off("B")},
            "11-24",
            (
                "11-25",
                f"Tomorrow is off there: A; back on {BRIDGED.replace('Friday', 'Thursday')}",
            ),  # the next
        ),
        (
            {"11-25": off("A"), "11-26": off("B")},
            "11-24",
            ("11-25", f"Tomorrow is off there: A; back on {BRIDGED}"),
        ),
        (
            {"11-24": off("A"), "11-25": off("B")},
            "11-23",
            ("11-24", "Tomorrow is off there: A."),  # back after two days: not worth a word
        ),
        (
            {"11-30": off("A"), "12-01": off("B"), "12-02": off("C")},
            "11-24",
            ("11-30", "Monday 30 November is off there: A; back on Thursday 3 December."),
        ),
        (
            {"11-27": off()},
            "11-24",
            ("11-27", "Friday 27 November is off there: Founding Day; back on Monday 30 November."),
        ),
        ({}, "11-26", None),  # a weekend is no news
        ({"11-24": off("A"), "11-25": off("A")}, "11-24", None),  # today's line has told it
        (
            {"11-24": off("A"), "11-26": off("B")},
            "11-24",
            ("11-26", f"Thursday 26 November is off there: B; back on {BRIDGED}"),  # at work in between
        ),
        (
            {"11-30": off()},  # Saturday: the weekend's line has not told the Monday
            "11-28",
            ("11-30", "Monday 30 November is off there: Founding Day."),
        ),
    ],
)
def test_the_next_day_off_is_said_a_week_ahead(
    facts: dict[str, DayFact], today: str, coming: tuple[str, str] | None
) -> None:
    found = [(on, say) for code, on, say in told(facts, today=today) if code is W.DAY_OFF_SOON]
    assert found == ([] if coming is None else [(day(coming[0]), coming[1])])


@pytest.mark.parametrize(
    ("facts", "today", "before"),
    [
        ({"11-23": off()}, "11-24", True),
        ({"11-23": off(status=LIKELY)}, "11-24", False),
        ({"11-22": off()}, "11-24", False),  # two days ago
        ({"11-23": off(), "11-24": off()}, "11-24", False),  # still off
        ({"11-23": off(), "11-24": off(status=REDUCED)}, "11-24", True),
        ({}, "11-23", False),  # after a mere weekend
        ({"11-22": off()}, "11-23", True),  # a holiday on the Sunday
    ],
)
def test_a_day_off_yesterday_asks_for_patience(
    facts: dict[str, DayFact], today: str, *, before: bool
) -> None:
    yesterday = day(today) - timedelta(days=1)
    expected = (
        W.DAY_OFF_BEFORE,
        yesterday,
        "Yesterday was a day off there (Founding Day); allow time to catch up.",
    )
    found = [line for line in told(facts, today=today) if line[0] is W.DAY_OFF_BEFORE]
    assert found == ([expected] if before else [])


def test_a_season_that_shortens_days_is_no_reason_for_a_weekend() -> None:
    """Ramadan shortens Friday to Tuesday; Saturday and Sunday are off as in every week."""
    ramadan = day_fact(REDUCED, "Ramadan", ReasonKind.SEASON)
    facts = {f"11-{number}": ramadan for number in range(20, 25)}
    found = told(facts, today="11-23")  # the Monday after
    assert [code for code, _, _ in found] == [W.TODAY]
    assert [code for code, _, _ in told(facts, today="11-20")] == [W.TODAY]  # the Friday before
    assert [say for _, _, say in told(facts, today="11-21")] == ["It is Saturday there, a day off."]


def test_a_solemn_day_keeps_the_greeting_plain() -> None:
    found = [(line.code, line.on, line.say) for line in lines(solemn="Day of mourning")]
    assert found == [(W.SOLEMN, day("11-24"), "Day of mourning is a solemn day: keep the greeting plain.")]
    assert lines() == ()


def with_season(first: str, last: str, effect: SeasonEffect = SeasonEffect.THIN) -> CountryNotes:
    season = SlowSeason(id="s", first=first, last=last, effect=effect, say="many travel.", sources=("gov",))
    return replace(notes(), slow_seasons=(season,))


@pytest.mark.parametrize(
    ("first", "last", "code", "say"),
    [
        (
            "12-08",
            "12-20",
            W.SEASON_SOON,
            "A slow season from 8 December to 20 December: many travel.",
        ),  # 14 days
        ("12-09", "12-20", None, ""),  # 15 days ahead
        ("11-25", "12-02", W.SEASON_SOON, "A slow season from 25 November to 2 December: many travel."),
        ("11-24", "12-02", W.SEASON, "A slow season until 2 December: many travel."),
        ("11-10", "11-24", W.SEASON, "A slow season until 24 November: many travel."),  # its last day
        ("11-10", "11-23", None, ""),  # over
        ("10-20", "01-10", W.SEASON, "A slow season until 10 January: many travel."),  # over the new year
    ],
)
def test_a_season_is_said_two_weeks_ahead_and_while_it_runs(
    first: str, last: str, code: WarningCode | None, say: str
) -> None:
    found = lines(place=with_season(first, last))
    assert [(line.code, line.say) for line in found] == ([] if code is None else [(code, say)])
    assert all(line.on == day(first) for line in found)
    assert all((line.effect, line.sources) == (SeasonEffect.THIN, ("gov",)) for line in found)


@pytest.mark.parametrize(
    ("effect", "say"),
    [
        (SeasonEffect.CLOSED, "Many offices close until 2 December: many travel."),
        (SeasonEffect.THIN, "A slow season until 2 December: many travel."),
        (SeasonEffect.BUSY, "A busy season until 2 December: many travel."),
    ],
)
def test_a_season_says_what_it_does_to_work(effect: SeasonEffect, say: str) -> None:
    assert [line.say for line in lines(place=with_season("11-20", "12-02", effect))] == [say]


def test_a_season_far_ahead_hides_no_other() -> None:
    far, near = with_season("12-20", "12-30").slow_seasons[0], with_season("11-20", "12-02").slow_seasons[0]
    found = lines(place=replace(notes(), slow_seasons=(far, near)))
    assert [line.code for line in found] == [W.SEASON]


def clock_changes(there: str, here: str, now: str) -> list[tuple[date | None, str]]:
    days = replace(ORDINARY, schedule=replace(ORDINARY.schedule, zone=ZoneInfo(there)))
    moment = utc(now)
    horizon = Horizon(
        now=moment,
        today=moment.astimezone(ZoneInfo(there)).date(),
        days=days,
        here=ZoneInfo(here),
        notes=None,
        feasts={},
        solemn=None,
    )
    return [(line.on, line.say) for line in red_lines(horizon) if line.code is W.CLOCK_CHANGE]


HERE_25 = (date(2026, 10, 25), "Clocks here change by Sunday 25 October: the hours between you shift.")
THERE_25 = (date(2026, 10, 25), "Clocks there change by Sunday 25 October: the hours between you shift.")
THERE_1 = (date(2026, 11, 1), "Clocks there change by Sunday 1 November: the hours between you shift.")


@pytest.mark.parametrize(
    ("there", "here", "now", "expected"),
    [
        # Brussels leaves summer time on 25 October 2026 at 01:00Z, New York on 1 November at 06:00Z.
        ("Asia/Tokyo", "Europe/Brussels", "10-18 00:59", []),
        ("Asia/Tokyo", "Europe/Brussels", "10-18 01:00", [HERE_25]),  # seven days before
        ("Asia/Tokyo", "Europe/Brussels", "10-21 00:30", [HERE_25]),
        ("Asia/Tokyo", "Europe/Brussels", "10-25 00:59", [HERE_25]),
        ("Asia/Tokyo", "Europe/Brussels", "10-25 01:00", []),  # done
        ("Europe/Brussels", "Asia/Tokyo", "10-21 08:00", [THERE_25]),
        ("America/New_York", "Asia/Tokyo", "10-26 08:00", [THERE_1]),
        ("America/New_York", "Europe/Brussels", "10-25 00:30", [HERE_25]),
        ("America/New_York", "Europe/Brussels", "10-25 07:00", [THERE_1]),
        # both change at one moment: nothing shifts between them
        ("Europe/Paris", "Europe/Brussels", "10-21 08:00", []),
        ("Europe/Lisbon", "Europe/Athens", "10-21 08:00", []),
        ("Asia/Tokyo", "Asia/Kolkata", "10-21 08:00", []),
    ],
)
def test_a_change_of_clocks_is_said_where_it_shifts_the_hours_between(
    there: str, here: str, now: str, expected: list[tuple[date, str]]
) -> None:
    assert clock_changes(there, here, now) == expected


def test_the_most_pressing_comes_first() -> None:
    found = lines(
        {"10-21": off("Eve", REDUCED), "10-20": off("A"), "10-22": off("B")},
        today="10-21",
        place=with_season("10-20", "10-30"),
        solemn="Day of mourning",
    )
    assert [line.code for line in found] == [
        W.TODAY,
        W.SOLEMN,
        W.DAY_OFF_SOON,
        W.DAY_OFF_BEFORE,
        W.SEASON,
        W.CLOCK_CHANGE,
    ]


def test_a_day_of_return_is_not_made_up() -> None:
    away = DaysOff(days=DateRange(day("11-02"), day("2027-03-31")), name="Sabbatical")
    absent = replace(ORDINARY, schedule=replace(ORDINARY.schedule, days_off=(away,)))
    says = [line.say for line in lines(days=absent) if line.code is W.TODAY]
    assert says == ["Today is a day off there: Sabbatical. No day of work is in sight."]
